"""Where framing places ink, worked out by hand."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from lenet_gui.core.framing.framing import DEFAULT_PEN, Framing, frame
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing


def picture(rows: slice, columns: slice, shape: tuple[int, int]) -> Picture:
    ink = np.zeros(shape, np.float32)
    ink[rows, columns] = 1
    return Picture(ink)


BAR = picture(slice(10, 50), slice(12, 28), (60, 90))
"""40 high and 16 wide: halved it is 20×8, and its middle (4, 10) is placed at (14.5, 14.5)."""


def test_the_fit_of_a_picture_maps_its_ink_to_the_frame() -> None:
    fit = frame(BAR).fit
    assert fit is not None
    # Column 12 goes to 14.5 − 4 and row 10 to 14.5 − 10, in whole pixels: to 10 and 4.
    assert (fit.scale, fit.x, fit.y) == (0.5, 10 - 12 / 2, 4 - 10 / 2)


def test_the_fit_of_a_whole_picture_maps_it_to_the_frame() -> None:
    fit = frame(picture(slice(0, 9), slice(0, 9), (28, 56)), Framing.NONE).fit
    assert fit is not None
    assert (fit.scale, fit.x, fit.y) == (0.5, 0, 7)  # 14 rows of 28, in the middle


@pytest.mark.parametrize(
    ("points", "longer", "middle"),
    [([(2, 4), (12, 44)], 40, (7, 24)), ([(2, 4), (3, 4)], 1, (2.5, 4)), ([(2, 4)], 1, (2, 4))],
    ids=["tall", "of length 1", "a dot"],
)
def test_a_drawing_without_a_canvas_is_laid_out_as_in_mnist(
    points: list[tuple[float, float]], longer: float, middle: tuple[float, float]
) -> None:
    fit = frame(Drawing().with_stroke(points), Framing.NONE).fit
    assert fit is not None
    assert fit.scale == pytest.approx((20 - DEFAULT_PEN) / longer)
    assert fit.apply(np.array([middle])) == pytest.approx(np.full((1, 2), 14.0))


@pytest.mark.parametrize(
    ("length", "longer"),
    [(1 / COORDINATE_LIMIT, 1), (1.5 / COORDINATE_LIMIT, 1.5 / COORDINATE_LIMIT)],
)
@pytest.mark.parametrize("framing", Framing)
def test_a_line_of_negligible_length_is_a_dot(
    length: float, longer: float, framing: Framing
) -> None:
    fit = frame(Drawing().with_stroke([(0, 0), (length, 0)]), framing).fit
    assert fit is not None
    # A dot isn't enlarged; without a canvas, its longer side counts as 1.
    dot = 1 if framing is Framing.MNIST else 20 - DEFAULT_PEN
    assert fit.scale == pytest.approx(dot if longer == 1 else (20 - DEFAULT_PEN) / longer)


@pytest.mark.parametrize(
    ("heavy", "light", "left"), [((18, 20), 0, 0), ((0, 2), 19, 8)], ids=["right", "left"]
)
@pytest.mark.parametrize("turned", [False, True], ids=["across", "down"])
def test_a_lopsided_digit_stays_within_the_frame(
    heavy: tuple[int, int], light: int, left: int, turned: bool
) -> None:
    ink = np.zeros((20, 20), np.float32)
    ink[:, slice(*heavy)] = 1
    ink[10, light] = 1
    framed = frame(Picture(ink.T if turned else ink)).framed
    rows, columns = np.nonzero(framed.T if turned else framed)
    # Its box, 20 of 28, stops at the frame's edge before the centre of mass reaches 14.5.
    assert (columns.min(), columns.max()) == (left, left + 19)
    assert (rows.min(), rows.max()) == (4, 23)


def test_a_small_picture_is_enlarged_and_keeps_its_grey() -> None:
    framed = frame(Picture(np.full((10, 5), 0.5, np.float32))).framed
    rows, columns = np.nonzero(framed)
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == (20, 10)
    assert framed.max() == pytest.approx(0.5)


def test_a_line_one_pixel_wide_stays_one_pixel_wide() -> None:
    assert np.count_nonzero(frame(Picture(np.ones((100, 1), np.float32))).framed) == 20


def test_a_shrunk_picture_is_scaled_to_its_85th_percentile() -> None:
    shades = np.arange(1, 21, dtype=np.float32) / 20
    framed = frame(Picture(np.repeat(shades, 2)[:, None].repeat(2, axis=1))).framed
    # The 85th percentile of 20 sorted values is 0.85 · 19 = 16.15 steps from the first.
    full = (1 + 16.15) / 20
    assert framed[framed > 0] == pytest.approx(np.minimum(shades / full, 1))


@pytest.mark.parametrize("is_tall", [False, True])
def test_a_whole_picture_is_centred(is_tall: bool) -> None:
    ink = np.ones((28, 14), np.float32)
    canvas = frame(Picture(ink if is_tall else ink.T), Framing.NONE).framed
    assert np.array_equal(np.flatnonzero(canvas.any(axis=0 if is_tall else 1)), np.arange(7, 21))


def test_frames_are_frozen_and_compared_by_identity() -> None:
    one, other = frame(BAR), frame(BAR)
    assert {one, other} == {other, one}
    assert one != other
    with pytest.raises(FrozenInstanceError):
        one.framed = other.framed  # type: ignore[misc]
