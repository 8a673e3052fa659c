"""What the network reads: the winner large, and a bar for each digit."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.core.architecture import CLASSES
from lenet_gui.core.network import Array
from lenet_gui.core.reading import Reading
from lenet_gui.ui.history_view import HistoryView
from lenet_gui.ui.painting import scaled_font
from lenet_gui.ui.theme import LIGHT, UNIT, Theme

CLEAR, LIKELY = 0.95, 0.7
"""Probabilities from which a reading is worded as clear, or as likely."""


class ReadingPanel(QWidget):
    """The winner over the ten probabilities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._winner = Winner()
        self._bars = Bars()
        self._history = HistoryView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._heading(self.tr("Reading")))
        column.addWidget(self._winner)
        column.addWidget(self._bars, 1)
        column.addSpacing(UNIT)
        column.addWidget(self._heading(self.tr("While you drew")))
        column.addWidget(self._history)
        column.addStretch(0)

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text)
        heading.setFont(scaled_font(self.font(), 1.05, bold=True))
        return heading

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._winner.set_theme(theme)
        self._bars.set_theme(theme)
        self._history.set_theme(theme)

    def show_reading(self, reading: Reading | None, hint: str = "") -> None:
        """Show a reading; `hint` says why there is none."""
        probabilities = None if reading is None else reading.probabilities
        self._winner.show_probabilities(probabilities, hint or self.tr("Nothing drawn yet"))
        self._bars.show_probabilities(probabilities)
        self._history.add(probabilities)


class Winner(QWidget):
    """The most probable digit, large, with its probability and a few plain words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._probabilities: Array | None = None
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reading"))

    def sizeHint(self) -> QSize:
        """Return a height for the digit at its size."""
        return QSize(220, 15 * UNIT)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_probabilities(self, probabilities: Array | None, hint: str) -> None:
        """Show the winner, or `hint` where nothing was read."""
        self._probabilities, self._hint = probabilities, hint
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """Say the reading in a few plain words."""
        if self._probabilities is None:
            return self._hint
        names = (
            self.tr("a zero"), self.tr("a one"), self.tr("a two"), self.tr("a three"),
            self.tr("a four"), self.tr("a five"), self.tr("a six"), self.tr("a seven"),
            self.tr("an eight"), self.tr("a nine"),
        )  # fmt: skip
        second, first = np.argsort(self._probabilities)[-2:]
        if self._probabilities[first] >= CLEAR:
            return self.tr("clearly {0}").format(names[first])
        if self._probabilities[first] >= LIKELY:
            return self.tr("probably {0}").format(names[first])
        return self.tr("{0}, or {1}?").format(names[first], names[second])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digit, probability and words."""
        painter = QPainter(self)
        digit_width = int(self.height() * 0.62)
        digit_box = QRectF(0, 0, digit_width, self.height())
        text_box = QRectF(digit_width + UNIT, 0, self.width() - digit_width - UNIT, self.height())
        left = Qt.AlignmentFlag.AlignLeft
        if self._probabilities is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(
                QRectF(self.rect()),
                left | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
                self._hint,
            )
            return
        digit = int(np.argmax(self._probabilities))
        font = scaled_font(self.font(), 1)
        font.setPixelSize(int(self.height() * 0.9))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(digit_box, left | Qt.AlignmentFlag.AlignVCenter, str(digit))

        half = text_box.height() / 2
        painter.setFont(scaled_font(self.font(), 1.5, bold=True))
        upper = text_box.adjusted(0, 0, 0, -half + 2)
        percent = percentage(float(self._probabilities[digit]))
        painter.drawText(upper, left | Qt.AlignmentFlag.AlignBottom, percent)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.muted))
        lower = text_box.adjusted(0, half + 4, 0, 0)
        painter.drawText(
            lower, left | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.words()
        )


class Bars(QWidget):
    """Ten bars with digit and number; the winner's stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._probabilities: Array | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(CLASSES * 34)
        self.setAccessibleName(self.tr("Probability of each digit"))

    def sizeHint(self) -> QSize:
        """Return ten comfortable rows."""
        return QSize(220, CLASSES * 34)

    def minimumSizeHint(self) -> QSize:
        """Return ten narrow rows."""
        return QSize(150, CLASSES * 20)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_probabilities(self, probabilities: Array | None) -> None:
        """Show ten probabilities, or empty bars."""
        self._probabilities = probabilities
        shown = [] if probabilities is None else probabilities.tolist()
        self.setAccessibleDescription(
            ", ".join(f"{digit}: {percentage(p)}" for digit, p in enumerate(shown))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten rows."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = scaled_font(self.font(), 1, bold=True)
        painter.setFont(bold)
        number_width = painter.fontMetrics().horizontalAdvance(percentage(1)) + 2
        label_width = painter.fontMetrics().horizontalAdvance("0") + UNIT
        row_height = self.height() / CLASSES
        thickness = min(14.0, row_height - 6)
        track_width = self.width() - label_width - number_width - UNIT
        winner = None if self._probabilities is None else int(np.argmax(self._probabilities))
        for digit in range(CLASSES):
            row = QRectF(0, digit * row_height, self.width(), row_height)
            track = QRectF(label_width, row.center().y() - thickness / 2, track_width, thickness)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.track))
            painter.drawRoundedRect(track, 3, 3)
            wins = digit == winner
            painter.setFont(bold if wins else self.font())
            if self._probabilities is not None:
                probability = float(self._probabilities[digit])
                painter.setBrush(QColor(theme.accent if wins else theme.muted))
                # A sliver under 1 % would be a smudge: it is left to the number.
                if track_width * probability >= 1:
                    filled = QRectF(track)
                    filled.setWidth(track_width * probability)
                    painter.drawRoundedRect(filled, 3, 3)
                painter.setPen(QColor(theme.text if wins else theme.muted))
                painter.drawText(
                    row,
                    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                    percentage(probability),
                )
            painter.setPen(QColor(theme.text if wins else theme.muted))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, str(digit))


def percentage(probability: float) -> str:
    """Word a probability with one decimal, as in "99.9 %"."""
    return f"{100 * probability:.1f} %"
