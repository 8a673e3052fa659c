"""Comparisons: differences and distances worked out by hand, and what is left out."""

import json

import numpy as np
import pytest

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.architecture import CLASSES, LAYERS
from lenet_gui.core.network.lenet5 import Activations
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.comparison import COMPARED, FARTHEST, Comparison, Side
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing

SEVEN = Drawing().with_stroke([(100, 100), (300, 100), (180, 420)])
ONE = Drawing().with_stroke([(200, 60), (200, 420)])


def side_of(value: float, scores: np.ndarray, drawing: Drawing = SEVEN) -> Side:
    """Return a side whose layers after the input all have one value."""
    layers = {
        layer.name: np.full((1, *layer.shape), value, np.float32)
        for layer in LAYERS
        if layer.activation != "softmax"
    }
    layers[LAYERS[-1].name] = np.full((1, CLASSES), 0.1, np.float32)
    activations = Activations(layers, scores.astype(np.float32)[None])
    return Side(Reading(drawing, frame(drawing), activations, Verdict.DIGIT))


def test_a_distance_is_the_root_of_the_mean_square_of_the_differences():
    one, other = side_of(0.0, np.zeros(CLASSES)), side_of(0.0, np.zeros(CLASSES))
    f6 = other.reading.activations.layers["F6"]
    f6[0, :42] = 0.6  # half of the 84 units: √(0.36 / 2)
    c1 = other.reading.activations.layers["C1"]
    c1[0, 0] = -1.0  # one of six maps: √(1 / 6)
    found = Comparison(one, other).distances
    assert found["F6"] == pytest.approx(0.6 / 2**0.5, abs=1e-6)
    assert found["C1"] == pytest.approx((1 / 6) ** 0.5, abs=1e-6)
    assert found["input"] == found["C3"] == 0.0


def test_the_farthest_that_tanh_allows():
    low, high = side_of(-1.0, np.zeros(CLASSES)), side_of(1.0, np.zeros(CLASSES))
    found = Comparison(low, high).distances
    assert [found[layer.name] for layer in COMPARED[1:]] == [FARTHEST] * 6


def test_a_difference_is_current_minus_pinned():
    scores = np.arange(CLASSES, dtype=np.float64)
    found = Comparison(side_of(0.25, scores), side_of(-0.5, 3 * scores))
    assert found.score_differences.tolist() == (2 * scores).tolist()
    assert set(found.differences["C3"].ravel().tolist()) == {-0.75}
    assert found.differences["C3"].shape == (16, 10, 10)


def test_the_distance_of_two_inputs_is_that_of_their_pixels(random_classifier):
    pinned, current = (Side(random_classifier.read(drawing)) for drawing in (SEVEN, ONE))
    found = Comparison(pinned, current)
    pixels = current.reading.frames.padded - pinned.reading.frames.padded
    assert found.distances["input"] == pytest.approx(float(np.sqrt((pixels**2).mean())), rel=1e-6)
    assert Comparison(pinned, pinned).distances == dict.fromkeys(found.distances, 0.0)


def test_a_blank_page_has_an_input_and_nothing_else(random_classifier):
    blank = Side(random_classifier.read(Drawing()))
    found = Comparison(Side(random_classifier.read(SEVEN)), blank)
    assert not found.is_read
    assert found.score_differences is None
    assert list(found.distances) == ["input"]
    assert json.loads(json.dumps(found.to_dict()))["score_differences"] is None


def test_the_same_frames_through_another_network_read_as_the_drawing_does(
    random_classifier: Classifier,
):
    reading = random_classifier.read(SEVEN)
    again = random_classifier.read_frames(SEVEN, reading.frames)
    np.testing.assert_array_equal(again.probabilities, reading.probabilities)
    assert again.verdict is reading.verdict


def test_json_has_both_readings_their_scores_and_the_distances(random_classifier):
    weights = random_classifier.network.weights
    sides = [Side(random_classifier.read(drawing), weights) for drawing in (SEVEN, ONE)]
    found = json.loads(json.dumps(Comparison(*sides).to_dict()))
    assert set(found) == {"pinned", "current", "score_differences", "distances"}
    one, other = found["pinned"]["scores"], found["current"]["scores"]
    expected = [b - a for a, b in zip(one, other, strict=True)]
    assert found["score_differences"] == pytest.approx(expected, abs=2e-6)
    assert list(found["distances"]) == ["input", "C1", "S2", "C3", "S4", "C5", "F6"]
