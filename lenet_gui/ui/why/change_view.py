"""What would change its mind: the ink with what would be added and taken away, in two colours."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from lenet_gui.core.explaining.change import Change
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import PADDING
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.figure.colours import blend
from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import badge_width, paint_badge, sides
from lenet_gui.ui.kit.i18n import decimal, listed, percentage
from lenet_gui.ui.kit.painting import block_font, hairline, image_of, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import LEFT
from lenet_gui.ui.why.fading import Fading
from lenet_gui.ui.why.items import PALE, SMALL

LEAST_SIDE, USUAL_SIDE, MOST_SIDE = 5.5, 7.5, 11.0
"""Side of the picture: at least, usually, and at most, in lines of text."""
SHARE = 0.48
"""The picture's share of the width, at most."""
FAINT = 160
"""How dark full ink is that stays, of 255."""
LEAST_BOUND = 0.1
"""Change of a pixel that has the strongest colour at least; usually the largest change has it."""
SHOWN = 28
"""Pixels of the side that are shown: all but the padding."""


class ChangeView(Fading):
    """The changed input, and beside it what was changed and how that reads."""

    def __init__(self) -> None:
        super().__init__()
        self._change: Change | None = None
        self._pair: Pair | None = None
        self._padded: Array | None = None
        self._is_searched = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What would change its mind"))
        self.setToolTip(
            self.tr(
                "Ink to add and ink to take away so that the other digit becomes the most probable:"
                " as little as the search found. The stronger the colour, the more of a pixel."
            )
        )
        self._describe()

    def show_change(
        self, change: Change | None, padded: Array, pair: Pair, is_searched: bool
    ) -> None:
        """Show a change of `padded`, float32 (32, 32); None if none was found, or not yet."""
        self._change, self._padded, self._pair = change, padded, pair
        self._is_searched = is_searched
        self._describe()
        self.update()

    @property
    def words(self) -> str:
        """What is shown, in a few words."""
        if self._pair is None:
            return ""
        if self._change is None:
            if not self._is_searched:
                return self.tr("searching…")
            words = self.tr("No small change was found that makes it read {0}.")
            return words.format(self._pair.against)
        return self.tr("After the least change found, it reads")

    def amounts(self) -> list[str]:
        """Return how much ink is added and taken away."""
        if self._change is None:
            return []
        return [
            self.tr("ink added: {0} px").format(decimal(self._change.added, 1)),
            self.tr("taken away: {0} px").format(decimal(self._change.removed, 1)),
        ]

    def reading(self) -> str:
        """Return how probable the other digit is after the change."""
        assert self._change is not None
        return percentage(float(self._change.probabilities[self._change.digit]))

    def _describe(self) -> None:
        parts = [self.words, *self.amounts()]
        if self._change is not None:
            parts.insert(1, f"{self._change.digit}: {self.reading()}")
        self.setAccessibleDescription(listed(*parts))

    def needed_height(self, width: int) -> int:
        """Return the least height, in logical pixels."""
        return round(LEAST_SIDE * self.fontMetrics().height())

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""
        return round(min(SHARE * width, MOST_SIDE * self.fontMetrics().height()))

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(30 * UNIT, round(USUAL_SIDE * self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and the words."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = min(self.height(), self.width() * SHARE)
        side = crisp(room - 1, SHOWN, self.devicePixelRatioF()) * SHOWN
        place = QRectF(0.5, 0.5, side, side)
        painter.fillRect(place, QColor(theme.paper))
        if self.is_stale:
            painter.setOpacity(PALE)
        if self._padded is not None and self._pair is not None:
            painter.drawImage(place, image_of(self._colours(theme)))
        painter.setOpacity(1)
        painter.setPen(hairline(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        if self.is_stale:
            painter.setOpacity(PALE)
        self._paint_words(painter, QRectF(side + 1.5 * UNIT, 0, self.width() - side - 1.5 * UNIT,
                                          self.height()), theme)  # fmt: skip

    def _colours(self, theme: Theme) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
        """Return the picture: ink that stays in grey, added and removed ink in their colours."""
        assert self._padded is not None
        inner = slice(PADDING, -PADDING)
        before = self._padded[inner, inner]
        after = before if self._change is None else self._change.padded[inner, inner]
        negative, positive = sides(theme)
        kept = np.clip(np.minimum(before, after), 0, 1) * (255 if self._change is None else FAINT)
        shown = blend(theme.paper, theme.muted)[np.rint(kept).astype(np.uint8)]
        bound = max(LEAST_BOUND, float(np.abs(after - before).max()))
        for amount, colour in ((after - before, negative), (before - after, positive)):
            share = np.clip(amount / bound, 0, 1)[..., None]
            shown = _mixed(shown, colour.rgb(), share)
        return np.asarray(shown, np.uint32)

    def _paint_words(self, painter: QPainter, room: QRectF, theme: Theme) -> None:
        """Write what the picture is, how it reads, and what the colours are."""
        plain = scaled_font(self.font(), SMALL)
        line = QFontMetricsF(plain).height()
        lines = 2.2 if self._change is not None else 4.0
        font = block_font(plain, self.words, room.width(), lines * line, 0.7)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        text = QRectF(room.left(), room.top(), room.width(), lines * line)
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.drawText(text, wrapped, self.words)
        if self._change is None:
            return
        bounds = QFontMetricsF(font).boundingRect(text, int(wrapped), self.words)
        top = bounds.bottom() + UNIT / 2
        painter.setFont(scaled_font(self.font(), 1))
        large = 1.2 * QFontMetricsF(painter.font()).height()
        paint_badge(painter, room.left(), top + large / 2, self._change.digit, False, theme)
        painter.setFont(scaled_font(self.font(), 1, bold=True))
        painter.setPen(QColor(theme.text))
        left = room.left() + badge_width(self.font()) + UNIT / 2
        painter.drawText(QRectF(left, top, room.width(), large), LEFT, self.reading())
        top += large + UNIT / 2
        for words, colour in zip(self.amounts(), sides(theme), strict=True):
            middle = top + line / 2
            painter.fillRect(QRectF(room.left(), middle - 4, 8, 8), colour)
            painter.setPen(QColor(theme.muted))
            painter.setFont(block_font(plain, words, room.width() - 14, line, 0.7))
            painter.drawText(QPointF(room.left() + 14, middle + QFontMetricsF(plain).ascent() / 2
                                     - 1), words)  # fmt: skip
            top += line + 2


def _mixed(
    below: "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]", colour: int, share: Array
) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
    """Lay a colour, 0xffRRGGBB, over others, as opaque as `share`, (rows, columns, 1)."""
    shifts = np.array((16, 8, 0), np.uint32)
    under = (below[..., None] >> shifts & 0xFF).astype(np.float32)
    over = np.array([colour >> int(shift) & 0xFF for shift in shifts], np.float32)
    mixed = np.rint(under * (1 - share) + over * share).astype(np.uint32)
    return np.asarray(0xFF000000 | (mixed << shifts).sum(axis=-1, dtype=np.uint32), np.uint32)
