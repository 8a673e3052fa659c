"""Pictures on the page, painted on with the pen and the eraser."""

import numpy as np
import pytest

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.retouching import FINEST, retouched

CELL = CANVAS_SIZE / 28
LINE = ((2 * CELL, 6.5 * CELL), (26 * CELL, 6.5 * CELL))


def picture(rows: int = 28, columns: int = 28) -> Picture:
    """Return a picture with a bar down the middle."""
    ink = np.zeros((rows, columns), np.float32)
    ink[rows // 7 : -(rows // 7), columns // 2 - 1 : columns // 2 + 1] = 1
    return Picture(ink)


def test_ink_lies_where_it_was_drawn_and_is_as_wide_as_the_pen() -> None:
    found = retouched(picture(), LINE, 3 * CELL).picture.ink
    assert found[5:8, 4:13].all()
    assert not found[:5, 2:13].any()
    assert found[:, 4].sum() == 3


@pytest.mark.parametrize("shape", [(28, 14), (14, 28)])
def test_ink_beside_a_narrow_picture_is_kept(shape: tuple[int, int]) -> None:
    found = retouched(picture(*shape), ((CELL, CELL), (27 * CELL, 27 * CELL)), CELL).picture
    assert found.ink.shape == (28, 28)
    assert found.ink[1, 1] > 0.5
    assert found.ink[26, 26] > 0.5


def test_the_picture_under_the_ink_stays_where_it_was() -> None:
    before = picture(28, 14)
    after = retouched(before, ((CELL, CELL),), CELL).picture
    assert np.array_equal(after.ink[:, 7:21], before.ink)


def test_a_large_picture_is_painted_on_at_the_canvass_finest() -> None:
    before = picture(2 * FINEST, FINEST)
    after = retouched(before, LINE, CELL).picture
    assert after.ink.shape == (FINEST, FINEST)
    plain = retouched(before, ((280.0, 280.0),), 1.0).picture  # within the bar
    assert frame(plain).padded == pytest.approx(frame(before).padded, abs=0.05)


@pytest.mark.parametrize("side", [1, 8, 13])
def test_a_small_picture_is_painted_on_as_finely_as_a_digit(side: int) -> None:
    before = Picture(np.ones((side, side), np.float32))
    after = retouched(before, LINE, CELL, is_ink=False).picture.ink
    high = (after < 1).any(axis=1).mean() * CANVAS_SIZE / CELL
    assert 1 <= high <= 2, "no higher than the pixels that the line touches"


def test_a_small_picture_reads_as_before_where_it_is_not_painted_on() -> None:
    before = Picture(np.tri(9, dtype=np.float32))
    plain = retouched(before, ((200.0, 400.0),), 1.0).picture  # within the ink
    assert frame(plain).padded == pytest.approx(frame(before).padded, abs=1e-5)


def test_a_picture_that_does_not_change_is_the_same_one() -> None:
    before = picture(28, 14)
    assert retouched(before, ((CELL, CELL),), CELL, is_ink=False).picture is before


def test_only_the_named_area_differs() -> None:
    square = picture()
    after, area = retouched(square, LINE, CELL)
    assert area is not None
    rows, columns = np.nonzero(after.ink != square.ink)
    left, top, right, bottom = (side / CELL for side in area)
    assert left <= columns.min()
    assert top <= rows.min()
    assert right >= columns.max() + 1
    assert bottom >= rows.max() + 1
    assert retouched(picture(28, 14), LINE, CELL).area is None, "all of it may have moved"


# In the editor


def draw(editor: DrawingEditor, *points: tuple[float, float]) -> None:
    editor.begin(points[0])
    for point in points[1:]:
        editor.extend(point)
    editor.finish()


BAR = np.zeros((28, 28), np.float32)
BAR[4:24, 13:15] = 1


def test_each_stroke_on_a_picture_is_a_step() -> None:
    editor, picture = DrawingEditor(), Picture(BAR)
    editor.load(picture)
    draw(editor, (20, 20), (200, 20))
    once = editor.picture
    assert once is not None
    assert (once.ink >= BAR).all()
    assert once.ink[0, 1:10].all()
    draw(editor, (20, 540), (200, 540))
    assert editor.picture is not None
    assert editor.picture.ink[-1, 1:10].all()
    editor.undo()
    assert editor.picture is once
    editor.undo()
    assert editor.picture is picture
    editor.redo()
    editor.redo()
    assert editor.picture.ink[-1, 1:10].all()
    assert editor.drawing.is_empty


def test_a_stroke_on_a_picture_is_read_while_it_is_drawn() -> None:
    editor, picture = DrawingEditor(), Picture(BAR)
    editor.load(picture)
    editor.begin((20, 20))
    editor.extend((200, 20))
    assert isinstance(editor.source, Picture)
    assert editor.source.ink[0, 1:10].all()
    assert not editor.can_undo
    editor.discard()
    assert editor.source is picture


def test_pressure_makes_the_line_on_a_picture_wider() -> None:
    sums = []
    for pressure in (0.1, None, 1.0):
        editor = DrawingEditor()
        editor.load(Picture(BAR))
        editor.begin((60, 60), pressure)
        editor.extend((60, 500), pressure)
        editor.finish()
        assert editor.picture is not None
        sums.append(editor.picture.ink.sum())
    assert sums[0] < sums[1] < sums[2]


def test_a_picture_brings_a_pen_as_wide_as_its_lines() -> None:
    editor = DrawingEditor()
    editor.set_pen_width(4.0)
    editor.load(Picture(BAR))
    assert editor.pen_width == pytest.approx(2, abs=0.2)
    editor.clear()
    assert editor.pen_width == 4, "a new drawing has the pen that was chosen"
    editor.load(Picture(np.zeros((5, 5), np.float32)))
    assert editor.pen_width == 4, "without lines there is nothing to go by"


def test_a_picture_without_any_ink_left_is_an_empty_page() -> None:
    editor = DrawingEditor()
    editor.load(Picture(BAR))
    editor.preview(Picture(np.zeros_like(BAR)))
    editor.finish()
    assert editor.is_empty
    assert editor.picture is None
    editor.undo()
    assert editor.picture is not None
