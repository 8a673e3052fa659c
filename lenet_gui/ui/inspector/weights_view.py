"""Small arrays of numbers as pictures: a layer's weights, or what excites its units most."""

import itertools
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
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
"""Side of a cell, in logical pixels, beyond which a single array isn't worth scrolling."""
KERNEL_CELL, PICTURE = 5.0, 60.0
"""Side of a kernel's cell and of a larger picture, in logical pixels, that can be read: for that,
arrays go on in more lines."""
KERNEL = 5
"""Cells in a row of a kernel; larger arrays are pictures."""
GAP = 5
"""Gap between arrays, in logical pixels."""
CENTRED = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Namer = Callable[[int, int, int, int], str]
"""Names a number by its array's place, down and across, and its row and column in it, from 0."""


class WeightsView(QWidget):
    """Arrays of one size in rows and columns, with labels and captions; hovering gives the number.

    Columns that would be too narrow go on in further lines, with the same row labels.
    """

    hovered = Signal(str)
    """The name and the number under the pointer; empty outside the arrays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = MapValues(np.zeros((0, 0, 1, 1), np.float32), signed=True)
        self.labels: Sequence[str] = ()
        """The names of the rows of arrays or, of a single array, of its rows."""
        self.captions: Sequence[str] = ()
        """The names of the columns of arrays."""
        self._name: Namer | None = None
        self._places: list[list[QRectF]] | None = None
        self._image: QImage | None = None
        self.setMouseTracking(True)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        self._image = None
        self.update()

    def show_arrays(
        self,
        shown: MapValues,
        name: Namer,
        labels: Sequence[str] = (),
        captions: Sequence[str] = (),
    ) -> None:
        """Show arrays, (down, across, rows, columns).

        The cells of a single array are made high enough for the labels of its rows.
        """
        is_same = (self._shown.values.shape, self.labels, self.captions) == (
            shown.values.shape, labels, captions,
        )  # fmt: skip
        if not is_same:
            self._places = None
        self._shown, self._name, self.labels, self.captions = shown, name, labels, captions
        self._image = None
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def place(self, down: int, across: int) -> QRectF:
        """Return an array's place, in logical pixels."""
        if self._places is None:
            self._places = self._arranged()
        return self._places[down][across]

    def _arranged(self) -> list[list[QRectF]]:
        """Return the place of each array; in each line they stand below their captions."""
        n_down, n_across, rows, columns = self._shown.values.shape
        (width, height), gap = self._cell(), self._gap()
        left, per_line = 1 + self._labels_width(), self._per_line(self.width())
        pitch = self._pitch(rows * height) + gap
        top, each = 1 + self._top() + self._caption(), self._caption() + n_down * pitch
        return [
            [
                QRectF(
                    left + across % per_line * (columns * width + gap),
                    top + across // per_line * each + down * pitch,
                    columns * width,
                    rows * height,
                )
                for across in range(n_across)
            ]
            for down in range(n_down)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the arrays anew."""
        self._places = None

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the arrays anew in another font."""
        self._places = None
        super().changeEvent(event)

    def _per_line(self, width: int) -> int:
        """Return how many arrays stand side by side: as many as can be read, in equal lines."""
        _, n_across, _, columns = self._shown.values.shape
        least = _readable(columns)
        room = width - 2 - self._labels_width() + self._gap()
        most = max(1, int(room / (columns * least + self._gap())))
        return int(-(-n_across // -(-n_across // most)))

    def needed_height(self, width: int) -> int:
        """Return a height in which cells can be told apart and labels be read, for a width."""
        n_down, n_across, rows, columns = self._shown.values.shape
        if not self._shown.values.size:
            return 0
        per_line = self._per_line(width)
        cell = self._widest_cell(width, per_line)
        if n_down * n_across == 1:
            cell = min(cell, WORTHWHILE)
            if len(self.labels) == rows:
                cell = max(cell, self._line())
        else:
            cell = min(cell, _readable(columns))
        lines = -(-n_across // per_line)
        each = self._caption() + n_down * (self._pitch(rows * cell) + self._gap())
        return int(np.ceil(self._top() + lines * each)) + 4

    def _widest_cell(self, width: int, per_line: int) -> float:
        """Return the widest cell of whole device pixels; narrower, if not even one fits."""
        columns = self._shown.values.shape[3]
        room = width - 2 - self._labels_width() - (per_line - 1) * self._gap()
        cell = crisp(room, per_line * columns, self.devicePixelRatioF())
        return float(min(cell, max(room, 1.0) / (per_line * columns)))

    def _caption(self) -> float:
        """Return the height of the captions above a line of arrays."""
        return self._line() if self.captions else 0

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
        return GAP if self._shown.values.shape[0] * self._shown.values.shape[1] > 1 else 0

    def _cell(self) -> tuple[float, float]:
        """Return the width and height of a cell with which all arrays fit.

        Cells are square, unless each row of cells has a label.
        """
        n_down, n_across, rows, _ = self._shown.values.shape
        per_line, ratio = self._per_line(self.width()), self.devicePixelRatioF()
        lines = -(-n_across // per_line)
        width = self._widest_cell(self.width(), per_line)
        below = self._top() + lines * self._caption() + (lines * n_down - 1) * self._gap() + 2
        height = crisp(self.height() - below, lines * n_down * rows, ratio)
        side = min(width, height, float(LARGEST_CELL))
        if n_across * n_down == 1 and len(self.labels) == rows:
            line = crisp(self._line(), 1, ratio)
            return width if width < LARGEST_CELL else side, max(side, line)
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
        """Return where the labels stand in each line: each in the middle of its rows."""
        if not self.labels:
            return []
        n_down, n_across, rows, _ = self._shown.values.shape
        rows_each, height = n_down * rows // len(self.labels), self._cell()[1]
        places = []
        for first in range(0, n_across, self._per_line(self.width())):
            for index in range(len(self.labels)):
                down, row = divmod(index * rows_each, rows)
                middle = self.place(down, first).top() + (row + rows_each / 2) * height
                top = middle - self._line() / 2
                places.append(QRectF(0, top, self._labels_width() - UNIT / 2, self._line()))
        return places

    def _paint_labels(self, painter: QPainter) -> None:
        """Write the labels beside their rows, and the captions above their columns."""
        painter.setFont(self._font())
        painter.setPen(QColor(current_theme().muted))
        height = self._line()
        for place, text in zip(self.labels_places(), itertools.cycle(self.labels)):
            painter.drawText(place, RIGHT | Qt.TextFlag.TextDontClip, text)
        painter.setFont(scaled_font(self.font(), 0.8))
        for across, text in enumerate(self.captions):
            array = self.place(0, across)
            line = QRectF(array.left(), array.top() - height, array.width(), height)
            painter.drawText(line, CENTRED | Qt.TextFlag.TextDontClip, text)


def _readable(columns: int) -> float:
    """Return the side of a cell with which an array of so many columns can be read."""
    return KERNEL_CELL if columns <= KERNEL else float(np.ceil(PICTURE / columns))
