"""The network slid over a number, live, with its own reading of it beside the cut one."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.numbers.displacement import displace, line_of
from lenet_gui.core.numbers.sliding import read_columns
from lenet_gui.core.reading.reading import Judge
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import ElidedHeading, LiveLabel
from lenet_gui.ui.maps.displacement_painting import Slid, cells_of
from lenet_gui.ui.maps.displacement_strips import StripsView

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading


class DisplacementView(QWidget):
    """Shows a line of a number under a sliding network; while hidden it computes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[NumberReading | None, LeNet5 | None, int] = (None, None, 0)
        self._is_due = False
        self.readings = ElidedHeading()
        """Both readings in a sentence."""
        self.strips = StripsView()
        self.numbers = LiveLabel(least=0.8)
        """The framed column's numbers."""
        self._note = QLabel()
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.readings)
        column.addWidget(self._note)
        column.addWidget(self.strips, 1)
        column.addWidget(self.numbers)
        self.strips.column_shown.connect(self._show_column)
        follow_appearance(self._name)

    def _name(self) -> None:
        self._note.setText(
            self.tr(
                "The network learned from single digits and refuses windows with a neighbour’s"
                " ink. So sliding misreads many numbers, and cutting decides."
            )
        )
        self._note.setStyleSheet(f"color: {current_theme().muted}")
        self._word()

    def show_number(
        self, number: "NumberReading | None", network: LeNet5 | None, digit: int = 0
    ) -> None:
        """Show the line of a number that has the digit in view, or nothing.

        `digit` counts all lines' digits from 0; `network` is the one that they were read with.
        """
        self._shown, self._is_due = (number, network, digit), True
        if self.isVisible():
            self._slide()

    def showEvent(self, event: QShowEvent) -> None:
        """Slide the network over what came while the view was hidden."""
        super().showEvent(event)
        self._slide()

    def _slide(self) -> None:
        if not self._is_due:
            return
        self._is_due = False
        number, network, digit = self._shown
        if number is None or network is None:
            self.strips.show_slid(None)
        else:
            index = _line(number, digit)
            line = number.lines[index]
            slid = displace(network, line_of(number, index), line[0].reading.off)
            cut = cells_of([(one.text, one.box) for one in line], slid)
            threshold = Judge.from_metadata(network.weights.metadata).threshold
            self.strips.show_slid(Slid(slid, read_columns(slid), cut, threshold))
        self._word()

    def _word(self) -> None:
        slid = self.strips.slid
        if slid is None:
            self.readings.set_words("")
        else:
            self.readings.set_words(
                *self._both("".join(text for text, _, _ in slid.cut), slid.reading.text)
            )
        self._show_column()

    def _both(self, by_cutting: str, by_sliding: str) -> tuple[str, str]:
        """Return both readings in a sentence, and in few words."""
        if by_sliding == by_cutting:
            words = self.tr("Sliding and cutting both read {0}.")
            return words.format(by_cutting), self.tr("Both read {0}.").format(by_cutting)
        if not by_sliding:
            words = self.tr("Sliding reads nothing, cutting reads {0}.")
            return words.format(by_cutting), self.tr("Cut: {0}").format(by_cutting)
        words, brief = (
            self.tr("Sliding reads {0}, cutting reads {1}."),
            self.tr("Slid: {0}, cut: {1}"),
        )
        return words.format(by_sliding, by_cutting), brief.format(by_sliding, by_cutting)

    def _show_column(self) -> None:
        words = self.strips.column_words(self.strips.column)
        self.numbers.set_text(words or self.tr("Point at a column to see its window and numbers."))
        self.strips.setAccessibleDescription(" ".join((self.readings.words, words)).strip())


def _line(number: "NumberReading", digit: int) -> int:
    """Return the line that a digit is on."""
    for index, line in enumerate(number.lines):
        if digit < len(line):
            return index
        digit -= len(line)
    return len(number.lines) - 1
