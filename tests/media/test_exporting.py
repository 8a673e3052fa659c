"""Exported files: the contents of each kind, all with the drawing embedded."""

import json
from pathlib import Path

import numpy as np
import pytest

from lenet_gui import __version__
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.records.record_file import open_export
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DrawingError, LenetGuiError
from lenet_gui.figure.colours import DARK, LIGHT
from lenet_gui.figure.shapes import Figure
from lenet_gui.figure.svg import to_svg
from lenet_gui.media.exporting import (
    KINDS,
    drawing_in_figure,
    export,
    kind_of,
    make_figure,
    make_record,
)

SEVEN = Drawing(canvas=(560, 560), pen_width=40, extra={"note": "<&>"}).with_stroke(
    [(100, 100), (300, 100), (180, 420)]
)


@pytest.fixture
def record(random_classifier):
    weights = random_classifier.network.weights
    return make_record(Framing.MNIST, random_classifier.read(SEVEN), weights)


def words(figure: Figure) -> str:
    texts = [item for item in figure.items if hasattr(item, "runs")]
    return "\n".join("".join(run.text for run in text.runs) for text in texts)


@pytest.mark.parametrize("kind", ["npz", "json"])
def test_exported_numbers_are_the_readings(record, tmp_path, kind):
    path = tmp_path / f"seven.{kind.upper()}"
    export(record, path)
    opened = open_export(path)
    assert opened.source == SEVEN
    assert opened.program == f"lenet-gui {__version__}"
    for name, array in record.arrays().items():
        np.testing.assert_array_equal(opened.arrays()[name], array)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize(("what", "map_"), [("all", None), ("C3", None), ("S2", 5), ("F6", 3)])
def test_exported_figures_contain_the_drawing(record, tmp_path, kind, what, map_):
    path = tmp_path / f"seven.{kind}"
    export(record, path, what, map_, DARK)
    assert drawing_in_figure(path.read_bytes()) == SEVEN


def test_the_requested_figure_is_exported(record, tmp_path):
    path = tmp_path / "file"
    bounds = {"C3": np.full(16, 0.5, np.float32)}
    export(record, path, "C3", 6, DARK, bounds, kind="svg")
    assert path.read_text(encoding="utf-8") == to_svg(make_figure(record, "C3", 6, DARK, bounds))
    assert words(make_figure(record, "C3", 6, DARK, bounds)).startswith("C3, map 7")


def test_the_figure_of_the_network_names_framing_weights_and_program(random_classifier):
    reading = random_classifier.read(SEVEN, Framing.NONE)
    arrays = random_classifier.network.weights.arrays
    weights = Weights(arrays, {"name": "mine.pt", "date": "2026-01-02"})
    kept = make_record(Framing.NONE, reading, weights)
    told = words(make_figure(kept))
    assert "the whole canvas, made small" in told
    assert f"mine.pt {kept.weights.sha256[:12]}… of 2026-01-02" in told
    assert kept.program in told
    alone = words(make_figure(make_record(Framing.MNIST, reading, None)))
    assert "as MNIST frames" in alone
    assert kept.weights.sha256[:12] not in alone


def test_each_layer_can_be_requested_by_name(record):
    for layer in LAYERS:
        assert make_figure(record, layer.name).title.lower().startswith(layer.name.lower())


def test_the_default_theme_is_light(record):
    assert make_figure(record).background == LIGHT.window
    assert make_figure(record, theme=DARK).background == DARK.window


@pytest.mark.parametrize("name", ["seven", "seven.gif", "npz", "seven.npz.txt"])
def test_an_unknown_extension_is_refused(record, tmp_path, name):
    path = tmp_path / name
    with pytest.raises(LenetGuiError, match=r"must end in \.npz, \.json, \.svg, \.png\.$"):
        export(record, path)
    assert not path.exists()


def test_the_kind_follows_from_the_extension():
    assert [kind_of(Path(f"a.{kind}")) for kind in KINDS] == list(KINDS)
    assert kind_of(Path("a.txt"), "svg") == "svg"


def test_a_failed_export_leaves_the_old_file_alone(record, tmp_path, monkeypatch):
    path = tmp_path / "seven.json"
    path.write_text("before")

    def refuse(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        export(record, path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_figure_does_not_contain_its_source_picture(random_classifier, tmp_path):
    picture = Picture(np.pad(np.ones((6, 2), np.float32), 4))
    kept = make_record(Framing.MNIST, random_classifier.read(picture), None)
    data = to_svg(make_figure(kept)).encode()
    with pytest.raises(DrawingError, match="does not hold the picture"):
        drawing_in_figure(data)


@pytest.mark.parametrize(
    "facts",
    ["", "plain words", "{}", "[1]", json.dumps({"note": "lenet-gui export"})],
)
def test_foreign_figures_contain_no_drawing(facts):
    figure = Figure(1, 1, "#000000", "t", (), facts)
    assert drawing_in_figure(to_svg(figure).encode()) is None


@pytest.mark.parametrize(
    "drawing", [None, 5, {"strokes": 5}, {"strokes": [[[float("nan"), 1]]]}], ids=str
)
def test_a_damaged_drawing_in_a_figure_is_refused(drawing):
    facts = json.dumps({"format": "lenet-gui export", "drawing": drawing})
    figure = Figure(1, 1, "#000000", "t", (), facts)
    with pytest.raises(DrawingError):
        drawing_in_figure(to_svg(figure).encode())


def test_other_data_contains_no_drawing():
    assert drawing_in_figure(b"") is None
    assert drawing_in_figure(b"GIF89a") is None
