"""The header above a layer's maps, legends of colours, and badges on the maps."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.map_health import State
from lenet_gui.figure.colours import Ramp
from lenet_gui.ui.kit.i18n import grouped, listed
from lenet_gui.ui.kit.painting import fitting_font, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.map_values import MapValues

translate = QCoreApplication.translate

LEGEND_WIDTH = 5 * UNIT
WIDEST = "+0.00"
"""Room kept for a number at either end, so that nothing moves when the number changes."""
BESIDE = 2 * UNIT
"""Logical pixels by which a legend may be wider than the cells above it."""
ICON = 18
"""Width of the sign beside the name that brings a layer into focus."""
PILL = 2
"""Gap above and below a switch in the header."""
ROOMY = 75
"""Width of a header, in letters of average width, from which it also gives the parameters."""
CORNER = 8.0
"""Side of the corner that marks a map, in logical pixels."""
DOT = 2.0
"""Side of the dot that marks a single value: small, because there can be many."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def title(layer: Layer) -> str:
    """Return the layer's name as a title: C1 unchanged, input and output capitalised."""
    names = {
        "input": translate("LayerHeader", "Input"),
        "output": translate("LayerHeader", "Output"),
    }
    return names.get(layer.name, layer.name)


def description(layer: Layer) -> str:
    """Return the layer's kind and activation in a few words."""
    return listed(_kind(layer), layer.activation)


def described(layer: Layer, shown: MapValues) -> str:
    """Return a layer's kind, and its activation or that its sums before that are shown."""
    if not shown.are_sums:
        return description(layer)
    return listed(_kind(layer), translate("LayerHeader", "before tanh"))


def _kind(layer: Layer) -> str:
    kinds = {
        "input": translate("LayerHeader", "image"),
        "convolution": translate("LayerHeader", "convolution {0}"),
        "pooling": translate("LayerHeader", "average of {0}"),
        "linear": translate("LayerHeader", "linear"),
    }
    return kinds[layer.kind].format(f"{layer.kernel}×{layer.kernel}")


def paint_header(
    painter: QPainter,
    line: QRectF,
    font: QFont,
    layer: Layer,
    theme: Theme,
    shown: MapValues,
    index: int | None = None,
    switch: str = "",
    is_on: bool = False,
    note: str = "",
) -> tuple[QRectF, QRectF]:
    """Paint the header into `line`, with the scale of map `index` or of the largest bound.

    `switch` are the words on a switch that takes the description's place, `note` is one more fact.
    Facts that don't fit are
    left out. Returns the places of the sign beside the name, and of the switch.
    """
    painter.setFont(scaled_font(font, 1, bold=True))
    painter.setPen(QColor(theme.text))
    painter.drawText(line, LEFT, title(layer))
    sign = _beside_name(painter, line, layer)
    return sign, _paint_facts(painter, line, font, layer, theme, shown, index, switch, is_on, note)


def _beside_name(painter: QPainter, line: QRectF, layer: Layer) -> QRectF:
    """Return the place beside a layer's name; the painter must have the name's font."""
    begin = line.left() + painter.fontMetrics().horizontalAdvance(title(layer)) + 2
    return QRectF(begin, line.top(), ICON, line.height())


