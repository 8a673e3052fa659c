"""What is painted over the paper: the tool's footprint, the invitation, a unit's outline."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRegion

from lenet_gui.core.framing.framing import Fit
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.receptive_field import cell, on_frame, seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.canvas.ink_cache import paint_drawing
from lenet_gui.ui.document.page import Point, picture_place
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme


class Footprint(QObject):
    """A thin circle, in drawing units, around what a tool would touch."""

    moved = Signal(QRectF)
    """It left or entered this square: only that needs repainting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.circle: QRectF | None = None

    def show(self, point: Point, diameter: float) -> None:
        """Show it around a point; with a diameter of 0, nothing."""
        half = diameter / 2
        circle = QRectF(point[0] - half, point[1] - half, diameter, diameter)
        if circle != self.circle:
            self.hide()
            if diameter:
                self.circle = circle
                self.moved.emit(circle)

    def hide(self) -> None:
        """Hide it."""
        if self.circle is not None:
            gone, self.circle = self.circle, None
            self.moved.emit(gone)

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint it, visible on both ink and paper."""
        if self.circle is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((theme.paper, 3.0), (theme.muted, 1.2)):
                painter.setPen(QPen(QColor(colour), width * pixel))
                painter.drawEllipse(self.circle)


def paint_invitation(painter: QPainter, paper: QRectF, font: QFont, theme: Theme) -> None:
    """Paint the invitation to draw in the middle of the paper."""
    painter.setPen(QColor(theme.muted))
    painter.setFont(scaled_font(font, 1.6))
    sheet = paper.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
    height = painter.fontMetrics().height()
    title = QRectF(sheet.left(), sheet.center().y() - height, sheet.width(), height)
    text = QCoreApplication.translate("Canvas", "Draw a digit")
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(font)
    below = QRectF(sheet)
    below.setTop(title.bottom() + UNIT // 2)
    painter.drawText(
        below,
        Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
        QCoreApplication.translate(
            "Canvas", "or a whole number, any size, anywhere, with mouse, pen or finger"
        ),
    )


def outline_on_canvas(
    unit: Unit, fit: Fit | None, picture: Picture | None = None, corner: Point = (0.0, 0.0)
) -> QRectF | None:
    """Return the rectangle of the canvas that a unit sees, in drawing units.

    `picture` is the picture on the page, if there is one instead of a drawing. What was read may be
    cut out of it, at `corner`. None if nothing is drawn, or if the unit sees only padding.
    """
    if fit is None:
        return None
    seen = seen_by(unit.layer, unit.row, unit.column)
    region = on_frame(seen.get(LAYERS[0].name, cell(unit.row, unit.column)))
    if region.is_empty:
        return None
    corners = np.array(((region.left, region.top), (region.right, region.bottom)), np.float64)
    corners = fit.invert(corners) + corner
    if picture is not None:  # so far in its pixels
        left, top, scale = picture_place(picture)
        corners = corners * scale + (left, top)
    (left, top), (right, bottom) = corners.tolist()
    return QRectF(left, top, right - left, bottom - top)


def only_stroke(drawing: Drawing, index: int) -> Drawing:
    """Return a drawing of one of its strokes."""
    part = slice(index, index + 1)
    return replace(
        drawing,
        strokes=drawing.strokes[part],
        pressures=drawing.pressures[part],
        times=drawing.times[part],
    )


def paint_marked_stroke(painter: QPainter, stroke: Drawing, theme: Theme, pixel: float) -> None:
    """Paint a stroke over all others, with an edge; `pixel` is one in drawing units."""
    width = stroke.pen_width or 0.0
    for more, colour in ((10, theme.paper), (7, theme.accent), (2, theme.paper), (0, theme.ink)):
        paint_drawing(painter, replace(stroke, pen_width=width + more * pixel), colour)


def around(outline: QRectF) -> QRegion:
    """Return the region that an outline covers, in logical pixels, without its inside."""
    outer, inner = outline.adjusted(-3, -3, 3, 3), outline.adjusted(3, 3, -3, -3)
    return QRegion(outer.toAlignedRect()) - QRegion(inner.toRect())


def paint_outline(painter: QPainter, outline: QRectF, region: QRegion, theme: Theme) -> None:
    """Paint the part of a dashed frame in `region`, visible on both ink and paper."""
    if not region.intersects(around(outline)):
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.paper), 4))
    painter.drawRoundedRect(outline, 3, 3)
    painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(outline, 3, 3)
