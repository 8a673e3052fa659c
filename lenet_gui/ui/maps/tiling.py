"""Cells and units of a layer's tiles, in Qt's coordinates; `figure.tiling` says where tiles lie."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.receptive_field import Region, cell, maps_seen, seen_by, seers
from lenet_gui.core.network.unit import Unit
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


def outlines(layer: Layer, rects: list[QRectF], unit: Unit) -> list[QRectF]:
    """Return what a unit outlines in a layer's tiles: itself, what it sees, or who sees it.

    Who sees it is told of the input's pixels alone; of other layers it would be too much.
    """

    def cells(maps: Iterable[int], region: Region) -> list[QRectF]:
        return [cells_rect(rects[index], layer.size, region) for index in maps]

    if unit.layer is layer:
        return cells([unit.map], cell(unit.row, unit.column))
    seen = seen_by(unit.layer, unit.row, unit.column)
    if layer.name in seen:
        return cells(maps_seen(unit.layer, unit.map)[layer.name], seen[layer.name])
    if unit.layer.kind == "input":
        return cells(range(layer.maps), seers(unit.layer, unit.row, unit.column)[layer.name])
    return []
