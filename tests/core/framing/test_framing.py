"""Framing: ink of any size, anywhere, becomes the same image, laid out as in MNIST."""

from dataclasses import astuple, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.framing.framing import (
    CENTRE,
    DEFAULT_PEN,
    PEN_RANGE,
    Framing,
    canvas_image,
    centre_of_mass,
    frame,
    frame_strokes,
    pad,
    resize_area,
)
from lenet_gui.core.photo.picture import Picture, picture_from_ink
from lenet_gui.core.strokes.drawing import Drawing, stroke
from tests.core.drawings import drawings

SIDE = 560.0
PEN = 40.0
SEVEN = np.array([[0, 0], [60, 0], [35, 40], [20, 100]], np.float64)  # 100 units high


def drawn(*strokes, canvas=(SIDE, SIDE), pen=PEN):
    return Drawing(tuple(stroke(points) for points in strokes), canvas, pen)


def frame_ink(ink):
    return frame(Picture(ink)).framed


def seven(height, corner=(0, 0)):
    return drawn(SEVEN * (height / 100) + corner)


# Strokes


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.95])
@pytest.mark.parametrize("place", [(0, 0), (0, 1), (1, 0), (1, 1), (0.5, 0.3)])
def test_framing_strokes_is_invariant_to_size_and_position(share, place):
    height = share * SIDE
    room = np.array((SIDE - 0.6 * height, SIDE - height))
    expected = frame(seven(0.6 * SIDE, (100, 100))).padded
    assert frame(seven(height, room * place)).padded == pytest.approx(expected, abs=1e-4)


whole = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
scribbles = st.lists(st.lists(whole, min_size=1, max_size=8), min_size=1, max_size=4)


@settings(deadline=None)
@given(scribbles, st.tuples(*[st.integers(-(10**6), 10**6)] * 2), st.integers(-8, 8))
def test_framing_scribbles_is_exactly_invariant_to_size_and_position(strokes, shift, doublings):
    # Whole numbers and powers of two: nothing is rounded.
    moved = [(np.array(points, np.float64) + shift) * 2.0**doublings for points in strokes]
    expected = frame_strokes(drawn(*strokes, canvas=None, pen=None))
    assert np.array_equal(frame_strokes(drawn(*moved, canvas=None, pen=None)), expected)


@settings(deadline=None)
@given(scribbles)
def test_framed_strokes_are_centred_in_the_frame(strokes):
    framed = frame_strokes(drawn(*strokes, canvas=None, pen=None))
    assert framed.shape == (28, 28)
    assert ((framed >= 0) & (framed <= 1)).all()
    # A digit clear of the frame's edge is centred, up to the rasterization of its corners.
    rows, columns = np.flatnonzero(framed.any(axis=1)), np.flatnonzero(framed.any(axis=0))
    free = all(edge[0] > 0 and edge[-1] < 27 for edge in (rows, columns))
    if free:
        assert centre_of_mass(framed) == pytest.approx((CENTRE, CENTRE), abs=0.25)
    assert len(rows) <= 22
    assert len(columns) <= 22


def test_a_vertical_line_matches_row_by_row():
    framed = frame(drawn([(100, 50), (100, 450)], canvas=None, pen=None)).framed
    # 20 rows around 14.5 (half of rows 4 and 24), and a pen of 2.4 around column 14.
    assert framed[5:24].sum(axis=1) == pytest.approx(np.full(19, DEFAULT_PEN), abs=0.3)
    assert framed[6:23, 13:16] == pytest.approx(np.tile([0.7, 1, 0.7], (17, 1)), abs=1e-4)
    assert not framed[:4].any()
    assert not framed[25:].any()


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.95])
def test_strokes_are_equally_thick_in_small_and_large_drawings(share):
    framed = frame(drawn([(50, 20), (50, 20 + share * SIDE)])).framed
    assert framed[8:20].sum(axis=1) == pytest.approx(np.full(12, PEN * 28 / SIDE), abs=1e-4)


