"""A tour of five short steps: draw, probabilities, strip, maps, inspector."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.help.tour_card import Spotlight, TourCard

if TYPE_CHECKING:
    from lenet_gui.ui.app.main_window import MainWindow

MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
EXAMPLE = 3
"""The digit that is drawn for someone who asks for one."""
EXPLAINED = "C3"
"""The layer of which the inspector's step takes a unit apart."""


@dataclass(frozen=True)
class Step:
    """What is framed, and what is said of it; `prepare` brings it into view."""

    part: QWidget
    title: str
    text: str
    prepare: Callable[[], None]


class Tour(QObject):
    """Goes through the window, which can be used meanwhile; Escape ends it."""

    ended = Signal()

    def __init__(self, window: "MainWindow", open_example: Callable[[int], None]) -> None:
        super().__init__(window)
        self._window, self._open_example = window, open_example
        self._spotlight, self.card = Spotlight(window), TourCard(window)
        self._steps = self._make_steps()
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
        """The present step, from 0."""
        return self._number

    @property
    def _last(self) -> int:
        return len(self._steps) - 1

    @property
    def framed(self) -> QRect:
        """The part of the window that is framed."""
        return self._spotlight.hole

    def go_on(self) -> None:
        """Go to the next step, or after the last one end."""
        if self._number < self._last:
            self.go_to(self._number + 1)
        else:
            self.end()

    def go_to(self, number: int) -> None:
        """Go to a step, from 0, and say it."""
        self._number = number
        step = self._steps[number]
        step.prepare()
        is_bare = number in (0, self._last) and self._window.editor.is_empty
        offer = self.tr("Show me one") if is_bare else ""
        for part in (self._spotlight, self.card):
            part.show()
            part.raise_()
        self.card.show_step(number + 1, len(self._steps), step.title, step.text, offer)
        self._place()
        self._placing.start()  # what was brought into view has its place only now
        self._window.announcer.say(self.card.words())

    def end(self) -> None:
        """Take everything away, and give the canvas the focus."""
        for part in self._watched:
            part.removeEventFilter(self)
        for part in (self._spotlight, self.card):
            part.hide()
            part.deleteLater()
        self._placing.stop()
        self._workspace.canvas.setFocus()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is framed, and take Escape before it clears the canvas."""
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

    @property
    def _workspace(self) -> Workspace:
        found = self._window.centralWidget()
        assert isinstance(found, Workspace)
        return found

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

    def _make_steps(self) -> tuple[Step, ...]:
        workspace, docks = self._workspace, self._window.docks
        return (
            Step(
                workspace.canvas,
                self.tr("Draw a digit"),
                self.tr(
                    "Draw here with the mouse, a pen or a finger, as large as you like and"
                    " wherever you like. It is read while you draw."
                ),
                self._close_inspector,
            ),
            Step(
                workspace.reading,
                self.tr("What it reads"),
                self.tr(
                    "How probable each digit is, to the network. The ten add up to 100\u00a0%"
                    " and change with every point that you draw."
                ),
                self._close_inspector,
            ),
            Step(
                workspace.strip,
                self.tr("What it sees"),
                self.tr(
                    "Your ink, made small and centred like the digits that the network learned"
                    " from. These few pixels are all it gets; the switch shows how it reads without"
                    " such help."
                ),
                self._close_inspector,
            ),
            Step(
                docks.maps,
                self.tr("Inside the network"),
                self.tr(
                    "Every layer as it answers, from your ink at the top to ten digits at the"
                    " bottom. Point at a cell: what it looks at is outlined in the layers above and"
                    " on your ink."
                ),
                self._open_maps,
            ),
            Step(
                docks.inspector,
                self.tr("One number, taken apart"),
                self.tr(
                    "Click any cell, as was done for you here: what it sees, times its kernel,"
                    " adds up to its value. Draw on, and watch the sum change."
                ),
                self._pick_unit,
            ),
        )

    def _close_inspector(self) -> None:
        self._window.selection.select(None)

    def _open_maps(self) -> None:
        self._close_inspector()
        self._window.docks.maps.show()

    def _pick_unit(self) -> None:
        """Pick the unit of a layer that answers loudest."""
        self._window.docks.maps.show()
        layer = next(layer for layer in LAYERS if layer.name == EXPLAINED)
        activations = self._window.reading.activations
        place = 0
        if activations is not None:
            place = int(activations.layers[layer.name][0].argmax())
        map_, cell = divmod(place, layer.size**2)
        self._window.selection.select(Unit(layer, map_, *divmod(cell, layer.size)))
