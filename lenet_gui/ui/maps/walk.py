"""Walking from unit to unit with the arrow keys: across a map, to the next map, the next layer."""

from enum import Enum

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import TILINGS


class Direction(Enum):
    """Where an arrow key leads: columns to the right, rows down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(unit: Unit, direction: Direction) -> Unit:
    """Return the unit next to `unit` as the window lays them out; itself at the outer edge."""
    right, down = direction.value
    layer = unit.layer
    row, column = unit.row + down, unit.column + right
    if 0 <= row < layer.size and 0 <= column < layer.size:
        return Unit(layer, unit.map, row, column)
    columns = TILINGS[layer.name].columns
    tile_row, tile_column = divmod(unit.map, columns)
    if right:
        tile_column += right
        neighbour = tile_row * columns + tile_column
        if 0 <= tile_column < columns and neighbour < layer.maps:
            return Unit(layer, neighbour, unit.row, column % layer.size)
        return unit
    neighbour = unit.map + down * columns
    if 0 <= neighbour < layer.maps:
        return Unit(layer, neighbour, row % layer.size, unit.column)
    return _into_next_layer(unit, down)


def _into_next_layer(unit: Unit, down: int) -> Unit:
    """Enter the layer above or below, about as far to the right as the unit is."""
    place = LAYERS.index(unit.layer) + down
    if not 0 <= place < len(LAYERS):
        return unit
    layer = LAYERS[place]
    columns = min(TILINGS[layer.name].columns, layer.maps)
    across = _share(unit) * columns
    tile = min(int(across), columns - 1)
    column = min(int((across - tile) * layer.size), layer.size - 1)
    if down > 0:
        return Unit(layer, tile, 0, column)
    last_row = (layer.maps - 1) // TILINGS[layer.name].columns
    return Unit(layer, min(last_row * columns + tile, layer.maps - 1), layer.size - 1, column)


def _share(unit: Unit) -> float:
    """How far to the right a unit's middle is, of 1."""
    layer: Layer = unit.layer
    columns = min(TILINGS[layer.name].columns, layer.maps)
    return (unit.map % columns + (unit.column + 0.5) / layer.size) / columns
