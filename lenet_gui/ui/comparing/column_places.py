"""Where each map and unit of the three columns is, in logical pixels."""

from functools import reduce

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.receptive_field import cell
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.comparison import COMPARED
from lenet_gui.ui.comparing.columns_layout import COLUMNS, Arrangement
from lenet_gui.ui.maps.layer_outlines import cells_rect, unit_at
from lenet_gui.ui.maps.layer_values import Colours, Piece, Row, map_pieces, rows_of, unit_pieces


class ColumnPlaces:
    """The tiles of an arrangement, by layer and column, which don't change."""

    def __init__(self, found: Arrangement, ratio: float) -> None:
        """Place an arrangement's tiles; `ratio` is the device pixel ratio."""
        self._tiles = {
            (row.layer.name, column): [
                QRectF(left + tile.x, tile.y, tile.width, tile.height) for tile in row.tiles
            ]
            for row in found.rows
            for column, left in enumerate(found.lefts)
        }
        self._frames: dict[tuple[str, int], list[QRectF]] = {}
        self._unit_rows: dict[tuple[str, int], list[Row]] = {}
        for layer in COMPARED:
            for column in range(COLUMNS):
                key, tiles = (layer.name, column), self.tiles(layer, column)
                self._frames[key] = _frames(layer, tiles)
                if layer.size == 1:
                    self._unit_rows[key] = rows_of(tiles, ratio)

    def tiles(self, layer: Layer, column: int) -> list[QRectF]:
        """Return the places of a layer's maps in a column."""
        return self._tiles[layer.name, column]

    def frames(self, layer: Layer, column: int) -> list[QRectF]:
        """Return the outlines of a layer's maps in a column; single units have one together."""
        return self._frames[layer.name, column]

    def pieces(self, layer: Layer, column: int, colours: Colours) -> list[Piece]:
        """Return the images of a layer in a column, from its colours (maps, rows, columns)."""
        if layer.size == 1:
            return unit_pieces(colours.ravel(), self._unit_rows[layer.name, column])
        return map_pieces(colours, self.tiles(layer, column))

    def of_unit(self, unit: Unit) -> list[QRectF]:
        """Return a unit's place in each column."""
        region = cell(unit.row, unit.column)
        tiles = (self.tiles(unit.layer, column)[unit.map] for column in range(COLUMNS))
        return [cells_rect(tile, unit.layer.size, region) for tile in tiles]

    def unit_at(self, position: QPointF) -> Unit | None:
        """Return the unit at a position in any of the columns."""
        for layer in COMPARED:
            for column in range(COLUMNS):
                if (unit := unit_at(layer, self.tiles(layer, column), position)) is not None:
                    return unit
        return None


def _frames(layer: Layer, tiles: list[QRectF]) -> list[QRectF]:
    whole = [reduce(QRectF.united, tiles)] if layer.size == 1 else tiles
    return [tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in whole]
