"""A pooling unit: its patch as a grid, an arrow, and the mean as one cell."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.unit import Average
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.layer_header import legend_width, paint_legend_below
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.number_grid import least_cell, paint_grid, widest_number
from lenet_gui.ui.maps.wording import added_up, number

LARGEST = 2.2
"""Largest cell, as a multiple of the least."""
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
LONGEST = [-1.0] * 4
"""Values whose sum in numbers is as long as any."""


class Places(NamedTuple):
    """Where the parts stand, in logical pixels."""

    patch: QRectF
    mean: QRectF
    legend: QRectF
    """What the legend stands below."""
    words: QRectF


class AverageView(QWidget):
    """Paints the patch, the mean, the sum in numbers and the legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out
        self._average: Average | None = None
        self._places: Places | None = None
        self._patch = MapValues(np.zeros((1, 1), np.float32), signed=True)

    def show_average(self, average: Average, patch: MapValues) -> None:
        """Show a pooling unit and `patch`, its inputs."""
        self._average, self._patch = average, patch
        self.setAccessibleName(_worked_out(average.inputs.ravel().tolist(), average.value))
        self.update()

    def needed_height(self, width: int, room: int) -> int:
        """Return the least height in which everything is shown, for a width."""
        cells = len(self._patch.values) * self._least()
        return int(np.ceil(cells + self._legend_height() + self._sum_height(width) + UNIT))

    def least_height(self, width: int, room: int) -> int:
        """Return the same: it is best not scrolled."""
        return self.needed_height(width, room)

    def _least(self) -> float:
        return least_cell(self.font(), widest_number(1))

    def _small(self) -> QFont:
        return scaled_font(self.font(), 0.92)

    def _legend_height(self) -> float:
        return QFontMetricsF(self._small()).height() + UNIT

    def _sum_height(self, width: float) -> float:
        room = QRectF(0, 0, width, 1000)
        text = _worked_out(LONGEST, -1.0)
        return QFontMetricsF(self.font()).boundingRect(room, int(WRAPPED), text).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything in the new size."""
        self._places = None

    def changeEvent(self, event: QEvent) -> None:
        """Arrange everything in another font."""
        self._places = None
        super().changeEvent(event)

    def _arranged(self) -> Places:
        rows, columns = self._patch.values.shape
        below = self._legend_height() + self._sum_height(self.width()) + UNIT
        least, largest = self._least(), LARGEST * self._least()
        cell = min(largest, max(least, (self.height() - 2 - below) // rows))
        patch = QRectF(1, 1, columns * cell, rows * cell)
        mean = QRectF(patch.right() + 6 * UNIT, patch.center().y() - cell / 2, cell, cell)
        # With large text the legend is wider than the patch.
        legend = QRectF(patch)
        legend.setWidth(max(patch.width(), legend_width(QFontMetrics(self._small()))))
        top = patch.bottom() + self._legend_height()
        words = QRectF(1, top, self.width() - 1, self._sum_height(self.width()) + UNIT)
        return Places(patch, mean, legend, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint patch, arrow and mean, and below them the legend and the sum in numbers."""
        if self._average is None:
            return
        painter = QPainter(self)
        theme = current_theme()
        if self._places is None:
            self._places = self._arranged()
        patch, result, legend, words = self._places
        paint_grid(painter, patch, self._patch, theme)
        painter.setFont(self.font())
        mean = replace(self._patch, values=np.array([[self._average.value]], np.float32))
        paint_grid(painter, result, mean, theme)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        between = QRectF(patch.right(), patch.top(), result.left() - patch.right(), patch.height())
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, "→")
        painter.setPen(QColor(theme.text))
        painter.drawText(words, int(WRAPPED), self.accessibleName())
        painter.setFont(self._small())
        paint_legend_below(painter, legend, theme, self._patch)


def _worked_out(values: list[float], mean: float) -> str:
    """Return a mean as a calculation."""
    return f"({added_up(values)}) / {len(values)} = {number(mean)}"
