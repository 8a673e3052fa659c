"""By unit: the shares of F6's 84 units as bars, from the strongest for to the strongest against."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent

from lenet_gui.core.explaining.by_unit import UnitShares
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import sides
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.painting import fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LEFT, RIGHT
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, rounded_after
from lenet_gui.ui.why.items import SMALL, Items

NAMED = 3
"""Units named at either end."""
HEIGHT, USEFUL = 4.2, 8.0
"""Height of the bars at least, and at most, in lines of text."""


class UnitsView(Items):
    """Bars in the order of their shares; picking one leads to the unit."""

    def __init__(self) -> None:
        super().__init__()
        self._terms: list[float] = []
        self._order: list[int] = []
        self.bias = 0.0
        """The bias's share as it is shown."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Each unit’s share of the difference"))
        self.setToolTip(
            self.tr(
                "The last layer before the scores has 84 units. What each adds to the difference is"
                " its value times the difference of its two weights. Click a bar to see its unit."
            )
        )
        self.updateGeometry()
        self.describe()

    def show_shares(self, shares: UnitShares, total: float) -> None:
        """Show other shares, in `total`."""
        self.bias, *self._terms = rounded_after(shares.bias, shares.shares.tolist(), total)
        self._order = np.argsort(-shares.shares, kind="stable").tolist()
        self.describe()
        self.update()

    @property
    def terms(self) -> list[float]:
        """Each unit's share as it is shown, in the network's order."""
        return self._terms

    def unit(self, index: int) -> int:
        """Return the unit, from 0, that a bar stands for."""
        return self._order[index]

    def sizeHint(self) -> QSize:
        """Return room for bars of both signs, and for words above and below."""
        return QSize(40 * UNIT, round(HEIGHT * self.fontMetrics().height()))

    def needed_height(self, width: int) -> int:
        """Return the least height, in logical pixels."""
        return self.sizeHint().height()

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""
        return round(USEFUL * self.fontMetrics().height())

    def places(self) -> list[QRectF]:
        """Return each bar's column."""
        width = self.width() / max(1, len(self._order))
        return [QRectF(i * width, 0, width, self.height()) for i in range(len(self._order))]

    def words(self, index: int) -> str:
        """Return a unit's share in words."""
        unit = self._order[index]
        share = number(self._terms[unit], DECIMALS)
        return self.tr("unit {0}: {1}").format(unit + 1, share)

    def describe(self) -> None:
        """Name the strongest units for screen readers: 84 would be too many to listen to."""
        self.setAccessibleDescription("; ".join(self._ends()) if self._order else "")

    def _ends(self) -> tuple[str, str]:
        """Return the units with the strongest shares for and against, in words."""
        found = []
        for units in (self._order[:NAMED], self._order[: -NAMED - 1 : -1]):
            names = listed(*(str(unit + 1) for unit in units))
            shares = listed(*(number(self._terms[unit], DECIMALS) for unit in units))
            found.append(self.tr("units {0}: {1}").format(names, shares))
        return found[0], found[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars and, where they leave room, the names of the strongest units."""
        if not self._order:
            return
        painter, theme = self.begin(), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        colours = sides(theme)
        shares = [self._terms[unit] for unit in self._order]
        highest, lowest = max(*shares, 0.0), min(*shares, 0.0)
        # Each half has room for a line of words, whatever the bars.
        line = QFontMetricsF(scaled_font(self.font(), SMALL)).height()
        above = (self.height() - 2) * highest / ((highest - lowest) or 1)
        zero = round(min(max(above, line + 2), self.height() - line - 2))
        scale = min(
            zero / highest if highest else np.inf,
            (self.height() - zero - 1) / -lowest if lowest else np.inf,
        )
        for index, (place, share) in enumerate(zip(self.places(), shares, strict=True)):
            length = 0.0 if share == 0 else share * float(scale)
            is_shown = index == self.shown
            if is_shown:
                painter.fillRect(place, QColor(theme.track))
            bar = QRectF(place.left() + 0.5, zero, max(1.0, place.width() - 1), -length)
            painter.fillRect(bar.normalized(), colours[share > 0])
        painter.setPen(hairline(theme.muted))
        painter.drawLine(QLineF(0, zero, self.width(), zero))
        self._paint_words(painter, zero, line)

    def _paint_words(self, painter: QPainter, zero: int, line: float) -> None:
        """Name the unit pointed at; else the strongest ones, where the bars are short."""
        theme = current_theme()
        up, down = self._ends()
        if (shown := self.shown) is not None:
            up = self.words(shown)
        room = 0.72 * self.width()
        small = scaled_font(self.font(), SMALL, bold=self.shown is not None)
        painter.setFont(fitting_font(small, up, room, 0.6))
        painter.setPen(QColor(theme.text if self.shown is not None else theme.muted))
        painter.drawText(QRectF(self.width() - room, 0, room, line), RIGHT, up)
        painter.setFont(fitting_font(scaled_font(self.font(), SMALL), down, room, 0.6))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(0, zero + 2, room, line), LEFT | Qt.AlignmentFlag.AlignTop, down)
