"""Where each layer's maps go while one layer is in focus: it takes about half the panel.

The others are strips beside their names, in the order of the network; the input stands left of C1.
A convolution's kernels stand beside its maps, if their cells can be told apart there.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lenet_gui.figure.tiling import Place, crisp, snap
from lenet_gui.ui.maps.layer_places import (
    BESIDE_C1,
    BY_NAME,
    EDGE,
    NAMES,
    ROW,
    UNIT_COLUMNS,
    Arrangement,
    Choice,
    LayerPlace,
    Room,
    crisp_side,
    largest_side,
    layer_row,
)
from lenet_gui.ui.maps.maps_layout import LEAST, STRIP_COLUMNS, UNIT_HEIGHTS, WIDEST_ROW

SHARES = (0.52, 0.6)
"""The layer in focus has this share of the height, if the strips leave it and it can use it."""
LEAST_SHARE = 0.4
"""Its least share; in a lower panel it scrolls."""
LEAST_FOCUS = 84
"""Its least height without the header. All lengths here are logical pixels."""
STRIPS = {
    "input": (32, 0.07),
    "C1": (28, 0.1),
    "S2": (14, 0.06),
    "C3": (20, 0.07),
    "S4": (10, 0.05),
}
"""Least side of a strip's tile, and the largest as a share of the panel's height."""
STEPS = 8
"""Sizes of strips that are tried."""
COLUMNS = {
    "input": (1,), "C1": (3, 2, 6), "S2": (3, 2), "C3": (4, 6, 5, 8, 3), "S4": (8, 6, 4, 5),
    "C5": (15, 12, 10, 20, 24, 30), "F6": (12, 14, 7, 21, 28), "output": (5, 10, 2),
}  # fmt: skip
"""Maps in a row that are tried for the layer in focus."""
CELL_SHAPE = 1.25
"""Width of a single unit over its height that is aimed at: a number stands in it."""
GAP, BESIDE_MAP = 6, 10
"""Gap between maps, and between a map and its kernels: an eye stands out over the map's corner."""
KERNEL_GAP = 2
"""Gap between the kernels of a map."""
LEAST_KERNEL_CELL, LARGEST_KERNEL = 3, 0.4
"""Least side of a kernel's cell, and the largest side of a kernel as a share of its map's."""
ABOUT = 0.85
"""Maps with this share of the largest side are large enough, if more of them stand in a row."""
WORTHWHILE = 0.65
"""Kernels stand beside maps that keep at least this share of their side for it."""
KERNELS = 0.6
"""What large kernels are worth in comparison with large maps."""
CAPTION = 0.8
"""Height of a map's caption, as a share of a line's."""


@dataclass(frozen=True)
class _Maps:
    """How the maps of the layer in focus stand: the map's side, and its kernels' cells."""

    columns: int
    side: float
    kernel_cell: float = 0.0
    kernels_across: int = 0
    kernels_width: float = 0.0

    @property
    def block(self) -> float:
        """The width of a map with its kernels."""
        return self.side + (BESIDE_MAP + self.kernels_width if self.kernel_cell else 0)


@lru_cache(maxsize=64)
def arrange_focused(room: Room, name: str) -> Arrangement:
    """Return the arrangement with a layer in focus; it is higher than the room if it must be."""
    height = max(room.height, least_focused_height(room, name))
    strips = _largest_strips(room, name, height * (1 - SHARES[0]))
    most = min(height - _total(strips, room, name), max(SHARES[1] * height, LEAST_FOCUS))
    focus = _focus_height(room, name, most)
    strips = _largest_strips(room, name, height - focus)
    spare = height - focus - _total(strips, room, name)
    gaps = len(_rows(name))
    strips = replace(strips, gap=min(WIDEST_ROW, ROW + max(0.0, spare) / gaps))
    return _placed(strips, room, name, focus)


@lru_cache(maxsize=32)
def least_focused_height(room: Room, name: str) -> int:
    """Return the height below which the layer in focus would be no larger than a strip."""
    strips = _total(_strips(room, 0), room, name)
    return math.ceil(
        strips + max(LEAST_FOCUS + room.line, strips * LEAST_SHARE / (1 - LEAST_SHARE))
    )


def _rows(name: str) -> list[str]:
    """Return the layers that begin a strip of their own."""
    beside_c1 = () if name == "input" else ("input",)
    return [layer for layer in NAMES if layer != name and layer not in beside_c1]


