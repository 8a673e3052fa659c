"""Hidden segments are found, and no visible segment counts as hidden."""

import numpy as np

from lenet_gui.core.framing.raster import may_show
from lenet_gui.core.framing.segments import Segments

SIZE = 28
PEN = 2.0  # reaches 1.5 from a segment


def asked(depth, *pieces):
    """Return which segments, each (start, end), may show beside ink of this depth."""
    ends = np.array(pieces, np.float64)
    return may_show(Segments(ends[:, 0], ends[:, 1], PEN), depth).tolist()


def blot(low, high, deep=2.0):
    """Return the depth of a square of ink: `deep` in rows and columns `low` to `high`."""
    depth = np.full((SIZE, SIZE), -np.inf, np.float32)
    depth[low:high, low:high] = deep
    return depth


def test_segments_are_hidden_inside_full_ink_and_shown_beside_it():
    inside, edge, beside = (((x, 14.5), (x + 0.2, 14.5)) for x in (14.4, 19.4, 22.4))
    assert asked(blot(8, 20), inside, edge, beside) == [False, True, True]


def test_a_long_segment_shows_though_its_middle_is_hidden():
    assert asked(blot(5, 23), ((14.5, -5), (14.5, 33))) == [True]


def test_a_segment_shows_if_it_adds_ink_to_a_cell():
    # The next cell is 1 from the dot's centre: 0.5 deep in the dot.
    depth = blot(0, SIZE)
    for deep, shows in ((0.45, True), (0.55, False)):
        depth[14, 15] = deep
        assert asked(depth, ((14.5, 14.5), (14.5, 14.5))) == [shows]
