"""The health of maps: saturated, constant, or neither."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Array

SATURATED = 0.99
"""Magnitude of a value from which tanh hardly changes: its slope is below 1 - 0.99² ≈ 0.02."""
MOSTLY = 0.95
"""Share of a map's values that must be saturated for the map to count as saturated."""
FLAT = 0.02
"""Difference between a map's largest and smallest value below which it is constant."""


class State(StrEnum):
    """The state of a map."""

    LIVELY = "lively"
    SATURATED = "saturated"
    CONSTANT = "constant"


_COUNTS = {layer.name: np.full(layer.maps, layer.size**2) for layer in LAYERS}
"""Number of values in each map."""
_BY_CODE = np.array([State.LIVELY, State.CONSTANT, State.SATURATED], object)


def states(layer: Layer, values: Array) -> list[State]:
    """Return the state of each map of a layer; `values` are shaped like the layer.

    A single value can be saturated, but not constant. Ink and probabilities are neither.
    """
    return states_of_all([layer], {layer.name: values})[layer.name]


def states_of_all(layers: Sequence[Layer], values: Mapping[str, Array]) -> dict[str, list[State]]:
    """Return the states of the maps of several layers by name, as `states` does for one.

    One pass takes hardly longer than a single layer, and each point drawn changes all of them.
    """
    found = {layer.name: [State.LIVELY] * layer.maps for layer in layers}
    signed = [layer for layer in layers if layer.is_signed]
    if not signed:
        return found
    flat = np.concatenate([values[layer.name].ravel() for layer in signed])
    counts = np.concatenate([_COUNTS[layer.name] for layer in signed])
    begins = np.cumsum(counts) - counts
    saturated = np.add.reduceat(np.abs(flat) > SATURATED, begins, dtype=np.intp)
    ranges = np.maximum.reduceat(flat, begins) - np.minimum.reduceat(flat, begins)
    codes = ((ranges < FLAT) & (counts > 1)).astype(np.intp)
    codes[saturated > MOSTLY * counts] = 2
    all_states = _BY_CODE[codes].tolist()
    for layer in signed:
        found[layer.name] = all_states[: layer.maps]
        all_states = all_states[layer.maps :]
    return found
