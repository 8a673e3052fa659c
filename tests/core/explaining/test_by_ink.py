"""Integrated gradients and conductance: worked out by hand, and adding up."""

import numpy as np
import pytest

from lenet_gui.core.explaining.by_ink import PRECISE_ERROR, QUICK_ERROR, by_ink
from lenet_gui.core.explaining.pair import Pair, default_pair, difference
from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.resources import default_weights, resource
from tests.core.explaining.made_up import BIAS, DIGIT, PER_PIXEL, SEEN, SEVEN, adding_up

PAIR = Pair(DIGIT, 0)
SEVEN_INK = frame(SEVEN).padded


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    return Classifier(LeNet5(load_weights(default_weights())))


def test_each_pixel_gets_what_its_own_ink_adds() -> None:
    found = by_ink(adding_up(), SEVEN_INK, PAIR)
    expected = np.zeros((32, 32))
    expected[SEEN, SEEN] = PER_PIXEL * SEVEN_INK[SEEN, SEEN]
    assert found.blank == BIAS
    np.testing.assert_allclose(found.shares, expected, atol=1e-4)


def test_all_goes_through_the_maps_that_lead_to_it() -> None:
    found = by_ink(adding_up(), SEVEN_INK, PAIR)
    first = np.zeros((28, 28))
    first[4:24, 4:24] = PER_PIXEL * SEVEN_INK[SEEN, SEEN]
    np.testing.assert_allclose(found.maps["C1"][0], first, atol=1e-4)
    # A cell of C3 stands for the four pixels that S2 has averaged.
    pooled = first[4:24, 4:24].reshape(10, 2, 10, 2).sum(axis=(1, 3))
    np.testing.assert_allclose(found.maps["C3"][0], pooled, atol=1e-4)
    assert not found.maps["C1"][1:].any()
    assert not found.maps["C3"][1:].any()


@pytest.mark.parametrize("digit", range(10))
def test_the_shares_of_the_examples_add_up(shipped: Classifier, digit: int) -> None:
    path = resource("assets", "examples", f"{digit}.lenet.json")
    reading = shipped.read(parse_drawing(path.read_text(encoding="utf-8")))
    pair = default_pair(reading)
    assert pair is not None
    assert reading.activations is not None
    total = float(difference(reading.activations.logits[0], pair))
    for precise, most in ((False, QUICK_ERROR), (True, PRECISE_ERROR)):
        found = by_ink(shipped.network, reading.frames.padded, pair, precise=precise)
        assert found.error == pytest.approx(total - found.total, abs=1e-5)
        assert abs(found.error) <= most
        for name, values in found.maps.items():
            assert found.blank + values.sum() == pytest.approx(total, abs=1.1 * most)
            assert found.map_errors[name] == pytest.approx(found.error, abs=1e-4)


def test_paper_gets_nothing_and_the_same_ink_the_same_again(shipped: Classifier) -> None:
    one, two = (by_ink(shipped.network, SEVEN_INK, Pair(7, 1)) for _ in range(2))
    assert not one.shares[SEVEN_INK == 0].any()
    np.testing.assert_array_equal(one.shares, two.shares)


def test_the_question_turned_round_has_the_opposite_answer(shipped: Classifier) -> None:
    one = by_ink(shipped.network, SEVEN_INK, Pair(7, 1), precise=True)
    other = by_ink(shipped.network, SEVEN_INK, Pair(1, 7), precise=True)
    np.testing.assert_allclose(one.shares, -other.shares, atol=1e-5)


def test_maps_that_are_off_have_no_share(shipped: Classifier) -> None:
    off = frozenset([Held("C1", 2), Held("C3", 5, 0.3), Held("S2", 0)])
    pair = Pair(7, 1)
    found = by_ink(shipped.network, SEVEN_INK, pair, off)
    total = float(difference(shipped.network.forward(SEVEN_INK[None], off).logits[0], pair))
    assert found.total == pytest.approx(total, abs=QUICK_ERROR)
    assert not found.maps["C1"][[0, 2]].any()
    assert not found.maps["C3"][5].any()
    assert found.blank + found.maps["C3"].sum() == pytest.approx(total, abs=2 * QUICK_ERROR)


def test_a_blank_page_has_no_shares(shipped: Classifier) -> None:
    found = by_ink(shipped.network, np.zeros((32, 32), np.float32), Pair(7, 1))
    assert not found.shares.any()
    assert found.error == pytest.approx(0, abs=1e-5)
