"""Derivatives along a direction: against differences, and against the backward pass."""

import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.tangent import tangents
from tests.conftest import make_weights

NETWORK = LeNet5(make_weights(3))
RANDOM = np.random.default_rng(8)
IMAGES = RANDOM.random((3, 32, 32), np.float32)
DIRECTION = RANDOM.normal(size=(32, 32)).astype(np.float32)
OFF = frozenset([Held("C1", 1), Held("S2", 4, 0.2), Held("C5", 60)])


@pytest.mark.parametrize("off", [frozenset(), OFF])
def test_values_change_by_as_much_per_step(off) -> None:
    step = np.float32(1e-3)
    found = tangents(NETWORK, NETWORK.forward(IMAGES, off), DIRECTION, LAYERS[-2], off)
    before = NETWORK.forward(IMAGES - step * DIRECTION, off).layers
    after = NETWORK.forward(IMAGES + step * DIRECTION, off).layers
    assert list(found) == [layer.name for layer in LAYERS[1:-1]]
    for name, values in found.items():
        expected = (after[name].astype(np.float64) - before[name]) / (2 * step)
        np.testing.assert_allclose(values, expected, atol=2e-3 * np.abs(expected).max())


@pytest.mark.parametrize("layer", LAYERS[1:-1])
def test_forwards_and_backwards_agree(layer) -> None:
    activations = NETWORK.forward(IMAGES, OFF)
    towards = {"output": RANDOM.normal(size=(3, 10)).astype(np.float32)}
    gradients = backward(NETWORK, activations, towards, OFF).layers
    changes = tangents(NETWORK, activations, DIRECTION, layer, OFF)[layer.name]
    expected = (gradients["input"][:, 0] * DIRECTION).sum(axis=(1, 2))
    by_layer = (gradients[layer.name] * changes).reshape(3, -1).sum(axis=1)
    np.testing.assert_allclose(by_layer, expected, atol=1e-4 * np.abs(expected).max())


def test_it_ends_before_the_output_and_knows_what_can_be_off() -> None:
    activations = NETWORK.forward(IMAGES)
    with pytest.raises(ValueError, match="probabilities"):
        tangents(NETWORK, activations, DIRECTION, LAYERS[-1])
    with pytest.raises(ValueError, match="output"):
        tangents(NETWORK, activations, DIRECTION, LAYERS[1], frozenset([Held("output", 1)]))
