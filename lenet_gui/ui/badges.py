"""Quiet marks on maps that tell little, and what they mean."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lenet_gui.core.saturation import State
from lenet_gui.ui.theme import Theme

CORNER = 8.0
"""Side of the corner that marks a map, in logical pixels."""
DOT = 1.5
"""Radius of the dot that marks a single value: there are many, so it whispers."""


def paint_badge(painter: QPainter, tile: QRectF, state: State, is_unit: bool, theme: Theme) -> None:
    """Mark a tile: a single value with a dot, a map with a corner, filled if saturated."""
    if state is State.LIVELY:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_unit:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.zero))
        painter.drawEllipse(tile.center(), DOT, DOT)
    else:
        corner = tile.topRight() + QPointF(-1, 1)
        side = min(CORNER, tile.width() / 3)
        painter.setPen(QPen(QColor(theme.text), 1))
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
