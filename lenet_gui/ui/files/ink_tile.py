"""A picture's ink on paper, in a square."""

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.framing.raster import Image
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import colour_image, hairline
from lenet_gui.ui.kit.theme import UNIT


class InkTile(QWidget):
    """Ink on paper, as large as it fits in a square of at most `side` logical pixels."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._is_smooth = False
        self._image = colour_image(np.zeros((1, 1), np.float32), current_theme().ink_ramp, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(side)

    def sizeHint(self) -> QSize:
        """Return the size of the square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Return a size for low screens at which a digit can be made out."""
        return QSize(self._side, 7 * UNIT)

    def show_ink(self, ink: Image, smooth: bool = False) -> None:
        """Show ink, float32 (rows, columns) from 0 to 1, with smooth or hard pixel edges."""
        self._image = colour_image(ink, current_theme().ink_ramp, 0, 1)
        self._is_smooth = smooth
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the ink on it."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paper = QRect(0, 0, side, side)
        painter.fillRect(paper, QColor(current_theme().paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        size = QSizeF(self._image.size()).scaled(
            QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(paper).center())
        painter.drawImage(place, self._image)
        painter.setPen(hairline(current_theme().line))
        painter.drawRect(paper.adjusted(0, 0, -1, -1))
