"""One layer of the network: a header, and its activations as crisp tiles that can be read."""

from functools import reduce

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.map_health import State
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.tiling import Tiles
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.painting import hairline, label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.colour_scale import ColourScale, Span
from lenet_gui.ui.maps.layer_header import (
    bound_text,
    description,
    dot,
    explain_badge,
    paint_corners,
    paint_dots,
    paint_header,
    title,
)
from lenet_gui.ui.maps.layer_outlines import HALO, LEFT, LayerOutlines, tile_rects, unit_at
from lenet_gui.ui.maps.layer_values import (
    LayerValues,
    Piece,
    Row,
    map_pieces,
    ramp_of,
    rows_of,
    unit_pieces,
)
from lenet_gui.ui.maps.number_grid import readable_pen
from lenet_gui.ui.maps.selection import Direction, Selection, step
from lenet_gui.ui.maps.wording import spoken

ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}


class LayerView(QWidget):
    """Shows one layer's activations of one image, and which unit is looked at.

    Ink and probabilities span 0 … 1; what signed values span the colour scale says.
    """

    def __init__(
        self,
        layer: Layer,
        selection: Selection,
        scale: ColourScale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.layer = layer
        self._shown = LayerValues([layer], None, scale)
        self._selection = selection
        self._scale = scale
        self._tiles: list[QRectF] = []
        self._tiles_area = QRect()
        self._frames: list[QRectF] = []
        self._rows: list[Row] = []
        self._dots: list[QRectF] = []
        self._pieces: list[Piece] = []
        self._outlines = LayerOutlines(layer)
        self.setAutoFillBackground(True)  # or Qt paints all that lies below anew, too
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        selection.changed.connect(self._follow_selection)
        scale.changed.connect(self._follow_scale)
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def _name(self) -> None:
        layer = self.layer
        self.setAccessibleName(listed(title(layer), description(layer), layer.shape_text))
        self._describe()

    # -- where things are -----------------------------------------------------------------------

    @property
    def header_height(self) -> int:
        """Logical pixels that the header takes."""
        return self.fontMetrics().height() + UNIT // 2

    def tile_size(self, width: float) -> QSizeF:
        """Return a tile's size, in logical pixels, when a row may be `width` wide."""
        return QSizeF(*self._tiles_in(width).size)

    def height_for(self, width: float) -> int:
        """Return the height of header and tiles when a row may be `width` wide."""
        return round(self.header_height + self._tiles_in(width).height + 2)

    def set_tiles_width(self, width: float) -> None:
        """Set how wide a row of tiles may be; the header has the widget's width."""
        self._tiles = tile_rects(self._tiles_in(width))
        whole = reduce(QRectF.united, self._tiles)
        self._tiles_area = whole.toAlignedRect().adjusted(-HALO, -HALO, HALO, HALO)
        self._frames = [tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in self._tiles]
        if self.layer.size == 1:
            self._frames = [whole]
            self._rows = rows_of(self._tiles, self.devicePixelRatioF())
            self._dots = [dot(tile) for tile in self._tiles]
        self._pieces = []
        self._outlines.set_tiles(self._tiles)
        self.update()

    def tile(self, index: int) -> QRectF:
        """Return where map `index` is painted, in logical pixels."""
        return self._tiles[index]

    def _tiles_in(self, width: float) -> Tiles:
        return Tiles(self.layer, width, LEFT, self.header_height, self.devicePixelRatioF())

    # -- what is shown --------------------------------------------------------------------------

    def _restyle(self) -> None:
        """Repaint in the colours of `theme`."""
        self._pieces = []
        self.update()

    def show_values(self, values: Array | None) -> None:
        """Show the layer's values, float32, shaped like the layer; None shows empty tiles."""
        read = None if values is None else {self.layer.name: values}
        self.show_reading(LayerValues([self.layer], read, self._scale))

    def show_reading(self, shown: LayerValues) -> None:
        """Show this layer of all that was read.

        It is coloured when it is painted, so a view that can't be seen costs nothing.
        """
        self._shown = shown
        self._pieces = []
        self._update_tiles()
        if self._scale.span is not Span.FIXED:
            self.update(0, 0, self.width(), self.header_height)  # the legend's numbers

    @property
    def values(self) -> Array | None:
        """The layer's values, float32, shaped like the layer; None where nothing was read."""
        return self._shown.of(self.layer)

    @property
    def states(self) -> list[State]:
        """What is to be said of each map."""
        return self._shown.states(self.layer)

    @property
    def is_coloured(self) -> bool:
        """Whether what is shown has been painted."""
        return bool(self._pieces)

    def legend(self) -> str:
        """Return the number at the strong end of the scale: of the shown map, or the largest."""
        unit = self._selection.shown
        own = unit is not None and unit.layer is self.layer
        bounds = self._shown.bounds(self.layer)
        return bound_text(float(bounds[unit.map] if unit and own else bounds.max()))

    def _colour(self) -> list[Piece]:
        colours = self._shown.colours(self.layer, current_theme())
        if self.layer.size == 1:
            return unit_pieces(colours.ravel(), self._rows)
        return map_pieces(colours, self._tiles)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the header, every map as a tile, and what the shown unit has to do with them."""
        self._pieces = self._pieces or self._colour()
        painter = QPainter(self)
        if event.rect().top() < self.header_height - HALO:
            line = QRectF(0, 0, self.width(), self.fontMetrics().height())
            ramp, _ = ramp_of(self.layer, current_theme())
            ends = ("−" if self.layer.is_signed else "0", self.legend())
            paint_header(painter, line, self.font(), self.layer, current_theme(), ramp, ends)
        for place, image, part in self._pieces:
            painter.drawImage(place, image, part)
        painter.setPen(hairline(current_theme().line))
        painter.drawRects(self._frames)
        if self.layer.size == 1:
            paint_dots(painter, self._dots, self.states, current_theme())
        else:
            paint_corners(painter, self._tiles, self.states, current_theme())
        if self.layer.activation == "softmax":
            self._paint_classes(painter)
        self._outlines.paint(painter, self._selection.shown)

    def outlines(self) -> list[QRectF]:
        """Return the rectangles that the shown unit draws here."""
        return self._outlines.of(self._selection.shown)

    def _paint_classes(self, painter: QPainter) -> None:
        """Write the digits into the output's cells, in black or white, whichever can be read."""
        font = scaled_font(self.font(), 0.88)
        painter.setFont(font)
        name = font.toString()
        colours = self._shown.colours(self.layer, current_theme()).ravel().tolist()
        for index, (tile, background) in enumerate(zip(self._tiles, colours, strict=True)):
            painter.setPen(readable_pen(background))
            middle = tile.center()
            paint_centred(painter, middle.x(), middle.y(), label(str(index), name))

    def _follow_scale(self) -> None:
        self.show_values(self.values)

    def _describe(self) -> None:
        """Say which unit of this layer is picked."""
        picked = self._selection.selected
        if picked is not None and picked.layer is self.layer:
            value = None if self.values is None else picked.value_in(self.values)
            self.setAccessibleDescription(spoken(picked, value))

    def _follow_selection(self) -> None:
        self._describe()
        if self._scale.span is Span.MAP:
            self.update()  # the legend tells about the shown map
        else:
            self._update_tiles()

    def _update_tiles(self) -> None:
        """Repaint all tiles, and not what lies beside them."""
        self.update(self._tiles_area)

    # -- what the hand does ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the unit under the pointer."""
        on_header = event.position().y() < self.header_height
        shape = Qt.CursorShape.PointingHandCursor if on_header else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._selection.hover(self._unit_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Explain a badge to a pointer that rests on its map."""
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return what is to be said of the map, or of the header, at a position."""
        if position.y() < self.header_height:
            click = self.tr(
                "Click, or press Space, for how this layer works, its sizes and its weights"
            )
            told = [wording.kind_of_layer(self.layer), wording.activation(self.layer)]
            if self.layer.parameters:
                told.append(wording.parameters())
            return "\n".join(text for text in (*told, click) if text)
        unit = self._unit_at(position)
        state = State.LIVELY if unit is None else self.states[unit.map]
        return explain_badge(state)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing in passing any more."""
        self._selection.hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the unit under the pointer; the header picks the layer, and the rest nothing."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().y() < self.header_height:
            self._selection.select_layer(self.layer)
        else:
            self._selection.select(self._unit_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the map under the pointer large; at the header, the whole layer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        unit = self._unit_at(event.position())
        if unit is not None:
            self._selection.enlarge(unit)
        elif event.position().y() < self.header_height:
            self._selection.enlarge_layer(self.layer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Outline the first unit for someone who comes here by keyboard."""
        picked = self._selection.selected
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_keys:
            own = picked is not None and picked.layer is self.layer
            self._selection.hover(picked if own else Unit(self.layer, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at nothing in passing any more."""
        self._selection.hover(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; Enter picks a unit, Space opens the layer's page."""
        key = Qt.Key(event.key())
        here = self._selection.shown
        if key == Qt.Key.Key_Space:
            self._selection.select_layer(self.layer)
        elif here is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._selection.select(here)
        elif here is not None and key in ARROWS:
            self._selection.hover(None)
            self._selection.select(step(here, ARROWS[key]))
        else:
            super().keyPressEvent(event)

    def _unit_at(self, position: QPointF) -> Unit | None:
        return unit_at(self.layer, self._tiles, position)
