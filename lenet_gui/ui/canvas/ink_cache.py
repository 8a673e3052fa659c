"""Painting ink, strokes or a picture, and caching it as a pixmap."""

from dataclasses import replace
from math import ceil, floor
from operator import is_

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QRegion

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing, Points, Values, width_factor
from lenet_gui.ui.document.page import CELL, picture_place
from lenet_gui.ui.kit.painting import colour_image
from lenet_gui.ui.kit.theme import Theme


def ink_painter(paper: QPixmap, scale: float) -> QPainter:
    """Return a painter on a pixmap, in drawing units of `scale` logical pixels."""
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    return painter


def paint_source(
    painter: QPainter, source: Drawing | Picture, theme: Theme, area: QRectF | None = None
) -> None:
    """Paint a drawing or a picture in drawing units; given an area, at least what is in it."""
    if isinstance(source, Picture):
        paint_picture(painter, source, theme, area)
    else:
        paint_drawing(painter, source, theme.ink, area)


def paint_drawing(
    painter: QPainter, drawing: Drawing, colour: str, area: QRectF | None = None
) -> None:
    """Paint a drawing's strokes in its units; given an area, at least those visible in it."""
    pen_width = drawing.pen_width or 0.0
    pressures = drawing.pressures or [None] * len(drawing.strokes)
    for points, pressed in zip(drawing.strokes, pressures, strict=True):
        for part in _parts_in(area, points, pen_width) if area else (slice(None),):
            if pressed is None:
                _paint_even(painter, points[part], pen_width, colour)
            else:
                _paint_pressed(painter, points[part], pressed[part], pen_width, colour)


def _parts_in(area: QRectF, points: Points, pen_width: float) -> list[slice]:
    """Return the parts of a stroke whose ink may reach into an area."""
    starts, ends = points[: max(1, len(points) - 1)], points[min(1, len(points) - 1) :]
    low, high = np.minimum(starts, ends) - pen_width, np.maximum(starts, ends) + pen_width
    near = (low <= (area.right(), area.bottom())).all(axis=1)
    near &= (high >= (area.left(), area.top())).all(axis=1)
    turns = np.flatnonzero(np.diff(near, prepend=False, append=False)).tolist()
    return [slice(first, last + 1) for first, last in zip(turns[::2], turns[1::2], strict=True)]


def _paint_even(painter: QPainter, points: Points, pen_width: float, colour: str) -> None:
    """Paint a stroke of constant width."""
    painter.setPen(round_pen(colour, pen_width))
    line = [QPointF(x, y) for x, y in points.tolist()]
    if len(line) == 1:
        painter.drawPoint(line[0])
    else:
        painter.drawPolyline(QPolygonF(line))


def _paint_pressed(
    painter: QPainter, points: Points, pressures: Values, pen_width: float, colour: str
) -> None:
    """Paint a stroke piece by piece, each with the mean width of its ends."""
    widths = (pen_width * width_factor(pressures)).tolist()
    line = [QPointF(x, y) for x, y in points.tolist()]
    if len(line) == 1:
        painter.setPen(round_pen(colour, widths[0]))
        painter.drawPoint(line[0])
    for place in range(len(line) - 1):
        painter.setPen(round_pen(colour, (widths[place] + widths[place + 1]) / 2))
        painter.drawLine(line[place], line[place + 1])


def paint_picture(
    painter: QPainter, picture: Picture, theme: Theme, area: QRectF | None = None
) -> None:
    """Paint a picture's ink on its place; given an area, at least what is visible in it."""
    left, top, scale = picture_place(picture)
    height, width = picture.ink.shape
    columns, rows = slice(0, width), slice(0, height)
    if area is not None:
        columns = _pixels((area.left() - left) / scale, (area.right() - left) / scale, width)
        rows = _pixels((area.top() - top) / scale, (area.bottom() - top) / scale, height)
    ink = picture.ink[rows, columns]
    if ink.size:
        height, width = ink.shape
        corner = QPointF(left + columns.start * scale, top + rows.start * scale)
        image = colour_image(ink, theme.ink_ramp, 0, 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner, QSizeF(width * scale, height * scale)), image)


def _pixels(first: float, last: float, count: int) -> slice:
    """Return the pixels of `count` between two places, and those that reach in between smoothly."""
    return slice(max(floor(first) - 2, 0), max(min(ceil(last) + 2, count), 0))


def round_pen(colour: str, width: float) -> QPen:
    """Return the pen that draws ink."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Sheet:
    """The ink of one canvas. If a drawing has only grown, only new strokes are painted."""

    def __init__(self) -> None:
        self.ink = QPixmap()
        """The visible ink, to which growing strokes are added."""
        self._finished = QPixmap()
        self._holds: Drawing | None = None
        """The drawing whose strokes `_finished` shows, painted with `_look`."""
        self._look: tuple[object, ...] = ()

    def lay(
        self, source: Drawing | Picture, size: QSize, ratio: float, scale: float, theme: Theme
    ) -> None:
        """Show a drawing or a picture in `size` pixels, with `scale` logical pixels per unit.

        The result is identical to repainting everything.
        """
        self.ink = QPixmap()  # or Qt would copy it before painting on it
        look = (size, ratio, scale, theme)
        drawing = source if isinstance(source, Drawing) else None
        added = _added(self._holds, drawing) if look == self._look else None
        if added is None:
            self._finished = QPixmap(size)
            self._finished.setDevicePixelRatio(ratio)
            self._finished.fill(Qt.GlobalColor.transparent)
        self._holds, self._look = drawing, look
        if not self._finished.isNull():
            painter = ink_painter(self._finished, scale)
            paint_source(painter, source if added is None else added, theme)
            painter.end()
        self.ink = QPixmap(self._finished)

    def lay_in(self, source: Drawing | Picture, area: QRectF, scale: float, theme: Theme) -> None:
        """Show a drawing or a picture anew in an area, in drawing units."""
        painter = ink_painter(self.ink, scale)
        painter.setClipRect(area)  # Qt rounds it to whole pixels; all of them are cleared first
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(area.adjusted(-CELL, -CELL, CELL, CELL), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint_source(painter, source, theme, area)
        painter.end()

    def add(self, start: QPointF, end: QPointF, width: float, scale: float, theme: Theme) -> None:
        """Add a straight piece of line, in drawing units."""
        painter = ink_painter(self.ink, scale)
        painter.setPen(round_pen(theme.ink, width))
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)
        painter.end()

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Copy the ink, and only the needed part if pixels map to whole device pixels."""
        ratio = self.ink.devicePixelRatio()
        if not ratio.is_integer():
            painter.drawPixmap(0, 0, self.ink)
            return
        for rect in region:  # type: ignore[attr-defined]
            part = QRectF(QPointF(rect.topLeft()) * ratio, QSizeF(rect.size()) * ratio)
            painter.drawPixmap(QRectF(rect), self.ink, part)


def _added(below: Drawing | None, drawing: Drawing | None) -> Drawing | None:
    """Return the strokes that `drawing` has on top of `below`; None if it differs below."""
    if below is None or drawing is None or below.pen_width != drawing.pen_width:
        return None
    count = len(below.strokes)
    if len(drawing.strokes) < count or not all(map(is_, below.strokes, drawing.strokes)):
        return None
    pressures = drawing.pressures[:count]
    if len(below.pressures) != len(pressures) or not all(map(is_, below.pressures, pressures)):
        return None
    return replace(
        drawing,
        strokes=drawing.strokes[count:],
        pressures=drawing.pressures[count:],
        times=drawing.times[count:],
    )
