"""The smallest change found: it does what it says, and is not larger than it need be."""

import numpy as np
import pytest

from lenet_gui.core.explaining.change import smallest_change
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.weights import Weights, load_weights
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.resources import default_weights, resource


@pytest.fixture(scope="module")
def network() -> LeNet5:
    return LeNet5(load_weights(default_weights()))


@pytest.fixture(scope="module")
def six() -> np.ndarray:
    path = resource("assets", "examples", "6.lenet.json")
    return frame(parse_drawing(path.read_text(encoding="utf-8"))).padded


def test_the_changed_ink_is_read_as_the_rival(network: LeNet5, six: np.ndarray) -> None:
    for pair in (Pair(6, 5), Pair(5, 6)):
        found = smallest_change(network, six, pair)
        assert found is not None
        assert found.digit == 5
        assert 0.5 < found.probabilities[5] < 0.6
        answered = network.forward(found.padded[None]).probabilities[0]
        np.testing.assert_array_equal(found.probabilities, answered)


def test_the_amounts_are_those_of_the_ink(network: LeNet5, six: np.ndarray) -> None:
    found = smallest_change(network, six, Pair(6, 5))
    assert found is not None
    assert found.padded.min() >= 0
    assert found.padded.max() <= 1
    change = found.padded.astype(np.float64) - six
    assert found.added == pytest.approx(change.clip(0).sum(), abs=1e-4)
    assert found.removed == pytest.approx((-change).clip(0).sum(), abs=1e-4)
    # A stroke across the six has some 40 pixels of ink.
    assert 0 < found.added + found.removed < 20
    assert not found.padded[:2].any()
    assert not found.padded[:, -2:].any()


def test_less_of_it_is_not_enough(network: LeNet5, six: np.ndarray) -> None:
    found = smallest_change(network, six, Pair(6, 5))
    assert found is not None
    less = six + np.float32(0.9) * (found.padded - six)
    assert network.forward(less[None]).probabilities[0, 5] < 0.5


def test_maps_that_are_off_stay_off(network: LeNet5, six: np.ndarray) -> None:
    off = frozenset([Held("C1", 1)])
    found = smallest_change(network, six, Pair(6, 5), off)
    assert found is not None
    np.testing.assert_array_equal(
        found.probabilities, network.forward(found.padded[None], off).probabilities[0]
    )


def test_a_network_that_never_changes_its_mind(zeros: dict[str, np.ndarray]) -> None:
    zeros["fc2.bias"][6] = 1
    network = LeNet5(Weights.checked(zeros, {}, "constant"))
    assert smallest_change(network, np.full((32, 32), 0.5, np.float32), Pair(6, 5)) is None
