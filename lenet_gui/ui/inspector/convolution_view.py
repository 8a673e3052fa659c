"""A convolution's unit: the patch that it sees times its kernel is its products, map by map."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.unit import WeightedSum
from lenet_gui.ui.inspector.arrangement import Arrangement, Sizes, arrange, sign_width
from lenet_gui.ui.inspector.map_tiles import MapTiles, tile_size
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.painting import hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.eye import switch_tip
from lenet_gui.ui.maps.layer_header import paint_ends_below, paint_ramp_below
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.number_grid import LEAST, grid_image, least_cell, widest_number
from lenet_gui.ui.maps.wording import number, value_text

ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
"""Chinese letters are taller than a line of the font, which would clip them."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | ONE_LINE
LONGEST_END = "−0.00"
"""Room kept for a number at a scale's end."""
LONGEST_SUM = "−0.000"
"""Room kept for the sum of the products."""
SIGNS = ("", "×", "=")
"""What stands before each of the grids."""
PATCH, KERNEL, PRODUCTS = range(3)
"""The grids in their order."""


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
        self._shown: tuple[MapValues, MapValues, MapValues] | None = None
        self._places: Arrangement | None = None
        self._still: QPixmap | None = None
        self._tiles: MapTiles | None = None
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
        self._places = self._still = self._tiles = None
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
            line=float(np.ceil(QFontMetricsF(self.font()).height()) + 2),
            tile=tile_size(text, n, has_picture=True),
            compact_tile=tile_size(text, n, has_picture=False),
            cell=least_cell(self.font(), widest_number(max(bound, 1.0))),
            cells=self._sum.weights.shape[-1],
            ratio=self.devicePixelRatioF(),
        )
        self._sign = sign_width(sizes)
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
        explanations = (wording.patch, wording.kernel, wording.products)
        for index, (grid, explain) in enumerate(zip(self.places.grids, explanations, strict=True)):
            if grid.contains(position):
                shown = self._map_in(index)
                place = (position - grid.topLeft()) / grid.width() * len(shown.values)
                row, column = int(place.y()), int(place.x())
                value = value_text(float(shown.values[row, column]), shown)
                cell = self.tr("row {0}, column {1}: {2}").format(row + 1, column + 1, value)
                return f"{cell}\n{explain()}"
        return ""

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
        if self._still is None:
            self._still = self._paint_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._tiles is not None:
            self._tiles.paint(painter, self._source, self._sums)
            self._tiles.paint_switches(painter, self._off, self._eyes())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_values(painter, event.region())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything in the new size."""
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange everything in another font."""
        self._forget()
        super().changeEvent(event)

    def _paint_still(self) -> QPixmap:
        """Paint the kernel, the captions and the scales."""
        theme, places = current_theme(), self.places
        ratio = self.devicePixelRatioF()
        self._name_font = scaled_font(self.font(), 0.95, bold=True)
        self._small = tile_font(self.font())
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(theme.window))
        painter = QPainter(pixmap)
        if places.tiles:
            self._tiles = MapTiles(places.tiles, self._small, places.has_pictures, self._map)
            self._tiles.paint_still(painter)
            click = self.tr("click one to see its products")
            self._caption(painter, places.heading, self._heading(len(self._sums)), click)
        for index in (PATCH, KERNEL, PRODUCTS):
            note = self.tr("what it sees") if index == PATCH else ""
            self._caption(painter, self._above(index), self._name(index), note)
            self._sign_before(painter, index)
            painter.setFont(self._small)
            ramp = self._map_in(index).ramp(theme)
            paint_ramp_below(painter, places.grids[index], theme, ramp)
        self._paint_grid(painter, KERNEL)
        self._paint_ends(painter, PATCH)
        self._paint_ends(painter, KERNEL)
        painter.end()
        self._sum_pattern, self._sum_place = self._place_of_sum()
        return pixmap

    def _heading(self, n: int) -> str:
        """Return the heading of the tiles: the longest that fits."""
        long = self.tr("Sums of the {0} input maps").format(n)
        width = QFontMetricsF(self._name_font).horizontalAdvance(long)
        return long if width <= self.places.heading.width() else self.tr("Sums")

    def _above(self, index: int) -> QRectF:
        """Return the place of a grid's caption."""
        grid, line = self.places.grids[index], QFontMetricsF(self.font()).height() + 2
        return QRectF(grid.left() - 1, grid.top() - line, grid.width() + 2, line)

    def _name(self, index: int) -> str:
        """Return a grid's name, after × or = if the grid stands below the one before it."""
        single = len(self._sums) == 1
        patch = self.tr("Image") if single else self.tr("Map {0}").format(self._map + 1)
        name = (patch, self.tr("Kernel"), self.tr("Products"))[index]
        return name if index == 0 or self._has_left(index) else f"{SIGNS[index]} {name}"

    def _has_left(self, index: int) -> bool:
        return index % self.places.columns > 0

    def _sign_before(self, painter: QPainter, index: int) -> None:
        """Paint × or = between a grid and the one at its left."""
        if self._has_left(index):
            grid = self.places.grids[index]
            gap = QRectF(grid.left() - self._sign, grid.top(), self._sign, grid.height())
            painter.setFont(self.font())
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(gap, Qt.AlignmentFlag.AlignCenter | ONE_LINE, SIGNS[index])

    def _caption(self, painter: QPainter, line: QRectF, name: str, note: str = "") -> None:
        """Write a name, and a note after it if there is room."""
        painter.setFont(self._name_font)
        painter.setPen(QColor(current_theme().text))
        painter.drawText(line, LEFT, name)
        after = self._after(line, name)
        if note and QFontMetricsF(self._small).horizontalAdvance(note) <= after.width():
            painter.setFont(self._small)
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(after, LEFT, note)

    def _after(self, line: QRectF, name: str) -> QRectF:
        """Return what a name leaves of its line."""
        begin = QFontMetricsF(self._name_font).horizontalAdvance(name) + 0.75 * UNIT
        return line.adjusted(begin, 0, UNIT / 2, 0)

    def _place_of_sum(self) -> tuple[str, QRectF]:
        """Return how the sum of the products is worded, {0} being the number, and its place."""
        line = self._above(PRODUCTS)
        place = self._after(line, self._name(PRODUCTS))
        metrics = QFontMetricsF(self._small)
        long = self.tr("sum {0}")
        fits = metrics.horizontalAdvance(long.format(LONGEST_SUM)) <= place.width()
        return long if fits else "{0}", place

    def _paint_values(self, painter: QPainter, region: QRegion) -> None:
        """Paint the patch, the products with their sum, and the ends of the products' scale."""
        for index in (PATCH, PRODUCTS):
            if region.intersects(self.places.grids[index].toAlignedRect()):
                self._paint_grid(painter, index)
        painter.setFont(self._small)
        painter.setPen(hairline(current_theme().muted))
        added = number(float(self._sums[self._map]))
        painter.drawText(self._sum_place, LEFT, self._sum_pattern.format(added))
        self._paint_ends(painter, PRODUCTS)

    def _map_in(self, index: int) -> MapValues:
        """Return the chosen map of grid `index`: patch, kernel or products."""
        if self._shown is None:
            assert self._sum is not None
            assert self._source is not None
            seen, n = replace(self._source, values=self._sum.inputs), self._map
            self._shown = (
                seen.map(n), spanning(self._sum.weights[n]), spanning(self._sum.products[n]),
            )  # fmt: skip
        return self._shown[index]

    def _paint_ends(self, painter: QPainter, index: int) -> None:
        """Write the ends of a grid's scale."""
        painter.setFont(self._small)
        shown, grid = self._map_in(index), self.places.grids[index]
        paint_ends_below(painter, grid, current_theme(), shown, LONGEST_END)

    def _paint_grid(self, painter: QPainter, index: int) -> None:
        """Paint one of the grids."""
        rect, ratio = self.places.grids[index], self.devicePixelRatioF()
        image = grid_image(rect.width(), self._map_in(index), current_theme(), ratio)
        painter.drawImage(rect.topLeft() - QPointF(1, 1), image)


def tile_font(font: QFont) -> QFont:
    """Return the font of names, sums and legends, for the usual `font`."""
    return scaled_font(font, LEAST + 0.03)
