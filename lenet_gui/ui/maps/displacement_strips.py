"""The strips of a slid network: what is under the pointer or chosen by keys, and its numbers."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.displacement_layout import (
    FOLD,
    FOLDED,
    MAPS,
    Sizes,
    StripsLayout,
    lay_out,
    least_height,
)
from lenet_gui.ui.maps.displacement_painting import (
    SMALL,
    Slid,
    paint_column,
    paint_cut,
    paint_evidence,
    paint_names,
    paint_pictures,
    paint_readings,
    paint_way,
    pictures,
)

STAGES = {"C1": 6, "S2": 6, "C3": 16, "S4": 16}
"""How many maps each layer has, of which one is shown; a pooling shows its convolution's."""
PARTNERS = {"C1": "S2", "S2": "C1", "C3": "S4", "S4": "C3"}
ROOM = 14
"""Room for the digits beside the output, in logical pixels."""


class StripsView(QWidget):
    """Paints the strips; a column is chosen by the pointer, or by the arrow keys, and framed."""

    column_shown = Signal()
    """Another column is framed, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slid: Slid | None = None
        self._layout: StripsLayout | None = None
        self._images: dict[str, QImage] = {}
        self._theme: Theme | None = None
        self._hovered: int | None = None
        self._picked: int | None = None
        self._maps = dict.fromkeys(STAGES, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("The network, slid over the number"))
        self.setWhatsThis(
            self.tr(
                "Every layer runs once over the whole number. Each column of the output is the"
                " network’s answer to the window above it. Use ← and → to move the window, and ↑"
                " and ↓ to see other maps."
            )
        )
        self._lay()

    # -- what is shown --------------------------------------------------------------------------

    @property
    def slid(self) -> Slid | None:
        """What is shown."""
        return self._slid

    @property
    def column(self) -> int | None:
        """The column that is framed."""
        found = self._hovered if self._hovered is not None else self._picked
        return None if self._slid is None or found is None else found

    def show_slid(self, slid: Slid | None) -> None:
        """Show another number, or none. The framed column stays, if there is one like it."""
        before = None if self._slid is None else self._slid.displacement.columns
        self._slid, self._images = slid, {}
        if slid is not None and slid.displacement.columns != before:
            last = slid.displacement.columns - 1
            self._hovered = None if self._hovered is None else min(self._hovered, last)
            self._picked = None if self._picked is None else min(self._picked, last)
            self._lay()
        self.column_shown.emit()
        self.update()

    def pick(self, column: int | None) -> None:
        """Frame a column, as a click does; None frames none."""
        self._hovered, self._picked = None, column
        self.column_shown.emit()
        self.update()

    def step_map(self, direction: int, names: tuple[str, ...] = tuple(STAGES)) -> None:
        """Show the next map (1), or the one before (−1), of some layers."""
        for name in names:
            self._maps[name] = (self._maps[name] + direction) % STAGES[name]
        self._images = {}
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def _sizes(self) -> Sizes:
        words = [line for lines in self._names().values() for line in lines]
        metrics, small = QFontMetricsF(self.font()), QFontMetricsF(scaled_font(self.font(), SMALL))
        gutter = max(map(metrics.horizontalAdvance, words)) + UNIT + ROOM
        row = max(11.0, small.capHeight() + 5)
        return Sizes(self.width() - 2, self.height() - 2, gutter, row, metrics.height() + 2)

    def _lay(self) -> None:
        self._images = {}
        self.setMinimumHeight(round(least_height(self._sizes())) + 2)
        if self._slid is not None:
            cells = self._slid.displacement.strip.image.shape[1]
            self._layout = lay_out(cells, self._sizes())
        self.update()

    def _names(self) -> dict[str, tuple[str, ...]]:
        """Return the words on the left of each part, in their order from above."""
        of_map = self.tr("map {0}")
        names: dict[str, tuple[str, ...]] = {"input": (self.tr("input"), "")}
        names |= {name: (name, of_map.format(self._maps[name] + 1)) for name in MAPS}
        names |= {name: (name, "") for name in FOLDED}
        return names | {
            "output": (self.tr("output"), ""),
            "evidence": (self.tr("evidence"), ""),
            "sliding": (self.tr("sliding"), ""),
            "cutting": (self.tr("cutting"), ""),
        }

    def sizeHint(self) -> QSize:
        """Return the least height: a scroll area gives all it has."""
        return QSize(480, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the strips anew."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Place the strips for another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layers, both readings, and the framed column."""
        slid, layout, theme = self._slid, self._layout, current_theme()
        if slid is None or layout is None:
            return
        names = {name: words for name, words in self._names().items() if name in layout.places}
        if not self._images or theme is not self._theme:
            layers = [name for name in names if name not in ("evidence", "sliding", "cutting")]
            self._images, self._theme = pictures(slid, self._maps, layers, theme), theme
        painter = QPainter(self)
        painter.translate(0.5, 0.5)
        paint_pictures(painter, layout, self._images, theme)
        paint_cut(painter, layout, slid, theme)
        paint_names(painter, layout, names, self.font(), theme)
        paint_evidence(painter, layout, slid, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_way(painter, layout, slid.reading, theme)
        paint_readings(painter, layout, slid, self.font(), theme)
        if self.column is not None:
            paint_column(painter, layout, self.column, theme)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), theme.ring))
            half = theme.ring / 2
            painter.drawRect(self.rect().toRectF().adjusted(half, half, -half - 1, -half - 1))

    # -- pointer and keys -----------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Show a tip with the numbers under the pointer."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the column under the pointer."""
        self._hover(None if self._layout is None else self._layout.column_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the column under the pointer framed; on a layer's name, show its next map."""
        if event.button() != Qt.MouseButton.LeftButton or self._layout is None:
            return
        name = self._layout.name_at(event.position())
        if event.position().x() < self._layout.left and name in MAPS:
            self.step_map(1, (name, PARTNERS[name]))
            return
        self.pick(self._layout.column_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the column that was chosen."""
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Frame a column, if the focus came by keyboard."""
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_keys and self._slid is not None and self._picked is None:
            runs = self._slid.reading.runs
            self.pick(runs[0].first if runs else 0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the window by arrows, Home and End; show other maps by ↑ and ↓."""
        key, slid = Qt.Key(event.key()), self._slid
        maps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if slid is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        last = slid.displacement.columns - 1
        here = -1 if self.column is None else self.column
        moves = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves:
            self.pick(moves[key])
        elif key in maps:
            self.step_map(maps[key])
        else:
            super().keyPressEvent(event)

    def _hover(self, column: int | None) -> None:
        if column != self._hovered:
            self._hovered = column
            self.column_shown.emit()
            self.update()

    # -- words ----------------------------------------------------------------------------------

    def column_words(self, column: int | None) -> str:
        """Return a column's numbers in a sentence; empty for None."""
        slid = self._slid
        if slid is None or column is None:
            return ""
        found = slid.displacement.probabilities[column]
        proof = float(slid.displacement.evidence[column])
        read = slid.reading.columns[column]
        words = self.tr("Window {0} of {1}: closest to {2} ({3}), evidence {4}").format(
            column + 1, slid.displacement.columns, int(found.argmax()),
            percentage(float(found.max())), decimal(proof, 1),
        )  # fmt: skip
        if read is not None:
            return self.tr("{0}; read as {1}").format(words, read)
        if slid.threshold is not None and proof < slid.threshold:
            return self.tr("{0}; refused").format(words)
        return self.tr("{0}; between digits").format(words)

    def tip_at(self, position: QPointF) -> str:
        """Return the numbers at a position."""
        slid, layout = self._slid, self._layout
        if slid is None or layout is None or (name := layout.name_at(position)) is None:
            return ""
        if position.x() < layout.left:
            return self.tr("Click for the next map") if name in MAPS else ""
        lines = [one for one in (self._value_words(slid, layout, name, position),) if one]
        column = layout.column_at(position)
        if column is not None:
            lines.append(self.column_words(column))
            found = [percentage(float(p)) for p in slid.displacement.probabilities[column]]
            rows = [f"{digit}: {found[digit]}" for digit in range(CLASSES)]
            lines += ["   ".join(rows[:5]), "   ".join(rows[5:])]
        return "\n".join(lines)

    def _value_words(self, slid: Slid, layout: StripsLayout, name: str, at: QPointF) -> str:
        """Return the single value at a position in words; empty if there is none."""
        place = layout.places[name]
        if name in ("sliding", "cutting", "evidence") or not place.contains(at):
            return ""
        values = slid.values(name, self._maps.get(name, 0))
        rows, columns = values.shape
        row = min(rows - 1, int((at.y() - place.top()) / place.height() * rows))
        across = min(columns - 1, int((at.x() - place.left()) / place.width() * columns))
        value = float(values[row, across])
        if name == "output":
            return self.tr("Probability of {0}: {1}").format(row, percentage(value))
        if name in FOLDED:
            unit = row * FOLD + across % FOLD + 1
            return self.tr("{0}, unit {1}: {2}").format(name, unit, decimal(value, 2))
        words = self.tr("{0}, row {1}, column {2}: {3}")
        shown = (
            self.tr("{0}, map {1}").format(name, self._maps[name] + 1)
            if name in MAPS
            else self.tr("input")
        )
        return words.format(shown, row + 1, across + 1, decimal(value, 2))
