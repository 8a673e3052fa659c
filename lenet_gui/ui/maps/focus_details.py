"""What stands in and beside the tiles of a layer in focus: kernels, and numbers in cells."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.painting import (
    colour_image,
    hairline,
    label,
    paint_centred,
    scaled_font,
)
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.layer_outlines import rect_of
from lenet_gui.ui.maps.layer_places import LayerPlace
from lenet_gui.ui.maps.layer_values import Colours
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.number_grid import readable_pen
from lenet_gui.ui.maps.wording import number

translate = QCoreApplication.translate

SMALL = 0.82
"""Size of numbers in cells and of captions, as a share of the usual text's."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine


class FocusDetails:
    """Paints a layer's kernels with their maps' names, or the numbers of its units."""

    def __init__(self, layer: Layer, place: LayerPlace) -> None:
        """Take the layer and its place."""
        self._layer = layer
        self._kernels = [[rect_of(kernel) for kernel in own] for own in place.kernels]
        self._captions = [rect_of(caption) for caption in place.captions]
        self._weights: Array | None = None
        self._shown: MapValues | None = None
        self.pulls: Array | None = None
        """Each unit's pull on a digit, float32 (units,), written below its number; or None."""

    @property
    def has_kernels(self) -> bool:
        """Whether there is room for kernels."""
        return bool(self._kernels)

    def set_weights(self, weights: Array | None) -> bool:
        """Take the layer's weights, (maps, inputs, rows, columns); return whether they changed."""
        if weights is self._weights:
            return False
        self._weights = weights
        self._shown = None if weights is None else spanning(weights)
        return True

    def scale(self) -> str:
        """Return the range of the kernels' colours in words; empty without kernels."""
        if self._shown is None or not self._kernels:
            return ""
        least, most = self._shown.ends()
        return translate("FocusDetails", "kernels {0} … {1}").format(least, most)

    # -- kernels --------------------------------------------------------------------------------

    def paint_kernels(self, painter: QPainter, font: QFont, theme: Theme) -> None:
        """Paint the kernels, and each map's name above its own."""
        if self._shown is None or not self._kernels:
            return
        small = scaled_font(font, SMALL)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        metrics = QFontMetricsF(small)
        for index, place in enumerate(self._captions):
            name = translate("UnitText", "map {0}").format(index + 1)
            if metrics.horizontalAdvance(name) > place.width():
                name = str(index + 1)
            painter.drawText(place.adjusted(0, -2, 40, 0), LEFT, name)
        values = self._shown.values
        _, _, rows, columns = values.shape
        bound = self._shown.strongest()
        image = colour_image(values.reshape(-1, columns), theme.signed_ramp, -bound, bound)
        painter.setPen(hairline(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, place in enumerate(chain(*self._kernels)):
            painter.drawImage(place, image, QRectF(0, index * rows, columns, rows))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def tip_at(self, position: QPointF) -> str:
        """Return the weight under the pointer, with its name; empty outside the kernels."""
        if self._shown is None:
            return ""
        for map_, own in enumerate(self._kernels):
            for source, place in enumerate(own):
                if place.contains(position):
                    return self._words(map_, source, (position - place.topLeft()) / place.width())
        return ""

    def _words(self, map_: int, source: int, share: QPointF) -> str:
        assert self._shown is not None
        cells = self._layer.kernel
        row, column = (min(int(part * cells), cells - 1) for part in (share.y(), share.x()))
        value = number(float(self._shown.values[map_, source, row, column]))
        if len(self._kernels[map_]) == 1:
            pattern = translate("FocusDetails", "Kernel of map {0}, row {1}, column {2}: {3}")
            return pattern.format(map_ + 1, row + 1, column + 1, value)
        pattern = translate(
            "FocusDetails", "Kernel from map {0} to map {1}, row {2}, column {3}: {4}"
        )
        return pattern.format(source + 1, map_ + 1, row + 1, column + 1, value)

    # -- numbers in cells -----------------------------------------------------------------------

    def paint_numbers(
        self,
        painter: QPainter,
        tiles: Sequence[QRectF],
        colours: Colours,
        values: Array | None,
        font: QFont,
    ) -> None:
        """Write each unit's number into its cell, and its pull or probability below if it fits."""
        is_output = self._layer.activation == "softmax"
        large = scaled_font(font, 1.5 if is_output else SMALL, bold=is_output)
        small = scaled_font(font, 0.9 if is_output else SMALL)
        names = large.toString(), small.toString()
        line, below = QFontMetricsF(large).height(), QFontMetricsF(small).height()
        lines = self._second_lines(values)
        fits = all(tile.height() >= line + below for tile in tiles[:1]) and bool(lines)
        for index, (tile, background) in enumerate(
            zip(tiles, colours.ravel().tolist(), strict=True)
        ):
            painter.setPen(readable_pen(background))
            middle, drop = tile.center(), below / 2 if fits else 0
            painter.setFont(large)
            text = label(str(index if is_output else index + 1), names[0])
            if text.width <= tile.width():
                paint_centred(painter, middle.x(), middle.y() - drop, text)
            if fits:
                painter.setFont(small)
                text = label(lines[index], names[1])
                if text.width <= tile.width():
                    paint_centred(painter, middle.x(), middle.y() + line / 2, text)

    def _second_lines(self, values: Array | None) -> list[str]:
        if self._layer.activation == "softmax":
            return [] if values is None else [percentage(p) for p in values.ravel().tolist()]
        if self.pulls is None:
            return []
        return [decimal(pull, 2, has_plus=True) for pull in self.pulls.tolist()]


def paint_classes(
    painter: QPainter, tiles: Sequence[QRectF], colours: Colours, font: QFont
) -> None:
    """Write the digits into the output's cells, in black or white, whichever is readable."""
    small = scaled_font(font, 0.88)
    painter.setFont(small)
    name = small.toString()
    for index, (tile, background) in enumerate(zip(tiles, colours.ravel().tolist(), strict=True)):
        painter.setPen(readable_pen(background))
        middle = tile.center()
        paint_centred(painter, middle.x(), middle.y(), label(str(index), name))
