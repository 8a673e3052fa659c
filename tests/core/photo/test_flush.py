"""Ink cut flush to the picture is not taken for a page with a desk; an empty cell holds no ink."""

from itertools import pairwise

import numpy as np
import pytest

from lenet_gui.core.photo.background import box_mean
from lenet_gui.core.photo.flush import flush_ink_is_dark
from lenet_gui.core.photo.picture import picture_from_grey

SIDE = 60
PEN = 4.0


def digit(*corners: tuple[int, int]) -> np.ndarray:
    """Return ink, 0 … 1, of strokes from corner (row, column) to corner, soft at their edges."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE].astype(np.float64)
    away = np.full((SIDE, SIDE), np.inf)
    for (top, left), (bottom, right) in pairwise(corners):
        down, across = bottom - top, right - left
        length = max(1e-9, down**2 + across**2)
        at = np.clip(((rows - top) * down + (columns - left) * across) / length, 0, 1)
        away = np.minimum(away, np.hypot(rows - top - at * down, columns - left - at * across))
    return np.clip(PEN - away, 0, 3) / 3


DIGITS = {
    0: digit((10, 25), (25, 12), (45, 20), (50, 35), (35, 46), (15, 42), (10, 25)),
    1: digit((10, 28), (50, 32)),
    2: digit((18, 15), (10, 28), (20, 42), (50, 14), (48, 46)),
    5: digit((10, 45), (10, 18), (27, 18), (30, 40), (45, 40), (50, 15)),
    7: digit((10, 15), (10, 45), (50, 22)),
}


def cut(ink: np.ndarray) -> np.ndarray:
    """Cut ink to what is not paper."""
    rows, columns = np.nonzero(ink)
    return ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


@pytest.mark.parametrize("light_on_dark", [False, True])
@pytest.mark.parametrize("scale", [1, 4])
@pytest.mark.parametrize("number", DIGITS)
def test_ink_that_fades_at_the_edge_is_cut_flush(number, scale, light_on_dark):
    ink = cut(DIGITS[number]).repeat(scale, axis=0).repeat(scale, axis=1)
    grey = np.rint(255 * (ink if light_on_dark else 1 - ink)).astype(np.uint8)
    assert flush_ink_is_dark(grey.astype(np.float32) / np.float32(255)) is not light_on_dark
    found = picture_from_grey(grey).ink > 0.5
    assert found[ink == 1].mean() > 0.95
    assert found[ink == 0].mean() < 0.02


@pytest.mark.parametrize("number", DIGITS)
@pytest.mark.parametrize("shade", [0, 60, 90])
def test_a_page_with_a_desk_at_its_edges_is_not_cut_flush(number, shade):
    grey = 230 - 170 * DIGITS[number].astype(np.float32)
    for edges in ([np.s_[:4]], [np.s_[:, -6:]], [np.s_[:6], np.s_[:, :5]], [np.s_[:3], np.s_[-5:]]):
        page = grey.copy()
        for edge in edges:
            page[edge] = shade
        page = box_mean(page, 3)
        assert flush_ink_is_dark(page / np.float32(255)) is None
        inked = picture_from_grey(page.astype(np.uint8)).ink > 0.5
        assert (inked == (DIGITS[number] > 0.5)).mean() > 0.97


@pytest.mark.parametrize(
    "lines",
    [
        [np.s_[:, 6:9]],
        [np.s_[30:, 53:56]],
        [np.s_[5:7], np.s_[:, 52:54]],  # like a seven
        [np.s_[5:7, 30:], np.s_[:25, 52:54]],
        [np.s_[4:6], np.s_[-6:-4], np.s_[:, 4:6], np.s_[:, -6:-4]],
    ],
)
@pytest.mark.parametrize("light_on_dark", [False, True])
def test_an_empty_cell_holds_no_ink_however_its_lines_meet(lines, light_on_dark):
    grey = np.linspace(235, 210, SIDE) + np.random.default_rng(4).normal(0, 2, (SIDE, SIDE))
    for line in lines:
        grey[line] = 40
    values = np.clip(255 - grey if light_on_dark else grey, 0, 255).astype(np.uint8)
    assert not picture_from_grey(values).ink.any()


def test_a_one_with_margins_is_no_line_of_a_cell():
    grey = np.full((SIDE, SIDE), 230, np.uint8) + np.arange(SIDE, dtype=np.uint8) // 6
    grey[12:48, 28:32] = 40
    assert (picture_from_grey(grey).ink[14:46, 29:31] > 0.5).all()
