"""Runs and connected components of masks small enough to check by eye."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenet_gui.core.photo.connected_components import find_pieces, find_runs


def mask(*rows: str) -> np.ndarray:
    return np.array([[cell == "#" for cell in row] for row in rows])


def test_runs_are_stretches_of_ink_within_rows():
    runs = find_runs(mask("##.#", "....", "...#"))
    assert runs.rows.tolist() == [0, 0, 2]
    assert runs.starts.tolist() == [0, 3, 3]
    assert runs.stops.tolist() == [2, 4, 4]


def test_pixels_touching_at_a_corner_are_connected():
    pieces = find_pieces(mask("#..#", ".#..", "...."))
    assert sorted(pieces.areas.tolist()) == [1, 2]


def test_the_end_of_a_row_does_not_touch_the_start_of_the_next():
    assert find_pieces(mask("...#", "#...")).areas.tolist() == [1, 1]


def test_a_ring_is_one_piece_with_a_box():
    pieces = find_pieces(mask("......", ".###..", ".#.#..", ".###.."))
    assert pieces.areas.tolist() == [8]
    box = (pieces.tops, pieces.bottoms, pieces.lefts, pieces.rights)
    assert [int(side[0]) for side in box] == [1, 4, 1, 4]


def test_a_peak_is_the_largest_value_in_a_piece():
    values = np.array([[1, 9, 2], [0, 9, 3]], np.float32)
    pieces = find_pieces(mask("#.#", "..#"))
    assert sorted(pieces.peaks(values).tolist()) == [1, 3]


@pytest.mark.parametrize("full", [False, True])
def test_blank_and_full_masks(full):
    pieces = find_pieces(np.full((3, 2), full))
    assert pieces.areas.tolist() == ([6] if full else [])
    assert len(pieces.peaks(np.ones((3, 2), np.float32))) == int(full)


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=7))
def test_pieces_match_a_flood_fill(rows):
    given_mask = np.array(rows)
    pieces = find_pieces(given_mask)
    assert sorted(pieces.areas.tolist()) == sorted(walked(given_mask))
    everything = np.ones(len(pieces.areas), bool)
    assert np.array_equal(pieces.mask(everything, given_mask.shape), given_mask)


def walked(left: np.ndarray) -> list[int]:
    """Return the areas of the pieces, found by flood fill."""
    places = set(zip(*map(np.ndarray.tolist, np.nonzero(left)), strict=True))
    areas = []
    while places:
        edge, area = [places.pop()], 0
        while edge:
            row, column = edge.pop()
            area += 1
            around = {(row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)}
            edge += around & places
            places -= around
        areas.append(area)
    return areas
