"""One map, large: zoomed with wheel or fingers, dragged, with the numbers in its cells."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Ramp
from lenet_gui.ui.maps.layer_header import LEGEND_WIDTH, WIDEST, bound_text, paint_legend
from lenet_gui.ui.maps.number_grid import paint_grid

STEP = 1.2
"""Factor of one notch of the wheel, or one press of + or −."""
CELLS = (2.0, 160.0)
"""Smallest and largest side of a cell, in logical pixels."""
NOTCH = 120
"""What Qt calls one notch of a wheel, in eighths of a degree."""


class ZoomView(QWidget):
    """Shows float32 (rows, columns) at any size, cell edges on device pixels."""

    cell_hovered = Signal(int, int)
    """Row and column of the cell under the pointer; -1, -1 beside the map."""
    cell_picked = Signal(int, int)
    """Row and column of the cell that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = np.zeros((1, 1), np.float32)
        self._is_signed = True
        self._bound = 1.0
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
        self.setToolTip(
            self.tr("Wheel, pinch, + and − zoom; drag moves; double click, or 0, fits the map in")
        )

    @property
    def cell(self) -> float:
        """Side of a cell in logical pixels."""
        return self._cell

    def show_values(self, values: Array, is_signed: bool, bound: float = 1.0) -> None:
        """Show a map; another one of the same shape keeps the zoom.

        `bound` is what the strongest colour stands for.
        """
        if values.shape != self._values.shape:
            self._fits = True
        self._values, self._is_signed, self._bound = values, is_signed, bound
        if self._fits:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Show the whole map as large as it goes, in the middle."""
        rows, columns = self._values.shape
        self._fits = True
        self._set_cell(min((self.width() - 2) / columns, (self.height() - 2) / rows))
        self._corner = QPointF(
            (self.width() - columns * self._cell) / 2, (self.height() - rows * self._cell) / 2
        )
        self.update()

    def zoom(self, factor: float, about: QPointF) -> None:
        """Make cells larger or smaller; what is under `about` stays there."""
        before = self._cell
        self._fits = False
        self._set_cell(self._cell * factor)
        self._corner = about + (self._corner - about) * (self._cell / before)
        self.update()

    def cell_at(self, position: QPointF) -> tuple[int, int]:
        """Return row and column of the cell at a position; -1, -1 beside the map."""
        place = (position - self._corner) / self._cell
        row, column = int(np.floor(place.y())), int(np.floor(place.x()))
        rows, columns = self._values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else (-1, -1)

    def _set_cell(self, cell: float) -> None:
        # Small steps must add up, so only the painting snaps to device pixels.
        self._cell = min(max(cell, CELLS[0]), CELLS[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that can be seen, and no others."""
        painter = QPainter(self)
        rows, columns = self._values.shape
        first = (QPointF(0, 0) - self._corner) / self._cell
        last = (QPointF(self.width(), self.height()) - self._corner) / self._cell
        top, left = max(0, int(first.y())), max(0, int(first.x()))
        bottom, right = min(rows, int(last.y()) + 1), min(columns, int(last.x()) + 1)
        if top >= bottom or left >= right:
            return
        ramp: Ramp = current_theme().signed_ramp if self._is_signed else current_theme().ink_ramp
        rect = QRectF(
            self._corner.x() + left * self._cell,
            self._corner.y() + top * self._cell,
            (right - left) * self._cell,
            (bottom - top) * self._cell,
        )
        low = -self._bound if self._is_signed else 0.0
        shown = self._values[top:bottom, left:right]
        paint_grid(painter, rect, shown, ramp, low, self._bound, current_theme())
        painter.setFont(scaled_font(self.font(), 0.88))
        metrics = painter.fontMetrics()
        width = 2 * metrics.horizontalAdvance(WIDEST) + LEGEND_WIDTH + 2 * UNIT
        backed = QRectF(0, 0, width, metrics.height() + 2)
        painter.fillRect(backed, QColor(current_theme().window))
        ends = ("−" if self._is_signed else "0", bound_text(self._bound))
        paint_legend(painter, backed, current_theme(), ramp, ends)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a map that fits in fitting."""
        if self._fits:
            self.fit()

    # -- what the hand does ---------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a screen or on a touch pad."""
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
        """Take hold of the map."""
        self._grabbed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or tell the cell under the pointer."""
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
        """Let go; a press that dragged nothing picks the cell."""
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
        """Look at no cell any more."""
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
