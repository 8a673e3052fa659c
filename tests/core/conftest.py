"""What the tests of core share: weights that nobody trained."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import parameter_shapes

Arrays = dict[str, NDArray[np.float32]]


@pytest.fixture
def zeros() -> Arrays:
    """Weights that are all zero, for a test to set the few it reckons with by hand."""
    return {name: np.zeros(shape, np.float32) for name, shape in parameter_shapes().items()}


@pytest.fixture
def random_arrays() -> Arrays:
    """Small random weights, the same in every run."""
    generator = np.random.default_rng(5)
    return {
        name: generator.normal(0, 0.2, shape).astype(np.float32)
        for name, shape in parameter_shapes().items()
    }
