"""A small map as coloured cells, with numbers in them if they fit."""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.figure.colours import colour, readable_on
from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import (
    RGB32,
    Label,
    hairline,
    image_of,
    label,
    paint_centred,
    scaled_font,
)
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.map_values import MapValues

LEAST = 0.85
"""Share of the usual text size down to which numbers shrink to fit their cells."""
NARROWEST = 75
"""Width in per cent to which their letters are squeezed when they can't shrink any more."""


def grid_size(values: Array, side: float, ratio: float) -> float:
    """Return a cell's side if the grid's longer side may be `side`."""
    return crisp(side, max(values.shape), ratio)


def paint_grid(painter: QPainter, rect: QRectF, shown: MapValues, theme: Theme) -> None:
    """Paint one map into `rect`; NaN leaves a gap."""
    values, ramp, high = shown.values, shown.ramp(theme), shown.strongest()
    low = shown.lowest * high
    rows, columns = values.shape
    is_gap = np.isnan(values)
    if is_gap.any():
        colours = colour(np.where(is_gap, np.float32(0), values), ramp, low, high)
        colours[is_gap] = QColor(theme.window).rgb()
    else:
        colours = colour(values, ramp, low, high)
    painter.drawImage(rect, image_of(colours))
    painter.setPen(hairline(theme.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
    width, height = rect.width() / columns, rect.height() / rows
    found = _number_font(painter.font().toString(), widest_number(high), width - 2)
    if found is None:
        return
    font, name = found
    painter.setFont(font)
    language = QLocale().name()
    places = _middles(rect.topLeft().toTuple(), width, height, values.shape)
    hundredths = np.rint(values * np.float64(100)).ravel().tolist()
    for (x, y), shown_in, background in zip(
        places, hundredths, colours.ravel().tolist(), strict=True
    ):
        if shown_in == shown_in:  # NaN is a gap
            painter.setPen(readable_pen(background))
            paint_centred(painter, x, y, _number_label(shown_in, name, language))


@lru_cache(maxsize=4096)
def _number_label(hundredths: float, font: str, language: str) -> Label:
    """Lay out a number with two decimals in the language in use.

    Formatting numbers takes longer than painting them.
    """
    return label(short_number(hundredths / 100), font)


@lru_cache(maxsize=32)
def _middles(
    corner: tuple[float, float], width: float, height: float, shape: tuple[int, int]
) -> list[tuple[float, float]]:
    """Return the centre of each cell, row by row."""
    left, top = corner
    rows, columns = shape
    return [
        (left + (column + 0.5) * width, top + (row + 0.5) * height)
        for row in range(rows)
        for column in range(columns)
    ]


def grid_image(size: float, shown: MapValues, theme: Theme, ratio: float) -> QImage:
    """Return a square map of side `size` as a picture, with its outline and a pixel around it.

    A window is repainted in many pieces, and each text is painted once for each of them. Painting
    a grid of numbers into an image first is faster.
    """
    side = math.ceil(size) + 2
    image = QImage(round(side * ratio), round(side * ratio), RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_grid(painter, QRectF(1, 1, size, size), shown, theme)
    painter.end()
    return image


def widest_number(bound: float) -> str:
    """Return a number at least as wide as those from -bound to bound."""
    return "−" + "0" * (len(str(int(bound))) - 1) + short_number(0)


def least_cell(font: QFont, widest: str) -> float:
    """Return the least side of a cell, in logical pixels, with a number as wide as `widest`."""
    least = _squeezed(scaled_font(font, LEAST), NARROWEST)
    return math.ceil(QFontMetricsF(least).horizontalAdvance(widest)) + 2


def number_font(font: QFont, widest: str, room: float) -> QFont:
    """Return `font`, or a smaller and narrower one in which numbers like `widest` fit into `room`.

    It is no smaller than LEAST times `font`, and its letters no narrower than NARROWEST per cent,
    even if the numbers are still too wide. Don't change it: it is cached.
    """
    found = _number_font(font.toString(), widest, room)
    return found[0] if found else _squeezed(scaled_font(font, LEAST), NARROWEST)


@lru_cache(maxsize=64)
def _number_font(font: str, widest: str, room: float) -> tuple[QFont, str] | None:
    """Return a font as `number_font` does, with its `toString()`; None if there is none."""
    usual = _font(font)
    fonts = [scaled_font(usual, share) for share in (1.0, 0.95, 0.9, LEAST)]
    fonts += [_squeezed(fonts[-1], stretch) for stretch in range(95, NARROWEST - 1, -2)]
    fits = (found for found in fonts if QFontMetricsF(found).horizontalAdvance(widest) <= room)
    fitting = next(fits, None)
    return None if fitting is None else (fitting, fitting.toString())


def _font(name: str) -> QFont:
    font = QFont()
    font.fromString(name)
    return font


def _squeezed(font: QFont, stretch: int) -> QFont:
    squeezed = QFont(font)
    squeezed.setStretch(stretch)
    return squeezed


def readable_pen(background: int) -> QPen:
    """Return a pen for text on 0xffRRGGBB, black or white."""
    return hairline(readable_on(background))


def short_number(value: float) -> str:
    """Return a number with two decimals, a real minus sign and no plus."""
    return decimal(value, 2)
