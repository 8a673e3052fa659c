"""The page: a drawing or a picture, and how either is fitted to the canvas."""

from dataclasses import dataclass, replace

from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing, stroke

SQUARE = CANVAS_SIZE, CANVAS_SIZE
WIDE = 2 * CANVAS_SIZE, CANVAS_SIZE
"""The canvas's width and height in drawing units, for a digit, and for a whole number."""
CELL = CANVAS_SIZE / FRAME_SIZE
"""Drawing units in one pixel of 28, the unit of pen widths."""
PEN_WIDTHS = (1.0, 5.0)
DEFAULT_PEN_WIDTH = 1.6

Point = tuple[float, float]
"""x and y, in drawing units."""
Area = tuple[float, float, float, float]
"""Left, top, right and bottom, in drawing units."""


@dataclass(frozen=True, eq=False)
class Page:
    """What is on the canvas: a drawing, or a picture in place of one."""

    drawing: Drawing
    picture: Picture | None = None
    label: int | None = None
    """What it truly is, if it is a data set's digit as it stands there."""

    @property
    def is_empty(self) -> bool:
        """Whether it is blank."""
        return self.drawing.is_empty and self.picture is None

    @property
    def size(self) -> tuple[float, float]:
        """The canvas's width and height, in drawing units."""
        return self.drawing.canvas or SQUARE


def page_of(source: Drawing | Picture, last: Drawing, label: int | None = None) -> Page:
    """Return a page with a drawing or picture on it.

    A drawing gets the last page's canvas, a picture a square one. A drawing brings its own pen, if
    it names one, and a picture one as wide as its lines.
    """
    if isinstance(source, Picture):
        width = source.stroke_width * picture_place(source)[2]
        pen = _within_range(width) if width else last.pen_width
        return Page(replace(emptied(last), pen_width=pen, canvas=SQUARE), source, label)
    return Page(_fitted(source, last), None, label)


def picture_place(picture: Picture) -> tuple[float, float, float]:
    """Return where a picture lies on the canvas, centred and as large as fits.

    That is its left and its top, and the side of a pixel, in drawing units.
    """
    height, width = picture.ink.shape
    scale = CANVAS_SIZE / max(height, width)
    return (CANVAS_SIZE - width * scale) / 2, (CANVAS_SIZE - height * scale) / 2, scale


def emptied(drawing: Drawing) -> Drawing:
    """Return an empty drawing with the same canvas and pen."""
    return replace(drawing, strokes=(), pressures=(), times=(), label=None, extra={})


def _fitted(drawing: Drawing, canvas_of: Drawing) -> Drawing:
    """Return `drawing` in our canvas's units, with our pen if it names none."""
    if drawing.is_empty:
        return replace(emptied(canvas_of), label=drawing.label, extra=drawing.extra)
    if drawing.canvas is not None:
        width, height = drawing.canvas
    else:  # unknown canvas: let the ink fill most of ours
        low = [min(float(p[:, axis].min()) for p in drawing.strokes) for axis in (0, 1)]
        high = [max(float(p[:, axis].max()) for p in drawing.strokes) for axis in (0, 1)]
        margin = 0.2 * (max(high[0] - low[0], high[1] - low[1]) or 1.0)
        moved = tuple(stroke(p - (low[0] - margin, low[1] - margin)) for p in drawing.strokes)
        drawing = replace(drawing, strokes=moved)
        width, height = (high[axis] - low[axis] + 2 * margin for axis in (0, 1))
    size = canvas_of.canvas or SQUARE
    scale = min(size[0] / width, size[1] / height)
    offset = ((size[0] - width * scale) / 2, (size[1] - height * scale) / 2)
    pen = canvas_of.pen_width
    if drawing.pen_width is not None and drawing.canvas is not None:
        pen = _within_range(drawing.pen_width * scale)
    return replace(
        drawing,
        strokes=tuple(stroke(points * scale + offset) for points in drawing.strokes),
        canvas=size,
        pen_width=pen,
    )


def _within_range(width: float) -> float:
    """Return the nearest width, in drawing units, that a pen may have."""
    thinnest, thickest = (width * CELL for width in PEN_WIDTHS)
    return min(max(width, thinnest), thickest)


def widened(drawing: Drawing, size: tuple[float, float]) -> Drawing:
    """Return a drawing on a canvas of another size; it becomes smaller only if it must, to fit."""
    reach = max((float(points[:, 0].max()) for points in drawing.strokes), default=0.0)
    blank = replace(emptied(drawing), canvas=size)
    return replace(drawing, canvas=size) if reach <= size[0] else _fitted(drawing, blank)


def clip_segment(start: Point, end: Point, size: Point) -> tuple[Point, Point] | None:
    """Return the part of a segment on a canvas of a size, or None (Liang, Barsky 1984)."""
    enter, leave = 0.0, 1.0
    for origin, target, length in zip(start, end, size, strict=True):
        step = target - origin
        if step == 0:
            if not 0 <= origin <= length:
                return None
            continue
        low, high = sorted((-origin / step, (length - origin) / step))
        enter, leave = max(enter, low), min(leave, high)
    if enter > leave:
        return None

    def at(place: float) -> Point:
        # The ends themselves stay exactly where they were.
        ends = {0.0: start, 1.0: end}
        x, y = ends.get(place) or (a + (b - a) * place for a, b in zip(start, end, strict=True))
        return min(max(x, 0.0), size[0]), min(max(y, 0.0), size[1])

    return at(enter), at(leave)
