"""What the network reads: the verdict, a bar for each digit, and how it came about."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.languages import follow_language, listed
from lenet_gui.ui.kit.text_size import heading
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.replay_bar import ReplayBar
from lenet_gui.ui.reading.winner import Winner


class ReadingPanel(QWidget):
    """The verdict above the ten probabilities, and their history."""

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
        follow_language(self._name)

    def _name(self) -> None:
        self._heading.setText(self.tr("Reading"))

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._winner.set_theme(theme)
        self._bars.set_theme(theme)
        self.replay_bar.set_theme(theme)
        self.chart.set_theme(theme)

    def show_history(self, is_shown: bool) -> None:
        """Show or hide how the reading came about."""
        self.replay_bar.setVisible(is_shown)
        self.chart.setVisible(is_shown)

    def words(self) -> str:
        """Return the verdict and the probability of what was read, in words."""
        title, words = self._winner.title(), self._winner.words()
        return listed(words, title)

    def show_reading(self, reading: Reading | None, hint: str = "") -> None:
        """Show a reading; `hint` says why there is none."""
        probabilities = None if reading is None else reading.probabilities
        self._winner.show_reading(reading, hint or self.tr("Nothing drawn yet"))
        self._bars.show_probabilities(probabilities, None if reading is None else reading.digit)
        self.chart.add(probabilities)
