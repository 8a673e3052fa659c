"""The reading's panel: the verdict, a bar for each digit, corrections, and the history's chart."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.reading.reading import CLEAR, Reading, Verdict
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed, percentage
from lenet_gui.ui.kit.painting import block_font, fits, fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, heading
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.it_was import ItWas
from lenet_gui.ui.reading.off_line import OffLine
from lenet_gui.ui.reading.replay_bar import ReplayBar
from lenet_gui.ui.shell.actions import Actions

SCROLL_BAR = 10
"""Width that a scroll bar may take of the narrowest panel, in logical pixels."""
NARROWEST = 148
"""The panel's least width, in logical pixels."""
GAP = UNIT // 2
"""Least gap between two parts, in logical pixels."""
HEIGHTS = range(8 * UNIT, 15 * UNIT + 1, UNIT)
"""Heights of the verdict with its words beside the digit, in logical pixels."""


@dataclass(frozen=True)
class Part:
    """A part of the panel, with its least and its greatest height."""

    widget: QWidget
    least: int
    most: int


class ReadingPanel(Arranged):
    """The verdict above the ten probabilities, the buttons to correct it, and the history.

    In a low panel all parts shrink together, down to their least heights.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading()
        self._is_learning = False
        self._winner = Winner()
        self.off_line = OffLine(actions)
        self.bars = Bars()
        self.it_was = ItWas(actions)
        self.replay_bar = ReplayBar(actions.replay)
        self.chart = HistoryView()
        for part in (
            self._heading, self._winner, self.off_line, self.bars, self.it_was, self.replay_bar,
            self.chart,
        ):  # fmt: skip
            part.setParent(self)
        follow_appearance(self._name)

    def _name(self) -> None:
        learning = self.tr("Reading, in training")
        self._heading.setText(learning if self._is_learning else self.tr("Reading"))
        self.arrange()

    def show_learning(self, is_learning: bool) -> None:
        """Say in the headings whether the network that reads is in training."""
        if is_learning != self._is_learning:
            self._is_learning = is_learning
            self.replay_bar.show_learning(is_learning)
            self._name()

    # -- geometry -------------------------------------------------------------------------------

    @property
    def heading_height(self) -> int:
        """Height of the heading, in logical pixels."""
        return self._heading.sizeHint().height()

    def least_height(self, width: int) -> int:
        """Return the height, in logical pixels, that a width needs."""
        return _least(self._parts(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest panel, or the height that the present width needs."""
        return QSize(NARROWEST - SCROLL_BAR, self.least_height(max(NARROWEST, self.width())))

    def sizeHint(self) -> QSize:
        """Return a comfortable size with all parts."""
        return QSize(220, self.least_height(220) + 25 * UNIT)

    def event(self, event: QEvent) -> bool:
        """Arrange the parts again when one of them needs other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def _parts(self, width: int) -> list[Part]:
        """Return the parts that are wanted, from the top down."""
        title = self.heading_height
        winner, bars = self._winner.least_height(width), self.bars.minimumSizeHint().height()
        buttons, bar = self.it_was.height_for(width), self.replay_bar.sizeHint().height()
        off = self.off_line.height_for(width)
        chart = self.chart
        parts = [
            Part(self._heading, title, title),
            Part(self._winner, winner, max(winner, self._winner.sizeHint().height())),
            Part(self.off_line, off, off),
            Part(self.bars, bars, max(bars, self.bars.sizeHint().height())),
            Part(self.it_was, buttons, buttons),
            Part(self.replay_bar, bar, bar),
            Part(chart, chart.minimumSizeHint().height(), chart.sizeHint().height()),
        ]
        return [part for part in parts if not part.widget.isHidden()]

    def arrange(self) -> None:
        """Place the parts one below the other."""
        self.updateGeometry()
        parts = self._parts(self.width())
        spare = max(0, self.height() - _least(parts))
        gaps = len(parts) - 1
        gap = min(2 * GAP, GAP + spare // gaps)
        spare = max(0, spare - gaps * (gap - GAP))
        share = min(1.0, spare / sum(part.most - part.least for part in parts))
        top = 0.0
        for part in parts:
            height = part.least + share * (part.most - part.least)
            part.widget.setGeometry(0, round(top), self.width(), round(height))
            top += height + gap

    # -- the reading ----------------------------------------------------------------------------

    def words(self) -> str:
        """Return the verdict and its probability in words, and whether maps are off."""
        title, words = self._winner.title(), self._winner.words()
        return listed(words, title, self.off_line.text)

    def show_reading(
        self, reading: Reading | None, hint: str = "", label: int | None = None
    ) -> None:
        """Show a reading; `hint` explains why there is none. `label` is a data set's, if known."""
        probabilities = None if reading is None else reading.probabilities
        is_off = not self.off_line.isHidden()
        self.off_line.show_off(frozenset() if reading is None else reading.off)
        if is_off is self.off_line.isHidden():
            self.arrange()
        self._winner.show_reading(reading, hint or self.tr("Nothing drawn yet"))
        self.bars.show_probabilities(probabilities, None if reading is None else reading.digit)
        self.it_was.show_label(label, reading)
        self.chart.show_present(probabilities)


def _least(parts: list[Part]) -> int:
    """Return the least height of parts, one below the other."""
    return sum(part.least for part in parts) + GAP * (len(parts) - 1)


LEFT = Qt.AlignmentFlag.AlignLeft


