"""All layers in three columns: pinned, current, and their signed difference."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.comparison import COMPARED, Comparison
from lenet_gui.ui.comparing.column_places import ColumnPlaces
from lenet_gui.ui.comparing.column_values import column_values
from lenet_gui.ui.comparing.columns_layout import Arrangement, Room, Row, arrange
from lenet_gui.ui.comparing.columns_painting import (
    BAR,
    SMALL,
    Heading,
    head_height,
    paint_cells,
    paint_column_legend,
    paint_distance,
    paint_distance_heading,
    paint_heading,
)
from lenet_gui.ui.comparing.wording import distance_in_words
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.maps.colour_scale import ChosenScale, Span
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.layer_values import LayerValues, Piece
from lenet_gui.ui.maps.layer_view import ARROWS
from lenet_gui.ui.maps.selection import step

ROOMY = 1.4
"""The height for easy looking, as a multiple of the least."""
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ColumnsView(QWidget):
    """Paints the columns; pointing at a cell outlines it in all three of them."""

    hovered = Signal(object)
    """The Unit under the pointer, or the one that the keys have come to; None if there is none."""
    distance_hovered = Signal(object)
    """The Layer whose distance is under the pointer; None if there is none."""
    enlarged = Signal(object)
    """A Unit whose map is to be shown large."""

    def __init__(self, scale: ChosenScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._comparison: Comparison | None = None
        self._headings: tuple[Heading, ...] = (Heading("", ""),) * 3
        self._values: tuple[LayerValues, ...] = ()
        self._arrangement: Arrangement | None = None
        self._places: ColumnPlaces | None = None
        self._pieces: dict[tuple[str, int], list[Piece]] = {}
        self._unit: Unit | None = None
        self._is_roomy = False
        self.least = 0
        """The least height in which all layers can be shown, in logical pixels."""
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        scale.changed.connect(self._recolour)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        self.setAccessibleName(self.tr("Layers: pinned, current, and their difference"))
        self._pieces = {}
        self._arrange()

    # -- values ---------------------------------------------------------------------------------

    def show_comparison(
        self, comparison: Comparison, headings: tuple[Heading, Heading, Heading]
    ) -> None:
        """Show another comparison. Values are coloured only when they are painted."""
        old, old_headings = self._comparison, self._headings
        self._comparison, self._headings = comparison, headings
        keeps = old is not None and old.pinned.reading is comparison.pinned.reading
        keeps = keeps and self._scale.value.span is Span.FIXED
        before = self._values
        self._values = column_values(comparison, self._scale.value)
        if keeps and before:  # what is pinned stays as it is, and need not be painted
            self._values = (before[0], *self._values[1:])
            self._pieces = {key: found for key, found in self._pieces.items() if key[1] == 0}
            self.update(self._right_of_pinned())
            if headings[0] != old_headings[0]:
                self.update()
        else:
            self._pieces = {}
            self.update()
        if self._unit is not None:
            self.hovered.emit(self._unit)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    @property
    def values(self) -> tuple[LayerValues, ...]:
        """The values of the three columns."""
        return self._values

    def _recolour(self) -> None:
        self._pieces = {}
        if self._comparison is not None:
            self._values = column_values(self._comparison, self._scale.value)
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(480, 480)

    def resizeEvent(self, event: object) -> None:
        """Place the maps in the new size."""
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Place the maps for another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def set_roomy(self, is_roomy: bool) -> None:
        """Ask for more than the least height: what has to be scrolled anyway need not be tiny."""
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self._arrange()

    def _small(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self.font(), SMALL))

    def _distance_width(self) -> int:
        return max(50, self._small().horizontalAdvance("0.00 ") + UNIT)

    def _arrange(self) -> None:
        bold = QFontMetrics(scaled_font(self.font(), 1.0, bold=True))
        small = self._small()
        label = max(bold.horizontalAdvance(title(layer)) for layer in COMPARED) + UNIT
        room = Room(
            self.width(),
            self.height(),
            head_height(self.font()) + UNIT,
            small.height() + UNIT,
            label,
            self._distance_width(),
            small.height() + BAR + 1,
            self.devicePixelRatioF(),
        )
        self.least = round(arrange(replace(room, height=0)).height)
        minimum = round(self.least * (ROOMY if self._is_roomy else 1))
        if self.minimumHeight() != minimum:
            self.setMinimumHeight(minimum)
        found = self._arrangement = arrange(replace(room, height=max(room.height, minimum)))
        self._places = ColumnPlaces(found, self.devicePixelRatioF())
        self._pieces = {}
        self.update()

    @property
    def arrangement(self) -> Arrangement:
        """Where everything is."""
        assert self._arrangement is not None
        return self._arrangement

    @property
    def places(self) -> ColumnPlaces:
        """Where each map and unit is."""
        assert self._places is not None
        return self._places

    def _right_of_pinned(self) -> QRect:
        left = int(self.arrangement.lefts[1]) - UNIT
        return QRect(left, 0, self.width() - left, self.height())

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings, the rows in sight, the legends, and the outlined unit."""
        if self._comparison is None or not self._values:
            return
        painter, theme, found = QPainter(self), current_theme(), self.arrangement
        area = QRectF(event.rect())
        is_fixed = self._scale.value.span is Span.FIXED  # else each layer has another scale
        for column, left in enumerate(found.lefts):
            if area.left() <= left + found.width:
                heading = self._headings[column]
                paint_heading(painter, left, found.width + UNIT, self.font(), heading, theme)
                if is_fixed:
                    shown = self._values[column].painted(LAYERS[1])
                    paint_column_legend(painter, left, found.height, self.font(), shown, theme)
        words = self.tr("distance"), self.tr("RMS")
        room = self._distance_width() + UNIT
        paint_distance_heading(painter, self.width(), room, self.font(), words, theme)
        for row in found.rows:
            if row.top <= area.bottom() and row.top + row.height >= area.top():
                self._paint_row(painter, row, area, theme)
        if self._unit is not None:
            paint_cells(painter, self.places.of_unit(self._unit), theme)

    def _paint_row(self, painter: QPainter, row: Row, area: QRectF, theme: Theme) -> None:
        layer, found = row.layer, self.arrangement
        if area.left() < found.lefts[0]:
            painter.setFont(scaled_font(self.font(), 1.0, bold=True))
            painter.setPen(QColor(theme.text))
            label = QRectF(0, row.top - 2, found.lefts[0], painter.fontMetrics().height())
            painter.drawText(label, TOP, title(layer))
        for column, left in enumerate(found.lefts):
            if area.left() > left + found.width:
                continue
            for place, image, part in self._colour(layer, column, theme):
                painter.drawImage(place, image, part)
            painter.setPen(hairline(theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(self.places.frames(layer, column))
        distance = None if self._comparison is None else self._comparison.distances.get(layer.name)
        if distance is not None:
            place = self._distance_place(row)
            paint_distance(painter, place, self.font(), layer, distance, theme)

    def _colour(self, layer: Layer, column: int, theme: Theme) -> list[Piece]:
        key = (layer.name, column)
        if key not in self._pieces:
            colours = self._values[column].colours(layer, theme)
            self._pieces[key] = self.places.pieces(layer, column, colours)
        return self._pieces[key]

    def _distance_place(self, row: Row) -> QRectF:
        width = self._distance_width() - 2
        height = self._small().height() + BAR
        return QRectF(self.width() - width, row.top - 1, width, height)

    # -- mouse and keyboard ---------------------------------------------------------------------

    def _distance_at(self, position: QPointF) -> Layer | None:
        for row in self.arrangement.rows:
            if self._distance_place(row).contains(position):
                return row.layer
        return None

    def show_unit(self, unit: Unit | None) -> None:
        """Outline a unit, or none."""
        if unit != self._unit:
            self._unit = unit
            self.update()
            self.hovered.emit(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the unit under the pointer."""
        self.show_unit(self.places.unit_at(event.position()))
        if self._unit is None:
            self.distance_hovered.emit(self._distance_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Outline nothing any more."""
        self.show_unit(None)
        self.distance_hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the map under the pointer."""
        if (unit := self.places.unit_at(event.position())) is not None:
            self.enlarged.emit(unit)

    def event(self, event: QEvent) -> bool:
        """Explain a distance in a tip."""
        return show_tip(self, event, self._tip_at) or super().event(event)

    def _tip_at(self, position: QPointF) -> str:
        layer = self._distance_at(position)
        if layer is None or self._comparison is None:
            return ""
        return distance_in_words(layer, self._comparison)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Outline the first unit, if the focus came by keyboard."""
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_keys and self._unit is None:
            self.show_unit(Unit(LAYERS[0], 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Outline nothing any more."""
        self.show_unit(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from unit to unit by arrows, enlarge the map by Enter."""
        key, here = Qt.Key(event.key()), self._unit
        if here is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarged.emit(here)
        elif here is not None and key in ARROWS:
            in_row = {**self.arrangement.in_row, LAYERS[-1].name: LAYERS[-1].maps}
            there = step(here, ARROWS[key], in_row)
            if there.layer in COMPARED:
                self.show_unit(there)
        else:
            super().keyPressEvent(event)
