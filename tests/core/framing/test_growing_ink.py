"""A drawing that grows is framed as if it were new, to the last bit, however much is kept of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.framing import growing_ink
from lenet_gui.core.framing.fit import Fit
from lenet_gui.core.framing.framing import Framing, frame
from lenet_gui.core.framing.growing_ink import PLAY, GrowingInk, Lines, Moving, Pen
from lenet_gui.core.framing.raster import MANY, coverage
from lenet_gui.core.framing.segments import segments
from lenet_gui.core.strokes.drawing import Drawing
from tests.core.drawings import drawings, drawings_of, strokes

SIDE = 560.0
BLANK = Drawing(canvas=(SIDE, SIDE), pen_width=40.0)


def assert_framed_as_new(drawing, known, framing=Framing.MNIST):
    kept, new = frame(drawing, framing, known), frame(drawing, framing)
    assert np.array_equal(kept.canvas, new.canvas)
    assert np.array_equal(kept.framed, new.framed)
    assert kept.fit == new.fit


def plainly(lines, pen, fit):
    """Return lines drawn one segment after the other, each against the whole paper."""
    pieces = segments(lines, pen, fit.apply).moved(fit.apply)
    inks = [coverage(pieces[place : place + 1], 28) for place in range(len(pieces))]
    return np.max(inks, axis=0)


def scribbled(random, strokes, pressed=False, grid=None):
    """Return a drawing of wandering strokes inside a frame that the first one spans."""
    drawing = BLANK.with_stroke([(5, 5), (SIDE - 5, SIDE - 5)], [0.7, 0.4] if pressed else None)
    for _ in range(strokes):
        points = random.uniform(150, 400, 2) + np.cumsum(random.normal(0, 4, (30, 2)), axis=0)
        if grid:
            points = np.rint(points / grid) * grid
        drawing = drawing.with_stroke(points, random.random(30) if pressed else None)
    return drawing


def growing(drawing):
    """Yield a drawing point by point, as the pen makes it."""
    for number, points in enumerate(drawing.strokes):
        below = replace(
            drawing,
            strokes=drawing.strokes[:number],
            pressures=drawing.pressures[:number],
            times=(),
        )
        for end in range(1, len(points) + 1):
            pressures = drawing.pressures[number][:end] if drawing.pressures else None
            yield below.with_stroke(points[:end], pressures)


@settings(deadline=None, max_examples=60)
@given(drawings, st.sampled_from(Framing))
def test_any_drawing_that_grows(drawing, framing):
    known = GrowingInk()
    for stage in growing(drawing):
        assert_framed_as_new(stage, known, framing)


@settings(deadline=None, max_examples=60)
@given(st.lists(drawings_of(st.lists(strokes, max_size=5)), max_size=4), st.data())
def test_any_drawings_one_after_the_other(some, data):
    known = GrowingInk()
    for drawing in some:
        assert_framed_as_new(drawing, known)
        kept = data.draw(st.integers(0, len(drawing.strokes)))  # taken back, or rubbed out
        assert_framed_as_new(
            replace(drawing, strokes=drawing.strokes[:kept], pressures=(), times=()), known
        )


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("grid", [None, 7.0])
def test_a_scribble_that_grows(pressed, grid):
    # On the grid many points lie a whole number of steps along their stroke.
    known = GrowingInk()
    for number, stage in enumerate(growing(scribbled(np.random.default_rng(3), 35, pressed, grid))):
        frame(stage, known=known)
        if number % 23 == 0:
            assert_framed_as_new(stage, known)


def test_a_scribble_is_drawn_as_if_segment_by_segment():
    drawing, known = scribbled(np.random.default_rng(4), 100), GrowingInk()
    for stage in (drawing, drawing.with_stroke([(200, 200), (300, 210)])):
        for _ in range(2):  # drawn at once, and from what is kept
            steps = frame(stage, known=known)
            assert np.array_equal(steps.framed, plainly(stage.strokes, 2.0, steps.fit))


def test_what_was_done_to_a_long_drawing_shows():
    drawing, known = scribbled(np.random.default_rng(5), 60), GrowingInk()
    for _ in range(3):
        frame(drawing, known=known)
    moved = replace(drawing, strokes=tuple(points + 1.0 for points in drawing.strokes))
    rubbed = replace(drawing, strokes=drawing.strokes[:20] + drawing.strokes[21:])
    wider, taken_back = (
        replace(drawing, pen_width=55.0),
        replace(drawing, strokes=drawing.strokes[:-9]),
    )
    for changed in (moved, rubbed, wider, taken_back, Drawing(), drawing):
        for framing in Framing:
            assert_framed_as_new(changed, known, framing)


def test_strokes_are_known_by_what_they_are_and_not_by_what_they_hold():
    points = np.array([(1.0, 2.0)])
    lines = Lines((points, points + 1, points + 2))
    assert lines.in_common(lines) == 3
    assert lines.in_common(lines[:1]) == lines[:1].in_common(lines) == 1
    assert lines.in_common(Lines((*lines.strokes[:2], points))) == 2
    assert lines.in_common(Lines((points.copy(), *lines.strokes[1:]))) == 0
    pressed = Lines(lines.strokes, (np.array([0.5]), np.array([0.5]), np.array([0.5])))
    assert pressed.in_common(lines) == lines.in_common(pressed) == 0
    harder = Lines(lines.strokes, (*pressed.pressures[:1], np.array([0.7]), *pressed.pressures[2:]))
    assert pressed.in_common(harder) == 1


def test_a_gesture_that_leaves_the_canvas_is_two_strokes_that_are_made_again_and_again():
    below, known = scribbled(np.random.default_rng(10), 30), GrowingInk()
    for far in range(40):
        first = below.with_stroke([(100, 100), (0, 100)])
        assert_framed_as_new(first.with_stroke([(0, 300), (5 * far, 310)]), known)


@pytest.mark.parametrize("shift", [0.04, 0.4, 4.0])
def test_ink_that_moves_is_what_it_is_there(shift):
    lines = Lines(scribbled(np.random.default_rng(8), 80).strokes)
    fit, pen, moving = Fit(18 / 550, 4.0, 4.0), Pen(2.0), Moving()
    for _ in range(2):
        moving.draw(lines, len(lines) - 1, fit, pen)
    for there in (Fit(fit.scale, 4.0 + shift, 4.0), Fit(fit.scale, 4.0, 4.0 - shift)):
        pieces = pen.segments(lines, there).moved(there.apply)
        assert np.array_equal(moving.draw(lines, len(lines) - 1, there, pen), coverage(pieces, 28))


def test_points_that_rounding_tells_apart_are_told_apart_where_the_ink_is():
    # A unit is a step of the segments: which points are dropped depends on the last bits of `fit`.
    random = np.random.default_rng(9)
    steps = random.choice([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)], (40, 60))
    lines = Lines(tuple(random.integers(10, 60, (40, 1, 2)) + np.cumsum(steps, axis=1)))
    pen, moving = Pen(2.0), Moving()
    for x in 4.0 + np.linspace(0, PLAY, 40) / 3:
        fit = Fit(0.25, float(x), 4.1)
        pieces = pen.segments(lines, fit).moved(fit.apply)
        assert np.array_equal(moving.draw(lines, len(lines) - 1, fit, pen), coverage(pieces, 28))


def test_little_is_kept_of_a_long_drawing():
    lines = Lines(scribbled(np.random.default_rng(6), 300).strokes)
    fit, pen, moving = Fit(18 / 550, 4.0, 4.0), Pen(2.4), Moving()
    measured = []
    counted = growing_ink.coverage

    def counting(pieces, size):
        measured.append(len(pieces))
        return counted(pieces, size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing_ink, "coverage", counting)
        images = [moving.draw(lines, len(lines) - 1, fit, pen) for _ in range(3)]
    assert all(np.array_equal(image, images[0]) for image in images)
    assert measured[0] > 5 * MANY
    assert max(measured[1:]) < measured[0] / 3


def test_a_canvas_that_is_asked_for_late_is_that_of_its_time():
    known, kept = GrowingInk(), []
    for stage in growing(scribbled(np.random.default_rng(11), 12)):
        kept.append((stage, frame(stage, known=known)))
        if len(kept) % 5 == 0:
            assert np.array_equal(kept[-1][1].canvas, frame(stage).canvas)
    for stage, steps in kept:
        assert np.array_equal(steps.canvas, frame(stage).canvas)
