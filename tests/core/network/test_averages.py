"""Means of maps over many images."""

import numpy as np
import pytest

from lenet_gui.core.network.averages import running_averages
from lenet_gui.core.network.lenet5 import LeNet5
from tests.conftest import make_weights


@pytest.mark.parametrize("step", [1, 3, 7, 100])
def test_the_last_means_are_over_all_cells_of_all_images(step: int) -> None:
    network = LeNet5(make_weights(seed=2))
    images = np.random.default_rng(4).random((7, 32, 32), np.float32)
    *_, found = running_averages(network, images, step)
    layers = network.forward(images).layers
    assert list(found) == ["C1", "S2", "C3", "S4", "C5", "F6"]
    for name, means in found.items():
        values = layers[name].astype(np.float64)
        axes = (0, *range(2, values.ndim))
        np.testing.assert_allclose(means, values.mean(axis=axes), atol=1e-6)