@pytest.mark.parametrize(
    ("pen", "thickness"),
    [(1e-9, PEN_RANGE[0]), (5, PEN_RANGE[0]), (50, 2.5), (300, PEN_RANGE[1]), (1e9, PEN_RANGE[1])],
)
def test_the_pen_is_clamped_to_mnists_range(pen, thickness):
    framed = frame(drawn([(50, 20), (50, 400)], pen=pen)).framed
    assert framed[8:20].sum(axis=1) == pytest.approx(np.full(12, thickness), abs=1e-4)


def test_an_unknown_pen_or_canvas_gives_mnists_pen():
    strokes = [(50, 20), (50, 400)]
    for known in ({"pen": None}, {"canvas": None}, {"pen": None, "canvas": None}):
        framed = frame(drawn(strokes, **known)).framed
        assert framed[8:20].sum(axis=1) == pytest.approx(np.full(12, DEFAULT_PEN), abs=1e-4)


DOT = frame(drawn([(7, 9)], canvas=None, pen=None)).framed


@pytest.mark.parametrize(
    "strokes",
    [
        [[(0, 0)]],
        [[(1e9, -1e9)]],
        [[(3, 3)] * 50],
        [[(3, 3)], [(3, 3)], [(3, 3), (3, 3)]],
        [[(0, 0), (1e-320, 0)]],
    ],
)
def test_coincident_points_are_a_dot_in_the_middle(strokes):
    framed = frame(drawn(*strokes, canvas=None, pen=None)).framed
    assert framed == pytest.approx(DOT, abs=1e-5)
    assert framed[14, 14] == 1
    assert framed.sum() == pytest.approx(np.pi * (DEFAULT_PEN / 2) ** 2, rel=0.1)
    assert centre_of_mass(framed) == pytest.approx((CENTRE, CENTRE), abs=1e-3)


def test_a_shaky_click_is_a_dot_too():
    still = frame(drawn([(280, 280)])).framed
    wobble = [(280, 280), (280.2, 280.1)]
    assert frame(drawn(wobble)).framed.sum() < 1.3 * still.sum()
    # Without a canvas, it could be a line drawn in small units.
    assert frame(drawn(wobble, canvas=None)).framed.sum() > 8 * still.sum()


@pytest.mark.parametrize("factor", [1e-7, 1e-3, 1e3, 1e6])
def test_units_do_not_matter(factor):
    framed = frame(drawn(SEVEN * factor, canvas=None, pen=None)).framed
    assert framed == pytest.approx(frame(drawn(SEVEN, canvas=None, pen=None)).framed, abs=1e-4)


@pytest.mark.parametrize("canvas", [(1e-9, 1e-9), (1, 1), (1e9, 1e9), (1e-9, 1e9), None])
@pytest.mark.parametrize("pen", [1e-9, 1e9, None])
@pytest.mark.parametrize("reach", [0, 1e-12, 1, 1e9])
@pytest.mark.parametrize("framing", Framing)
def test_any_canvas_pen_and_extent_can_be_framed(canvas, pen, reach, framing):
    source = drawn([(-reach, reach / 2), (reach, -reach)], canvas=canvas, pen=pen)
    steps = frame(source, framing)
    for image in (canvas_image(source), steps.framed, steps.padded):
        assert ((image >= 0) & (image <= 1)).all()  # False for NaN as well


def test_an_empty_drawing_gives_empty_frames():
    assert not frame_strokes(Drawing()).any()
    assert not canvas_image(Drawing()).any()
    for framing in Framing:
        steps = frame(Drawing(), framing)
        assert steps.is_empty
        assert not steps.padded.any()


def test_the_whole_canvas_shows_ink_where_it_was_drawn():
    # A line 40 of 560 wide, at a quarter of the width: 2 of 28 pixels, around x = 7.
    line = drawn([(140, -100), (140, 700)])
    steps = frame(line, Framing.NONE)
    assert steps.framed[:, 6:8].tolist() == [[1, 1]] * 28
    assert steps.framed.sum() == 56
    assert np.array_equal(canvas_image(line), steps.framed)


def test_ink_outside_the_canvas_is_ignored():
    beside = drawn([(700, 700), (800, 800)])
    assert frame(beside, Framing.NONE).is_empty
    assert not frame(beside).is_empty


