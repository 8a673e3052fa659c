"""Badges of the two digits that are weighed against each other, and their colours."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lenet_gui.figure.colours import BLUE_ORANGE
from lenet_gui.ui.kit.painting import label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import Theme

STRONG = 38
"""How far from a published ramp's ends a colour is taken: the very ends are nearly black."""
PADDING = 3
"""Logical pixels at either side of the digit."""


def sides(theme: Theme) -> tuple[QColor, QColor]:
    """Return the colours of what speaks against and for: the two sides of the signed ramp."""
    if theme.signed_map == BLUE_ORANGE:
        return QColor(theme.negative), QColor(theme.positive)
    ramp = theme.signed_ramp
    return QColor.fromRgb(int(ramp[STRONG])), QColor.fromRgb(int(ramp[255 - STRONG]))


def badge_width(font: QFont) -> float:
    """Return the width of a badge with a digit in a font, in logical pixels."""
    bold = scaled_font(font, 1, bold=True)
    return QFontMetricsF(bold).horizontalAdvance("0") + 2 * PADDING


def badge_height(font: QFont) -> float:
    """Return the height of a badge, in logical pixels."""
    return QFontMetricsF(font).capHeight() + 2 * PADDING + 2


def paint_badge(
    painter: QPainter,
    left: float,
    middle: float,
    digit: int,
    is_for: bool,
    theme: Theme,
    highest: float = 100.0,
) -> None:
    """Paint a digit in its colour, in bold in the painter's font, centred on the line `middle`.

    It is no higher than `highest`, in logical pixels.
    """
    font = scaled_font(painter.font(), 1, bold=True)
    width, height = badge_width(font), min(badge_height(font), highest)
    colour = sides(theme)[is_for]
    painter.save()
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, middle - height / 2, width, height), 3, 3)
    painter.setPen(QPen(QColor(theme.on_accent)))
    paint_centred(painter, left + width / 2, middle, label(str(digit), font.toString()))
    painter.restore()
