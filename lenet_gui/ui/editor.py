"""The drawing being made: strokes that grow, and the way back through what was done."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.architecture import FRAME_SIZE
from lenet_gui.core.drawing import CANVAS_SIZE, Drawing, stroke

Point = tuple[float, float]

CELL = CANVAS_SIZE / FRAME_SIZE
"""Drawing units in one pixel of 28: what pen widths are told in."""
PEN_WIDTHS = (1.0, 5.0)
DEFAULT_PEN_WIDTH = 1.6


class DrawingEditor(QObject):
    """Holds the drawing and every earlier one; knows no widget.

    Points are in drawing units, 0 … CANVAS_SIZE to the right and down. A gesture is all that is
    drawn from pen down to pen up; where it leaves the canvas its ink stops at the edge and goes on
    where it comes back.
    """

    drawing_changed = Signal()
    """Anything about the drawing is different now."""
    gesture_begun = Signal()
    """The pen was put down: what was empty is so no more."""
    stroke_extended = Signal(float, float, float, float)
    """Ink was added to the gesture, from x, y to x, y; the rest of the drawing is as it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        blank = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=DEFAULT_PEN_WIDTH * CELL)
        self._finished = blank
        self._gesture: list[list[Point]] | None = None
        self._tip: Point = (0.0, 0.0)
        self._past: list[Drawing] = []
        self._future: list[Drawing] = []

    @property
    def drawing(self) -> Drawing:
        """The drawing as it stands, the stroke under the pen included."""
        if not self._gesture:
            return self._finished
        drawing = self._finished
        for points in self._gesture:
            drawing = drawing.with_stroke(points)
        return drawing

    @property
    def is_drawing(self) -> bool:
        """Whether the pen is down."""
        return self._gesture is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn; cheaper to ask than the drawing itself."""
        return self._finished.is_empty and not self._gesture

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past) and not self.is_drawing

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and can be had again."""
        return bool(self._future) and not self.is_drawing

    @property
    def pen_width(self) -> float:
        """The pen's diameter in pixels of 28."""
        return (self._finished.pen_width or DEFAULT_PEN_WIDTH * CELL) / CELL

    def set_pen_width(self, cells: float) -> None:
        """Set the pen's diameter, in pixels of 28, for the whole drawing."""
        self._finished = replace(self._finished, pen_width=cells * CELL)
        self.drawing_changed.emit()

    def begin(self, point: Point) -> None:
        """Put the pen down; a pen that is lifted at once leaves a dot."""
        if self.is_drawing:
            self.finish()
        self._gesture = []
        self._tip = point
        self._ink(point, point)
        self.gesture_begun.emit()

    def extend(self, points: Iterable[Point]) -> None:
        """Move the pen along `points`."""
        for point in points:
            if self.is_drawing and point != self._tip:
                self._ink(self._tip, point)
                self._tip = point

    def finish(self) -> None:
        """Lift the pen: the gesture becomes one step to undo."""
        if self._gesture is None:
            return
        finished = self.drawing
        changed = bool(self._gesture)
        self._gesture = None
        if changed:
            self._advance(finished)

    def load(self, drawing: Drawing) -> None:
        """Replace the drawing with another, fitted to the canvas, as one step."""
        self.finish()
        self._advance(_fitted(drawing, self._finished))

    def clear(self) -> None:
        """Remove all ink, as one step."""
        self.finish()
        if not self._finished.is_empty:
            blank = replace(self._finished, strokes=(), pressures=(), times=())
            self._advance(replace(blank, label=None, extra={}))

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self._future.append(self._finished)
            self._restore(self._past.pop())

    def redo(self) -> None:
        """Take the step again that was taken back."""
        if self.can_redo:
            self._past.append(self._finished)
            self._restore(self._future.pop())

    def _advance(self, drawing: Drawing) -> None:
        self._past.append(self._finished)
        self._future.clear()
        self._finished = drawing
        self.drawing_changed.emit()

    def _restore(self, drawing: Drawing) -> None:
        # The pen is a tool, not ink: going back in time does not change it.
        self._finished = replace(drawing, pen_width=self._finished.pen_width)
        self.drawing_changed.emit()

    def _ink(self, start: Point, end: Point) -> None:
        """Add the part of a segment that lies on the canvas."""
        assert self._gesture is not None
        clipped = clip_segment(start, end, CANVAS_SIZE)
        if clipped is None:
            return
        first, last = clipped
        if not self._gesture or self._gesture[-1][-1] != first:
            self._gesture.append([first])  # pen down, or back on the canvas
        if last != first:
            self._gesture[-1].append(last)
        self.stroke_extended.emit(*first, *last)


def clip_segment(start: Point, end: Point, size: float) -> tuple[Point, Point] | None:
    """Return the part of a segment in the square 0 … `size`, or None (Liang, Barsky 1984)."""
    enter, leave = 0.0, 1.0
    for origin, target in zip(start, end, strict=True):
        step = target - origin
        if step == 0:
            if not 0 <= origin <= size:
                return None
            continue
        low, high = sorted((-origin / step, (size - origin) / step))
        enter, leave = max(enter, low), min(leave, high)
    if enter > leave:
        return None

    def at(place: float) -> Point:
        # The ends themselves stay exactly where they were.
        ends = {0.0: start, 1.0: end}
        x, y = ends.get(place) or (a + (b - a) * place for a, b in zip(start, end, strict=True))
        return min(max(x, 0.0), size), min(max(y, 0.0), size)

    return at(enter), at(leave)


def _fitted(drawing: Drawing, canvas_of: Drawing) -> Drawing:
    """Return `drawing` in the units of our own canvas, and with our pen where it names none."""
    if drawing.is_empty:
        blank = replace(canvas_of, strokes=(), pressures=(), times=())
        return replace(blank, label=drawing.label, extra=drawing.extra)
    if drawing.canvas is not None:
        width, height = drawing.canvas
    else:  # an unknown canvas: the ink fills most of ours
        low = [min(float(p[:, axis].min()) for p in drawing.strokes) for axis in (0, 1)]
        high = [max(float(p[:, axis].max()) for p in drawing.strokes) for axis in (0, 1)]
        margin = 0.2 * (max(high[0] - low[0], high[1] - low[1]) or 1.0)
        moved = tuple(stroke(p - (low[0] - margin, low[1] - margin)) for p in drawing.strokes)
        drawing = replace(drawing, strokes=moved)
        width, height = (high[axis] - low[axis] + 2 * margin for axis in (0, 1))
    scale = CANVAS_SIZE / max(width, height)
    offset = ((CANVAS_SIZE - width * scale) / 2, (CANVAS_SIZE - height * scale) / 2)
    pen = canvas_of.pen_width
    if drawing.pen_width is not None and drawing.canvas is not None:
        pen = drawing.pen_width * scale
    return replace(
        drawing,
        strokes=tuple(stroke(points * scale + offset) for points in drawing.strokes),
        canvas=(CANVAS_SIZE, CANVAS_SIZE),
        pen_width=pen,
    )