def _paint_facts(
    painter: QPainter,
    line: QRectF,
    font: QFont,
    layer: Layer,
    theme: Theme,
    shown: MapValues,
    index: int | None,
    switch: str,
    is_on: bool,
    note: str,
) -> QRectF:
    """Paint what stands after the name; return the switch's place, empty if there is none."""
    begin = painter.fontMetrics().horizontalAdvance(title(layer)) + ICON + UNIT / 2

    painter.setFont(scaled_font(font, 0.88))
    metrics = painter.fontMetrics()
    if begin + legend_width(metrics) > line.width():
        return QRectF()
    end = paint_legend(painter, line, theme, shown, index) - 2 * UNIT
    place = QRectF()
    if switch:
        place = _paint_switch(
            painter, QRectF(begin, line.top(), end - begin, line.height()), theme, switch, is_on
        )
        begin = place.right() + UNIT
    painter.setPen(QColor(theme.muted))
    facts = layer.shape_text
    if layer.parameters and line.width() > ROOMY * metrics.averageCharWidth():
        parameters = translate("LayerHeader", "{0} parameters")
        facts += "  ·  " + parameters.format(grouped(layer.parameters))
    if begin + metrics.horizontalAdvance(facts) > end:
        facts = layer.shape_text
    if note and begin + metrics.horizontalAdvance(f"{note}  ·  {facts}") < end:
        facts = f"{note}  ·  {facts}"
    elif note:
        facts = note
    if begin + metrics.horizontalAdvance(facts) > end:
        return place
    painter.drawText(QRectF(0, line.top(), end, line.height()), RIGHT, facts)
    end -= metrics.horizontalAdvance(facts) + UNIT
    room, small = max(0.0, end - begin), painter.font()
    for kind in () if switch else (described(layer, shown), _kind(layer)):
        painter.setFont(fitting_font(small, kind, room, 0.85))
        if painter.fontMetrics().horizontalAdvance(kind) <= room:
            painter.drawText(QRectF(begin, line.top(), room, line.height()), LEFT, kind)
            break
    return place


def _paint_switch(painter: QPainter, room: QRectF, theme: Theme, words: str, is_on: bool) -> QRectF:
    """Paint a switch with words on it, at the left of its room; return its place."""
    font = painter.font()
    painter.setFont(fitting_font(font, words, room.width() - 2 * UNIT, 0.85))
    width = min(room.width(), painter.fontMetrics().horizontalAdvance(words) + 2.0 * UNIT)
    place = QRectF(room.left(), room.top(), width, room.height()).adjusted(0.5, PILL, -0.5, -PILL)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent if is_on else theme.line), 1))
    painter.setBrush(QColor(theme.accent if is_on else theme.surface))
    painter.drawRoundedRect(place, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.on_accent if is_on else theme.text))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width - UNIT))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
    painter.setFont(font)
    return place


