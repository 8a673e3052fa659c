"""The line above the chart: its heading, the replay's button, and its speed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from lenet_gui.ui.kit.languages import follow_language
from lenet_gui.ui.kit.text_size import heading
from lenet_gui.ui.kit.theme import Theme

SPEEDS = {0.25: "¼×", 0.5: "½×", 1.0: "1×", 2.0: "2×", 4.0: "4×"}
"""How fast a drawing replays, and what that is called."""


class ReplayBar(QWidget):
    """Makes room for its buttons first: a heading that is too long ends in an ellipsis."""

    speed_chosen = Signal(float)
    """So many times the speed at which it was drawn."""

    def __init__(self, replay: QAction) -> None:
        super().__init__()
        self._heading, self._words = heading(), ""
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._play = QToolButton()
        self._play.setDefaultAction(replay)
        self._play.setIconSize(QSize(16, 16))
        self._speed = QToolButton()
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._speed)
        speeds = QActionGroup(menu)
        for speed, name in SPEEDS.items():
            action = speeds.addAction(name)
            action.setCheckable(True)
            action.setChecked(speed == 1)
            action.setData(speed)
        menu.addActions(speeds.actions())
        self._speed.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._heading, 1)
        for button in (self._play, self._speed):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        speeds.triggered.connect(lambda action: self._choose(action.data()))
        self._chosen = 1.0
        follow_language(self._name)

    def _name(self) -> None:
        self._words = self.tr("While you drew")
        self._speed.setToolTip(self.tr("Speed of the replay"))
        self._choose(self._chosen)
        self._fit_heading()

    @property
    def speed(self) -> float:
        """The speed that is chosen."""
        return self._chosen

    def set_theme(self, theme: Theme) -> None:
        """Restyle the buttons."""
        self.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px;"
            f" color: {theme.muted}; }}"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        widest = max(map(self._speed.fontMetrics().horizontalAdvance, SPEEDS.values()))
        self._speed.setFixedWidth(widest + 6)  # so that nothing moves when another one is chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the heading where it must be."""
        super().resizeEvent(event)
        self._fit_heading()

    def _fit_heading(self) -> None:
        room = self._heading.width()
        elide = Qt.TextElideMode.ElideRight
        self._heading.setText(self._heading.fontMetrics().elidedText(self._words, elide, room))

    def _choose(self, speed: float) -> None:
        self._chosen = speed
        self._speed.setText(SPEEDS[speed])
        self._speed.setAccessibleName(self.tr("Speed of the replay: {0}").format(SPEEDS[speed]))
        self.speed_chosen.emit(speed)
