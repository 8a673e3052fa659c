"""Pictures on the page, painted on with the pen and the eraser."""

import numpy as np
import pytest

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE
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
