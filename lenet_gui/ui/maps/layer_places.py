"""What a choice of columns, headers and tiles comes to: layers' heights, and all maps' places.

The input stands left of C1. Single units fill their row, and share its width evenly; the cells of
other maps are whole device pixels.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.figure.tiling import FEW, GAPS, Place, crisp, snap

BESIDE_C1 = 16
"""Pixels between the input and C1. All lengths here are logical pixels."""
ROW = 4
"""Least gap between two layers."""
EDGE = 1
"""Room for the outline of the outermost tiles."""
UNIT_COLUMNS = {"C5": (40, 60), "F6": (42, 42), "output": (10, 10)}
"""Units in a row, if the header is above them, and beside them."""
DIGIT = 0.75
"""Least height of a cell with a digit in it, as a share of a line's."""
INPUT = 1.2
"""Largest side of the input, as a multiple of C1's if that has one row: whole cells come in coarse
steps. Beside more rows it is at most as high as they are."""
FACTS = 0.3
"""What headers above are worth: as much as maps by this share larger (in natural logarithms)."""
BY_NAME = {layer.name: layer for layer in LAYERS}
NAMES = list(BY_NAME)


@dataclass(frozen=True)
class Room:
    """The size of the panel, and of its text."""

    width: int
    height: int
    line: int
    """Height of a header."""
    label: int
    """Width of the widest layer's name."""
    note: int = 0
    """Height of a note below the layers, which is there if no tile need shrink for it."""
    ratio: float = 1.0
    """Device pixels in a logical one: cells are whole device pixels."""
    c1_label: int = 0
    """Width of C1's name, beside which the input stands in a strip; 0 if it is the widest."""


@dataclass(frozen=True)
class LayerPlace:
    """A layer's place in the panel, and its maps' places in that."""

    place: Place
    header: Place
    """Above the maps or at their left; in the layer's own coordinates, as the tiles."""
    is_beside: bool
    columns: int
    tiles: tuple[Place, ...]
    kernels: tuple[tuple[Place, ...], ...] = ()
    """Each map's kernels, if there is room for them beside the map."""
    captions: tuple[Place, ...] = ()
    """Each map's caption above its kernels."""


@dataclass(frozen=True)
class Arrangement:
    """The places of all layers, by name, and the height that they take."""

    layers: Mapping[str, LayerPlace]
    height: float
    has_note: bool = False
    """Whether there is room for the note below them."""
    focus: str = ""
    """The name of the layer in focus."""

    @cached_property
    def columns(self) -> dict[str, int]:
        """The number of maps in a row of each layer, by name."""
        return {name: place.columns for name, place in self.layers.items()}


