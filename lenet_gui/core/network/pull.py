"""The pull of C5's and F6's units on a digit: how far each moves the digit's score, and which way.

The score is the logit, before the softmax. It is linear in F6, so there the pull is exact: the
weight times the value; with the digit's bias the pulls add up to the score. Between C5 and the
score lies a tanh, so there the pull is the derivative times the value, which is right for small
changes.
"""

import numpy as np

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5, Off

PULLING = LAYERS[-3:-1]
"""The layers whose units have a pull: C5 and F6."""


def pull(
    network: LeNet5, activations: Activations, layer: Layer, digit: int, off: Off = frozenset()
) -> Array:
    """Return each unit's pull on a digit for the first image, float32 (units,).

    Units of F6 that are `off` pass nothing on from C5. Raises ValueError for another layer.
    """
    if layer not in PULLING:
        raise ValueError(f"units of {layer.name} have no pull")
    _, last, output = LAYERS[-3:]
    values = activations.layers[layer.name][0].ravel()
    slope = network.matrix(output)[digit]
    if layer is not last:
        by_sums = slope * (1 - np.square(activations.layers[last.name][0].ravel()))
        by_sums[[held.map for held in off if held.layer == last.name]] = 0
        slope = by_sums @ network.matrix(last)
    return np.asarray(slope * values, np.float32)


def strongest_first(pulls: Array) -> list[int]:
    """Return the units in order: from what raises the score most to what lowers it most."""
    return [int(unit) for unit in np.argsort(-pulls, kind="stable")]
