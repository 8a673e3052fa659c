"""A replay: the moments of a drawing, shown one after the other as they came about."""

import time
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.document.displayed import Shown
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.reading.history_view import MOMENTS
from lenet_gui.ui.reading.reader import LiveReader

FRAME = 16
"""Milliseconds between two moments: about sixty in a second."""


class Replay(QObject):
    """Shows the drawing as it stood at `position`, until it is whole or something is done to it."""

    moved = Signal()
    """Another moment is shown."""
    playing_changed = Signal(bool)
    """Whether it runs now."""
    ended = Signal()
    """The page is shown again."""

    def __init__(
        self,
        editor: DrawingEditor,
        shown: Shown,
        reader: LiveReader,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Make a replay that is not open; `clock` tells seconds and never goes back."""
        super().__init__(parent)
        self._editor, self._shown, self._clock = editor, shown, clock
        self._drawing: Drawing | None = None
        self._speed = 1.0
        self._last = 0.0
        self.position = 0.0
        """Milliseconds since the drawing was begun."""
        self.duration = 0.0
        """Milliseconds that the drawing takes at its own speed."""
        self.moments = Moments(reader, self)
        """How the drawing reads over its time."""
        self.timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._go_on)
        for signal in (editor.drawing_changed, editor.gesture_begun):
            signal.connect(self.end)
            signal.connect(self.moments.forget)

    @property
    def is_open(self) -> bool:
        """Whether a moment is shown, moving or not."""
        return self._drawing is not None

    @property
    def is_playing(self) -> bool:
        """Whether the moments follow each other by themselves."""
        return self.timer.isActive()

    @property
    def share(self) -> float:
        """The share of the duration that has passed, 0 … 1."""
        return self.position / self.duration if self.duration else 1.0

    def set_speed(self, speed: float) -> None:
        """Play at so many times the speed at which it was drawn."""
        if self.is_playing:
            self._go_on()
        self._speed = speed

    def play(self) -> None:
        """Go on from where it is; from the beginning where it is not open, or at its end."""
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
            self._shown.show_page()
            self.ended.emit()

    def _open(self) -> None:
        """Take the drawing as it stands, with what is under way; it shows its end."""
        if not self.is_open:
            self._editor.finish()
            self._drawing = self._editor.drawing
            self.duration = self.position = duration(self._drawing)
            self.moments.find(self._drawing)

    def _go_on(self) -> None:
        """Show the moment that it is by now."""
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
        self._shown.show_moment(at_time(self._drawing, position))
        self.moved.emit()


class Moments(QObject):
    """Reads a drawing's moments from the first to the last, with the reader's present means."""

    found = Signal()
    """There are more rows now, or none any more."""

    def __init__(self, reader: LiveReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._drawing: Drawing | None = None
        self._means: tuple[object, ...] = ()
        self._rows: list[Array] = []
        self._task = Task(self)
        self._task.progressed.connect(self._add)
        reader.changed.connect(self._begin_anew)

    @property
    def rows(self) -> Array | None:
        """Probabilities found so far, float32 (up to MOMENTS, classes); None without a drawing."""
        if self._drawing is None:
            return None
        return np.array(self._rows, np.float32).reshape(-1, CLASSES)

    @property
    def is_reading(self) -> bool:
        """Whether more rows are to come."""
        return self._task.is_running

    def find(self, drawing: Drawing) -> None:
        """Read a drawing's moments, unless that is done or under way."""
        if drawing is not self._drawing:
            self._drawing = drawing
            self._means = ()
            self._begin_anew()

    def forget(self) -> None:
        """Read nothing more, and drop what was found."""
        if self._drawing is not None:
            self._drawing = None
            self._task.cancel()
            self.found.emit()

    def _begin_anew(self) -> None:
        """Read again where the network or its framing is another one now."""
        means = (self._reader.network, self._reader.framing)
        if self._drawing is not None and means != self._means:
            self._means, self._rows = means, []
            self._task.run(read_moments(self._drawing, self._reader.read_aside))
            self.found.emit()

    def _add(self, rows: list[Array]) -> None:
        self._rows += rows
        self.found.emit()


SLICE = 4.0
"""Milliseconds of reading before the window gets its turn."""


def read_moments(drawing: Drawing, read: Callable[[Drawing], Reading]) -> Iterator[list[Array]]:
    """Yield a drawing's moments, some at a time: probabilities, float32 (classes,).

    Without a network there are none.
    """
    whole = duration(drawing)
    rows: list[Array] = []
    began = time.perf_counter()
    for number in range(MOMENTS):
        found = read(at_time(drawing, number / (MOMENTS - 1) * whole)).probabilities
        if found is None:
            return
        rows.append(found)
        if 1000 * (time.perf_counter() - began) >= SLICE:
            yield rows
            rows, began = [], time.perf_counter()
    if rows:
        yield rows
