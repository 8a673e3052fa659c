"""A comparison: two readings side by side, layer by layer, and how far apart they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.reading import Reading

COMPARED = LAYERS[:-1]
"""The layers that are compared value by value; the output is compared by its scores."""
FARTHEST = 2.0
"""The largest distance that two layers of tanh can have: all values at −1 in one, at 1 in the
other."""


@dataclass(frozen=True, eq=False)
class Side:
    """One of two readings, and by which weights and framing it came about."""

    reading: Reading
    weights: Weights | None = None
    framing: Framing = Framing.MNIST

    @property
    def scores(self) -> Array | None:
        """The scores, also called logits: the softmax's input, float32 (10,); None if unread."""
        activations = self.reading.activations
        return None if activations is None else activations.logits[0]

    def values(self, layer: str) -> Array | None:
        """Return a layer's values, shaped like the layer; None if nothing was read.

        The input is there whether it was read or not.
        """
        if layer == LAYERS[0].name:
            return self.reading.frames.padded[None]
        activations = self.reading.activations
        return None if activations is None else activations.layers[layer][0]

    def to_dict(self) -> dict[str, Any]:
        """Return the reading with its scores, its framing and its weights' name, JSON-ready."""
        named = {} if self.weights is None else {"weights": self.weights.metadata.get("name")}
        scores = self.scores
        return {
            **self.reading.to_dict(),
            "scores": None if scores is None else _rounded(scores),
            "framing": str(self.framing),
            **named,
        }


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two readings: of two drawings by one network, or of one drawing by two.

    A difference is the current value minus the pinned one. The distance of two layers is the root
    of the mean square of their differences: 0 if they are equal, and at most 1 for the input and 2
    for the other layers. It has the unit of the values and doesn't depend on the layer's size, so
    that layers can be compared with one another.
    """

    pinned: Side
    current: Side

    @property
    def is_read(self) -> bool:
        """Whether both sides were read; otherwise nothing but the inputs can be compared."""
        return None not in (self.pinned.reading.activations, self.current.reading.activations)

    @cached_property
    def score_differences(self) -> Array | None:
        """The difference of the scores, float32 (10,); None unless both sides were read."""
        return _minus(self.current.scores, self.pinned.scores)

    @cached_property
    def differences(self) -> Mapping[str, Array]:
        """The differences of each layer, shaped like it, by its name.

        Layers that were not read on both sides are left out.
        """
        found = {
            layer.name: _minus(self.current.values(layer.name), self.pinned.values(layer.name))
            for layer in COMPARED
        }
        return {name: values for name, values in found.items() if values is not None}

    @cached_property
    def distances(self) -> Mapping[str, float]:
        """The distance of each layer of `differences`, by its name."""
        return {
            name: float(np.sqrt(np.square(values, dtype=np.float64).mean()))
            for name, values in self.differences.items()
        }

    def to_dict(self) -> dict[str, Any]:
        """Return both readings, the differences of their scores, and the distances, JSON-ready."""
        differences = self.score_differences
        return {
            "pinned": self.pinned.to_dict(),
            "current": self.current.to_dict(),
            "score_differences": None if differences is None else _rounded(differences),
            "distances": {name: round(value, 6) for name, value in self.distances.items()},
        }


def _minus(one: Array | None, other: Array | None) -> Array | None:
    return None if one is None or other is None else one - other


def _rounded(values: Array) -> list[float]:
    return [round(float(value), 6) for value in values]
