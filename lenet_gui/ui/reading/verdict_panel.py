"""The reading's panel: the verdict, a bar for each digit, corrections, and the history's chart."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, heading
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.it_was import ItWas
from lenet_gui.ui.reading.number_view import NumberView
from lenet_gui.ui.reading.off_line import OffLine
from lenet_gui.ui.reading.replay_bar import ReplayBar
from lenet_gui.ui.reading.winner import Winner
from lenet_gui.ui.shell.actions import Actions

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading

SCROLL_BAR = 10
"""Width that a scroll bar may take of the narrowest panel, in logical pixels."""
NARROWEST = 148
"""The panel's least width, in logical pixels."""
GAP = UNIT // 2
"""Least gap between two parts, in logical pixels."""


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
        self.number = NumberView()
        self.number.hide()
        self.off_line = OffLine(actions)
        self.bars = Bars()
        self.it_was = ItWas(actions)
        self.replay_bar = ReplayBar(actions.replay)
        self.chart = HistoryView()
        for part in (
            self._heading, self._winner, self.number, self.off_line, self.bars, self.it_was,
            self.replay_bar, self.chart,
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
        tallest = max(winner, self._winner.sizeHint().height())
        parts = [
            Part(self._heading, title, title),
            Part(self._winner, winner, tallest),
            Part(self.number, winner, tallest),  # in the same place: nothing moves
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
        if not self.number.isHidden():
            return listed(self.number.words(), self.off_line.text)
        title, words = self._winner.title(), self._winner.words()
        return listed(words, title, self.off_line.text)

    def show_number(self, number: "NumberReading | None", place: int | None) -> None:
        """Show a number in the verdict's place, with the digit in view marked; None: no number."""
        self.number.show_number(number, place)
        if self.number.isHidden() is not (number is None):
            self.number.setVisible(number is not None)
            self._winner.setVisible(number is None)
            self.arrange()

    def show_reading(
        self, reading: Reading | None, hint: str = "", label: int | None = None
    ) -> None:
        """Show the reading of the digit in view; `hint` explains why there is none.

        `label` is a data set's, if known.
        """
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
