"""Quiet marks on maps that tell little, and what they mean."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lenet_gui.core.network.map_health import State
from lenet_gui.ui.kit.theme import Theme

CORNER = 8.0
"""Side of the corner that marks a map, in logical pixels."""
DOT = 2.0
"""Side of the dot that marks a single value: there are many, so it whispers."""


def dot(tile: QRectF) -> QRectF:
    """Return where the dot of a single value goes."""
    half = QPointF(DOT, DOT) / 2
    return QRectF(tile.center() - half, tile.center() + half)


def paint_dots(
    painter: QPainter, dots: list[QRectF], states: Sequence[State], theme: Theme
) -> None:
    """Mark single values with the dots that belong to them."""
    lively = State.LIVELY  # in Python 3.11 an enum's member takes long to look up
    marked = [dot for dot, state in zip(dots, states, strict=True) if state is not lively]
    if marked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.zero))
        painter.drawRects(marked)


def paint_corners(
    painter: QPainter, tiles: list[QRectF], states: Sequence[State], theme: Theme
) -> None:
    """Mark maps with a corner, filled if they are saturated."""
    lively = State.LIVELY
    marked = [
        (tile, state) for tile, state in zip(tiles, states, strict=True) if state is not lively
    ]
    if not marked:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.text), 1))
    for tile, state in marked:
        corner = tile.topRight() + QPointF(-1, 1)
        side = min(CORNER, tile.width() / 3)
        painter.setBrush(QColor(theme.text if state is State.SATURATED else theme.window))
        painter.drawPolygon(
            QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)])
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def explain_badge(state: State) -> str:
    """Say what a mark means; nothing where there is none."""
    return {
        State.LIVELY: "",
        State.SATURATED: QCoreApplication.translate(
            "Badges",
            "Saturated: nearly all of it is at −1 or 1, where tanh hardly moves any more",
        ),
        State.CONSTANT: QCoreApplication.translate(
            "Badges", "All but constant: it tells the next layer next to nothing"
        ),
    }[state]
