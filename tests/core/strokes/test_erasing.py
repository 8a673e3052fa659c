"""The eraser: lines are cut exactly where it passes, and nowhere else."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.strokes.drawing import Drawing, parse_drawing, stroke, width_factor
from lenet_gui.core.strokes.erasing import erase
from lenet_gui.errors import DrawingError
from tests.core.drawings import drawings_of

PEN = 4.0


def drawn(*strokes, pen=PEN):
    return Drawing(tuple(stroke(points) for points in strokes), (560, 560), pen)


def lists(arrays):
    return [values.tolist() for values in arrays]


def test_a_line_is_cut_in_its_middle():
    # The eraser's radius is 3 and the line's half width 2: from 45 to 55.
    left = erase(drawn([(0, 10), (100, 10)]), [(50, 10)], 3)
    first, second = left.strokes
    assert first == pytest.approx(np.array([[0, 10], [45, 10]]))
    assert second == pytest.approx(np.array([[55, 10], [100, 10]]))
    assert lists([first[:1], second[1:]]) == [[[0, 10]], [[100, 10]]]
    assert (left.canvas, left.pen_width) == ((560, 560), PEN)
    assert not first.flags.writeable


def test_an_eraser_passing_beside_a_line_cuts_a_chord():
    # At distance 3 from the line, it reaches 4 to either side: 3² + 4² = 5².
    first, second = erase(drawn([(0, 10), (100, 10)]), [(50, 13)], 3).strokes
    assert first[-1] == pytest.approx((46, 10))
    assert second[0] == pytest.approx((54, 10))


def test_a_moving_eraser_removes_everything_on_its_path():
    line = drawn([(0, 10), (100, 10)])
    first, second = erase(line, [(30, 13), (60, 13)], 3).strokes
    assert first[-1] == pytest.approx((26, 10))
    assert second[0] == pytest.approx((64, 10))
    # Across a line, it cuts its own width; around a corner, what either piece cuts.
    first, second = erase(line, [(50, -40), (50, 70)], 3).strokes
    assert (first[-1, 0], second[0, 0]) == pytest.approx((45, 55))
    first, second = erase(line, [(30, 14), (30, 10), (60, 10)], 3).strokes
    assert (first[-1, 0], second[0, 0]) == pytest.approx((25, 65))


def test_an_end_is_cut_off():
    line = drawn([(0, 10), (40, 10), (100, 10)])
    (left,) = erase(line, [(100, 10)], 3).strokes
    assert left == pytest.approx(np.array([[0, 10], [40, 10], [95, 10]]))
    assert lists([left[:2]]) == [[[0, 10], [40, 10]]]
    (left,) = erase(line, [(0, 10), (38, 10)], 3).strokes
    assert left == pytest.approx(np.array([[43, 10], [100, 10]]))


def test_a_corner_inside_the_eraser_is_removed():
    left = erase(drawn([(0, 0), (50, 0), (50, 50)]), [(50, 0)], 8)
    assert left.strokes[0] == pytest.approx(np.array([[0, 0], [40, 0]]))
    assert left.strokes[1] == pytest.approx(np.array([[50, 10], [50, 50]]))


def test_a_dot_is_removed_if_the_eraser_overlaps_it():
    dots = drawn([(10, 10)], [(20, 10)], [(15.1, 10), (15.1, 10)])
    left = erase(dots, [(10, 10)], 3)
    assert lists(left.strokes) == [[[20, 10]], [[15.1, 10], [15.1, 10]]]
    assert erase(dots, [(5, 10)], 3) is dots  # the rims only touch
    assert erase(dots, [(0, 10), (30, 10)], 3).is_empty


def test_untouched_strokes_are_the_same_objects():
    drawing = drawn([(0, 10), (100, 10)], [(0, 50), (100, 50)], [(0, 90), (100, 90)])
    for path in ([(50, 16)], [(50, 15)], [(-9, 0), (-9, 90)], [(50, 30), (90, 30)]):
        assert erase(drawing, path, 3) is drawing
    left = erase(drawing, [(50, 50)], 3)
    assert len(left.strokes) == 4
    assert left.strokes[0] is drawing.strokes[0]
    assert left.strokes[3] is drawing.strokes[2]
    assert erase(Drawing(), [(1, 1)], 3).is_empty


def test_a_whole_stroke_is_removed_with_its_pressures_and_times():
    drawing = Drawing(pen_width=4).with_stroke([(0, 0), (4, 0)], [0, 1], [0, 8])
    drawing = drawing.with_stroke([(50, 0)], [0.25], [90])
    left = erase(drawing, [(-5, 0), (9, 0)], 3)
    assert lists(left.strokes + left.pressures + left.times) == [[[50, 0]], [0.25], [90]]
    assert erase(left, [(50, 0)], 3) == Drawing(pen_width=4)


def test_pressures_and_times_are_cut_with_the_line():
    drawing = Drawing(pen_width=4).with_stroke([(0, 0), (60, 0), (100, 0)], [0.5] * 3, [0, 60, 80])
    left = erase(drawing, [(30, 0)], 3)
    assert left.strokes[1] == pytest.approx(np.array([[35, 0], [60, 0], [100, 0]]))
    assert lists(left.pressures) == [[0.5, 0.5], [0.5, 0.5, 0.5]]
    assert left.times[0] == pytest.approx(np.array([0, 25]))
    assert left.times[1] == pytest.approx(np.array([35, 60, 80]))
    assert parse_drawing(left.to_json()) == left


def test_a_line_drawn_with_more_pressure_is_reached_from_farther():
    # Half widths: 1 at the left end, 2 in the middle, 3 at the right end.
    drawing = Drawing(pen_width=4).with_stroke([(0, 0), (100, 0)], [0, 1])
    first, second = erase(drawing, [(50, 0)], 8).strokes
    # 50 − x = 8 + 1 + 0.02 x on the left, x − 50 = 8 + 1 + 0.02 x on the right.
    assert first[-1, 0] == pytest.approx(41 / 1.02)
    assert second[0, 0] == pytest.approx(59 / 0.98)
    assert len(erase(drawing, [(90, 10.5)], 8).strokes) == 2
    assert erase(drawing, [(10, 10.5)], 8) is drawing


def test_a_pen_that_widens_faster_than_it_moves_is_cut_correctly():
    # Half widths from 1 to 3 over a length of 1: 10 + x = 8.5 + 1 + 2 x in its middle.
    points, pressures = [(0, 0), (1, 0)], [0, 1]
    for order in (1, -1):
        drawing = Drawing(pen_width=4).with_stroke(points[::order], pressures[::order])
        left = erase(drawing, [(-10, 0)], 8.5)
        assert left.strokes[0][::order] == pytest.approx(np.array([[0, 0], [0.5, 0]]))
        assert left.pressures[0][::order] == pytest.approx([0, 0.5])
        assert erase(drawing, [(-10, 0)], 7) is drawing
        assert erase(drawing, [(-10, 0)], 9.1).is_empty


def test_only_what_is_reached_goes_where_the_eraser_passes_far_behind_a_widening_pen():
    widening = Drawing((stroke([[5, 0], [0, 1]]),), None, 12.0, pressures=(np.array([0.25, 1.0]),))
    (left,) = erase(widening, [(0, 5), (16, 5)], 0.125).strokes
    assert left[0].tolist() == [5, 0]
    assert left[-1] == pytest.approx([4.65, 0.07], abs=0.05)


def test_a_line_out_of_the_erasers_reach_stays():
    slanted = drawn([(0, 0), (100, 100)])
    assert erase(slanted, [(30, 0), (100, 70)], 3) is slanted
    assert len(erase(slanted, [(36, 30), (66, 60)], 3).strokes) == 2
    # A line 5 thick to either side, 10 from a path that reaches 3, near a thicker line.
    pressed = Drawing(pen_width=20).with_stroke([(0, 0), (100, 0)], [0, 0])
    pressed = pressed.with_stroke([(98, 60), (140, 20)], [1, 1])
    assert erase(pressed, [(20, 10), (80, 10)], 3) is pressed
    assert len(erase(pressed, [(20, 10), (80, 10)], 6).strokes) == 3


def test_a_pen_of_unknown_width_has_no_width():
    first, second = erase(drawn([(0, 0), (100, 0)], pen=None), [(50, 0)], 5).strokes
    assert (first[-1, 0], second[0, 0]) == pytest.approx((45, 55))


@pytest.mark.parametrize("radius", [-1, np.nan, np.inf, 1e10])
def test_an_invalid_radius_is_refused(radius):
    with pytest.raises(DrawingError, match=r"^The eraser's radius"):
        erase(drawn([(0, 0)]), [(50, 50)], radius)


@pytest.mark.parametrize("path", [[], [[]], [(1, np.nan)], [1, 2]])
def test_an_invalid_path_is_refused(path):
    with pytest.raises(DrawingError):
        erase(drawn([(0, 0)]), path, 3)


# Properties for any drawing and path

whole = st.integers(0, 40).map(float)
places = st.tuples(whole | st.floats(0, 40), whole | st.floats(0, 40))
lines = st.lists(places, min_size=1, max_size=8).map(stroke)
scribbles = drawings_of(st.lists(lines, max_size=4))
paths = st.lists(places, min_size=1, max_size=4)
radii = st.integers(1, 10).map(float) | st.floats(0.01, 15)
pens = st.sampled_from([0.5, 4.0, 12.0])
SHARES = np.linspace(0, 1, 21)[:, None]
NEAR = 1e-6


def reached(drawing, path, radius):
    """Return points along the lines, and their distances from the eraser's rim."""
    samples, apart = [np.empty((0, 2))], [np.empty(0)]
    for number, points in enumerate(drawing.strokes):
        pressures = drawing.pressures[number] if drawing.pressures else np.full(len(points), 0.5)
        doubled = np.repeat(points, 2, axis=0) if len(points) == 1 else points
        widths = drawing.pen_width * width_factor(np.resize(pressures, len(doubled)))
        along = np.concatenate([a + SHARES * (b - a) for a, b in pairwise(doubled)])
        reach = np.concatenate([(a + SHARES * (b - a))[:, 0] for a, b in pairwise(widths)])
        distance = np.full(len(along), np.inf)
        for a, b in pieces(np.array(path)):
            distance = np.minimum(distance, distances(along, a, b))
        samples.append(along)
        apart.append(distance - radius - reach / 2)
    return np.concatenate(samples), np.concatenate(apart)


