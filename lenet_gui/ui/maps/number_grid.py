"""A small map as coloured cells, with numbers in them if they fit."""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.figure.colours import colour, readable_on
from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import RGB32, hairline, image_of, label, paint_centred
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.map_values import MapValues

READABLE = 24.0
"""Side of a cell, in logical pixels, from which it holds a number."""
LARGEST_FONT = 14
LETTERS = 5
"""Letters in a number such as −0.83."""


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
    if width < READABLE:
        return
    font = QFont(painter.font())
    font.setPixelSize(min(LARGEST_FONT, max(7, int(width / LETTERS * 1.4))))
    painter.setFont(font)
    name = font.toString()
    places = _middles(rect.topLeft().toTuple(), width, height, values.shape)
    cells = zip(places, values.ravel().tolist(), colours.ravel().tolist(), strict=True)
    for (x, y), value, background in cells:
        if value != value:
            continue  # NaN: a gap
        painter.setPen(readable_pen(background))
        paint_centred(painter, x, y, label(short_number(value), name))


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


def readable_pen(background: int) -> QPen:
    """Return a pen for text on 0xffRRGGBB, black or white."""
    return hairline(readable_on(background))


def short_number(value: float) -> str:
    """Return a number with two decimals, a real minus sign and no plus."""
    return decimal(value, 2)
