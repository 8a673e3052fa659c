"""A layer's colours as few images: one for all its maps, or one for each row of single units."""

import itertools
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from lenet_gui.ui.kit.painting import image_of

Piece = tuple[QRectF, QImage, QRectF]
"""Where to paint, in logical pixels; an image; and which part of it."""
Colours = NDArray[np.uint32]


def map_pieces(colours: Colours, tiles: list[QRectF]) -> list[Piece]:
    """Return a piece for each map; `colours` is (maps, rows, columns)."""
    maps, rows, columns = colours.shape
    image = image_of(colours.reshape(maps * rows, columns))
    parts = _parts(maps, rows, columns)
    return [(tile, image, part) for tile, part in zip(tiles, parts, strict=True)]


@lru_cache
def _parts(maps: int, rows: int, columns: int) -> list[QRectF]:
    """Return where each map is in an image of them all, one below the other."""
    return [QRectF(0, index * rows, columns, rows) for index in range(maps)]


@dataclass(frozen=True, eq=False)
class Row:
    """A row of single units: where it is, which units, and how many device pixels each takes."""

    place: QRectF
    units: slice
    widths: NDArray[np.int64]


def rows_of(tiles: list[QRectF], ratio: float) -> list[Row]:
    """Find the rows among the tiles of single units; `ratio` is the device pixel ratio."""
    rows = []
    for _, grouped in itertools.groupby(range(len(tiles)), key=lambda index: tiles[index].top()):
        units = list(grouped)
        place = tiles[units[0]].united(tiles[units[-1]])
        widths = np.array([round(tiles[unit].width() * ratio) for unit in units])
        rows.append(Row(place, slice(units[0], units[-1] + 1), widths))
    return rows


def unit_pieces(colours: Colours, rows: list[Row]) -> list[Piece]:
    """Return a piece for each row, a pixel of the image to one of the device, (units,) coloured.

    Hundreds of cells are so painted at once, each as wide as its tile.
    """
    pieces = []
    for row in rows:
        image = image_of(np.repeat(colours[row.units], row.widths)[None])
        pieces.append((row.place, image, QRectF(image.rect())))
    return pieces
