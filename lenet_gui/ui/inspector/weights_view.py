"""Small arrays of numbers as pictures: a layer's weights, or what excites its units most."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import colour_image, hairline, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.wording import number, value_text

LEGEND = (8 * UNIT, 8)
"""Width and height of the scale."""
LARGEST_CELL = 3 * UNIT
"""Largest side of a cell, in logical pixels."""
WORTHWHILE = 3.0
"""Side of a cell, in logical pixels, beyond which a picture isn't worth scrolling."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Namer = Callable[[int, int, int, int], str]
"""Names a number by its array's place, down and across, and its row and column in it, from 0."""


class WeightsView(QWidget):
    """Arrays of one size in rows and columns, with row labels; hovering gives the number."""

    hovered = Signal(str)
    """The name and the number under the pointer; empty outside the arrays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = MapValues(np.zeros((0, 0, 1, 1), np.float32), signed=True)
        self.labels: Sequence[str] = ()
        """The names of the rows of arrays or, of a single array, of its rows."""
        self._name: Namer | None = None
        self._image: QImage | None = None
        self.setMouseTracking(True)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        self._image = None
        self.update()

    def show_arrays(self, shown: MapValues, name: Namer, labels: Sequence[str] = ()) -> None:
        """Show arrays, (down, across, rows, columns).

        The cells of a single array are made high enough for the labels of its rows.
        """
        self._shown, self._name, self.labels = shown, name, labels
        self._image = None
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def place(self, down: int, across: int) -> QRectF:
        """Return an array's place, in logical pixels."""
        (width, height), gap = self._cell(), self._gap()
        _, _, rows, columns = self._shown.values.shape
        return QRectF(
            1 + self._labels_width() + across * (columns * width + gap),
            1 + self._top() + down * (self._pitch(rows * height) + gap),
            columns * width,
            rows * height,
        )

    def needed_height(self, width: int) -> int:
        """Return a height in which cells can be told apart and labels be read, for a width."""
        n_down, n_across, rows, columns = self._shown.values.shape
        if not self._shown.values.size:
            return 0
        room = width - 2 - self._labels_width() - (n_across - 1) * self._gap()
        cell = min(crisp(room, n_across * columns, self.devicePixelRatioF()), WORTHWHILE)
        if len(self.labels) == n_down * rows:
            cell = max(cell, self._line())
        arrays = n_down * (self._pitch(rows * cell) + self._gap())
        return int(np.ceil(self._top() + arrays)) + 4

    def _line(self) -> float:
        """Return the height that a row label needs."""
        return float(np.ceil(QFontMetricsF(self._font()).height()) + 1)

    def _pitch(self, height: float) -> float:
        """Return the height kept for an array, whose own is given: as high as its label."""
        n_down = self._shown.values.shape[0]
        return max(height, self._line()) if len(self.labels) == n_down else height

    def _font(self) -> QFont:
        return scaled_font(self.font(), 0.88)

    def _top(self) -> float:
        """Return the top of the arrays, below the legend."""
        return QFontMetricsF(self._font()).height() + UNIT / 2

    def _labels_width(self) -> float:
        """Return the width kept for row labels at the left."""
        if not self.labels:
            return 0
        metrics = QFontMetricsF(self._font())
        return max(map(metrics.horizontalAdvance, self.labels)) + UNIT

    def _gap(self) -> int:
        return 3 if self._shown.values.shape[0] * self._shown.values.shape[1] > 1 else 0

    def _cell(self) -> tuple[float, float]:
        """Return the width and height of a cell with which all arrays fit.

        Cells are square, unless each row of cells has a label.
        """
        n_down, n_across, rows, columns = self._shown.values.shape
        gap, ratio = self._gap(), self.devicePixelRatioF()
        room = QRectF(self.rect()).adjusted(0, 0, -2 - self._labels_width(), -self._top() - 2)
        width = crisp(room.width() - (n_across - 1) * gap, n_across * columns, ratio)
        height = crisp(room.height() - (n_down - 1) * gap, n_down * rows, ratio)
        side = min(width, height, float(LARGEST_CELL))
        if len(self.labels) == n_down * rows:
            line = crisp(self._line(), 1, ratio)
            return side, max(side, line)
        return side, side

    # -- mouse ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the number under the pointer."""
        self.hovered.emit(self.words_at(event.position()))

    def words_at(self, position: QPointF) -> str:
        """Return the name and the number at a position; empty outside the arrays."""
        n_down, n_across, rows, columns = self._shown.values.shape
        for down in range(n_down):
            for across in range(n_across):
                rect = self.place(down, across)
                if self._name is not None and rect.contains(position):
                    row = min(int((position.y() - rect.top()) / rect.height() * rows), rows - 1)
                    column = int((position.x() - rect.left()) / rect.width() * columns)
                    column = min(column, columns - 1)
                    value = float(self._shown.values[down, across, row, column])
                    name = self._name(down, across, row, column)
                    return f"{name}   {value_text(value, self._shown)}"
        return ""

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the legend, the labels, and every array from one image."""
        values, theme = self._shown.values, current_theme()
        if not values.size:
            return
        painter = QPainter(self)
        n_down, n_across, rows, columns = values.shape
        self._paint_legend(painter)
        self._paint_labels(painter)
        if self._image is None:
            bound = self._shown.strongest()
            ramp, low = self._shown.ramp(theme), self._shown.lowest * bound
            self._image = colour_image(values.reshape(-1, columns), ramp, low, bound)
        painter.setPen(hairline(theme.line))
        for down in range(n_down):
            for across in range(n_across):
                rect = self.place(down, across)
                top = (down * n_across + across) * rows
                painter.drawImage(rect, self._image, QRectF(0, top, columns, rows))
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(self._font())
        metrics, theme = painter.fontMetrics(), current_theme()
        bound = self._shown.strongest()
        least, most = (number(-bound), number(bound)) if self._shown.signed else ("0", "1")
        begin = metrics.horizontalAdvance(least) + UNIT / 2
        line = QRectF(0, 0, self.width(), metrics.height())
        scale = QRectF(begin, line.center().y() - LEGEND[1] / 2, *LEGEND)
        paint_ramp(painter, scale, self._shown.ramp(theme), theme.line)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, least)
        line.setLeft(scale.right() + UNIT / 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, most)

    def labels_places(self) -> list[QRectF]:
        """Return where the labels stand: each in the middle of its rows."""
        if not self.labels:
            return []
        n_down, _, rows, _ = self._shown.values.shape
        rows_each, height = n_down * rows // len(self.labels), self._cell()[1]
        places = []
        for index in range(len(self.labels)):
            down, row = divmod(index * rows_each, rows)
            middle = self.place(down, 0).top() + (row + rows_each / 2) * height
            top = middle - self._line() / 2
            places.append(QRectF(0, top, self._labels_width() - UNIT / 2, self._line()))
        return places

    def _paint_labels(self, painter: QPainter) -> None:
        """Write the labels beside their rows."""
        painter.setFont(self._font())
        painter.setPen(QColor(current_theme().muted))
        for place, text in zip(self.labels_places(), self.labels, strict=True):
            painter.drawText(place, RIGHT | Qt.TextFlag.TextDontClip, text)
