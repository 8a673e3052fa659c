"""LeNet-5's forward pass in NumPy, keeping every layer's activations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.weights import Weights

Array = NDArray[np.float32]
Off = frozenset[tuple[str, int]]
"""Maps that are switched off, as a layer's name and the map's number from 0; in C5 and F6 a map is
a unit."""

HIDDEN: Off = frozenset((layer.name, map_) for layer in LAYERS[1:-1] for map_ in range(layer.maps))
"""All maps between input and output."""
BATCH = 64
"""Images whose patches are laid out at once: few enough for the processor's cache."""


@dataclass(frozen=True)
class Activations:
    """Every layer's values for a batch of n images.

    `layers` maps a layer's name to its values, float32, shape (n, *layer.shape) for images of
    32×32; the output layer's are probabilities, and `logits`, shaped like them, are the softmax's
    input. For larger images maps have more rows and columns, and C5, F6 and output have one of each
    for every 32×32 window that the network sees, 4 pixels apart: (n, maps, rows, columns).
    """

    layers: Mapping[str, Array]
    logits: Array

    @property
    def probabilities(self) -> Array:
        """Probability of each class, shape (n, classes, …); they sum to 1 along the second axis."""
        return self.layers[LAYERS[-1].name]


class LeNet5:
    """The network with its weights: images in, activations out. It has no other state."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        # One matrix a layer makes a convolution one matrix product.
        self._matrices = {
            layer.name: weights.arrays[f"{layer.parameter}.weight"].reshape(layer.maps, -1)
            for layer in LAYERS
            if layer.parameter
        }

    def forward(self, images: Array, off: Off = frozenset()) -> Activations:
        """Run `images`, shape (n, rows, columns), ink 1 and paper 0, through every layer.

        Rows and columns are 32 or more: a network of convolutions reads a larger image at every
        place (LeCun et al. 1998, section VII). Maps that are `off` are held at 0; what follows is
        computed from that.

        Raises ValueError if there are fewer rows or columns, or if a map that is off is not one of
        a layer between input and output.
        """
        require_hidden(off)
        values = np.ascontiguousarray(images, np.float32)[:, None]
        layers = {LAYERS[0].name: values}
        logits = values
        for layer in LAYERS[1:]:
            if layer.kind == "pooling":
                values = _average(values, layer)
            else:
                values = self._weighted_sum(values, layer)
                if layer.activation == "tanh":
                    np.tanh(values, out=values)
                else:
                    logits, values = values, softmax(values, axis=1)
            for name, map_ in off:
                if name == layer.name:
                    values[:, map_] = 0
            layers[layer.name] = values
        return Activations(layers, logits)

    def matrix(self, layer: Layer) -> Array:
        """Return a layer's weights, float32 (maps, inputs of a unit)."""
        return self._matrices[layer.name]

    def _weighted_sum(self, values: Array, layer: Layer) -> Array:
        bias = self.weights.arrays[f"{layer.parameter}.bias"]
        matrix = self._matrices[layer.name]
        if layer.kind == "linear" and values.shape[2:] in ((), (1, 1)):
            sums: Array = values.reshape(len(values), matrix.shape[1]) @ matrix.T
            sums += bias
            return sums
        rows, columns = places(values, layer)
        sums = np.empty((len(values), layer.maps, rows * columns), np.float32)
        for first in range(0, len(values), BATCH):
            batch = slice(first, first + BATCH)
            np.matmul(matrix, patches(values[batch], layer), out=sums[batch])
        sums += bias[:, None]
        return sums.reshape(len(values), layer.maps, rows, columns)


def require_hidden(off: Off) -> None:
    """Raise ValueError if a map to switch off is not one of a layer between input and output."""
    if strange := off - HIDDEN:
        raise ValueError(f"no maps to switch off: {sorted(strange)}")


def places(values: Array, layer: Layer) -> tuple[int, int]:
    """Return at how many rows and columns of maps, (n, maps, rows, columns), the kernel fits.

    Raises ValueError if it fits nowhere.
    """
    rows = (values.shape[2] - layer.kernel) // layer.stride + 1
    columns = (values.shape[3] - layer.kernel) // layer.stride + 1
    if rows < 1 or columns < 1:
        raise ValueError(f"{layer.name} sees {layer.kernel}×{layer.kernel} cells or more")
    return rows, columns


def by_cell(values: Array, layer: Layer) -> Iterator[Array]:
    """Yield, for each cell of the kernel, row by row, what lies under it at all places: a view."""
    step = layer.stride
    rows, columns = places(values, layer)
    bottom, right = step * rows, step * columns
    for row in range(layer.kernel):
        for column in range(layer.kernel):
            yield values[:, :, row : row + bottom : step, column : column + right : step]


def patches(values: Array, layer: Layer) -> Array:
    """Return every patch that the kernel sees, a column each: (n, maps·kernel·kernel, places)."""
    n, maps, kernel = len(values), values.shape[1], layer.kernel
    if values.shape[2:] == (kernel, kernel):  # the kernel covers the whole map
        return values.reshape(n, maps * kernel * kernel, 1)
    rows, columns = places(values, layer)
    batch, channel, row, column = values.strides
    # What as_strided does, in a fifth of its time: 0.6 µs of the 70 that one image takes.
    windows: Array = np.ndarray(
        (n, maps, kernel, kernel, rows, columns),
        np.float32,
        values,
        strides=(batch, channel, row, column, row * layer.stride, column * layer.stride),
    )
    return windows.reshape(n, maps * kernel * kernel, rows * columns)


def _average(values: Array, layer: Layer) -> Array:
    """Mean of each kernel-sized patch; slices added up are faster than a mean over axes."""
    first, second, *others = by_cell(values, layer)
    total: Array = first + second
    for part in others:
        total += part
    total *= np.float32(1 / layer.kernel**2)
    return total


def softmax(logits: Array, axis: int = -1) -> Array:
    """Exponentials of the logits over their sum, along an axis, safe from overflow."""
    exponentials = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=axis, keepdims=True), np.float32)
