"""Tiles, and the outlines in them: the shown unit, what it sees, and the units that see it."""

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.receptive_field import Region, cell, maps_seen, seen_by, seers
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import Place
from lenet_gui.ui.kit.appearance import current_theme

RING = 2.0
"""Width of the frame around a map, in logical pixels."""
HALO = 2
"""Logical pixels by which an outline's halo extends beyond its tile."""


class LayerOutlines:
    """Outlines of one unit, kept until another is shown: a new point does not change them."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._tiles: list[QRectF] = []
        self._unit: Unit | None = None
        self._rects: list[QRectF] = []
        self._painted: list[QRectF] = []

    def set_tiles(self, tiles: list[QRectF]) -> None:
        """Set the tiles, one for each map, in logical pixels."""
        self._tiles = tiles
        self._unit, self._rects = None, []

    def of(self, unit: Unit | None) -> list[QRectF]:
        """Return a unit's outlines in this layer."""
        if unit is None:
            return []
        if unit != self._unit:
            self._unit, self._rects = unit, outlines(self._layer, self._tiles, unit)
            rects = self._rects
            if self._layer.size == 1 and len(rects) == self._layer.maps:
                rects = [reduce(QRectF.united, rects)]  # one frame around all
            self._painted = [rect.adjusted(-0.5, -0.5, 0.5, 0.5) for rect in rects]
        return self._rects

    def paint(self, painter: QPainter, unit: Unit | None) -> None:
        """Paint a unit's outlines in the colour of text, which no value has, on a halo."""
        if not self.of(unit):
            return
        theme = current_theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(theme.window), 2.0 * HALO), QPen(QColor(theme.text), 1.6)):
            painter.setPen(pen)
            painter.drawRects(self._painted)


def paint_ring(painter: QPainter, tile: QRectF) -> None:
    """Paint a frame around a whole map."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current_theme().text), RING))
    painter.drawRect(tile.adjusted(-0.5, -0.5, 0.5, 0.5))


def cover_rest(painter: QPainter, tile: QRectF, size: int, unit: Unit) -> None:
    """Cover a map's cells after a unit, row by row."""
    below = Region(unit.row + 1, 0, size, size)
    beside = Region(unit.row, unit.column + 1, unit.row + 1, size)
    for region in (below, beside):
        if not region.is_empty:
            painter.fillRect(cells_rect(tile, size, region), QColor(current_theme().window))


def rect_of(place: Place) -> QRectF:
    """Return a place of a layout as a rectangle of Qt."""
    return QRectF(place.x, place.y, place.width, place.height)


def cells_rect(tile: QRectF, size: int, region: Region) -> QRectF:
    """Return a region's place in the tile of a map of `size`×`size` cells."""
    across, down = tile.width() / size, tile.height() / size
    return QRectF(
        tile.left() + region.left * across,
        tile.top() + region.top * down,
        region.width * across,
        region.height * down,
    )


def unit_at(layer: Layer, rects: list[QRectF], position: QPointF) -> Unit | None:
    """Return the unit at a position; None outside the tiles."""
    for index, tile in enumerate(rects):
        if tile.contains(position):
            column = int((position.x() - tile.left()) / tile.width() * layer.size)
            row = int((position.y() - tile.top()) / tile.height() * layer.size)
            last = layer.size - 1
            return Unit(layer, index, min(row, last), min(column, last))
    return None


def outlines(layer: Layer, rects: list[QRectF], unit: Unit) -> list[QRectF]:
    """Return a unit's outlines in a layer's tiles: the unit, what it sees, or what sees it.

    What sees it is outlined for pixels of the input only; for other layers it would be too much.
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
