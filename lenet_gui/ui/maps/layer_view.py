"""One layer of the network: a header, and its maps as crisp tiles in which units are picked."""

from collections.abc import Mapping, Sequence
from functools import reduce

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.network.map_health import State
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import Place
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.context_menu import MenuRequests
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.painting import hairline
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.colour_scale import ColourScale
from lenet_gui.ui.maps.eye import EYE, eye_place, paint_crosses, paint_eye, switch_tip
from lenet_gui.ui.maps.focus_details import FocusDetails, paint_classes
from lenet_gui.ui.maps.header_part import HeaderPart
from lenet_gui.ui.maps.layer_header import (
    description,
    dot,
    explain_badge,
    paint_corners,
    paint_dots,
    title,
)
from lenet_gui.ui.maps.layer_outlines import (
    HALO,
    LayerOutlines,
    cover_rest,
    paint_ring,
    unit_at,
)
from lenet_gui.ui.maps.layer_values import (
    LayerValues,
    Piece,
    Row,
    layer_activations,
    map_pieces,
    rows_of,
    unit_pieces,
)
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.maps_layout import Arrangement
from lenet_gui.ui.maps.second_click import SecondClick
from lenet_gui.ui.maps.selection import NATURAL, Direction, Selection, can_switch, step
from lenet_gui.ui.maps.wording import spoken, switched

ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}


