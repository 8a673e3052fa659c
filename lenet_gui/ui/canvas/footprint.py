"""A thin circle that shows how much paper a tool would touch."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from lenet_gui.ui.document.clipping import Point
from lenet_gui.ui.kit.theme import Theme


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
