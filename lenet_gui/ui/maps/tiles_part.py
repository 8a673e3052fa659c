"""A layer view's maps: crisp tiles, what marks them and is outlined in them, and their eyes."""

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.network.map_health import State
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.painting import hairline
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.colour_scale import ColourScale
from lenet_gui.ui.maps.eye import EYE, eye_place, paint_crosses, paint_eye
from lenet_gui.ui.maps.focus_details import FocusDetails, paint_classes
from lenet_gui.ui.maps.layer_header import dot, paint_corners, paint_dots
from lenet_gui.ui.maps.layer_outlines import (
    HALO,
    LayerOutlines,
    cover_rest,
    paint_ring,
    rect_of,
    unit_at,
)
from lenet_gui.ui.maps.layer_places import LayerPlace
from lenet_gui.ui.maps.layer_values import (
    LayerValues,
    Piece,
    Row,
    layer_activations,
    map_pieces,
    rows_of,
    unit_pieces,
)
from lenet_gui.ui.maps.selection import Selection, can_switch


class TilesPart:
    """Paints a layer's maps and knows what is where in them; all lengths are logical pixels.

    Values are coloured when they are painted, so a hidden view costs nothing.
    """

    def __init__(self, layer: Layer, selection: Selection) -> None:
        self._layer, self._selection = layer, selection
        self.area = QRect()
        """The area of the tiles, of the outlines around them, and of an eye at the last one."""
        self.tiles: list[QRectF] = []
        """Each map's tile."""
        self.details: FocusDetails | None = None
        """What is shown besides, while the layer is in focus."""
        self.shown = layer_activations(None, ColourScale(), [layer])
        """The values that are painted."""
        self.off: Off = frozenset()
        """The layer's maps that are crossed out."""
        self._maps_off: frozenset[int] = frozenset()
        self.order: Sequence[int] = ()
        """The order of single units; empty if it is that of their numbers."""
        self._places: list[QRectF] = []
        self._frames: list[QRectF] = []
        self._rows: list[Row] = []
        self._dots: list[QRectF] = []
        self._pieces: list[Piece] = []
        self._outlines = LayerOutlines(layer)
        self._rings_map = False

    # -- geometry -------------------------------------------------------------------------------

    def set_layout(
        self, place: LayerPlace, ratio: float, is_in_focus: bool, rings_map: bool
    ) -> None:
        """Take the places of the maps, in the order of their numbers.

        `ratio` is the device pixel ratio; with `rings_map` the map of the shown unit is ringed.
        """
        self._rings_map = rings_map
        tiles = [rect_of(tile) for tile in place.tiles]
        whole = reduce(QRectF.united, tiles)
        self.area = whole.toAlignedRect().adjusted(-HALO, -HALO, HALO + int(EYE / 2), HALO)
        self._frames = [tile.adjusted(-0.5, -0.5, 0.5, 0.5) for tile in tiles]
        if self._layer.size == 1:
            self._frames = [whole]
            self._rows = rows_of(tiles, ratio)
        self.details = FocusDetails(self._layer, place) if is_in_focus else None
        self._places = tiles
        self.set_order(())

    def set_order(self, order: Sequence[int]) -> None:
        """Give each unit the tile in its place of the order."""
        self.order = order
        self.tiles = self._places
        if order:
            self.tiles = [QRectF()] * len(self._places)
            for place, unit in zip(self._places, order, strict=True):
                self.tiles[unit] = place
        if self._layer.size == 1:
            self._dots = [dot(tile, self.details is not None) for tile in self.tiles]
        self._pieces = []
        self._outlines.set_tiles(self.tiles)

    # -- values and the shown unit --------------------------------------------------------------

    def show_values(self, shown: LayerValues) -> None:
        """Take the values to paint."""
        self.shown = shown
        self._pieces = []

    def show_off(self, off: Off) -> None:
        """Take the layer's maps that are off."""
        self.off = off
        self._maps_off = frozenset(held.map for held in off)

    def recolour(self) -> None:
        """Colour the values anew when they are painted next, for the theme may be another."""
        self._pieces = []

    @property
    def is_coloured(self) -> bool:
        """Whether the values have been painted."""
        return bool(self._pieces)

    def is_off(self, map_: int) -> bool:
        """Return whether a map is crossed out."""
        return map_ in self._maps_off

    def shown_map(self) -> int | None:
        """Return the shown unit's map, if it is one of this layer."""
        unit = self._selection.shown
        return unit.map if unit is not None and unit.layer is self._layer else None

    def outlines(self) -> list[QRectF]:
        """Return the shown unit's outlines in this layer."""
        return self._outlines.of(self._selection.shown)

    # -- what is where --------------------------------------------------------------------------

    def unit_at(self, position: QPointF) -> Unit | None:
        """Return the unit at a position; None outside the tiles."""
        return unit_at(self._layer, self.tiles, position)

    def eyes(self, right: float) -> dict[int, QRectF]:
        """Return the places of the eyes that can be seen, by the maps that they switch.

        They are those of the shown map and of maps that are off, if they are large enough; none
        goes beyond `right`.
        """
        maps, shown = set(self._maps_off), self.shown_map()
        if not maps and shown is None:
            return {}
        if shown is not None and can_switch(self._layer):
            maps.add(shown)
        places = {map_: eye_place(self.tiles[map_], right) for map_ in sorted(maps)}
        return {map_: place for map_, place in places.items() if not place.isEmpty()}

    # -- painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, font: QFont, theme: Theme, right: float) -> None:
        """Paint the maps with their badges, the shown unit's outlines, and eyes up to `right`."""
        self._pieces = self._pieces or self._colour(theme)
        for place, image, part in self._pieces:
            painter.drawImage(place, image, part)
        painter.setPen(hairline(theme.line))
        painter.drawRects(self._frames)
        self._paint_marks(painter, theme)
        if self.details is not None:
            self._paint_details(painter, self.details, font, theme)
        elif self._layer.activation == "softmax":
            paint_classes(painter, self.tiles, self.shown.colours(self._layer, theme), font)
        slid_to = self._selection.slid_to
        if slid_to is not None and slid_to.layer is self._layer:
            cover_rest(painter, self.tiles[slid_to.map], self._layer.size, slid_to)
        self._outlines.paint(painter, self._selection.shown)
        if self._rings_map and self._layer.size > 1 and (map_ := self.shown_map()) is not None:
            paint_ring(painter, self.tiles[map_])
        for map_, place in self.eyes(right).items():
            paint_eye(painter, place, map_ in self._maps_off, theme)

    def _colour(self, theme: Theme) -> list[Piece]:
        colours = self.shown.colours(self._layer, theme)
        if self._layer.size == 1:
            flat = colours.ravel()
            return unit_pieces(flat[list(self.order)] if self.order else flat, self._rows)
        return map_pieces(colours, self.tiles)

    def _paint_marks(self, painter: QPainter, theme: Theme) -> None:
        """Paint badges, and crosses over the maps that are off."""
        states, maps_off = self.shown.states(self._layer), self._maps_off
        if maps_off:  # what is constant because it is off is marked as off
            states = [State.LIVELY if n in maps_off else one for n, one in enumerate(states)]
        if self._layer.size == 1:
            paint_dots(painter, self._dots, states, theme)
        else:
            paint_corners(painter, self.tiles, states, theme)
        if maps_off:
            paint_crosses(painter, (self.tiles[map_] for map_ in maps_off), theme)

    def _paint_details(
        self, painter: QPainter, details: FocusDetails, font: QFont, theme: Theme
    ) -> None:
        """Paint kernels, or the numbers in single units' cells."""
        details.paint_kernels(painter, font, theme)
        if self._layer.size == 1:
            colours, shown = self.shown.colours(self._layer, theme), self.shown.of(self._layer)
            values = None if shown is None else shown.values
            details.paint_numbers(painter, self.tiles, colours, values, font)
