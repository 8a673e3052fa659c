"""The verdict on one digit: the digit, its probability and a few plain words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.reading.reading import CLEAR, Reading, Verdict
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import percentage
from lenet_gui.ui.kit.painting import block_font, fits, fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged

HEIGHTS = range(8 * UNIT, 15 * UNIT + 1, UNIT)
"""Heights of the verdict with its words beside the digit, in logical pixels."""
LEFT = Qt.AlignmentFlag.AlignLeft


class Winner(Arranged):
    """The digit read, its probability and a few plain words.

    The words stand right of the digit, or below it where that would be too narrow for them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._hint = ""
        self._upper, self._lower = QRectF(), QRectF()
        """The places of the title, right of the digit, and of the words."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Reading"))
        self.arrange()

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(220, HEIGHTS[-1])

    def least_height(self, width: int) -> int:
        """Return the height at which every verdict can be read in a width, in logical pixels."""
        longest = max(self._longest(), key=self.fontMetrics().horizontalAdvance)
        lines = 1 + self.fontMetrics().horizontalAdvance(longest) // width
        below = self._head + lines * self.fontMetrics().lineSpacing()
        beside = (height for height in HEIGHTS if self._is_beside(width, height))
        return min(next(beside, below), max(below, HEIGHTS[0]))

    @property
    def _head(self) -> int:
        """Height of a title that stands above the words, with the digit beside it."""
        return 3 * self.fontMetrics().height()

    def _places(self, width: int, height: int) -> tuple[QRectF, QRectF]:
        """Return the places of title and words, right of a digit that fills the height."""
        left, middle = int(height * 0.62) + UNIT, height // 2 + 2
        return (
            QRectF(left, 0, width - left, middle),
            QRectF(left, middle + 2, width - left, height - middle - 2),
        )

    def _is_beside(self, width: int, height: int) -> bool:
        """Return whether all words fit beside the digit."""
        title, words = self._places(width, height)
        return title.height() >= 1.4 * self.fontMetrics().height() and all(
            fits(self.font(), text, words.width(), words.height()) for text in self._longest()
        )

    def _longest(self) -> list[str]:
        """Return each verdict in its longest words."""
        *_, second, first = sorted(self._names(), key=self.fontMetrics().horizontalAdvance)
        return [
            self.tr("closest: {0}").format(first),
            self.tr("{0}, or {1}?").format(first, second),
            self.tr("clearly {0}").format(first),
            self.tr("probably {0}").format(first),
            self.tr("perhaps {0}").format(first),
            self.tr("too little ink to tell"),
        ]

    def arrange(self) -> None:
        """Place the parts."""
        width, height = self.width(), self.height()
        self._upper, self._lower = self._places(width, height)
        if not self._is_beside(width, height) and height > self._head:
            self._upper, _ = self._places(width, self._head)
            self._upper.setHeight(self._head)
            self._lower = QRectF(0, self._head, width, height - self._head)
        self.update()

    # -- the reading ----------------------------------------------------------------------------

    def show_reading(self, reading: Reading | None, hint: str) -> None:
        """Show a reading, or `hint` if nothing was read."""
        title, words = self.title(), self.accessibleDescription()
        self._reading, self._hint = reading, hint
        self.setAccessibleDescription(self.words())
        if self.accessibleDescription() != words:
            self.update()  # another digit needs other words
        elif self.title() != title:
            self.update(self._upper.toAlignedRect())

    def title(self) -> str:
        """Return the probability of the digit read; `words` names it."""
        if self._reading is None or self._reading.probabilities is None:
            return ""
        if self._reading.verdict is Verdict.TOO_LITTLE:
            return ""  # it may become a digit
        digit = self._reading.digit
        if digit is None:
            return self.tr("No digit")
        return percentage(float(self._reading.probabilities[digit]))

    def words(self) -> str:
        """Return the verdict in a few plain words."""
        return self._verdict(self.tr("doesn't look like a digit (closest: {0})"))

    def _verdict(self, refusal: str) -> str:
        """Return the verdict; `refusal` is what to say of a drawing that is like no digit."""
        if self._reading is None or self._reading.probabilities is None:
            return self._hint
        names = self._names()
        first, second = self._reading.most_probable, self._reading.runner_up
        assert first is not None
        assert second is not None
        if self._reading.verdict is Verdict.NOT_A_DIGIT:
            if self._reading.closest is None:
                return self.tr("doesn't look like a digit")
            return refusal.format(names[first])
        if self._reading.verdict is Verdict.TOO_LITTLE:
            return self.tr("too little ink to tell")
        if self._reading.verdict is Verdict.AMBIGUOUS:
            return self.tr("{0}, or {1}?").format(names[first], names[second])
        if self._reading.probabilities[first] >= CLEAR:
            return self.tr("clearly {0}").format(names[first])
        if self._reading.closest is None:
            return self.tr("perhaps {0}").format(names[first])
        return self.tr("probably {0}").format(names[first])

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("a zero"), self.tr("a one"), self.tr("a two"), self.tr("a three"),
            self.tr("a four"), self.tr("a five"), self.tr("a six"), self.tr("a seven"),
            self.tr("an eight"), self.tr("a nine"),
        )  # fmt: skip

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digit, probability and words."""
        painter = QPainter(self)
        if self._reading is None or self._reading.probabilities is None:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._paint_words(painter, QRectF(self.rect()), self._hint, middle)
            return
        self._paint_title(painter, self._upper, self.title())
        if not self._upper.contains(event.rect()):
            is_beside = self._lower.left() > 0
            height = self.height() if is_beside else self._upper.height()
            self._paint_digit(painter, QRectF(0, 0, self._upper.left() - UNIT, height))
            words, room = self.words(), self._lower
            if not fits(self.font(), words, room.width(), room.height()):
                words = self._verdict(self.tr("closest: {0}"))  # the title says the rest
            self._paint_words(painter, room, words, Qt.AlignmentFlag.AlignTop)

    def _paint_digit(self, painter: QPainter, box: QRectF) -> None:
        digit = None if self._reading is None else self._reading.digit
        font = scaled_font(self.font(), 1)
        font.setPixelSize(int(box.height() * 0.9))
        painter.setFont(font)
        painter.setPen(QColor(current_theme().muted if digit is None else current_theme().text))
        shown = "?" if digit is None else str(digit)
        painter.drawText(box, LEFT | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_title(self, painter: QPainter, box: QRectF, title: str) -> None:
        large = scaled_font(self.font(), 1.5, bold=True)
        painter.setFont(fitting_font(large, title, box.width(), 0.4))
        painter.setPen(QColor(current_theme().text))
        is_beside = self._lower.left() > 0
        side = Qt.AlignmentFlag.AlignBottom if is_beside else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, LEFT | side, title)

    def _paint_words(
        self, painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(block_font(self.font(), words, room.width(), room.height()))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(room, LEFT | side | Qt.TextFlag.TextWordWrap, words)
