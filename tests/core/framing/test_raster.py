"""Coverage of cells by a round pen, worked out by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.framing.raster import BATCH, MANY, coverage, rasterize
from lenet_gui.core.framing.segments import join_strokes, segments


def line(*points):
    return np.array(points, np.float64)


def test_a_line_between_two_columns_fills_one_on_each_side():
    ink = rasterize([line((5, -5), (5, 15))], 2, 10)
    for row in ink:  # the pen reaches from x = 4 to x = 6
        assert row.tolist() == [0, 0, 0, 0, 1, 1, 0, 0, 0, 0]
    assert ink.dtype == np.float32


def test_a_line_off_the_grid_covers_cells_proportionally():
    ink = rasterize([line((5.25, -5), (5.25, 15))], 2, 10)
    for row in ink:  # the pen reaches from x = 4.25 to x = 6.25
        assert row.tolist() == [0, 0, 0, 0, 0.75, 1, 0.25, 0, 0, 0]


def test_a_line_ends_where_its_pen_does():
    ink = rasterize([line((5, 2), (5, 7))], 2, 10)
    # A round end reaches 1 beyond the line, with its corners cut.
    assert ink[2:7, 4].tolist() == [1, 1, 1, 1, 1]
    assert ink[1, 4] == pytest.approx(1.5 - np.hypot(0.5, 0.5))
    assert ink[0, 4] == 0
    assert ink[8, 4] == 0


def test_rasterizing_is_symmetric_in_rows_and_columns():
    points = line((2, 3), (7, 4), (5, 9))
    assert rasterize([points], 2.4, 12) == pytest.approx(rasterize([points[:, ::-1]], 2.4, 12).T)


def test_a_dot_by_hand():
    ink = rasterize([line((5.5, 5.5))], 2, 11)
    assert ink[5, 5] == 1
    assert ink[5, [4, 6]].tolist() == ink[[4, 6], 5].tolist() == [0.5, 0.5]
    assert ink[4, 4] == pytest.approx(1.5 - np.sqrt(2))
    assert ink.sum() == pytest.approx(1 + 4 * 0.5 + 4 * (1.5 - np.sqrt(2)))


def test_a_repeated_point_is_a_dot():
    dot = rasterize([line((5.2, 5.7))], 2.4, 11)
    for n in (2, 3, 50):
        assert np.array_equal(rasterize([np.repeat(line((5.2, 5.7)), n, axis=0)], 2.4, 11), dot)


@settings(deadline=None)
@given(st.floats(8, 12), st.floats(0.05, 6))
def test_a_row_across_a_line_sums_to_the_pens_width(x, pen):
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
def test_coverage_lies_between_zero_and_one(strokes, pen):
    ink = rasterize([line(*points) for points in strokes], pen, 14)
    assert ink.shape == (14, 14)
    assert ((ink >= 0) & (ink <= 1)).all()


def test_coverage_is_the_maximum_over_strokes_in_any_order():
    strokes = [line((2, 2), (12, 3)), line((3, 10)), line((5, 1), (6, 12), (1, 13))]
    ink = rasterize(strokes, 2.4, 14)
    each = [rasterize([points], 2.4, 14) for points in strokes]
    assert ink == pytest.approx(np.max(each, axis=0))
    assert ink == pytest.approx(rasterize([points[::-1] for points in reversed(strokes)], 2.4, 14))


def test_more_segments_than_one_batch_are_all_drawn():
    corners = np.random.default_rng(3).uniform(0, 14, (3 * BATCH + 5, 2))
    pieces = [corners[i : i + 2] for i in range(len(corners) - 1)]
    each = [rasterize([piece], 1.0, 14) for piece in pieces[:: BATCH // 2]]
    ink = rasterize(pieces, 1.0, 14)
    assert (ink >= np.max(each, axis=0) - 1e-6).all()


def test_points_along_a_line_change_nothing():
    plain = rasterize([line((2, 3), (11, 8))], 2.4, 14)
    steps = np.linspace((2, 3), (11, 8), 400)
    assert len(segments(join_strokes([steps], 2.4))) < 60
    assert rasterize([steps], 2.4, 14) == pytest.approx(plain, abs=1e-5)


def test_dropping_points_keeps_the_ends():
    pieces = segments(join_strokes([line((0, 0), (0.01, 0), (0.02, 0), (5, 0), (5.01, 0))], 2))
    assert pieces.starts[0].tolist() == [0, 0]
    assert pieces.ends[-1].tolist() == [5.01, 0]


@pytest.mark.parametrize("widths", [2.0, (1.0, 3.0)])
def test_a_scribble_is_the_maximum_over_its_segments(widths):
    random = np.random.default_rng(4)
    strokes = 14 + np.cumsum(random.normal(0, 0.3, (100, 40, 2)), axis=1)
    pen = widths if isinstance(widths, float) else list(random.uniform(*widths, (100, 40)))
    pieces = segments(join_strokes(list(strokes), pen))
    assert len(pieces) > 4 * MANY
    alone = [coverage(pieces[place : place + 1], 28) for place in range(len(pieces))]
    assert np.array_equal(coverage(pieces, 28), np.max(alone, axis=0))


def test_no_strokes_and_strokes_outside_the_paper_leave_no_ink():
    assert not rasterize([], 2, 10).any()
    assert not rasterize([line((20, 20), (30, 5)), line((-9, 5))], 2, 10).any()


@pytest.mark.parametrize("far", [1e3, 1e6, 1e12, 1e18])
def test_a_line_between_distant_points_is_exact(far):
    ink = rasterize([line((-far, 5), (far, 5))], 2, 10)
    assert ink[4:6] == pytest.approx(np.ones((2, 10)), abs=1e-3)
    assert ink.sum() == pytest.approx(20, abs=0.01)


def test_a_pen_wider_than_the_paper_inks_it_all():
    for pen in (40, 1e4, 1e12):
        assert (rasterize([line((5, 5))], pen, 10) == 1).all()


# Pens that widen


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.floats(-40, 60), st.floats(-40, 60)), min_size=1, max_size=12),
        max_size=6,
    ),
    st.floats(0.1, 50),
)
def test_a_variable_pen_of_constant_width_equals_a_fixed_pen(strokes, pen):
    lines = [line(*points) for points in strokes]
    widths = [np.full(len(points), pen) for points in lines]
    assert rasterize(lines, widths, 14) == pytest.approx(rasterize(lines, pen, 14), abs=1e-4)


def test_a_line_is_as_wide_as_its_pen_at_each_point():
    # From 1 to 3 over 100 cells, 10 of them on the paper: 1.8 at its top edge, 2 at its bottom.
    ink = rasterize([line((5, -40), (5, 60))], [np.array([1.0, 3.0])], 10)
    assert ink.sum(axis=1) == pytest.approx(1.8 + 0.02 * (np.arange(10) + 0.5), abs=1e-3)


def test_a_pen_thinner_than_a_cell_draws_proportionally_fainter():
    ink = rasterize([line((-40, 5.5), (60, 5.5))], [np.array([0.5, 0.5])], 10)
    assert ink[5].tolist() == [0.5] * 10
    assert ink.sum() == 5


def test_a_pen_pressed_in_place_leaves_its_widest_dot():
    swelling = np.array([1, 2, 3.0, 2, 1])
    for end in (5.2, 5.25):
        points = line(*[(5.2, 5.7)] * 4, (end, 5.7))
        ink = rasterize([points], [swelling], 11)
        assert ink == pytest.approx(rasterize([line((5.2, 5.7))], 3, 11), abs=1e-5)


@pytest.mark.parametrize("reach", [0, 0.3, 0.99, 1])
def test_a_disc_inside_another_adds_nothing(reach):
    alone = rasterize([line((5, 5))], 4, 11)
    for points, widths in (
        (((5, 5), (5 + reach, 5)), (4.0, 2.0)),
        (
            ((5, 5 - reach), (5, 5)),
            (2.0, 4.0),
        ),
    ):
        ink = rasterize([line(*points)], [np.array(widths)], 11)
        assert ink == pytest.approx(alone, abs=1e-5)


@settings(deadline=None)
@given(*[st.tuples(st.floats(0, 12), st.floats(0, 12))] * 2, *[st.floats(1, 5)] * 2)
def test_a_tapered_line_is_the_union_of_discs_along_it(start, end, first, last):
    share = np.linspace(0, 1, 2001)[:, None]
    points = line(start) * (1 - share) + line(end) * share
    widths = (first * (1 - share) + last * share)[:, 0]
    centres = np.arange(12) + 0.5
    distances = np.hypot(
        centres[None, None, :] - points[:, 0, None, None],
        centres[None, :, None] - points[:, 1, None, None],
    )
    discs = np.clip(widths[:, None, None] / 2 + 0.5 - distances, 0, 1).max(axis=0)
    ink = rasterize([line(start, end)], [np.array([first, last])], 12)
    assert ink == pytest.approx(discs, abs=5e-3)
    assert (ink >= discs - 1e-5).all()


def test_more_tapered_segments_than_one_batch_are_all_drawn():
    corners = np.random.default_rng(3).uniform(0, 14, (3 * BATCH + 5, 2))
    widths = np.random.default_rng(4).uniform(0.5, 2, len(corners))
    each = [
        rasterize([corners[i : i + 2]], [widths[i : i + 2]], 14)
        for i in range(0, len(corners) - 1, BATCH // 2)
    ]
    ink = rasterize([corners], [widths], 14)
    assert (ink >= np.max(each, axis=0) - 1e-6).all()
    assert not rasterize([], [], 10).any()