def test_a_wide_canvas_is_shown_whole():
    steps = frame(drawn([(0, 50), (200, 50)], canvas=(200, 100), pen=200 / 28), Framing.NONE)
    assert steps.framed[13:15] == pytest.approx(np.full((2, 28), 0.5), abs=1e-5)
    assert not steps.framed[[12, 15]].any()


def test_padding_adds_two_cells_of_paper_on_each_side():
    padded = pad(np.ones((28, 28), np.float32))
    assert padded.shape == (32, 32)
    assert padded.sum() == 28 * 28
    assert (padded[2:30, 2:30] == 1).all()


# Pressure


def pressed(points, pressures, pen):
    return Drawing((), (SIDE, SIDE), pen).with_stroke(points, pressures)


def test_neutral_pressure_equals_no_pressure():
    plain = drawn(SEVEN * 4, SEVEN * 2)
    neutral = replace(plain, pressures=(np.full(4, 0.5),) * 2)
    for framing in Framing:
        fits = [frame(drawing, framing).fit for drawing in (neutral, plain)]
        assert astuple(fits[0]) == pytest.approx(astuple(fits[1]), abs=1e-5)
        assert frame(neutral, framing).framed == pytest.approx(
            frame(plain, framing).framed, abs=1e-5
        )
    assert frame_strokes(neutral, 2.7) == pytest.approx(frame_strokes(plain, 2.7), abs=1e-5)


def test_pressure_widens_the_pen_within_mnists_range():
    # A pen of 2.4 of 28, from 0.5 to 1.5 times its width: 1.2 to 3.6 on the canvas.
    line = pressed([(280, 0), (280, 560)], [0, 1], pen=48)
    canvas = frame(line, Framing.NONE).framed
    expected = 1.2 + 2.4 * (np.arange(28) + 0.5) / 28
    assert canvas[3:25].sum(axis=1) == pytest.approx(expected[3:25], abs=0.03)
    # Framed, it is 20 long with both ends, as in MNIST, and its width goes from 2 to 3.
    framed = frame(line).framed
    fit = frame(line).fit
    assert fit.scale == pytest.approx(17 / 560)
    top = fit.apply(np.array([[280.0, 0.0]]))[0, 1]
    expected = 2 + (np.arange(28) + 0.5 - top) / 17
    assert framed[7:21].sum(axis=1) == pytest.approx(expected[7:21], abs=0.03)


@settings(deadline=None)
@given(drawings)
@pytest.mark.parametrize("framing", Framing)
def test_any_pressure_can_be_framed(framing, drawing):
    steps = frame(drawing, framing)
    for image in (canvas_image(drawing), steps.framed):
        assert ((image >= 0) & (image <= 1)).all()  # False for NaN as well


# Pictures


def test_the_centre_of_mass_by_hand():
    image = np.zeros((4, 5), np.float32)
    image[1, 2] = 1
    assert centre_of_mass(image).tolist() == [2.5, 1.5]
    image[3, 2] = 0.5  # a third of the ink, two rows below
    assert centre_of_mass(image) == pytest.approx((2.5, 1.5 + 2 / 3))


def test_area_scaling_averages_cells():
    image = np.array([[0, 1, 0.2, 0.4], [1, 1, 0.6, 0.8]], np.float32)
    assert resize_area(image, 1, 2) == pytest.approx(np.array([[0.75, 0.5]]))
    # 3 columns into 2: the middle one is shared by both.
    assert resize_area(np.array([[0, 0.6, 0.9]], np.float32), 1, 2)[0] == pytest.approx([0.2, 0.8])
    assert resize_area(np.array([[0.3]], np.float32), 3, 2) == pytest.approx(np.full((3, 2), 0.3))


