"""Short texts laid out once: numbers are painted anew with every point that is drawn."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText


class Label(NamedTuple):
    """A text, and its width and height in logical pixels."""

    text: QStaticText
    width: float
    height: float


@lru_cache(maxsize=4096)
def label(text: str, font: str) -> Label:
    """Lay a text out in a font, which is given as its `toString`."""
    parsed = QFont()
    parsed.fromString(font)
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(font=parsed)
    size = laid_out.size()
    return Label(laid_out, size.width(), size.height())


def paint_centred(painter: QPainter, x: float, y: float, shown: Label) -> None:
    """Paint a label around a point, with the painter's font, which must be the label's."""
    text, width, height = shown
    painter.drawStaticText(QPointF(x - width / 2, y - height / 2), text)
