"""A map or a whole layer, large: zoomed and dragged, with numbers in its cells."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import TILINGS
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.layer_header import LEGEND_WIDTH, paint_legend
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.number_grid import paint_grid

STEP = 1.2
"""Factor of one notch of the wheel, or one press of + or −."""
LEAST_LINES = 10
"""Height in which a map can be looked at, in lines of text."""
CELLS = (2.0, 160.0)
"""Smallest and largest side of a cell, in logical pixels."""
NOTCH = 120
"""One notch of a wheel as Qt counts it, in eighths of a degree."""
COLUMNS = {name: tiling.columns for name, tiling in TILINGS.items()} | {"C5": 15, "F6": 12}
"""Maps in a row of a mosaic; F6 as the paper draws its targets (LeCun et al. 1998, fig. 3)."""


class ZoomView(QWidget):
    """Shows one map at any size."""

    cell_hovered = Signal(int, int)
    """Row and column of the cell under the pointer; -1, -1 outside the map."""
    cell_picked = Signal(int, int)
    """Row and column of the cell that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = MapValues(np.zeros((1, 1), np.float32), signed=True)
        self._cell = 1.0
        self._corner = QPointF()
        self._fits = True
        self._grabbed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setToolTip(self.words())

    @property
    def cell(self) -> float:
        """Side of a cell in logical pixels."""
        return self._cell

    def show_values(self, shown: MapValues) -> None:
        """Show a map; if it has the shape of the one before, keep the zoom."""
        if shown.values.shape != self._shown.values.shape:
            self._fits = True
        self._shown = shown
        if self._fits:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Show the whole map, as large as possible and centred."""
        self._fits = True
        legend = self.legend
        self._fit_below(0)
        if self._corner.x() < legend.right() and self._corner.y() < legend.bottom():
            self._fit_below(legend.bottom())
        self.update()

    def _fit_below(self, top: float) -> None:
        rows, columns = self._shown.values.shape
        room = self.height() - top
        self._set_cell(min((self.width() - 2) / columns, (room - 2) / rows))
        self._corner = QPointF(
            (self.width() - columns * self._cell) / 2, top + (room - rows * self._cell) / 2
        )

    def place(self, row: int, column: int) -> QRectF:
        """Return a cell's place."""
        corner = self._corner + QPointF(column, row) * self._cell
        return QRectF(corner, QSizeF(self._cell, self._cell))

    @property
    def legend(self) -> QRectF:
        """The legend's place: over the map, when that is zoomed."""
        metrics = QFontMetricsF(scaled_font(self.font(), 0.88))
        width = metrics.horizontalAdvance("".join(self._shown.ends())) + LEGEND_WIDTH + UNIT
        return QRectF(0, 0, width, metrics.height() + 2)

    def needed_height(self, width: int, room: int) -> int:
        """Return a height in which a map can be looked at."""
        return round(LEAST_LINES * self.legend.height())

    def least_height(self, width: int, room: int) -> int:
        """Return the same: it zooms instead of scrolling."""
        return self.needed_height(width, room)

    def words(self) -> str:
        """Say how to see more."""
        return self.tr(
            "Zoom with the wheel, a pinch, + or −: large cells show their numbers. Drag to move;"
            " double-click or press 0 to fit."
        )

    def zoom(self, factor: float, about: QPointF) -> None:
        """Scale the cells by a factor; the point `about` stays in place."""
        before = self._cell
        self._fits = False
        self._set_cell(self._cell * factor)
        self._corner = about + (self._corner - about) * (self._cell / before)
        self.update()

    def cell_at(self, position: QPointF) -> tuple[int, int]:
        """Return the row and column of the cell at a position; -1, -1 outside the map."""
        place = (position - self._corner) / self._cell
        row, column = int(np.floor(place.y())), int(np.floor(place.x()))
        rows, columns = self._shown.values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else (-1, -1)

    def _set_cell(self, cell: float) -> None:
        # Small steps must add up, so only the painting snaps to device pixels.
        self._cell = min(max(cell, CELLS[0]), CELLS[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible cells and the legend."""
        painter = QPainter(self)
        values, theme = self._shown.values, current_theme()
        rows, columns = values.shape
        first = (QPointF(0, 0) - self._corner) / self._cell
        last = (QPointF(self.width(), self.height()) - self._corner) / self._cell
        top, left = max(0, int(first.y())), max(0, int(first.x()))
        bottom, right = min(rows, int(last.y()) + 1), min(columns, int(last.x()) + 1)
        if top >= bottom or left >= right:
            return
        rect = QRectF(
            self._corner.x() + left * self._cell,
            self._corner.y() + top * self._cell,
            (right - left) * self._cell,
            (bottom - top) * self._cell,
        )
        visible = replace(self._shown, values=values[top:bottom, left:right])
        paint_grid(painter, rect, visible, theme)
        painter.setFont(scaled_font(self.font(), 0.88))
        backed = self.legend
        painter.fillRect(backed, QColor(theme.window))
        paint_legend(painter, backed, theme, self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map in again, unless it was zoomed or dragged."""
        if self._fits:
            self.fit()

    # -- mouse, fingers and keyboard ------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touch screen or touchpad."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                about = self.mapFromGlobal(pinch.centerPoint().toPoint()).toPointF()
                self.zoom(pinch.scaleFactor(), about)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        self._grabbed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or report the cell under the pointer."""
        if self._grabbed is None:
            self.cell_hovered.emit(*self.cell_at(event.position()))
            return
        step = event.position() - self._grabbed
        if self._dragged or step.manhattanLength() > 4:
            self._dragged, self._fits = True, False
            self._corner += step
            self._grabbed = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; a click picks the cell."""
        if self._grabbed is not None and not self._dragged:
            cell = self.cell_at(event.position())
            if cell != (-1, -1):
                self.cell_picked.emit(*cell)
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the map in."""
        self._grabbed = None
        self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that no cell is under the pointer."""
        self.cell_hovered.emit(-1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and −, fit with 0."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        if event.text() == "+":
            self.zoom(STEP, middle)
        elif event.text() == "-":
            self.zoom(1 / STEP, middle)
        elif event.text() == "0":
            self.fit()
        else:
            super().keyPressEvent(event)


def mosaic(layer: Layer, maps: MapValues) -> MapValues:
    """Return a layer's maps side by side as one map, NaN between them.

    Single units touch. The strongest colour stands for the largest bound.
    """
    size, pitch, columns = layer.size, _pitch(layer), COLUMNS[layer.name]
    across, down = min(columns, layer.maps), -(-layer.maps // columns)
    gap = pitch - size
    whole = np.full((down * pitch - gap, across * pitch - gap), np.nan, np.float32)
    for index, map_ in enumerate(maps.values):
        row, column = divmod(index, columns)
        top, left = row * pitch, column * pitch
        whole[top : top + size, left : left + size] = map_
    return MapValues(whole, maps.signed, maps.strongest())


def unit_in_mosaic(layer: Layer, row: int, column: int) -> Unit | None:
    """Return the unit at a cell of the mosaic; None between the maps and outside them."""
    pitch, columns = _pitch(layer), COLUMNS[layer.name]
    (down, inner_row), (across, inner_column) = divmod(row, pitch), divmod(column, pitch)
    index = down * columns + across
    is_inside = inner_row < layer.size and inner_column < layer.size
    if row < 0 or column < 0 or not is_inside or across >= columns or index >= layer.maps:
        return None
    return Unit(layer, index, inner_row, inner_column)


def _pitch(layer: Layer) -> int:
    """Return the number of cells from the start of one map to the start of the next."""
    return layer.size + 1 if layer.size > 1 else 1
