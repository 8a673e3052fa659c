"""One layer of the network: a header, and its maps, in which units are picked by mouse and keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
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
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.context_menu import MenuRequests
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.maps.eye import switch_tip
from lenet_gui.ui.maps.focus_details import FocusDetails
from lenet_gui.ui.maps.header_part import HeaderPart
from lenet_gui.ui.maps.layer_header import description, explain_badge, title
from lenet_gui.ui.maps.layer_outlines import rect_of
from lenet_gui.ui.maps.layer_places import Arrangement
from lenet_gui.ui.maps.layer_values import LayerValues
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.second_click import SecondClick
from lenet_gui.ui.maps.selection import NATURAL, Direction, Selection, step
from lenet_gui.ui.maps.tiles_part import TilesPart
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
        self._selection = selection
        self._header = HeaderPart(layer)
        self._maps = TilesPart(layer, selection)
        self.columns: Mapping[str, int] = {}
        """The number of maps in a row of each layer, by name: the way of the arrow keys."""
        self.orders: Mapping[str, Sequence[int]] = NATURAL
        """The units of layers that aren't in the order of their numbers, by the layer's name."""
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
        self._maps.recolour()
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def set_layout(self, arrangement: Arrangement, rings_map: bool = False) -> None:
        """Take the layer's place in the panel, and the places of its header and its maps.

        In a strip the map of the shown unit is ringed: its cells are too small to be found.
        """
        found = arrangement.layers[self.layer.name]
        self.columns = arrangement.columns
        self._header.is_beside = found.is_beside
        self._header.place = rect_of(found.header)
        self._header.order_words = ""
        is_in_focus = arrangement.focus == self.layer.name
        self._maps.set_layout(found, self.devicePixelRatioF(), is_in_focus, rings_map)
        self.setGeometry(rect_of(found.place).toRect())
        self.update()

    def set_order(self, order: Sequence[int], words: str) -> None:
        """Put single units in an order; if it is empty, in that of their numbers.

        `words` are those on the switch between the two; without them there is none.
        """
        if words != self._header.order_words:
            self._header.order_words = words
            self.update()
        if order != self._maps.order:
            self._maps.set_order(order)
            self._update_tiles()

    def tile(self, index: int) -> QRectF:
        """Return the place of map `index`, in logical pixels."""
        return self._maps.tiles[index]

    @property
    def header(self) -> QRectF:
        """The header's place, in logical pixels."""
        return self._header.place

    @property
    def details(self) -> FocusDetails | None:
        """What is shown besides, while the layer is in focus."""
        return self._maps.details

    def outlines(self) -> list[QRectF]:
        """Return the shown unit's outlines in this layer."""
        return self._maps.outlines()

    def eyes(self) -> dict[int, QRectF]:
        """Return the places of the eyes that can be seen, by the maps that they switch."""
        return self._maps.eyes(self.width())

    def _eye_at(self, position: QPointF) -> int | None:
        """Return the map whose eye is at a position; None if there is none."""
        return next((n for n, place in self.eyes().items() if place.contains(position)), None)

    # -- values and badges ----------------------------------------------------------------------

    def show_values(self, shown: LayerValues) -> None:
        """Show this layer's values."""
        self._maps.show_values(shown)
        self._update_tiles()
        if self.legend() != self._header.painted_legend:
            self.update(self.header.toAlignedRect())

    def show_off(self, off: Off) -> None:
        """Cross out the maps that are off."""
        own = frozenset(held for held in off if held.layer == self.layer.name)
        if own != self._maps.off:
            self._maps.show_off(own)
            self._describe()
            self._update_tiles()

    @property
    def off(self) -> Off:
        """The layer's maps that are shown as off."""
        return self._maps.off

    @property
    def values(self) -> MapValues | None:
        """The layer's values, (maps, rows, columns); None if there are none."""
        return self._maps.shown.of(self.layer)

    @property
    def states(self) -> list[State]:
        """The state of each map."""
        return self._maps.shown.states(self.layer)

    @property
    def is_coloured(self) -> bool:
        """Whether the values have been painted."""
        return self._maps.is_coloured

    def legend(self) -> tuple[str, str]:
        """Return the numbers at the ends of the scale: of the shown map, or the largest."""
        return self._maps.shown.painted(self.layer).ends(self._maps.shown_map())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the header, the maps with their badges, and the shown unit's outlines."""
        theme, font, maps = current_theme(), self.font(), self._maps
        painter = QPainter(self)
        if not maps.area.contains(event.rect()):
            shown, map_ = maps.shown.painted(self.layer), maps.shown_map()
            is_ordered = bool(maps.order)
            self._header.paint(painter, font, theme, shown, map_, maps.details, is_ordered)
        maps.paint(painter, font, theme, self.width())

    def _describe(self) -> None:
        """Describe the picked unit if it is one of this layer."""
        picked = self._selection.selected
        if picked is not None and picked.layer is self.layer:
            self.setAccessibleDescription(spoken(picked, self.values, self.off))

    def _follow_selection(self) -> None:
        self._describe()
        if self._maps.shown.painted(self.layer).has_own_bounds:
            self.update()  # the legend is the shown map's
        else:
            self._update_tiles()

    def _update_tiles(self) -> None:
        """Repaint the tiles, but not the header."""
        self.update(self._maps.area)

    # -- mouse and keyboard ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the unit under the pointer."""
        eye = self._eye_at(event.position())
        is_button = eye is not None or self.header.contains(event.position())
        shape = Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if eye is None or eye != self._maps.shown_map():  # which is hovered as long as its eye is
            self._selection.hover(self._maps.unit_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Show a tooltip for the header, or for a map with a badge."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position; empty if there is none."""
        if tip := self._header.tip_at(position):
            return tip
        if self.details is not None and (tip := self.details.tip_at(position)):
            return tip
        eye, unit = self._eye_at(position), self._maps.unit_at(position)
        if eye is not None:
            return switch_tip(self._maps.is_off(eye))
        if unit is not None and self._maps.is_off(unit.map):
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
        place, unit = event.globalPosition(), self._maps.unit_at(event.position())
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
            unit, place = self._maps.unit_at(event.pos().toPointF()), event.globalPos()
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
