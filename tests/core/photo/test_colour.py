"""Coloured ink stands out after conversion to grey."""

import numpy as np
import pytest

from lenet_gui.core.photo.colour import grey_from_colour
from lenet_gui.core.photo.picture import picture_from_grey

STROKE = (slice(20, 80), slice(46, 54))


def page(paper: tuple[int, int, int], ink: tuple[int, int, int]) -> np.ndarray:
    pixels = np.full((100, 100, 3), paper, np.uint8)
    pixels[STROKE] = ink
    return pixels


def test_grey_images_are_unchanged():
    grey = np.random.default_rng(1).integers(0, 256, (40, 30), np.uint8)
    assert np.array_equal(grey_from_colour(np.repeat(grey[:, :, None], 3, axis=2)), grey)


@pytest.mark.parametrize(
    ("paper", "ink"),
    [
        ((255, 255, 255), (255, 240, 0)),  # yellow, as bright as the paper
        ((255, 255, 255), (0, 0, 200)),
        ((130, 130, 130), (200, 100, 120)),  # red and grey, about equally bright
        ((20, 60, 30), (60, 250, 90)),
    ],
)
def test_ink_of_any_colour_is_ink(paper, ink):
    grey = grey_from_colour(page(paper, ink))
    found = picture_from_grey(grey).ink > 0.5
    assert found[STROKE].all()
    assert found.sum() == 60 * 8


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (3, 2)])
def test_a_uniform_colour_stays_uniform(shape):
    grey = grey_from_colour(np.full((*shape, 3), (10, 200, 90), np.uint8))
    assert grey.shape == shape
    assert len(np.unique(grey)) == 1
