"""What can be done with what is inspected: a row of buttons, with words or icons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from lenet_gui.ui.kit.theme import UNIT


class ButtonRow(QWidget):
    """Buttons side by side, with their words or, where room is short, their icons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT // 2)
        self._buttons: list[QToolButton] = []

    def add(self, button: QToolButton) -> None:
        """Add a button at the end."""
        self._buttons.append(button)
        self._row.addWidget(button)

    def show_words(self, has_words: bool) -> None:
        """Show the buttons' words, or their icons."""
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextOnly if has_words else styles.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)
