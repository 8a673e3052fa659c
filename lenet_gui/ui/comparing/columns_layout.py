"""Where the maps of a comparison go: three equal columns, and in each a row for every layer.

A pure function of the room. Each layer begins with its smallest tiles; then, one step at a time,
the layer that is farthest from its wanted size grows, as long as all layers fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.reading.comparison import COMPARED
from lenet_gui.figure.tiling import Place, snap

COLUMNS = 3
"""Pinned, current and their difference."""
BETWEEN = 12
"""Gap between columns. All lengths here are logical pixels."""
ROW = 5
"""Gap between layers."""
GAP = 4
"""Least gap between two maps."""
COARSE = 3
"""Device pixels from which on a cell is a whole number of them. Smaller maps may fill their room:
between one pixel a cell and two there would be nothing."""
STEP = 4
"""Between two sizes of such small maps."""
IN_ROW: Mapping[str, tuple[int, ...]] = {
    "input": (1,), "C1": (6, 3, 2), "S2": (6,), "C3": (16, 8, 4), "S4": (16, 8),
    "C5": (30,), "F6": (21,),
}  # fmt: skip
"""How many maps may stand side by side."""
LEAST: Mapping[str, float] = {
    "input": 48, "C1": 28, "S2": 14, "C3": 20, "S4": 10, "C5": 5, "F6": 5
}  # fmt: skip
"""The least side of a map; of single units their height."""
WANTED: Mapping[str, float] = {
    "input": 64, "C1": 56, "S2": 22, "C3": 36, "S4": 18, "C5": 8, "F6": 8
}  # fmt: skip
"""The sizes that look well together."""
MOST: Mapping[str, float] = {
    "input": 160, "C1": 112, "S2": 56, "C3": 80, "S4": 40, "C5": 14, "F6": 14
}  # fmt: skip


@dataclass(frozen=True)
class Room:
    """The size of the view, and of its text."""

    width: int
    height: int
    head: int
    """Height of the columns' headings."""
    foot: int
    """Height of the legends below."""
    label: int
    """Width of the widest layer's name."""
    distance: int
    """Width of the column of distances."""
    line: int
    """The least height of a row, which has a name and a distance."""
    ratio: float = 1.0
    """Device pixels in a logical one: cells are whole device pixels."""


@dataclass(frozen=True)
class Row:
    """A layer's place: its top and height, and its tiles relative to a column's left edge."""

    layer: Layer
    top: float
    height: float
    in_row: int
    tiles: tuple[Place, ...]


@dataclass(frozen=True)
class Arrangement:
    """The columns' left edges and their width, the layers from top to bottom, and the height."""

    lefts: tuple[float, ...]
    width: float
    rows: tuple[Row, ...]
    height: float

    @property
    def in_row(self) -> dict[str, int]:
        """How many maps stand side by side, by the layer's name."""
        return {row.layer.name: row.in_row for row in self.rows}


@dataclass(frozen=True)
class _Size:
    """One size of a layer's maps."""

    side: float
    in_row: int
    height: float


def arrange(room: Room) -> Arrangement:
    """Return the largest tiles that fit; where not even the smallest do, these and their height."""
    width = (room.width - room.label - room.distance - COLUMNS * BETWEEN) / COLUMNS
    lefts = tuple(
        snap(room.label + place * (width + BETWEEN), room.ratio) for place in range(COLUMNS)
    )
    sizes = _largest(room, width)
    rows, top = [], float(room.head)
    for layer in COMPARED:
        size = sizes[layer.name]
        tiles = tuple(_tiles(layer, size, width, top, room.ratio))
        rows.append(Row(layer, top, size.height, size.in_row, tiles))
        top += size.height + ROW
    return Arrangement(lefts, width, tuple(rows), top - ROW + room.foot)


def _largest(room: Room, width: float) -> dict[str, _Size]:
    sizes = {layer.name: _sizes(layer, width, room) for layer in COMPARED}
    taken = dict.fromkeys(sizes, 0)
    spare = float(room.height - room.head - room.foot - (len(COMPARED) - 1) * ROW)
    spare -= sum(options[0].height for options in sizes.values())
    growing = [name for name, options in sizes.items() if len(options) > 1]
    while growing:
        name = min(growing, key=lambda name: sizes[name][taken[name]].side / WANTED[name])
        options, place = sizes[name], taken[name]
        more = options[place + 1].height - options[place].height
        fits = more <= spare
        if fits:
            spare -= more
            taken[name] += 1
        if not fits or taken[name] == len(options) - 1:
            growing.remove(name)
    return {name: options[taken[name]] for name, options in sizes.items()}


def _sizes(layer: Layer, width: float, room: Room) -> list[_Size]:
    """Return the sizes that a layer's maps may have in a column, from small to large."""
    name, ratio, line = layer.name, room.ratio, room.line
    if layer.size == 1:
        (in_row,) = IN_ROW[name]
        rows = -(-layer.maps // in_row)
        heights = range(round(LEAST[name]), round(MOST[name]) + 1)
        return [_Size(height, in_row, max(line, rows * height)) for height in heights]
    filling = [(width - (n - 1) * GAP) / n for n in IN_ROW[name]]
    sides = [pixels * layer.size / ratio for pixels in range(1, int(MOST[name] * ratio) + 1)]
    between = [*filling, *range(round(LEAST[name]), int(max(filling)) + 1, STEP)]
    sides += [snap(side - 0.5, ratio) for side in between if side * ratio < COARSE * layer.size]
    found = []
    for side in sorted(set(sides)):
        fitting = [n for n in IN_ROW[name] if n * side + (n - 1) * GAP <= width]
        if fitting and LEAST[name] <= side <= MOST[name]:
            found.append(_rows(layer, side, fitting[0], line))
    return found or [_rows(layer, max(1.0, filling[-1]), IN_ROW[name][-1], line)]


def _rows(layer: Layer, side: float, in_row: int, line: int) -> _Size:
    rows = -(-layer.maps // in_row)
    return _Size(side, in_row, max(line, rows * side + (rows - 1) * GAP))


def _tiles(layer: Layer, size: _Size, width: float, top: float, ratio: float) -> list[Place]:
    """Return the places of a layer's maps, spread over the width of a column."""
    in_row, side, tiles = size.in_row, size.side, []
    is_unit = layer.size == 1
    pitch = width / in_row if is_unit else 0.0
    if not is_unit and in_row > 1:
        pitch = (width - side) / (in_row - 1)
    for index in range(layer.maps):
        row, column = divmod(index, in_row)
        left = snap(column * pitch, ratio)
        if is_unit:  # neighbours share an edge, wherever it snaps to
            right, y = snap((column + 1) * pitch, ratio), snap(top + row * side, ratio)
            below = snap(top + (row + 1) * side, ratio)
            tiles.append(Place(left, y, right - left, below - y))
        else:
            y = snap(top + row * (side + GAP), ratio)
            tiles.append(Place(left, y, side, side))
    return tiles