def test_a_box_of_pixels_is_averaged_and_centred():
    box = np.kron(np.random.default_rng(1).random((20, 10)), np.ones((3, 3))).astype(np.float32)
    box = np.maximum(box, 0.1)
    box[:, 12:18] = 1  # a fifth of it is full ink, so it isn't brightened
    ink = np.zeros((200, 300), np.float32)
    ink[20:80, 250:280] = box
    framed = frame_ink(ink)

    rows, columns = np.flatnonzero(framed.any(axis=1)), np.flatnonzero(framed.any(axis=0))
    assert (len(rows), len(columns)) == (20, 10)
    assert framed[rows][:, columns] == pytest.approx(box[1::3, 1::3], abs=1e-5)
    assert centre_of_mass(framed) == pytest.approx((CENTRE, CENTRE), abs=0.501)


@pytest.mark.parametrize("times", [1, 2, 7])
@pytest.mark.parametrize("corner", [(0, 0), (31, 5)])
def test_framing_pictures_is_invariant_to_size_and_position(times, corner):
    digit = frame(seven(300)).framed
    ink = np.zeros((280, 250), np.float32)
    large = np.kron(digit, np.ones((times, times), np.float32))
    ink[corner[0] : corner[0] + 28 * times, corner[1] : corner[1] + 28 * times] = large
    assert frame_ink(ink) == pytest.approx(frame_ink(digit), abs=1e-5)


@pytest.mark.parametrize("pen", [1, 3, 10, 40])
def test_a_line_does_not_fade_when_its_picture_shrinks(pen):
    ink = np.zeros((1000, 800), np.float32)
    ink[100:900, 400 : 400 + pen] = 1  # 800 long: 40 pixels become one
    ink[100 : 100 + pen, 200:600] = 1
    framed = frame_ink(ink)
    assert framed.max() == 1
    assert framed[8:20].max(axis=1) == pytest.approx(np.ones(12))


def test_framing_a_framed_picture_changes_nothing():
    digit = np.zeros((28, 28), np.float32)
    digit[4:24, 12:17] = np.random.default_rng(2).random((20, 5)) / 10 + 0.5
    digit[14:24] *= 1.2  # heavier below, so that the best whole-pixel shift is clear
    assert np.array_equal(frame_ink(digit), digit)


def test_framing_leaves_mnists_images_unchanged(data_folder):
    images, _ = read_mnist(data_folder / "mnist", "train")
    inks = [picture_from_ink(image).ink for image in images[:2000]]
    unchanged = sum(np.array_equal(frame_ink(ink), ink) for ink in inks)
    assert unchanged >= 0.999 * len(inks)  # one in a few thousand has a box of 19
    centres = np.array([centre_of_mass(ink) for ink in inks])
    assert centres.mean(axis=0) == pytest.approx((CENTRE, CENTRE), abs=0.05)


@pytest.mark.parametrize("shape", [(1, 1), (1, 100_000), (100_000, 1), (3, 2), (2000, 30)])
@pytest.mark.parametrize("value", [0, 0.004, 1])
@pytest.mark.parametrize("framing", Framing)
def test_pictures_of_any_shape_can_be_framed(shape, value, framing):
    picture = Picture(np.full(shape, value, np.float32))
    steps = frame(picture, framing)
    assert steps.is_empty == (value == 0)
    assert canvas_image(picture).max() == pytest.approx(value, rel=1e-4)
    for image in (canvas_image(picture), steps.framed, steps.padded):
        assert ((image >= 0) & (image <= 1)).all()


def test_an_oblong_picture_is_centred_on_the_canvas():
    steps = frame(Picture(np.ones((56, 112), np.float32)), Framing.NONE)
    assert steps.framed[7:21].all()
    assert steps.framed.sum() == 14 * 28


@pytest.mark.parametrize("framing", list(Framing))
def test_the_fit_maps_canvas_points_to_the_frame(framing: Framing) -> None:
    line = np.array([[120.0, 200.0], [120.0, 320.0]])
    drawing = Drawing((stroke(line),), canvas=(560, 560), pen_width=40)
    frames = frame(drawing, framing)
    assert frames.fit is not None
    column, top = frames.fit.apply(line)[0]
    assert frames.framed[round(top) + 2, int(column)] == pytest.approx(1, abs=0.3)
    assert frames.fit.invert(frames.fit.apply(line)) == pytest.approx(line)
    assert frame(Drawing(), framing).fit is None
