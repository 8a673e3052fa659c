"""The program's icons, drawn as paths: crisp at any size and in any theme's colours."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from lenet_gui.ui.kit.theme import Theme

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


def icon_path(name: str) -> QPainterPath:
    """Return an icon's lines on its grid of 24×24, for painting among other things."""
    return _PATHS[name]()


def switch_icon(name: str, theme: Theme) -> QIcon:
    """Return an icon for a switch: while that is on, the icon lies on the accent colour."""
    result = icon(name, theme)
    for scale in (1, 2, 3):
        pixmap = _pixmap(_PATHS[name](), QColor(theme.on_accent), scale)
        result.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.On)
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
    """The same arrow, bent to the right."""
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
    """A window on top of another."""
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


def _dock() -> QPainterPath:
    """A window whose right part is set off."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(4.5, 5.5, 15, 13), 1.5, 1.5)
    path.moveTo(13.5, 5.5)
    path.lineTo(13.5, 18.5)
    return path


def _inside() -> QPainterPath:
    """Layers that lie on each other."""
    path = QPainterPath(QPointF(12, 4.5))
    path.lineTo(20, 8.5)
    path.lineTo(12, 12.5)
    path.lineTo(4, 8.5)
    path.closeSubpath()
    for down in (3.5, 7.0):
        path.moveTo(4, 8.5 + down)
        path.lineTo(12, 12.5 + down)
        path.lineTo(20, 8.5 + down)
    return path


def _why() -> QPainterPath:
    """A question mark."""
    path = QPainterPath(QPointF(7.5, 8.5))
    path.cubicTo(7.5, 3.5, 16.5, 3.5, 16.5, 8.7)
    path.cubicTo(16.5, 12.2, 12, 12, 12, 15.5)
    path.moveTo(12, 19.4)
    path.lineTo(12, 19.5)
    return path


def _learn() -> QPainterPath:
    """A curve that rises between two axes."""
    path = QPainterPath(QPointF(4.5, 4.5))
    path.lineTo(4.5, 19.5)
    path.lineTo(19.5, 19.5)
    path.moveTo(7.5, 16)
    path.cubicTo(9.5, 8.5, 13, 7, 19, 6.5)
    return path


def _close() -> QPainterPath:
    """A cross."""
    path = QPainterPath(QPointF(6, 6))
    path.lineTo(18, 18)
    path.moveTo(18, 6)
    path.lineTo(6, 18)
    return path


def _check() -> QPainterPath:
    """A tick."""
    path = QPainterPath(QPointF(5, 12.5))
    path.lineTo(10, 17.5)
    path.lineTo(19, 7)
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


def _next() -> QPainterPath:
    """A triangle that points to a bar at its right."""
    path = QPainterPath(QPointF(7, 6.5))
    path.lineTo(14.5, 12)
    path.lineTo(7, 17.5)
    path.closeSubpath()
    path.moveTo(17.5, 6.5)
    path.lineTo(17.5, 17.5)
    return path


def _pen() -> QPainterPath:
    """A pencil that points to the lower left."""
    path = QPainterPath(QPointF(4.5, 19.5))
    path.lineTo(5.6, 15)
    path.lineTo(15.8, 4.8)
    path.quadTo(17, 3.6, 18.2, 4.8)
    path.lineTo(19.2, 5.8)
    path.quadTo(20.4, 7, 19.2, 8.2)
    path.lineTo(9, 18.4)
    path.closeSubpath()
    path.moveTo(13.4, 7.2)
    path.lineTo(16.8, 10.6)
    return path


def _eraser() -> QPainterPath:
    """A rubber on one of its edges, and the line along which it came."""
    path = QPainterPath(QPointF(9, 19.5))
    path.lineTo(4.3, 14.8)
    path.quadTo(3.5, 14, 4.3, 13.2)
    path.lineTo(12.2, 5.3)
    path.quadTo(13, 4.5, 13.8, 5.3)
    path.lineTo(18.7, 10.2)
    path.quadTo(19.5, 11, 18.7, 11.8)
    path.lineTo(11, 19.5)
    path.moveTo(8.3, 9.2)
    path.lineTo(14.8, 15.7)
    path.moveTo(7.5, 19.5)
    path.lineTo(20, 19.5)
    return path


def _mover() -> QPainterPath:
    """Arrows in all four directions."""
    path = QPainterPath()
    for quarter in range(4):
        arm = QPainterPath(QPointF(0, -1.2))
        arm.lineTo(0, -8.2)
        arm.moveTo(-2.6, -5.8)
        arm.lineTo(0, -8.4)
        arm.lineTo(2.6, -5.8)
        path.addPath(QTransform().translate(12, 12).rotate(90 * quarter).map(arm))
    return path


def _enlarge() -> QPainterPath:
    """Arrows into two corners."""
    arrow = QPainterPath(QPointF(13.5, 10.5))
    arrow.lineTo(19, 5)
    arrow.moveTo(14, 5)
    arrow.lineTo(19, 5)
    arrow.lineTo(19, 10)
    path = QPainterPath(arrow)
    path.addPath(QTransform().translate(12, 12).rotate(180).translate(-12, -12).map(arrow))
    return path


def _eye() -> QPainterPath:
    """An open eye."""
    path = QPainterPath(QPointF(2.5, 12))
    path.cubicTo(6.5, 4.5, 17.5, 4.5, 21.5, 12)
    path.cubicTo(17.5, 19.5, 6.5, 19.5, 2.5, 12)
    path.addEllipse(QPointF(12, 12), 2.6, 2.6)
    return path


def _closed_eye() -> QPainterPath:
    """A closed eye with its lashes."""
    path = QPainterPath(QPointF(2.5, 9.5))
    path.cubicTo(6.5, 16.5, 17.5, 16.5, 21.5, 9.5)
    for x, y, end_x, end_y in (
        (5.8, 12.9, 4.2, 16),
        (9.8, 14.7, 9.2, 18),
        (14.2, 14.7, 14.8, 18),
        (18.2, 12.9, 19.8, 16),
    ):
        path.moveTo(x, y)
        path.lineTo(end_x, end_y)
    return path


def _compare() -> QPainterPath:
    """Two sheets side by side."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(3.5, 5.5, 7, 13), 1.5, 1.5)
    path.addRoundedRect(QRectF(13.5, 5.5, 7, 13), 1.5, 1.5)
    return path