@dataclass(frozen=True)
class Choice:
    """Columns, and which headers stand beside their maps; then the sides of tiles."""

    columns: Mapping[str, int]
    beside: frozenset[str]
    sides: Mapping[str, float]
    unit: float
    gap: float = ROW

    def rows(self, name: str) -> int:
        """Return the number of rows of a layer's maps."""
        return -(-BY_NAME[name].maps // self.columns[name])

    def tile_height(self, name: str, room: Room) -> float:
        """Return the height of a map; the output's hold a digit each."""
        if name == "output":
            return max(1.4 * self.unit, DIGIT * room.line)
        return self.unit if name in UNIT_COLUMNS else self.sides[name]

    def input_side(self, room: Room) -> float:
        """Return the side of the input, in the width that C1 leaves."""
        side, columns = self.sides["C1"], self.columns["C1"]
        left = (
            room.width
            - 2 * EDGE
            - BESIDE_C1
            - columns * side
            - (columns - 1) * gap_between("C1", columns)
        )
        rows = self.rows("C1")
        most = INPUT * side if rows == 1 else rows * side + (rows - 1) * gap_between("C1", columns)
        return crisp_side("input", min(left, most), room)

    def height(self, name: str, room: Room) -> float:
        """Return the height of a layer with its header."""
        rows = self.rows(name)
        tiles = rows * self.tile_height(name, room) + (rows - 1) * gap_between(
            name, self.columns[name]
        )
        if name == "C1" and name not in self.beside:
            tiles = max(tiles, self.input_side(room))
        if name in self.beside:
            return max(room.line, tiles + 2 * EDGE)
        return room.line + tiles + 2 * EDGE

    def total(self, room: Room) -> float:
        """Return the height of all layers; the input is as high as C1 or lower."""
        heights = [self.height(name, room) for name in NAMES if name != "input"]
        return sum(heights) + (len(heights) - 1) * self.gap

    def score(self) -> float:
        """Return how good it is: maps are large, and headers stand above them."""
        weights = {"C1": 2, "C3": 2, "S2": 1, "S4": 1}
        size = sum(weight * math.log(self.sides[name]) for name, weight in weights.items())
        return size - FACTS * len(self.beside & {"S4", "C5"})


def placed(choice: Choice, room: Room) -> Arrangement:
    """Return where everything goes."""
    layers = {}
    top = 0.0
    across = room.width - _c1_left(choice, room)
    c1 = layer_row(choice, "C1", room, 0, across, None)
    layers["input"] = _input(choice, room, c1)
    layers["C1"] = replace(c1, place=replace(c1.place, x=room.width - across))
    for name in NAMES[1:]:
        if name != "C1":
            left = 0.0
            if name in choice.beside:
                left = _c1_left(choice, room) if name == "S2" else room.label
            layers[name] = layer_row(choice, name, room, left, room.width, layers["C1"])
        place = layers[name].place
        layers[name] = replace(layers[name], place=replace(place, y=round(top)))
        top += place.height + choice.gap
    return Arrangement(layers, top - choice.gap)


def _c1_left(choice: Choice, room: Room) -> int:
    """Return the left edge of C1, right of the input."""
    return math.ceil(max(choice.input_side(room), room.label)) + BESIDE_C1


def _input(choice: Choice, room: Room, c1: LayerPlace) -> LayerPlace:
    """Return the input's place, left of C1 and as high."""
    width = _c1_left(choice, room) - BESIDE_C1 + 2 * EDGE
    side = choice.input_side(room)
    return LayerPlace(
        Place(0, 0, round(width), c1.place.height),
        Place(0, 0, width, room.line),
        False,
        1,
        (Place(EDGE, room.line, side, side),),
    )


def layer_row(
    choice: Choice, name: str, room: Room, left: float, width: float, above: LayerPlace | None
) -> LayerPlace:
    """Return a layer's place, `width` wide, with its maps from `left` to its right edge."""
    layer, columns, ratio = BY_NAME[name], choice.columns[name], room.ratio
    is_beside = name in choice.beside
    height = round(choice.height(name, room))
    top = float(EDGE if is_beside else room.line)
    header = Place(0, 0, left - 4 if is_beside else width, height if is_beside else room.line)
    size = choice.tile_height(name, room)
    begin, end = left + EDGE, width - EDGE
    is_unit = name in UNIT_COLUMNS
    if is_beside and is_unit:
        top = max(EDGE, (height - choice.rows(name) * size) / 2)
    pitch = (end - begin) / columns if is_unit else 0.0
    if not is_unit and columns > 1:
        pitch = (end - begin - size) / (columns - 1)
        if name == "S2" and is_beside and above is not None:  # each map below its source
            pitch = above.tiles[1].x - above.tiles[0].x
    tiles = []
    for index in range(layer.maps):
        row, column = divmod(index, columns)
        x = snap(begin + column * pitch, ratio)
        y = snap(top + row * (size + gap_between(name, columns)), ratio)
        if is_unit:  # neighbours share an edge, wherever it snaps to
            right, below = begin + (column + 1) * pitch, top + (row + 1) * size
            tiles.append(Place(x, y, snap(right, ratio) - x, snap(below, ratio) - y))
        else:
            tiles.append(Place(x, y, size, size))
    place = Place(0, 0, round(width), height)
    return LayerPlace(place, header, is_beside, columns, tuple(tiles))


def gap_between(name: str, columns: int) -> int:
    """Return the gap between a layer's maps."""
    return 0 if name in UNIT_COLUMNS else GAPS[columns > FEW]


def largest_side(width: float, name: str, columns: int) -> float:
    """Return the side of the largest tile that fits `columns` times into a width."""
    return (width - 2 * EDGE - (columns - 1) * gap_between(name, columns)) / columns


def crisp_side(name: str, side: float, room: Room) -> float:
    """Return the largest side with cells of whole device pixels."""
    cells = BY_NAME[name].size
    return crisp(side, cells, room.ratio) * cells
