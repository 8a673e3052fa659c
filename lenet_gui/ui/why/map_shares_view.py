"""By map: what each map of C3 or C1 adds to the difference, cell by cell and in all."""

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent, QPen

from lenet_gui.core.explaining.by_ink import InkShares
from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.figure.tiling import crisp, snap
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import (
    colour_image,
    fitting_font,
    hairline,
    label,
    paint_centred,
    scaled_font,
)
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.eye import eye_place, paint_crosses, paint_eye, switch_tip
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, rounded_after
from lenet_gui.ui.why.items import SMALL, Items

C1, C3 = (next(layer for layer in LAYERS if layer.name == name) for name in ("C1", "C3"))
LEAST = 0.85
"""Size of the numbers, as a share of SMALL, below which tiles take more rows."""
USUAL = "−0.00"
LARGEST_TILE = 4.5
"""Side of a tile, in lines of text, at most."""
NAMED = 4
"""Maps whose numbers are bold: those with the largest shares."""
GAP = 2
"""Logical pixels between tiles."""


class MapSharesView(Items):
    """A tile for each map with its shares' sum below; picking one leads to the map.

    Its eye, or the key that does so elsewhere, switches a map off or on.
    """

    switched = Signal(int)
    """A map is to be switched off, or on."""

    def __init__(self) -> None:
        super().__init__()
        self._layer = C3
        self._off: Collection[int] = ()
        self._values: MapValues | None = None
        self.terms: list[float] = []
        """The blank page's difference, each map's share, and the error, as they are shown."""
        self.total = 0.0
        """Their sum."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_appearance(self._name)

    def _name(self) -> None:
        words = self.tr("Each map’s share of the difference, layer {0}")
        self.setAccessibleName(words.format(self._layer.name))
        self.updateGeometry()
        self.describe()

    @property
    def layer(self) -> Layer:
        """The layer whose maps are shown."""
        return self._layer

    def show_shares(
        self, layer: Layer, shares: InkShares, total: float, off: Collection[int] = ()
    ) -> None:
        """Show the shares of a layer's maps in `total`; `off` are the maps that are off."""
        self._layer, self._off = layer, off
        by_cell, error = shares.maps[layer.name], shares.map_errors[layer.name]
        self._values = spanning(by_cell.astype(np.float32))
        self.total = round(total, DECIMALS)
        exact = [*by_cell.sum(axis=(1, 2)).tolist(), error]
        self.terms = rounded_after(shares.blank, exact, total)
        self._name()
        self.update()

    @property
    def shares(self) -> list[float]:
        """Each map's share as it is shown."""
        return self.terms[1:-1]

    def words(self, index: int) -> str:
        """Return a map's share in words."""
        share = number(self.shares[index], DECIMALS)
        return self.tr("{0} map {1}: {2}").format(self._layer.name, index + 1, share)

    # -- places ---------------------------------------------------------------------------------

    @property
    def per_row(self) -> int:
        """Tiles side by side."""
        return self._grid(self.width())[0]

    def needed_height(self, width: int) -> int:
        """Return the height of all tiles for a width, in logical pixels."""
        across, side = self._grid(width)
        rows = -(-self._layer.maps // across)
        return round(rows * (side + self._line) + (rows - 1) * GAP)

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing: the same."""
        return self.needed_height(width)

    def sizeHint(self) -> QSize:
        """Return all tiles in a usual width."""
        return QSize(60 * UNIT, self.needed_height(60 * UNIT))

    @property
    def _line(self) -> float:
        return QFontMetricsF(scaled_font(self.font(), SMALL)).height() + 2

    def _grid(self, width: float) -> tuple[int, float]:
        """Return the number of tiles in a row, and their side: cells of whole device pixels."""
        maps, line = self._layer.maps, self.fontMetrics().height()
        across = maps
        font = scaled_font(self.font(), SMALL * LEAST, bold=True)
        least = QFontMetricsF(font).horizontalAdvance(USUAL) + GAP
        while across > 2 and width / across < least:
            across = -(-across // 2)
        room = min((width - (across - 1) * GAP) / across, LARGEST_TILE * line)
        cells = self._layer.size
        return across, crisp(room, cells, self.devicePixelRatioF()) * cells

    def places(self) -> list[QRectF]:
        """Return each tile's place, with its number."""
        across, side = self._grid(self.width())
        pitch = self.width() / across
        if pitch > 1.6 * side:
            pitch = 1.6 * side  # large tiles stand together
        ratio = self.devicePixelRatioF()
        return [
            QRectF(
                snap(i % across * pitch, ratio),
                snap(i // across * (side + self._line + GAP), ratio),
                max(side, pitch - GAP / 2),
                side + self._line,
            )
            for i in range(len(self.shares))
        ]

    def _tile(self, place: QRectF) -> QRectF:
        """Return the tile in a place that has its number as well."""
        _, side = self._grid(self.width())
        left = snap(place.center().x() - side / 2, self.devicePixelRatioF())
        return QRectF(left, place.top(), side, side)

    def _eye(self, index: int) -> QRectF:
        """Return the place of a map's eye; empty if it isn't shown, or if tiles are too small."""
        if index not in self._off and index != self.shown:
            return QRectF()
        return eye_place(self._tile(self.places()[index]), self.width())

    def _eye_at(self, position: QPointF) -> int | None:
        """Return the map whose eye is at a position."""
        maps = range(len(self.shares))
        return next((index for index in maps if self._eye(index).contains(position)), None)

    # -- switching ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Switch the map whose eye was pressed, or pick one."""
        index = self._eye_at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.switched.emit(index)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch the map that the keys have come to, or walk on."""
        if _is_switch(event) and self.shown is not None:
            self.switched.emit(self.shown)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show a tooltip, and take the key that switches."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_switch(event):
            event.accept()
            return True
        return show_tip(self, event, self.tip_at) or super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position."""
        if (index := self._eye_at(position)) is not None:
            return switch_tip(index in self._off)
        return self.tr(
            "What each map adds to the difference, cell by cell. Click one to see the map."
        )

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles and their numbers."""
        if self._values is None:
            return
        painter, theme = self.begin(), current_theme()
        places = self.places()
        _, rows, columns = self._values.values.shape
        picture = colour_image(
            self._values.shares().reshape(-1, columns), self._values.ramp(theme), -1.0, 1.0
        )
        widest = max((number(term, DECIMALS) for term in self.shares), key=len)
        bold = scaled_font(self.font(), SMALL, bold=True)
        font = scaled_font(fitting_font(bold, widest, places[0].width() - 1, 0.6), 1)
        strong = np.argsort(-np.abs(self.shares))[:NAMED].tolist()
        for index, place in enumerate(places):
            tile = self._tile(place)
            painter.drawImage(tile, picture, QRectF(0, index * rows, columns, rows))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            is_shown = index == self.shown
            painter.setPen(QPen(QColor(theme.text), 2) if is_shown else hairline(theme.line))
            edge = 1.0 if is_shown else 0.5
            painter.drawRect(tile.adjusted(-edge, -edge, edge, edge))
            own = scaled_font(font, 1, bold=is_shown or index in strong)
            painter.setFont(own)
            painter.setPen(QColor(theme.text if is_shown or index in strong else theme.muted))
            text = label(number(self.shares[index], DECIMALS), own.toString())
            middle = tile.bottom() + 1 + self._line / 2
            paint_centred(painter, place.center().x(), middle, text)
        paint_crosses(painter, [self._tile(places[index]) for index in self._off], theme)
        for index in range(len(places)):
            if not (eye := self._eye(index)).isEmpty():
                paint_eye(painter, eye, index in self._off, theme)


def _is_switch(event: QEvent) -> bool:
    """Return whether a key switches a map, as it does everywhere."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_O
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    )
