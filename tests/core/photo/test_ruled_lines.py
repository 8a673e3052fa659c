"""Ruled lines are found, and removed without damage to the digit."""

import numpy as np
import pytest

from lenet_gui.core.photo.ruled_lines import find_lines, without_ruling

HEIGHT, WIDTH = 120, 200
ROWS = (20, 50, 80)


def ruled(darkness: float = 0.5, rise: float = 0.0) -> np.ndarray:
    """Return three lines, two pixels thick."""
    dark = np.zeros((HEIGHT, WIDTH), np.float32)
    for row in ROWS:
        for column in range(WIDTH):
            middle = row + round(rise * (column - WIDTH / 2))
            dark[middle : middle + 2, column] = darkness
    return dark


@pytest.mark.parametrize("rise", [-0.05, 0.0, 0.03])
def test_lines_are_found(rise):
    lines = sorted(find_lines(ruled(rise=rise) > 0.25), key=lambda line: line.middle)
    assert [line.middle for line in lines] == pytest.approx([row + 1 for row in ROWS], abs=1)
    assert [line.rise for line in lines] == pytest.approx([rise] * 3, abs=0.01)
    assert [line.thickness for line in lines] == [2, 2, 2]


@pytest.mark.parametrize("darkness", [0.4, 1.0])
@pytest.mark.parametrize("rise", [0.0, 0.03])
def test_lines_are_removed_and_a_stroke_across_them_stays(darkness, rise):
    stroke = (slice(10, 100), slice(96, 104))
    dark = ruled(darkness, rise)
    dark[stroke] = 1
    cleaned = without_ruling(dark, 0.25, 1.0)
    assert (cleaned[stroke] == 1).all()
    cleaned[stroke] = 0
    assert not cleaned[:, :90].any()
    assert not cleaned[:, 110:].any()


def test_squared_paper_is_removed_too():
    dark = np.maximum(ruled(), np.pad(ruled()[:, :HEIGHT].T, ((0, 0), (40, 40))))
    assert not without_ruling(dark, 0.25, 1.0).any()


def test_the_bar_of_a_digit_is_not_a_line():
    dark = np.zeros((HEIGHT, WIDTH), np.float32)
    dark[50:53, 30:170] = 1  # 70 % of the width, but not from edge to edge
    assert np.array_equal(without_ruling(dark, 0.25, 1.0), dark)


def test_a_line_half_hidden_by_ink_is_found_beside_others():
    dark = ruled()
    dark[44:58, :110] = 1  # a thick bar on the second line, starting at the picture's edge
    cleaned = without_ruling(dark, 0.25, 1.0)
    assert not cleaned[:, 120:].any()
    assert (cleaned[44:58, :100] == 1).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (2, 2)])
@pytest.mark.parametrize("value", [0, 1])
def test_pictures_of_any_shape_can_be_cleaned(shape, value):
    assert without_ruling(np.full(shape, value, np.float32), 0.25, 1.0).shape == shape
