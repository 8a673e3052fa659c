"""Probabilities and scores of the ten digits: pinned, current, and their difference."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.comparison import Comparison, Side
from lenet_gui.figure.colours import colour
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, listed
from lenet_gui.ui.kit.painting import fitting_font, label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.number_grid import readable_pen

SMALL = 0.88
BAR = 28
"""Height of the bars, or in a list their width, in logical pixels."""
GAP = 5
STRONG = 10.0
"""The difference of scores that has at least the strongest colour."""
WIDEST = "+00.0"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class _Places:
    """Where one digit's parts go."""

    bars: tuple[QRectF, QRectF]
    digit: QRectF
    numbers: tuple[QRectF, QRectF, QRectF]


class ScoresView(QWidget):
    """Shows the digits as columns; where these would be too narrow for their numbers, as a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._laid: list[_Places] = []
        self.setAutoFillBackground(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setToolTip(
            self.tr(
                "Scores, also called logits, are the output layer’s sums before softmax. One more"
                " makes a digit 2.7 times as probable, compared with the others."
            )
        )
        self._describe()
        self._lay()
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str, str]:
        return self.tr("pinned"), self.tr("current"), self.tr("difference")

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison."""
        self._comparison = comparison
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Probability and score"))
        found = None if self._comparison is None else self._comparison.score_differences
        words = self.tr("{0}: {1}")
        values = [] if found is None else found.tolist()
        texts = [words.format(digit, _number(value)) for digit, value in enumerate(values)]
        self.setAccessibleDescription(listed(self.tr("Differences of the scores"), *texts))

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(480, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest list."""
        return QSize(200, self._height())

    def resizeEvent(self, event: object) -> None:
        """Take another height where the columns turn into a list."""
        self._lay()
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def changeEvent(self, event: object) -> None:
        """Take another height for another text size."""
        super().changeEvent(event)  # type: ignore[arg-type]
        self._lay()
        self.setFixedHeight(self._height())

    def _lay(self) -> None:
        self._laid = [self._places(digit) for digit in range(CLASSES)]

    def _small(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self.font(), SMALL, bold=True))

    def _label(self) -> int:
        return max(map(self._small().horizontalAdvance, self._words())) + UNIT

    @property
    def is_list(self) -> bool:
        """Whether each digit is a row."""
        column = (self.width() - self._label()) / CLASSES
        return column < self._small().horizontalAdvance(WIDEST) * 0.9 + GAP

    def _line(self) -> int:
        return self._small().height() + 3

    def _top(self) -> int:
        return self.fontMetrics().height() + UNIT

    def _height(self) -> int:
        if self.is_list:
            return self._top() + (CLASSES + 1) * self._line() + 2
        return self._top() + BAR + 4 * self._line() + 2

    def _places(self, digit: int) -> _Places:
        line, top = float(self._line()), float(self._top())
        if self.is_list:
            widest = max(map(self._small().horizontalAdvance, (WIDEST, *self._words())))
            number = min(widest + UNIT, self.width() / 4.5)
            y = top + (digit + 1) * line
            numbers = [
                QRectF(self.width() - (3 - place) * number, y, number - 3, line - 3)
                for place in range(3)
            ]
            left = float(self._small().horizontalAdvance("0") + UNIT)
            width, high = max(4.0, numbers[0].left() - left - UNIT), (line - 6) / 2
            bars = [QRectF(left, y + 1 + place * (high + 1), width, high) for place in range(2)]
            spot = QRectF(0, y, left, line - 3)
            return _Places((bars[0], bars[1]), spot, (numbers[0], numbers[1], numbers[2]))
        column = (self.width() - self._label()) / CLASSES
        left = float(self._label() + digit * column)
        half = min(14.0, column / 2 - 4)
        middle = left + column / 2
        bars = [QRectF(middle - half - 1, top, half, BAR), QRectF(middle + 1, top, half, BAR)]
        rows = [QRectF(left + 2, top + BAR + n * line, column - 4, line - 2) for n in range(4)]
        return _Places((bars[0], bars[1]), rows[0], (rows[1], rows[2], rows[3]))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading with its legend, the bars and the numbers."""
        painter, theme = QPainter(self), current_theme()
        self._paint_heading(painter, theme)
        self._paint_labels(painter, theme)
        comparison = self._comparison
        if comparison is None:
            return
        sides = (comparison.pinned, comparison.current)
        differences = comparison.score_differences
        backs = None if differences is None else _colours(differences, theme)
        font, bold = (scaled_font(self.font(), SMALL, is_bold) for is_bold in (False, True))
        name, bold_name = font.toString(), bold.toString()
        is_list = self.is_list
        for digit, places in enumerate(self._laid):
            for place, side, ink in zip(
                places.bars, sides, (theme.muted, theme.accent), strict=True
            ):
                self._paint_bar(painter, place, side, digit, ink, theme, is_list)
            is_named = digit in {side.reading.most_probable for side in sides}
            painter.setFont(bold if is_named else font)
            painter.setPen(QColor(theme.text if is_named else theme.muted))
            painter.drawText(places.digit, LEFT if is_list else CENTRE, str(digit))
            for place, side in zip(places.numbers, sides, strict=False):
                if (scores := side.scores) is not None:
                    is_best = digit == side.reading.most_probable
                    painter.setFont(bold if is_best else font)
                    painter.setPen(QColor(theme.text if is_best else theme.muted))
                    shown = label(_number(float(scores[digit])), bold_name if is_best else name)
                    paint_centred(painter, place.center().x(), place.center().y(), shown)
            if differences is not None and backs is not None:
                place = places.numbers[2]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor.fromRgb(int(backs[digit])))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawRoundedRect(place, 3, 3)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setFont(bold)
                painter.setPen(readable_pen(int(backs[digit])))
                shown = label(_number(float(differences[digit])), bold_name)
                paint_centred(painter, place.center().x(), place.center().y(), shown)

    def _paint_bar(
        self,
        painter: QPainter,
        place: QRectF,
        side: Side,
        digit: int,
        ink: str,
        theme: Theme,
        is_list: bool,
    ) -> None:
        painter.fillRect(place, QColor(theme.track))
        probabilities = side.reading.probabilities
        if probabilities is None:
            return
        share = float(probabilities[digit])
        filled = QRectF(place)
        if is_list:
            filled.setWidth(share * place.width())
        else:
            filled.setTop(place.bottom() - share * place.height())
        painter.fillRect(filled, QColor(ink))

    def _paint_heading(self, painter: QPainter, theme: Theme) -> None:
        """Paint the title, and at the right which colour of the bars is whose."""
        line = QRectF(0, 0, self.width(), self.fontMetrics().height())
        painter.setFont(scaled_font(self.font(), SMALL))
        metrics = painter.fontMetrics()
        right = line.right()
        pinned, current, _ = self._words()
        for words, ink in ((current, theme.accent), (pinned, theme.muted)):
            left = right - metrics.horizontalAdvance(words)
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(left, 0, right - left + 1, line.height()), LEFT, words)
            box = QRectF(left - 15, line.center().y() - 5, 10, 10)
            painter.fillRect(box, QColor(ink))
            right = box.left() - 1.5 * UNIT
        title = self.tr("Probability and score")
        bold = scaled_font(self.font(), 1.0, bold=True)
        painter.setFont(fitting_font(bold, title, right, 0.8))
        painter.setPen(QColor(theme.text))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(right))
        painter.drawText(line, LEFT, shown)

    def _paint_labels(self, painter: QPainter, theme: Theme) -> None:
        places, is_list = self._laid[0], self.is_list
        for number, words in enumerate(self._words()):
            painter.setFont(scaled_font(self.font(), SMALL, bold=number == 2))
            painter.setPen(QColor(theme.text if number == 2 else theme.muted))
            place = places.numbers[number]
            if is_list:
                above = QRectF(place.left(), self._top(), place.width(), self._line())
                painter.setFont(fitting_font(painter.font(), words, place.width(), 0.5))
                painter.drawText(above, CENTRE, words)
            else:
                painter.drawText(QRectF(0, place.top(), self._label(), place.height()), LEFT, words)


def _colours(differences: Array, theme: Theme) -> list[int]:
    bound = max(STRONG, float(np.abs(differences).max()))
    return [int(one) for one in colour(differences, theme.signed_ramp, -bound, bound)]


def _number(value: float) -> str:
    return decimal(value, 1, has_plus=True)
