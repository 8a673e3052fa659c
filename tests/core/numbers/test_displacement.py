"""The network slid over a number: what each column is, and how columns are read."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.core.framing.framing import PEN_RANGE, pen_lines
from lenet_gui.core.framing.raster import coverage
from lenet_gui.core.framing.segments import segments
from lenet_gui.core.framing.strip import SIDE, STEP, frame_strip
from lenet_gui.core.network.lenet5 import Activations, LeNet5
from lenet_gui.core.network.weights import Weights, load_weights
from lenet_gui.core.numbers.displacement import Displacement, displace, line_of
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.sliding import COSTS, MOST_BETWEEN, column_costs, read_columns, steps_of
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import default_weights

FOUR = [[(30, 0), (0, 60), (70, 60)], [(50, 30), (50, 100)]]
TWO = [[(5, 25), (15, 5), (35, 0), (55, 8), (60, 28), (45, 55), (0, 100), (65, 98)]]


def drawn(*digits, gap=45.0, top=100.0):
    """Return a drawing of digits beside each other."""
    strokes, left = [], 100.0
    for digit in digits:
        moved = [np.array(points, float) + np.array((left, top)) for points in digit]
        left = max(points[:, 0].max() for points in moved) + gap
        strokes += moved
    return Drawing(tuple(strokes), (600.0, 600.0), 9.0)


@pytest.fixture(scope="module")
def network():
    return LeNet5(load_weights(default_weights()))


def test_each_column_is_what_the_network_answers_to_its_window_alone(random_arrays):
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    slid = displace(network, drawn(FOUR, TWO, FOUR))
    windows = [slid.window(column) for column in range(slid.columns)]
    alone = network.forward(
        np.stack([slid.strip.image[:, window.start : window.stop] for window in windows])
    )

    assert windows[-1].stop == slid.strip.image.shape[1]
    for name in ("F6", "output"):
        found = slid.activations.layers[name][0, :, 0].T
        assert found == pytest.approx(alone.layers[name], abs=1e-5)
    c5 = slid.activations.layers["C5"][0, :, 0].T
    assert c5 == pytest.approx(alone.layers["C5"].reshape(slid.columns, -1), abs=1e-5)


def test_a_strip_is_ink_of_one_scale_with_paper_around():
    drawing = drawn(FOUR, TWO)
    strip = frame_strip(drawing)
    rows, columns = (np.flatnonzero(strip.image.any(axis=axis)) for axis in (1, 0))

    assert strip.image.shape[0] == 32
    assert (strip.image.shape[1] - 32) % STEP == 0
    assert 22 <= len(rows) <= 23  # pixels at the edges are partly inked
    assert min(columns[0], strip.image.shape[1] - 1 - columns[-1]) >= SIDE - 1
    points = strip.fit.apply(np.concatenate(drawing.strokes))
    assert points.min(axis=0) == pytest.approx((columns[0], rows[0]), abs=2)


def test_a_strip_is_drawn_as_its_lines_are_on_one_paper():
    # Drawn square by square: nothing may change where two squares meet.
    drawing = drawn(FOUR, TWO, FOUR, TWO)
    strip = frame_strip(drawing)
    lines = pen_lines(drawing, PEN_RANGE).moved(strip.fit.apply)
    paper = coverage(segments(lines), strip.image.shape[1])[:32]

    assert strip.image == pytest.approx(paper, abs=1e-5)


def test_a_picture_becomes_nearly_the_strip_that_its_drawing_becomes():
    drawing = drawn(FOUR, TWO)
    points = [np.asarray(one) for one in drawing.strokes]
    ink = np.zeros((240, 420), np.float32)
    for one in points:
        for start, end in itertools.pairwise(one):
            for share in np.linspace(0, 1, 200):
                x, y = start + share * (end - start)
                ink[int(y) - 4 : int(y) + 5, int(x) - 4 : int(x) + 5] = 1
    of_picture, of_drawing = frame_strip(Picture(ink)).image, frame_strip(drawing).image

    assert of_picture.shape[0] == 32
    assert abs(of_picture.shape[1] - of_drawing.shape[1]) <= STEP
    assert of_picture.sum() == pytest.approx(of_drawing.sum(), rel=0.25)


def test_there_is_no_strip_without_ink():
    for source in (Drawing(), Picture(np.zeros((9, 9), np.float32))):
        with pytest.raises(ValueError, match="ink"):
            frame_strip(source)


def test_a_clear_number_with_wide_gaps_is_read(network):
    drawing = drawn(FOUR, TWO)
    slid = displace(network, drawing)
    reading = read_columns(slid)

    assert reading.text == "42"
    number = NumberReader(Classifier(network)).read(Classifier(network).read(drawing))
    assert number is not None
    assert number.text == "42"
    again = displace(network, line_of(number))
    assert np.array_equal(again.strip.image, slid.strip.image)
    # Each digit is read where it lies.
    for run, digit in zip(reading.runs, number.digits, strict=True):
        middle = slid.strip.fit.apply(np.array([[(digit.box[0] + digit.box[2]) / 2, 0.0]]))[0, 0]
        windows = [slid.window(column) for column in range(run.first, run.stop)]
        assert windows[0].start < middle < windows[-1].stop


def test_each_line_is_slid_over_by_itself(network):
    both = Drawing(
        (*drawn(FOUR, TWO).strokes, *drawn(TWO, FOUR, top=350.0).strokes), (600.0, 600.0), 9.0
    )
    number = NumberReader(Classifier(network)).read(Classifier(network).read(both))

    assert number is not None
    assert number.text == "42\n24"
    texts = [read_columns(displace(network, line_of(number, line))).text for line in (0, 1)]
    assert texts == ["42", "24"]


def test_the_cheapest_way_is_found():
    # Every way through four columns, by brute force.
    random = np.random.default_rng(3)
    logits = random.normal(0, 3, (1, 10, 1, 4)).astype(np.float32)
    exponentials = np.exp(logits)
    found = {"output": exponentials / exponentials.sum(axis=1, keepdims=True)}
    strip = frame_strip(drawn(FOUR))
    strip = replace(strip, image=np.zeros((32, 32 + 3 * STEP), np.float32))
    slid = Displacement(strip, Activations(found, logits))
    steps = steps_of(COSTS)
    own = np.zeros((4, len(steps)))
    own[:, :10] = column_costs(slid.probabilities, slid.evidence)
    ways = steps[-1][:, None, None, None] + own[0][:, None, None, None]
    ways = ways + (steps + own[1])[:, :, None, None] + (steps + own[2])[None, :, :, None]
    ways = ways + (steps + own[3])[None, None, :, :]
    best = np.unravel_index(ways.argmin(), ways.shape)
    reading = read_columns(slid)

    assert reading.cost == pytest.approx(float(ways.min()))
    assert reading.columns == tuple(int(state) if state < 10 else None for state in best)


def test_digits_need_room():
    # Any digit but a one costs least where two columns or more are between.
    steps = steps_of(COSTS)
    assert all(between[0] > min(between[2:]) for between in COSTS.between[:2])
    assert len(steps) == 10 + 2 * MOST_BETWEEN + 1
    assert np.isinf(steps[:10, -1]).all()  # no way back to where nothing was read
