"""LeNet-5's backward pass in NumPy: how one number changes with all that leads to it.

Source: Rumelhart, Hinton, Williams, "Learning Representations by Back-Propagating Errors", Nature
323, 1986; for this network LeCun et al. 1998, sections II and III.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import (
    BATCH,
    Activations,
    Array,
    LeNet5,
    Off,
    by_cell,
    patches,
    require_hidden,
)
from lenet_gui.core.network.unit import Unit


@dataclass(frozen=True)
class Gradients:
    """The derivatives of one number, added up over a batch, by everything that leads to it.

    `layers` maps each layer's name, the input's too, to the derivatives by its values, float32,
    shaped like them: after tanh, and for the output by its logits. `weights` maps each name in a
    weights file, for example `conv1.weight`, to the derivatives by that array, float32; it is empty
    if they were not wanted.
    """

    layers: Mapping[str, Array]
    weights: Mapping[str, Array]


def backward(
    network: LeNet5,
    activations: Activations,
    towards: Mapping[str, Array],
    off: Off = frozenset(),
    *,
    by_weights: bool = True,
) -> Gradients:
    """Differentiate a number by each layer's values, the input's too, and by each weight.

    `activations` are the network's own, for n images. `towards` says how the number depends on
    them: it maps a layer's name to the number's direct derivatives by that layer's values, shaped
    like them; for the output, by the logits. Maps that were `off` in the forward pass pass nothing
    back.

    Raises ValueError if there is no such layer, derivatives have another shape than their layer, or
    a map that is off is not one of a layer between input and output.
    """
    _check(activations, towards, off)
    layers: dict[str, Array] = {}
    weights: dict[str, Array] = {}
    gradient = np.zeros_like(activations.logits)
    for layer, before in zip(LAYERS[:0:-1], LAYERS[-2::-1], strict=True):
        gradient = _own(layer, gradient, towards, off)
        layers[layer.name] = gradient
        source = activations.layers[before.name]
        if layer.kind == "pooling":
            gradient = _spread(gradient, source, layer)
            continue
        by_sums = gradient
        if layer.activation == "tanh":
            by_sums = gradient * (1 - np.square(activations.layers[layer.name]))
        if by_weights:
            matrix = _by_weights(by_sums, source, layer)
            weights[f"{layer.parameter}.weight"] = matrix.reshape(layer.weight_shape)
            weights[f"{layer.parameter}.bias"] = by_sums.sum(axis=(0, *range(2, by_sums.ndim)))
        gradient = _by_source(by_sums, source, layer, network.matrix(layer))
    layers[LAYERS[0].name] = _own(LAYERS[0], gradient, towards, off)
    return Gradients(layers, weights)


def towards_unit(unit: Unit, activations: Activations) -> dict[str, Array]:
    """Return how a unit's value, added up over a batch, depends on its own layer.

    For the output that is a probability, and so depends on all logits.
    """
    if unit.layer is not LAYERS[-1]:
        derivatives = np.zeros_like(activations.layers[unit.layer.name])
        shape = (len(derivatives), unit.layer.maps, unit.layer.size, unit.layer.size)
        derivatives.reshape(shape)[:, unit.map, unit.row, unit.column] = 1
        return {unit.layer.name: derivatives}
    probabilities = activations.probabilities
    own = probabilities[:, unit.map, None]
    derivatives = -own * probabilities
    derivatives[:, unit.map] += own[:, 0]
    return {unit.layer.name: derivatives}


def _check(activations: Activations, towards: Mapping[str, Array], off: Off) -> None:
    require_hidden(off)
    for name, derivatives in towards.items():
        if name not in activations.layers:
            raise ValueError(f"no layer {name}")
        if derivatives.shape != activations.layers[name].shape:
            raise ValueError(
                f"{name} has the shape {activations.layers[name].shape}, not {derivatives.shape}"
            )


def _own(layer: Layer, gradient: Array, towards: Mapping[str, Array], off: Off) -> Array:
    """Add a layer's direct derivatives to those passed back; drop those of maps that are off."""
    direct = towards.get(layer.name)
    if direct is not None:
        gradient = gradient + np.asarray(direct, np.float32)
    for name, map_ in off:
        if name == layer.name:
            gradient[:, map_] = 0
    return gradient


def _by_weights(by_sums: Array, source: Array, layer: Layer) -> Array:
    """Return the derivatives by a layer's weights, (maps, inputs of a unit)."""
    n, maps = by_sums.shape[:2]
    if by_sums[0, 0].size == 1:
        product: Array = by_sums.reshape(n, maps).T @ source.reshape(n, -1)
        return product
    total = np.zeros((maps, layer.source[0] * layer.kernel**2), np.float32)
    for first in range(0, n, BATCH):
        batch = slice(first, first + BATCH)
        columns = patches(source[batch], layer)
        rows = by_sums[batch].reshape(len(columns), maps, -1)
        total += np.matmul(rows, columns.transpose(0, 2, 1)).sum(axis=0)
    return total


def _by_source(by_sums: Array, source: Array, layer: Layer, matrix: Array) -> Array:
    """Return the derivatives by the values that a layer's sums were made of."""
    n, maps = by_sums.shape[:2]
    if by_sums[0, 0].size == 1:
        product: Array = by_sums.reshape(n, maps) @ matrix
        return product.reshape(source.shape)
    gradient = np.zeros_like(source)
    for first in range(0, n, BATCH):
        batch = slice(first, first + BATCH)
        sums = by_sums[batch]
        by_patches = np.matmul(matrix.T, sums.reshape(len(sums), maps, -1)).reshape(
            len(sums), source.shape[1], layer.kernel**2, *sums.shape[2:]
        )
        for cell, under in enumerate(by_cell(gradient[batch], layer)):
            under += by_patches[:, :, cell]
    return gradient


def _spread(gradient: Array, source: Array, layer: Layer) -> Array:
    """Return the derivatives by what was averaged: an equal share for each value of a patch."""
    share = gradient * np.float32(1 / layer.kernel**2)
    spread = np.zeros_like(source)
    for under in by_cell(spread, layer):
        under += share
    return spread
