"""The brightness of the paper, and the resizing used to estimate it."""

import numpy as np
import pytest

from lenet_gui.core.photo.background import STRIP, box_mean, darkness, ink_is_dark, small_copy
from lenet_gui.core.photo.resizing import resize_smoothly, shrunk


def test_ink_is_equally_dark_in_a_shadow():
    values = np.full((100, 100), 0.85, np.float32)
    values[:, 50:] = 0.45
    reflected = np.ones((100, 100), np.float32)
    reflected[40:60, 20:24] = reflected[40:60, 76:80] = 0.2
    lit = values * reflected
    dark = darkness(lit, True, small_copy(lit))
    assert dark[50, 21] == pytest.approx(0.68, abs=0.02)  # (0.85 − 0.17) / (0.85 + 0.15)
    assert dark[50, 77] == pytest.approx(0.6, abs=0.02)  # (0.45 − 0.09) / (0.45 + 0.15)
    assert np.abs(dark[:30, :45]).max() == pytest.approx(0, abs=1e-5)


def test_light_ink_on_dark_paper_is_dark():
    values = np.full((100, 100), 0.1, np.float32)
    values[40:60, 48:52] = 0.6
    assert not ink_is_dark(small_copy(values))
    dark = darkness(values, False, small_copy(values))
    assert dark[50, 50] == pytest.approx(2.0)  # (0.6 − 0.1) / (0.1 + 0.15)
    assert dark[10, 10] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("is_dark", [True, False])
@pytest.mark.parametrize("grey", [0, 0.4, 1])
def test_blank_paper_is_not_dark_anywhere(grey, is_dark):
    values = np.full((40, 30), grey, np.float32)
    assert not darkness(values, is_dark, small_copy(values)).any()


def test_means_use_fewer_cells_at_the_edges():
    values = np.array([[0, 0, 0], [0, 9, 0], [0, 0, 9]], np.float32)
    means = box_mean(values, 3)
    assert means[1, 1] == 2  # 18 over 9 cells
    assert means[0, 0] == 2.25  # 9 over 4 cells
    assert means[2, 2] == 4.5  # 18 over 4 cells


def test_means_do_not_depend_on_strips():
    # A ramp 0, 1, 2 …: away from the edges, each mean is the value in the middle.
    columns = np.tile(np.arange(3 * STRIP + 5, dtype=np.float32), (2 * STRIP + 1, 1))
    for values in (columns, columns.T):
        means = box_mean(values, 5)
        assert np.array_equal(means[2:-2, 2:-2], values[2:-2, 2:-2])


@pytest.mark.parametrize("window", [3, 5, 7, 9, 29])
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (STRIP + 9, 31)])
def test_means_match_every_window(window, shape):
    values = np.random.default_rng(window).random(shape).astype(np.float32)
    means, reach = box_mean(values, window), window // 2
    assert means.dtype == np.float32
    for row, column in np.ndindex(shape):
        around = values[
            max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1
        ]
        assert means[row, column] == pytest.approx(around.mean(), abs=1e-6)


def test_smooth_resizing_interpolates_between_pixel_centres():
    rows = resize_smoothly(np.array([[0.0], [1.0]], np.float32), 4, 1)
    assert rows[:, 0] == pytest.approx([0, 0.25, 0.75, 1])
    assert resize_smoothly(np.full((1, 1), 0.5, np.float32), 2, 3) == pytest.approx(0.5)


def test_only_larger_images_are_shrunk():
    image = np.arange(12, dtype=np.float32).reshape(3, 4) / 12
    assert np.array_equal(shrunk(image, 4), image)
    halves = shrunk(np.repeat(np.repeat(image, 2, axis=0), 2, axis=1), 4)
    assert halves == pytest.approx(image, abs=1e-6)
    assert shrunk(np.ones((1, 100), np.float32), 10).shape == (1, 10)
