"""Maps that tell little: driven to tanh's ends, or the same everywhere."""

from enum import StrEnum

import numpy as np

from lenet_gui.core.architecture import Layer
from lenet_gui.core.network import Array

SATURATED = 0.99
"""Size of a value from which tanh hardly moves: its slope is below 1 - 0.99² ≈ 0.02."""
MOSTLY = 0.95
"""Share of a map's values that must be saturated for the map to count as saturated."""
FLAT = 0.02
"""Difference between a map's largest and smallest value below which it is all but constant."""


class State(StrEnum):
    """What is to be said of a map."""

    LIVELY = "lively"
    SATURATED = "saturated"
    CONSTANT = "constant"


def states(layer: Layer, values: Array) -> list[State]:
    """Tell of each map of a layer, `values` shaped like it, what state it is in.

    A single value can be saturated, but not constant: there is nothing to compare it with.
    Ink and probabilities are neither.
    """
    if not layer.is_signed:
        return [State.LIVELY] * layer.maps
    maps = values.reshape(layer.maps, -1)
    count = maps.shape[1]
    saturated = np.count_nonzero(np.abs(maps) > SATURATED, axis=1) > MOSTLY * count
    constant = (np.ptp(maps, axis=1) < FLAT) & (count > 1)
    return [
        State.SATURATED if full else State.CONSTANT if flat else State.LIVELY
        for full, flat in zip(saturated.tolist(), constant.tolist(), strict=True)
    ]
