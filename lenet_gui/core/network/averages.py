"""Each map's mean over many images, at which a map that is switched off can be held."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Array, LeNet5, batch_last

Averages = Mapping[str, NDArray[np.float64]]
"""The mean of each map between input and output by its layer's name: float64 (maps,)."""


def running_averages(network: LeNet5, images: Array, step: int) -> Iterator[Averages]:
    """Yield each map's mean over the images so far, `step` of them at a time; the last is of all.

    `images` are as for `forward`, float32 (n, rows, columns). A map's mean is taken over all its
    cells; in C5 and F6 a map is a unit.
    """
    hidden = LAYERS[1:-1]
    totals = {layer.name: np.zeros(layer.maps) for layer in hidden}
    for first in range(0, len(images), step):
        some = images[first : first + step]
        layers = network.forward(some).layers
        for layer in hidden:
            values = batch_last(layers[layer.name]).reshape(layer.maps, -1)
            totals[layer.name] += values.mean(axis=1) * len(some)
        seen = first + len(some)
        yield {name: total / seen for name, total in totals.items()}
