"""The buttons that make it learn, and how fast."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT, slider_style

PACES = (1.0, 2.0, 5.0, 10.0, 20.0, 0.0)
"""Steps a second, from slow to as fast as it goes."""
HEIGHT = 36


class RunButtons(QWidget):
    """Start, one batch, one epoch, and the pace."""

    started = Signal()
    """The main button was pressed: start, pause or go on, whichever it says."""
    stepped = Signal()
    """One batch is wanted."""
    epoch_asked = Signal()
    pace_changed = Signal(float)
    """The steps a second; 0 is as fast as it goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main, self.batch, self.epoch = QPushButton(), QPushButton(), QPushButton()
        self.pace = QSlider(Qt.Orientation.Horizontal)
        self.pace.setRange(0, len(PACES) - 1)
        self.pace.setValue(len(PACES) - 1)
        self.pace.setPageStep(1)
        self.pace.setMinimumWidth(8 * UNIT)
        self.pace.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._slow, self._fast = QLabel(), QLabel()
        self._words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for button in (self.main, self.batch, self.epoch):
            button.setFixedHeight(HEIGHT)
            row.addWidget(button)
        row.addSpacing(UNIT)
        row.addWidget(self._slow)
        row.addWidget(self.pace, 1)
        row.addWidget(self._fast)
        self.main.clicked.connect(self.started)
        self.batch.clicked.connect(self.stepped)
        self.epoch.clicked.connect(self.epoch_asked)
        self.pace.valueChanged.connect(lambda place: self.pace_changed.emit(PACES[place]))
        follow_appearance(self._name)

    def _name(self) -> None:
        theme = current_theme()
        self.batch.setText(self.tr("One batch"))
        self.batch.setToolTip(self.tr("Take one step: learn from one batch of digits"))
        self.epoch.setText(self.tr("One epoch"))
        self.epoch.setToolTip(self.tr("Learn from every digit once"))
        self._slow.setText(self.tr("slow"))
        self._fast.setText(self.tr("full speed"))
        self.pace.setAccessibleName(self.tr("Pace"))
        self.pace.setToolTip(self.tr("From one batch a second to as fast as it goes"))
        self.pace.setStyleSheet(slider_style(theme))
        for label in (self._slow, self._fast):
            label.setStyleSheet(f"color: {theme.muted};")
        self.main.setStyleSheet(f"""
            QPushButton {{
                background: {theme.accent}; color: {theme.on_accent};
                border: 1px solid {theme.accent}; border-radius: 6px; padding: 4px 20px;
                font-weight: bold;
            }}
            QPushButton:focus {{ border: 2px solid {theme.text}; padding: 3px 19px; }}
            QPushButton:disabled {{ background: {theme.track}; color: {theme.disabled};
                border-color: {theme.track}; }}
        """)

    def show_state(self, words: str, can_step: bool) -> None:
        """Show what the main button does next, and whether single steps can be taken."""
        self.main.setText(words)
        self.batch.setEnabled(can_step)
        self.epoch.setEnabled(can_step)

    def show_brief(self, is_brief: bool) -> None:
        """Leave out the words beside the pace where room is short."""
        self._slow.setVisible(not is_brief)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the buttons."""
        return QSize(0, HEIGHT)