def _strips(room: Room, share: float) -> Choice:
    """Return strips between the lowest (0) and the highest (1)."""
    width = room.width - room.label
    sides: dict[str, float] = {}
    for name, (least, most) in STRIPS.items():
        taken = 0.0
        if name == "C1":  # the input stands before it
            taken = _c1_label(room) + BESIDE_C1 + sides["input"] + 2 * EDGE
        limit = min(most * room.height, largest_side(width - taken, name, STRIP_COLUMNS[name]))
        side = least + share * (limit - least)
        sides[name] = crisp_side(name, min(max(least, side), max(limit, 1.0)), room)
    least, most = UNIT_HEIGHTS
    unit = crisp(least + share * (most - least), 1, room.ratio)
    return Choice(STRIP_COLUMNS, frozenset(NAMES), sides, unit)


def _c1_label(room: Room) -> int:
    return room.c1_label or room.label


def _largest_strips(room: Room, name: str, height: float) -> Choice:
    """Return the highest strips that are no higher together than `height`, or the lowest."""
    for step in range(STEPS, 0, -1):
        strips = _strips(room, step / STEPS)
        if _total(strips, room, name) <= height:
            return strips
    return _strips(room, 0)


def _total(strips: Choice, room: Room, name: str) -> float:
    """Return the height of all strips, with a gap for each."""
    return sum(_strip_height(strips, row, room, name) + strips.gap for row in _rows(name))


def _strip_height(strips: Choice, row: str, room: Room, name: str) -> int:
    """Return the height of a strip; C1's has the input in it."""
    height = strips.height(row, room)
    if row == "C1" and name != "input":
        height = max(height, strips.height("input", room))
    return round(height)


# -- the layer in focus ---------------------------------------------------------------------------


