"""Coverage of cells by a round pen, reckoned by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.raster import BATCH, rasterize, segments


def line(*points):
    return np.array(points, np.float64)


def test_a_line_between_two_columns_fills_one_on_each_side():
    ink = rasterize([line((5, -5), (5, 15))], 2, 10)
    for row in ink:  # the pen reaches from x = 4 to x = 6
        assert row.tolist() == [0, 0, 0, 0, 1, 1, 0, 0, 0, 0]
    assert ink.dtype == np.float32


def test_a_line_off_the_grid_covers_its_neighbours_in_their_shares():
    ink = rasterize([line((5.25, -5), (5.25, 15))], 2, 10)
    for row in ink:  # the pen reaches from x = 4.25 to x = 6.25
        assert row.tolist() == [0, 0, 0, 0, 0.75, 1, 0.25, 0, 0, 0]


def test_a_line_ends_where_its_pen_does():
    ink = rasterize([line((5, 2), (5, 7))], 2, 10)
    # A round end reaches 1 beyond the line's, but only as far as its corners are cut.
    assert ink[2:7, 4].tolist() == [1, 1, 1, 1, 1]
    assert ink[1, 4] == pytest.approx(1.5 - np.hypot(0.5, 0.5))
    assert ink[0, 4] == 0
    assert ink[8, 4] == 0


def test_rows_and_columns_are_treated_alike():
    points = line((2, 3), (7, 4), (5, 9))
    assert rasterize([points], 2.4, 12) == pytest.approx(rasterize([points[:, ::-1]], 2.4, 12).T)


def test_a_dot_by_hand():
    ink = rasterize([line((5.5, 5.5))], 2, 11)
    assert ink[5, 5] == 1
    assert ink[5, [4, 6]].tolist() == ink[[4, 6], 5].tolist() == [0.5, 0.5]
    assert ink[4, 4] == pytest.approx(1.5 - np.sqrt(2))
    assert ink.sum() == pytest.approx(1 + 4 * 0.5 + 4 * (1.5 - np.sqrt(2)))


def test_the_same_point_again_and_again_is_a_dot():
    dot = rasterize([line((5.2, 5.7))], 2.4, 11)
    for n in (2, 3, 50):
        assert np.array_equal(rasterize([np.repeat(line((5.2, 5.7)), n, axis=0)], 2.4, 11), dot)


@settings(deadline=None)
@given(st.floats(8, 12), st.floats(0.05, 6))
def test_a_row_across_a_line_holds_as_much_ink_as_the_pen_is_wide(x, pen):
    ink = rasterize([line((x, -50), (x, 50))], pen, 20)
    assert ink.sum(axis=1) == pytest.approx(np.full(20, pen), abs=1e-4)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.floats(-40, 60), st.floats(-40, 60)), min_size=1, max_size=12),
        max_size=6,
    ),
    st.floats(0.1, 50),
)
def test_coverage_lies_between_paper_and_ink(strokes, pen):
    ink = rasterize([line(*points) for points in strokes], pen, 14)
    assert ink.shape == (14, 14)
    assert ((ink >= 0) & (ink <= 1)).all()


def test_the_nearest_segment_counts_and_order_does_not():
    strokes = [line((2, 2), (12, 3)), line((3, 10)), line((5, 1), (6, 12), (1, 13))]
    ink = rasterize(strokes, 2.4, 14)
    each = [rasterize([points], 2.4, 14) for points in strokes]
    assert ink == pytest.approx(np.max(each, axis=0))
    assert ink == pytest.approx(rasterize([points[::-1] for points in reversed(strokes)], 2.4, 14))


def test_more_segments_than_are_measured_at_once():
    corners = np.random.default_rng(3).uniform(0, 14, (3 * BATCH + 5, 2))
    pieces = [corners[i : i + 2] for i in range(len(corners) - 1)]
    each = [rasterize([piece], 1.0, 14) for piece in pieces[:: BATCH // 2]]
    ink = rasterize(pieces, 1.0, 14)
    assert (ink >= np.max(each, axis=0) - 1e-6).all()


def test_points_on_the_way_change_nothing():
    plain = rasterize([line((2, 3), (11, 8))], 2.4, 14)
    steps = np.linspace((2, 3), (11, 8), 400)
    assert len(segments([steps])[0]) < 60
    assert rasterize([steps], 2.4, 14) == pytest.approx(plain, abs=1e-5)


def test_dropping_points_keeps_the_ends():
    starts, ends = segments([line((0, 0), (0.01, 0), (0.02, 0), (5, 0), (5.01, 0))])
    assert starts[0].tolist() == [0, 0]
    assert ends[-1].tolist() == [5.01, 0]


def test_nothing_drawn_and_ink_beside_the_paper():
    assert not rasterize([], 2, 10).any()
    assert not rasterize([line((20, 20), (30, 5)), line((-9, 5))], 2, 10).any()


@pytest.mark.parametrize("far", [1e3, 1e6, 1e12, 1e18])
def test_a_line_from_far_away_to_far_away(far):
    ink = rasterize([line((-far, 5), (far, 5))], 2, 10)
    assert ink[4:6] == pytest.approx(np.ones((2, 10)), abs=1e-3)
    assert ink.sum() == pytest.approx(20, abs=0.01)


def test_a_pen_wider_than_the_paper_inks_it_all():
    for pen in (40, 1e4, 1e12):
        assert (rasterize([line((5, 5))], pen, 10) == 1).all()