def pieces(line):
    return list(pairwise(line)) or [(line[0], line[0])]


def distances(points, a, b):
    squared = (b - a) @ (b - a)
    share = ((points - a) @ (b - a) / squared).clip(0, 1) if squared > 0 else np.zeros(len(points))
    return np.hypot(*(points - a - share[:, None] * (b - a)).T)


def with_pen(drawing, pen):
    return Drawing(drawing.strokes, None, pen, pressures=drawing.pressures, times=drawing.times)


@settings(deadline=None)
@given(scribbles, paths, radii, pens)
def test_all_ink_under_the_eraser_goes_and_the_rest_stays(drawing, path, radius, pen):
    drawing = with_pen(drawing, pen)
    left = erase(drawing, path, radius)
    assert (reached(left, path, radius)[1] > -NEAR).all()
    points, apart = reached(drawing, path, radius)
    for point in points[apart > NEAR]:
        nearest = [
            distances(point[None], a, b).min() for line in left.strokes for a, b in pieces(line)
        ]
        assert min(nearest) < NEAR


@settings(deadline=None)
@given(scribbles, paths, radii, pens)
def test_erasing_again_changes_nothing(drawing, path, radius, pen):
    left = erase(with_pen(drawing, pen), path, radius)
    assert erase(left, path, radius) is left


