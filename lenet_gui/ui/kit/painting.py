"""Small helpers that several painted widgets share."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QLinearGradient, QPainter, QPen

from lenet_gui.figure.colours import Ramp, colour

RGB32 = QImage.Format.Format_RGB32
"""Kept: in Python 3.11 an enum's member takes long to look up."""


def colour_image(values: NDArray[np.float32], ramp: Ramp, low: float, high: float) -> QImage:
    """Colour `values`, shape (rows, columns), one pixel each; `low` to `high` span the ramp."""
    return image_of(colour(values, ramp, low, high))


def image_of(colours: NDArray[np.uint32]) -> QImage:
    """Return colours, 0xffRRGGBB (rows, columns), as an image, one pixel each."""
    rows, columns = colours.shape
    image = QImage(colours.tobytes(), columns, rows, columns * 4, RGB32)
    return image.copy()  # the bytes above are freed with this call


@lru_cache(maxsize=64)
def hairline(colour: str) -> QPen:
    """Return a pen of one device pixel: the same one each time, which nobody changes."""
    pen = QPen(QColor(colour))
    pen.setCosmetic(True)
    return pen


def scaled_font(font: QFont, factor: float, bold: bool = False) -> QFont:
    """Return `font` at `factor` times its size."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    scaled.setBold(bold)
    return scaled


def fitting_font(font: QFont, text: str, width: float, least: float = 0.6) -> QFont:
    """Return `font`, or a smaller one where `text` would be wider than `width`.

    It is never smaller than `least` times as large: then the text is too long for its place.
    """
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width:
        return font
    factor = max(least, width / needed)
    fitting = scaled_font(font, factor, font.bold())
    # Letters stand on whole pixels: they are seldom as much narrower as their font is smaller.
    while factor > least and QFontMetricsF(fitting).horizontalAdvance(text) > width - 1:
        factor = max(least, factor - 0.02)
        fitting = scaled_font(font, factor, font.bold())
    return fitting


def paint_ramp(painter: QPainter, rect: QRectF, ramp: Ramp, line: str) -> None:
    """Paint a colour scale from left to right with a thin outline."""
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    for place in (0, 64, 128, 192, 255):
        gradient.setColorAt(place / 255, QColor.fromRgb(int(ramp[place])))
    painter.fillRect(rect, gradient)
    painter.setPen(hairline(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
