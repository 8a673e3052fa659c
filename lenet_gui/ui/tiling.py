"""Cells and units of a layer's tiles, in Qt's coordinates; `figure.tiling` says where tiles lie."""

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.core.architecture import Layer
from lenet_gui.core.receptive_field import Region
from lenet_gui.core.unit import Unit
from lenet_gui.figure.tiling import Tiles

LEFT = 1.0
"""Where the first tile of a row begins, so that its outline is not cut."""


def tile_rects(tiles: Tiles) -> list[QRectF]:
    """Return where each map is painted."""
    return [QRectF(place.x, place.y, place.width, place.height) for place in tiles.places()]


def cells_rect(tile: QRectF, size: int, region: Region) -> QRectF:
    """Return where a region of a map of `size`×`size` cells lies in its tile."""
    across, down = tile.width() / size, tile.height() / size
    return QRectF(
        tile.left() + region.left * across,
        tile.top() + region.top * down,
        region.width * across,
        region.height * down,
    )


def unit_at(layer: Layer, rects: list[QRectF], position: QPointF) -> Unit | None:
    """Return the unit painted at a position, if there is one."""
    for index, tile in enumerate(rects):
        if tile.contains(position):
            column = int((position.x() - tile.left()) / tile.width() * layer.size)
            row = int((position.y() - tile.top()) / tile.height() * layer.size)
            last = layer.size - 1
            return Unit(layer, index, min(row, last), min(column, last))
    return None
