"""All of the network's parameters as one vector, and where training starts."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import PARAMETERS, TRAINED_LAYERS, parameter_shapes
from lenet_gui.core.network.lenet5 import Array, LeNet5
from lenet_gui.core.network.weights import LARGEST, Weights


class Parameters:
    """The network's parameters: a vector that can be changed, and views of its parts by name."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float32]]) -> None:
        """Copy arrays that have the names and shapes of a weights file's."""
        self.vector: Array = joined(arrays)
        self.arrays = parts_of(self.vector)
        self.network = LeNet5(Weights(self.arrays, {}, "The network in training"))
        """Reads with the parameters as they are at the moment."""

    @property
    def are_usable(self) -> bool:
        """Whether all are finite and small enough for a weights file."""
        return bool(np.abs(self.vector).max() <= LARGEST)  # False for NaN

    def snapshot(self, metadata: Mapping[str, str]) -> Weights:
        """Return a copy as weights."""
        return Weights.checked(self.arrays, metadata, "The network in training")


def joined(arrays: Mapping[str, NDArray[np.float32]]) -> Array:
    """Return arrays by name as one vector, float32 (61,706,)."""
    return np.concatenate([arrays[name].ravel() for name in parameter_shapes()], dtype=np.float32)


def parts_of(vector: Array) -> dict[str, Array]:
    """Return the views of a vector, (61,706,), that are the arrays of a weights file."""
    parts: dict[str, Array] = {}
    first = 0
    for name, shape in parameter_shapes().items():
        size = int(np.prod(shape))
        parts[name] = vector[first : first + size].reshape(shape)
        first += size
    return parts


def is_weight() -> NDArray[np.bool_]:
    """Return which of the parameters are weights, not biases, (61,706,)."""
    mask = np.zeros(PARAMETERS, np.float32)
    for name, part in parts_of(mask).items():
        part[...] = name.endswith(".weight")
    return mask > 0


def glorot(seed: int) -> dict[str, Array]:
    """Return random weights, evenly spread over ±√(6 / (inputs + outputs)), and biases of 0.

    They keep tanh in its steep middle, and gradients alike in all layers (Glorot, Bengio,
    "Understanding the Difficulty of Training Deep Feedforward Neural Networks", AISTATS 2010).
    """
    random = np.random.default_rng(seed)
    arrays: dict[str, Array] = {}
    for layer in TRAINED_LAYERS:
        shape = layer.weight_shape
        field = int(np.prod(shape[2:]))
        limit = np.sqrt(6 / (shape[1] * field + shape[0] * field))
        weight = random.uniform(-limit, limit, shape).astype(np.float32)
        arrays[f"{layer.parameter}.weight"] = weight
        arrays[f"{layer.parameter}.bias"] = np.zeros(layer.maps, np.float32)
    return arrays
