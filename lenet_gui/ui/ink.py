"""Ink as it lies on the canvas: strokes as wide as they were pressed, or a picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from lenet_gui.core.drawing import CANVAS_SIZE, Drawing, Points, Values, width_factor
from lenet_gui.core.picture import Picture
from lenet_gui.ui.painting import colour_image
from lenet_gui.ui.theme import Theme


def ink_painter(paper: QPixmap, scale: float) -> QPainter:
    """Return a painter in drawing units onto a pixmap; `scale` logical pixels make one."""
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    return painter


def paint_drawing(painter: QPainter, drawing: Drawing, colour: str) -> None:
    """Paint all strokes of a drawing, in its units."""
    pen_width = drawing.pen_width or 0.0
    for number, points in enumerate(drawing.strokes):
        if drawing.pressures:
            _paint_pressed(painter, points, drawing.pressures[number], pen_width, colour)
            continue
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
