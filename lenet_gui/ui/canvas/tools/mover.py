"""Moving, scaling and turning the whole drawing, by handles and by keys."""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, degrees

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.core.strokes.transforming import moved, rotated, scaled
from lenet_gui.errors import DrawingError
from lenet_gui.ui.canvas.tools.frame import Frame, Grip, frame_of
from lenet_gui.ui.canvas.tools.keyboard import step_of
from lenet_gui.ui.canvas.tools.tool import Contact, Tool
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import CELL, Point
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.theme import Theme

SCALE_STEP = 1.05
SCALES: dict[int, float] = {
    Qt.Key.Key_Plus: SCALE_STEP,
    Qt.Key.Key_Equal: SCALE_STEP,  # the key of + without Shift on many keyboards
    Qt.Key.Key_Minus: 1 / SCALE_STEP,
}
TURNS: dict[int, float] = {Qt.Key.Key_Comma: -5.0, Qt.Key.Key_Period: 5.0}
"""Degrees that a key turns the drawing, clockwise."""
SNAP = 15.0
"""Dragging with Shift turns in multiples of this many degrees."""
SIZES = (CELL, 2 * CANVAS_SIZE)
"""Limits of a drawing's longer side when scaled, in drawing units."""
CURSORS = {
    Grip.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Grip.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Grip.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Grip.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Grip.TURN: Qt.CursorShape.PointingHandCursor,
    Grip.INK: Qt.CursorShape.SizeAllCursor,
}


@dataclass(frozen=True)
class Drag:
    """A drag in progress: what was gripped, where, and the drawing at that time."""

    grip: Grip
    start: Point
    drawing: Drawing
    frame: Frame
    pivot: Point


