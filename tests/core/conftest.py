"""Fixtures shared by the tests of core: untrained weights."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import parameter_shapes

Arrays = dict[str, NDArray[np.float32]]


@pytest.fixture
def zeros() -> Arrays:
    """Zero weights, so that a test can set the few it needs."""
    return {name: np.zeros(shape, np.float32) for name, shape in parameter_shapes().items()}


@pytest.fixture
def random_arrays() -> Arrays:
    """Small random weights, identical in every run."""
    generator = np.random.default_rng(5)
    return {
        name: generator.normal(0, 0.2, shape).astype(np.float32)
        for name, shape in parameter_shapes().items()
    }
