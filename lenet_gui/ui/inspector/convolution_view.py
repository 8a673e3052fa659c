"""A convolution's unit: the patch that it sees times its kernel is its products, map by map."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.unit import WeightedSum
from lenet_gui.figure.tiling import snap
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.layer_header import paint_ends_below, paint_ramp_below
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.number_grid import grid_image, grid_size
from lenet_gui.ui.maps.wording import number, value_text

BARS_SHARE = 0.22
"""Share of the width for the bars of the maps' sums."""
SIGN = 3 * UNIT
"""Width of × and = between the grids."""
ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
"""Chinese letters are taller than a line of the font, which would clip them."""
LONGEST_END = "−0.00"
"""Room kept for a number at a scale's end."""
BRIEF = 0.82
"""Share of the usual text size below which captions are abbreviated."""
WIDEST = "−00.000"
"""Room kept for a sum: captions keep their size when it changes."""


class ConvolutionView(QWidget):
    """Patch, kernel and products of one input map, and a bar for each map's sum to choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: WeightedSum | None = None
        self._map = 0
        self._seen: MapValues | None = None
        self._grids: list[QRectF] = []
        self._small = QFont()
        self._is_brief = False
        self._still: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        follow_appearance(self._restyle)

    @property
    def map(self) -> int:
        """The input map whose grids are shown, from 0."""
        return self._map

    def _restyle(self) -> None:
        self._still = None
        self.update()

    def show_sum(self, found: WeightedSum, seen: MapValues) -> None:
        """Show a unit and `seen`, its inputs, (input maps, rows, columns).

        For a unit of another layer the map that adds most is chosen first.
        """
        spanned, self._seen = self._seen, seen
        if self._sum is None or found.unit.layer is not self._sum.unit.layer:
            self._map = int(np.abs(found.map_sums).argmax())
        before, self._sum = self._sum, found
        self._describe()
        # The arrays are views; another network has another base.
        is_same_kernel = (
            before is not None
            and before.unit == found.unit
            and before.weights.base is found.weights.base
        )
        if not is_same_kernel or spanned is None or not np.array_equal(spanned.bound, seen.bound):
            self._still = None
        self.update()

    def show_map(self, map_: int) -> None:
        """Show the grids of another input map."""
        if self._sum is not None:
            self._map = max(0, min(map_, len(self._sum.map_sums) - 1))
            self._describe()
            self._still = None
            self.update()

    def _describe(self) -> None:
        assert self._sum is not None
        added = number(float(self._sum.map_sums[self._map]))
        self.setAccessibleName(
            self.tr("input map {0} contributes {1}").format(self._map + 1, added)
        )

    # -- mouse and keyboard ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map whose bar was pressed."""
        if (map_ := self._bar_at(event.position())) is not None:
            self.show_map(map_)

    def event(self, event: QEvent) -> bool:
        """Show a tooltip."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip of the bars or of a grid's cell at a position; empty elsewhere."""
        if self._bars_area().contains(position):
            return wording.map_sums()
        if self._sum is None:
            return ""
        explanations = (wording.patch, wording.kernel, wording.products)
        for index, (grid, explain) in enumerate(zip(self._grids, explanations, strict=False)):
            if grid.contains(position):
                shown = self._map_in(index)
                place = (position - grid.topLeft()) / grid.width() * len(shown.values)
                row, column = int(place.y()), int(place.x())
                value = value_text(float(shown.values[row, column]), shown)
                cell = self.tr("row {0}, column {1}: {2}").format(row + 1, column + 1, value)
                return f"{cell}\n{explain()}"
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

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars and grids over what stays the same while the user draws."""
        if self._sum is None:
            return
        if self._still is None:
            self._still = self._paint_still(self._sum)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        if len(self._sum.map_sums) > 1:
            self._paint_bars(painter, self._bars_area(), self._sum.map_sums)
        self._paint_values(painter, self._sum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Repaint everything in the new size."""
        self._still = None

    def changeEvent(self, event: QEvent) -> None:
        """Repaint everything in another font."""
        self._still = None
        super().changeEvent(event)

    def _bars_area(self) -> QRectF:
        line = self.fontMetrics().height()
        if self._sum is None or len(self._sum.map_sums) == 1:
            return QRectF(1, 1, 0, 0)  # there is nothing to choose
        width = max(12.0 * UNIT, BARS_SHARE * self.width())
        return QRectF(1, 1, width, self.height() - 2 * line - UNIT)

    def _paint_bars(self, painter: QPainter, area: QRectF, sums: Array) -> None:
        """Paint each map's sum up or down from zero."""
        theme = current_theme()
        largest = float(np.abs(sums).max()) or 1.0
        pitch = area.width() / len(sums)
        middle = area.center().y()
        for index, value in enumerate(sums.tolist()):
            length = value / largest * (area.height() / 2 - 2)
            bar = QRectF(area.left() + index * pitch + pitch * 0.15, middle, pitch * 0.7, -length)
            painter.fillRect(bar.normalized(), theme.positive if value > 0 else theme.negative)
        painter.setPen(hairline(theme.muted))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        span = self.tr("up to ±{0}").format(decimal(largest, 2))
        self._caption(painter, area.translated(0, painter.fontMetrics().height()), span)

    def _paint_still(self, found: WeightedSum) -> QPixmap:
        """Lay out the grids, and paint the kernel, the captions and the scales."""
        ratio = self.devicePixelRatioF()
        line = self.fontMetrics().height()
        bars = self._bars_area()
        begin = snap(bars.right() + 2 * UNIT if bars.width() else 1.0, ratio)
        room = (self.width() - begin - 2.5 * SIGN) / 3
        kernel = found.weights[self._map]
        cell = grid_size(kernel, min(room, self.height() - 2 * line - UNIT), ratio)
        side = cell * len(kernel)
        self._grids = [QRectF(begin + n * (side + SIGN), 1, side, side) for n in range(3)]
        self._is_brief = False
        self._small = self._font_of_captions(found, bars, side)
        if self._small.pointSizeF() < BRIEF * self.font().pointSizeF():
            self._is_brief = True
            self._small = self._font_of_captions(found, bars, side)
        captions = self._captions(found)

        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(current_theme().window))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current_theme().muted))
        painter.setFont(scaled_font(self.font(), 1.2))
        for rect, sign in zip(self._grids, "×=", strict=False):
            gap = QRectF(rect.right(), rect.top(), SIGN, side)
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, sign)
        painter.setFont(self._small)
        for rect, text in zip(self._grids, captions[:2], strict=False):
            self._caption(painter, rect, text)
        if bars.width():
            self._caption(painter, bars, captions[3])
            pitch = bars.width() / len(found.map_sums)
            column = QRectF(bars.left() + self._map * pitch, bars.top(), pitch, bars.height())
            painter.setPen(QPen(QColor(current_theme().text), 1.6))
            painter.drawRoundedRect(column.adjusted(0.8, 0.8, -0.8, -0.8), 2, 2)
        for index, rect in enumerate(self._grids):
            ramp = self._map_in(index).ramp(current_theme())
            paint_ramp_below(painter, rect, current_theme(), ramp)
        self._paint_grid(painter, 1)
        self._paint_ends(painter, 0)
        self._paint_ends(painter, 1)
        painter.end()
        return pixmap

    def _captions(self, found: WeightedSum) -> tuple[str, str, str, str]:
        """Return the captions of the three grids and of the bars."""
        bars = self.tr("sums of {0} maps") if self._is_brief else self.tr("sums of {0} input maps")
        return (
            self._caption_of_patch(found),
            self.tr("kernel"),
            self._caption_of_sum(WIDEST),
            bars.format(len(found.map_sums)),
        )

    def _font_of_captions(self, found: WeightedSum, bars: QRectF, side: float) -> QFont:
        """Return a font in which each caption fits below its grid, `side` wide, or the bars."""
        font = scaled_font(self.font(), 0.88)
        widths = (side, side, side, bars.width())
        for text, width in zip(self._captions(found), widths, strict=True):
            if width:
                font = fitting_font(font, text, width + SIGN / 2)
        return font

    def _paint_values(self, painter: QPainter, found: WeightedSum) -> None:
        """Paint the patch, the products and the ends of the products' scale."""
        added = self._caption_of_sum(number(float(found.map_sums[self._map])))
        self._caption(painter, self._grids[2], added)
        self._paint_ends(painter, 2)
        self._paint_grid(painter, 0)
        self._paint_grid(painter, 2)

    def _map_in(self, index: int) -> MapValues:
        """Return the chosen map of grid `index`: patch, kernel or products."""
        assert self._sum is not None
        assert self._seen is not None
        if index == 0:
            return self._seen.map(self._map)
        return spanning((self._sum.weights, self._sum.products)[index - 1][self._map])

    def _paint_ends(self, painter: QPainter, index: int) -> None:
        """Write the ends of a grid's scale."""
        painter.setFont(self._small)
        shown = self._map_in(index)
        paint_ends_below(painter, self._grids[index], current_theme(), shown, LONGEST_END)

    def _paint_grid(self, painter: QPainter, index: int) -> None:
        """Paint one of the grids."""
        rect, ratio = self._grids[index], self.devicePixelRatioF()
        image = grid_image(rect.width(), self._map_in(index), current_theme(), ratio)
        painter.drawImage(rect.topLeft() - QPointF(1, 1), image)

    def _caption_of_patch(self, found: WeightedSum) -> str:
        if len(found.inputs) == 1:
            return self.tr("what it sees")
        of = self.tr("map {0}").format(self._map + 1)
        return of if self._is_brief else self.tr("{0}: what it sees").format(of)

    def _caption_of_sum(self, added: str) -> str:
        words = self.tr("sum {0}") if self._is_brief else self.tr("products, sum {0}")
        return words.format(added)

    def _caption(self, painter: QPainter, above: QRectF, text: str) -> None:
        """Write a caption, centred below a picture, or flush left at the left edge."""
        painter.setPen(QColor(current_theme().muted))
        beside, line = SIGN / 2 - 2, painter.fontMetrics().height()
        below = QRectF(above.left() - beside, above.bottom() + 3, above.width() + 2 * beside, line)
        side = Qt.AlignmentFlag.AlignHCenter
        if above.left() < SIGN:
            below.setLeft(above.left())
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(below, side | ONE_LINE, text)
