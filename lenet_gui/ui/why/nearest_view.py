"""Nearest digits: those of either kind that the network sees as most alike."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from lenet_gui.core.explaining.nearest import Neighbours
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import badge_width, paint_badge
from lenet_gui.ui.kit.i18n import decimal, listed
from lenet_gui.ui.kit.painting import (
    block_font,
    colour_image,
    hairline,
    label,
    paint_centred,
    scaled_font,
)
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.why.fading import Fading
from lenet_gui.ui.why.items import PALE, SMALL

COUNT = 4
"""Digits of either kind."""
LEAST_SIDE, USUAL_SIDE, MOST_SIDE = 1.8, 2.6, 4.0
"""Side of a digit: at least, usually, and at most, in lines of text."""


class NearestView(Fading):
    """A row for the digit that is read, and one for the other."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Neighbours] = ()
        self._pair: Pair | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Nearest digits"))
        self.setToolTip(
            self.tr(
                "Of the digits that come with the program, those whose 84 values in F6 are nearest"
                " to your drawing's, and how far they are (Euclidean distance)."
            )
        )

    def show_neighbours(self, found: Sequence[Neighbours], pair: Pair, words: str = "") -> None:
        """Show the neighbours of either kind; without any, `words` say why."""
        self._found, self._pair, self._words = found, pair, words
        parts = [
            f"{digit}: " + listed(*(decimal(distance, 1) for distance in row.distances.tolist()))
            for digit, row in zip((pair.digit, pair.against), found, strict=False)
        ]
        self.setAccessibleDescription("; ".join(parts) or words)
        self.update()

    @property
    def _line(self) -> float:
        return QFontMetricsF(scaled_font(self.font(), SMALL)).height()

    def needed_height(self, width: int) -> int:
        """Return the least height, in logical pixels."""
        side = LEAST_SIDE * self.fontMetrics().height()
        return round(2 * (side + self._line) + UNIT / 2)

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""
        side = (width - badge_width(self.font()) - UNIT) / COUNT - UNIT
        side = min(side, MOST_SIDE * self.fontMetrics().height())
        return round(2 * (side + self._line + 2) + UNIT / 2)

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        side = USUAL_SIDE * self.fontMetrics().height()
        return QSize(30 * UNIT, round(2 * (side + self._line) + UNIT / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both rows."""
        if self._pair is None:
            return
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self.is_stale:
            painter.setOpacity(PALE)
        font = scaled_font(self.font(), SMALL)
        painter.setFont(font)
        if not self._found:
            painter.setPen(QColor(theme.muted))
            painter.setFont(block_font(font, self._words, self.width(), self.height()))
            painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap, self._words)
            return
        usual = scaled_font(self.font(), 1)
        left = badge_width(usual) + UNIT
        pitch = (self.width() - left) / COUNT
        high = (self.height() - UNIT / 2) / 2
        side = float(int(min(high - self._line - 2, pitch - UNIT)))
        pitch = min(pitch, side + 3 * UNIT)
        digits = ((self._pair.digit, True), (self._pair.against, False))
        for row, ((digit, is_for), found) in enumerate(zip(digits, self._found, strict=True)):
            top = row * (high + UNIT / 2)
            painter.setFont(usual)
            paint_badge(painter, 0, top + side / 2, digit, is_for, theme)
            painter.setFont(font)
            for column, (image, distance) in enumerate(
                zip(found.images, found.distances.tolist(), strict=True)
            ):
                place = QRectF(round(left + column * pitch), round(top) + 1, side, side)
                ink = image.astype(np.float32) / np.float32(255)
                painter.drawImage(place, colour_image(ink, theme.ink_ramp, 0, 1))
                painter.setPen(hairline(theme.line))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
                painter.setPen(QColor(theme.muted))
                shown = label(decimal(distance, 1), font.toString())
                paint_centred(
                    painter, place.center().x(), place.bottom() + self._line / 2 + 1, shown
                )
