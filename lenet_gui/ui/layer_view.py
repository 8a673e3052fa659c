"""One layer of the network: a header, and its activations as crisp tiles."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.core.architecture import Layer
from lenet_gui.core.network import Array
from lenet_gui.ui.painting import (
    colour_image,
    crisp,
    hairline,
    paint_ramp,
    scaled_font,
    snap,
)
from lenet_gui.ui.theme import LIGHT, UNIT, Ramp, Theme

LEGEND_WIDTH = 5 * UNIT
UNIT_HEIGHT = 26.0
"""Largest height of a single unit's cell."""


@dataclass(frozen=True)
class Tiling:
    """How a layer's maps are laid out: `columns` a row, in a row wide enough for `span` of them."""

    columns: int
    span: int

    def rows(self, layer: Layer) -> int:
        """Return how many rows of tiles the layer's maps fill."""
        return -(-layer.maps // self.columns)


class LayerView(QWidget):
    """Shows one layer's activations of one image.

    Colours span fixed values: 0 … 1 for ink and probabilities, -1 … 1 for what tanh gives.
    """

    def __init__(self, layer: Layer, tiling: Tiling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.tiling = tiling
        self._theme = LIGHT
        self._tiles: list[QRectF] = []
        self._image: QImage | None = None
        self.values: Array | None = None
        # Ink and probabilities are never negative; tanh and averages of it are signed.
        self._is_signed = layer.activation == "tanh" or layer.kind == "pooling"
        self.setAccessibleName(f"{layer.name}, {layer.description}, {layer.shape_text}")

    @property
    def header_height(self) -> int:
        """Logical pixels that the header takes."""
        return self.fontMetrics().height() + UNIT // 2

    @property
    def gap(self) -> int:
        """Logical pixels that keep two tiles apart at least; single units touch."""
        return 0 if self._is_units else (4 if self.tiling.columns > 8 else 6)

    def tile_size(self, width: float) -> QSizeF:
        """Return a tile's size, in logical pixels, when a row may be `width` wide."""
        span = self.tiling.span
        if self._is_units:
            side = width / span
            return QSizeF(side, min(side, UNIT_HEIGHT))
        return self._square(width, span, self.layer.size)

    def _square(self, width: float, span: int, cells: int) -> QSizeF:
        """Return the size of the largest crisp tile of which `span` fit into a row."""
        room = (width - (span - 1) * self.gap) / span
        side = crisp(room, cells, self.devicePixelRatioF()) * cells
        return QSizeF(side, side)

    def height_for(self, width: float) -> int:
        """Return the height of header and tiles when a row may be `width` wide."""
        rows = self.tiling.rows(self.layer)
        tiles = rows * self.tile_size(width).height() + (rows - 1) * self.gap
        return round(self.header_height + tiles + 2)

    def set_tiles_width(self, width: float) -> None:
        """Set how wide a row of tiles may be; the header has the widget's width."""
        self._tiles = [self._place(index, width) for index in range(self.layer.maps)]
        self.update()

    def tile(self, index: int) -> QRectF:
        """Return where map `index` is painted, in logical pixels."""
        return self._tiles[index]

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.show_values(self.values)
        self.update()

    def show_values(self, values: Array | None) -> None:
        """Show the layer's values, float32, shaped like the layer; None shows empty tiles."""
        self.values = values
        self._image = None
        if values is not None:
            size = self.layer.size
            stacked = values.reshape(self.layer.maps * size, size)  # maps below one another
            self._image = colour_image(stacked, self._ramp, self._low, 1)
        self.update(0, self.header_height, self.width(), self.height() - self.header_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the header, and every map as a tile."""
        painter = QPainter(self)
        if event.rect().top() < self.header_height:
            self._paint_header(painter)
        size = self.layer.size
        for index, tile in enumerate(self._tiles):
            if self._image is None:
                painter.fillRect(tile, QColor.fromRgb(int(self._ramp[self._zero])))
            else:
                painter.drawImage(tile, self._image, QRectF(0, index * size, size, size))
        painter.setPen(hairline(self._theme.line))
        if self._is_units:
            painter.drawRect(self._tiles[0].united(self._tiles[-1]))
        else:
            painter.drawRects([tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in self._tiles])
        if self.layer.activation == "softmax":
            self._paint_classes(painter)

    def _place(self, index: int, width: float) -> QRectF:
        """Return a tile's place in a row `width` wide, on the edges of device pixels."""
        ratio = self.devicePixelRatioF()
        size = self.tile_size(width)
        row, column = divmod(index, self.tiling.columns)
        if self._is_units:
            pitch = width / self.tiling.columns
        else:  # from edge to edge; smaller maps each below the one it was made of
            full = size
            if self.tiling.span != self.tiling.columns:
                full = self._square(width, self.tiling.columns, self.layer.source[1])
            pitch = (width - full.width()) / max(1, self.tiling.columns - 1)
        left = snap(1 + column * pitch, ratio)
        right = snap(1 + (column + 1) * pitch, ratio) if self._is_units else left + size.width()
        top = snap(self.header_height + row * (size.height() + self.gap), ratio)
        bottom = snap(top + size.height(), ratio)
        return QRectF(left, top, right - left, bottom - top)

    def _paint_header(self, painter: QPainter) -> None:
        """Paint name and kind on the left; shape, parameters and legend on the right."""
        theme, layer = self._theme, self.layer
        line = QRectF(0, 0, self.width(), self.fontMetrics().height())
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(scaled_font(self.font(), 1, bold=True))
        painter.setPen(QColor(theme.text))
        name = layer.name if layer.parameter or layer.kind == "pooling" else layer.name.capitalize()
        name = name if name != "output" else self.tr("Output")
        painter.drawText(line, left, name)
        begin = painter.fontMetrics().horizontalAdvance(name) + UNIT

        small = scaled_font(self.font(), 0.88)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        metrics = painter.fontMetrics()
        low, high = ("−1", "+1") if self._is_signed else ("0", "1")
        high_width = metrics.horizontalAdvance("+1")
        end = line.width()
        painter.drawText(line, right | Qt.AlignmentFlag.AlignVCenter, high)
        end -= high_width + UNIT / 2
        ramp = QRectF(end - LEGEND_WIDTH, line.center().y() - 4, LEGEND_WIDTH, 8)
        paint_ramp(painter, ramp, self._ramp, theme.line)
        painter.setPen(QColor(theme.muted))
        end -= LEGEND_WIDTH + UNIT / 2
        painter.drawText(
            QRectF(0, 0, end, line.height()), right | Qt.AlignmentFlag.AlignVCenter, low
        )
        end -= metrics.horizontalAdvance("−1") + 2 * UNIT

        facts = layer.shape_text
        if layer.parameters and self.width() > 56 * UNIT:
            facts += self.tr("  ·  {0} parameters").format(f"{layer.parameters:,}")
        painter.drawText(
            QRectF(0, 0, end, line.height()), right | Qt.AlignmentFlag.AlignVCenter, facts
        )
        end -= metrics.horizontalAdvance(facts) + UNIT
        kind = metrics.elidedText(
            layer.description, Qt.TextElideMode.ElideRight, int(max(0, end - begin))
        )
        painter.drawText(
            QRectF(begin, 0, max(0, end - begin), line.height()),
            left | Qt.AlignmentFlag.AlignVCenter,
            kind,
        )

    def _paint_classes(self, painter: QPainter) -> None:
        """Write the digits into the output's cells, in ink or paper, whichever can be read."""
        painter.setFont(scaled_font(self.font(), 0.88))
        for index in range(self.layer.maps):
            value = 0.0 if self.values is None else float(self.values[index])
            colour = self._theme.paper if value > 0.5 else self._theme.muted
            painter.setPen(QColor(colour))
            painter.drawText(self.tile(index), Qt.AlignmentFlag.AlignCenter, str(index))

    @property
    def _is_units(self) -> bool:
        """Whether each map is a single value."""
        return self.layer.size == 1

    @property
    def _ramp(self) -> Ramp:
        return self._theme.signed_ramp if self._is_signed else self._theme.ink_ramp

    @property
    def _low(self) -> float:
        return -1.0 if self._is_signed else 0.0

    @property
    def _zero(self) -> int:
        """Index of the ramp's colour for 0."""
        return int(np.rint(255 * (0 - self._low) / (1 - self._low)))
