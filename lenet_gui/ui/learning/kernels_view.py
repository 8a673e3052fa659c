"""The kernels of a convolution while they are learned, and how large each layer's gradient is."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.network.architecture import LAYERS, TRAINED_LAYERS, Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import colour_image, hairline, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.map_values import MapValues, bound_text

C1, C3 = (next(layer for layer in LAYERS if layer.name == name) for name in ("C1", "C3"))
SMALL = 0.85
LEGEND = 64
"""Width of the colour scale."""
AT_START = 0.5
"""Size of C1's kernels at the start, as a share of those of now."""


class KernelsView(QWidget):
    """C1's six kernels, now and at the start, or C3's ninety-six.

    All have one scale, so that their sizes can be compared.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = C1
        self._now: Array | None = None
        self._first: Array | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Kernels of {0}").format(self._layer.name))

    @property
    def layer(self) -> Layer:
        """The layer whose kernels are shown."""
        return self._layer

    def sizeHint(self) -> QSize:
        """Return a row of kernels, those at the start, and a scale."""
        line = self.fontMetrics().height()
        return QSize(18 * line, 7 * line)

    def minimumSizeHint(self) -> QSize:
        """Return a row in which cells can still be told apart."""
        line = self.fontMetrics().height()
        return QSize(12 * line, 5 * line)

    def show_layer(self, layer: Layer) -> None:
        """Show another layer's kernels, C1's or C3's."""
        self._layer = layer
        self._name()
        self.update()

    def show_weights(
        self, now: Mapping[str, Array] | None, first: Mapping[str, Array] | None
    ) -> None:
        """Take the weights of now and of the start."""
        name = f"{self._layer.parameter}.weight"
        self._now = None if now is None else now[name].copy()
        self._first = None if first is None else first[name]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kernels and the scale of their colours."""
        if self._now is None:
            return
        painter = QPainter(self)
        painter.setFont(scaled_font(self.font(), SMALL))
        bound = float(np.abs(self._now).max()) or 1.0
        foot = painter.fontMetrics().height() + UNIT // 2
        room = QRectF(0, 0, self.width(), self.height() - foot)
        if self._layer is C1:
            self._paint_c1(painter, room, bound)
        else:
            self._paint_c3(painter, room, bound)
        self._paint_legend(painter, bound)

    def _paint_c1(self, painter: QPainter, room: QRectF, bound: float) -> None:
        assert self._now is not None
        ratio = self.devicePixelRatioF()
        maps, size = len(self._now), self._now.shape[-1]
        width = (room.width() - (maps - 1) * UNIT) / maps
        height = room.height() / (1 + AT_START) - UNIT / 2
        side = crisp(min(width, height), size, ratio) * size
        small = crisp(side * AT_START, size, ratio) * size
        for index in range(maps):
            left = index * (side + UNIT)
            self._paint(painter, QRectF(left, 0, side, side), self._now[index, 0], bound)
            if self._first is not None:
                middle = round(left + (side - small) / 2)
                place = QRectF(middle, side + UNIT / 2, small, small)
                self._paint(painter, place, self._first[index, 0], bound)

    def _paint_c3(self, painter: QPainter, room: QRectF, bound: float) -> None:
        """Paint a column for each map of C3, a row for each map of S2 that it sees."""
        assert self._now is not None
        maps, sources, size, _ = self._now.shape
        ratio, gap = self.devicePixelRatioF(), 2
        width = (room.width() - (maps - 1) * gap) / maps
        height = (room.height() - (sources - 1) * gap) / sources
        side = crisp(min(width, height), size, ratio) * size
        for map_ in range(maps):
            for source in range(sources):
                place = QRectF(map_ * (side + gap), source * (side + gap), side, side)
                self._paint(painter, place, self._now[map_, source], bound)

    def _paint(self, painter: QPainter, place: QRectF, values: Array, bound: float) -> None:
        theme = current_theme()
        shown = MapValues(values, True, bound)
        painter.drawImage(place, colour_image(values, shown.ramp(theme), -bound, bound))
        painter.setPen(hairline(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_legend(self, painter: QPainter, bound: float) -> None:
        theme, metrics = current_theme(), painter.fontMetrics()
        ramp = MapValues(np.zeros((1, 1), np.float32), True).ramp(theme)
        end = bound_text(bound)
        base = self.height() - metrics.descent()
        painter.setPen(QColor(theme.muted))
        painter.drawText(0, base, f"−{end}")
        left = metrics.horizontalAdvance(f"−{end}") + UNIT / 2
        scale = QRectF(left, base - metrics.ascent() + 2, LEGEND, metrics.ascent() - 2)
        paint_ramp(painter, scale, ramp, theme.line)
        painter.setPen(QColor(theme.muted))
        painter.drawText(round(scale.right() + UNIT / 2), base, f"+{end}")


class GradientBars(QWidget):
    """A bar for the size of each trained layer's gradient in the last step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Size of each layer's gradient"))
        self.setToolTip(
            self.tr(
                "How strongly the loss of the last batch changes with each layer's weights: the"
                " root of the sum of the squared derivatives"
            )
        )

    def sizeHint(self) -> QSize:
        """Return a line of text for each layer."""
        line = self.fontMetrics().height()
        return QSize(12 * line, len(TRAINED_LAYERS) * (line + 3))

    def minimumSizeHint(self) -> QSize:
        """Return a line of text for each layer, with short bars."""
        return QSize(9 * self.fontMetrics().height(), self.sizeHint().height())

    def show_sizes(self, sizes: Mapping[str, float]) -> None:
        """Show the sizes by layer; none before the first step."""
        self._sizes = sizes
        words = (f"{name} {decimal(size, 3)}" for name, size in sizes.items())
        self.setAccessibleDescription(", ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, bars and numbers."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(self.font(), SMALL))
        metrics = painter.fontMetrics()
        line = min(self.height() / len(TRAINED_LAYERS), 1.5 * metrics.height())
        names = max(metrics.horizontalAdvance(title(layer)) for layer in TRAINED_LAYERS) + UNIT
        numbers = metrics.horizontalAdvance("00.000") + UNIT
        track = self.width() - names - numbers
        largest = max(self._sizes.values(), default=0.0) or 1.0
        for number, layer in enumerate(TRAINED_LAYERS):
            middle = (number + 0.5) * line
            base = round(middle + metrics.ascent() / 2 - 1)
            painter.setPen(QColor(theme.muted))
            painter.drawText(0, base, title(layer))
            bar = QRectF(names, middle - 4, track, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.track))
            painter.drawRoundedRect(bar, 2, 2)
            size = self._sizes.get(layer.name)
            if size is None:
                continue
            painter.setBrush(QColor(theme.muted))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(2.0, track * size / largest), 8), 2, 2
            )
            painter.setPen(QColor(theme.text))
            text = decimal(size, 3)
            painter.drawText(self.width() - metrics.horizontalAdvance(text), base, text)
