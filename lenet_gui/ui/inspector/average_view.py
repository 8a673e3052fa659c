"""A pooling unit: its four values and their mean."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.unit import Average
from lenet_gui.ui.kit.theme import LIGHT, UNIT, Theme
from lenet_gui.ui.maps.layer_header import bound_text, legend_width, paint_legend_below
from lenet_gui.ui.maps.number_grid import paint_grid
from lenet_gui.ui.maps.unit_text import added_up, number

CELL = 7 * UNIT
"""Side of a cell, in logical pixels, where there is room."""


class AverageView(QWidget):
    """The patch as a grid, an arrow, and one cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out
        self._average: Average | None = None
        self._bound = 1.0

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_average(self, average: Average, bound: float = 1.0) -> None:
        """Show a pooling unit; `bound` is what the strongest colour stands for."""
        self._average, self._bound = average, bound
        terms = added_up(average.inputs.ravel().tolist())
        self.setAccessibleName(f"({terms}) / {average.inputs.size} = {number(average.value)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint patch, arrow, mean, and the sum in numbers below."""
        if self._average is None:
            return
        painter = QPainter(self)
        ramp = self._theme.signed_ramp
        rows, columns = self._average.inputs.shape
        top = 1.0
        # Two lines are written below the patch.
        room = self.height() - top - 2 * self.fontMetrics().height() - UNIT
        cell = min(CELL, room // rows)
        patch = QRectF(1, top, columns * cell, rows * cell)
        low, high = -self._bound, self._bound
        paint_grid(painter, patch, self._average.inputs, ramp, low, high, self._theme)
        result = QRectF(patch.right() + 6 * UNIT, patch.center().y() - cell / 2, cell, cell)
        value = np.array([[self._average.value]], np.float32)
        paint_grid(painter, result, value, ramp, low, high, self._theme)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.muted))
        between = QRectF(patch.right(), patch.top(), 6 * UNIT, patch.height())
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, "→")
        below = QRectF(1, patch.bottom() + UNIT / 2, self.width(), painter.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.accessibleName())
        # The legend has all the width: the patch is narrower than its ends at large scales.
        width = max(patch.width(), legend_width(painter.fontMetrics()))
        cells = QRectF(patch.left(), patch.top(), width, patch.height())
        paint_legend_below(painter, cells, self._theme, ramp, ("−", bound_text(self._bound)))
