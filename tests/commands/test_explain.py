"""`explain`: sums as text, as JSON and as a figure, and what can't be explained."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch, weights_file):
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


@pytest.fixture
def crossed(tmp_path):
    """Return the path of a 7 in two strokes."""
    path = tmp_path / "crossed.json"
    strokes = [[[100, 100], [300, 100], [180, 420]], [[150, 250], [300, 250]]]
    path.write_text(json.dumps({"strokes": strokes}), "utf-8")
    return path


@pytest.fixture
def picture(tmp_path):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row in range(8, 32):
        for column in range(18, 22):
            image.setPixelColor(column, row, QColor("black"))
    path = tmp_path / "one.png"
    assert image.save(str(path))
    return path


def test_the_numbers_add_up(run, crossed):
    code, out, error = run("explain", crossed, "--digit", 4, "--against", 6, "--json")
    assert (code, error) == (0, "")
    found = json.loads(out)
    assert found["digits"] == [4, 6]
    total = found["difference"]
    assert total == pytest.approx(found["scores"][4] - found["scores"][6], abs=1e-5)
    for part, first in (("by_stroke", "blank"), ("by_unit", "bias")):
        terms = found[part]["terms"]
        assert found[part][first] + sum(terms) == pytest.approx(total, abs=1e-4)
    assert [len(found[part]["terms"]) for part in ("by_stroke", "by_unit")] == [2, 84]
    ink = found["by_ink"]
    assert ink["blank"] + ink["sum"] + ink["error"] == pytest.approx(total, abs=1e-4)
    assert abs(ink["error"]) <= 0.001


def test_by_default_the_most_probable_digit_against_the_next(run, crossed):
    _, out, _ = run("classify", crossed, "--json")
    probabilities = json.loads(out)["probabilities"]
    first, second = sorted(range(10), key=lambda digit: -probabilities[digit])[:2]

    def digits(*options):
        return json.loads(run("explain", crossed, "--json", *options)[1])["digits"]

    other = next(digit for digit in range(10) if digit not in (first, second))
    assert digits() == [first, second]
    assert digits("--against", other) == [first, other]
    assert digits("--against", first) == [second, first]
    assert digits("--digit", other) == [other, first]
    assert digits("--digit", first) == [first, second]


def test_the_text_says_what_the_json_says(run, crossed):
    options = ("explain", crossed, "--digit", 4, "--against", 6)
    found = json.loads(run(*options, "--json")[1])
    code, out, _ = run(*options)
    assert code == 0
    assert out.startswith("Why a 4 and not a 6?")
    shown = f"{found['by_stroke']['terms'][1]:+.3f}".replace("-", "−")
    assert re.search(rf"stroke 2 +{re.escape(shown)}$", out, re.MULTILINE)
    assert out.count("4 minus 6") == 5  # strokes, ink, units, C1, C3


def test_a_picture_is_explained_without_strokes(run, picture):
    code, out, error = run("explain", picture, "--json")
    assert (code, error) == (0, "")
    assert json.loads(out)["by_stroke"] is None
    assert "a picture has no strokes" in run("explain", picture)[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_figure_needs_nothing_else(run, crossed, tmp_path, theme):
    out = tmp_path / "why.svg"
    code, text, error = run("explain", crossed, "--out", out, "--theme", theme)
    assert (code, text, error) == (0, "", "")
    data = out.read_text("utf-8")
    ET.fromstring(data)
    assert "href" not in data
    assert "url(" not in data
    for words in ("Why a", "blank page", "stroke 2", "By ink", "By unit", "By map of C3"):
        assert words in data


def test_a_figure_as_pixels_and_json_at_once(run, crossed, tmp_path):
    out = tmp_path / "why.png"
    code, text, _ = run("explain", crossed, "--out", out, "--json")
    assert code == 0
    assert "digits" in json.loads(text)
    assert not QImage(str(out)).isNull()


def test_a_blank_page_is_not_explained(run, tmp_path):
    path = tmp_path / "blank.json"
    path.write_text('{"strokes": []}', "utf-8")
    code, out, error = run("explain", path)
    assert (code, out) == (1, "")
    assert error == f"lenet-gui: {path} has no ink, so there is nothing to explain.\n"


def test_the_drawing_is_never_overwritten(run, tmp_path, crossed):
    path = tmp_path / "drawing.svg"
    path.write_bytes(crossed.read_bytes())
    code, _, error = run("explain", path, "--out", path)
    assert code == 1
    assert "the drawing itself" in error
    assert path.read_bytes() == crossed.read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        ("--digit", "10"),
        ("--digit", "seven"),
        ("--digit", "3", "--against", "3"),
        ("--out", "why.txt"),
        ("--out", "-"),
    ],
)
def test_wrong_usage(run, crossed, options):
    code, out, error = run("explain", crossed, *options)
    assert (code, out) == (2, "")
    assert "explain" in error


def test_a_missing_file(run, tmp_path):
    code, _, error = run("explain", tmp_path / "none.json", "--json")
    assert code == 1
    assert error.count("\n") == 1