class Mover(Tool):
    """Changes the drawing as a whole; keeps its pivot until something else changes the drawing."""

    is_painted = True

    def __init__(self, editor: DrawingEditor) -> None:
        super().__init__(editor)
        self._drag: Drag | None = None
        self._angle = 0.0
        self._shown: Drawing | None = None
        self._pivot: Point | None = None

    def explanation(self) -> str:
        """Return its name and how to use it, or that there is nothing to use it on."""
        if self._frame() is None:
            return self.tr("Nothing to move yet: draw something first")
        return self.tr(
            "Move and rotate: drag the ink or a handle, or press the arrow keys, + −,"
            " comma and full stop"
        )

    def press(self, contact: Contact) -> None:
        """Grip a handle, or the ink anywhere else."""
        self._editor.finish()
        frame = self._frame_or_tell()
        if frame is not None:
            grip = frame.grip_at(contact.point, contact.reach)
            drawing, about = self._editor.drawing, self._middle(frame)
            self._drag = Drag(grip, contact.point, drawing, frame, about)
            self._angle, self._shown, self._pivot = 0.0, drawing, about

    def move(self, contact: Contact) -> None:
        """Apply the whole drag so far to the drawing as it was at its start."""
        drag = self._drag
        if drag is None:
            return
        if self._editor.drawing is not self._shown:
            self._drag = None  # it was cleared or replaced
            return
        self._angle = 0.0
        if contact.point == drag.start:
            self._change(drag.drawing, lambda ink: ink, drag.pivot)
        elif drag.grip is Grip.INK:
            way = contact.point[0] - drag.start[0], contact.point[1] - drag.start[1]
            self._move(drag.drawing, drag.frame, drag.pivot, way)
        elif drag.grip is Grip.TURN:
            self._angle = _angle(drag, contact)
            angle, about = self._angle, drag.pivot
            self._change(drag.drawing, lambda ink: rotated(ink, angle, about), about)
        else:
            factor, about = _scale(drag, contact)
            self._change(drag.drawing, lambda ink: scaled(ink, factor, about), None)

    def release(self, contact: Contact | None) -> None:
        """Let go: the whole drag is one step."""
        if contact is not None:
            self.move(contact)
        if self._drag is not None:
            self._drag = None
            self._editor.finish()

    def cancel(self) -> None:
        """Cancel: the drawing is as it was."""
        self._drag = None
        super().cancel()

    def cursor(self, contact: Contact) -> Qt.CursorShape:
        """Show what a press would grip."""
        frame = self._frame()
        if frame is None:
            return Qt.CursorShape.ArrowCursor
        return CURSORS[frame.grip_at(contact.point, contact.reach)]

    def command(self, key: int, has_shift: bool) -> Callable[[], None] | None:
        """Move, scale or turn by a step."""
        way = step_of(key, has_shift)
        if way is not None:
            return lambda: self._nudge(way)
        if key in SCALES:
            return lambda: self._scale(SCALES[key])
        return (lambda: self._turn(TURNS[key])) if key in TURNS else None

    def keys_released(self) -> None:
        """Make one step of what a held key did."""
        if self._drag is None and self._editor.drawing is self._shown:
            self._editor.finish()

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint the frame, turned with the ink during a turn."""
        drag = self._drag
        if drag is not None and drag.grip is Grip.TURN:
            painter.save()
            painter.translate(*drag.pivot)
            painter.rotate(self._angle)
            painter.translate(-drag.pivot[0], -drag.pivot[1])
            drag.frame.paint(painter, theme, pixel)
            painter.restore()
            return
        frame = self._frame()
        if frame is not None:
            frame.paint(painter, theme, pixel)

    # -- what keys do ---------------------------------------------------------------------------

    def _nudge(self, way: Point) -> None:
        frame, drawing = self._frame_or_tell(), self._editor.drawing
        if frame is not None:
            self._move(drawing, frame, self._middle(frame), way)

    def _scale(self, factor: float) -> None:
        frame, drawing = self._frame_or_tell(), self._editor.drawing
        if frame is not None:
            about, limited = self._middle(frame), _limited(frame, factor)
            self._change(drawing, lambda ink: scaled(ink, limited, about), about)

    def _turn(self, angle: float) -> None:
        frame, drawing = self._frame_or_tell(), self._editor.drawing
        if frame is not None:
            about = self._middle(frame)
            self._change(drawing, lambda ink: rotated(ink, angle, about), about)

    # -- what both share ------------------------------------------------------------------------

    def _frame(self) -> Frame | None:
        return None if self._editor.picture is not None else frame_of(self._editor.drawing)

    def _frame_or_tell(self) -> Frame | None:
        """Return the frame; if there is none, explain why."""
        frame = self._frame()
        if frame is None:
            self.told.emit(self.tr("Nothing to move yet: draw something first"))
        return frame

    def _middle(self, frame: Frame) -> Point:
        """Return the pivot; it stays the same while turning, although the frame's middle moves."""
        if self._pivot is not None and self._editor.drawing is self._shown:
            return self._pivot
        return frame.middle

    def _move(self, drawing: Drawing, frame: Frame, pivot: Point, way: Point) -> None:
        """Preview the drawing moved; its middle stays on the canvas, within reach."""
        dx, dy = (
            min(max(way[axis], min(0.0, -frame.middle[axis])), max(0.0, frame.size[axis] - at))
            for axis, at in enumerate(frame.middle)
        )
        self._change(drawing, lambda ink: moved(ink, dx, dy), (pivot[0] + dx, pivot[1] + dy))

    def _change(
        self, drawing: Drawing, change: Callable[[Drawing], Drawing], pivot: Point | None
    ) -> None:
        """Preview a changed drawing, and keep its pivot until it changes otherwise."""
        try:
            changed = change(drawing)
        except DrawingError as error:
            self.told.emit(sentence_of(error))
            return
        self._shown, self._pivot = changed, pivot
        self._editor.preview(changed)


def _angle(drag: Drag, contact: Contact) -> float:
    """Return the angle of a drag, clockwise in degrees."""
    at, from_ = (
        atan2(point[1] - drag.pivot[1], point[0] - drag.pivot[0])
        for point in (contact.point, drag.start)
    )
    angle = degrees(at - from_)
    return round(angle / SNAP) * SNAP if contact.has_shift else angle


def _scale(drag: Drag, contact: Contact) -> tuple[float, Point]:
    """Return the scale of a corner's drag along its diagonal, and the point that stays in place.

    That is the opposite corner, or with Shift the middle.
    """
    across, down = drag.grip.value
    corner = drag.frame.corner(drag.grip)
    about = drag.frame.middle if contact.has_shift else drag.frame.corner(Grip((-across, -down)))
    diagonal = corner[0] - about[0], corner[1] - about[1]
    squared = diagonal[0] ** 2 + diagonal[1] ** 2
    if not squared:
        return 1.0, about  # a dot has no size
    way = contact.point[0] - drag.start[0], contact.point[1] - drag.start[1]
    factor = 1 + (way[0] * diagonal[0] + way[1] * diagonal[1]) / squared
    return _limited(drag.frame, factor), about


def _limited(frame: Frame, factor: float) -> float:
    """Return the factor, limited so that the ink stays within SIZES."""
    longer = max(frame.lines.width(), frame.lines.height())
    if not longer:
        return 1.0
    least, most = SIZES
    return min(max(factor, min(1.0, least / longer)), max(1.0, most / longer))
