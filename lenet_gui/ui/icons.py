"""The program's icons, drawn as paths: crisp at any size and in any theme's colours."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from lenet_gui.ui.theme import Theme

GRID = 24.0
"""Icons are drawn on a grid of 24×24."""


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon called `name`, one of those in _PATHS, in a theme's text colours."""
    result = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, QColor(theme.text)),
        (QIcon.Mode.Disabled, QColor(theme.disabled)),
    ):
        for scale in (1, 2, 3):
            result.addPixmap(_pixmap(_PATHS[name](), colour, scale), mode)
    return result


def _pixmap(path: QPainterPath, colour: QColor, scale: int) -> QPixmap:
    pixmap = QPixmap(QSize(int(GRID), int(GRID)) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return pixmap


def _undo() -> QPainterPath:
    """An arrow that bends back to the left."""
    path = QPainterPath(QPointF(8.5, 4.5))
    path.lineTo(4.5, 8.5)
    path.lineTo(8.5, 12.5)
    path.moveTo(4.5, 8.5)
    path.lineTo(14, 8.5)
    path.arcTo(QRectF(8.5, 8.5, 11, 11), 90, -180)
    path.lineTo(9, 19.5)
    return path


def _redo() -> QPainterPath:
    """The same to the right."""
    return QTransform(-1, 0, 0, 1, GRID, 0).map(_undo())


def _clear() -> QPainterPath:
    """A waste-paper bin."""
    path = QPainterPath(QPointF(4.5, 7))
    path.lineTo(19.5, 7)
    path.moveTo(9, 7)
    path.lineTo(9.7, 4.5)
    path.lineTo(14.3, 4.5)
    path.lineTo(15, 7)
    path.moveTo(6.5, 7)
    path.lineTo(7.5, 19.5)
    path.lineTo(16.5, 19.5)
    path.lineTo(17.5, 7)
    path.moveTo(10.3, 10.5)
    path.lineTo(10.6, 16)
    path.moveTo(13.7, 10.5)
    path.lineTo(13.4, 16)
    return path


def _float() -> QPainterPath:
    """A window that lies on another."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(8.5, 4.5, 11, 11), 1.5, 1.5)
    path.moveTo(15.5, 15.5)
    path.lineTo(15.5, 18)
    path.quadTo(15.5, 19.5, 14, 19.5)
    path.lineTo(6, 19.5)
    path.quadTo(4.5, 19.5, 4.5, 18)
    path.lineTo(4.5, 10)
    path.quadTo(4.5, 8.5, 6, 8.5)
    path.lineTo(8.5, 8.5)
    return path


def _close() -> QPainterPath:
    """A cross."""
    path = QPainterPath(QPointF(6, 6))
    path.lineTo(18, 18)
    path.moveTo(18, 6)
    path.lineTo(6, 18)
    return path


def _play() -> QPainterPath:
    """A triangle that points to the right."""
    path = QPainterPath(QPointF(8, 5.5))
    path.lineTo(18.5, 12)
    path.lineTo(8, 18.5)
    path.closeSubpath()
    return path


def _pause() -> QPainterPath:
    """Two bars."""
    path = QPainterPath(QPointF(9, 6))
    path.lineTo(9, 18)
    path.moveTo(15, 6)
    path.lineTo(15, 18)
    return path


_PATHS: dict[str, Callable[[], QPainterPath]] = {
    "undo": _undo,
    "redo": _redo,
    "clear": _clear,
    "float": _float,
    "close": _close,
    "play": _play,
    "pause": _pause,
}
