"""A convolution's unit: the patch that it sees times its kernel is its products, map by map."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.unit import WeightedSum
from lenet_gui.ui.inspector.arrangement import Arrangement, Sizes, arrange
from lenet_gui.ui.inspector.kernel_grids import (
    Captions,
    Factors,
    KernelGrids,
    caption_height,
    cell_tip,
    tile_font,
)
from lenet_gui.ui.inspector.map_tiles import MapTiles, tile_size
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.eye import switch_tip
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.number_grid import least_cell, widest_number
from lenet_gui.ui.maps.wording import number


class ConvolutionView(QWidget):
    """Patch, kernel and products of one input map, and a tile for each map's sum to choose one."""

    map_chosen = Signal()
    """The user chose another input map: its tile should be in sight."""
    switched = Signal(int)
    """The user asked to switch an input map off, or on again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: WeightedSum | None = None
        self._sums = np.zeros(0, np.float32)
        self._map = 0
        self._off: frozenset[int] = frozenset()
        self._pointed: int | None = None
        """The input map whose tile is under the pointer."""
        self._source: MapValues | None = None
        self._shown: Factors | None = None
        self._places: Arrangement | None = None
        self._still: QPixmap | None = None
        self._tiles: MapTiles | None = None
        self._grids: KernelGrids | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        follow_appearance(self._restyle)

    @property
    def map(self) -> int:
        """The input map whose grids are shown, from 0."""
        return self._map

    def _restyle(self) -> None:
        self._forget()
        if self._sum is not None:
            self._describe()

    def _forget(self) -> None:
        """Arrange and paint everything anew."""
        self._places = self._still = self._tiles = self._grids = None
        self.update()

    def show_sum(
        self, found: WeightedSum, source: MapValues, off: frozenset[int] = frozenset()
    ) -> None:
        """Show a unit and `source`, the maps of the layer before it; some of them may be `off`.

        For a unit of another layer the map that adds most is chosen first.
        """
        self._off = off
        source_before, self._source = self._source, source
        before, self._sum = self._sum, found
        self._sums, self._shown = found.map_sums, None
        if before is None or found.unit.layer is not before.unit.layer:
            self._map = int(np.abs(self._sums).argmax())
        self._describe()
        # The arrays are views; another network has another base.
        is_same = (
            before is not None
            and source_before is not None
            and before.unit.layer is found.unit.layer
            and before.unit.map == found.unit.map
            and before.weights.base is found.weights.base
            and np.array_equal(source_before.bound, source.bound)
        )
        if not is_same:
            self._forget()
        self.update()

    def show_map(self, map_: int) -> None:
        """Show the grids of another input map."""
        if self._sum is not None:
            self._map = max(0, min(map_, len(self._sums) - 1))
            self._shown = None
            self._describe()
            self._forget()
            self.map_chosen.emit()

    def _describe(self) -> None:
        assert self._sum is not None
        added = number(float(self._sums[self._map]))
        if len(self._sums) == 1:
            words = self.tr("the image contributes {0}").format(added)
        else:
            words = self.tr("input map {0} contributes {1}").format(self._map + 1, added)
        if self._map in self._off:
            words = listed(words, wording.off())
        self.setAccessibleName(words)

    # -- places ---------------------------------------------------------------------------------

    def needed_height(self, width: int, room: int) -> int:
        """Return the height in which everything is shown, `room` if possible."""
        return 0 if self._sum is None else int(np.ceil(self._arranged(width, room).height))

    def least_height(self, width: int, room: int) -> int:
        """Return the same: it is best not scrolled."""
        return self.needed_height(width, room)

    def _arranged(self, width: float, height: float) -> Arrangement:
        assert self._sum is not None
        n, text = len(self._sums), tile_font(self.font())
        bound = float(np.abs(self._sum.weights).max())
        sizes = Sizes(
            line=caption_height(self.font()),
            tile=tile_size(text, n, has_picture=True),
            compact_tile=tile_size(text, n, has_picture=False),
            cell=least_cell(self.font(), widest_number(max(bound, 1.0))),
            cells=self._sum.weights.shape[-1],
            ratio=self.devicePixelRatioF(),
        )
        return arrange(QSizeF(width, height), n, sizes)

    @property
    def places(self) -> Arrangement:
        """Where the tiles and the grids stand."""
        if self._places is None:
            self._places = self._arranged(self.width(), self.height())
        return self._places

    def chosen_tile(self) -> QRectF:
        """Return the place of the chosen map's tile; empty if there is no choice."""
        tiles = self.places.tiles
        return tiles[self._map] if tiles else QRectF()

    # -- mouse and keyboard ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the map whose tile was pressed, or switch the one whose eye was."""
        if (map_ := self._eye_at(event.position())) is not None:
            self.switched.emit(map_)
        elif (map_ := self._tile_at(event.position())) is not None:
            self.show_map(map_)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the eye of the map under the pointer."""
        self._point_at(self._tile_at(event.position()))
        is_button = self._eye_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the eye of the map that was under the pointer."""
        self._point_at(None)

    def _point_at(self, map_: int | None) -> None:
        if map_ != self._pointed:
            self._pointed = map_
            self.update()

    def event(self, event: QEvent) -> bool:
        """Show a tooltip; take the key that switches, which elsewhere is for the unit's own map."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_switch(event):
            event.accept()
            return True
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip of a tile or of a grid's cell at a position; empty elsewhere."""
        if (eye := self._eye_at(position)) is not None:
            return switch_tip(eye in self._off)
        if self._tile_at(position) is not None:
            return wording.map_sums()
        if self._sum is None:
            return ""
        return cell_tip(self.places.grids, self._factors(), position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from map to map, and switch the chosen one off or on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._is_switch(event):
            self.switched.emit(self._map)
        elif (step := steps.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            self.show_map(self._map + step)

    def _is_switch(self, event: QEvent) -> bool:
        """Return whether a key's event switches the chosen map, if there is a choice."""
        return (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_O
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and len(self._sums) > 1
        )

    def _eyes(self) -> list[int]:
        """Return the maps whose eyes can be seen: off, chosen, or under the pointer."""
        pointed = () if self._pointed is None else (self._pointed,)
        return sorted({*self._off, self._map, *pointed})

    def _eye_at(self, position: QPointF) -> int | None:
        """Return the map whose eye is at a position; None if there is none."""
        if self._tiles is None:
            return None
        tiles = self._tiles
        return next((n for n in self._eyes() if tiles.eye(n).contains(position)), None)

    def _tile_at(self, position: QPointF) -> int | None:
        tiles = [] if self._sum is None else self.places.tiles
        return next((n for n, tile in enumerate(tiles) if tile.contains(position)), None)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sums and grids over what stays the same while the user draws."""
        if self._sum is None or self._source is None:
            return
        if self._still is None or self._grids is None:
            self._still, self._grids = self._paint_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._tiles is not None:
            self._tiles.paint(painter, self._source, self._sums)
            self._tiles.paint_switches(painter, self._off, self._eyes())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total, ratio = float(self._sums[self._map]), self.devicePixelRatioF()
        self._grids.paint(painter, self._factors(), total, event.region(), ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything in the new size."""
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange everything in another font."""
        self._forget()
        super().changeEvent(event)

    def _paint_still(self) -> tuple[QPixmap, KernelGrids]:
        """Paint the kernel, the captions and the scales; return the grids to be painted on them."""
        places, ratio = self.places, self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(current_theme().window))
        painter = QPainter(pixmap)
        if places.tiles:
            font = tile_font(self.font())
            self._tiles = MapTiles(places.tiles, font, places.has_pictures, self._map)
            self._tiles.paint_still(painter)
            self._paint_heading(painter)
        grids = KernelGrids(places, self.font(), self._map if len(self._sums) > 1 else None)
        grids.paint_still(painter, self._factors(), ratio)
        painter.end()
        return pixmap, grids

    def _paint_heading(self, painter: QPainter) -> None:
        """Write the heading of the tiles: the longest that fits."""
        captions, place = Captions(self.font()), self.places.heading
        long = self.tr("Sums of the {0} input maps").format(len(self._sums))
        heading = long if captions.width(long) <= place.width() else self.tr("Sums")
        captions.paint(painter, place, heading, self.tr("click one to see its products"))

    def _factors(self) -> Factors:
        """Return what the grids show: the chosen map's patch, kernel and products."""
        if self._shown is None:
            assert self._sum is not None
            assert self._source is not None
            seen, n = replace(self._source, values=self._sum.inputs), self._map
            self._shown = Factors(
                seen.map(n), spanning(self._sum.weights[n]), spanning(self._sum.products[n])
            )
        return self._shown
