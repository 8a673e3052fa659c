"""The line above a layer's maps: name, kind, shape, parameters, and the colours' legend."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.map_health import State
from lenet_gui.ui.kit.i18n import grouped, listed
from lenet_gui.ui.kit.painting import fitting_font, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Ramp, Theme

translate = QCoreApplication.translate

LEGEND_WIDTH = 5 * UNIT
WIDEST = "+0.00"
"""Room kept for a number at either end, so that nothing moves when it changes."""
BESIDE = 2 * UNIT
"""By how much a legend may be wider than the cells above it."""
ROOMY = 75
"""Letters of usual width for which there must be room before parameters are told too."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def title(layer: Layer) -> str:
    """Return the layer's name as a title: C1 as it is, input and output with a capital."""
    names = {
        "input": translate("LayerHeader", "Input"),
        "output": translate("LayerHeader", "Output"),
    }
    return names.get(layer.name, layer.name)


def description(layer: Layer) -> str:
    """Return what the layer is, in a few words."""
    kinds = {
        "input": translate("LayerHeader", "image"),
        "convolution": translate("LayerHeader", "convolution {0}"),
        "pooling": translate("LayerHeader", "average of {0}"),
        "linear": translate("LayerHeader", "linear"),
    }
    told = kinds[layer.kind].format(f"{layer.kernel}×{layer.kernel}")
    return listed(told, layer.activation)


def paint_header(
    painter: QPainter,
    line: QRectF,
    font: QFont,
    layer: Layer,
    theme: Theme,
    ramp: Ramp,
    ends: tuple[str, str],
) -> None:
    """Paint the header into `line`; the ramp's colours span `ends`, ("0", "1") or ("−", "0.93")."""
    painter.setFont(scaled_font(font, 1, bold=True))
    painter.setPen(QColor(theme.text))
    painter.drawText(line, LEFT, title(layer))
    begin = painter.fontMetrics().horizontalAdvance(title(layer)) + UNIT

    painter.setFont(scaled_font(font, 0.88))
    metrics = painter.fontMetrics()
    end = paint_legend(painter, line, theme, ramp, ends) - 2 * UNIT
    painter.setPen(QColor(theme.muted))
    facts = layer.shape_text
    if layer.parameters and line.width() > ROOMY * metrics.averageCharWidth():
        parameters = translate("LayerHeader", "{0} parameters")
        facts += "  ·  " + parameters.format(grouped(layer.parameters))
    painter.drawText(QRectF(0, line.top(), end, line.height()), RIGHT, facts)
    end -= metrics.horizontalAdvance(facts) + UNIT
    room = max(0.0, end - begin)
    told = description(layer)
    painter.setFont(fitting_font(painter.font(), told, room, 0.68))
    elide = Qt.TextElideMode.ElideRight
    kind = painter.fontMetrics().elidedText(told, elide, int(room))
    painter.drawText(QRectF(begin, line.top(), room, line.height()), LEFT, kind)


def paint_legend(
    painter: QPainter, line: QRectF, theme: Theme, ramp: Ramp, ends: tuple[str, str]
) -> float:
    """Paint the scale with its two ends at the right, and return where it begins."""
    least, most = _signed(ends)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(theme.muted))
    end = line.right() - metrics.horizontalAdvance(WIDEST) - UNIT / 2
    scale = QRectF(end - LEGEND_WIDTH, line.center().y() - 4, LEGEND_WIDTH, 8)
    paint_ramp(painter, scale, ramp, theme.line)
    painter.setPen(QColor(theme.muted))
    after = QRectF(scale.right() + UNIT / 2, line.top(), line.width(), line.height())
    painter.drawText(after, LEFT, most)
    end = scale.left() - UNIT / 2
    painter.drawText(QRectF(0, line.top(), end, line.height()), RIGHT, least)
    return end - metrics.horizontalAdvance(WIDEST)


def paint_legend_below(
    painter: QPainter,
    cells: QRectF,
    theme: Theme,
    ramp: Ramp,
    ends: tuple[str, str],
    widest: str = "",
) -> None:
    """Paint the scale with its two ends, a line below the caption of `cells`, in their middle."""
    paint_ramp_below(painter, cells, theme, ramp)
    paint_ends_below(painter, cells, theme, ends, widest)


def legend_width(metrics: QFontMetrics) -> float:
    """Return the width in which a scale and its ends have room, the longest ones too."""
    return 2 * metrics.horizontalAdvance(WIDEST) + LEGEND_WIDTH + UNIT


def paint_ramp_below(painter: QPainter, cells: QRectF, theme: Theme, ramp: Ramp) -> None:
    """Paint the scale alone."""
    paint_ramp(painter, _scale_below(painter, cells), ramp, theme.line)


def paint_ends_below(
    painter: QPainter, cells: QRectF, theme: Theme, ends: tuple[str, str], widest: str = ""
) -> None:
    """Write what the scale's ends stand for beside it.

    The text is as small as the ends need, or `widest` does, if that is a longer one beside it.
    """
    least, most = _signed(ends)
    scale = _scale_below(painter, cells)
    line = painter.fontMetrics().height()
    top = scale.center().y() - line / 2
    room = cells.width() + BESIDE - LEGEND_WIDTH - UNIT
    painter.setFont(fitting_font(painter.font(), 2 * max(least, most, widest, key=len), room))
    painter.setPen(QColor(theme.muted))
    before = QRectF(0, top, scale.left() - UNIT / 2, line)
    after = QRectF(scale.right() + UNIT / 2, top, cells.width() + LEGEND_WIDTH, line)
    painter.drawText(before, RIGHT, least)
    painter.drawText(after, LEFT, most)


def _scale_below(painter: QPainter, cells: QRectF) -> QRectF:
    """Return where the scale stands; the painter has the font of what is beside it."""
    line = painter.fontMetrics().height()
    top = cells.bottom() + line + UNIT / 2
    return QRectF(cells.center().x() - LEGEND_WIDTH / 2, top + (line - 8) / 2, LEGEND_WIDTH, 8)


def bound_text(bound: float) -> str:
    """Return the number at a scale's strong end, as short as it can be."""
    return "1" if bound == 1 else f"{bound:.2f}"


def _signed(ends: tuple[str, str]) -> tuple[str, str]:
    sign, bound = ends
    return (f"−{bound}", f"+{bound}") if sign == "−" else (sign, bound)


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
