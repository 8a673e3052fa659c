"""One layer of the network: a header, and its maps as crisp tiles in which units are picked."""

from collections.abc import Mapping
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
from lenet_gui.core.network.map_health import State
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import Place
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.context_menu import MenuRequests
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.painting import hairline, label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.colour_scale import ColourScale
from lenet_gui.ui.maps.layer_header import (
    description,
    dot,
    explain_badge,
    paint_corners,
    paint_dots,
    paint_header,
    paint_label,
    title,
)
from lenet_gui.ui.maps.layer_outlines import HALO, LayerOutlines, paint_ring, unit_at
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
from lenet_gui.ui.maps.number_grid import readable_pen
from lenet_gui.ui.maps.second_click import SecondClick
from lenet_gui.ui.maps.selection import Direction, Selection, step
from lenet_gui.ui.maps.wording import spoken

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

    def __init__(self, layer: Layer, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._shown = layer_activations(None, ColourScale(), [layer])
        self._selection = selection
        self._tiles: list[QRectF] = []
        self._tiles_area = QRect()
        self._header = QRectF()
        self._is_beside = self._rings_map = False
        self.columns: Mapping[str, int] = {}
        """The number of maps in a row of each layer, by name: the way of the arrow keys."""
        self._frames: list[QRectF] = []
        self._rows: list[Row] = []
        self._dots: list[QRectF] = []
        self._pieces: list[Piece] = []
        self._painted_legend = ("", "")
        self._outlines = LayerOutlines(layer)
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
        self._is_beside = found.is_beside
        self._header = _rect(found.header)
        self._tiles = [_rect(place) for place in found.tiles]
        self._tiles_area = _around(self._tiles)
        self._frames = [tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in self._tiles]
        if self.layer.size == 1:
            self._frames = [reduce(QRectF.united, self._tiles)]
            self._rows = rows_of(self._tiles, self.devicePixelRatioF())
            self._dots = [dot(tile) for tile in self._tiles]
        self._pieces = []
        self._outlines.set_tiles(self._tiles)
        self.setGeometry(_rect(found.place).toRect())
        self.update()

    def tile(self, index: int) -> QRectF:
        """Return the place of map `index`, in logical pixels."""
        return self._tiles[index]

    @property
    def header(self) -> QRectF:
        """The header's place, in logical pixels."""
        return self._header

    # -- values and badges ----------------------------------------------------------------------

    def show_values(self, shown: LayerValues) -> None:
        """Show this layer's values.

        They are coloured when they are painted, so a hidden view costs nothing.
        """
        self._shown = shown
        self._pieces = []
        self._update_tiles()
        if self.legend() != self._painted_legend:
            self.update(self._header.toAlignedRect())

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
            return unit_pieces(colours.ravel(), self._rows)
        return map_pieces(colours, self._tiles)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the header, the maps with their badges, and the shown unit's outlines."""
        theme = current_theme()
        self._pieces = self._pieces or self._colour(theme)
        painter = QPainter(self)
        if not self._tiles_area.contains(event.rect()):
            paint = paint_label if self._is_beside else paint_header
            shown, map_ = self._shown.painted(self.layer), self._shown_map()
            paint(painter, self._header, self.font(), self.layer, theme, shown, map_)
            self._painted_legend = self.legend()
        for place, image, part in self._pieces:
            painter.drawImage(place, image, part)
        painter.setPen(hairline(theme.line))
        painter.drawRects(self._frames)
        if self.layer.size == 1:
            paint_dots(painter, self._dots, self.states, theme)
        else:
            paint_corners(painter, self._tiles, self.states, theme)
        if self.layer.activation == "softmax":
            self._paint_classes(painter, theme)
        self._outlines.paint(painter, self._selection.shown)
        if self._rings_map and self.layer.size > 1 and (map_ := self._shown_map()) is not None:
            paint_ring(painter, self._tiles[map_])

    def outlines(self) -> list[QRectF]:
        """Return the shown unit's outlines in this layer."""
        return self._outlines.of(self._selection.shown)

    def _paint_classes(self, painter: QPainter, theme: Theme) -> None:
        """Write the digits into the output's cells, in black or white, whichever is readable."""
        font = scaled_font(self.font(), 0.88)
        painter.setFont(font)
        name = font.toString()
        colours = self._shown.colours(self.layer, theme).ravel().tolist()
        for index, (tile, background) in enumerate(zip(self._tiles, colours, strict=True)):
            painter.setPen(readable_pen(background))
            middle = tile.center()
            paint_centred(painter, middle.x(), middle.y(), label(str(index), name))

    def _describe(self) -> None:
        """Describe the picked unit if it is one of this layer."""
        picked = self._selection.selected
        if picked is not None and picked.layer is self.layer:
            self.setAccessibleDescription(spoken(picked, self.values))

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
        on_header = self._header.contains(event.position())
        shape = Qt.CursorShape.PointingHandCursor if on_header else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._selection.hover(self._unit_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Show a tooltip for the header, or for a map with a badge."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position; empty if there is none."""
        if self._header.contains(position):
            click = self.tr(
                "Click or press Space to see how this layer works, its sizes and its weights"
            )
            texts = [wording.kind_of_layer(self.layer), wording.activation(self.layer)]
            if self.layer.parameters:
                texts.append(wording.parameters())
            return "\n".join(text for text in (*texts, click) if text)
        unit = self._unit_at(position)
        state = State.LIVELY if unit is None else self.states[unit.map]
        return explain_badge(state)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing the unit that was under the pointer."""
        self._selection.hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the unit under the pointer, the layer on its header, or nothing elsewhere.

        A second click enlarges the unit's map, or the whole layer.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, unit = event.globalPosition(), self._unit_at(event.position())
        if self._header.contains(event.position()):
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
        """Move to the next unit by arrows, pick by Enter, open the layer's page by Space."""
        key = Qt.Key(event.key())
        here = self._selection.shown
        if key == Qt.Key.Key_Space:
            self._selection.select_layer(self.layer)
        elif here is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._selection.select(here)
        elif here is not None and key in ARROWS:
            self._selection.hover(None)
            self._selection.select(step(here, ARROWS[key], self.columns))
        else:
            super().keyPressEvent(event)

    def _unit_at(self, position: QPointF) -> Unit | None:
        return unit_at(self.layer, self._tiles, position)


def _rect(place: Place) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)


def _around(tiles: list[QRectF]) -> QRect:
    """Return the area of tiles and of the outlines around them."""
    whole = reduce(QRectF.united, tiles)
    return whole.toAlignedRect().adjusted(-HALO, -HALO, HALO, HALO)
