"""What the lens Compare shows while nothing is pinned: what can be compared, and how."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.flow import Flow
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import heading


class FirstPage(QWidget):
    """A few sentences, and two buttons to begin with."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        """Make the page; `keys` are those that pin what is on the canvas."""
        super().__init__(parent)
        self._keys = keys
        self._title, self._advice = heading(), QLabel()
        self.pin, self.weights, self._buttons = QPushButton(), QPushButton(), Flow()
        self._advice.setWordWrap(True)
        self._buttons.set_parts(self.pin, self.weights)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * UNIT, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addSpacing(UNIT)
        column.addWidget(self._buttons)
        column.addStretch(1)
        follow_appearance(self._name)

    def _name(self) -> None:
        self._title.setText(self.tr("Nothing is pinned yet"))
        advice = self.tr(
            "Draw a digit and pin it ({0}). Then draw another one, or change it: you see in which"
            " layers the network tells the two apart.\n\nOr see what training has done: let another"
            " set of weights read the same drawing."
        )
        self._advice.setText(advice.format(self._keys))
        self.pin.setText(self.tr("Pin what is on the canvas"))
        self.weights.setText(self.tr("Compare two sets of weights"))
        self._buttons.refresh()
