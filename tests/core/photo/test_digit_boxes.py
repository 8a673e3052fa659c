"""Marks of connected ink, and the mark most likely intended."""

import numpy as np
import pytest

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.digit_boxes import find_marks, likely_mark, needs_crop, with_margin
from lenet_gui.core.photo.picture import Picture


def ink(*boxes: Box, shape: tuple[int, int] = (100, 200)) -> np.ndarray:
    made = np.zeros(shape, np.float32)
    for box in boxes:
        made[box.top : box.bottom, box.left : box.right] = 1
    return made


def test_digits_are_marks_in_reading_order():
    first, second = Box(10, 12, 20, 42), Box(60, 8, 70, 38)
    below = Box(5, 60, 15, 90)
    assert find_marks(ink(below, second, first)) == [first, second, below]


def test_strokes_of_one_digit_are_one_mark():
    body, bar = Box(10, 20, 30, 60), Box(32, 20, 44, 24)  # 2 apart; up to 40 · 0.12 counts as near
    assert find_marks(ink(body, bar)) == [Box(10, 20, 44, 60)]


def test_a_dot_beside_a_digit_is_not_a_mark():
    digit = Box(50, 20, 60, 60)
    assert find_marks(ink(digit, Box(150, 80, 153, 83))) == [digit]


def test_blank_paper_has_no_marks():
    assert find_marks(ink()) == []
    assert not needs_crop(Picture(ink()))


@pytest.mark.parametrize(
    ("boxes", "needed"),
    [
        ([Box(80, 20, 100, 80)], False),  # 60 of 100
        ([Box(80, 30, 100, 69)], True),  # 39 of 100
        ([Box(20, 20, 40, 80), Box(120, 20, 140, 80)], True),
    ],
)
def test_a_picture_of_more_than_one_digit_needs_a_crop(boxes, needed):
    assert needs_crop(Picture(ink(*boxes))) == needed


def test_the_likely_mark_is_large_or_central():
    corner, middle = Box(0, 0, 10, 30), Box(95, 35, 105, 65)
    assert likely_mark([corner, middle], (100, 200)) == 1
    assert likely_mark([Box(0, 0, 30, 90), middle], (100, 200)) == 0


def test_a_margin_ends_at_the_pictures_edge():
    assert with_margin(Box(1, 30, 21, 70), (72, 200)) == Box(0, 24, 27, 72)  # 6 = 0.15 · 40


def test_a_pattern_of_dots_has_marks():
    pattern = np.indices((200, 200)).sum(axis=0) % 4 == 0
    assert len(find_marks(pattern.astype(np.float32))) >= 1
