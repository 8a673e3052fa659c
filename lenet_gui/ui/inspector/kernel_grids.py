"""The grids of a convolution's sum: the patch × its kernel = the products, with their scales."""

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRegion

from lenet_gui.ui.inspector.arrangement import Arrangement, sign_width
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.layer_header import paint_ends_below, paint_ramp_below
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.number_grid import LEAST, grid_image
from lenet_gui.ui.maps.wording import number, value_text

translate = QCoreApplication.translate

ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
"""Chinese letters are taller than a line of the font, which would clip them."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | ONE_LINE
LONGEST_END = "−0.00"
"""Room kept for a number at a scale's end."""
LONGEST_SUM = "−0.000"
"""Room kept for the sum of the products."""
SIGNS = ("", "×", "=")
"""What stands before each of the grids."""
PATCH, KERNEL, PRODUCTS = range(3)
"""The grids in their order."""


class Factors(NamedTuple):
    """What the grids show of one input map, in their order."""

    patch: MapValues
    kernel: MapValues
    products: MapValues


class Captions:
    """Writes names in bold, each with a muted note after it if there is room."""

    def __init__(self, font: QFont) -> None:
        self.small = tile_font(font)
        """The font of notes."""
        self._bold = scaled_font(font, 0.95, bold=True)

    def width(self, name: str) -> float:
        """Return a name's width."""
        return QFontMetricsF(self._bold).horizontalAdvance(name)

    def after(self, line: QRectF, name: str) -> QRectF:
        """Return what a name leaves of its line."""
        return line.adjusted(self.width(name) + 0.75 * UNIT, 0, UNIT / 2, 0)

    def paint(self, painter: QPainter, line: QRectF, name: str, note: str = "") -> None:
        """Write a name, and a note after it if there is room."""
        painter.setFont(self._bold)
        painter.setPen(QColor(current_theme().text))
        painter.drawText(line, LEFT, name)
        after = self.after(line, name)
        if note and QFontMetricsF(self.small).horizontalAdvance(note) <= after.width():
            painter.setFont(self.small)
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(after, LEFT, note)


class KernelGrids:
    """Paints the grids, in two steps: first what stays the same while the user draws."""

    def __init__(self, places: Arrangement, font: QFont, chosen: int | None) -> None:
        """Take the places, the usual font, and the input map, from 0; None is the image."""
        self._places, self._font, self._chosen = places, font, chosen
        self._captions = Captions(font)
        self._small = self._captions.small
        self._sum_pattern, self._sum_place = self._place_of_sum()

    def paint_still(self, painter: QPainter, factors: Factors, ratio: float) -> None:
        """Paint the kernel, the captions and the scales; `ratio` is device pixels in a logical."""
        theme = current_theme()
        for index, shown in enumerate(factors):
            note = translate("ConvolutionView", "what it sees") if index == PATCH else ""
            self._captions.paint(painter, self._above(index), self._name(index), note)
            self._sign_before(painter, index)
            painter.setFont(self._small)
            paint_ramp_below(painter, self._places.grids[index], theme, shown.ramp(theme))
        self._paint_grid(painter, KERNEL, factors, ratio)
        self._paint_ends(painter, PATCH, factors)
        self._paint_ends(painter, KERNEL, factors)

    def paint(
        self, painter: QPainter, factors: Factors, total: float, region: QRegion, ratio: float
    ) -> None:
        """Paint the patch, the products with their `total`, and the ends of the products' scale.

        Grids outside the `region` are left as they are.
        """
        for index in (PATCH, PRODUCTS):
            if region.intersects(self._places.grids[index].toAlignedRect()):
                self._paint_grid(painter, index, factors, ratio)
        painter.setFont(self._small)
        painter.setPen(hairline(current_theme().muted))
        painter.drawText(self._sum_place, LEFT, self._sum_pattern.format(number(total)))
        self._paint_ends(painter, PRODUCTS, factors)

    def _above(self, index: int) -> QRectF:
        """Return the place of a grid's caption."""
        grid, line = self._places.grids[index], QFontMetricsF(self._font).height() + 2
        return QRectF(grid.left() - 1, grid.top() - line, grid.width() + 2, line)

    def _name(self, index: int) -> str:
        """Return a grid's name, after × or = if the grid stands below the one before it."""
        if self._chosen is None:
            patch = translate("ConvolutionView", "Image")
        else:
            patch = translate("ConvolutionView", "Map {0}").format(self._chosen + 1)
        kernel = translate("ConvolutionView", "Kernel")
        products = translate("ConvolutionView", "Products")
        name = (patch, kernel, products)[index]
        return name if index == 0 or self._has_left(index) else f"{SIGNS[index]} {name}"

    def _has_left(self, index: int) -> bool:
        return index % self._places.columns > 0

    def _sign_before(self, painter: QPainter, index: int) -> None:
        """Paint × or = between a grid and the one at its left."""
        if self._has_left(index):
            grid, sign = self._places.grids[index], sign_width(caption_height(self._font))
            gap = QRectF(grid.left() - sign, grid.top(), sign, grid.height())
            painter.setFont(self._font)
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter | ONE_LINE, SIGNS[index])

    def _place_of_sum(self) -> tuple[str, QRectF]:
        """Return how the sum of the products is worded, {0} being the number, and its place."""
        place = self._captions.after(self._above(PRODUCTS), self._name(PRODUCTS))
        metrics = QFontMetricsF(self._small)
        long = translate("ConvolutionView", "sum {0}")
        fits = metrics.horizontalAdvance(long.format(LONGEST_SUM)) <= place.width()
        return long if fits else "{0}", place

    def _paint_ends(self, painter: QPainter, index: int, factors: Factors) -> None:
        """Write the ends of a grid's scale."""
        painter.setFont(self._small)
        grid = self._places.grids[index]
        paint_ends_below(painter, grid, current_theme(), factors[index], LONGEST_END)

    def _paint_grid(self, painter: QPainter, index: int, factors: Factors, ratio: float) -> None:
        """Paint one of the grids."""
        rect = self._places.grids[index]
        image = grid_image(rect.width(), factors[index], current_theme(), ratio)
        painter.drawImage(rect.topLeft() - QPointF(1, 1), image)


def cell_tip(grids: list[QRectF], factors: Factors, position: QPointF) -> str:
    """Return the tooltip of a grid's cell at a position; empty elsewhere."""
    explanations = (wording.patch, wording.kernel, wording.products)
    for grid, shown, explain in zip(grids, factors, explanations, strict=True):
        if grid.contains(position):
            place = (position - grid.topLeft()) / grid.width() * len(shown.values)
            row, column = int(place.y()), int(place.x())
            value = value_text(float(shown.values[row, column]), shown)
            cell = translate("ConvolutionView", "row {0}, column {1}: {2}")
            return f"{cell.format(row + 1, column + 1, value)}\n{explain()}"
    return ""


def caption_height(font: QFont) -> float:
    """Return the height of a caption's line, for the usual `font`."""
    return float(np.ceil(QFontMetricsF(font).height()) + 2)


def tile_font(font: QFont) -> QFont:
    """Return the font of names, sums and legends, for the usual `font`."""
    return scaled_font(font, LEAST + 0.03)
