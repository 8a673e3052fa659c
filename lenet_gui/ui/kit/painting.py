"""Tools of painted widgets: fonts that fit, hairlines, coloured images, cached short labels."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QStaticText,
)

from lenet_gui.figure.colours import Ramp, colour

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
RGB32 = QImage.Format.Format_RGB32
"""A constant, because looking up an enum's member takes long in Python 3.11."""


def colour_image(values: NDArray[np.float32], ramp: Ramp, low: float, high: float) -> QImage:
    """Colour `values`, float32 (rows, columns), a pixel each; `low` … `high` span the ramp."""
    return image_of(colour(values, ramp, low, high))


def image_of(colours: NDArray[np.uint32]) -> QImage:
    """Return colours, uint32 0xffRRGGBB (rows, columns), as an image, a pixel each."""
    rows, columns = colours.shape
    image = QImage(colours.tobytes(), columns, rows, columns * 4, RGB32)
    return image.copy()  # the bytes above are freed with this call


@lru_cache(maxsize=64)
def hairline(colour: str) -> QPen:
    """Return a pen one device pixel wide. It is cached: don't change it."""
    pen = QPen(QColor(colour))
    pen.setCosmetic(True)
    return pen


def scaled_font(font: QFont, factor: float, bold: bool = False) -> QFont:
    """Return `font`, `factor` times as large."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    scaled.setBold(bold)
    return scaled


def fitting_font(font: QFont, text: str, width: float, least: float = 0.6) -> QFont:
    """Return `font`, or a smaller one if `text` would be wider than `width`.

    It is no smaller than `least` times `font`, even if the text is still too wide.
    """
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width:
        return font
    factor = max(least, width / needed)
    fitting = scaled_font(font, factor, font.bold())
    # Letters are placed on whole pixels, so text seldom shrinks as much as its font.
    while factor > least and QFontMetricsF(fitting).horizontalAdvance(text) > width - 1:
        factor = max(least, factor - 0.02)
        fitting = scaled_font(font, factor, font.bold())
    return fitting


def block_font(font: QFont, text: str, width: float, height: float, least: float = 0.6) -> QFont:
    """Return `font`, or a smaller one if `text`, wrapped between words, would not fit the room.

    It is no smaller than `least` times `font`, even if the text is still too large.
    """
    factor = 1.0
    while factor > least:
        fitting = scaled_font(font, factor, font.bold())
        if fits(fitting, text, width, height):
            return font if factor == 1 else fitting
        factor -= 0.05
    return scaled_font(font, least, font.bold())


def fits(font: QFont, text: str, width: float, height: float) -> bool:
    """Return whether a text, wrapped between words, fits a width and a height."""
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), WRAPPED, text)
    return needed.width() <= width and needed.height() <= height


def paint_ramp(painter: QPainter, rect: QRectF, ramp: Ramp, line: str) -> None:
    """Paint a colour scale from left to right with a thin outline."""
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    for place in (0, 64, 128, 192, 255):
        gradient.setColorAt(place / 255, QColor.fromRgb(int(ramp[place])))
    painter.fillRect(rect, gradient)
    painter.setPen(hairline(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


class Label(NamedTuple):
    """A text, and its width and height in logical pixels."""

    text: QStaticText
    width: float
    height: float


@lru_cache(maxsize=4096)
def label(text: str, font: str) -> Label:
    """Lay out a text in a font, given as its `toString()`."""
    parsed = QFont()
    parsed.fromString(font)
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(font=parsed)
    size = laid_out.size()
    return Label(laid_out, size.width(), size.height())


def paint_centred(painter: QPainter, x: float, y: float, shown: Label) -> None:
    """Paint a label centred on a point; the painter's font must be the label's."""
    text, width, height = shown
    painter.drawStaticText(QPointF(x - width / 2, y - height / 2), text)
