"""Pictures: which pixels are ink."""

import numpy as np
import pytest

from lenet_gui.core.picture import picture_from_grey, picture_from_ink


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
    assert dark[30, 12] == pytest.approx(0.5)  # 250 − 130 of 250 − 10
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
def test_one_grey_all_over_is_blank(paper, shape):
    ink = picture_from_grey(page(paper, shape)).ink
    assert ink.shape == shape
    assert not ink.any()


@pytest.mark.parametrize("paper", [60, 128, 195])
@pytest.mark.parametrize("deviation", [1, 3, 10, 15])
def test_paper_with_nothing_but_noise_is_blank(paper, deviation):
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
def test_a_line_in_noise_keeps_its_ink_and_loses_the_noise(light_on_dark, deviation, width):
    grey = np.full((300, 300), 200.0)
    grey[60:140, 95 : 95 + width] = 50
    grey += np.random.default_rng(2).normal(0, deviation, grey.shape)
    values = np.clip(grey, 0, 255).astype(np.uint8)
    ink = picture_from_grey(255 - values if light_on_dark else values).ink
    assert (ink[60:140, 95 : 95 + width] > 0.5).all()
    ink[60:140, 95 : 95 + width] = 0
    assert not ink.any()


def test_mnists_ink_is_taken_as_it_stands():
    image = np.array([[0, 51, 255]], np.uint8)
    ink = picture_from_ink(image).ink
    assert ink[0] == pytest.approx([0, 0.2, 1])
    assert ink.dtype == np.float32
