"""A thin circle that shows how much paper a tool would touch."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRegion

from lenet_gui.core.framing.framing import Fit
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.receptive_field import cell, on_frame, seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.photo.picture import Picture
from lenet_gui.ui.canvas.ink_cache import picture_place
from lenet_gui.ui.document.page import Point
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme


class Footprint(QObject):
    """The circle, where there is one, in drawing units."""

    moved = Signal(QRectF)
    """It is gone from, or has come to, this square: nothing else has to be painted anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.circle: QRectF | None = None

    def show(self, point: Point, diameter: float) -> None:
        """Show it around a point; one without a diameter is none."""
        half = diameter / 2
        circle = QRectF(point[0] - half, point[1] - half, diameter, diameter)
        if circle != self.circle:
            self.hide()
            if diameter:
                self.circle = circle
                self.moved.emit(circle)

    def hide(self) -> None:
        """Take it away."""
        if self.circle is not None:
            gone, self.circle = self.circle, None
            self.moved.emit(gone)

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint it, so that it can be seen on ink and on paper."""
        if self.circle is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((theme.paper, 3.0), (theme.muted, 1.2)):
                painter.setPen(QPen(QColor(colour), width * pixel))
                painter.drawEllipse(self.circle)


def paint_invitation(painter: QPainter, paper: QRectF, font: QFont, theme: Theme) -> None:
    """Invite to draw, in the middle of the paper."""
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
            "Canvas", "0 to 9, any size, anywhere; with mouse, pen or finger"
        ),
    )


def outline_on_canvas(unit: Unit, fit: Fit | None, picture: Picture | None = None) -> QRectF | None:
    """Return, in drawing units, the rectangle of the canvas that a unit sees.

    `picture` is what lies on the canvas in place of a drawing, if anything does. None where nothing
    is drawn, and for a unit that sees nothing but the padding's paper.
    """
    if fit is None:
        return None
    seen = seen_by(unit.layer, unit.row, unit.column)
    region = on_frame(seen.get(LAYERS[0].name, cell(unit.row, unit.column)))
    if region.is_empty:
        return None
    corners = np.array(((region.left, region.top), (region.right, region.bottom)), np.float64)
    corners = fit.invert(corners)
    if picture is not None:  # in its pixels, so far
        place = picture_place(picture)
        corners = corners * (place.width() / picture.ink.shape[1]) + (place.left(), place.top())
    (left, top), (right, bottom) = corners.tolist()
    return QRectF(left, top, right - left, bottom - top)


def around(outline: QRectF) -> QRegion:
    """Return where an outline, in logical pixels, is painted; its inside is left out."""
    outer, inner = outline.adjusted(-3, -3, 3, 3), outline.adjusted(3, 3, -3, -3)
    return QRegion(outer.toAlignedRect()) - QRegion(inner.toRect())


def paint_outline(painter: QPainter, outline: QRectF, region: QRegion, theme: Theme) -> None:
    """Paint a dashed frame that can be seen on ink and on paper, where it is in the region."""
    if not region.intersects(around(outline)):
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.paper), 4))
    painter.drawRoundedRect(outline, 3, 3)
    painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(outline, 3, 3)
