"""A hand that draws an example on the canvas, at the pace of a hand."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import page_of

TIME = 1200
"""Milliseconds that a drawing takes, whatever its own time."""
FRAME = 16
"""Milliseconds between two moments: about sixty in a second."""


class DrawingHand(QObject):
    """Shows a drawing grow on the empty page, where it is read at every moment.

    What it shows is a preview: the page has no step more afterwards. It stops and leaves nothing
    as soon as anything else happens to the page.
    """

    finished = Signal()
    """The drawing has been shown whole; the page is as it was."""

    def __init__(self, editor: DrawingEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._drawing: Drawing | None = None
        self._moment: Drawing | None = None
        self._is_moving = False
        self._passed = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        editor.changed.connect(self._give_way)

    @property
    def is_drawing(self) -> bool:
        """Whether it draws now."""
        return self._drawing is not None

    def draw(self, drawing: Drawing) -> None:
        """Begin to draw, on a page that must be empty."""
        self._drawing = page_of(drawing, self._editor.page.drawing).drawing
        self._passed.start()
        self._timer.start()

    def finish(self) -> None:
        """Show the rest at once."""
        if self.is_drawing:
            self.stop()
            self.finished.emit()

    def stop(self) -> None:
        """Stop, and leave the page as it was."""
        if self.is_drawing:
            self._end()
            self._editor.discard()

    def _end(self) -> None:
        self._drawing = None
        self._timer.stop()

    def _go_on(self) -> None:
        assert self._drawing is not None
        share = self._passed.elapsed() / TIME
        if share >= 1:
            self.finish()
            return
        self._moment = at_time(self._drawing, share * duration(self._drawing))
        self._is_moving = True
        self._editor.preview(self._moment)
        self._is_moving = False

    def _give_way(self) -> None:
        """Stop because of somebody else, who has made a step of the preview by now."""
        if self.is_drawing and not self._is_moving:
            self._end()
            if self._editor.page.drawing is self._moment:
                self._editor.undo()
