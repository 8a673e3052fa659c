"""`export`: every file format from every kind of source, and refusals."""

import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from lenet_gui.commands import export
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.core.records.record_file import open_export
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.figure.colours import DARK, LIGHT
from lenet_gui.media import exporting

KINDS = ("npz", "json", "svg", "png")


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch, weights_file):
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


def answers(run, *arguments) -> list[dict[str, object]]:
    code, out, error = run("classify", "--json", *arguments)
    assert (code, error) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", KINDS)
def test_an_export_reads_as_the_drawing(run, seven, tmp_path, kind):
    path = tmp_path / f"export.{kind}"
    assert run("export", seven, "--out", path) == (0, "", "")
    original, exported = answers(run, seven, path)
    assert exported == {**original, "file": str(path)}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", KINDS)
def test_an_export_of_an_export_is_the_same(run, seven, tmp_path, kind):
    first, second = tmp_path / f"first.{kind}", tmp_path / f"second.{kind}"
    assert run("export", seven, "--out", first)[0] == 0
    assert run("export", first, "--out", second)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_the_numbers_are_the_classifiers(run, seven, tmp_path, random_classifier):
    path = tmp_path / "seven.npz"
    run("export", seven, "--out", path, "--framing", "none")
    opened = open_export(path)
    drawing = parse_drawing(seven.read_text())
    expected = random_classifier.read(drawing, Framing.NONE)
    assert opened.source == drawing
    assert opened.framing is Framing.NONE
    assert opened.weights == WeightsIdentity.of(random_classifier.network.weights)
    for name, values in expected.activations.layers.items():
        np.testing.assert_array_equal(opened.reading.activations.layers[name], values)


@pytest.fixture
def picture(tmp_path):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row in range(8, 32):
        image.setPixelColor(18, row, QColor("black"))
        image.setPixelColor(19, row, QColor("#808080"))
    path = tmp_path / "one.png"
    assert image.save(str(path))
    return path


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["npz", "json"])
def test_an_export_of_a_picture_keeps_its_ink(run, picture, tmp_path, kind):
    path = tmp_path / f"export.{kind}"
    assert run("export", picture, "--out", path) == (0, "", "")
    original, exported = answers(run, picture, path)
    assert exported == {**original, "file": str(path)}


@pytest.mark.usefixtures("qapp")
def test_a_figure_of_a_picture_can_not_be_read_again(run, picture, tmp_path):
    path = tmp_path / "figure.png"
    assert run("export", picture, "--out", path)[0] == 0
    code, _, error = run("classify", path)
    assert code == 1
    assert error.startswith(f"lenet-gui: {path}: The figure shows a picture's reading")


def test_standard_input_may_be_a_drawing(run, seven, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(seven.read_bytes())))
    path = tmp_path / "kept.json"
    assert run("export", "-", "--out", path) == (0, "", "")
    assert open_export(path).source == parse_drawing(seven.read_text())


@pytest.mark.parametrize(
    ("options", "title"),
    [
        ((), "LeNet-5, layer by layer"),
        (("--what", "input"), "Input, image"),
        (("--what", "C3"), "C3, convolution"),
        (("--what", "C3", "--map", 1), "C3, map 1,"),
        (("--what", "C3", "--map", 16), "C3, map 16,"),
        (("--what", "F6", "--map", 84), "F6, unit 84,"),
        (("--what", "output", "--map", 0), "Output, digit 0,"),
        (("--what", "output", "--map", 9), "Output, digit 9,"),
    ],
)
def test_a_picture_shows_the_chosen_layer_or_map(run, seven, tmp_path, options, title):
    path = tmp_path / "figure"
    assert run("export", seven, "--out", path, "--format", "svg", *options) == (0, "", "")
    found = ET.parse(path).find("{http://www.w3.org/2000/svg}title").text
    assert found.startswith(title)


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_sets_the_pictures_colours(run, seven, tmp_path, theme, colours):
    path = tmp_path / "figure.svg"
    run("export", seven, "--out", path, "--theme", theme)
    page = ET.parse(path).find("{http://www.w3.org/2000/svg}rect")
    assert page.get("fill") == colours.window


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--out", "seven.gif"), "--out must end in .npz, .json, .svg or .png"),
        (("--out", "seven"), "--out must end in"),
        ((), "--out"),
        (("--out", "a.npz", "--what", "C3"), "hold everything"),
        (("--out", "a.json", "--map", "1"), "hold everything"),
        (("--out", "a.svg", "--map", "1"), "--map needs a layer"),
        (("--out", "a.svg", "--what", "C2"), "--what"),
        (("--out", "a.svg", "--what", "C3", "--map", "0"), "from 1 to 16"),
        (("--out", "a.svg", "--what", "C3", "--map", "17"), "from 1 to 16"),
        (("--out", "a.svg", "--what", "output", "--map", "10"), "from 0 to 9"),
        (("--out", "a.svg", "--what", "C3", "--map", "x"), "--map"),
        (("--out", "a.svg", "--theme", "system"), "--theme"),
    ],
)
def test_wrong_usage_exits_with_2(run, seven, tmp_path, monkeypatch, options, sentence):
    monkeypatch.chdir(tmp_path)
    code, out, error = run("export", seven, *options)
    assert (code, out) == (2, "")
    assert sentence in error.splitlines()[-1]
    assert list(tmp_path.iterdir()) == [seven]


