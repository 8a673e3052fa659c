"""Units whose sum is a list of numbers: a linear unit's contributions, a pooling unit's mean."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Average, WeightedSum
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.layer_header import legend_width, paint_legend_below, title
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.number_grid import paint_grid
from lenet_gui.ui.maps.wording import added_up, number

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SMALLEST = 0.001
"""The smallest exponential that isn't rounded to zero."""
CELL = 7 * UNIT
"""Largest side of a cell, in logical pixels."""


class ContributionsView(QWidget):
    """A linear unit: lists of what pushes it up and down most, and the output's softmax."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out
        self._sum: WeightedSum | None = None
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setToolTip(wording.contributions())

    def show_sum(self, found: WeightedSum) -> None:
        """Show a linear unit."""
        self._sum = found
        up, down = found.strongest(3)
        self.setAccessibleName(", ".join(self._row(index) for index in up + down))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two lists side by side, and the softmax below."""
        if self._sum is None:
            return
        painter = QPainter(self)
        line = self.fontMetrics().height() + 2
        below = 0 if self._sum.exponentials is None else 3 * line
        room = int((self.height() - below - line) / line) - 1  # a line for all the others
        up, down = self._sum.strongest(max(1, room))
        half = (self.width() - 2 * UNIT) / 2
        for left, heading, indices, colour in (
            (0.0, self.tr("strongest positive"), up, current_theme().positive),
            (half + 2 * UNIT, self.tr("strongest negative"), down, current_theme().negative),
        ):
            painter.setFont(scaled_font(self.font(), 0.92, bold=True))
            painter.setPen(QColor(current_theme().text))
            painter.drawText(QRectF(left, 0, half, line), LEFT, heading)
            painter.setFont(self._row_font(up + down, half))
            for place, index in enumerate(indices, start=1):
                self._paint_row(painter, QRectF(left, place * line, half, line), index, colour)
        self._paint_others(painter, (1 + max(len(up), len(down))) * line, line, up + down)
        if self._sum.exponentials is not None:
            self._paint_softmax(painter, QRectF(0, self.height() - below, self.width(), below))

    def _paint_others(self, painter: QPainter, top: float, line: float, shown: list[int]) -> None:
        """Write the total of the contributions that are not listed."""
        assert self._sum is not None
        others = np.delete(self._sum.map_sums.astype(np.float64), shown)
        text = self.tr("and {0} more, {1} in total").format(
            len(others), number(float(others.sum()))
        )
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(QRectF(0, top, self.width(), line), LEFT, text)

    def _paint_row(self, painter: QPainter, rect: QRectF, index: int, colour: str) -> None:
        """Paint one contribution, underlined in proportion to its magnitude."""
        assert self._sum is not None
        largest = max(abs(float(v)) for v in self._sum.map_sums.tolist()) or 1.0
        share = abs(float(self._sum.map_sums[index])) / largest
        bar = QRectF(rect.left(), rect.bottom() - 2, rect.width() * share, 2)
        painter.fillRect(bar, QColor(colour))
        painter.setPen(QColor(current_theme().text))
        name, _, sum_ = self._row(index).partition("  ")
        painter.drawText(rect.adjusted(4, 0, 0, 0), LEFT, name)
        painter.drawText(rect.adjusted(0, 0, -4, 0), RIGHT, sum_)

    def _row_font(self, indices: list[int], width: float) -> QFont:
        """Return a font in which each of these rows fits into `width`."""
        font = scaled_font(self.font(), 0.88)
        longest = max((self._row(index) for index in indices), key=len, default="")
        return fitting_font(font, longest, width - UNIT)

    def _row(self, index: int) -> str:
        """Return one contribution in words and numbers."""
        assert self._sum is not None
        source = LAYERS[LAYERS.index(self._sum.unit.layer) - 1]
        value, weight = (float(a[index, 0, 0]) for a in (self._sum.inputs, self._sum.weights))
        product = number(float(self._sum.map_sums[index]))
        name = self.tr("{0} unit {1}").format(title(source), index + 1)
        return f"{name}  {number(value)} × {number(weight)} = {product}"

    def _paint_softmax(self, painter: QPainter, rect: QRectF) -> None:
        """Write the exponentials, their sum, and this unit's share of it."""
        assert self._sum is not None
        exponentials, logits = self._sum.exponentials, self._sum.logits
        assert exponentials is not None
        assert logits is not None
        line = rect.height() / 3
        pitch = rect.width() / len(exponentials)
        smallest = f"<{decimal(SMALLEST, 3)}"
        font = fitting_font(scaled_font(self.font(), 0.92, bold=True), smallest, pitch - 4)
        for digit, value in enumerate(exponentials.tolist()):
            own = digit == self._sum.unit.map
            painter.setPen(QColor(current_theme().text if own else current_theme().muted))
            painter.setFont(scaled_font(font, 1, bold=own))
            column = QRectF(rect.left() + digit * pitch, rect.top(), pitch, line)
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, f"{digit}")
            shown = decimal(value, 3) if value >= SMALLEST / 2 else smallest
            column.translate(0, line)
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, shown)
        total = float(exponentials.sum())
        map_ = self._sum.unit.map
        power = f"{decimal(float(logits[map_]), 3)} − {decimal(float(logits.max()), 3)}"
        text = self.tr("e^({0}) = {1};  over the sum of all ten, {2}, = {3}").format(
            power,
            decimal(float(exponentials[map_]), 3),
            decimal(total, 3),
            decimal(self._sum.value, 3),
        )
        painter.setFont(fitting_font(scaled_font(self.font(), 0.88), text, rect.width()))
        painter.setPen(QColor(current_theme().muted))
        last = QRectF(rect.left(), rect.top() + 2 * line, rect.width(), line)
        painter.drawText(last, LEFT, text)


class AverageView(QWidget):
    """A pooling unit: its patch as a grid, an arrow, and the mean as one cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out
        self._average: Average | None = None
        self._patch = MapValues(np.zeros((1, 1), np.float32), signed=True)

    def show_average(self, average: Average, patch: MapValues) -> None:
        """Show a pooling unit and `patch`, its inputs."""
        self._average, self._patch = average, patch
        terms = added_up(average.inputs.ravel().tolist())
        self.setAccessibleName(f"({terms}) / {average.inputs.size} = {number(average.value)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint patch, arrow and mean, and below them the sum in numbers and the legend."""
        if self._average is None:
            return
        painter = QPainter(self)
        theme = current_theme()
        rows, columns = self._patch.values.shape
        top = 1.0
        # Below the patch are two lines of text.
        room = self.height() - top - 2 * self.fontMetrics().height() - UNIT
        cell = min(CELL, room // rows)
        patch = QRectF(1, top, columns * cell, rows * cell)
        paint_grid(painter, patch, self._patch, theme)
        result = QRectF(patch.right() + 6 * UNIT, patch.center().y() - cell / 2, cell, cell)
        mean = replace(self._patch, values=np.array([[self._average.value]], np.float32))
        paint_grid(painter, result, mean, theme)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        between = QRectF(patch.right(), patch.top(), 6 * UNIT, patch.height())
        painter.drawText(between, Qt.AlignmentFlag.AlignCenter, "→")
        below = QRectF(1, patch.bottom() + UNIT / 2, self.width(), painter.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.accessibleName())
        # With large text the legend is wider than the patch.
        width = max(patch.width(), legend_width(painter.fontMetrics()))
        cells = QRectF(patch.left(), patch.top(), width, patch.height())
        paint_legend_below(painter, cells, theme, self._patch)
