"""Where the shape of the ink depends on the threshold, a picture has other inks, too."""

import numpy as np
import pytest

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.contrast import THRESHOLD
from lenet_gui.core.photo.picture import Picture, picture_from_grey
from lenet_gui.core.photo.thresholds import LOOSER, STRICTER, other_inks

SHAPE = (100, 80)
PALE = (slice(48, 52), slice(30, 34))
BAR = (slice(20, 80), slice(30, 34))
SPECK = (slice(10, 13), slice(60, 63))


def broken_bar(gap: float, whole: float = 1.0) -> np.ndarray:
    """Return how dark a bar is whose middle is paler, and a speck as pale beside it."""
    dark = np.zeros(SHAPE, np.float32)
    dark[BAR] = whole
    dark[PALE] = dark[SPECK] = gap
    return dark


def others(dark: np.ndarray) -> list[np.ndarray]:
    return list(other_inks(dark, dark >= THRESHOLD, THRESHOLD))


def test_a_looser_threshold_closes_a_gap_and_adds_no_speck():
    (ink,) = others(broken_bar(1.1 * LOOSER * THRESHOLD))
    assert (ink[BAR] > 0).all()
    assert not ink[SPECK].any()


def test_a_stricter_threshold_opens_a_gap():
    (ink,) = others(broken_bar(0.95 * STRICTER * THRESHOLD))
    assert ink[20:47, 30:34].all()
    assert ink[52:80, 30:34].all()
    assert not (ink[49:51] > 0).any()


@pytest.mark.parametrize("gap", [0, 0.5 * LOOSER * THRESHOLD, 1])
def test_ink_that_is_the_same_has_no_others(gap):
    assert not others(broken_bar(gap))


def test_without_ink_there_is_none():
    assert not others(np.zeros(SHAPE, np.float32))


def photograph(pale: int) -> Picture:
    """Return what is found in a noisy picture of a bar with a pale middle."""
    noise = np.random.default_rng(0).normal(0, 3, SHAPE)
    grey = np.full(SHAPE, 220.0) - 180 * broken_bar(0)
    grey[42:58, 30:34] = pale
    return picture_from_grey(np.clip(grey + noise, 0, 255).astype(np.uint8))


def test_a_part_of_a_picture_has_the_same_part_of_its_other_inks():
    picture = photograph(156)
    (ink,) = picture.others
    assert ink.shape == picture.ink.shape
    (part,) = picture.cropped(Box(20, 10, 50, 90)).others
    np.testing.assert_array_equal(part, ink[10:90, 20:50])


def test_even_ink_and_clean_pictures_have_no_other_inks():
    assert not photograph(40).others
    clean = (255 * (1 - broken_bar(0.4))).astype(np.uint8)
    assert not picture_from_grey(clean).others
