"""The eye that switches a map off and on, and the cross over a map that is off."""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from lenet_gui.ui.kit.icons import GRID, icon_path
from lenet_gui.ui.kit.theme import Theme

translate = QCoreApplication.translate

SOLID = Qt.PenStyle.SolidLine
EYE = 16.0
"""Side of an eye's box, in logical pixels."""
LEAST_TILE = (26.0, 20.0)
"""Width and height of a tile from which it has room for an eye, in logical pixels."""


def eye_place(tile: QRectF, right: float) -> QRectF:
    """Return the eye's place at a tile's upper right corner, not beyond `right`.

    It hides as little of the map as it can. It is empty if the tile is too small.
    """
    if tile.width() < LEAST_TILE[0] or tile.height() < LEAST_TILE[1]:
        return QRectF()
    left = min(tile.right() - EYE / 2, right - EYE)
    return QRectF(left, tile.top(), EYE, EYE)


def paint_eye(painter: QPainter, place: QRectF, is_off: bool, theme: Theme) -> None:
    """Paint an eye, closed if the map is off, on a box of its own."""
    painter.drawImage(place, _eye_in_box(is_off, theme, painter.device().devicePixelRatioF()))


@lru_cache(maxsize=8)
def _eye_in_box(is_off: bool, theme: Theme, ratio: float) -> QImage:
    """Return the eye as a picture, which is many times faster to paint than its lines."""
    side = ceil(EYE * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(side / EYE)
    image.fill(Qt.GlobalColor.transparent)
    box = QRectF(0, 0, EYE, EYE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.text if is_off else theme.line), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    paint_bare_eye(painter, box, is_off, theme.text)
    painter.end()
    return image


def paint_bare_eye(painter: QPainter, box: QRectF, is_off: bool, colour: str) -> None:
    """Paint an eye, closed if the map is off, without a box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = (box.width() - 3) / GRID
    place = QTransform().translate(box.left() + 1.5, box.top() + 1.5).scale(scale, scale)
    painter.setPen(QPen(QColor(colour), 1.3, SOLID, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(place.map(icon_path("closed-eye" if is_off else "eye")))


def paint_crosses(painter: QPainter, tiles: Iterable[QRectF], theme: Theme) -> None:
    """Cross tiles out, in the colour of text, which no value has, on a halo."""
    lines = [
        line
        for tile in tiles
        for line in (
            QLineF(tile.topLeft(), tile.bottomRight()),
            QLineF(tile.bottomLeft(), tile.topRight()),
        )
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((theme.window, 3.6), (theme.text, 1.4)):
        painter.setPen(QPen(QColor(colour), width, SOLID, Qt.PenCapStyle.FlatCap))
        painter.drawLines(lines)
    painter.restore()


def switch_tip(is_off: bool) -> str:
    """Return what a click on the eye does."""
    if is_off:
        return translate("Eye", "Turn it on again (O)")
    return translate("Eye", "Turn it off, to see how the network reads without it (O)")
