"""A unit's sum in words, with its numbers in bold, in as many lines as it needs."""

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import hairline, scaled_font
from lenet_gui.ui.kit.widgets import LiveLabel

DIGIT = re.compile(r"\d")


class Place(NamedTuple):
    """Where a word stands."""

    x: float
    line: int
    is_bold: bool


class SumLine(LiveLabel):
    """Breaks its text between parts that two spaces separate; inside them only if it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text's lines in a width."""
        return self.line_count(width) * self._pitch()

    def line_count(self, width: int) -> int:
        """Return the number of lines in a width, at least 1."""
        places = self._places(width)
        return 1 + (places[-1].line if places else 0)

    def _pitch(self) -> int:
        return self.fontMetrics().height() + 2

    def _places(self, width: int) -> list[Place]:
        # Digits are equally wide, so the words need no new places when a number changes.
        return _word_places(DIGIT.sub("0", self.text()), self.font().toString(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        theme = current_theme()
        painter = QPainter(self)
        fonts = self.font(), scaled_font(self.font(), 1, bold=True)
        pens = hairline(theme.muted), hairline(theme.text)
        base, pitch = 1 + self.fontMetrics().ascent(), self._pitch()
        for word, (x, line, is_bold) in zip(
            self.text().split(), self._places(self.width()), strict=True
        ):
            painter.setFont(fonts[is_bold])
            painter.setPen(pens[is_bold])
            painter.drawText(QPointF(x, base + line * pitch), word)


@lru_cache(maxsize=32)
def _word_places(text: str, font: str, width: int) -> list[Place]:
    """Return the place of each word of a text in a font, given as its `toString()`."""
    usual = QFont()
    usual.fromString(font)
    metrics = QFontMetricsF(usual), QFontMetricsF(scaled_font(usual, 1, bold=True))
    space = 1.3 * metrics[0].horizontalAdvance(" ")
    found: list[Place] = []
    x, line = 0.0, 0
    for part in _parts(text):
        words = [(bool(DIGIT.search(word)), word) for word in part.split()]
        widths = [metrics[is_bold].horizontalAdvance(word) for is_bold, word in words]
        whole = sum(widths) + space * (len(words) - 1)
        if x > 0 and x + whole > width:
            x, line = 0.0, line + 1
        for (is_bold, _), advance in zip(words, widths, strict=True):
            if whole > width and x > 0 and x + advance > width:
                x, line = 0.0, line + 1
            found.append(Place(x, line, is_bold))
            x += advance + space
        x += space / 2
    return found


def _parts(text: str) -> list[str]:
    """Return the parts of a text that two spaces separate; an operator begins one."""
    for operator in "+=":
        text = text.replace(f"  {operator}  ", f"  {operator} ")
    return [part for part in text.replace("  →  ", " → ").split("  ") if part.strip()]