def test_the_drawing_is_never_overwritten(run, seven, tmp_path):
    before = seven.read_bytes()
    code, _, error = run("export", seven, "--out", tmp_path / "." / "seven.json")
    assert code == 1
    assert "is the drawing itself" in error
    assert seven.read_bytes() == before


def test_only_one_drawing_can_be_exported(run, seven, tmp_path):
    many = tmp_path / "many.jsonl"
    many.write_text(f"{seven.read_text()}\n" * 3)
    code, _, error = run("export", many, "--out", tmp_path / "a.npz")
    assert (code, error) == (1, f"lenet-gui: {many} has 3 drawings; give a file of one.\n")


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b'{"format": "lenet-gui export"}'])
def test_a_bad_drawing_gets_one_sentence(run, tmp_path, content):
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    code, out, error = run("export", bad, "--out", tmp_path / "a.npz")
    assert (code, out) == (1, "")
    assert error.startswith(f"lenet-gui: {bad}")
    assert error.count("\n") == 1
    assert not (tmp_path / "a.npz").exists()


def test_a_missing_folder_is_reported(run, seven, tmp_path):
    code, _, error = run("export", seven, "--out", tmp_path / "none" / "a.json")
    assert code == 1
    assert error.endswith("No such file or directory.\n")


def test_an_empty_drawing_can_be_exported(run, tmp_path):
    empty = tmp_path / "empty.json"
    empty.write_text('{"strokes": []}')
    path = tmp_path / "a.npz"
    assert run("export", empty, "--out", path) == (0, "", "")
    assert open_export(path).source.is_empty
    svg = tmp_path / "a.svg"
    assert run("export", empty, "--out", svg) == (0, "", "")
    assert "Nothing drawn" in svg.read_text(encoding="utf-8")


def test_choices_repeated_for_help_match_the_exports():
    assert export.ALL == exporting.ALL
    assert (export.NUMBERS, export.PICTURES) == (exporting.NUMBERS, exporting.PICTURES)
    assert (LIGHT.name, DARK.name) == export.THEMES


@pytest.mark.parametrize("kind", ["npz", "json", "svg"])
def test_only_a_png_needs_qt(seven, weights_file, tmp_path, kind):
    program = (
        "import sys\nfrom lenet_gui.cli import main\n"
        f"code = main(['export', {str(seven)!r}, '--out', {str(tmp_path / f'a.{kind}')!r},"
        f" '--weights', {str(weights_file)!r}])\n"
        "assert not code and not [name for name in sys.modules if 'PySide6' in name]\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_weights_are_identified(run, seven, tmp_path, weights_file):
    path = tmp_path / "a.json"
    run("export", seven, "--out", path, "--weights", weights_file)
    found = json.loads(path.read_text())["weights"]
    assert set(found) == {"sha256", "name", "date"}
    assert len(bytes.fromhex(found["sha256"])) == 32


def test_a_folder_can_not_be_overwritten(run, seven, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    code, _, error = run("export", seven, "--out", ".", "--format", "json")
    assert code == 1
    assert error == "lenet-gui: .: Is a directory.\n"
    assert sorted(tmp_path.iterdir()) == before
