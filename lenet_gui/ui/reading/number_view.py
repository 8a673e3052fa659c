"""A whole number as it was read: a tile for each digit, and how sure the whole is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import percentage
from lenet_gui.ui.kit.painting import block_font, fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading, PlacedDigit

GAP = 4
"""Between two tiles, in logical pixels."""
ASPECT = 0.75
"""Width of a tile, as a share of its height, where there is room for that."""
NARROWEST = 12
"""Width of a tile, in logical pixels, below which those far from the digit in view are left out."""
CENTRED = Qt.AlignmentFlag.AlignCenter


class NumberView(QWidget):
    """The digits in a row, or a row for each line, each with its probability under it.

    The digit in view has a frame; a click or the arrow keys bring another one into view.
    """

    viewed = Signal(int)
    """The user wants this digit in view, counted from 0."""
    stepped = Signal(int)
    """The user wants the next digit (1) in view, or the one before (−1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number: NumberReading | None = None
        self._place: int | None = None
        self._look: object = None
        self._tiles: list[tuple[int, QRectF]] = []
        self._lower = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Number"))
        self.setToolTip(self.tr("Click a digit to look into it."))
        self.setAccessibleDescription(self.words())
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(220, 15 * UNIT)

    def show_number(self, number: "NumberReading | None", place: int | None) -> None:
        """Show a number, with a frame around the digit in view."""
        if number is None and self._number is None:
            return
        self._number, self._place = number, place
        look = self._all_that_shows()
        if look != self._look:
            self._look = look
            self.setAccessibleDescription(self.words())
            self._arrange()

    def _all_that_shows(self) -> object:
        """Return what the look depends on, so that nothing is painted again in vain."""
        if self._number is None:
            return None
        shares = [percentage(digit.probability) for digit in self._number.digits]
        return self._number.text, shares, self._place, self._remarks()

    def words(self) -> str:
        """Return the number and what there is to say of it, in words."""
        return "" if self._number is None else f"{self._number.text}: {self._remarks()}"

    def _remarks(self) -> str:
        """Return how sure all of it is, what else it might be, and what was left out."""
        number = self._number
        if number is None:
            return ""
        remarks = [self.tr("{0} for the whole number").format(percentage(number.probability))]
        if number.second is not None:
            remarks.append(self.tr("or {0}?").format(number.second))
        if not number.is_all_digits:
            remarks.append(self.tr("something in it is no digit"))
        if number.marks:
            remarks.append(self.tr("points and dashes don’t count"))
        return " · ".join(remarks)

    # -- geometry -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles."""
        self._arrange()

    def _arrange(self) -> None:
        """Place the tiles in rows above the words, as large as fits."""
        self._tiles = []
        self.update()
        if self._number is None:
            return
        line = self.fontMetrics().lineSpacing()
        words = 2 * line if self.height() >= 6 * line else line
        self._lower = QRectF(0, self.height() - words, self.width(), words)
        rows = self._rows()
        height = (self._lower.top() - GAP * len(rows)) / len(rows)
        for row, places in enumerate(rows):
            most = max(1, int((self.width() + GAP) // (NARROWEST + GAP)))
            shown = _around(places, self._place or 0, most)
            width = min(ASPECT * height, (self.width() + GAP) / len(shown) - GAP)
            for column, place in enumerate(shown):
                left, top = column * (width + GAP), row * (height + GAP)
                tile = QRectF(left + 1, top + 1, width - 2, height - 2)
                self._tiles.append((place, tile))

    def _rows(self) -> list[range]:
        """Return the places of each line's digits; of many lines, those around the one in view."""
        assert self._number is not None
        rows, first = [], 0
        for line in self._number.lines:
            rows.append(range(first, first + len(line)))
            first += len(line)
        most = max(1, int(self._lower.top() // (2 * self.fontMetrics().height())))
        own = next((i for i, row in enumerate(rows) if (self._place or 0) in row), 0)
        return [rows[i] for i in _around(range(len(rows)), own, most)]

    # -- choosing -------------------------------------------------------------------------------

    def _at(self, event: QMouseEvent) -> int | None:
        """Return the digit under the pointer."""
        reach = GAP / 2 + 1
        for place, tile in self._tiles:
            if tile.adjusted(-reach, -reach, reach, reach).contains(event.position()):
                return place
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a digit."""
        over = self._at(event) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the digit under the pointer into view."""
        place = self._at(event)
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.viewed.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the next digit into view, or the one before."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if (key := Qt.Key(event.key())) in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        self.update()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles and the words."""
        if self._number is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        digits = self._number.digits
        for place, tile in self._tiles:
            if place < len(digits):
                self._paint_tile(painter, tile, digits[place], place == self._place)
        painter.setPen(QColor(current_theme().muted))
        text = self._remarks()
        painter.setFont(block_font(self.font(), text, self._lower.width(), self._lower.height()))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._lower, flags | Qt.TextFlag.TextWordWrap, text)

    def _paint_tile(
        self, painter: QPainter, tile: QRectF, digit: "PlacedDigit", is_in_view: bool
    ) -> None:
        theme = current_theme()
        colour = theme.accent if is_in_view else theme.line
        width = theme.ring if is_in_view and self.hasFocus() else 1 + is_in_view
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(tile, 4, 4)
        share = percentage(digit.probability, 1 if tile.width() > 5 * UNIT else 0)
        small = fitting_font(scaled_font(self.font(), 0.85), share, tile.width() - 4, 0.5)
        is_tall = tile.height() >= 2.2 * self.fontMetrics().height()
        below = 1.2 * self.fontMetrics().height() if is_tall else 0.0
        large = QRectF(tile.left(), tile.top(), tile.width(), tile.height() - below)
        font = scaled_font(self.font(), 1)
        font.setPixelSize(max(8, int(min(large.height() * 0.82, large.width() * 1.25))))
        painter.setFont(font)
        is_digit = digit.reading.digit is not None
        painter.setPen(QColor(theme.text if is_digit else theme.muted))
        painter.drawText(large, CENTRED, digit.text)
        if is_tall:
            painter.setFont(small)
            painter.setPen(QColor(theme.text if is_in_view else theme.muted))
            room = QRectF(tile.left(), large.bottom() - 2, tile.width(), below)
            painter.drawText(room, CENTRED, share)


def _around(places: range, middle: int, most: int) -> range:
    """Return at most some places, those around the one in the middle."""
    first = min(max(places.start, middle - most // 2), max(places.start, places.stop - most))
    return range(first, min(places.stop, first + most))
