"""Where framing says that ink went, worked out by hand."""

import numpy as np
import pytest

from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import DEFAULT_PEN, Framing, frame
from lenet_gui.core.picture import Picture


def picture(rows: slice, columns: slice, shape: tuple[int, int]) -> Picture:
    ink = np.zeros(shape, np.float32)
    ink[rows, columns] = 1
    return Picture(ink)


BAR = picture(slice(10, 50), slice(12, 28), (60, 90))
"""40 high and 16 wide: halved it is 20×8, its middle (4, 10), which goes to 14.5 and 14.5."""


def test_a_pictures_ink_is_told_where_it_went() -> None:
    fit = frame(BAR).fit
    assert fit is not None
    # From column 12 to 14.5 − 4, and from row 10 to 14.5 − 10, in whole pixels: to 10 and to 4.
    assert (fit.scale, fit.x, fit.y) == (0.5, 10 - 12 / 2, 4 - 10 / 2)


def test_a_whole_picture_is_told_where_it_went() -> None:
    fit = frame(picture(slice(0, 9), slice(0, 9), (28, 56)), Framing.NONE).fit
    assert fit is not None
    assert (fit.scale, fit.x, fit.y) == (0.5, 0, 7)  # 14 rows of 28, in the middle


@pytest.mark.parametrize(
    ("points", "longer", "middle"),
    [([(2, 4), (12, 44)], 40, (7, 24)), ([(2, 4), (3, 4)], 1, (2.5, 4)), ([(2, 4)], 1, (2, 4))],
    ids=["tall", "of length 1", "a dot"],
)
def test_a_drawing_on_no_canvas_is_laid_out_as_mnist_would(
    points: list[tuple[float, float]], longer: float, middle: tuple[float, float]
) -> None:
    fit = frame(Drawing().with_stroke(points), Framing.NONE).fit
    assert fit is not None
    assert fit.scale == pytest.approx((20 - DEFAULT_PEN) / longer)
    assert fit.apply(np.array([middle])) == pytest.approx(np.full((1, 2), 14.0))
