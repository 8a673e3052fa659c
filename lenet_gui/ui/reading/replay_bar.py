"""The line above the chart with the replay's controls, and what connects them to a replay."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.widgets import ElidedHeading
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions

if TYPE_CHECKING:
    from lenet_gui.ui.reading.replay import Replay

SPEEDS = {0.25: "¼×", 0.5: "½×", 1.0: "1×", 2.0: "2×", 4.0: "4×"}
"""The speeds of a replay and their names."""


class ReplayBar(QWidget):
    """A heading and the replay's buttons; a heading that is too long is shortened."""

    speed_chosen = Signal(float)
    """The speed, as a multiple of the drawing's own."""

    def __init__(self, replay: QAction) -> None:
        super().__init__()
        self._is_learning = False
        self._heading = ElidedHeading()
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
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def show_learning(self, is_learning: bool) -> None:
        """Say in the heading whether the chart shows how a network learns."""
        self._is_learning = is_learning
        self._name()

    def _name(self) -> None:
        words = self.tr("While it learns") if self._is_learning else self.tr("While you drew")
        self._heading.set_words(words, self.tr("History"))
        self._speed.setToolTip(self.tr("Speed of the replay"))
        self._choose(self._chosen)

    @property
    def speed(self) -> float:
        """The chosen speed."""
        return self._chosen

    def _restyle(self) -> None:
        """Restyle the buttons."""
        theme = current_theme()
        self.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px;"
            f" color: {theme.muted}; }}"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        widest = max(map(self._speed.fontMetrics().horizontalAdvance, SPEEDS.values()))
        self._speed.setFixedWidth(widest + 6)  # so that choosing another speed moves nothing

    def _choose(self, speed: float) -> None:
        self._chosen = speed
        self._speed.setText(SPEEDS[speed])
        self._speed.setAccessibleName(self.tr("Speed of the replay: {0}").format(SPEEDS[speed]))
        self.speed_chosen.emit(speed)


class Replays(QObject):
    """Connects the replay to button, menu and chart.

    The replay is created when it is first wanted; the window starts without it.
    """

    def __init__(
        self,
        editor: DrawingEditor,
        displayed: Displayed,
        means: Means,
        chart: HistoryView,
        bar: ReplayBar,
        actions: Actions,
        announcer: Announcer,
        tell: Callable[[str, bool], None],
        withdraw: Callable[[str], None],
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        """Connect the parts.

        `tell` shows a message, which may last until `withdraw` removes it; `clock` gives seconds.
        """
        super().__init__(parent)
        self._editor, self._displayed, self._means = editor, displayed, means
        self._chart, self._bar = chart, bar
        self._actions, self._announcer, self._clock = actions, announcer, clock
        self._tell, self._withdraw = tell, withdraw
        self._replay: Replay | None = None
        self._told = ""
        editor.changed.connect(self._follow_page)
        actions.replay.triggered.connect(lambda: self.replay.toggle())
        self._chart.toggled.connect(lambda: self.replay.toggle())
        self._chart.scrubbed.connect(lambda share: self.replay.seek(share))
        self._update()

    @property
    def replay(self) -> "Replay":
        """The window's one replay, open or not."""
        if self._replay is None:
            self._replay = self._make()
        return self._replay

    def end(self) -> bool:
        """End the replay; return whether one was open."""
        was_open = self._replay is not None and self._replay.is_open
        if was_open:
            self.replay.end()
        return was_open

    def _follow_page(self, change: Change) -> None:
        if not change.is_growth:
            self._update()

    def _update(self) -> None:
        """Enable replays of drawings; pictures have none."""
        can_replay = not self._editor.is_empty and self._editor.picture is None
        self._actions.replay.setEnabled(can_replay)
        self._chart.setEnabled(can_replay)

    def _make(self) -> "Replay":
        from lenet_gui.ui.reading.replay import Replay

        replay = Replay(self._editor, self._displayed, self._means, self._clock, self)
        replay.set_speed(self._bar.speed)
        self._bar.speed_chosen.connect(replay.set_speed)
        replay.moved.connect(self._follow)
        replay.playing_changed.connect(self._actions.show_replay)
        replay.playing_changed.connect(self._tell_playing)
        replay.ended.connect(self._tell_end)
        replay.moments.found.connect(lambda: self._chart.show_moments(replay.moments.rows))
        return replay

    def _follow(self) -> None:
        """Show the replay's position on the chart."""
        replay = self.replay
        self._chart.show_place(replay.share)
        seconds = (decimal(time / 1000, 1) for time in (replay.position, replay.duration))
        self._chart.setAccessibleDescription(self.tr("{0} of {1} seconds").format(*seconds))

    def _tell_playing(self, is_playing: bool) -> None:
        """Show, while it plays, that it does: the chart may be out of sight."""
        if is_playing:
            self._told = self.tr("Replaying: Esc ends the replay")
            self._tell(self._told, True)
        else:
            self._withdraw(self._told)  # as it was told, in whatever language

    def _tell_end(self) -> None:
        self._chart.show_place(None)
        self._chart.setAccessibleDescription("")
        self._announcer.say(self.tr("The replay has ended"))
