"""LeNet-5's forward pass in NumPy, keeping every layer's activations."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.weights import Weights

Array = NDArray[np.float32]


class Held(NamedTuple):
    """A map that is switched off: all its units have one value, whatever came before them.

    It is the map's place in the network, and the value. In C5 and F6 a map is a unit.
    """

    layer: str
    map: int
    """The map's number, from 0."""
    value: float = 0.0

    @property
    def place(self) -> tuple[str, int]:
        """The layer's name, and the map's number from 0."""
        return self.layer, self.map


Off = frozenset[Held]
"""The maps that are switched off, each of them once."""

Dropout = Mapping[str, NDArray[np.float32]]
"""Factors for layers' values in training, by name: (n, units), 0 for units that are dropped and
1 / (1 - rate) for those that are kept."""
NO_DROPOUT: Dropout = {}

HIDDEN = frozenset((layer.name, map_) for layer in LAYERS[1:-1] for map_ in range(layer.maps))
"""The places of all maps between input and output."""
PATCHES = 2**17
"""Values of patches that are laid out at once: few enough for the processor's cache."""


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
    """The network with its weights: images in, activations out. It has no other state.

    Inside, the batch is the last axis: values are (maps, rows, columns, n). So a row of a patch is
    one run of memory for all images, and every layer is one product of its weights with a matrix.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._matrices = {
            layer.name: weights.arrays[f"{layer.parameter}.weight"].reshape(layer.maps, -1)
            for layer in LAYERS
            if layer.parameter
        }

    def forward(
        self, images: Array, off: Off = frozenset(), dropout: Dropout = NO_DROPOUT
    ) -> Activations:
        """Run `images`, shape (n, rows, columns), ink 1 and paper 0, through every layer.

        Rows and columns are 32 or more: a network of convolutions reads a larger image at every
        place (LeCun et al. 1998, section VII). Maps that are `off` have the value at which they are
        held; what follows is computed from that. In training, `dropout` multiplies the values of
        some layers.

        Raises ValueError if there are fewer rows or columns, or like `require_hidden`.
        """
        require_hidden(off)
        values = np.ascontiguousarray(images.transpose(1, 2, 0), np.float32)[None]
        layers = {LAYERS[0].name: batch_first(values, LAYERS[0])}
        logits = layers[LAYERS[0].name]
        for layer in LAYERS[1:]:
            if layer.kind == "pooling":
                values = average(values, layer)
            else:
                values = self._weighted_sum(values, layer)
                if layer.activation == "tanh":
                    np.tanh(values, out=values)
                else:
                    logits = batch_first(values, layer)
                    values = softmax(values, axis=0)
            for name, map_, value in off:
                if name == layer.name:
                    values[map_] = value
            if layer.name in dropout:
                values *= batch_last(dropout[layer.name])
            layers[layer.name] = batch_first(values, layer)
        return Activations(layers, logits)

    def matrix(self, layer: Layer) -> Array:
        """Return a layer's weights, float32 (maps, inputs of a unit)."""
        return self._matrices[layer.name]

    def sums(self, activations: Activations, layer: Layer) -> Array:
        """Return what goes into a layer's tanh or softmax: float32, shaped like its values.

        `layer` has weights; `activations` are this network's own. The sums are those of the forward
        pass, which doesn't keep them; of a map that is off, what they would be.
        """
        before = LAYERS[LAYERS.index(layer) - 1]
        values = np.ascontiguousarray(batch_last(activations.layers[before.name]))
        return batch_first(self._weighted_sum(values, layer), layer)

    def products(self, values: Array, layer: Layer) -> Array:
        """Return the sums of values times weights, without biases, at all places.

        `values` and the sums are (maps, rows, columns, n), those of the layer before and the
        layer's own.
        """
        matrix = self._matrices[layer.name]
        rows, columns = places(values, layer)
        n = values.shape[3]
        if not slides(values, layer):
            sums: Array = matrix @ values.reshape(matrix.shape[1], -1)
        else:
            sums = np.empty((layer.maps, rows * columns * n), np.float32)
            for block, part in blocks(values, layer):
                np.matmul(matrix, patches(values, layer, block), out=sums[:, part])
        return sums.reshape(layer.maps, rows, columns, n)

    def _weighted_sum(self, values: Array, layer: Layer) -> Array:
        sums = self.products(values, layer)
        sums += self.weights.arrays[f"{layer.parameter}.bias"][:, None, None, None]
        return sums


