"""The classifier: single readings, batches, and sources without ink."""

import json

import numpy as np
import pytest

from lenet_gui.core.framing.framing import Framing, canvas_image
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import BATCH, Classifier
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.core.strokes.drawing import Drawing, stroke

BLANK_PICTURE = Picture(np.zeros((50, 50), np.float32))


@pytest.fixture
def classifier(random_arrays):
    return Classifier(LeNet5(Weights.checked(random_arrays, {}, "The test's weights")))


@pytest.fixture
def drawing():
    return Drawing((stroke([(0, 0), (60, 0), (20, 100)]),), (200, 200), 15)


@pytest.fixture
def picture():
    ink = np.zeros((90, 50), np.float32)
    ink[10:80, 20:27] = 1
    return Picture(ink)


def test_a_reading_contains_every_step(classifier, drawing):
    reading = classifier.read(drawing)

    assert np.array_equal(reading.activations.layers["input"][0, 0], reading.frames.padded)
    assert np.array_equal(reading.frames.padded[2:-2, 2:-2], reading.frames.framed)
    assert reading.probabilities.shape == (10,)
    assert reading.probabilities.sum() == pytest.approx(1)
    assert reading.digit == reading.probabilities.argmax()
    assert isinstance(reading.digit, int)


@pytest.mark.parametrize("blank", [Drawing(), BLANK_PICTURE])
@pytest.mark.parametrize("framing", Framing)
def test_an_empty_drawing_is_not_a_digit(classifier, blank, framing):
    reading = classifier.read(blank, framing)
    assert reading.digit is None
    assert reading.probabilities is None
    assert reading.activations is None
    assert reading.frames.is_empty


def test_the_framing_can_be_chosen(classifier, drawing):
    framed = classifier.read(drawing)
    whole = classifier.read(drawing, Framing.NONE)
    assert np.array_equal(whole.frames.framed, canvas_image(drawing))
    assert not np.array_equal(framed.frames.framed, whole.frames.framed)
    assert framed.source is whole.source is drawing


@pytest.mark.parametrize(
    ("points", "known", "is_dot"),
    [
        ([(50, 50)], {"canvas": (200, 200), "pen_width": 15}, True),
        ([(50, 50), (60, 64)], {"canvas": (200, 200), "pen_width": 15}, True),
        ([(50, 50), (50, 66)], {"canvas": (200, 200), "pen_width": 15}, False),
        ([(50, 50), (50, 66)], {"canvas": (200, 200), "pen_width": 20}, True),
        ([(50, 50), (53, 50)], {"canvas": (200, 200)}, True),
        ([(50, 50), (55, 50)], {"canvas": (200, 200)}, False),
        ([(50, 50), (50, 50)], {}, True),
        ([(50, 50), (50, 50.001)], {}, False),
    ],
)
def test_a_dot_is_too_little_ink_whatever_the_network_answers(classifier, points, known, is_dot):
    drawing = Drawing((stroke(points),), **known)
    reading = classifier.read(drawing)
    assert (reading.verdict is Verdict.TOO_LITTLE) == is_dot
    assert (reading.digit is None) == is_dot
    assert classifier.read_many([Drawing(), drawing]).verdicts == (Verdict.EMPTY, reading.verdict)


def test_a_few_dots_apart_are_more_than_a_dot(classifier):
    dots = Drawing((stroke([(50, 50)]), stroke([(50, 90)])), (200, 200), 15)
    assert classifier.read(dots).verdict is Verdict.DIGIT


@pytest.mark.parametrize("framing", Framing)
def test_a_batch_is_read_like_single_sources(classifier, drawing, picture, framing):
    sources = [drawing, Drawing(), picture, BLANK_PICTURE] * (BATCH // 3)
    rows = classifier.read_many(sources, framing).probabilities

    assert rows.shape == (len(sources), 10)
    assert rows.dtype == np.float32
    assert np.isnan(rows[1::4]).all()
    assert np.isnan(rows[3::4]).all()
    for place, source in ((0, drawing), (2, picture)):
        expected = np.tile(classifier.read(source, framing).probabilities, (len(rows) // 4, 1))
        assert rows[place::4] == pytest.approx(expected, abs=1e-6)


def test_an_empty_batch_and_a_blank_one(classifier):
    assert classifier.read_many([]).probabilities.shape == (0, 10)
    assert np.isnan(classifier.read_many([Drawing()]).probabilities).all()


def test_a_reading_as_json_has_digit_and_probabilities(classifier, drawing):
    reading = classifier.read(drawing)
    told = reading.to_dict()
    assert told["digit"] == reading.digit
    assert told["probabilities"] == pytest.approx(reading.probabilities.tolist(), abs=1e-6)
    assert json.loads(json.dumps(told)) == told
    assert classifier.read(Drawing()).to_dict() == {
        "verdict": "empty",
        "digit": None,
        "probabilities": None,
    }


@pytest.fixture
def doubtful(classifier):
    """Return a picture, another ink that the network reads as another digit, and both digits."""
    random = np.random.default_rng(1)
    inks = [(random.random((28, 28)) < 0.4).astype(np.float32) for _ in range(200)]
    read = [(ink, classifier.read(Picture(ink))) for ink in inks]
    sure = [(ink, reading.digit) for ink, reading in read if reading.verdict is Verdict.DIGIT]
    ink, digit = sure[0]
    other, rival = next(one for one in sure if one[1] != digit)
    return ink, other, (digit, rival)


def test_a_digit_that_depends_on_the_threshold_is_a_toss_up(classifier, doubtful):
    ink, other, digits = doubtful
    plain = classifier.read(Picture(ink))
    reading = classifier.read(Picture(ink, others=(ink, other)))

    assert reading.verdict is Verdict.AMBIGUOUS
    assert (reading.digit, reading.rival) == digits
    assert reading.runner_up == reading.rival
    assert reading.to_dict()["rival"] == digits[1]
    assert np.array_equal(reading.probabilities, plain.probabilities)
    many = classifier.read_many([Picture(ink, others=(other,)), Picture(ink)])
    assert many.verdicts == (Verdict.AMBIGUOUS, Verdict.DIGIT)


def test_thresholds_that_agree_or_find_nothing_leave_the_verdict(classifier, doubtful):
    ink = doubtful[0]
    for others in ((), (ink,), (np.zeros_like(ink),)):
        reading = classifier.read(Picture(ink, others=others))
        assert reading.verdict is Verdict.DIGIT
        assert reading.rival is None
        assert "rival" not in reading.to_dict()
        assert reading.runner_up == np.argsort(reading.probabilities)[-2]


def test_a_reading_knows_which_maps_were_off(random_classifier: Classifier) -> None:
    off = frozenset({Held("C3", 2, 0.5), Held("C5", 7)})
    drawing = Drawing().with_stroke([(100, 100), (300, 100), (180, 420)])
    reading = random_classifier.read(drawing, off=off)
    assert reading.off == off
    assert random_classifier.read(Drawing(), off=off).off == off, "without ink, too"
    assert random_classifier.read(drawing).off == frozenset()
    together = random_classifier.read_many([drawing], off=off)
    assert reading.probabilities is not None
    np.testing.assert_allclose(together.probabilities[0], reading.probabilities, atol=1e-6)
