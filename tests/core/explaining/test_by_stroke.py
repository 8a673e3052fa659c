"""Shapley values: worked out by hand, against the definition, and their axioms."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from lenet_gui.core.explaining.by_stroke import EXACT, MOST, by_stroke
from lenet_gui.core.explaining.pair import Pair, difference
from lenet_gui.core.framing.framing import Framing, frame_each, pad
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing, stroke
from tests.core.explaining.made_up import BIAS, DIGIT, PER_PIXEL, SEEN, SEVEN, adding_up

PAIR = Pair(DIGIT, 0)


def on_the_page(*lines: list[tuple[float, float]]) -> Drawing:
    """Return a drawing on a canvas of 28×28 cells, read as it lies."""
    return Drawing(tuple(stroke(line) for line in lines), canvas=(28, 28), pen_width=2)


def ink(drawing: Drawing, number: int) -> float:
    """Return how much of a stroke's ink counts."""
    return float(pad(frame_each(drawing, Framing.NONE)[number])[SEEN, SEEN].sum())


def pieces(count: int) -> Drawing:
    """Return the seven's second stroke cut into pieces."""
    points = SEVEN.strokes[1]
    along = np.linspace(0, len(points) - 1, count + 1)
    x, y = (np.interp(along, np.arange(len(points)), column) for column in points.T)
    corners = list(zip(x.tolist(), y.tolist(), strict=True))
    return Drawing(tuple(stroke(corners[n : n + 2]) for n in range(count)))


def test_strokes_apart_get_what_their_own_ink_adds() -> None:
    drawing = on_the_page([(8, 8), (8, 16)], [(16, 8), (20, 8)])
    found = by_stroke(adding_up(), drawing, Framing.NONE, PAIR)
    assert found is not None
    assert found.error is None
    assert found.blank == BIAS
    expected = [PER_PIXEL * ink(drawing, number) for number in (0, 1)]
    assert min(expected) > 1
    assert found.shares == pytest.approx(expected, rel=1e-4)


def test_strokes_that_do_the_same_share_equally() -> None:
    line = [(8.0, 8.0), (8.0, 16.0)]
    drawing = on_the_page(line, [(16, 8), (20, 8)], line)
    found = by_stroke(adding_up(), drawing, Framing.NONE, PAIR)
    assert found is not None
    half = PER_PIXEL * ink(drawing, 0) / 2
    assert found.shares[[0, 2]] == pytest.approx([half, half], rel=1e-4)


def test_a_stroke_that_changes_nothing_gets_nothing(random_classifier: Classifier) -> None:
    beside = [(100.0, 100.0), (120.0, 100.0)]
    drawing = on_the_page([(8, 8), (8, 16)], beside)
    assert not frame_each(drawing, Framing.NONE)[1].any()
    found = by_stroke(random_classifier.network, drawing, Framing.NONE, PAIR)
    assert found is not None
    assert found.shares[1] == 0
    assert found.shares[0] != 0


def test_the_values_are_averages_over_all_orders(random_classifier: Classifier) -> None:
    network = random_classifier.network
    images = frame_each(SEVEN)

    def worth(chosen: tuple[int, ...]) -> float:
        image = images[list(chosen)].max(axis=0, initial=0)
        return float(difference(network.forward(pad(image)[None]).logits[0], PAIR))

    added = np.zeros(3)
    for order in permutations(range(3)):
        for place, number in enumerate(order):
            added[number] += worth(order[: place + 1]) - worth(order[:place])
    found = by_stroke(network, SEVEN, Framing.MNIST, PAIR)
    assert found is not None
    assert found.shares == pytest.approx(added / 6, abs=1e-5)
    reading = random_classifier.read(SEVEN)
    assert reading.activations is not None
    assert found.total == pytest.approx(
        float(difference(reading.activations.logits[0], PAIR)), abs=1e-5
    )


def test_without_a_stroke_the_rest_stays_where_it_is(random_classifier: Classifier) -> None:
    network = random_classifier.network
    found = by_stroke(network, SEVEN, Framing.MNIST, PAIR)
    assert found is not None
    rest = pad(frame_each(SEVEN)[:2].max(axis=0))
    expected = network.forward(rest[None]).probabilities[0]
    np.testing.assert_allclose(found.without[2], expected, atol=1e-6)


def test_many_strokes_are_estimated_and_still_add_up(random_classifier: Classifier) -> None:
    drawing = pieces(EXACT + 1)
    found = by_stroke(random_classifier.network, drawing, Framing.MNIST, PAIR)
    again = by_stroke(random_classifier.network, drawing, Framing.MNIST, PAIR)
    assert found is not None
    assert again is not None
    assert found.error is not None
    assert found.error > 0
    np.testing.assert_array_equal(found.shares, again.shares)
    reading = random_classifier.read(drawing)
    assert reading.activations is not None
    total = float(difference(reading.activations.logits[0], PAIR))
    assert found.total == pytest.approx(total, abs=1e-4)


def test_estimates_come_close_to_the_exact_values(
    random_classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = pieces(6)
    exact = by_stroke(random_classifier.network, drawing, Framing.MNIST, PAIR)
    monkeypatch.setattr("lenet_gui.core.explaining.by_stroke.EXACT", 5)
    found = by_stroke(random_classifier.network, drawing, Framing.MNIST, PAIR)
    assert exact is not None
    assert found is not None
    assert found.error is not None
    assert np.abs(found.shares - exact.shares).max() < 4 * found.error


def test_too_many_strokes_are_not_told_apart(random_classifier: Classifier) -> None:
    network = random_classifier.network
    assert by_stroke(network, pieces(MOST + 1), Framing.MNIST, PAIR) is None
    assert by_stroke(network, pieces(MOST), Framing.MNIST, PAIR) is not None


def test_maps_that_are_off_stay_off() -> None:
    off = frozenset([Held("F6", 0, 1e-5)])
    drawing = replace(SEVEN, strokes=SEVEN.strokes[:2])
    found = by_stroke(adding_up(), drawing, Framing.MNIST, PAIR, off)
    assert found is not None
    assert found.blank == pytest.approx(BIAS + 1)
    assert not found.shares.any()


def test_an_empty_page_has_no_shares() -> None:
    network: LeNet5 = adding_up()
    found = by_stroke(network, Drawing(), Framing.MNIST, PAIR)
    assert found is not None
    assert (found.blank, len(found.shares), found.without.shape) == (BIAS, 0, (0, 10))
