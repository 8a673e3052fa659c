"""Whole numbers: cut into digits, and read."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from lenet_gui.core.framing.framing import Framing, frame
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import default_weights
from tests.core.drawings import drawings
from tests.core.numbers.written import GAP, digit, drawing_of, written

CLASSIFIER = Classifier(LeNet5(load_weights(default_weights())))


def number(drawing: Drawing) -> NumberReading:
    found = NumberReader(CLASSIFIER).read(CLASSIFIER.read(drawing))
    assert found is not None
    return found


@pytest.mark.parametrize("name", "0123456789")
def test_a_digit_is_no_number(name: str) -> None:
    assert NumberReader(CLASSIFIER).read(CLASSIFIER.read(written(name))) is None


@pytest.mark.parametrize("gap", [2 * GAP, GAP, 3.0])
@pytest.mark.parametrize("text", ["42", "11", "100", "1998", "8008", "365", "271828"])
def test_numbers_are_cut_where_their_digits_meet(text: str, gap: float) -> None:
    drawing = written(text, gap)
    found = number(drawing)

    assert found.text == text
    counts = [len(digit(name)) for name in text]
    ends = np.cumsum([0, *counts]).tolist()
    strokes = [tuple(range(*some)) for some in itertools.pairwise(ends)]
    assert [one.owners for one in found.digits] == strokes
    for one in found.digits:
        points = np.concatenate([drawing.strokes[index] for index in one.owners])
        assert one.box == pytest.approx((*points.min(axis=0), *points.max(axis=0)))


def test_a_digit_of_a_number_is_read_as_if_it_were_alone() -> None:
    for one in number(written("365")).digits:
        source = one.reading.source
        np.testing.assert_array_equal(one.reading.frames.framed, frame(source).framed)
        alone = CLASSIFIER.read(source)
        assert one.reading.probabilities == pytest.approx(alone.probabilities, abs=1e-5)
        assert one.reading.verdict is alone.verdict


@pytest.mark.parametrize("text", ["20", "53", "88"])
def test_a_stroke_through_two_digits_is_cut(text: str) -> None:
    (*before, first), (second, *after) = digit(text[0]), digit(text[1])
    beside = np.array((first[:, 0].max() + GAP, 0.0))
    through = np.concatenate((first, second + beside))
    found = number(drawing_of([*before, through, *(points + beside for points in after)]))

    assert found.text == text
    place = len(before)
    assert all(place in one.owners for one in found.digits)


def test_lines_are_numbers_of_their_own() -> None:
    found = number(written("12\n345\n67"))
    assert found.text == "12\n345\n67"
    assert [len(line) for line in found.lines] == [2, 3, 2]


@pytest.mark.parametrize(
    ("text", "marks"), [("12.50", 1), ("555-0199", 1), ("12:30", 2), ("-42", 1)]
)
def test_points_and_dashes_are_ignored_and_named(text: str, marks: int) -> None:
    found = number(written(text))
    assert found.text == "".join(filter(str.isdigit, text))
    assert len(found.marks) == marks


def test_what_is_remembered_changes_nothing() -> None:
    whole, reader = written("4183"), NumberReader(CLASSIFIER)
    for index, points in enumerate(whole.strokes):
        for count in (2, len(points) // 2, len(points)):
            drawing = replace(whole, strokes=(*whole.strokes[:index], points[:count]))
            reading = CLASSIFIER.read(drawing)
            remembered, fresh = reader.read(reading), NumberReader(CLASSIFIER).read(reading)
            assert (remembered is None) == (fresh is None)
            if remembered is not None and fresh is not None:
                assert remembered.text == fresh.text
                assert remembered.probability == pytest.approx(fresh.probability, abs=1e-5)
    assert remembered is not None
    assert remembered.text == "4183"


def test_the_second_cut_is_named_if_it_is_nearly_as_cheap() -> None:
    found = number(written("42"))
    for cut in found.cuts:
        assert cut.second is not None
        assert cut.second.cost >= cut.path.cost
    assert number(written("271828")).second is None


def test_a_whole_canvas_is_no_number() -> None:
    reading = CLASSIFIER.read(written("42"), Framing.NONE)
    assert NumberReader(CLASSIFIER, Framing.NONE).read(reading) is None


@pytest.mark.parametrize(
    "strokes",
    [
        [],
        [[(100, 100)]],
        [[(100, 100)], [(300, 100)], [(500, 100)]],
        [[(100, 100)], [(100, 100)]],
        [[(100, 50), (100, 150)], [(300, 100)]],
        [[(0, 100), (900, 100)]],
        [[(0, 100), (900, 100)], [(0, 300), (900, 300)]],
    ],
)
def test_dots_and_straight_lines_are_no_numbers(strokes: list[list[tuple[int, int]]]) -> None:
    drawing = drawing_of([np.array(points, float) for points in strokes])
    assert NumberReader(CLASSIFIER).read(CLASSIFIER.read(drawing)) is None


@given(drawing=drawings)
@settings(max_examples=150, deadline=None)
def test_any_drawing_can_be_read(drawing: Drawing) -> None:
    found = NumberReader(CLASSIFIER).read(CLASSIFIER.read(drawing))
    if found is not None:
        assert len(found.digits) > 1
        assert 0 <= found.probability <= 1
        assert len(found.text.replace("\n", "")) == len(found.digits)
