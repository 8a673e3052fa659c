"""The tour: short steps through the window, each with a part in a frame and a card beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.help.tour_card import Spotlight, TourCard
from lenet_gui.ui.kit.accessibility import Announcer

MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
EXAMPLE = 3
"""The digit drawn by “Show me one”."""


@dataclass(frozen=True)
class Step:
    """The part that is framed and the card's words; `prepare` brings the part into view."""

    part: QWidget
    title: str
    text: str
    prepare: Callable[[], None]


class Tour(QObject):
    """Leads through the steps while the window stays usable; Escape ends it."""

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        steps: Sequence[Step],
        editor: DrawingEditor,
        announcer: Announcer,
        open_example: Callable[[int], None],
    ) -> None:
        """Start at the first step, whose part gets the focus when the tour ends."""
        super().__init__(window)
        self._window, self._steps, self._editor = window, steps, editor
        self._announcer, self._open_example = announcer, open_example
        self._spotlight, self.card = Spotlight(window), TourCard(window)
        self._number = 0
        self._watched: list[QWidget] = [window, *(step.part for step in self._steps)]
        for part in self._watched:
            part.installEventFilter(self)
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        self.card.back.connect(lambda: self.go_to(self._number - 1))
        self.card.forward.connect(self.go_on)
        self.card.skipped.connect(self.end)
        self.card.offer_taken.connect(self._take_offer)
        self.go_to(0)

    @property
    def number(self) -> int:
        """The current step, from 0."""
        return self._number

    @property
    def framed(self) -> QRect:
        """The frame in the window, in logical pixels; empty if the part is out of sight."""
        return self._spotlight.hole

    @property
    def _last(self) -> int:
        return len(self._steps) - 1

    def go_on(self) -> None:
        """Go to the next step; after the last one, end."""
        if self._number < self._last:
            self.go_to(self._number + 1)
        else:
            self.end()

    def go_to(self, number: int) -> None:
        """Go to a step, from 0, and announce it."""
        self._number = number
        step = self._steps[number]
        step.prepare()
        is_bare = number in (0, self._last) and self._editor.is_empty
        offer = self.tr("Show me one") if is_bare else ""
        for part in (self._spotlight, self.card):
            part.show()
            part.raise_()
        self.card.show_step(number + 1, len(self._steps), step.title, step.text, offer)
        self._place()
        self._placing.start()  # a part brought into view gets its place later
        self._announcer.say(self.card.words())

    def end(self) -> None:
        """Remove frame and card, and give the first step's part the focus."""
        for part in self._watched:
            part.removeEventFilter(self)
        for part in (self._spotlight, self.card):
            part.hide()
            part.deleteLater()
        self._placing.stop()
        self._steps[0].part.setFocus()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the framed part, and take Escape before it clears the canvas."""
        kind = event.type()
        if kind in MOVED:
            self._placing.start()
        elif watched is self._window and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape and kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_escape and kind == QEvent.Type.KeyPress:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put the frame around the step's part, and the card beside it."""
        window, part = self._window, self._steps[self._number].part
        hole = QRect()
        if part.isVisible() and part.window() is window:
            hole = QRect(part.mapTo(window, QPoint()), part.size()).adjusted(-4, -4, 4, 4)
            hole &= window.rect().adjusted(2, 2, -2, -2)
        self._spotlight.setGeometry(window.rect())
        self._spotlight.frame(hole)
        self.card.place_beside(hole, window.size())

    def _take_offer(self) -> None:
        self._open_example(EXAMPLE)
        self.go_to(min(self._number + 1, self._last))
