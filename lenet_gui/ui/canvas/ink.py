"""Ink as it lies on the canvas: strokes as wide as they were pressed, or a picture."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing, Points, Values, width_factor
from lenet_gui.ui.kit.painting import colour_image
from lenet_gui.ui.kit.theme import Theme


def ink_painter(paper: QPixmap, scale: float) -> QPainter:
    """Return a painter in drawing units onto a pixmap; `scale` logical pixels make one."""
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    return painter


def paint_drawing(
    painter: QPainter, drawing: Drawing, colour: str, area: QRectF | None = None
) -> None:
    """Paint all strokes of a drawing, in its units; with an area, at least what is seen there."""
    pen_width = drawing.pen_width or 0.0
    pressures = drawing.pressures or [None] * len(drawing.strokes)
    for points, pressed in zip(drawing.strokes, pressures, strict=True):
        for part in _parts_in(area, points, pen_width) if area else (slice(None),):
            if pressed is None:
                _paint_even(painter, points[part], pen_width, colour)
            else:
                _paint_pressed(painter, points[part], pressed[part], pen_width, colour)


def _parts_in(area: QRectF, points: Points, pen_width: float) -> list[slice]:
    """Return the parts of a stroke of which some ink may lie in an area."""
    starts, ends = points[: max(1, len(points) - 1)], points[min(1, len(points) - 1) :]
    low, high = np.minimum(starts, ends) - pen_width, np.maximum(starts, ends) + pen_width
    near = (low <= (area.right(), area.bottom())).all(axis=1)
    near &= (high >= (area.left(), area.top())).all(axis=1)
    turns = np.flatnonzero(np.diff(near, prepend=False, append=False)).tolist()
    return [slice(first, last + 1) for first, last in zip(turns[::2], turns[1::2], strict=True)]


def _paint_even(painter: QPainter, points: Points, pen_width: float, colour: str) -> None:
    """Paint a stroke that is equally wide all along."""
    painter.setPen(round_pen(colour, pen_width))
    line = [QPointF(x, y) for x, y in points.tolist()]
    if len(line) == 1:
        painter.drawPoint(line[0])
    else:
        painter.drawPolyline(QPolygonF(line))


def _paint_pressed(
    painter: QPainter, points: Points, pressures: Values, pen_width: float, colour: str
) -> None:
    """Paint a stroke piece by piece, each as wide as its ends are on the average."""
    widths = (pen_width * width_factor(pressures)).tolist()
    line = [QPointF(x, y) for x, y in points.tolist()]
    if len(line) == 1:
        painter.setPen(round_pen(colour, widths[0]))
        painter.drawPoint(line[0])
    for place in range(len(line) - 1):
        painter.setPen(round_pen(colour, (widths[place] + widths[place + 1]) / 2))
        painter.drawLine(line[place], line[place + 1])


def paint_picture(painter: QPainter, picture: Picture, theme: Theme) -> None:
    """Paint a picture's ink in the middle of the canvas, as large as it goes, in drawing units."""
    image = colour_image(picture.ink, theme.ink_ramp, 0, 1)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(picture_place(picture), image)


def picture_place(picture: Picture) -> QRectF:
    """Return where on the canvas a picture lies, in drawing units."""
    height, width = picture.ink.shape
    scale = CANVAS_SIZE / max(height, width)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(QPointF(CANVAS_SIZE / 2, CANVAS_SIZE / 2))
    return place


def round_pen(colour: str, width: float) -> QPen:
    """Return the pen that draws ink."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