class Winner(Arranged):
    """The digit read, its probability and a few plain words.

    The words stand right of the digit, or below it where that would be too narrow for them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._hint = ""
        self._upper, self._lower = QRectF(), QRectF()
        """The places of the title, right of the digit, and of the words."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Reading"))
        self.arrange()

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(220, HEIGHTS[-1])

    def least_height(self, width: int) -> int:
        """Return the height at which every verdict can be read in a width, in logical pixels."""
        longest = max(self._longest(), key=self.fontMetrics().horizontalAdvance)
        lines = 1 + self.fontMetrics().horizontalAdvance(longest) // width
        below = self._head + lines * self.fontMetrics().lineSpacing()
        beside = (height for height in HEIGHTS if self._is_beside(width, height))
        return min(next(beside, below), max(below, HEIGHTS[0]))

    @property
    def _head(self) -> int:
        """Height of a title that stands above the words, with the digit beside it."""
        return 3 * self.fontMetrics().height()

    def _places(self, width: int, height: int) -> tuple[QRectF, QRectF]:
        """Return the places of title and words, right of a digit that fills the height."""
        left, middle = int(height * 0.62) + UNIT, height // 2 + 2
        return (
            QRectF(left, 0, width - left, middle),
            QRectF(left, middle + 2, width - left, height - middle - 2),
        )

    def _is_beside(self, width: int, height: int) -> bool:
        """Return whether all words fit beside the digit."""
        title, words = self._places(width, height)
        return title.height() >= 1.4 * self.fontMetrics().height() and all(
            fits(self.font(), text, words.width(), words.height()) for text in self._longest()
        )

    def _longest(self) -> list[str]:
        """Return each verdict in its longest words."""
        *_, second, first = sorted(self._names(), key=self.fontMetrics().horizontalAdvance)
        return [
            self.tr("closest: {0}").format(first),
            self.tr("{0}, or {1}?").format(first, second),
            self.tr("clearly {0}").format(first),
            self.tr("probably {0}").format(first),
            self.tr("perhaps {0}").format(first),
            self.tr("too little ink to tell"),
        ]

    def arrange(self) -> None:
        """Place the parts."""
        width, height = self.width(), self.height()
        self._upper, self._lower = self._places(width, height)
        if not self._is_beside(width, height) and height > self._head:
            self._upper, _ = self._places(width, self._head)
            self._upper.setHeight(self._head)
            self._lower = QRectF(0, self._head, width, height - self._head)
        self.update()

    # -- the reading ----------------------------------------------------------------------------

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
        if self._reading.verdict is Verdict.TOO_LITTLE:
            return ""  # it may become a digit
        digit = self._reading.digit
        if digit is None:
            return self.tr("No digit")
        return percentage(float(self._reading.probabilities[digit]))

    def words(self) -> str:
        """Return the verdict in a few plain words."""
        return self._verdict(self.tr("doesn't look like a digit (closest: {0})"))

    def _verdict(self, refusal: str) -> str:
        """Return the verdict; `refusal` is what to say of a drawing that is like no digit."""
        if self._reading is None or self._reading.probabilities is None:
            return self._hint
        names = self._names()
        first, second = self._reading.most_probable, self._reading.runner_up
        assert first is not None
        assert second is not None
        if self._reading.verdict is Verdict.NOT_A_DIGIT:
            if self._reading.closest is None:
                return self.tr("doesn't look like a digit")
            return refusal.format(names[first])
        if self._reading.verdict is Verdict.TOO_LITTLE:
            return self.tr("too little ink to tell")
        if self._reading.verdict is Verdict.AMBIGUOUS:
            return self.tr("{0}, or {1}?").format(names[first], names[second])
        if self._reading.probabilities[first] >= CLEAR:
            return self.tr("clearly {0}").format(names[first])
        if self._reading.closest is None:
            return self.tr("perhaps {0}").format(names[first])
        return self.tr("probably {0}").format(names[first])

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("a zero"), self.tr("a one"), self.tr("a two"), self.tr("a three"),
            self.tr("a four"), self.tr("a five"), self.tr("a six"), self.tr("a seven"),
            self.tr("an eight"), self.tr("a nine"),
        )  # fmt: skip

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digit, probability and words."""
        painter = QPainter(self)
        if self._reading is None or self._reading.probabilities is None:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._paint_words(painter, QRectF(self.rect()), self._hint, middle)
            return
        self._paint_title(painter, self._upper, self.title())
        if not self._upper.contains(event.rect()):
            is_beside = self._lower.left() > 0
            height = self.height() if is_beside else self._upper.height()
            self._paint_digit(painter, QRectF(0, 0, self._upper.left() - UNIT, height))
            words, room = self.words(), self._lower
            if not fits(self.font(), words, room.width(), room.height()):
                words = self._verdict(self.tr("closest: {0}"))  # the title says the rest
            self._paint_words(painter, room, words, Qt.AlignmentFlag.AlignTop)

    def _paint_digit(self, painter: QPainter, box: QRectF) -> None:
        digit = None if self._reading is None else self._reading.digit
        font = scaled_font(self.font(), 1)
        font.setPixelSize(int(box.height() * 0.9))
        painter.setFont(font)
        painter.setPen(QColor(current_theme().muted if digit is None else current_theme().text))
        shown = "?" if digit is None else str(digit)
        painter.drawText(box, LEFT | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_title(self, painter: QPainter, box: QRectF, title: str) -> None:
        large = scaled_font(self.font(), 1.5, bold=True)
        painter.setFont(fitting_font(large, title, box.width(), 0.4))
        painter.setPen(QColor(current_theme().text))
        is_beside = self._lower.left() > 0
        side = Qt.AlignmentFlag.AlignBottom if is_beside else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, LEFT | side, title)

    def _paint_words(
        self, painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(block_font(self.font(), words, room.width(), room.height()))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(room, LEFT | side | Qt.TextFlag.TextWordWrap, words)
