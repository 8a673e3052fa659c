"""How layers' values change as the input moves: LeNet-5's derivative taken forwards.

`backward` differentiates one number by everything that leads to it; this differentiates everything
by one number, the way that the input has come along a straight line.
"""

from collections.abc import Mapping

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import (
    Activations,
    Array,
    LeNet5,
    Off,
    average,
    batch_first,
    batch_last,
    require_hidden,
)


def tangents(
    network: LeNet5,
    activations: Activations,
    direction: Array,
    last: Layer,
    off: Off = frozenset(),
) -> Mapping[str, Array]:
    """Return how values change per unit of the way along `direction`, up to the layer `last`.

    `activations` are the network's own, for n images that all move the same way: `direction` is
    float32 (rows, columns), like one image. The result maps the name of each layer to float32
    values, shaped like the layer's. Maps that were `off` in the forward pass don't change.

    Raises ValueError if `last` is the output, or a map that is off is not one of a layer between
    input and output.
    """
    require_hidden(off)
    if last is LAYERS[-1]:
        raise ValueError("probabilities are not followed")
    changes: Array = direction[None, :, :, None].astype(np.float32)
    layers: dict[str, Array] = {}
    for layer in LAYERS[1 : LAYERS.index(last) + 1]:
        if layer.kind == "pooling":
            changes = average(changes, layer)
        else:
            values = batch_last(activations.layers[layer.name])
            slopes = np.square(values)
            np.subtract(1, slopes, out=slopes)
            # In the first layer all images share one image's sums: they all move the same way.
            slopes *= network.products(np.ascontiguousarray(changes), layer)
            changes = slopes
        for held in off:
            if held.layer == layer.name:
                changes[held.map] = 0
        layers[layer.name] = batch_first(changes, layer)
    return layers
