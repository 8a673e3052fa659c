"""Replays from the chart, its button and the menu; all that is said of one while it goes on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lenet_gui.ui.document.displayed import Shown
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.announcing import Announcer
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.reading_panel import ReadingPanel
from lenet_gui.ui.shell.actions import Actions

if TYPE_CHECKING:
    from lenet_gui.ui.reading.replay import Replay


class Replays(QObject):
    """Between a replay and where it is asked for and followed.

    The replay is made when it is first wanted: the window comes up without it.
    """

    def __init__(
        self,
        editor: DrawingEditor,
        shown: Shown,
        reader: LiveReader,
        panel: ReadingPanel,
        actions: Actions,
        announcer: Announcer,
        tell: Callable[[str], None],
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        """Connect the parts; `tell` says something quietly, and `clock` tells seconds."""
        super().__init__(parent)
        self._editor, self._shown, self._reader = editor, shown, reader
        self._chart, self._bar = panel.chart, panel.replay_bar
        self._actions, self._announcer, self._clock = actions, announcer, clock
        self._tell = tell
        self._replay: Replay | None = None
        editor.drawing_changed.connect(self._update)
        editor.gesture_begun.connect(self._update)
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
        """End the replay; tell whether one was open."""
        was_open = self._replay is not None and self._replay.is_open
        if was_open:
            self.replay.end()
        return was_open

    def _update(self) -> None:
        """Offer a replay where there is a drawing; a picture was not drawn."""
        can_replay = not self._editor.is_empty and self._editor.picture is None
        self._actions.replay.setEnabled(can_replay)
        self._chart.setEnabled(can_replay)

    def _make(self) -> "Replay":
        from lenet_gui.ui.reading.replay import Replay

        replay = Replay(self._editor, self._shown, self._reader, self._clock, self)
        replay.set_speed(self._bar.speed)
        self._bar.speed_chosen.connect(replay.set_speed)
        replay.began.connect(self._tell_begin)
        replay.moved.connect(self._follow)
        replay.playing_changed.connect(self._actions.show_replay)
        replay.ended.connect(self._tell_end)
        replay.moments.found.connect(lambda: self._chart.show_moments(replay.moments.rows))
        return replay

    def _follow(self) -> None:
        """Show on the chart where the replay is."""
        replay = self.replay
        self._chart.show_place(replay.share)
        seconds = (f"{time / 1000:.1f}" for time in (replay.position, replay.duration))
        self._chart.setAccessibleDescription(self.tr("{0} of {1} seconds").format(*seconds))

    def _tell_begin(self) -> None:
        """Say that this is no longer the drawing as it is: the chart may be out of sight."""
        self._tell(self.tr("The drawing replays: Esc shows all of it again"))

    def _tell_end(self) -> None:
        self._chart.show_place(None)
        self._chart.setAccessibleDescription("")
        self._announcer.say(self.tr("The replay is over"))