def _focus_height(room: Room, name: str, height: float) -> float:
    """Return the height that the layer in focus makes use of, at most `height`."""
    if name in UNIT_COLUMNS:
        return math.floor(height)
    width, inner = _inner_width(room, name), height - room.line - 2 * EDGE
    maps = _largest_maps(name, width, inner, room)
    rows = -(-BY_NAME[name].maps // maps.columns)
    return math.ceil(room.line + 2 * EDGE + rows * maps.side + (rows - 1) * GAP)


def _inner_width(room: Room, name: str) -> float:
    """Return the width for the maps of the layer in focus: C1 leaves room for the input."""
    return room.width - 2 * EDGE - (_left_of_c1(room) if name == "C1" else 0)


def _left_of_c1(room: Room) -> int:
    return max(room.label, 2 * STRIPS["input"][0]) + BESIDE_C1


def _largest_maps(name: str, width: float, height: float, room: Room) -> _Maps:
    """Return the columns with the largest maps, with their kernels unless that costs too much."""
    found = [
        maps
        for columns in COLUMNS[name]
        for maps in _in_columns(name, columns, width, height, room)
    ]
    most = max(maps.side for maps in found)
    alike = [maps for maps in found if not maps.kernel_cell and maps.side >= ABOUT * most]
    largest = max(alike, key=lambda maps: (maps.columns, maps.side))
    with_kernels = [maps for maps in found if maps.kernel_cell and maps.side >= WORTHWHILE * most]
    return max(with_kernels, key=lambda maps: _size(maps, width), default=largest)


def _size(maps: _Maps, width: float) -> float:
    """Return how well maps and kernels can be seen, and how well they fill the width."""
    filled = (maps.columns * maps.block + (maps.columns - 1) * GAP) / width
    return math.log(maps.side * filled) + KERNELS * math.log(maps.kernel_cell)


def _in_columns(
    name: str, columns: int, width: float, height: float, room: Room
) -> Iterator[_Maps]:
    """Yield the largest maps in so many columns, without kernels and, if possible, with them."""
    layer = BY_NAME[name]
    rows, ratio = -(-layer.maps // columns), room.ratio
    slot = (width - (columns - 1) * GAP) / columns
    high = (height - (rows - 1) * GAP) / rows
    side = crisp_side(name, max(1.0, min(slot, high)), room)
    yield _Maps(columns, side)
    if layer.kind != "convolution":
        return
    n, cells = layer.source[0], layer.kernel
    caption = CAPTION * room.line
    while side > LEAST[name]:
        for across in {1, 2, 3} if n > 1 else {1}:
            down = -(-n // across)
            tall = (side - caption - (down - 1) * KERNEL_GAP) / down
            wide = (slot - side - BESIDE_MAP - (across - 1) * KERNEL_GAP) / across
            cell = min(tall, wide, LARGEST_KERNEL * side) / cells
            cell = math.floor(cell * ratio) / ratio
            if cell >= LEAST_KERNEL_CELL:
                taken = across * cells * cell + (across - 1) * KERNEL_GAP
                yield _Maps(columns, side, cell, across, taken)
        side -= layer.size / ratio


def _focused(room: Room, name: str, height: float) -> LayerPlace:
    """Return the place of the layer in focus, `height` high."""
    layer, ratio = BY_NAME[name], room.ratio
    width = _inner_width(room, name)
    whole = Place(0, 0, round(width + 2 * EDGE), round(height))
    header = Place(0, 0, width + 2 * EDGE, room.line)
    inner = height - room.line - 2 * EDGE
    if name in UNIT_COLUMNS:
        columns, tiles = _cells(name, width, inner, room)
        return LayerPlace(whole, header, False, columns, tiles)
    maps = _largest_maps(name, width, inner, room)
    pitch = (width - maps.block) / max(1, maps.columns - 1)
    tiles = tuple(
        Place(
            snap(EDGE + index % maps.columns * pitch, ratio),
            snap(room.line + EDGE + index // maps.columns * (maps.side + GAP), ratio),
            maps.side,
            maps.side,
        )
        for index in range(layer.maps)
    )
    place = LayerPlace(whole, header, False, maps.columns, tiles)
    if not maps.kernel_cell:
        return place
    captions = tuple(
        Place(tile.x + tile.width + BESIDE_MAP, tile.y, maps.kernels_width, CAPTION * room.line)
        for tile in tiles
    )
    kernels = tuple(_kernels(caption, maps, name, ratio) for caption in captions)
    return replace(place, kernels=kernels, captions=captions)


def _kernels(caption: Place, maps: _Maps, name: str, ratio: float) -> tuple[Place, ...]:
    """Return the places of a map's kernels below its caption."""
    layer = BY_NAME[name]
    side = layer.kernel * maps.kernel_cell
    return tuple(
        Place(
            snap(caption.x + index % maps.kernels_across * (side + KERNEL_GAP), ratio),
            snap(
                caption.y + caption.height + index // maps.kernels_across * (side + KERNEL_GAP),
                ratio,
            ),
            side,
            side,
        )
        for index in range(layer.source[0])
    )


def _cells(name: str, width: float, height: float, room: Room) -> tuple[int, tuple[Place, ...]]:
    """Return the columns of single units, and their cells, which fill the place and touch."""
    n, ratio = BY_NAME[name].maps, room.ratio

    def shape(columns: int) -> float:
        rows = -(-n // columns)
        return abs(math.log(width / columns / (height / rows) / CELL_SHAPE))

    columns = min(COLUMNS[name], key=shape)
    across, down = width / columns, height / -(-n // columns)
    left, top = EDGE, room.line + EDGE
    cells = []
    for index in range(n):
        row, column = divmod(index, columns)
        x, y = snap(left + column * across, ratio), snap(top + row * down, ratio)
        right, below = left + (column + 1) * across, top + (row + 1) * down
        cells.append(Place(x, y, snap(right, ratio) - x, snap(below, ratio) - y))
    return columns, tuple(cells)


# -- all of them ----------------------------------------------------------------------------------


def _placed(strips: Choice, room: Room, name: str, focus: float) -> Arrangement:
    """Return where everything goes."""
    layers: dict[str, LayerPlace] = {}
    top = 0.0
    for layer in NAMES:
        if layer == "input" and name != "input":
            continue  # it goes with C1
        if layer == name:
            place = _focused(room, name, focus)
            height = place.place.height
        else:
            place = layer_row(strips, layer, room, room.label, room.width, None)
            height = _strip_height(strips, layer, room, name)
        place = replace(place, place=replace(place.place, y=round(top)))
        if layer == "C1" and name == "C1":
            layers["input"] = _input_above(room, focus)
            place = replace(place, place=replace(place.place, x=_left_of_c1(room)))
        elif layer == "C1" and name != "input":
            layers["input"], place = _input_beside(strips, room, height)
        layers[layer] = place
        top += height + strips.gap
    return Arrangement({layer: layers[layer] for layer in NAMES}, top - strips.gap, focus=name)


def _input_above(room: Room, height: float) -> LayerPlace:
    """Return the input's place left of C1, that is in focus: a picture below its name."""
    width = _left_of_c1(room) - BESIDE_C1
    side = crisp_side("input", min(width, height - room.line - 2 * EDGE), room)
    return LayerPlace(
        Place(0, 0, width + 2 * EDGE, round(height)),
        Place(0, 0, width, room.line),
        False,
        1,
        (Place(EDGE, room.line + EDGE, side, side),),
    )


def _input_beside(strips: Choice, room: Room, height: float) -> tuple[LayerPlace, LayerPlace]:
    """Return the places of input and C1 in one strip."""
    side = strips.sides["input"]
    whole = room.label + EDGE + side + EDGE
    image = layer_row(strips, "input", room, room.label, whole, None)
    left = round(whole + BESIDE_C1)
    maps = layer_row(strips, "C1", room, _c1_label(room), room.width - left, None)
    places = []
    for place, x, width in ((image, 0, round(whole)), (maps, left, room.width - left)):
        drop = max(0.0, (height - place.place.height) / 2)
        places.append(replace(place, place=Place(x, round(drop), width, place.place.height)))
    return places[0], places[1]
