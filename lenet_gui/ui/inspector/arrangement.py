"""Where the parts of a convolution's sum stand: the input maps' sums and the three grids."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF

from lenet_gui.figure.tiling import crisp, snap
from lenet_gui.ui.kit.theme import UNIT

GAP = 2
"""Logical pixels between tiles, which are part of their sizes."""
GRIDS = 3
"""Patch, kernel and products."""
TALLEST = 2
"""Rows of tiles above the grids from which the tiles do without pictures, to be narrower."""
LARGEST = 2.2
"""Largest cell, as a multiple of the least."""


@dataclass(frozen=True)
class Sizes:
    """What the parts need, in logical pixels."""

    line: float
    """A heading, caption or legend."""
    tile: QSizeF
    """A map's name, sum and bar, with its picture."""
    compact_tile: QSizeF
    """The same without its picture."""
    cell: float
    """The least side of a cell with a number in it."""
    cells: int
    """Cells in a row of a grid."""
    ratio: float
    """Device pixels in a logical pixel."""


@dataclass(frozen=True)
class Arrangement:
    """The places of all parts, in logical pixels."""

    height: float
    cell: float
    columns: int
    """Grids beside one another."""
    grids: list[QRectF]
    heading: QRectF = field(default_factory=QRectF)
    """The heading of the tiles."""
    tiles: list[QRectF] = field(default_factory=list)
    """The tile of each input map; none if there is only one map."""
    has_pictures: bool = False
    """Whether the tiles have room for pictures."""


def sign_width(line: float) -> float:
    """Return the width of × and = between two grids, for the height of a caption's line."""
    return math.ceil(0.75 * line)


def arrange(room: QSizeF, n_maps: int, sizes: Sizes) -> Arrangement:
    """Return the best arrangement that is as wide as `room`; it may be higher.

    Of those that are not higher, the grids stand side by side if possible, and the tiles above them
    or at their left, whichever gives larger cells. If all are higher, the lowest is returned.
    """
    found = [
        arrangement
        for tiles_above in (True, False)
        for columns in (3, 2, 1)
        if (tiles_above or n_maps > 1)
        if (arrangement := _arranged(room, n_maps, sizes, columns, tiles_above)) is not None
    ]
    if not found:  # narrower than any window
        return _grids_in(QRectF(0, 0, room.width(), 0), sizes, 1, sizes.cell)
    if fitting := [one for one in found if one.height <= room.height()]:
        return max(fitting, key=lambda one: (one.columns, one.cell))
    return min(found, key=lambda one: one.height)


def _arranged(
    room: QSizeF, n_maps: int, sizes: Sizes, columns: int, tiles_above: bool
) -> Arrangement | None:
    """Return one arrangement; None if its cells would be too small for their numbers."""
    heading, tiles, has_pictures = QRectF(), list[QRectF](), False
    left = top = 0.0
    if n_maps > 1:
        heading = QRectF(0, 0, room.width(), sizes.line)
        if tiles_above:
            tiles, has_pictures = _tiles_above(room.width(), n_maps, sizes)
            top = tiles[-1].bottom() + UNIT
        else:
            tiles, has_pictures = _tiles_beside(room, n_maps, sizes)
            left = max(tile.right() for tile in tiles) + 2 * UNIT
            heading.setWidth(left - UNIT)
    area = QRectF(left, top, room.width() - left, max(0.0, room.height() - top))
    rows = math.ceil(GRIDS / columns)
    across = (area.width() - 2 - (columns - 1) * sign_width(sizes.line)) / columns
    down = (area.height() - rows * 2 * sizes.line - (rows - 1) * UNIT) / rows - 2
    widest = crisp(across, sizes.cells, sizes.ratio)
    if across < sizes.cells * sizes.cell or widest < sizes.cell:
        return None
    highest = crisp(max(down, 1.0), sizes.cells, sizes.ratio)
    cell = min(widest, max(sizes.cell, highest), crisp(LARGEST * sizes.cell, 1, sizes.ratio))
    grids = _grids_in(area, sizes, columns, cell)
    below = max((tile.bottom() for tile in tiles), default=0.0)
    height = max(grids.height, below)
    return Arrangement(height, cell, columns, grids.grids, heading, tiles, has_pictures)


def _grids_in(area: QRectF, sizes: Sizes, columns: int, cell: float) -> Arrangement:
    """Return the grids in an area: each has a caption above it and a legend below it."""
    side, step = sizes.cells * cell, sign_width(sizes.line)
    pitch = side + 2 * sizes.line + UNIT + 2
    grids = []
    for index in range(GRIDS):
        row, column = divmod(index, columns)
        x = snap(area.left() + 1 + column * (side + step), sizes.ratio)
        y = snap(area.top() + sizes.line + 1 + row * pitch, sizes.ratio)
        grids.append(QRectF(x, y, side, side))
    return Arrangement(grids[-1].bottom() + 1 + sizes.line, cell, columns, grids)


def _tiles_above(width: float, n: int, sizes: Sizes) -> tuple[list[QRectF], bool]:
    """Return the tiles in rows of about the same length, and whether they have pictures."""

    def rows(tile: QSizeF) -> int:
        return math.ceil(n / max(1, int(width / tile.width())))

    has_pictures = rows(sizes.tile) <= TALLEST
    tile = sizes.tile if has_pictures else sizes.compact_tile
    columns = math.ceil(n / rows(tile))
    wide = QSizeF(min(width / columns, 1.7 * sizes.tile.width()), tile.height())
    return _tiled(n, columns, wide, sizes.line), has_pictures


def _tiles_beside(room: QSizeF, n: int, sizes: Sizes) -> tuple[list[QRectF], bool]:
    """Return the tiles in as few columns as the height allows, and whether they have pictures."""

    def columns(tile: QSizeF) -> int:
        return math.ceil(n / max(1, int((room.height() - sizes.line) / tile.height())))

    has_pictures = columns(sizes.tile) * sizes.tile.width() < room.width() / 3
    tile = sizes.tile if has_pictures else sizes.compact_tile
    return _tiled(n, columns(tile), tile, sizes.line), has_pictures


def _tiled(n: int, columns: int, size: QSizeF, top: float) -> list[QRectF]:
    return [
        QRectF(
            column * size.width(),
            top + row * size.height(),
            size.width() - GAP,
            size.height() - GAP,
        )
        for row, column in (divmod(index, columns) for index in range(n))
    ]
