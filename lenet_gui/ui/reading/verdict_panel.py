"""The reading's panel: the verdict, a bar for each digit, and the chart of the history."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed, percentage
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import heading
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.replay_bar import ReplayBar


class ReadingPanel(QWidget):
    """The verdict above the ten probabilities and their history."""

    def __init__(self, replay: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._winner = Winner()
        self._bars = Bars()
        self.chart = HistoryView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self._heading = heading()
        column.addWidget(self._heading)
        column.addWidget(self._winner)
        column.addWidget(self._bars, 1)
        column.addSpacing(UNIT)
        self.replay_bar = ReplayBar(replay)
        column.addWidget(self.replay_bar)
        column.addWidget(self.chart)
        column.addStretch(0)
        follow_appearance(self._name)

    def _name(self) -> None:
        self._heading.setText(self.tr("Reading"))

    def show_history(self, is_shown: bool) -> None:
        """Show or hide the chart and the replay's controls."""
        self.replay_bar.setVisible(is_shown)
        self.chart.setVisible(is_shown)

    def words(self) -> str:
        """Return the verdict and its probability in words."""
        title, words = self._winner.title(), self._winner.words()
        return listed(words, title)

    def show_reading(self, reading: Reading | None, hint: str = "") -> None:
        """Show a reading; `hint` explains why there is none."""
        probabilities = None if reading is None else reading.probabilities
        self._winner.show_reading(reading, hint or self.tr("Nothing drawn yet"))
        self._bars.show_probabilities(probabilities, None if reading is None else reading.digit)
        self.chart.show_present(probabilities)


CLEAR = 0.95
"""Probability from which a reading is called clear."""
LEFT = Qt.AlignmentFlag.AlignLeft


class Winner(QWidget):
    """The digit read, its probability and a few plain words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Reading"))

    def sizeHint(self) -> QSize:
        """Return the height that the digit needs."""
        return QSize(220, 15 * UNIT)

    def show_reading(self, reading: Reading | None, hint: str) -> None:
        """Show a reading, or `hint` if nothing was read."""
        title, words = self.title(), self.accessibleDescription()
        self._reading, self._hint = reading, hint
        self.setAccessibleDescription(self.words())
        if self.accessibleDescription() != words:
            self.update()  # another digit needs other words
        elif self.title() != title:
            self.update(self._upper.toAlignedRect())

    def title(self) -> str:
        """Return the probability of the digit read; `words` names it."""
        if self._reading is None or self._reading.probabilities is None:
            return ""
        digit = self._reading.digit
        if digit is None:
            return self.tr("No digit")
        return percentage(float(self._reading.probabilities[digit]))

    def words(self) -> str:
        """Return the verdict in a few plain words."""
        if self._reading is None or self._reading.probabilities is None:
            return self._hint
        names = (
            self.tr("a zero"), self.tr("a one"), self.tr("a two"), self.tr("a three"),
            self.tr("a four"), self.tr("a five"), self.tr("a six"), self.tr("a seven"),
            self.tr("an eight"), self.tr("a nine"),
        )  # fmt: skip
        second, first = np.argsort(self._reading.probabilities)[-2:]
        if self._reading.verdict is Verdict.NOT_A_DIGIT:
            return self.tr("doesn't look like a digit (closest: {0})").format(names[first])
        if self._reading.verdict is Verdict.AMBIGUOUS:
            return self.tr("{0}, or {1}?").format(names[first], names[second])
        if self._reading.probabilities[first] >= CLEAR:
            return self.tr("clearly {0}").format(names[first])
        return self.tr("probably {0}").format(names[first])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digit, probability and words."""
        painter = QPainter(self)
        if self._reading is None or self._reading.probabilities is None:
            painter.setPen(QColor(current_theme().muted))
            whole = LEFT | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), whole, self._hint)
            return
        digit = self._reading.digit
        self._paint_title(painter, self._upper, self.title())
        if not self._upper.contains(event.rect()):
            box = QRectF(0, 0, self._upper.left() - UNIT, self.height())
            self._paint_digit(painter, box, digit)
            self._paint_words(painter, self._upper.translated(0, self._upper.height() + 2))

    @property
    def _upper(self) -> QRectF:
        """The title's area: right of the digit, above the middle."""
        left = int(self.height() * 0.62) + UNIT
        return QRectF(left, 0, self.width() - left, self.height() // 2 + 2)

    def _paint_digit(self, painter: QPainter, box: QRectF, digit: int | None) -> None:
        font = scaled_font(self.font(), 1)
        font.setPixelSize(int(self.height() * 0.9))
        painter.setFont(font)
        painter.setPen(QColor(current_theme().muted if digit is None else current_theme().text))
        shown = "?" if digit is None else str(digit)
        painter.drawText(box, LEFT | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_title(self, painter: QPainter, box: QRectF, title: str) -> None:
        large = scaled_font(self.font(), 1.5, bold=True)
        painter.setFont(fitting_font(large, title, box.width()))
        painter.setPen(QColor(current_theme().text))
        painter.drawText(box, LEFT | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(current_theme().muted))
        wrapped = LEFT | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, wrapped, self.words())
