"""The sums of a convolution's input maps: a tile for each, with its picture and its bar."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.inspector.arrangement import GAP
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import (
    Label,
    colour_image,
    hairline,
    label,
    paint_centred,
    scaled_font,
)
from lenet_gui.ui.maps.eye import EYE, paint_crosses, paint_eye
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.wording import number

translate = QCoreApplication.translate

PADDING = 3
"""Logical pixels around a tile's contents."""
BAR = 5
"""Height of a bar, in logical pixels."""
WIDEST = "−0.00"
"""Room kept for a sum."""


class MapTiles:
    """Paints the tiles, in two steps: first what stays the same while the user draws."""

    def __init__(self, tiles: list[QRectF], font: QFont, has_pictures: bool, chosen: int) -> None:
        """Take the places, the font of names and sums, and the map that is framed, from 0."""
        self._tiles, self._chosen = tiles, chosen
        self._font, self._bold = font, scaled_font(font, 1, bold=True)
        self._names = font.toString(), self._bold.toString()
        self._height = QFontMetricsF(font).height()
        side = _picture_side(font)
        self._pictures = [
            QRectF(tile.left() + PADDING, tile.top() + PADDING, side, side)
            for tile in (tiles if has_pictures else ())
        ]
        self._tracks = [
            QRectF(
                tile.left() + PADDING,
                tile.bottom() - PADDING - BAR,
                tile.width() - 2 * PADDING,
                BAR,
            )
            for tile in tiles
        ]
        self._zeros = [
            QLineF(x, track.top() - 1, x, track.bottom() + 1)
            for track in self._tracks
            for x in (track.center().x(),)
        ]

    def paint_still(self, painter: QPainter) -> None:
        """Paint the names, the bars' tracks, and a frame around the chosen tile."""
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        for track in self._tracks:
            painter.drawRoundedRect(track, 2, 2)
        painter.setFont(self._font)
        for index in range(len(self._tiles)):
            painter.setPen(QColor(theme.text if index == self._chosen else theme.muted))
            text = label(_name(index, bool(self._pictures)), self._names[0])
            self._paint_text(painter, index, text, -0.5)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._tiles[self._chosen].adjusted(1, 1, -1, -1), 4, 4)

    def paint(self, painter: QPainter, maps: MapValues, sums: Array) -> None:
        """Paint the pictures of the `maps`, if there is room for them, and `sums` with bars."""
        theme = current_theme()
        if self._pictures:
            _, rows, columns = maps.values.shape
            shares = maps.shares().reshape(-1, columns)
            picture = colour_image(shares, maps.ramp(theme), maps.lowest, 1.0)
            for index, place in enumerate(self._pictures):
                painter.drawImage(place, picture, QRectF(0, index * rows, columns, rows))
            painter.setPen(hairline(theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(self._pictures)
        values = sums.tolist()
        scale = 2 * max(map(abs, values)) or 1.0
        colours = QColor(theme.negative), QColor(theme.positive)
        for track, value in zip(self._tracks, values, strict=True):
            length = track.width() * value / scale
            bar = QRectF(track.center().x(), track.top(), length, BAR)
            painter.fillRect(bar.normalized(), colours[value > 0])
        painter.setPen(hairline(theme.muted))
        painter.drawLines(self._zeros)
        painter.setPen(hairline(theme.text))
        painter.setFont(self._font)
        for index, value in enumerate(values):
            if index != self._chosen:
                self._paint_text(painter, index, label(_in_words(value), self._names[0]), 0.5)
        painter.setFont(self._bold)
        own = label(_in_words(values[self._chosen]), self._names[1])
        self._paint_text(painter, self._chosen, own, 0.5)

    def eye(self, index: int) -> QRectF:
        """Return the place of a map's eye, which switches it."""
        if self._pictures:
            corner = self._pictures[index].topRight() + QPointF(PADDING - EYE, -PADDING)
        else:
            corner = self._tiles[index].topLeft()
        return QRectF(corner, QSizeF(EYE, EYE))

    def paint_switches(self, painter: QPainter, off: frozenset[int], eyes: Iterable[int]) -> None:
        """Cross out the pictures of maps that are off, and paint the eyes of some maps."""
        theme = current_theme()
        if off and self._pictures:
            paint_crosses(painter, (self._pictures[index] for index in off), theme)
        for index in eyes:
            paint_eye(painter, self.eye(index), index in off, theme)

    def _paint_text(self, painter: QPainter, index: int, text: Label, line: float) -> None:
        """Paint a text beside the picture or in the middle, `line` lines below the tile's first."""
        tile = self._tiles[index]
        x = tile.center().x()
        if self._pictures:
            x = self._pictures[index].right() + 1.5 * PADDING + text.width / 2
        paint_centred(painter, x, tile.top() + PADDING + (1 + line) * self._height, text)


def tile_size(font: QFont, n_maps: int, has_picture: bool) -> QSizeF:
    """Return the size of a tile with text in its `font`, the gap to the next one included."""
    bold = QFontMetricsF(scaled_font(font, 1, bold=True))
    name = QFontMetricsF(font).horizontalAdvance(_name(n_maps - 1, has_picture))
    width = max(name, bold.horizontalAdvance(WIDEST)) + 2 * PADDING
    if has_picture:
        width += _picture_side(font) + PADDING
    return QSizeF(np.ceil(width) + GAP, np.ceil(2 * bold.height() + BAR + 2.5 * PADDING) + GAP)


def _name(index: int, in_full: bool) -> str:
    return translate("MapTiles", "map {0}").format(index + 1) if in_full else str(index + 1)


def _in_words(value: float) -> str:
    """Return a sum with its sign and two decimals, or with one if it is large."""
    return number(value, 2 if abs(value) < 9.995 else 1)


def _picture_side(font: QFont) -> float:
    return float(int(2 * QFontMetricsF(font).height()))
