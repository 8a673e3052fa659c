"""The probability of each digit: ten bars with numbers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import paint_badge
from lenet_gui.ui.kit.i18n import percentage
from lenet_gui.ui.kit.painting import label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording

LEADING = 4
"""Pixels of paper between the digits of two rows, at least."""
LEAST_TRACK = 3 * UNIT
"""Width of a full bar, in logical pixels, below which the text shrinks."""


class Bars(QWidget):
    """Ten bars with digit and number; the winner stands out.

    A click on a bar chooses its digit, and so do the arrow keys, to weigh it against the winner.
    """

    chosen = Signal(int)
    """A digit was chosen by a click."""
    stepped = Signal(int)
    """The next digit (1), or the one before (-1), was chosen by an arrow key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probabilities: Array | None = None
        self._winner: int | None = None
        self._pair: Pair | None = None
        self._looks: list[object] = [None] * CLASSES
        """All that each row's look depends on, so that only changed rows are repainted."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for screen readers
        self.setMaximumHeight(CLASSES * 34)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Probability of each digit"))
        question = self.tr("Click a bar to see why it isn’t that digit.")
        self.setToolTip(f"{wording.probability()}\n{question}")

    def sizeHint(self) -> QSize:
        """Return ten comfortable rows."""
        return QSize(220, CLASSES * 34)

    def minimumSizeHint(self) -> QSize:
        """Return ten narrow rows, with room between the digits of one and the next."""
        return QSize(18 * UNIT, CLASSES * max(2 * UNIT, self._digit_height + LEADING))

    @property
    def _digit_height(self) -> int:
        return QFontMetrics(self.font()).capHeight()

    def show_probabilities(self, probabilities: Array | None, winner: int | None) -> None:
        """Show ten probabilities, float32 (10,), or empty bars; highlight the `winner`."""
        self._probabilities, self._winner = probabilities, winner
        numbers = []
        for digit in range(CLASSES):
            look: object = digit == winner
            if probabilities is not None:
                number = percentage(float(probabilities[digit]))
                numbers.append(f"{digit}: {number}")
                look = number, round(float(probabilities[digit]) * self.width()), digit == winner
            if look != self._looks[digit]:
                self._looks[digit] = look
                self.update(self._row(digit).toAlignedRect())
        self.setAccessibleDescription(", ".join(numbers))

    def show_pair(self, pair: Pair | None) -> None:
        """Mark two digits that are weighed against each other, each in its colour; None: none."""
        if pair != self._pair:
            self._pair = pair
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit of the bar under the pointer."""
        digit = int(event.position().y() * CLASSES / max(1, self.height()))
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._probabilities is not None and 0 <= digit < CLASSES:
            self.chosen.emit(digit)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the digit above or below the one that was chosen last."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or self._probabilities is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _row(self, digit: int) -> QRectF:
        height = self.height() / CLASSES
        return QRectF(0, digit * height, self.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten rows."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        region, row_height = event.region(), self.height() / CLASSES
        # Shrink the text if rows are too low for it, or if it leaves no room for the bars.
        bold = scaled_font(self.font(), 1, bold=True)
        words = sum(label(text, bold.toString()).width for text in (percentage(1), "0"))
        room = self.width() - 2 * UNIT - 2 - LEAST_TRACK
        scale = min(1, row_height / (self._digit_height + LEADING), room / words)
        plain = scaled_font(self.font(), scale)
        bold = scaled_font(plain, 1, bold=True)
        names = plain.toString(), bold.toString()
        number_width = label(percentage(1), names[1]).width + 2
        label_width = label("0", names[1]).width + UNIT
        thickness = min(14.0, row_height - 4)
        track_width = self.width() - label_width - number_width - UNIT
        for digit in range(CLASSES):
            row = self._row(digit)
            if not region.intersects(row.toAlignedRect()):
                continue
            track = QRectF(label_width, row.center().y() - thickness / 2, track_width, thickness)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.track))
            painter.drawRoundedRect(track, 3, 3)
            wins = digit == self._winner
            painter.setFont(bold if wins else plain)
            if self._probabilities is not None:
                probability = float(self._probabilities[digit])
                painter.setBrush(QColor(theme.accent if wins else theme.muted))
                # A sliver under one pixel would be a smudge; the number is enough.
                if track_width * probability >= 1:
                    filled = QRectF(track)
                    filled.setWidth(track_width * probability)
                    painter.drawRoundedRect(filled, 3, 3)
                painter.setPen(QColor(theme.text if wins else theme.muted))
                number = label(percentage(probability), names[wins])
                middle = row.center().y()
                paint_centred(painter, row.right() - number.width / 2, middle, number)
            if self._pair is not None and digit in (self._pair.digit, self._pair.against):
                is_for = digit == self._pair.digit
                painter.setFont(plain)
                paint_badge(painter, 0, row.center().y(), digit, is_for, theme, row_height - 2)
                continue
            painter.setPen(QColor(theme.text if wins else theme.muted))
            name = label(str(digit), names[wins])
            paint_centred(painter, name.width / 2, row.center().y(), name)