class LayerView(QWidget):
    """Shows one layer's values of one image, and outlines the shown unit."""

    menu_wanted = Signal(object, QPoint)
    """A context menu was asked for: a Unit, None for the layer, and where it opens on screen."""
    order_toggled = Signal()
    """The user asked to order the units by their pull, or by their numbers."""

    def __init__(self, layer: Layer, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._shown = layer_activations(None, ColourScale(), [layer])
        self._selection = selection
        self._tiles: list[QRectF] = []
        self._tiles_area = QRect()
        self._header = HeaderPart(layer)
        self._rings_map = False
        self.columns: Mapping[str, int] = {}
        """The number of maps in a row of each layer, by name: the way of the arrow keys."""
        self._frames: list[QRectF] = []
        self._rows: list[Row] = []
        self._dots: list[QRectF] = []
        self._pieces: list[Piece] = []
        self._outlines = LayerOutlines(layer)
        self._off: Off = frozenset()
        self.details: FocusDetails | None = None
        """What is shown besides, while the layer is in focus."""
        self.orders: Mapping[str, Sequence[int]] = NATURAL
        """The units of layers that aren't in the order of their numbers, by the layer's name."""
        self._order: Sequence[int] = ()
        self.setAutoFillBackground(True)  # or Qt repaints everything below, too
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        MenuRequests(self)
        selection.changed.connect(self._follow_selection)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        layer = self.layer
        self.setAccessibleName(listed(title(layer), description(layer), layer.shape_text))
        self._describe()
        self._pieces = []
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def set_layout(self, arrangement: Arrangement, rings_map: bool = False) -> None:
        """Take the layer's place in the panel, and the places of its header and its maps.

        In a strip the map of the shown unit is ringed: its cells are too small to be found.
        """
        self._rings_map = rings_map
        found = arrangement.layers[self.layer.name]
        self.columns = arrangement.columns
        self._header.is_beside = found.is_beside
        self._header.place = _rect(found.header)
        self._tiles = [_rect(place) for place in found.tiles]
        self._tiles_area = _around(self._tiles)
        self._frames = [tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in self._tiles]
        if self.layer.size == 1:
            self._frames = [reduce(QRectF.united, self._tiles)]
            self._rows = rows_of(self._tiles, self.devicePixelRatioF())
        is_in_focus = arrangement.focus == self.layer.name
        self.details = FocusDetails(self.layer, found) if is_in_focus else None
        self._places, self._order, self._header.order_words = self._tiles, (), ""
        self._place_units()
        self.setGeometry(_rect(found.place).toRect())
        self.update()

    def set_order(self, order: Sequence[int], words: str) -> None:
        """Put single units in an order; if it is empty, in that of their numbers.

        `words` are those on the switch between the two; without them there is none.
        """
        if words != self._header.order_words:
            self._header.order_words = words
            self.update()
        if order != self._order:
            self._order = order
            self._place_units()
            self._update_tiles()

    def _place_units(self) -> None:
        """Give each unit the tile in its place of the order."""
        self._tiles = self._places
        if self._order:
            self._tiles = [QRectF()] * len(self._places)
            for place, unit in zip(self._places, self._order, strict=True):
                self._tiles[unit] = place
        if self.layer.size == 1:
            self._dots = [dot(tile, self.details is not None) for tile in self._tiles]
        self._pieces = []
        self._outlines.set_tiles(self._tiles)

    def tile(self, index: int) -> QRectF:
        """Return the place of map `index`, in logical pixels."""
        return self._tiles[index]

    @property
    def header(self) -> QRectF:
        """The header's place, in logical pixels."""
        return self._header.place

    # -- values and badges ----------------------------------------------------------------------

    def show_values(self, shown: LayerValues) -> None:
        """Show this layer's values.

        They are coloured when they are painted, so a hidden view costs nothing.
        """
        self._shown = shown
        self._pieces = []
        self._update_tiles()
        if self.legend() != self._header.painted_legend:
            self.update(self.header.toAlignedRect())

    def show_off(self, off: Off) -> None:
        """Cross out the maps that are off."""
        own = frozenset(held for held in off if held.layer == self.layer.name)
        if own != self._off:
            self._off = own
            self._describe()
            self._update_tiles()

    @property
    def off(self) -> Off:
        """The layer's maps that are shown as off."""
        return self._off

    @property
    def values(self) -> MapValues | None:
        """The layer's values, (maps, rows, columns); None if there are none."""
        return self._shown.of(self.layer)

    @property
    def states(self) -> list[State]:
        """The state of each map."""
        return self._shown.states(self.layer)

    @property
    def is_coloured(self) -> bool:
        """Whether the values have been painted."""
        return bool(self._pieces)

    def legend(self) -> tuple[str, str]:
        """Return the numbers at the ends of the scale: of the shown map, or the largest."""
        return self._shown.painted(self.layer).ends(self._shown_map())

    def _shown_map(self) -> int | None:
        """Return the shown unit's map, if it is one of this layer."""
        unit = self._selection.shown
        return unit.map if unit is not None and unit.layer is self.layer else None

    def _colour(self, theme: Theme) -> list[Piece]:
        colours = self._shown.colours(self.layer, theme)
        if self.layer.size == 1:
            flat = colours.ravel()
            return unit_pieces(flat[list(self._order)] if self._order else flat, self._rows)
        return map_pieces(colours, self._tiles)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the header, the maps with their badges, and the shown unit's outlines."""
        theme = current_theme()
        self._pieces = self._pieces or self._colour(theme)
        painter = QPainter(self)
        if not self._tiles_area.contains(event.rect()):
            shown, map_ = self._shown.painted(self.layer), self._shown_map()
            is_ordered, font = bool(self._order), self.font()
            self._header.paint(painter, font, theme, shown, map_, self.details, is_ordered)
        for place, image, part in self._pieces:
            painter.drawImage(place, image, part)
        painter.setPen(hairline(theme.line))
        painter.drawRects(self._frames)
        maps_off = {held.map for held in self._off}
        states = self.states
        if maps_off:  # what is constant because it is off is marked as off
            states = [State.LIVELY if n in maps_off else one for n, one in enumerate(states)]
        if self.layer.size == 1:
            paint_dots(painter, self._dots, states, theme)
        else:
            paint_corners(painter, self._tiles, states, theme)
        if maps_off:
            paint_crosses(painter, (self._tiles[map_] for map_ in maps_off), theme)
        if self.details is not None:
            self._paint_details(painter, self.details, theme)
        elif self.layer.activation == "softmax":
            colours = self._shown.colours(self.layer, theme)
            paint_classes(painter, self._tiles, colours, self.font())
        slid_to = self._selection.slid_to
        if slid_to is not None and slid_to.layer is self.layer:
            cover_rest(painter, self._tiles[slid_to.map], self.layer.size, slid_to)
        self._outlines.paint(painter, self._selection.shown)
        if self._rings_map and self.layer.size > 1 and (map_ := self._shown_map()) is not None:
            paint_ring(painter, self._tiles[map_])
        for map_, place in self.eyes().items():
            paint_eye(painter, place, map_ in maps_off, theme)

    def eyes(self) -> dict[int, QRectF]:
        """Return the places of the eyes that can be seen, by the maps that they switch.

        They are those of the shown map and of maps that are off, if they are large enough.
        """
        maps, shown = {held.map for held in self._off}, self._shown_map()
        if not maps and shown is None:
            return {}
        if shown is not None and can_switch(self.layer):
            maps.add(shown)
        places = {map_: eye_place(self._tiles[map_], self.width()) for map_ in sorted(maps)}
        return {map_: place for map_, place in places.items() if not place.isEmpty()}

    def _eye_at(self, position: QPointF) -> int | None:
        """Return the map whose eye is at a position; None if there is none."""
        return next((n for n, place in self.eyes().items() if place.contains(position)), None)

    def _paint_details(self, painter: QPainter, details: FocusDetails, theme: Theme) -> None:
        """Paint kernels, or the numbers in single units' cells."""
        details.paint_kernels(painter, self.font(), theme)
        if self.layer.size == 1:
            colours, shown = self._shown.colours(self.layer, theme), self.values
            values = None if shown is None else shown.values
            details.paint_numbers(painter, self._tiles, colours, values, self.font())

    def outlines(self) -> list[QRectF]:
        """Return the shown unit's outlines in this layer."""
        return self._outlines.of(self._selection.shown)

    def _describe(self) -> None:
        """Describe the picked unit if it is one of this layer."""
        picked = self._selection.selected
        if picked is not None and picked.layer is self.layer:
            self.setAccessibleDescription(spoken(picked, self.values, self._off))

    def _follow_selection(self) -> None:
        self._describe()
        if self._shown.painted(self.layer).has_own_bounds:
            self.update()  # the legend is the shown map's
        else:
            self._update_tiles()

    def _update_tiles(self) -> None:
        """Repaint the tiles, but not the header."""
        self.update(self._tiles_area)

    # -- mouse and keyboard ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the unit under the pointer."""
        eye = self._eye_at(event.position())
        is_button = eye is not None or self.header.contains(event.position())
        shape = Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if eye is None or eye != self._shown_map():  # which is hovered as long as its eye is
            self._selection.hover(self._unit_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Show a tooltip for the header, or for a map with a badge."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position; empty if there is none."""
        if tip := self._header.tip_at(position):
            return tip
        if self.details is not None and (tip := self.details.tip_at(position)):
            return tip
        eye, unit = self._eye_at(position), self._unit_at(position)
        maps_off = {held.map for held in self._off}
        if eye is not None:
            return switch_tip(eye in maps_off)
        if unit is not None and unit.map in maps_off:
            return switched(unit, is_off=True)
        state = State.LIVELY if unit is None else self.states[unit.map]
        return explain_badge(state)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing the unit that was under the pointer."""
        self._selection.hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the unit under the pointer, the layer on its header, or nothing elsewhere.

        A second click enlarges the unit's map, or the whole layer. A click on an eye switches its
        map off or on.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (eye := self._eye_at(event.position())) is not None:
            self._selection.switch(Unit(self.layer, eye))
            return
        if self._header.is_sign(event.position()):
            self._selection.toggle_focus(self.layer)
            return
        if self._header.is_switch(event.position()):
            self.order_toggled.emit()
            return
        place, unit = event.globalPosition(), self._unit_at(event.position())
        if self.header.contains(event.position()):
            self._selection.select_layer(self.layer)
            SecondClick(place, lambda: self._selection.enlarge_layer(self.layer), self)
        else:
            self._selection.select(unit)
            if unit is not None:
                SecondClick(place, lambda: self._selection.enlarge(unit), self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the map under the pointer or, by keyboard, for the outlined one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            shown = self._selection.shown
            unit = shown if shown is not None and shown.layer is self.layer else None
            place = self.mapToGlobal(self.tile(unit.map if unit else 0).center().toPoint())
        else:
            unit, place = self._unit_at(event.pos().toPointF()), event.globalPos()
        self.menu_wanted.emit(unit, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Outline the picked unit, or the first one, if the focus came by keyboard."""
        picked = self._selection.selected
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_keys:
            is_own = picked is not None and picked.layer is self.layer
            self._selection.hover(picked if is_own else Unit(self.layer, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop showing a unit that was not picked."""
        self._selection.hover(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the next unit by arrows, pick by Enter, open the layer's page by Space.

        F gives the layer half the room, S orders single units.
        """
        key = Qt.Key(event.key())
        here = self._selection.shown
        if key == Qt.Key.Key_Space:
            self._selection.select_layer(self.layer)
        elif key == Qt.Key.Key_F and not event.modifiers():
            self._selection.toggle_focus(self.layer)
        elif key == Qt.Key.Key_S and not event.modifiers():
            self.order_toggled.emit()
        elif here is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._selection.select(here)
        elif here is not None and key in ARROWS:
            self._selection.hover(None)
            self._selection.select(step(here, ARROWS[key], self.columns, self.orders))
        else:
            super().keyPressEvent(event)

    def _unit_at(self, position: QPointF) -> Unit | None:
        return unit_at(self.layer, self._tiles, position)


def _rect(place: Place) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)


def _around(tiles: list[QRectF]) -> QRect:
    """Return the area of tiles, of the outlines around them, and of an eye at the last one."""
    whole = reduce(QRectF.united, tiles)
    return whole.toAlignedRect().adjusted(-HALO, -HALO, HALO + int(EYE / 2), HALO)
