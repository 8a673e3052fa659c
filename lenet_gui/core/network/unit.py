"""One unit explained: the terms that add up to its value, as the network computes it."""

import math
from dataclasses import dataclass, replace

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5, Off


@dataclass(frozen=True)
class Unit:
    """A unit's place: its layer, its map (or number, in a linear layer), row and column, from 0."""

    layer: Layer
    map: int
    row: int = 0
    column: int = 0

    def value(self, activations: Activations) -> float:
        """Return the unit's value for the first image of a batch."""
        return self.value_in(activations.layers[self.layer.name][0])

    def value_in(self, values: Array) -> float:
        """Return the unit's value among its layer's, float32, shaped like the layer."""
        return float(values.reshape(self.layer.maps, self.layer.size, -1)[self.position])

    @property
    def position(self) -> tuple[int, int, int]:
        """Map, row and column."""
        return self.map, self.row, self.column


@dataclass(frozen=True)
class WeightedSum:
    """A convolution's or a linear layer's unit: the sum of inputs times weights, plus the bias.

    `inputs`, `weights` and `products` are float32, shape (maps, rows, columns) of what the unit
    sees; a linear unit sees (units, 1, 1). `total` goes into the activation and gives `value`; for
    the output that is the softmax over `logits`, all ten totals. A unit that is off does not pass
    `value` on, but the one that it is `held` at.
    """

    unit: Unit
    inputs: Array
    weights: Array
    bias: float
    value: float
    logits: Array | None = None
    held: float | None = None

    @property
    def products(self) -> Array:
        """Each input times its weight."""
        return self.inputs * self.weights

    @property
    def map_sums(self) -> Array:
        """The sum of the products of each input map, float32 (maps,)."""
        return np.asarray(self.products.sum(axis=(1, 2)), np.float32)

    @property
    def total(self) -> float:
        """The sum of all products and the bias."""
        return float(self.products.sum(dtype=np.float64) + self.bias)

    @property
    def exponentials(self) -> Array | None:
        """The exponential of each logit less the largest one, for a softmax."""
        return None if self.logits is None else np.exp(self.logits - self.logits.max())

    def strongest(self, count: int) -> tuple[list[int], list[int]]:
        """Return the input maps that raise and those that lower the sum most, strongest first."""
        sums = self.map_sums
        order = np.argsort(sums, kind="stable")
        down = [int(i) for i in order[:count] if sums[i] < 0]
        up = [int(i) for i in order[::-1][:count] if sums[i] > 0]
        return up, down


@dataclass(frozen=True)
class Average:
    """A pooling unit: the mean of `inputs`, float32 (rows, columns).

    A unit that is off does not pass it on, but the value that it is `held` at.
    """

    unit: Unit
    inputs: Array
    value: float
    held: float | None = None

    @property
    def mean(self) -> float:
        """The sum of the inputs over their number."""
        return float(self.inputs.mean(dtype=np.float64))


@dataclass(frozen=True)
class Pixel:
    """A unit of the input, which is not computed."""

    unit: Unit
    value: float


Explanation = WeightedSum | Average | Pixel


def explain(
    network: LeNet5, activations: Activations, unit: Unit, off: Off = frozenset()
) -> Explanation:
    """Explain a unit's value for the first image in `activations`; `off` are maps that were off."""
    layer = unit.layer
    value = unit.value(activations)
    found = _explain(network, activations, unit, value)
    if isinstance(found, Pixel) or (layer.name, unit.map) not in {one.place for one in off}:
        return found
    own = found.mean if isinstance(found, Average) else math.tanh(found.total)
    return replace(found, value=own, held=value)


def _explain(network: LeNet5, activations: Activations, unit: Unit, value: float) -> Explanation:
    layer = unit.layer
    if layer.kind == "input":
        return Pixel(unit, value)
    before = activations.layers[LAYERS[LAYERS.index(layer) - 1].name][0]
    if layer.kind == "pooling":
        rows, columns = _window(layer, unit)
        return Average(unit, before[unit.map, rows, columns], value)
    arrays = network.weights.arrays
    bias = float(arrays[f"{layer.parameter}.bias"][unit.map])
    weights = arrays[f"{layer.parameter}.weight"][unit.map]
    if layer.kind == "linear":
        logits = activations.logits[0] if layer.activation == "softmax" else None
        return WeightedSum(
            unit, before.reshape(-1, 1, 1), weights.reshape(-1, 1, 1), bias, value, logits
        )
    rows, columns = _window(layer, unit)
    return WeightedSum(unit, before[:, rows, columns], weights, bias, value)


def _window(layer: Layer, unit: Unit) -> tuple[slice, slice]:
    """Return the rows and columns, on the layer before, that a unit sees."""
    top, left = unit.row * layer.stride, unit.column * layer.stride
    return slice(top, top + layer.kernel), slice(left, left + layer.kernel)
