"""`classify` reads the part of a picture that the window would frame, or the one asked for."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from lenet_gui.core.photo.box import Box
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.media.picture_file import read_picture

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch: pytest.MonkeyPatch, weights_file: Path) -> None:
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


def page(folder: Path, *bars: tuple[int, int, int, int], scale: int = 1) -> Path:
    """Save a page with bars: left, top, width and height."""
    image = QImage(400 * scale, 200 * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for bar in bars:
        painter.fillRect(*(scale * side for side in bar), QColor("black"))
    painter.end()
    path = folder / f"page{len(bars)}.png"
    assert image.save(str(path))
    return path


def test_of_several_digits_the_one_in_the_middle_is_read(run, tmp_path):
    path = page(tmp_path, (30, 60, 20, 80), (190, 60, 20, 80))
    (line,) = run("classify", "--json", path)[1].splitlines()
    assert json.loads(line)["part"] == [178, 48, 44, 104]
    assert "at 178,48,44,104" in run("classify", path)[1]


def test_a_place_is_told_in_the_files_own_pixels(run, tmp_path):
    path = page(tmp_path, (30, 60, 20, 80), (190, 60, 20, 80), scale=10)  # read at 1,536 pixels
    found = json.loads(run("classify", "--json", path)[1])["part"]
    assert found == pytest.approx([1780, 480, 440, 1040], abs=12)


@pytest.mark.parametrize("scale", [1, 10])
def test_the_part_asked_for_is_read(run, tmp_path, scale, random_classifier: Classifier):
    path = page(tmp_path, (30, 60, 20, 80), (190, 60, 60, 80), scale=scale)
    part = [scale * side for side in (10, 40, 60, 120)]
    found = json.loads(run("classify", "--json", "--part", ",".join(map(str, part)), path)[1])
    box = Box(part[0], part[1], part[0] + part[2], part[1] + part[3])
    picture = read_picture(path.read_bytes(), "x", part=box)
    assert picture.ink.shape[0] == pytest.approx(2 * picture.ink.shape[1], abs=1)
    assert found["part"] == part
    expected = random_classifier.read(picture).probabilities
    assert expected is not None
    assert found["probabilities"] == pytest.approx(expected.tolist(), abs=1e-5)


def test_a_part_beyond_the_picture_is_refused(run, tmp_path):
    path = page(tmp_path, (30, 60, 20, 80))
    code, out, error = run("classify", "--part", "380,0,40,40", path)
    assert (code, out) == (1, "")
    assert "ends before that part: it has 400×200 pixels" in error


@pytest.mark.parametrize("part", ["1,2,3", "a,b,c,d", "-1,0,5,5", "0,0,0,5"])
def test_a_bad_part_is_refused(run, tmp_path, part):
    code, out, error = run("classify", f"--part={part}", page(tmp_path))
    assert (code, out) == (2, "")
    assert f"{part} is not left, top, width and height" in error