@settings(deadline=None)
@given(scribbles, paths, radii, pens)
def test_erasing_leaves_a_valid_drawing_without_new_inner_points(drawing, path, radius, pen):
    drawing = with_pen(drawing, pen)
    left = erase(drawing, path, radius)
    assert parse_drawing(left.to_json()) == left  # passes every check
    known = {tuple(point) for points in drawing.strokes for point in points.tolist()}
    for points in left.strokes:
        assert all(tuple(point) in known for point in points[1:-1].tolist())


@settings(deadline=None)
@given(scribbles, paths, radii, pens)
def test_erasing_piece_by_piece_gives_the_same_result(drawing, path, radius, pen):
    """Ink exactly on the rim may differ."""
    drawing = with_pen(drawing, pen)
    bit_by_bit = erase(drawing, path[:1], radius)
    for piece in pairwise(path):
        bit_by_bit = erase(bit_by_bit, piece, radius)

    def left(radius):
        return sum(map(length, erase(drawing, path, radius).strokes))

    assert left(radius + NEAR) - NEAR <= sum(map(length, bit_by_bit.strokes))
    assert sum(map(length, bit_by_bit.strokes)) <= left(max(radius - NEAR, 0)) + NEAR


def length(points):
    return np.hypot(*np.diff(points, axis=0).T).sum()
