"""Quiet marks on maps that tell little, and what they mean."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lenet_gui.core.saturation import State
from lenet_gui.ui.theme import Theme

CORNER = 8.0
"""Side of the corner that marks a map, in logical pixels."""
DOT = 1.5
"""Radius of the dot that marks a single value: there are many, so it whispers."""


def paint_badges(
    painter: QPainter, tiles: list[QRectF], states: list[State], is_units: bool, theme: Theme
) -> None:
    """Mark tiles: single values with a dot, maps with a corner, filled if saturated."""
    marked = [
        (tile, state)
        for tile, state in zip(tiles, states, strict=True)
        if state is not State.LIVELY
    ]
    if not marked:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_units:
        pen = QPen(QColor(theme.zero), 2 * DOT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints([tile.center() for tile, _ in marked])
    else:
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
