"""Segments that others hide are found, and none that may be seen is taken for one."""

import numpy as np
import pytest

from lenet_gui.core.framing.raster import MANY, coverage, lasting, may_show
from lenet_gui.core.framing.segments import Segments, wavering

SIZE = 28
REACH, FULL = 1.5, 1.0  # a pen of 2


def asked(depth, *pieces, play=0.0):
    """Return which segments, each (start, end), may show beside ink so deep."""
    ends = np.array(pieces, np.float64)
    return may_show(ends[:, 0], ends[:, 1], depth, REACH, FULL, play).tolist()


def blot(low, high, deep=2.0):
    """Return ink so deep in the cells from `low` to `high`, across and down, and none beside."""
    depth = np.full((SIZE, SIZE), -np.inf, np.float32)
    depth[low:high, low:high] = deep
    return depth


def test_in_full_ink_nothing_shows_and_beside_it_everything():
    inside, edge, beside = (((x, 14.5), (x + 0.2, 14.5)) for x in (14.4, 19.4, 22.4))
    assert asked(blot(8, 20), inside, edge, beside) == [False, True, True]


def test_a_long_segment_shows_though_its_middle_is_hidden():
    assert asked(blot(5, 23), ((14.5, -5), (14.5, 33))) == [True]


def test_a_segment_shows_where_a_cell_lies_deeper_in_it_than_in_ink():
    # The cell beside the dot's own is 1 from it: 0.5 deep in the dot.
    depth = blot(0, SIZE)
    for deep, shows in ((0.45, True), (0.55, False)):
        depth[14, 15] = deep
        assert asked(depth, ((14.5, 14.5), (14.5, 14.5))) == [shows]


def test_ink_that_is_hardly_full_may_be_seen_through_when_it_moves():
    dot = ((14.5, 14.5), (14.6, 14.5))
    assert asked(blot(0, SIZE, 1.1), dot) == [False]
    assert asked(blot(0, SIZE, 1.1), dot, play=0.2) == [True]
    assert asked(blot(0, SIZE, 1.3), dot, play=0.2) == [False]


def test_ink_that_is_deeper_now_may_not_be_when_it_moves():
    # By 0.2: the cell is 0.65 deep or more, and then up to 0.7 deep in the dot.
    depth = blot(0, SIZE)
    depth[14, 15] = 0.85
    for play, shows in ((0.0, False), (0.15, False), (0.2, True)):
        assert asked(depth, ((14.5, 14.5), (14.5, 14.5)), play=play) == [shows]


@pytest.mark.parametrize("pen", [2.0, 3.0])
def test_what_lasts_is_enough_wherever_it_is_moved(pen):
    random = np.random.default_rng(7)
    starts = random.normal(14, 4, (8 * MANY, 2))
    pieces = Segments(starts, starts + random.normal(0, 0.3, starts.shape), pen)
    kept = pieces[lasting(pieces, SIZE, 0.3)]
    assert len(kept) < len(pieces) / 1.5
    for angle in np.linspace(0, 2 * np.pi, 12):
        shift = 0.3 * np.array((np.cos(angle), np.sin(angle)))
        whole, enough = (
            coverage(some.moved(lambda points, shift=shift: points + shift), SIZE)
            for some in (pieces, kept)
        )
        assert np.array_equal(enough, whole)


def test_a_whole_number_of_steps_wavers():
    def wavers(*points):
        return wavering([np.array(points, np.float64)], lambda points: points).tolist()

    assert wavers((0, 0), (1, 0), (1.1, 0)) == [True]  # four steps of a quarter
    assert wavers((0, 0), (0.9, 0), (1.1, 0)) == [False]
    assert wavers((0, 0), (0, 0)) == [False]
    assert wavers((3, 3)) == [False]
    both = wavering([np.array([(0, 0.0), (0.9, 0)]), np.array([(9, 9), (9, 9.5)])], lambda p: p)
    assert both.tolist() == [False, True]
