"""Replays: the drawing at any time, worked out by hand and as properties of any drawing."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.core.strokes.replaying import CROSSING, LONGEST_PAUSE, PAUSE, at_time, duration
from tests.core.drawings import drawings


@pytest.fixture
def timed():
    """200 to the right in 100 ms, a pause of 50 ms, down in 20 ms, a pause of 5 s, a dot."""
    drawing = Drawing(canvas=(560, 560), pen_width=9, label=4)
    drawing = drawing.with_stroke([(0, 0), (100, 0), (200, 0)], [0, 1, 0.5], [70, 90, 170])
    drawing = drawing.with_stroke([(50, 0), (50, 40)], [0.2, 0.4], [220, 240])
    return drawing.with_stroke([(300, 300)], [0.7], [5240])


@pytest.fixture
def untimed():
    """A third of the canvas, a pause, a quarter of it after a corner, a pause, and a dot."""
    drawing = Drawing(canvas=(1200, 600)).with_stroke([(0, 0), (400, 0)])
    return drawing.with_stroke([(0, 0), (0, 100), (200, 100)]).with_stroke([(9, 9)])


def lists(arrays):
    return [values.tolist() for values in arrays]


def test_a_replay_starts_at_once_and_shortens_long_pauses(timed):
    assert LONGEST_PAUSE == 1000
    assert duration(timed) == 100 + 50 + 20 + 1000
    assert at_time(timed, -0.001).is_empty
    assert lists(at_time(timed, 0).strokes) == [[[0, 0]]]
    assert at_time(timed, 1169).strokes == timed.strokes[:2]
    assert at_time(timed, 1170) is timed


def test_the_stroke_under_the_pen_ends_between_two_points(timed):
    drawing = at_time(timed, 40)  # 20 of 80 ms after the second point
    assert lists(drawing.strokes) == [[[0, 0], [100, 0], [125, 0]]]
    assert lists(drawing.pressures) == [[0, 1, 0.875]]
    assert lists(drawing.times) == [[70, 90, 110]]
    assert (drawing.canvas, drawing.pen_width, drawing.label) == ((560, 560), 9, 4)
    assert not drawing.strokes[0].flags.writeable


def test_finished_strokes_are_the_same_arrays(timed):
    for time in (100, 120, 149):
        assert at_time(timed, time).strokes == timed.strokes[:1]
    assert lists(at_time(timed, 150).strokes[1:]) == [[[50, 0]]]
    drawing = at_time(timed, 155)
    assert drawing.strokes[0] is timed.strokes[0]
    assert lists(drawing.strokes[1:]) == [[[50, 0], [50, 10]]]


def test_points_with_equal_times_appear_together():
    drawing = Drawing().with_stroke([(0, 0), (1, 0), (2, 0), (3, 0)], times=[0, 5, 5, 10])
    assert lists(at_time(drawing, 4).strokes) == [[[0, 0], [0.8, 0]]]
    assert lists(at_time(drawing, 5).strokes) == [[[0, 0], [1, 0], [2, 0]]]


def test_a_drawing_without_times_is_drawn_at_an_even_pace(untimed):
    assert (CROSSING, PAUSE) == (1200, 250)  # a canvas of 1200: one a millisecond
    assert duration(untimed) == 400 + 250 + 300 + 250
    assert lists(at_time(untimed, 100).strokes) == [[[0, 0], [100, 0]]]
    assert at_time(untimed, 100).times == ()
    assert lists(at_time(untimed, 649).strokes) == [[[0, 0], [400, 0]]]
    drawing = at_time(untimed, 400 + 250 + 150)
    assert lists(drawing.strokes[1:]) == [[[0, 0], [0, 100], [50, 100]]]
    assert len(at_time(untimed, 1199).strokes) == 2
    assert at_time(untimed, 1200) is untimed


def test_without_a_canvas_the_pace_follows_the_inks_size():
    drawing = Drawing().with_stroke([(5, 5), (5, 8)])
    assert duration(drawing) == CROSSING
    assert lists(at_time(drawing, CROSSING / 3).strokes) == [[[5, 5], [5, 6]]]


def test_an_empty_drawing_and_a_dot_take_no_time():
    dot = Drawing().with_stroke([(5, 5)])
    for drawing in (Drawing(), dot, Drawing().with_stroke([(5, 5)], times=[700])):
        assert duration(drawing) == 0
        assert at_time(drawing, 0) is drawing
        assert at_time(drawing, -1).is_empty
    assert duration(dot.with_stroke([(5, 5), (5, 5)])) == PAUSE
    assert duration(Drawing().with_stroke([(0, 0), (5e-324, 0)])) == pytest.approx(0)


@settings(deadline=None)
@given(drawings, st.lists(st.floats(-0.1, 1.1), max_size=6))
def test_a_replayed_drawing_only_grows(drawing, shares):
    whole = duration(drawing)
    stages = [at_time(drawing, share * whole) for share in sorted(shares)]
    for earlier, later in pairwise([at_time(drawing, -1), *stages, at_time(drawing, whole)]):
        assert parse_drawing(later.to_json()) == later  # passes every check
        done, last = earlier.strokes[:-1], earlier.strokes[-1:]
        assert lists(later.strokes[: len(done)]) == lists(done)
        for points in last:
            # Only the pen's position, the last point, moves.
            grown = later.strokes[len(done)]
            kept = len(points) - 1
            assert np.array_equal(grown[:kept], points[:kept])
            assert len(grown) >= len(points)
    assert at_time(drawing, -1).is_empty
    assert at_time(drawing, whole) is drawing
