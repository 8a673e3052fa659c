"""What a unit sees of the user's own ink."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from lenet_gui.core.framing.fit import Fit
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.receptive_field import cell, on_frame, seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.photo.picture import Picture
from lenet_gui.ui.canvas.ink import picture_place
from lenet_gui.ui.kit.theme import Theme


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
