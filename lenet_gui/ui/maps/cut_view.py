"""How a number was cut, as a picture: candidates, their costs and the cheapest way through them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.core.numbers.number import Cut, NumberReading
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.painting import colour_image, fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.cut_layout import CutLayout, Placed, layout_of

SIDE = 26
"""Width of a candidate's picture, in logical pixels."""
WORDS = 32
"""Room for a candidate's words at the right of its picture."""
HEIGHT = 124
NODE = 4.0
"""A node's radius."""


class CutView(QWidget):
    """Nodes between the pieces of ink, and runs of pieces as ways from node to node.

    The cheapest way runs through the middle. Of a number on several lines, the picture is about the
    line of the digit in view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut: Cut | None = None
        self._text = ""
        self._layout = CutLayout((), (), 0)
        self._looks: list[object] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("How it was cut"))
        self.setToolTip("")
        self._describe()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(480, HEIGHT)

    def show_number(self, number: NumberReading | None, place: int | None) -> None:
        """Show how a number was cut; None: nothing."""
        self._cut, self._text = None, ""
        if number is not None:
            first = 0
            for cut, line in zip(number.cuts, number.lines, strict=False):
                if first <= (place or 0) < first + len(line):
                    self._cut, self._text = cut, " ".join(digit.text for digit in line)
                first += len(line)
        self._describe()
        self._arrange()

    def words(self) -> tuple[str, str]:
        """Return what the ways cost, in words: the cheapest and the next; all ink as one digit."""
        if self._cut is None:
            return "", ""
        cost, second = decimal(self._cut.path.cost, 1), self._cut.second
        best = self.tr("{0} costs {1}").format(self._text, cost)
        if second is not None:
            best = self.tr("{0} costs {1}, the next best way, {2}, costs {3}").format(
                self._text, cost, " ".join(self._cut.second_text), decimal(second.cost, 1)
            )
        return best, self.tr("all as one digit: {0}").format(decimal(self._cut.as_one, 1))

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(filter(None, self.words())))

    # -- geometry -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the candidates."""
        self._arrange()

    def _arrange(self) -> None:
        """Place the candidates, and paint what looks different now."""
        layout = CutLayout((), (), 0)
        if self._cut is not None:
            room = QRectF(UNIT, UNIT / 2, self.width() - 2 * UNIT, self._line.top() - UNIT)
            layout = layout_of(self._cut, room, SIDE, SIDE + WORDS)
        looks = [self._look(placed) for placed in layout.placed]
        if layout == self._layout:  # the usual case while a digit is drawn
            for placed, look, before in zip(layout.placed, looks, self._looks, strict=True):
                if look != before:
                    self.update(self._room(placed).toAlignedRect().adjusted(-2, -2, 2, 2))
            self.update(self._line.toAlignedRect())
        else:
            self.update()
        self._layout, self._looks = layout, looks

    def _look(self, placed: Placed) -> object:
        """Return all that a candidate's look depends on."""
        assert self._cut is not None
        candidate = self._cut.candidates[placed.edge]
        cost = decimal(float(self._cut.lattice.costs[placed.edge]), 1)
        return cost, candidate and (candidate.digit, candidate.is_digit, id(candidate.framed))

    @property
    def _line(self) -> QRectF:
        """The place of the words below the picture."""
        line = self.fontMetrics().height()
        return QRectF(UNIT, self.height() - line - 3, self.width() - 2 * UNIT, line)

    def _room(self, placed: Placed) -> QRectF:
        """Return a candidate's place, with its words."""
        return placed.picture.adjusted(0, 0, WORDS, 0)

    def event(self, event: QEvent) -> bool:
        """Explain the candidate under the pointer in a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for placed in self._layout.placed:
                if self._room(placed).contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), self._tip(placed), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def _tip(self, placed: Placed) -> str:
        """Return all that there is to say of a candidate."""
        assert self._cut is not None
        cost = decimal(float(self._cut.lattice.costs[placed.edge]), 2)
        candidate = self._cut.candidates[placed.edge]
        if candidate is None:
            return self.tr("A point or a dash, which doesn’t count: costs {0}").format(cost)
        likely = percentage(candidate.probability)
        if candidate.is_digit:
            return self.tr("{0} at {1}: costs {2}").format(candidate.digit, likely, cost)
        return self.tr("Doesn’t look like a digit (closest: {0}, {1}): costs {2}").format(
            candidate.digit, likely, cost
        )

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ways, the candidates, the nodes and the words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(theme.line))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), UNIT, UNIT)
        if self._cut is None:
            return
        for placed in reversed(self._layout.placed):  # the cheapest last, over the others
            self._paint_way(painter, placed)
        for placed in self._layout.placed:
            if event.region().intersects(self._room(placed).toAlignedRect()):
                self._paint_candidate(painter, placed)
        cheapest = {place for edge in self._cut.path.edges for place in (edge.first, edge.last)}
        for number, node in enumerate(self._layout.nodes):
            painter.setBrush(QColor(theme.surface))
            painter.setPen(QPen(QColor(theme.accent if number in cheapest else theme.muted), 1.5))
            painter.drawEllipse(node, NODE, NODE)
        self._paint_words(painter)

    def _paint_way(self, painter: QPainter, placed: Placed) -> None:
        """Paint the line from node to node through a candidate."""
        theme = current_theme()
        middle = QPointF((placed.start.x() + placed.end.x()) / 2, placed.picture.center().y())
        path = QPainterPath(placed.start)
        quarter = (placed.end.x() - placed.start.x()) / 4
        above = QPointF(middle.x() - quarter, middle.y()), QPointF(middle.x() + quarter, middle.y())
        path.quadTo(above[0] - QPointF(quarter / 2, 0), middle)
        path.quadTo(above[1] + QPointF(quarter / 2, 0), placed.end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour, width = (theme.accent, 2.5) if placed.is_best else (theme.muted, 0.8)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(path)

    def _paint_candidate(self, painter: QPainter, placed: Placed) -> None:
        """Paint a candidate's ink, its digit and its cost."""
        assert self._cut is not None
        theme, candidate = current_theme(), self._cut.candidates[placed.edge]
        picture = placed.picture
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(picture.adjusted(-2, -1, WORDS, 1))  # no line behind the words
        if candidate is not None:
            painter.drawImage(picture, colour_image(candidate.framed, theme.ink_ramp, 0, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = theme.accent if placed.is_best else theme.line
        painter.setPen(QPen(QColor(colour), 1.5 if placed.is_best else 1))
        painter.drawRect(picture)
        words = QRectF(picture.right() + 3, picture.top(), WORDS - 3, picture.height() / 2)
        name = "·" if candidate is None else str(candidate.digit) if candidate.is_digit else "?"
        cost = decimal(float(self._cut.lattice.costs[placed.edge]), 1)
        font = scaled_font(self.font(), 0.85, bold=placed.is_best)
        painter.setFont(fitting_font(font, cost, words.width(), 0.5))
        painter.setPen(QColor(theme.text if placed.is_best else theme.muted))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, left, name)
        painter.setPen(QColor(theme.accent if placed.is_best else theme.muted))
        painter.drawText(words.translated(0, picture.height() / 2), left, cost)

    def _paint_words(self, painter: QPainter) -> None:
        """Write what the ways cost, below the picture."""
        best, one = self.words()
        text = f"{best}   ·   {one}"
        room = self._line
        painter.setFont(fitting_font(scaled_font(self.font(), 0.92), text, room.width(), 0.5))
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
