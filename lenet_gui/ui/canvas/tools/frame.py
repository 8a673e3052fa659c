"""The frame around the ink, with the handles by which it is scaled and turned."""

from dataclasses import dataclass
from enum import Enum
from math import dist

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.core.strokes.transforming import bounds
from lenet_gui.ui.document.page import CELL, Point
from lenet_gui.ui.kit.theme import Theme

MARGIN = 0.5 * CELL
"""Between the ink and the frame."""
STALK = 2.2 * CELL
"""From the frame to the handle that turns it."""
INSET = 0.5 * CELL
"""Least distance of a handle from the canvas's edge, so that it stays within reach."""
HANDLE = 10.0
"""Logical pixels across a handle."""


class Grip(Enum):
    """Where the drawing is gripped; a corner's value is its direction from the middle."""

    TOP_LEFT = (-1, -1)
    TOP_RIGHT = (1, -1)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM_LEFT = (-1, 1)
    TURN = (0, -1)
    INK = (0, 0)


CORNERS = (Grip.TOP_LEFT, Grip.TOP_RIGHT, Grip.BOTTOM_RIGHT, Grip.BOTTOM_LEFT)


@dataclass(frozen=True)
class Frame:
    """The boxes around a drawing's lines and around its ink, in drawing units."""

    lines: QRectF
    box: QRectF
    size: Point
    """The canvas's width and height."""

    @property
    def middle(self) -> Point:
        """The middle of the lines."""
        return self.lines.center().toTuple()

    def corner(self, grip: Grip) -> Point:
        """Return a corner of the lines' box."""
        across, down = grip.value
        half = self.lines.width() / 2, self.lines.height() / 2
        return self.middle[0] + across * half[0], self.middle[1] + down * half[1]

    def handle(self, grip: Grip) -> Point:
        """Return the place of a grip's handle, always on the canvas."""
        across, down = grip.value
        x = self.box.center().x() + across * self.box.width() / 2
        y = self.box.center().y() + down * self.box.height() / 2
        if grip is Grip.TURN:
            y -= STALK
            below = self.box.bottom() + STALK
            if y < INSET and below <= self.size[1] - INSET:
                y = below
        return _on_canvas(x, self.size[0]), _on_canvas(y, self.size[1])

    def grip_at(self, point: Point, reach: float) -> Grip:
        """Return what a pointer grips: the nearest handle within reach, or else the ink."""
        nearest = min((Grip.TURN, *CORNERS), key=lambda grip: dist(self.handle(grip), point))
        return nearest if dist(self.handle(nearest), point) <= reach else Grip.INK

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint the frame and its handles; `pixel` drawing units are one logical pixel."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        turn = QPointF(*self.handle(Grip.TURN))
        edge = self.box.top() if turn.y() < self.box.center().y() else self.box.bottom()
        for colour, width in ((theme.paper, 3.5), (theme.accent, 1.5)):  # visible on ink as well
            painter.setPen(QPen(QColor(colour), width * pixel))
            painter.drawRect(self.box)
            painter.drawLine(turn, QPointF(turn.x(), edge))
        painter.setPen(QPen(QColor(theme.accent), 1.5 * pixel))
        painter.setBrush(QColor(theme.paper))
        half = HANDLE * pixel / 2
        for grip in CORNERS:
            place = QPointF(*self.handle(grip))
            painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(turn, 1.1 * half, 1.1 * half)


def frame_of(drawing: Drawing) -> Frame | None:
    """Return the frame around a drawing; None if it is empty."""
    found = bounds(drawing)
    if found is None:
        return None
    left, top, right, bottom = found
    lines = QRectF(left, top, right - left, bottom - top)
    margin = MARGIN + (drawing.pen_width or 0.0) / 2
    size = drawing.canvas or (CANVAS_SIZE, CANVAS_SIZE)
    return Frame(lines, lines.adjusted(-margin, -margin, margin, margin), size)


def _on_canvas(value: float, side: float) -> float:
    return min(max(value, INSET), side - INSET)
