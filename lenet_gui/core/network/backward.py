"""LeNet-5's backward pass in NumPy: how one number changes with all that leads to it.

Source: Rumelhart, Hinton, Williams, "Learning Representations by Back-Propagating Errors", Nature
323, 1986; for this network LeCun et al. 1998, sections II and III.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import (
    NO_DROPOUT,
    Activations,
    Array,
    Dropout,
    LeNet5,
    Off,
    batch_first,
    batch_last,
    blocks,
    by_cell,
    patches,
    places,
    require_hidden,
    slides,
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
    dropout: Dropout = NO_DROPOUT,
    by_weights: bool = True,
    by_input: bool = True,
) -> Gradients:
    """Differentiate a number by each layer's values, the input's too, and by each weight.

    `activations` are the network's own, for n images. `towards` says how the number depends on
    them: it maps a layer's name to the number's direct derivatives by that layer's values, shaped
    like them; for the output, by the logits. Maps that were `off` in the forward pass pass nothing
    back; its `dropout` applies again. What isn't wanted, the derivatives by the weights or by the
    input, takes no time.

    Raises ValueError if there is no such layer, derivatives have another shape than their layer, or
    like `require_hidden`.
    """
    _check(activations, towards, off)
    layers: dict[str, Array] = {}
    weights: dict[str, Array] = {}
    gradient: Array = np.zeros_like(batch_last(activations.logits))
    for layer, before in zip(LAYERS[:0:-1], LAYERS[-2::-1], strict=True):
        gradient = _own(layer, gradient, towards, off)
        layers[layer.name] = batch_first(gradient, layer)
        source = batch_last(activations.layers[before.name])
        if layer.kind == "pooling":
            gradient = _spread(gradient, source, layer)
            continue
        by_sums = _by_sums(gradient, activations, layer, dropout)
        if by_weights:
            matrix = _by_weights(by_sums, source, layer)
            weights[f"{layer.parameter}.weight"] = matrix.reshape(layer.weight_shape)
            weights[f"{layer.parameter}.bias"] = by_sums.reshape(layer.maps, -1).sum(axis=1)
        if before is not LAYERS[0] or by_input:
            gradient = _by_source(by_sums, source, layer, network.matrix(layer))
    if by_input:
        gradient = _own(LAYERS[0], gradient, towards, off)
        layers[LAYERS[0].name] = batch_first(gradient, LAYERS[0])
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
        gradient = gradient + batch_last(np.asarray(direct, np.float32))
    for name, map_, _ in off:
        if name == layer.name:
            gradient[map_] = 0
    return gradient


def _by_sums(gradient: Array, activations: Activations, layer: Layer, dropout: Dropout) -> Array:
    """Return the derivatives by a layer's sums, before tanh: times 1 - tanh²."""
    if layer.activation != "tanh":
        return gradient
    values = batch_last(activations.layers[layer.name])
    if layer.name in dropout:
        factors = batch_last(dropout[layer.name])
        gradient = gradient * factors
        values = np.divide(values, factors, out=np.zeros_like(values), where=factors != 0)
    by_sums: Array = np.square(values)
    np.subtract(1, by_sums, out=by_sums)
    by_sums *= gradient
    return by_sums


def _by_weights(by_sums: Array, source: Array, layer: Layer) -> Array:
    """Return the derivatives by a layer's weights, (maps, inputs of a unit)."""
    sums = by_sums.reshape(layer.maps, -1)
    if not slides(source, layer):
        product: Array = sums @ source.reshape(len(source) * layer.kernel**2, -1).T
        return product
    total = np.zeros((layer.maps, len(source) * layer.kernel**2), np.float32)
    for block, part in blocks(source, layer):
        total += sums[:, part] @ patches(source, layer, block).T
    return total


def _by_source(by_sums: Array, source: Array, layer: Layer, matrix: Array) -> Array:
    """Return the derivatives by the values that a layer's sums were made of."""
    maps, _, _, n = source.shape
    sums = by_sums.reshape(layer.maps, -1)
    if not slides(source, layer):
        product: Array = matrix.T @ sums
        return product.reshape(source.shape)
    gradient = np.zeros_like(source)
    _, columns = places(source, layer)
    for block, part in blocks(source, layer):
        shape = (maps, layer.kernel**2, len(block), columns, n)
        by_patches = (matrix.T @ sums[:, part]).reshape(shape)
        for cell, under in enumerate(by_cell(gradient, layer)):
            under[:, block.start : block.stop] += by_patches[:, cell]
    return gradient


def _spread(gradient: Array, source: Array, layer: Layer) -> Array:
    """Return the derivatives by what was averaged: an equal share for each value of a patch."""
    share = gradient * np.float32(1 / layer.kernel**2)
    spread = np.zeros_like(source)
    for under in by_cell(spread, layer):
        under += share
    return spread
