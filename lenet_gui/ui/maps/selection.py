"""Which unit is being looked at: the one under the pointer, and the one that was picked."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.unit import Unit


class Selection(QObject):
    """Shared by all views of the network; each asks it, and tells it, in units."""

    changed = Signal()
    """Another unit is looked at, in passing or for good."""
    picked = Signal()
    """Another unit, layer or map was picked, or none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hovered: Unit | None = None
        self._selected: Unit | None = None
        self._layer: Layer | None = None
        self._is_large = False

    @property
    def hovered(self) -> Unit | None:
        """The unit under the pointer."""
        return self._hovered

    @property
    def selected(self) -> Unit | None:
        """The unit that was picked, by a click or by keys."""
        return self._selected

    @property
    def layer(self) -> Layer | None:
        """The layer that was picked as a whole, by its header."""
        return self._layer

    @property
    def is_large(self) -> bool:
        """Whether the picked unit's whole map, or the picked layer, is to be seen large."""
        return self._is_large

    @property
    def shown(self) -> Unit | None:
        """The unit to tell about: the hovered one, or else the selected one."""
        return self._hovered or self._selected

    def hover(self, unit: Unit | None) -> None:
        """Look at a unit for as long as the pointer is on it."""
        if unit != self._hovered:
            self._hovered = unit
            self.changed.emit()

    def select(self, unit: Unit | None) -> None:
        """Pick a unit, or none."""
        self._pick(unit, None, False)

    def enlarge(self, unit: Unit) -> None:
        """Pick a unit, and show its whole map large."""
        self._pick(unit, None, True)

    def select_layer(self, layer: Layer | None) -> None:
        """Pick a layer as a whole, or none."""
        self._pick(None, layer, False)

    def enlarge_layer(self, layer: Layer) -> None:
        """Pick a layer as a whole, and show all its maps large."""
        self._pick(None, layer, True)

    def _pick(self, unit: Unit | None, layer: Layer | None, is_large: bool) -> None:
        picked = (unit, layer, is_large)
        if picked != (self._selected, self._layer, self._is_large):
            self._selected, self._layer, self._is_large = picked
            self.changed.emit()
            self.picked.emit()
