"""Drawing by keys: arrows move a cursor, Space puts the pen or eraser down."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.ui.canvas.tools.tool import Contact, Tool
from lenet_gui.ui.document.page import CELL, Point
from lenet_gui.ui.kit.theme import Theme

ARM = 14.0
"""Logical pixels from the cursor's middle to the end of its arms."""


class KeyboardHand(QObject):
    """A cursor moved by keys, holding the drawing tool in use."""

    changed = Signal()
    """It was turned on or off, moved, or the tool was put down or lifted."""
    told = Signal(str)
    """A message for the user."""

    def __init__(self, parent: QObject, size: Callable[[], Point]) -> None:
        """Start in the middle of a digit's canvas; `size` is the canvas's width and height."""
        super().__init__(parent)
        self._size = size
        self.is_on = False
        self.point: Point = (CANVAS_SIZE / 2, CANVAS_SIZE / 2)
        self._tool: Tool | None = None

    @property
    def is_down(self) -> bool:
        """Whether a tool is on the paper."""
        return self._tool is not None

    def set_on(self, is_on: bool) -> None:
        """Begin or end drawing by keys."""
        if is_on == self.is_on:
            return
        self.lift()
        self.is_on = is_on
        if is_on:
            self.told.emit(
                self.tr(
                    "Drawing with the keyboard: arrow keys move the cursor, Space puts the pen"
                    " down or lifts it, Esc ends"
                )
            )
        else:
            self.told.emit(self.tr("Keyboard drawing has ended"))
        self.changed.emit()

    def lift(self) -> None:
        """Lift the tool."""
        if self._tool is not None:
            self._tool.release(None)
            self._tool = None
            self.changed.emit()

    def command(self, key: int, has_shift: bool, tool: Tool) -> Callable[[], None] | None:
        """Return what a key does with a tool, or None."""
        if not self.is_on:
            return None
        if key == Qt.Key.Key_Space:
            return lambda: self._toggle(tool)
        way = step_of(key, has_shift)
        return None if way is None else lambda: self._go(way)

    def paint(self, painter: QPainter, theme: Theme, pixel: float, diameter: float) -> None:
        """Paint a cross-hair with a ring as wide as the tool, filled while it is down."""
        middle = QPointF(*self.point)
        arm, ring = ARM * pixel, diameter / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.paper, 4.0), (theme.accent, 1.8)):  # visible on ink as well
            painter.setPen(QPen(QColor(colour), width * pixel))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                end = QPointF(x, y) * (ring + arm)
                painter.drawLine(middle + QPointF(x, y) * ring, middle + end)
            painter.drawEllipse(middle, ring, ring)
        if self.is_down:
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(middle, 0.5 * ring, 0.5 * ring)

    def _toggle(self, tool: Tool) -> None:
        if self.is_down:
            self.lift()
        else:
            self._tool = tool
            tool.press(Contact(self.point))
            self.changed.emit()
        self._tell_place()

    def _tell_place(self) -> None:
        place = (
            min(int(at // CELL) + 1, round(side / CELL))
            for at, side in zip(self.point, self._size(), strict=True)
        )
        told = (
            self.tr("Down, at column {0}, row {1}")
            if self.is_down
            else self.tr("Up, at column {0}, row {1}")
        )
        self.told.emit(told.format(*place))

    def _go(self, way: Point) -> None:
        x, y = (
            min(max(at + step, 0.0), side)
            for at, step, side in zip(self.point, way, self._size(), strict=True)
        )
        self.point = x, y
        if self._tool is not None:
            self._tool.move(Contact(self.point))
        self.changed.emit()
        self._tell_place()


FINE = 0.25
"""Length of a step with Shift, in pixels of 28."""
WAYS: dict[int, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    # As arranged around the arrows on a number pad.
    Qt.Key.Key_Home: (-1, -1),
    Qt.Key.Key_PageUp: (1, -1),
    Qt.Key.Key_End: (-1, 1),
    Qt.Key.Key_PageDown: (1, 1),
}


def step_of(key: int, has_shift: bool) -> Point | None:
    """Return a key's step to the right and down, in drawing units; None for other keys."""
    way = WAYS.get(key)
    if way is None:
        return None
    length = CELL * (FINE if has_shift else 1)
    return way[0] * length, way[1] * length