def _pin() -> QPainterPath:
    """A drawing pin, seen from the side."""
    path = QPainterPath(QPointF(8, 4))
    path.lineTo(16, 4)
    path.moveTo(9.5, 4)
    path.lineTo(9, 10)
    path.lineTo(6.5, 13.5)
    path.lineTo(17.5, 13.5)
    path.lineTo(15, 10)
    path.lineTo(14.5, 4)
    path.moveTo(12, 13.5)
    path.lineTo(12, 20.5)
    return path


def _swap() -> QPainterPath:
    """An arrow to the right above one to the left."""
    path = QPainterPath(QPointF(4, 8.5))
    path.lineTo(19.5, 8.5)
    path.moveTo(16, 5)
    path.lineTo(19.5, 8.5)
    path.lineTo(16, 12)
    path.moveTo(20, 16)
    path.lineTo(4.5, 16)
    path.moveTo(8, 12.5)
    path.lineTo(4.5, 16)
    path.lineTo(8, 19.5)
    return path


_PATHS: dict[str, Callable[[], QPainterPath]] = {
    "undo": _undo,
    "redo": _redo,
    "clear": _clear,
    "pen": _pen,
    "eraser": _eraser,
    "mover": _mover,
    "enlarge": _enlarge,
    "float": _float,
    "dock": _dock,
    "inside": _inside,
    "why": _why,
    "learn": _learn,
    "compare": _compare,
    "pin": _pin,
    "swap": _swap,
    "close": _close,
    "eye": _eye,
    "closed-eye": _closed_eye,
    "check": _check,
    "play": _play,
    "pause": _pause,
    "next": _next,
}
