"""Pictures: which pixels count as ink."""

import numpy as np
import pytest

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.contrast import THRESHOLDS
from lenet_gui.core.photo.picture import Picture, picture_from_grey, picture_from_ink


def page(paper=255, shape=(60, 40)):
    return np.full(shape, paper, np.uint8)


def test_dark_on_light_and_light_on_dark_are_the_same_ink():
    grey = page(250)
    grey[20:40, 18:22] = 10
    grey[30, 10:30] = 130
    dark = picture_from_grey(grey).ink
    light = picture_from_grey(255 - grey).ink

    assert dark == pytest.approx(light, abs=1e-6)
    assert (dark[20:30, 18:22] == 1).all()
    assert dark[30, 12] == pytest.approx(0.5)  # (250 − 130) / (250 − 10)
    assert not dark[:20].any()
    assert dark.dtype == np.float32


def test_faint_grey_is_paper():
    grey = page(255)
    grey[20:40, 18:22] = 0
    grey[5:8, 5:8] = 240  # 6 % of the ink
    ink = picture_from_grey(grey).ink
    assert not ink[5:8, 5:8].any()
    assert ink.sum() == 80


def test_pale_ink_is_stretched_to_full_ink():
    grey = page(255)
    grey[20:40, 18:22] = 205
    assert picture_from_grey(grey).ink.max() == 1


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (2, 2), (60, 40)])
@pytest.mark.parametrize("paper", [0, 128, 255])
def test_a_uniform_grey_is_blank(paper, shape):
    ink = picture_from_grey(page(paper, shape)).ink
    assert ink.shape == shape
    assert not ink.any()


@pytest.mark.parametrize("paper", [60, 128, 195])
@pytest.mark.parametrize("deviation", [1, 3, 10, 15])
def test_noisy_paper_without_ink_is_blank(paper, deviation):
    noise = np.random.default_rng(1).normal(0, deviation, (400, 300))
    grey = np.clip(paper + noise, 0, 255).astype(np.uint8)
    assert not picture_from_grey(grey).ink.any()


@pytest.mark.parametrize(("paper", "pen"), [(255, 0), (0, 255)])
def test_a_thin_line_in_a_large_picture_is_ink(paper, pen):
    grey = page(paper, (1000, 1000))
    grey[300:700, 500] = pen  # 0.04 % of the pixels
    ink = picture_from_grey(grey).ink
    assert ink.sum() == 400
    assert (ink[300:700, 500] == 1).all()


@pytest.mark.parametrize("light_on_dark", [False, True])
@pytest.mark.parametrize("deviation", [3, 10, 15])
@pytest.mark.parametrize("width", [2, 10])
def test_noise_is_removed_but_a_line_in_it_stays(light_on_dark, deviation, width):
    grey = np.full((300, 300), 200.0)
    grey[60:140, 95 : 95 + width] = 50
    grey += np.random.default_rng(2).normal(0, deviation, grey.shape)
    values = np.clip(grey, 0, 255).astype(np.uint8)
    ink = picture_from_grey(255 - values if light_on_dark else values).ink
    assert (ink[60:140, 95 : 95 + width] > 0.5).all()
    ink[60:140, 95 : 95 + width] = 0
    assert not ink.any()


def test_mnists_ink_is_used_unchanged():
    image = np.array([[0, 51, 255]], np.uint8)
    ink = picture_from_ink(image).ink
    assert ink[0] == pytest.approx([0, 0.2, 1])
    assert ink.dtype == np.float32


def stroke_in_light(light):
    """A stroke that reflects a quarter of the light, on paper that reflects all of it."""
    reflected = np.ones(light.shape)
    reflected[STROKE] = 0.25
    return np.rint(light * reflected).astype(np.uint8)


STROKE = (slice(60, 140), slice(95, 105))


@pytest.mark.parametrize("light_on_dark", [False, True])
@pytest.mark.parametrize("dim", [0.3, 0.6])
def test_uneven_light_is_evened_out(dim, light_on_dark):
    light = np.broadcast_to(np.linspace(240, 240 * dim, 200), (200, 200))
    grey = stroke_in_light(light)
    ink = picture_from_grey(255 - grey if light_on_dark else grey).ink
    assert (ink[60:140, 97:103] > 0.9).all()
    ink[58:142, 93:107] = 0
    assert not ink.any()


def test_the_edge_of_a_shadow_is_not_ink():
    light = np.full((200, 200), 220.0)
    light[:, 120:] = 110
    ink = picture_from_grey(stroke_in_light(light)).ink
    assert (ink[62:138, 97:103] > 0.9).all()
    assert not ink[:, 110:].any()


def test_ruled_lines_are_not_ink():
    grey = stroke_in_light(np.full((200, 200), 220.0))
    grey[15::30] = np.minimum(grey[15::30], 120)
    ink = picture_from_grey(grey).ink
    assert (ink[62:138, 97:103] > 0.9).all()
    ink[58:142, 93:107] = 0
    assert not ink.any()


def test_specks_are_not_ink_but_a_second_stroke_is():
    grey = stroke_in_light(np.full((200, 200), 220.0)).copy()
    grey[:, 0] = 200  # not a clean picture
    grey[20:23, 20:23] = 55  # 9 pixels, the stroke 800
    grey[60:70, 120:150] = 55
    ink = picture_from_grey(grey).ink
    assert not ink[:50, :50].any()
    assert (ink[62:68, 122:148] > 0.9).all()


@pytest.mark.parametrize("clean", [True, False])
def test_the_threshold_sets_how_dark_ink_must_be(clean):
    grey = np.full((200, 200), 220, np.uint8)
    grey[STROKE] = 20
    grey[STROKE[0], 105:115] = 160  # a smudge beside it, 30 % as dark
    if not clean:
        grey[:, 0] = 200
    inked = {
        threshold: (picture_from_grey(grey, threshold).ink >= 0.45).sum() / 80
        for threshold in (0.2, 0.5, 0.8)
    }
    assert inked[0.2] >= 20
    assert inked[0.5] == pytest.approx(10, abs=2)
    assert inked[0.8] <= inked[0.5]


def test_a_threshold_is_clamped_to_its_range():
    grey = stroke_in_light(np.full((200, 200), 220.0))
    low, high = THRESHOLDS
    for given, held in ((-1, low), (2, high)):
        ink = picture_from_grey(grey, given).ink
        assert np.array_equal(ink, picture_from_grey(grey, held).ink)


def test_small_images_of_a_data_set_keep_every_grey():
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 12:15] = (100, 255, 180)
    assert np.array_equal(picture_from_grey(image).ink, picture_from_ink(image).ink)


def test_cropping_a_picture_keeps_its_ink():
    ink = np.arange(12, dtype=np.float32).reshape(3, 4) / 12
    assert np.array_equal(Picture(ink).cropped(Box(1, 0, 3, 2)).ink, ink[0:2, 1:3])
