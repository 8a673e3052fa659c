"""A convolution's unit: what it sees, times its kernel, is its products, map by map."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network import Array
from lenet_gui.core.unit import WeightedSum
from lenet_gui.ui import terms
from lenet_gui.ui.layer_header import bound_text, paint_legend_below
from lenet_gui.ui.number_grid import grid_size, paint_grid
from lenet_gui.ui.painting import fitting_font, hairline, scaled_font
from lenet_gui.ui.theme import LIGHT, UNIT, Theme
from lenet_gui.ui.tips import show_tip
from lenet_gui.ui.unit_text import number

BARS_SHARE = 0.22
"""Share of the width for the bars of the maps' sums."""
SIGN = 3 * UNIT
"""Width kept for × and = between the grids."""


class ConvolutionView(QWidget):
    """Three grids for one input map, and a bar for each map's sum to choose among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._sum: WeightedSum | None = None
        self._map = 0
        self._bounds = np.ones(1, np.float32)
        self._grids: list[QRectF] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def map(self) -> int:
        """The input map whose grids are shown, from 0."""
        return self._map

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_sum(self, found: WeightedSum, bounds: Array | None = None) -> None:
        """Show a unit; of another layer's unit the map that adds most is shown first.

        `bounds`, float32 (input maps,), says what the strongest colour stands for in what is seen.
        """
        self._bounds = np.ones(len(found.inputs), np.float32) if bounds is None else bounds
        if self._sum is None or found.unit.layer is not self._sum.unit.layer:
            self._map = int(np.abs(found.map_sums).argmax())
        before, self._sum = self._sum, found
        self._describe()
        area = QRegion(self.rect())
        # An array's base is the network's own, so of another network it is another.
        is_same_kernel = (
            before is not None
            and before.unit == found.unit
            and before.weights.base is found.weights.base
        )
        if is_same_kernel and self._grids:
            area -= QRegion(self._grids[1].toAlignedRect())
        self.update(area)

    def show_map(self, map_: int) -> None:
        """Show the grids of another input map."""
        if self._sum is not None:
            self._map = max(0, min(map_, len(self._sum.map_sums) - 1))
            self._describe()
            self.update()

    def _describe(self) -> None:
        assert self._sum is not None
        added = number(float(self._sum.map_sums[self._map]))
        self.setAccessibleName(self.tr("input map {0} adds {1}").format(self._map + 1, added))

    # -- what the hand does ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map whose bar is pressed."""
        if (map_ := self._bar_at(event.position())) is not None:
            self.show_map(map_)

    def event(self, event: QEvent) -> bool:
        """Explain what the pointer rests on."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return what is to be said of the bars, or of the grid, at a position."""
        if self._bars_area().contains(position):
            return terms.map_sums()
        told = (terms.patch, terms.kernel, terms.products)
        for grid, tell in zip(self._grids, told, strict=False):
            if grid.contains(position):
                return tell()
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from map to map."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if (step := steps.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            self.show_map(self._map + step)

    def _bar_at(self, position: QPointF) -> int | None:
        area = self._bars_area()
        if self._sum is None or not area.contains(position):
            return None
        return int((position.x() - area.left()) / area.width() * len(self._sum.map_sums))

    # -- what the eye sees ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars and grids."""
        if self._sum is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._sum.map_sums) > 1:
            self._paint_bars(painter, self._bars_area(), self._sum.map_sums)
        self._paint_grids(painter, self._sum, event.region())

    def _bars_area(self) -> QRectF:
        line = self.fontMetrics().height()
        if self._sum is None or len(self._sum.map_sums) == 1:
            return QRectF(1, 1, 0, 0)  # nothing to choose among
        width = max(12.0 * UNIT, BARS_SHARE * self.width())
        return QRectF(1, 1, width, self.height() - 2 * line - UNIT)

    def _paint_bars(self, painter: QPainter, area: QRectF, sums: Array) -> None:
        """Paint each map's sum up or down from zero."""
        theme = self._theme
        largest = float(np.abs(sums).max()) or 1.0
        pitch = area.width() / len(sums)
        middle = area.center().y()
        for index, value in enumerate(sums.tolist()):
            length = value / largest * (area.height() / 2 - 2)
            bar = QRectF(area.left() + index * pitch + pitch * 0.15, middle, pitch * 0.7, -length)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.positive if value > 0 else theme.negative))
            painter.drawRect(bar.normalized())
            if index == self._map:
                column = QRectF(area.left() + index * pitch, area.top(), pitch, area.height())
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.text), 1.6))
                painter.drawRoundedRect(column.adjusted(0.8, 0.8, -0.8, -0.8), 2, 2)
        painter.setPen(hairline(theme.muted))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        told = self.tr("sums of {0} input maps").format(len(sums))
        small = fitting_font(scaled_font(self.font(), 0.88), told, area.width() + SIGN / 2)
        self._caption(painter, area, told, small)
        span = self.tr("up to ±{0}").format(f"{largest:.2f}")
        line = painter.fontMetrics().height()
        self._caption(painter, area.translated(0, line), span, small)

    def _paint_grids(self, painter: QPainter, found: WeightedSum, region: QRegion) -> None:
        """Paint patch × kernel = products of the chosen map."""
        bars = self._bars_area()
        begin = bars.right() + 2 * UNIT if bars.width() else 1.0
        line = self.fontMetrics().height()
        room = (self.width() - begin - 2.5 * SIGN) / 3
        patch, kernel = found.inputs[self._map], found.weights[self._map]
        products = found.products[self._map]
        high = self.height() - 2 * line - UNIT
        cell = grid_size(patch, min(room, high), self.devicePixelRatioF())
        side = cell * len(patch)
        of = self.tr("map {0}").format(self._map + 1)
        added = number(float(found.map_sums[self._map]))
        captions = (
            self.tr("{0}: what it sees").format(of)
            if len(found.inputs) > 1
            else self.tr("what it sees"),
            self.tr("kernel"),
            self.tr("products, sum {0}").format(added),
        )
        signs = ("×", "=", "")
        is_ink = found.unit.layer.source[0] == 1
        self._grids = [QRectF(begin + n * (side + SIGN), 1, side, side) for n in range(3)]
        small = scaled_font(self.font(), 0.88)
        widest = max(captions, key=QFontMetricsF(small).horizontalAdvance)
        small = fitting_font(small, widest, side + SIGN / 2)
        strongest = (self._bounds[self._map], np.abs(kernel).max(), np.abs(products).max())
        bounds = [float(value) or 1.0 for value in strongest]
        ends = [bound_text(bound) for bound in bounds]
        for index, values in enumerate((patch, kernel, products)):
            rect, largest = self._grids[index], bounds[index]
            low, sign, ramp = -largest, "−", self._theme.signed_ramp
            if index == 0 and is_ink:
                low, sign, ramp = 0.0, "0", self._theme.ink_ramp
            if region.intersects(rect.toAlignedRect()):
                paint_grid(painter, rect, values, ramp, low, largest, self._theme)
            painter.setFont(scaled_font(self.font(), 1.2))
            painter.setPen(QColor(self._theme.muted))
            gap = QRectF(rect.right(), rect.top(), SIGN, side)
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, signs[index])
            self._caption(painter, rect, captions[index], small)
            longest = "−" + max(ends, key=len)
            paint_legend_below(painter, rect, self._theme, ramp, (sign, ends[index]), longest)

    def _caption(self, painter: QPainter, above: QRectF, text: str, font: QFont) -> None:
        """Write below a picture; what stands at the left edge begins there."""
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        beside, line = SIGN / 2 - 2, painter.fontMetrics().height()
        below = QRectF(above.left() - beside, above.bottom() + 3, above.width() + 2 * beside, line)
        side = Qt.AlignmentFlag.AlignHCenter
        if above.left() < SIGN:
            below.setLeft(above.left())
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(below, side | Qt.TextFlag.TextSingleLine, text)
