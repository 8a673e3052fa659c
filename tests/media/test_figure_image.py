"""Figures as pixels: colours of cells, positions of text, embedded facts."""

import numpy as np
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from lenet_gui.figure.shapes import Box, Cells, Dot, Figure, Line, Run, Text
from lenet_gui.figure.svg import to_svg
from lenet_gui.media.figure_image import facts_in_png, figure_image, to_png

pytestmark = pytest.mark.usefixtures("qapp")

COLOURS = np.random.default_rng(3).integers(0, 0xFFFFFF, (4, 6), np.uint32) | np.uint32(0xFF000000)
CELLS = Cells(10, 20, 5, 7, COLOURS)


def figure(*items, facts=""):
    return Figure(60, 60, "#123456", "A figure", items, facts)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_every_pixel_of_a_cell_has_its_colour(scale):
    found = pixels(figure_image(figure(CELLS), scale))
    assert found.shape == (60 * scale, 60 * scale)
    large = COLOURS.repeat(7 * scale, axis=0).repeat(5 * scale, axis=1)
    top, left = 20 * scale, 10 * scale
    inside = found[top : top + large.shape[0], left : left + large.shape[1]]
    np.testing.assert_array_equal(inside, large)
    inside[:] = 0xFF123456
    assert (found == 0xFF123456).all()


def test_a_box_is_painted_around_its_area():
    found = pixels(figure_image(figure(Box(10, 20, 30, 25, "#ffffff")), 1))
    assert (found[20:45, 10:40] == 0xFF123456).all()
    for edge in (found[19, 9:41], found[45, 9:41], found[19:46, 9], found[19:46, 40]):
        assert (edge == 0xFFFFFFFF).all()


def test_dashes_are_painted_in_units_of_the_figure():
    line = Line(((10, 20), (40, 20), (40, 50)), "#ffffff", 2, (6, 4))
    found = pixels(figure_image(figure(line), 1))
    along = np.concatenate((found[19, 10:40], found[20:50, 40]))
    dashes = np.resize(np.repeat([True, False], [6, 4]), 60)
    # Pixels are half painted around the corner, where the line turns.
    straight = np.r_[0:28, 32:60]
    assert ((along == 0xFFFFFFFF) == dashes)[straight].all()
    assert ((along == 0xFF123456) == ~dashes)[straight].all()


def test_a_dot_is_filled_around_its_middle():
    found = pixels(figure_image(figure(Dot(30, 25, 5, "#ffffff")), 1))
    rows, columns = np.nonzero(found != 0xFF123456)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (20, 29, 25, 34)
    assert (found[22:28, 27:33] == 0xFFFFFFFF).all()
    assert found[20, 25] == 0xFF123456


def ink(*items) -> tuple[int, int]:
    """Return the first and the last painted column."""
    columns = np.flatnonzero((pixels(figure_image(figure(*items), 1)) != 0xFF123456).any(axis=0))
    return int(columns[0]), int(columns[-1])


def test_text_is_placed_by_its_anchor():
    runs = Run("HI", "#ffffff"), Run("HI", "#ffffff", is_bold=True)
    start, middle, end = (ink(Text(30, 40, 9, runs, a)) for a in ("start", "middle", "end"))
    assert 30 <= start[0] <= 32
    assert 28 <= end[1] <= 30
    assert sum(middle) / 2 == pytest.approx(30, abs=1.5)


def test_svg_and_png_show_the_same():
    shown = figure(
        Line(((5, 5.5), (30, 50), (55, 5.5)), "#abcdef", 1.5, (5, 3)),
        Dot(50, 50, 4, "#ff8800"),
        CELLS,
        Box(10, 20, CELLS.width, CELLS.height, "#fedcba"),
    )
    renderer = QSvgRenderer(to_svg(shown).encode())
    assert renderer.isValid()
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    np.testing.assert_array_equal(pixels(image), pixels(figure_image(shown, 2)))


@pytest.mark.parametrize("facts", ["", '{"a": 1}', '{"long": "' + "x" * 5000 + '"}'])
def test_a_png_is_the_image_and_keeps_the_facts(facts):
    shown = figure(CELLS, facts=facts)
    data = to_png(shown, 1)
    assert facts_in_png(data) == facts
    image = QImage.fromData(data)
    np.testing.assert_array_equal(pixels(image), pixels(figure_image(shown, 1)))
    assert to_png(shown, 1) == data


def test_other_files_have_no_facts():
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    assert facts_in_png(bytes(buffer.data().data())) == ""
    assert facts_in_png(b"\x89PNG nonsense") == ""
    assert facts_in_png(b"") == ""
