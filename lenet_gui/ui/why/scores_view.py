"""The ten scores before softmax: signed bars with numbers, the two that are weighed in colour."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import PADDING, badge_height, badge_width, paint_badge, sides
from lenet_gui.ui.kit.painting import fitting_font, hairline, label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, ShownScores
from lenet_gui.ui.why.items import SMALL, Items

TRACK = 4
"""Height of a bar's track, in logical pixels."""
NUMBERS = "−0.00", "−00.00"
"""The widest numbers, usual ones and large ones."""
LEAST = 0.92
"""Size of the numbers, as a share of SMALL, below which they take a second row."""
ROOM = 2 * PADDING + 6
"""Logical pixels of a cell beside the badge and the number."""


class ScoresView(Items):
    """Ten cells, in one row or two; picking one weighs its digit against the one read."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownScores | None = None
        self._pair: Pair | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Scores before softmax"))
        self.setToolTip(
            self.tr(
                "The network's ten sums before they become probabilities. Click one to weigh its"
                " digit against the one that is read."
            )
        )
        self.updateGeometry()

    def show_scores(self, shown: ShownScores | None, pair: Pair | None) -> None:
        """Show ten scores, and mark the two digits that are weighed."""
        self._shown, self._pair = shown, pair
        self.describe()
        self.update()

    def words(self, index: int) -> str:
        """Return a score in words."""
        if self._shown is None:
            return ""
        return f"{index}: {number(self._shown.scores[index], DECIMALS)}"

    # -- places ---------------------------------------------------------------------------------

    def needed_height(self, width: int) -> int:
        """Return the height that a width needs, in logical pixels."""
        rows = CLASSES // self._columns(width)
        return round(rows * self._row_height + (rows - 1) * UNIT / 2)

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing: the same."""
        return self.needed_height(width)

    def sizeHint(self) -> QSize:
        """Return one row."""
        return QSize(60 * UNIT, round(self._row_height))

    @property
    def per_row(self) -> int:
        """Cells side by side."""
        return self._columns(self.width())

    def _columns(self, width: float) -> int:
        font = scaled_font(self.font(), SMALL * LEAST, bold=True)
        text = badge_width(font) + ROOM + QFontMetricsF(font).horizontalAdvance(NUMBERS[0])
        return CLASSES if width >= CLASSES * text else CLASSES // 2

    @property
    def _row_height(self) -> float:
        return badge_height(scaled_font(self.font(), SMALL)) + UNIT / 2 + TRACK + 3

    def places(self) -> list[QRectF]:
        """Return each score's cell."""
        columns = self._columns(self.width())
        width = self.width() / columns
        height = self._row_height
        return [
            QRectF(i % columns * width, i // columns * (height + UNIT / 2), width, height)
            for i in range(CLASSES)
        ]

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten cells."""
        if self._shown is None or self._pair is None:
            return
        painter, theme = self.begin(), current_theme()
        cells = self.places()
        usual = scaled_font(self.font(), SMALL, bold=True)
        room = cells[0].width() - badge_width(usual) - ROOM
        largest = float(np.abs(self._shown.scores).max()) or 1.0
        font = scaled_font(fitting_font(usual, NUMBERS[largest >= 10], room, LEAST * 0.85), 1)
        for digit, (cell, score) in enumerate(zip(cells, self._shown.scores, strict=True)):
            if digit == self.shown:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.hover))
                painter.drawRoundedRect(cell.adjusted(-1, 0, -1, 0), 4, 4)
            painter.setFont(font)
            self._paint_cell(painter, cell.adjusted(1, 0, -4, 0), digit, score / largest, theme)

    def _paint_cell(
        self, painter: QPainter, cell: QRectF, digit: int, share: float, theme: Theme
    ) -> None:
        assert self._shown is not None
        assert self._pair is not None
        negative, positive = sides(theme)
        weighed = digit in (self._pair.digit, self._pair.against)
        is_for = digit == self._pair.digit
        width, high = badge_width(painter.font()), badge_height(painter.font())
        middle = cell.top() + high / 2 + 1
        if weighed:
            paint_badge(painter, cell.left(), middle, digit, is_for, theme)
        else:
            painter.setPen(QColor(theme.muted))
            plain = label(str(digit), painter.font().toString())
            paint_centred(painter, cell.left() + width / 2, middle, plain)
        font = scaled_font(painter.font(), 1, bold=weighed)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if weighed else theme.muted))
        shown = label(number(self._shown.scores[digit], DECIMALS), font.toString())
        paint_centred(painter, cell.right() - shown.width / 2, middle, shown)
        track = QRectF(cell.left(), cell.bottom() - TRACK - 1, cell.width(), TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, 2, 2)
        zero = track.center().x()
        end = zero + share * track.width() / 2
        colour = QColor(theme.muted) if not weighed else positive if is_for else negative
        painter.fillRect(QRectF(min(zero, end), track.top(), abs(end - zero), TRACK), colour)
        painter.setPen(hairline(theme.text))
        painter.drawLine(QLineF(zero, track.top() - 2, zero, track.bottom() + 2))
