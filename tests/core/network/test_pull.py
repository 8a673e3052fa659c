import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.pull import pull, strongest_first
from tests.conftest import make_weights

BY_NAME = {layer.name: layer for layer in LAYERS}
NETWORK = LeNet5(make_weights())
IMAGE = np.random.default_rng(1).random((1, 32, 32)).astype(np.float32)


@pytest.mark.parametrize("off", [frozenset[Held](), frozenset({Held("F6", 3), Held("C5", 7, 0.5)})])
@pytest.mark.parametrize("name", ["C5", "F6"])
def test_a_pull_is_the_derivative_of_the_score_times_the_value(
    name: str, off: frozenset[Held]
) -> None:
    found = NETWORK.forward(IMAGE, off)
    towards = np.zeros((1, 10), np.float32)
    towards[0, 4] = 1
    layer = BY_NAME[name]
    slope = backward(NETWORK, found, {"output": towards}).layers[name]
    if name == "C5":  # a unit of F6 that is off doesn't change with C5
        slope = backward(NETWORK, found, {"output": towards}, off - {Held("C5", 7, 0.5)}).layers[
            name
        ]
    expected = (slope * found.layers[name]).ravel()
    assert pull(NETWORK, found, layer, 4, off) == pytest.approx(expected, abs=1e-5)


def test_the_pulls_of_f6_and_the_bias_add_up_to_the_score() -> None:
    found = NETWORK.forward(IMAGE)
    bias = NETWORK.weights.arrays["fc2.bias"][7]
    total = pull(NETWORK, found, BY_NAME["F6"], 7).sum() + bias
    assert total == pytest.approx(found.logits[0, 7], abs=1e-4)


def test_the_order_goes_from_the_strongest_for_to_the_strongest_against() -> None:
    assert strongest_first(np.array([0.5, -2, 3, 0], np.float32)) == [2, 0, 3, 1]


def test_only_single_units_after_the_maps_have_a_pull() -> None:
    with pytest.raises(ValueError, match="C3"):
        pull(NETWORK, NETWORK.forward(IMAGE), BY_NAME["C3"], 0)
