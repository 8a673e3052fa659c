"""What the shown unit outlines in a layer's tiles, found and laid out once for each unit."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.theme import LIGHT, Theme
from lenet_gui.ui.maps.tiling import outlines

HALO = 2
"""Logical pixels by which an outline's halo reaches beyond its tile."""


class LayerOutlines:
    """Outlines of one unit at a time: with every point that is drawn it is the same one."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._tiles: list[QRectF] = []
        self._unit: Unit | None = None
        self._rects: list[QRectF] = []
        self._painted: list[QRectF] = []
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint as dark as text, on a halo: no value has that colour."""
        self._pens = QPen(QColor(theme.window), 2.0 * HALO), QPen(QColor(theme.text), 1.6)

    def set_tiles(self, tiles: list[QRectF]) -> None:
        """Outline cells of these tiles, one for each map, in logical pixels."""
        self._tiles = tiles
        self._unit, self._rects = None, []

    def of(self, unit: Unit | None) -> list[QRectF]:
        """Return the rectangles that a unit outlines here."""
        if unit is None:
            return []
        if unit != self._unit:
            self._unit, self._rects = unit, outlines(self._layer, self._tiles, unit)
            rects = self._rects
            if self._layer.size == 1 and len(rects) == self._layer.maps:
                rects = [rects[0].united(rects[-1])]  # all of them: one frame says it
            self._painted = [rect.adjusted(-0.5, -0.5, 0.5, 0.5) for rect in rects]
        return self._rects

    def paint(self, painter: QPainter, unit: Unit | None) -> None:
        """Paint them."""
        if not self.of(unit):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in self._pens:
            painter.setPen(pen)
            painter.drawRects(self._painted)