def require_hidden(off: Off) -> None:
    """Raise ValueError unless the maps that are off can be.

    Each is one of a layer between input and output, held at one value, which is finite.
    """
    places = {held.place for held in off}
    if strange := places - HIDDEN:
        raise ValueError(f"no maps to switch off: {sorted(strange)}")
    if len(places) < len(off) or not all(math.isfinite(held.value) for held in off):
        raise ValueError("a map that is off must be held at one value, a finite one")


def batch_first(values: Array, layer: Layer) -> Array:
    """Return (maps, rows, columns, n) as (n, maps, rows, columns), a view.

    A linear layer's one place is left out: (n, maps).
    """
    if layer.kind == "linear" and values.shape[1:3] == (1, 1):
        return values[:, 0, 0].T
    return values.transpose(3, 0, 1, 2)


def batch_last(values: Array) -> Array:
    """Return (n, maps, rows, columns), or (n, maps), as (maps, rows, columns, n), a view."""
    if values.ndim == 2:
        return values.T[:, None, None]
    return values.transpose(1, 2, 3, 0)


def places(values: Array, layer: Layer) -> tuple[int, int]:
    """Return at how many rows and columns of maps, (maps, rows, columns, n), the kernel fits.

    Raises ValueError if it fits nowhere.
    """
    rows = (values.shape[1] - layer.kernel) // layer.stride + 1
    columns = (values.shape[2] - layer.kernel) // layer.stride + 1
    if rows < 1 or columns < 1:
        raise ValueError(f"{layer.name} sees {layer.kernel}×{layer.kernel} cells or more")
    return rows, columns


def slides(values: Array, layer: Layer) -> bool:
    """Return whether patches overlap: the kernel is neither one cell nor as large as the maps."""
    return layer.kernel > 1 and values.shape[1:3] != (layer.kernel, layer.kernel)


def by_cell(values: Array, layer: Layer) -> Iterator[Array]:
    """Yield, for each cell of the kernel, row by row, what lies under it at all places: a view."""
    step = layer.stride
    rows, columns = places(values, layer)
    bottom, right = step * rows, step * columns
    for row in range(layer.kernel):
        for column in range(layer.kernel):
            yield values[:, row : row + bottom : step, column : column + right : step]


def blocks(values: Array, layer: Layer) -> Iterator[tuple[range, slice]]:
    """Yield rows of places whose patches fit into the cache, and their part of all places."""
    rows, columns = places(values, layer)
    across = columns * values.shape[3]
    size = max(1, PATCHES // max(1, len(values) * layer.kernel**2 * across))
    for first in range(0, rows, size):
        block = range(first, min(rows, first + size))
        yield block, slice(block.start * across, block.stop * across)


def patches(values: Array, layer: Layer, block: range) -> Array:
    """Return the patches that the kernel sees in some rows of places, a column for each place.

    The shape is (maps·kernel·kernel, places·n).
    """
    maps, _, columns, n = values.shape
    kernel, step = layer.kernel, layer.stride
    across = (columns - kernel) // step + 1
    by_map, by_row, by_column, by_image = values.strides
    # What as_strided does, in a fifth of its time: 0.6 µs of the 70 that one image takes.
    windows: Array = np.ndarray(
        (maps, kernel, kernel, len(block), across, n),
        np.float32,
        values,
        offset=block.start * step * by_row,
        strides=(by_map, by_row, by_column, by_row * step, by_column * step, by_image),
    )
    return windows.reshape(maps * kernel**2, -1)


def average(values: Array, layer: Layer) -> Array:
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
