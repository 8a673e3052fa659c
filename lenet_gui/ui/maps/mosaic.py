"""All maps of a layer as one array, to be seen large."""

import numpy as np

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import TILINGS

COLUMNS = {name: tiling.columns for name, tiling in TILINGS.items()} | {"C5": 15, "F6": 12}
"""Maps in a row; those of F6 as the paper draws its targets, 7×12 (LeCun et al. 1998, fig. 3)."""


def mosaic(layer: Layer, values: Array) -> Array:
    """Return the layer's maps side by side, float32 (rows, columns); NaN is between them.

    `values` are the layer's, shaped like it. Single units touch.
    """
    size, pitch, columns = layer.size, _pitch(layer), COLUMNS[layer.name]
    across, down = min(columns, layer.maps), -(-layer.maps // columns)
    gap = pitch - size
    whole = np.full((down * pitch - gap, across * pitch - gap), np.nan, np.float32)
    for index, map_ in enumerate(values.reshape(layer.maps, size, size)):
        row, column = divmod(index, columns)
        top, left = row * pitch, column * pitch
        whole[top : top + size, left : left + size] = map_
    return whole


def unit_in_mosaic(layer: Layer, row: int, column: int) -> Unit | None:
    """Return the unit at a cell of the mosaic; None between the maps and beside them."""
    pitch, columns = _pitch(layer), COLUMNS[layer.name]
    (down, inner_row), (across, inner_column) = divmod(row, pitch), divmod(column, pitch)
    index = down * columns + across
    inside = inner_row < layer.size and inner_column < layer.size
    if row < 0 or column < 0 or not inside or across >= columns or index >= layer.maps:
        return None
    return Unit(layer, index, inner_row, inner_column)


def _pitch(layer: Layer) -> int:
    """How many cells lie from one map's beginning to the next's."""
    return layer.size + 1 if layer.size > 1 else 1
