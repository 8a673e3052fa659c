"""A replay: the moments of a drawing, shown one after the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.moments import Moments

FRAME = 16
"""Milliseconds between two moments: about sixty in a second."""


class Replay(QObject):
    """Shows the drawing as it was at `position`, until it is complete or edited."""

    moved = Signal()
    """Another moment is shown."""
    playing_changed = Signal(bool)
    """Whether it is playing now."""
    ended = Signal()
    """The page is shown again."""

    def __init__(
        self,
        editor: DrawingEditor,
        displayed: Displayed,
        means: Means,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Make a replay that is not open; `clock` returns seconds and never goes back."""
        super().__init__(parent)
        self._editor, self._displayed, self._clock = editor, displayed, clock
        self._drawing: Drawing | None = None
        self._speed = 1.0
        self._last = 0.0
        self.position = 0.0
        """Milliseconds since the drawing was begun."""
        self.duration = 0.0
        """Milliseconds that the drawing takes at its own speed."""
        self.moments = Moments(means, self)
        """How the drawing reads over its time."""
        self.timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._go_on)
        editor.changed.connect(self._follow_page)

    @property
    def is_open(self) -> bool:
        """Whether a moment is shown, moving or not."""
        return self._drawing is not None

    @property
    def is_playing(self) -> bool:
        """Whether it is playing."""
        return self.timer.isActive()

    @property
    def share(self) -> float:
        """The share of the duration that has passed, 0 … 1."""
        return self.position / self.duration if self.duration else 1.0

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of the speed at which it was drawn."""
        if self.is_playing:
            self._go_on()
        self._speed = speed

    def play(self) -> None:
        """Continue from its position, or from the beginning if it is not open or at its end."""
        self._open()
        if not self.is_playing:
            self._last = self._clock()
            self.timer.start()
            self.playing_changed.emit(True)
            self._show(0.0 if self.position >= self.duration else self.position)

    def pause(self) -> None:
        """Stay at the present moment."""
        if self.is_playing:
            self.timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play, or pause."""
        (self.pause if self.is_playing else self.play)()

    def seek(self, share: float) -> None:
        """Show the moment after a share of the duration, 0 … 1, and stay there."""
        self._open()
        self.pause()
        self._show(share * self.duration)

    def end(self) -> None:
        """Show the page again."""
        if self.is_open:
            self._drawing = None
            self.pause()
            self._displayed.show_page()
            self.ended.emit()

    def _follow_page(self, change: Change) -> None:
        if not change.is_growth:
            self.end()
            self.moments.forget()

    def _open(self) -> None:
        """Take the current drawing, finish any gesture, and show the end."""
        if not self.is_open:
            self._editor.finish()
            self._drawing = self._editor.drawing
            self.duration = self.position = duration(self._drawing)
            self.moments.find(self._drawing)

    def _go_on(self) -> None:
        """Show the moment that playing has reached."""
        now = self._clock()
        position = self.position + 1000 * (now - self._last) * self._speed
        self._last = now
        if position >= self.duration:
            self.end()
        else:
            self._show(position)

    def _show(self, position: float) -> None:
        assert self._drawing is not None
        self.position = position
        self._displayed.show_moment(at_time(self._drawing, position))
        self.moved.emit()
