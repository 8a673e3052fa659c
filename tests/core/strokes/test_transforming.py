"""Moving, scaling and rotating drawings: where points go, and what stays unchanged."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing, parse_drawing, stroke
from lenet_gui.core.strokes.transforming import bounds, moved, rotated, scaled
from lenet_gui.errors import DrawingError
from tests.core.drawings import drawings, drawings_of

places = st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000))
lines = st.lists(places, min_size=1, max_size=8).map(stroke)
scribbles = drawings_of(st.lists(lines, max_size=4))


@pytest.fixture
def drawing():
    first = Drawing(canvas=(100, 100), pen_width=9, label=4, extra={"hand": "left"})
    return first.with_stroke([(10, 20), (30, 20)], [0.2, 0.4], [0, 5]).with_stroke(
        [(30, 60)], [0.6], [9]
    )


def lists(arrays):
    return [values.tolist() for values in arrays]


def test_bounds_enclose_the_points(drawing):
    assert bounds(drawing) == (10, 20, 30, 60)
    assert bounds(Drawing().with_stroke([(3, -4)])) == (3, -4, 3, -4)
    assert bounds(Drawing()) is None


def test_a_drawing_moves_to_the_right_and_down(drawing):
    assert lists(moved(drawing, 5, -50).strokes) == [[[15, -30], [35, -30]], [[35, 10]]]


def test_a_drawing_is_scaled_about_a_fixed_point(drawing):
    assert lists(scaled(drawing, 2, (10, 20)).strokes) == [[[10, 20], [50, 20]], [[50, 100]]]
    assert lists(scaled(drawing, 0.5, (30, 60)).strokes) == [[[20, 40], [30, 40]], [[30, 60]]]


def test_a_drawing_turns_clockwise_about_a_fixed_point(drawing):
    # Points to its right move below it, and points below it to its left.
    quarter = rotated(drawing, 90, (30, 20))
    assert quarter.strokes[0] == pytest.approx(np.array([[30, 0], [30, 20]]))
    assert quarter.strokes[1] == pytest.approx(np.array([[-10, 20]]))
    assert rotated(drawing, -90, (30, 20)).strokes[1] == pytest.approx(np.array([[70, 20]]))
    half = rotated(drawing, 45, (10, 20)).strokes[0]
    assert half == pytest.approx(np.array([[10, 20], [10 + 10 * 2**0.5, 20 + 10 * 2**0.5]]))


@pytest.mark.parametrize(
    "change",
    [
        lambda drawing: moved(drawing, 7, 9),
        lambda drawing: scaled(drawing, 1.5, (0, 0)),
        lambda drawing: rotated(drawing, 30, (50, 50)),
    ],
)
def test_only_strokes_change(drawing, change):
    changed = change(drawing)
    assert changed != drawing
    assert replace(changed, strokes=drawing.strokes) == drawing
    assert all(not points.flags.writeable for points in changed.strokes)
    assert lists(drawing.strokes) == [[[10, 20], [30, 20]], [[30, 60]]]
    assert change(Drawing(canvas=(5, 5))) == Drawing(canvas=(5, 5))


def test_ink_moved_off_the_canvas_can_be_moved_back(drawing):
    away = moved(drawing, 900, -900)
    assert bounds(away) == (910, -880, 930, -840)
    assert moved(away, -900, 900) == drawing


@settings(deadline=None)
@given(scribbles, st.floats(0.01, 100), st.floats(-720, 720), places)
def test_each_change_can_be_reversed(drawing, factor, degrees, about):
    for there, back in (
        (scaled(drawing, factor, about), lambda changed: scaled(changed, 1 / factor, about)),
        (rotated(drawing, degrees, about), lambda changed: rotated(changed, -degrees, about)),
        (moved(drawing, *about), lambda changed: moved(changed, -about[0], -about[1])),
    ):
        for points, before in zip(back(there).strokes, drawing.strokes, strict=True):
            assert points == pytest.approx(before, abs=1e-6)


@settings(deadline=None)
@given(drawings, places, st.floats(-400, 400), st.floats(1e-9, 1e9))
def test_changes_give_a_valid_drawing_or_are_refused(drawing, place, degrees, factor):
    for change in (
        lambda: moved(drawing, *place),
        lambda: scaled(drawing, factor, place),
        lambda: rotated(drawing, degrees, place),
    ):
        with suppress(DrawingError):
            changed = change()
            assert parse_drawing(changed.to_json()) == changed


def test_framing_is_invariant_to_transformations():
    seven = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(90, 90), (300, 90), (180, 420)])
    expected = frame(seven).framed
    assert frame(moved(seven, 300, -70)).framed == pytest.approx(expected, abs=1e-4)
    assert frame(scaled(seven, 0.4, (300, 200))).framed == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("factor", [0, -1, 1e-10, 1e10, np.nan, np.inf])
def test_an_invalid_factor_is_refused(drawing, factor):
    with pytest.raises(DrawingError, match=r"^A drawing can be scaled by 1e-09 to 1e\+09 only\.$"):
        scaled(drawing, factor, (0, 0))


@pytest.mark.parametrize("degrees", [np.nan, np.inf])
def test_an_invalid_angle_is_refused(drawing, degrees):
    with pytest.raises(DrawingError, match=r"^A drawing can be rotated by a number"):
        rotated(drawing, degrees, (0, 0))


@pytest.mark.parametrize(
    "change",
    [
        lambda drawing: moved(drawing, COORDINATE_LIMIT, 0),
        lambda drawing: moved(drawing, np.nan, 0),
        lambda drawing: scaled(drawing, 1e8, (0, 0)),
        lambda drawing: scaled(drawing, 2, (np.inf, 0)),
        lambda drawing: rotated(drawing, -90, (1e9, 0)),
    ],
)
def test_ink_too_far_away_is_refused(drawing, change):
    with pytest.raises(DrawingError, match="must stay within"):
        change(drawing)
