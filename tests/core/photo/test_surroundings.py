"""The digit is found whatever surrounds it: nothing, a desk, a form's lines, axes or a window."""

import numpy as np
import pytest

from lenet_gui.core.photo.picture import picture_from_grey

SIDE = 120


def seven(paper: int = 230, ink: int = 40) -> np.ndarray:
    """Return a page with a seven that has a bar, drawn with a pen of 8 pixels."""
    grey = np.full((SIDE, SIDE), paper, np.uint8)
    grey[STROKES] = ink
    return grey


def _strokes() -> np.ndarray:
    inked = np.zeros((SIDE, SIDE), bool)
    inked[30:38, 40:80] = True
    for row in range(30, 91):
        left = 72 - (row - 30) // 2
        inked[row, left : left + 8] = True
    return inked


STROKES = _strokes()
BOX = (slice(30, 91), slice(40, 80))


def found(grey: np.ndarray) -> np.ndarray:
    return picture_from_grey(grey).ink > 0.5


def same(inked: np.ndarray, expected: np.ndarray) -> bool:
    """Return whether nine tenths of the ink found and expected are the same."""
    return bool((inked & expected).sum() >= 0.9 * (inked | expected).sum())


@pytest.mark.parametrize("light_on_dark", [False, True])
@pytest.mark.parametrize("scale", [1, 3])
def test_a_digit_cut_flush_to_its_ink_is_the_ink(light_on_dark, scale):
    grey = seven()[BOX].repeat(scale, axis=0).repeat(scale, axis=1)
    expected = STROKES[BOX].repeat(scale, axis=0).repeat(scale, axis=1)
    assert same(found(255 - grey if light_on_dark else grey), expected)


@pytest.mark.parametrize("shade", [0, 40, 70])
def test_the_desk_beside_the_page_is_no_ink(shade):
    grey = seven(ink=90)
    grey[:, 100:] = grey[:12] = shade
    assert same(found(grey), STROKES)


@pytest.mark.parametrize(
    "lines",
    [
        [(slice(4, 8), slice(None))],
        [(slice(4, 8), slice(None)), (slice(None), slice(2, 6))],
        [(slice(0, 4), slice(None)), (slice(-4, None), slice(None)), (slice(None), slice(0, 4))],
        [(slice(0, 70), slice(3, 7)), (slice(112, 115), slice(50, None))],
    ],
)
@pytest.mark.parametrize("has_digit", [True, False])
def test_the_lines_of_a_forms_cell_are_no_ink(lines, has_digit):
    grey = seven() if has_digit else np.full((SIDE, SIDE), 230, np.uint8)
    for place in lines:
        grey[place] = 30
    inked = found(grey)
    assert same(inked, STROKES) if has_digit else not inked.any()


def test_a_digit_that_touches_the_edge_is_kept():
    assert same(found(seven()[:, :80]), STROKES[:, :80])


def test_a_stroke_that_fades_stays_whole():
    grey = seven().astype(np.float64)
    fading = np.linspace(1, 0.4, SIDE)[:, None]
    grey = 230 - (230 - grey) * fading
    assert same(found(grey.astype(np.uint8) + np.eye(SIDE, dtype=np.uint8) * 9), STROKES)


def test_a_digit_within_axes_is_found():
    grey = np.full((200, 240), 255, np.uint8)
    grey[30:152, 50:172] = 0
    grey[31:151, 51:171] = seven(255, 90)
    for tick in range(60, 170, 20):
        grey[152:157, tick] = 0  # a tick, and its number
        grey[160:168, tick - 2 : tick + 3] = 60
    inked = found(grey)
    assert same(inked[31:151, 51:171], STROKES)
    assert inked.sum() == inked[31:151, 51:171].sum()


@pytest.mark.parametrize("shade", [0, 60])
def test_a_digit_on_a_page_in_a_dark_window_is_found(shade):
    grey = np.full((200, 240), shade, np.uint8)
    grey[40:160, 60:180] = seven()
    inked = found(grey)
    assert same(inked[40:160, 60:180], STROKES)


@pytest.mark.parametrize("light_on_dark", [False, True])
def test_an_image_like_mnists_keeps_every_grey(light_on_dark):
    ink = np.zeros((28, 28), np.uint8)
    ink[4:24, 9:17] = np.random.default_rng(3).integers(0, 256, (20, 8))
    ink[4, 9] = 1  # the faintest grey counts, too
    picture = picture_from_grey(ink if light_on_dark else 255 - ink)
    assert picture.is_exact
    np.testing.assert_array_equal(picture.ink, ink.astype(np.float32) / np.float32(255))
