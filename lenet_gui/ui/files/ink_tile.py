"""A small square that shows ink."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.framing.raster import Image
from lenet_gui.ui.kit.painting import colour_image, hairline
from lenet_gui.ui.kit.theme import Theme


class InkTile(QWidget):
    """Ink on paper, as large as it goes in a square of so many logical pixels."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        self._is_smooth = False
        self._image = colour_image(np.zeros((1, 1), np.float32), theme.ink_ramp, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def show_ink(self, ink: Image, smooth: bool = False) -> None:
        """Show ink, float32 (rows, columns) from 0 to 1; `smooth` for what is no pixel picture."""
        self._image = colour_image(ink, self._theme.ink_ramp, 0, 1)
        self._is_smooth = smooth
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the ink on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        size = QSizeF(self._image.size()).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self._image)
        painter.setPen(hairline(self._theme.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
