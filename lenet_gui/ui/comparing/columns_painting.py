"""What stands around the maps of a comparison: headings, legends, distances and outlines."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.reading.comparison import FARTHEST
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.layer_header import LEGEND_WIDTH, paint_legend
from lenet_gui.ui.maps.layer_outlines import HALO
from lenet_gui.ui.maps.map_values import MapValues

SMALL = 0.88
BAR = 4
"""Height of a distance's bar, in logical pixels."""
LEAST = 0.6
"""Share of its size down to which a heading shrinks before it is cut off."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Heading:
    """What stands above a column: a title, and in a smaller line what was read."""

    title: str
    answer: str


def head_height(font: QFont) -> int:
    """Return the height of a heading's two lines."""
    bold, small = scaled_font(font, 1.0, bold=True), scaled_font(font, SMALL)
    return QFontMetrics(bold).height() + QFontMetrics(small).height()


def paint_heading(
    painter: QPainter, left: float, room: float, font: QFont, heading: Heading, theme: Theme
) -> None:
    """Paint a column's heading at the top, from `left` on, no wider than `room`."""
    top = 0.0
    for text, factor, is_bold in ((heading.title, 1.0, True), (heading.answer, SMALL, False)):
        usual = scaled_font(font, factor, bold=is_bold)
        painter.setFont(fitting_font(usual, text, room, LEAST))
        height = QFontMetrics(usual).height()
        painter.setPen(QColor(theme.text if is_bold else theme.muted))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, elide, int(room))
        painter.drawText(QRectF(left, top, room, height), LEFT, shown)
        top += height


def paint_distance_heading(
    painter: QPainter, right: float, room: float, font: QFont, words: tuple[str, str], theme: Theme
) -> None:
    """Paint the heading of the distances in two lines, flush right."""
    small = scaled_font(font, SMALL)
    height = QFontMetrics(small).height()
    top = float(head_height(font) - 2 * height)
    painter.setPen(QColor(theme.muted))
    for line, text in enumerate(words):
        painter.setFont(fitting_font(small, text, room, LEAST))
        place = QRectF(right - room, top + line * height, room, height)
        painter.drawText(place, RIGHT, text)


def paint_column_legend(
    painter: QPainter, left: float, bottom: float, font: QFont, shown: MapValues, theme: Theme
) -> None:
    """Paint the scale of a column, from `left` on."""
    painter.setFont(scaled_font(font, SMALL))
    metrics = painter.fontMetrics()
    width = sum(map(metrics.horizontalAdvance, shown.ends())) + LEGEND_WIDTH + UNIT
    line = QRectF(left, bottom - metrics.height(), width, metrics.height())
    paint_legend(painter, line, theme, shown)


def paint_distance(
    painter: QPainter, place: QRectF, font: QFont, layer: Layer, distance: float, theme: Theme
) -> None:
    """Write a distance, and below it a bar as long as its share of the largest possible."""
    painter.setFont(scaled_font(font, SMALL, bold=True))
    painter.setPen(QColor(theme.text))
    painter.drawText(place.adjusted(0, 0, 0, -BAR), RIGHT, decimal(distance, 2))
    bar = QRectF(place.left(), place.bottom() - BAR, place.width(), BAR)
    painter.fillRect(bar, QColor(theme.track))
    largest = FARTHEST if layer.is_signed else FARTHEST / 2
    bar.setWidth(bar.width() * min(1.0, distance / largest))
    painter.fillRect(bar, QColor(theme.muted))


def paint_cells(painter: QPainter, rects: list[QRectF], theme: Theme) -> None:
    """Outline cells on a halo, in the colour of text, which no value has."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(theme.window), 2.0 * HALO), QPen(QColor(theme.text), 1.6)):
        painter.setPen(pen)
        painter.drawRects([rect.adjusted(-0.5, -0.5, 0.5, 0.5) for rect in rects])