def paint_focus_sign(painter: QPainter, place: QRectF, is_in_focus: bool, theme: Theme) -> None:
    """Paint arrows into two corners or, in focus, back from them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    middle, scale = place.center(), min(max(place.height() / ICON, 1.0), 1.6)
    for way in (scale, -scale):
        far, near = QPointF(4.5 * way, -4.5 * way), QPointF(1 * way, -1 * way)
        tip, arm = (near, 3) if is_in_focus else (far, -3)
        painter.drawLine(middle + near, middle + far)
        painter.drawLine(middle + tip, middle + tip + QPointF(arm * way, 0))
        painter.drawLine(middle + tip, middle + tip + QPointF(0, -arm * way))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_label(
    painter: QPainter,
    area: QRectF,
    font: QFont,
    layer: Layer,
    theme: Theme,
    shown: MapValues,
    index: int | None = None,
) -> QRectF:
    """Paint the header at the left of the maps: the name, and below it as many facts as fit.

    The ends of the scale are those of map `index`, or of the largest bound. Returns the place of
    the sign beside the name.
    """
    small = scaled_font(font, 0.88)
    scale = [] if shown.strongest(index) == 1 else [" … ".join(shown.ends(index))]
    facts = [*scale, layer.shape_text, described(layer, shown)]
    lines = [title(layer)]
    metrics = QFontMetrics(small)
    room = area.height() - QFontMetrics(font).height()
    for fact in facts:
        if (
            len(lines) * metrics.height() <= room
            and metrics.horizontalAdvance(fact) <= area.width()
        ):
            lines.append(fact)
    taken = QFontMetrics(font).height() + (len(lines) - 1) * metrics.height()
    top = area.top() + max(0.0, (area.height() - taken) / 2 if len(lines) == 1 else 0.0)
    painter.setFont(scaled_font(font, 1, bold=True))
    painter.setPen(QColor(theme.text))
    first = QRectF(area.left(), top, area.width(), painter.fontMetrics().height())
    sign = _beside_name(painter, first, layer)
    for line in lines:
        height = painter.fontMetrics().height()
        painter.drawText(QRectF(area.left(), top, area.width(), height), LEFT, line)
        top += height
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
    return sign


def paint_legend(
    painter: QPainter, line: QRectF, theme: Theme, shown: MapValues, index: int | None = None
) -> float:
    """Paint the scale and its ends flush right; return the legend's left edge.

    The ends are those of map `index`, or of the largest bound.
    """
    least, most = shown.ends(index)
    metrics = painter.fontMetrics()
    painter.setPen(QColor(theme.muted))
    end = line.right() - metrics.horizontalAdvance(most) - UNIT / 2
    scale = QRectF(end - LEGEND_WIDTH, line.center().y() - 4, LEGEND_WIDTH, 8)
    paint_ramp(painter, scale, shown.ramp(theme), theme.line)
    painter.setPen(QColor(theme.muted))
    after = QRectF(scale.right() + UNIT / 2, line.top(), line.width(), line.height())
    painter.drawText(after, LEFT, most)
    end = scale.left() - UNIT / 2
    painter.drawText(QRectF(0, line.top(), end, line.height()), RIGHT, least)
    return line.right() - legend_width(metrics)


def paint_legend_below(
    painter: QPainter, cells: QRectF, theme: Theme, shown: MapValues, widest: str = ""
) -> None:
    """Paint the scale and its ends centred below `cells`."""
    paint_ramp_below(painter, cells, theme, shown.ramp(theme))
    paint_ends_below(painter, cells, theme, shown, widest)


def legend_width(metrics: QFontMetrics) -> float:
    """Return the width that a scale needs with the longest ends."""
    return 2 * metrics.horizontalAdvance(WIDEST) + LEGEND_WIDTH + UNIT


def paint_ramp_below(painter: QPainter, cells: QRectF, theme: Theme, ramp: Ramp) -> None:
    """Paint the scale without its ends."""
    paint_ramp(painter, _scale_below(painter, cells), ramp, theme.line)


def paint_ends_below(
    painter: QPainter, cells: QRectF, theme: Theme, shown: MapValues, widest: str = ""
) -> None:
    """Write the scale's ends beside it, in a font in which they and `widest` fit."""
    least, most = shown.ends()
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
    """Return the scale's place; the painter must have the font of its ends."""
    line = painter.fontMetrics().height()
    top = cells.bottom() + UNIT / 2
    return QRectF(cells.center().x() - LEGEND_WIDTH / 2, top + (line - 8) / 2, LEGEND_WIDTH, 8)


def dot(tile: QRectF, is_aside: bool = False) -> QRectF:
    """Return the place of a single value's dot: in the middle, or aside, where a number is."""
    half = QPointF(DOT, DOT) / 2
    place = tile.topRight() + QPointF(-2 * DOT, 2 * DOT) if is_aside else tile.center()
    return QRectF(place - half, place + half)


def paint_dots(
    painter: QPainter, dots: list[QRectF], states: Sequence[State], theme: Theme
) -> None:
    """Mark the single values that are not lively with their dots."""
    lively = State.LIVELY  # looking up an enum's member is slow in Python 3.11
    marked = [dot for dot, state in zip(dots, states, strict=True) if state is not lively]
    if marked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.zero))
        painter.drawRects(marked)


def paint_corners(
    painter: QPainter, tiles: list[QRectF], states: Sequence[State], theme: Theme
) -> None:
    """Mark the maps that are not lively with a corner, filled if they are saturated."""
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
    """Return the meaning of a state's badge; empty if it has none."""
    return {
        State.LIVELY: "",
        State.SATURATED: QCoreApplication.translate(
            "Badges",
            "Saturated: nearly all values are at −1 or 1, where tanh is flat",
        ),
        State.CONSTANT: QCoreApplication.translate(
            "Badges", "Almost constant: it gives the next layer next to no information"
        ),
    }[state]
