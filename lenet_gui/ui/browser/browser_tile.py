"""One digit of a data set as a tile: its ink, its label, and how it was misread, if at all."""

from collections import OrderedDict
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from lenet_gui.core.datasets.gallery import NOTHING, Gallery, Ink
from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.figure.colours import Ramp
from lenet_gui.ui.canvas.ink_cache import paint_drawing
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import image_of
from lenet_gui.ui.kit.theme import UNIT, Theme

CELL = 2
"""Logical pixels in one pixel of 28."""
INKED = 20 / FRAME_SIZE
"""Share of a tile's side that a drawing's longer side takes, as in MNIST."""
PEN = 2.4 / FRAME_SIZE
"""The pen's width as a share of a tile's side, whatever the drawing's own pen."""
KEPT = 512
"""Number of images in the cache: those painted most recently."""


class Tiles:
    """Paints tiles, and caches the images of the most recent ones."""

    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery
        self._theme, self._ratio = current_theme(), 1.0
        self._images: OrderedDict[int, QImage] = OrderedDict()

    def set_look(self, theme: Theme, ratio: float) -> None:
        """Paint in the colours of `theme`, with `ratio` device pixels per logical one."""
        if (theme, ratio) != (self._theme, self._ratio):
            self._theme, self._ratio = theme, ratio
            self._images.clear()

    @property
    def side(self) -> int:
        """Device pixels along an image: each pixel of 28 is a whole number of them wide."""
        return FRAME_SIZE * max(1, round(CELL * self._ratio))

    def size(self, metrics: QFontMetrics) -> QSize:
        """Return the size of a tile, in logical pixels."""
        words = max(metrics.horizontalAdvance(wrong_caption(0, read)) for read in (0, NOTHING))
        image = round(self.side / self._ratio)
        return QSize(max(image, words) + 2 * UNIT, image + metrics.height() + 2 * UNIT)

    def is_ready(self, index: int) -> bool:
        """Whether a tile's image has been made."""
        return index in self._images

    def prepare(self, index: int) -> None:
        """Make a tile's image."""
        kept = self._gallery.sources[index]
        if isinstance(kept, Drawing):
            image = drawing_image(kept, self.side, self._theme)
        else:
            image = ink_image(kept, self.side, self._theme.ink_ramp)
        image.setDevicePixelRatio(self._ratio)
        self._images[index] = image
        if len(self._images) > KEPT:
            self._images.popitem(last=False)

    def paint(self, painter: QPainter, tile: QRect, index: int, ring: str, width: int) -> None:
        """Paint a tile; `ring` is a colour to outline it in, or empty."""
        theme, gallery, side = self._theme, self._gallery, self.side / self._ratio
        # On whole device pixels, or its pixels would blur.
        left = round((tile.x() + (tile.width() - side) / 2) * self._ratio) / self._ratio
        top = round((tile.y() + UNIT // 2) * self._ratio) / self._ratio
        place = QRectF(left, top, side, side)
        is_wrong = gallery.is_wrong(index)
        if ring:
            painter.setPen(QPen(QColor(ring), width))
            painter.setBrush(QColor(theme.hover))
            half = width / 2
            painter.drawRoundedRect(QRectF(tile).adjusted(half, half, -half, -half), 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        image = self._images.get(index)
        if image is None:
            painter.fillRect(place, QColor(theme.paper))
        else:
            self._images.move_to_end(index)
            painter.drawImage(place.topLeft(), image)
        painter.setPen(QPen(QColor(theme.positive if is_wrong else theme.line), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        words = QRectF(tile).adjusted(0, side + UNIT, 0, -UNIT // 2)
        painter.setPen(QColor(theme.text if is_wrong else theme.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, caption(gallery, index))


def caption(gallery: Gallery, index: int) -> str:
    """Return the text below a digit: its label and, if it was misread, the wrong answer."""
    label = gallery.labels[index]
    if not gallery.is_wrong(index):
        return str(label)
    return wrong_caption(label, gallery.answers[index])


def wrong_caption(label: int, read: int) -> str:
    """Return the text below a digit that was misread."""
    if read == NOTHING:
        return QCoreApplication.translate("Tiles", "{0}, no ink").format(label)
    return QCoreApplication.translate("Tiles", "{0}, read {1}").format(label, read)


def ink_image(ink: Ink, side: int, ramp: Ramp) -> QImage:
    """Return an image of `side` pixels, each of 28 a whole number of them wide."""
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    return image_of(np.asarray(ramp)[ink]).scaled(side, side, ratio)


def drawing_image(drawing: Drawing, side: int, theme: Theme) -> QImage:
    """Return a drawing in the middle of an image of `side` pixels, all of them paper or ink."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.paper))
    if drawing.is_empty:
        return image
    points = np.concatenate(drawing.strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = side * INKED / (float((high - low).max()) or 1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(scale, scale)
    painter.translate(-QPointF(*((low + high) / 2).tolist()))
    paint_drawing(painter, replace(drawing, pen_width=PEN * side / scale), theme.ink)
    painter.end()
    return image
