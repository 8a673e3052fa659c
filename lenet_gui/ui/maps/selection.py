"""The unit shown, hovered or picked, the layer in focus, and the way of the arrow keys."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.unit import Unit


class Selection(QObject):
    """The unit under the pointer and the unit, map or layer picked; all views share it."""

    changed = Signal()
    """Another unit was hovered or picked."""
    picked = Signal()
    """Another unit, layer or map was picked, or none."""
    focused = Signal()
    """Another layer is in focus, or none."""
    switched = Signal(Unit)
    """The user asked to switch the unit's map off, or on again; that is done elsewhere."""
    one_by_one_wanted = Signal(Layer)
    """The user asked what switching off each map of a layer would do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hovered: Unit | None = None
        self._selected: Unit | None = None
        self._layer: Layer | None = None
        self._is_large = False
        self._in_focus: Layer | None = None
        self._slid_to: Unit | None = None

    @property
    def hovered(self) -> Unit | None:
        """The unit under the pointer."""
        return self._hovered

    @property
    def selected(self) -> Unit | None:
        """The unit that was picked by mouse or keyboard."""
        return self._selected

    @property
    def layer(self) -> Layer | None:
        """The layer that was picked as a whole."""
        return self._layer

    @property
    def is_large(self) -> bool:
        """Whether the picked unit's map, or the picked layer, is enlarged."""
        return self._is_large

    @property
    def shown(self) -> Unit | None:
        """The unit to describe: the hovered one, or else the selected one."""
        return self._hovered or self._selected

    def hover(self, unit: Unit | None) -> None:
        """Show a unit while the pointer is on it; None ends that."""
        if unit != self._hovered:
            self._hovered = unit
            self.changed.emit()

    def select(self, unit: Unit | None) -> None:
        """Pick a unit, or none."""
        self._pick(unit, None, False)

    def enlarge(self, unit: Unit) -> None:
        """Pick a unit and enlarge its map."""
        self._pick(unit, None, True)

    def select_layer(self, layer: Layer | None) -> None:
        """Pick a layer as a whole, or none."""
        self._pick(None, layer, False)

    def enlarge_layer(self, layer: Layer) -> None:
        """Pick a layer as a whole and enlarge it."""
        self._pick(None, layer, True)

    # -- the layer in focus, and the kernel's slide ---------------------------------------------

    @property
    def in_focus(self) -> Layer | None:
        """The layer that takes about half the panel."""
        return self._in_focus

    def focus(self, layer: Layer | None) -> None:
        """Give a layer about half the panel, or, if None, each its usual room."""
        if layer is not self._in_focus:
            self._in_focus = layer
            self.focused.emit()

    def toggle_focus(self, layer: Layer) -> None:
        """Bring a layer into focus, or, if it is there, give its room back."""
        self.focus(None if layer is self._in_focus else layer)

    def step_back(self) -> None:
        """Pick nothing, or, if nothing is picked, bring no layer into focus."""
        if self._selected is None and self._layer is None:
            self.focus(None)
        self.select(None)

    @property
    def slid_to(self) -> Unit | None:
        """The unit that the sliding kernel has come to; the map is blank from there on."""
        return self._slid_to

    def slide_to(self, unit: Unit | None) -> None:
        """Pick the next unit of a slide; None shows the whole map again."""
        self._slid_to = unit
        if unit is not None and unit != self._selected:
            self._pick(unit, None, False)
        else:
            self.changed.emit()

    def switch(self, unit: Unit) -> None:
        """Ask to switch a unit's map off, or on again, if it can be: not input and output."""
        if can_switch(unit.layer):
            self.switched.emit(unit)

    def _pick(self, unit: Unit | None, layer: Layer | None, is_large: bool) -> None:
        picked = (unit, layer, is_large)
        if unit != self._slid_to:
            self._slid_to = None
        if picked != (self._selected, self._layer, self._is_large):
            self._selected, self._layer, self._is_large = picked
            self.changed.emit()
            self.picked.emit()


def can_switch(layer: Layer) -> bool:
    """Return whether a layer's maps can be switched off: it is between input and output."""
    return layer not in (LAYERS[0], LAYERS[-1])


class Direction(Enum):
    """An arrow key's step: columns to the right, rows down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


NATURAL: Mapping[str, Sequence[int]] = {}
"""All units in the order of their numbers."""


def step(
    unit: Unit,
    direction: Direction,
    columns: Mapping[str, int],
    orders: Mapping[str, Sequence[int]] = NATURAL,
) -> Unit:
    """Return the unit beside `unit` in the window; at the outer edge, `unit` itself.

    `columns` has the number of maps in a row of each layer, by name; `orders` has the units in the
    order in which they stand, where that isn't the order of their numbers.
    """
    if (order := orders.get(unit.layer.name)) is not None:
        unit = replace(unit, map=order.index(unit.map))
    there = _step(unit, direction, columns)
    order = orders.get(there.layer.name)
    return there if order is None else replace(there, map=order[there.map])


def _step(unit: Unit, direction: Direction, columns: Mapping[str, int]) -> Unit:
    """Return the unit beside `unit`; maps are counted by their places."""
    right, down = direction.value
    layer = unit.layer
    row, column = unit.row + down, unit.column + right
    if 0 <= row < layer.size and 0 <= column < layer.size:
        return Unit(layer, unit.map, row, column)
    across = columns[layer.name]
    tile_row, tile_column = divmod(unit.map, across)
    if right:
        tile_column += right
        neighbour = tile_row * across + tile_column
        if 0 <= tile_column < across and neighbour < layer.maps:
            return Unit(layer, neighbour, unit.row, column % layer.size)
        return unit
    neighbour = unit.map + down * across
    if 0 <= neighbour < layer.maps:
        return Unit(layer, neighbour, row % layer.size, unit.column)
    return _into_next_layer(unit, down, columns)


def _into_next_layer(unit: Unit, down: int, columns: Mapping[str, int]) -> Unit:
    """Return a unit of the layer above or below, about as far to the right."""
    place = LAYERS.index(unit.layer) + down
    if not 0 <= place < len(LAYERS):
        return unit
    layer = LAYERS[place]
    in_row = columns[layer.name]
    across = _share(unit, columns[unit.layer.name]) * in_row
    tile = min(int(across), in_row - 1)
    column = min(int((across - tile) * layer.size), layer.size - 1)
    if down > 0:
        return Unit(layer, tile, 0, column)
    last_row = (layer.maps - 1) // in_row
    return Unit(layer, min(last_row * in_row + tile, layer.maps - 1), layer.size - 1, column)


def _share(unit: Unit, columns: int) -> float:
    """Return how far to the right a unit's centre lies, from 0 to 1."""
    return (unit.map % columns + (unit.column + 0.5) / unit.layer.size) / columns
