"""A linear unit: every contribution to its sum, strongest first, and the output's softmax."""

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import WeightedSum
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.eye import EYE, paint_bare_eye, switch_tip
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.number_grid import LEAST, number_font
from lenet_gui.ui.maps.wording import number

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
SMALLEST = 0.001
"""The smallest exponential that isn't rounded to zero."""
WIDEST = -1.0
"""As wide as any value in a row."""
COMFORTABLE = 6
"""Rows that are in sight before the list scrolls, if there is a choice."""
STEP = 10
"""The height of the list changes by so many rows: not with every point that is drawn."""


class Columns(NamedTuple):
    """How the list is laid out."""

    number: int
    """2 if positive and negative contributions have a column each, 1 if they share one."""
    width: float
    font: QFont
    line: int


class ContributionsView(QWidget):
    """A list of all contributions below the softmax; it is as high as the list.

    The eye in a row switches that unit off or on.
    """

    switched = Signal(int)
    """The user asked to switch a unit of the sum off, or on again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out
        self._sum: WeightedSum | None = None
        self._sums = np.zeros(0, np.float32)
        self.rows = 0
        """Rows for which there is room in each of two columns; it changes seldom."""
        self._columns: Columns | None = None
        self._off: frozenset[int] = frozenset()
        self._pointed: int | None = None
        """The unit whose row is under the pointer."""
        self.setMouseTracking(True)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        self._columns = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the list out anew."""
        self._columns = None

    def show_sum(self, found: WeightedSum, off: frozenset[int] = frozenset()) -> None:
        """Show a linear unit; some units of its sum may be `off`."""
        if self._sum is None or self._sum.unit.layer is not found.unit.layer:
            self._columns = None
        self._sum, self._sums, self._off = found, found.map_sums, off
        positive = int(np.count_nonzero(self._sums > 0)) + len(self._silent())
        self.rows = STEP * -(-max(positive, len(self._sums) - positive) // STEP)
        up, down = found.strongest(3)
        self.setAccessibleName(", ".join(self._row(index) for index in up + down))
        self.update()

    def _ordered(self) -> tuple[list[int], list[int]]:
        """Return the units that raise and those that lower the sum, strongest first.

        Units that are off and add nothing come last among the first, to be switched on again.
        """
        assert self._sum is not None
        up, down = self._sum.strongest(len(self._sums))
        return up + self._silent(), down

    def _silent(self) -> list[int]:
        """Return the units that are off and add nothing."""
        return sorted(unit for unit in self._off if self._sums[unit] == 0)

    # -- places ---------------------------------------------------------------------------------

    def needed_height(self, width: int, room: int) -> int:
        """Return the height of the whole list and the softmax, for a width."""
        if self._sum is None:
            return 0
        is_one = self._columns_in(width).number == 1
        return self._height(width, len(self._sums) if is_one else self.rows)

    def least_height(self, width: int, room: int) -> int:
        """Return the height of the softmax and some rows, for a width."""
        return 0 if self._sum is None else self._height(width, COMFORTABLE)

    def _height(self, width: int, rows: int) -> int:
        columns = self._columns_in(width)
        return int(np.ceil(self._softmax_height(width))) + (1 + rows) * columns.line + 2

    def _columns_in(self, width: float) -> Columns:
        """Return two columns if rows fit into half the width, else one."""
        line = self.fontMetrics().height() + 4
        assert self._sum is not None
        longest = self._in_words(len(self._sum.inputs) - 1, WIDEST, WIDEST, WIDEST)
        least = QFontMetricsF(scaled_font(self.font(), LEAST)).horizontalAdvance(longest)
        half = (width - 2 * UNIT) / 2
        margin = 2 * UNIT + EYE
        count, across = (2, half) if least <= half - margin else (1, width)
        font = number_font(self.font(), longest, across - margin)
        return Columns(count, across, font, line)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the softmax, and below it the rows that are in sight."""
        if self._sum is None:
            return
        painter = QPainter(self)
        if self._columns is None:
            self._columns = self._columns_in(self.width())
            self._top = self._softmax_height(self.width())
        columns = self._columns
        top = self._top
        if self._sum.exponentials is not None and event.rect().top() < top:
            self._paint_softmax(painter, QRectF(0, 0, self.width(), top))
        theme, sums = current_theme(), self._sums
        colours = QColor(theme.negative), QColor(theme.positive)
        largest = float(np.abs(sums).max()) or 1.0
        lists = self._lists(columns)
        struck = QFont(columns.font)
        struck.setStrikeOut(True)
        first = max(0, int((event.rect().top() - top) / columns.line) - 1)
        last = int((event.rect().bottom() - top) / columns.line) + 1
        for place, (heading, indices) in enumerate(lists):
            column = self._column(columns, place)
            painter.setFont(scaled_font(self.font(), 0.92, bold=True))
            painter.setPen(QColor(theme.text))
            painter.drawText(column, LEFT, heading)
            painter.setPen(hairline(theme.text))
            for row, index in enumerate(indices[first:last], start=first + 1):
                line = column.translated(0, row * columns.line)
                value = float(sums[index])
                bar = QRectF(line.left(), line.bottom() - 3, line.width() * abs(value) / largest, 2)
                painter.fillRect(bar, colours[value > 0])
                name, _, calculation = self._row(index).partition("  ")
                if index == self._pointed or index in self._off:
                    paint_bare_eye(painter, _eye(line), index in self._off, theme.text)
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                    painter.setPen(hairline(theme.text))
                painter.setFont(struck if index in self._off else columns.font)
                painter.drawText(line.adjusted(EYE + 2, 0, 0, -2), LEFT, name)
                painter.setFont(columns.font)
                painter.drawText(line.adjusted(0, 0, 0, -2), RIGHT, calculation)

    def _lists(self, columns: Columns) -> list[tuple[str, list[int]]]:
        """Return the heading and the units of each column, in their order."""
        if columns.number == 2:
            up, down = self._ordered()
            return [(self.tr("strongest positive"), up), (self.tr("strongest negative"), down)]
        order = np.argsort(-np.abs(self._sums), kind="stable")
        return [(self.tr("strongest first"), order.tolist())]

    def _column(self, columns: Columns, place: int) -> QRectF:
        """Return the place of a column's heading; its rows follow below."""
        left = place * (columns.width + 2 * UNIT)
        return QRectF(left, self._top, columns.width, columns.line)

    # -- mouse ----------------------------------------------------------------------------------

    def _row_at(self, position: QPointF) -> tuple[int, QRectF] | None:
        """Return the unit whose row is at a position, and the row's place; None elsewhere."""
        if self._columns is None or self._sum is None:
            return None
        for place, (_, units) in enumerate(self._lists(self._columns)):
            column = self._column(self._columns, place)
            row = int((position.y() - column.top()) // column.height())
            line = column.translated(0, row * column.height())
            if 0 < row <= len(units) and line.contains(position):
                return units[row - 1], line
        return None

    def _eye_at(self, position: QPointF) -> int | None:
        """Return the unit whose eye is at a position; None if there is none."""
        found = self._row_at(position)
        return found[0] if found is not None and _eye(found[1]).contains(position) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the eye of the row under the pointer."""
        found = self._row_at(event.position())
        self._point_at(None if found is None else found[0])
        is_button = self._eye_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the eye of the row that was under the pointer."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Switch the unit whose eye was pressed."""
        if (unit := self._eye_at(event.position())) is None:
            super().mousePressEvent(event)
        else:
            self.switched.emit(unit)

    def event(self, event: QEvent) -> bool:
        """Show a tooltip."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip of an eye, or of the list."""
        unit = self._eye_at(position)
        return wording.contributions() if unit is None else switch_tip(unit in self._off)

    def _point_at(self, unit: int | None) -> None:
        if unit != self._pointed:
            self._pointed = unit
            self.update()

    # -- words ----------------------------------------------------------------------------------

    def _row(self, index: int) -> str:
        """Return one contribution in words and numbers."""
        assert self._sum is not None
        value, weight = (float(a[index, 0, 0]) for a in (self._sum.inputs, self._sum.weights))
        return self._in_words(index, value, weight, float(self._sums[index]))

    def _in_words(self, index: int, value: float, weight: float, product: float) -> str:
        assert self._sum is not None
        source = LAYERS[LAYERS.index(self._sum.unit.layer) - 1]
        name = self.tr("{0} unit {1}").format(title(source), index + 1)
        return f"{name}  {number(value)} × {number(weight)} = {number(product)}"

    # -- the softmax ----------------------------------------------------------------------------

    def _softmax_height(self, width: float) -> float:
        """Return the height of the exponentials and the sentence below them; 0 without them."""
        if self._sum is None or self._sum.exponentials is None:
            return 0
        line = self.fontMetrics().height()
        return self._softmax_rows(width) * 2 * line + self._sentence_rect(width).height() + UNIT

    def _softmax_rows(self, width: float) -> int:
        """Return 1 if all ten exponentials fit beside one another, else 2."""
        font = scaled_font(self.font(), LEAST, bold=True)
        needed = QFontMetricsF(font).horizontalAdvance(_smallest()) + 4
        return 1 if width >= 10 * needed else 2

    def _sentence_rect(self, width: float) -> QRectF:
        metrics = QFontMetricsF(scaled_font(self.font(), 0.9))
        text = self._sentence(-10.0, -10.0, 1.0, 1.0)
        return metrics.boundingRect(QRectF(0, 0, width, 1000), int(WRAPPED), text)

    def _sentence(self, logit: float, largest: float, total: float, share: float) -> str:
        power = f"{decimal(logit, 3)} − {decimal(largest, 3)}"
        exponential = decimal(float(np.exp(logit - largest)), 3)
        return self.tr("e^({0}) = {1};  over the sum of all ten, {2}, = {3}").format(
            power, exponential, decimal(total, 3), decimal(share, 3)
        )

    def _paint_softmax(self, painter: QPainter, rect: QRectF) -> None:
        """Write the exponentials, their sum, and this unit's share of it."""
        assert self._sum is not None
        exponentials, logits = self._sum.exponentials, self._sum.logits
        assert exponentials is not None
        assert logits is not None
        theme, line = current_theme(), self.fontMetrics().height()
        rows = self._softmax_rows(rect.width())
        across = len(exponentials) // rows
        pitch = rect.width() / across
        bold = scaled_font(self.font(), 0.92, bold=True)
        font = fitting_font(bold, _smallest(), pitch - 4, LEAST / 0.92)
        for digit, value in enumerate(exponentials.tolist()):
            own = digit == self._sum.unit.map
            painter.setPen(QColor(theme.text if own else theme.muted))
            painter.setFont(scaled_font(font, 1, bold=own))
            row, column = divmod(digit, across)
            place = QRectF(column * pitch, rect.top() + 2 * row * line, pitch, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{digit}")
            shown = decimal(value, 3) if value >= SMALLEST / 2 else _smallest()
            painter.drawText(place.translated(0, line), Qt.AlignmentFlag.AlignCenter, shown)
        text = self._sentence(
            float(logits[self._sum.unit.map]),
            float(logits.max()),
            float(exponentials.sum()),
            self._sum.value,
        )
        painter.setFont(scaled_font(self.font(), 0.9))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect.adjusted(0, 2 * rows * line + 2, 0, 0), int(WRAPPED), text)


def _eye(line: QRectF) -> QRectF:
    """Return the place of a row's eye."""
    return QRectF(line.left(), line.center().y() - 1 - EYE / 2, EYE, EYE)


def _smallest() -> str:
    """Return what stands for an exponential that would be rounded to zero."""
    return f"<{decimal(SMALLEST, 3)}"
