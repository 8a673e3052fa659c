"""A layer's trained numbers as a picture, and what would excite its units most."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import colour_image, hairline, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.wording import number

LEGEND = (8 * UNIT, 8)
"""Width and height of the scale."""


class WeightsView(QWidget):
    """Small arrays of one size in rows and columns, as one image; hovering gives the number."""

    hovered = Signal(str)
    """Where the pointer is, and the number there; empty beside the arrays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrays = np.zeros((0, 0, 1, 1), np.float32)
        self._is_ink = False
        self._words = ""
        self._image: QImage | None = None
        self.setMouseTracking(True)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        """Repaint in the colours of `theme`."""
        self._image = None
        self.update()

    def show_arrays(self, arrays: NDArray[np.float32], words: str, is_ink: bool = False) -> None:
        """Show `arrays`, float32 (down, across, rows, columns).

        `words` names a number: a pattern with {0}, {1} for the array's place and {2}, {3} for the
        row and column in it, {4} for its number, all from 1. Ink spans 0 … 1,
        other numbers ± the largest.
        """
        self._arrays, self._words, self._is_ink = arrays, words, is_ink
        self._image = None
        self.update()

    @property
    def largest(self) -> float:
        """The largest number without its sign: where the colours end."""
        return 1.0 if self._is_ink else float(np.abs(self._arrays).max(initial=0)) or 1.0

    def place(self, down: int, across: int) -> QRectF:
        """Return where an array is painted, in logical pixels."""
        cell, gap = self._cell(), self._gap()
        _, _, rows, columns = self._arrays.shape
        return QRectF(
            1 + across * (columns * cell + gap),
            1 + self._top() + down * (rows * cell + gap),
            columns * cell,
            rows * cell,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the number under the pointer."""
        self.hovered.emit(self.words_at(event.position()))

    def words_at(self, position: QPointF) -> str:
        """Return the number at a position in words; nothing beside the arrays."""
        n_down, n_across, rows, columns = self._arrays.shape
        for down in range(n_down):
            for across in range(n_across):
                rect = self.place(down, across)
                if rect.contains(position):
                    row = min(int((position.y() - rect.top()) / rect.height() * rows), rows - 1)
                    column = int((position.x() - rect.left()) / rect.width() * columns)
                    column = min(column, columns - 1)
                    found = float(self._arrays[down, across, row, column])
                    value = f"{found:.3f}" if self._is_ink else number(found)
                    place = self._words.format(
                        down + 1, across + 1, row + 1, column + 1, down * n_across + across + 1
                    )
                    return f"{place}   {value}"
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the legend, and every array from one image."""
        if not self._arrays.size:
            return
        painter = QPainter(self)
        n_down, n_across, rows, columns = self._arrays.shape
        ramp = current_theme().ink_ramp if self._is_ink else current_theme().signed_ramp
        low = 0.0 if self._is_ink else -self.largest
        self._paint_legend(painter, low)
        if self._image is None:
            stacked = self._arrays.reshape(-1, columns)
            self._image = colour_image(stacked, ramp, low, self.largest)
        painter.setPen(hairline(current_theme().line))
        for down in range(n_down):
            for across in range(n_across):
                rect = self.place(down, across)
                top = (down * n_across + across) * rows
                painter.drawImage(rect, self._image, QRectF(0, top, columns, rows))
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_legend(self, painter: QPainter, low: float) -> None:
        painter.setFont(scaled_font(self.font(), 0.88))
        metrics = painter.fontMetrics()
        least = "0" if low == 0 else number(low)
        most = "1" if low == 0 else number(-low)
        ramp = current_theme().ink_ramp if low == 0 else current_theme().signed_ramp
        begin = metrics.horizontalAdvance(least) + UNIT / 2
        line = QRectF(0, 0, self.width(), metrics.height())
        scale = QRectF(begin, line.center().y() - LEGEND[1] / 2, *LEGEND)
        paint_ramp(painter, scale, ramp, current_theme().line)
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, least)
        line.setLeft(scale.right() + UNIT / 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, most)

    def _top(self) -> float:
        """Return where the arrays begin, below the legend."""
        return QFontMetricsF(scaled_font(self.font(), 0.88)).height() + UNIT / 2

    def _gap(self) -> int:
        return 3 if self._arrays.shape[0] * self._arrays.shape[1] > 1 else 0

    def _cell(self) -> float:
        """Return the side of a cell with which all arrays fit."""
        n_down, n_across, rows, columns = self._arrays.shape
        gap, ratio = self._gap(), self.devicePixelRatioF()
        room = QRectF(self.rect()).adjusted(0, 0, -2, -self._top() - 2)
        wide = crisp(room.width() - (n_across - 1) * gap, n_across * columns, ratio)
        high = crisp(room.height() - (n_down - 1) * gap, n_down * rows, ratio)
        return min(wide, high, 3.0 * UNIT)
