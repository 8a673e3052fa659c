"""Painting only the new ink gives the same pixels as painting everything."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.canvas import ink_cache
from lenet_gui.ui.canvas.ink_cache import Sheet
from lenet_gui.ui.kit.theme import DARK, LIGHT, Theme

BLANK = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=30.0)
ONE = BLANK.with_stroke([(100, 100), (400, 150), (200, 500)])
TWO = ONE.with_stroke([(90, 300), (470, 333)])
PRESSED = TWO.with_stroke([(300, 30), (310, 540)], pressures=[0.2, 0.9])


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Return a list of the number of strokes in each painting, filled while the test runs."""
    counts: list[int] = []
    paint = ink_cache.paint_drawing

    def counting(
        painter: QPainter, drawing: Drawing, colour: str, area: QRectF | None = None
    ) -> None:
        counts.append(len(drawing.strokes))
        paint(painter, drawing, colour, area)

    monkeypatch.setattr(ink_cache, "paint_drawing", counting)
    return counts


def lay(sheet: Sheet, source: Drawing | Picture, side: int = 90, theme: Theme = LIGHT) -> QImage:
    sheet.lay(source, QSize(side, side), 1.0, side / CANVAS_SIZE, theme)
    return sheet.ink.toImage()


@pytest.mark.usefixtures("qapp")
def test_only_new_strokes_are_painted(painted: list[int]) -> None:
    sheet = Sheet()
    for drawing in (BLANK, ONE, TWO, TWO):
        assert lay(sheet, drawing) == lay(Sheet(), drawing)
    # Every second count is a fresh sheet's, which paints all strokes.
    assert painted[::2] == [0, 1, 1, 0]
    assert painted[1::2] == [0, 1, 2, 2]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("change", "strokes"),
    [
        (lambda: ONE, 1),
        (lambda: PRESSED, 3),  # strokes without a pressure get one
        (lambda: replace(TWO, pen_width=60.0), 2),
        (lambda: replace(TWO, strokes=TWO.strokes[::-1]), 2),
        (lambda: replace(TWO, strokes=(TWO.strokes[0], TWO.strokes[1] + 1)), 2),
    ],
)
def test_a_change_to_earlier_ink_repaints_everything(
    painted: list[int], change: Callable[[], Drawing], strokes: int
) -> None:
    sheet = Sheet()
    lay(sheet, TWO)
    assert lay(sheet, change()) == lay(Sheet(), change())
    assert painted == [2, strokes, strokes]


@pytest.mark.usefixtures("qapp")
def test_another_theme_or_size_repaints_everything() -> None:
    sheet = Sheet()
    lay(sheet, TWO)
    assert lay(sheet, TWO, theme=DARK) == lay(Sheet(), TWO, theme=DARK)
    assert lay(sheet, TWO, side=120) == lay(Sheet(), TWO, side=120)


@pytest.mark.usefixtures("qapp")
def test_pictures_and_drawings_replace_each_other() -> None:
    sheet, picture = Sheet(), Picture(np.eye(28, dtype=np.float32))
    lay(sheet, ONE)
    assert lay(sheet, picture) == lay(Sheet(), picture)
    assert lay(sheet, ONE) == lay(Sheet(), ONE)


@pytest.mark.usefixtures("qapp")
def test_painting_onto_the_ink_does_not_change_the_cache() -> None:
    sheet = Sheet()
    lay(sheet, ONE)
    with QPainter(sheet.ink) as painter:
        painter.fillRect(0, 0, 90, 90, LIGHT.accent)
    assert lay(sheet, TWO) == lay(Sheet(), TWO)


@pytest.mark.usefixtures("qapp")
def test_a_canvas_without_a_size_has_no_ink() -> None:
    sheet = Sheet()
    sheet.lay(ONE, QSize(0, 0), 1.0, 0.0, LIGHT)
    assert sheet.ink.isNull()
