"""A waterfall: terms as bars, each from where the last one ended, and where its columns stand."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter

from lenet_gui.core.explaining.by_stroke import StrokeShares
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.kit.badge import sides
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import LEFT, RIGHT
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, rounded_after

translate = QCoreApplication.translate

THUMBNAIL = 1.5
"""Side of a stroke's picture, in lines of text."""
BAR = 0.55
"""Height of a bar, as a share of its row."""


@dataclass(frozen=True, eq=False)
class Waterfall:
    """The terms as they are shown, and what they are shown with."""

    pair: Pair
    drawing: Drawing
    terms: list[float]
    """The blank page's difference, then each stroke's share."""
    total: float
    shares: StrokeShares

    @classmethod
    def of(cls, shares: StrokeShares, drawing: Drawing, pair: Pair, total: float) -> "Waterfall":
        """Round the terms so that they add up to the rounded total."""
        terms = rounded_after(shares.blank, shares.shares.tolist(), total)
        return cls(pair, drawing, terms, round(total, DECIMALS), shares)

    @property
    def stops(self) -> list[float]:
        """The sum up to each term, with 0 before the first."""
        return list(accumulate(self.terms, initial=0.0))


@dataclass(frozen=True)
class Columns:
    """Where pictures, names, bars and numbers stand, and how long bars are."""

    picture: QRectF
    name: float
    left: float
    right: float
    number: float
    low: float
    high: float

    @classmethod
    def of(cls, font: QFont, width: float, height: float, shown: Waterfall) -> "Columns":
        """Give the bars the room that the rest leaves."""
        metrics = QFontMetricsF(scaled_font(font, 1, bold=True))
        side = round(THUMBNAIL * QFontMetrics(font).height())
        picture = QRectF(4, (height - side) / 2, side, side)
        names = [stroke_name(len(shown.terms) - 2), translate("ByStroke", "blank page")]
        names.append(total_name(shown.pair))
        name = picture.right() + UNIT
        widest = max(
            metrics.horizontalAdvance(number(term, DECIMALS))
            for term in (*shown.terms, shown.total, -10.0)
        )
        longest = max(map(metrics.horizontalAdvance, names))
        longest = min(longest, max(0.0, (width - name - widest) / 2))
        stops = shown.stops
        left, right = name + longest + UNIT, width - widest - 2 * UNIT
        return cls(picture, name, left, max(left + 1, right), width - 4.0, min(stops),
                   max(max(stops), min(stops) + 1e-9))  # fmt: skip

    def x(self, value: float) -> float:
        """Return where a sum stands."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def paint(
        self, painter: QPainter, row: QRectF, name: str, term: float, before: float,
        theme: Theme, is_bold: bool,
    ) -> None:  # fmt: skip
        """Paint a row: name, bar from the sum before to the sum after, and number."""
        negative, positive = sides(theme)
        ends = self.x(before), self.x(before + term)
        bar = QRectF(min(ends), row.center().y() - BAR * row.height() / 2,
                     max(2.0, abs(ends[1] - ends[0])), BAR * row.height())  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(positive if term >= 0 else negative)
        painter.drawRoundedRect(bar, 2, 2)
        font = painter.font()
        shown = scaled_font(font, 1, bold=is_bold)
        painter.setFont(fitting_font(shown, name, self.left - self.name - 2, 0.5))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(self.name, row.top(), self.left - self.name, row.height()),
                         LEFT, name)  # fmt: skip
        painter.setFont(shown)
        painter.drawText(QRectF(self.right, row.top(), self.number - self.right, row.height()),
                         RIGHT, number(term, DECIMALS))  # fmt: skip
        painter.setFont(font)


def stroke_name(index: int) -> str:
    """Return the name of a stroke, counted from 0."""
    return translate("ByStroke", "stroke {0}").format(index + 1)


def total_name(pair: Pair) -> str:
    """Return the name of the difference of two scores."""
    return translate("ByStroke", "{0} minus {1}").format(pair.digit, pair.against)
