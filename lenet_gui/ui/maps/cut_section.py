"""The picture of how a number was cut, under a line that names it and can hide it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import heading
from lenet_gui.ui.maps.cut_view import CutView


class CutSection(QWidget):
    """A heading with a few words and a button, and below it the picture."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading()
        self._words = QLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setIndent(UNIT)
        self.toggle = QPushButton()
        self.toggle.setFlat(True)
        self.toggle.setCursor(Qt.CursorShape.PointingHandCursor)
        self.view = CutView()
        self.toggle.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._heading)
        row.addWidget(self._words, 1)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(row)
        column.addWidget(self.view)
        follow_appearance(self._name)

    def set_open(self, is_open: bool) -> None:
        """Show the picture, or only its heading."""
        self.view.setVisible(is_open)
        self._name()

    def _toggle(self) -> None:
        self.set_open(self.view.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where they don't fit."""
        super().resizeEvent(event)
        words = self._words.fontMetrics().horizontalAdvance(self._sentence) + 2 * UNIT
        taken = self._heading.sizeHint().width() + self.toggle.sizeHint().width()
        self._words.setText(self._sentence if words + taken <= self.width() else "")

    def show_number(self, number: NumberReading | None, place: int | None) -> None:
        """Show how a number was cut; `place` is the digit in view."""
        self.view.show_number(number, place)

    def _name(self) -> None:
        theme = current_theme()
        self._heading.setText(self.tr("How it was cut"))
        self._sentence = self.tr("Each run of strokes is read; the cheapest way through wins")
        self._heading.setToolTip(self._sentence)
        self._words.setText(self._sentence)
        self._words.setStyleSheet(f"color: {theme.muted};")
        self.toggle.setText(self.tr("Show") if self.view.isHidden() else self.tr("Hide"))
        self.toggle.setAccessibleName(
            self.tr("Show how the number was cut")
            if self.view.isHidden()
            else self.tr("Hide how the number was cut")
        )
        self.toggle.setStyleSheet(
            "QPushButton { background: transparent; border: 1px solid transparent;"
            " border-radius: 4px; padding: 1px 4px;"
            f" color: {theme.accent}; }}"
            f"QPushButton:hover {{ background: {theme.hover}; }}"
            f"QPushButton:focus {{ border-color: {theme.accent}; }}"
        )
