"""Where each layer's maps, and the cells in them, are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from lenet_gui.core.architecture import Layer
from lenet_gui.core.receptive_field import Region
from lenet_gui.core.unit import Unit
from lenet_gui.ui.painting import crisp, snap

UNIT_HEIGHT = 26.0
"""Largest height of a single unit's cell."""
GAPS = (6, 4)
"""Logical pixels that keep tiles apart at least, in rows of up to FEW and of more."""
FEW = 8


@dataclass(frozen=True)
class Tiling:
    """`columns` maps a row, in a row wide enough for `span` of them."""

    columns: int
    span: int


TILINGS = {
    "input": Tiling(1, 7),
    "C1": Tiling(6, 6),
    "S2": Tiling(6, 9),
    "C3": Tiling(8, 8),
    "S4": Tiling(16, 16),
    "C5": Tiling(40, 40),
    "F6": Tiling(42, 42),
    "output": Tiling(10, 10),
}


@dataclass(frozen=True)
class Tiles:
    """A layer's maps in a row `width` logical pixels wide, from `top` down.

    Maps are squares of cells that are whole device pixels, `ratio` of them to a logical one; single
    units are cells that touch.
    """

    layer: Layer
    width: float
    top: float
    ratio: float

    @property
    def is_units(self) -> bool:
        """Whether each map is a single value."""
        return self.layer.size == 1

    @property
    def height(self) -> float:
        """Logical pixels that all rows take."""
        rows = -(-self.layer.maps // self._tiling.columns)
        return rows * self.size.height() + (rows - 1) * self._gap

    @property
    def size(self) -> QSizeF:
        """The size of one map."""
        span = self._tiling.span
        if self.is_units:
            side = self.width / span
            return QSizeF(side, min(side, UNIT_HEIGHT))
        return self._square(span, self.layer.size)

    def rects(self) -> list[QRectF]:
        """Return where each map is painted."""
        return [self._rect(index) for index in range(self.layer.maps)]

    @property
    def _tiling(self) -> Tiling:
        return TILINGS[self.layer.name]

    @property
    def _gap(self) -> int:
        return 0 if self.is_units else GAPS[self._tiling.columns > FEW]

    def _square(self, span: int, cells: int) -> QSizeF:
        """Return the size of the largest crisp tile of which `span` fit into the row."""
        room = (self.width - (span - 1) * self._gap) / span
        side = crisp(room, cells, self.ratio) * cells
        return QSizeF(side, side)

    def _pitch(self) -> float:
        """Return how far apart two neighbours begin."""
        columns = self._tiling.columns
        if self.is_units:
            return self.width / columns
        # From edge to edge; smaller maps each below the one it was made of.
        full = self.size
        if self._tiling.span != columns:
            full = self._square(columns, self.layer.source[1])
        return (self.width - full.width()) / max(1, columns - 1)

    def _rect(self, index: int) -> QRectF:
        row, column = divmod(index, self._tiling.columns)
        pitch, size = self._pitch(), self.size
        left = snap(1 + column * pitch, self.ratio)
        right = snap(1 + (column + 1) * pitch, self.ratio) if self.is_units else left + size.width()
        top = snap(self.top + row * (size.height() + self._gap), self.ratio)
        bottom = snap(top + size.height(), self.ratio)
        return QRectF(left, top, right - left, bottom - top)


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
