"""Ink kept as a pixmap: what is finished, and a copy that a growing stroke is painted onto."""

from dataclasses import replace
from operator import is_

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.canvas.ink import ink_painter, paint_drawing, paint_picture
from lenet_gui.ui.kit.theme import Theme


class Sheet:
    """The ink of one canvas. Of a drawing that has only grown, only the new strokes are painted."""

    def __init__(self) -> None:
        self.ink = QPixmap()
        """What is seen, to be painted onto."""
        self._finished = QPixmap()
        self._holds: Drawing | None = None
        """The drawing whose strokes are painted in `_finished`, as `_look` says."""
        self._look: tuple[object, ...] = ()

    def lay(
        self, source: Drawing | Picture, size: QSize, ratio: float, scale: float, theme: Theme
    ) -> None:
        """Show a drawing or a picture in `size` pixels; `scale` logical ones make a drawing's unit.

        The pixels are those that painting all of it anew would give.
        """
        self.ink = QPixmap()  # or Qt would copy the other before it is painted on
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
            if isinstance(source, Picture):
                paint_picture(painter, source, theme)
            else:
                paint_drawing(painter, source if added is None else added, theme.ink)
            painter.end()
        self.ink = QPixmap(self._finished)

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Copy the ink, and no more of it than is needed where pixels are whole ones."""
        ratio = self.ink.devicePixelRatio()
        if not ratio.is_integer():
            painter.drawPixmap(0, 0, self.ink)
            return
        for rect in region:  # type: ignore[attr-defined]
            part = QRectF(QPointF(rect.topLeft()) * ratio, QSizeF(rect.size()) * ratio)
            painter.drawPixmap(QRectF(rect), self.ink, part)


def _added(below: Drawing | None, drawing: Drawing | None) -> Drawing | None:
    """Return what of a drawing lies on top of another; None where they differ below."""
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
