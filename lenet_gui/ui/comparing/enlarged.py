"""One map of a comparison, large: pinned, current, and their difference, to be zoomed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.inspector.zoom_view import COLUMNS, ZoomView
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import listed
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, LiveLabel, heading
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.layer_values import LayerValues
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.wording import map_name

LEAST = 120
"""Least side of a map's view, in logical pixels."""


class EnlargedView(Arranged):
    """Shows the three maps, each with its name above it."""

    closed = Signal()
    """The whole comparison is wanted again."""
    hovered = Signal(object)
    """The Unit under the pointer; None if there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._title, self.back = heading(), QPushButton()
        self.back.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.addWidget(self._title, 1)
        line.addWidget(self.back)
        self.views = [ZoomView() for _ in range(3)]
        self._names = [LiveLabel() for _ in self.views]
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(UNIT)
        self._parts = [QWidget(self) for _ in self.views]
        for part, name, view in zip(self._parts, self._names, self.views, strict=True):
            view.setMinimumSize(LEAST, LEAST)
            view.cell_hovered.connect(self._hover)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(UNIT // 2)
            column.addWidget(name)
            column.addWidget(view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)
        whole.addLayout(self._grid, 1)
        self._in_row = 0
        follow_appearance(self._name)

    def _name(self) -> None:
        self.back.setText(self.tr("All layers"))
        self.back.setToolTip(self.tr("Show all layers again (Esc)"))
        self._hint.setText(self.views[0].words())
        self._hint.setStyleSheet(f"color: {current_theme().muted};")
        if self._unit is not None:
            named = map_name(self._unit) if self._unit.layer.size > 1 else self.tr("all units")
            self._title.setText(listed(title(self._unit.layer), named))

    @property
    def unit(self) -> Unit | None:
        """A unit of the map that is shown."""
        return self._unit

    def show_map(self, unit: Unit) -> None:
        """Show a unit's map; of single units, the whole layer."""
        self._unit = unit
        self._name()
        for view in self.views:
            view.fit()

    def show_values(self, columns: tuple[LayerValues, ...], names: tuple[str, ...]) -> None:
        """Show the three columns' values."""
        unit = self._unit
        if unit is None:
            return
        for view, name, values, words in zip(self.views, self._names, columns, names, strict=True):
            name.set_text(words)
            view.setAccessibleName(words)
            view.show_values(_map(values.painted(unit.layer), unit))

    def arrange(self) -> None:
        """Lay the maps out in one row, two or three, in whichever makes them largest."""
        line = 2 * self.fontMetrics().height()

        def side(in_row: int) -> float:
            rows = -(-len(self.views) // in_row)
            return min(self.width() / in_row, (self.height() - line) / rows - line)

        in_row = max((3, 2, 1), key=side)
        if in_row == self._in_row:
            return
        self._in_row = in_row
        parts = [*self._parts, self._hint] if in_row == 2 else self._parts
        self._hint.setVisible(in_row == 2)
        while self._grid.count():
            self._grid.takeAt(0)
        for place, part in enumerate(parts):
            self._grid.addWidget(part, *divmod(place, in_row))
        for place in range(3):
            self._grid.setColumnStretch(place, int(place < in_row))
            self._grid.setRowStretch(place, int(place * in_row < len(self.views)))

    def _hover(self, row: int, column: int) -> None:
        unit = self._unit
        if unit is None or row < 0:
            self.hovered.emit(None)
        elif unit.layer.size == 1:
            self.hovered.emit(Unit(unit.layer, row * COLUMNS[unit.layer.name] + column))
        else:
            self.hovered.emit(Unit(unit.layer, unit.map, row, column))


def _map(shown: MapValues, unit: Unit) -> MapValues:
    """Return the unit's map; of single units all, in rows as in the inspector."""
    if unit.layer.size > 1:
        return shown.map(unit.map)
    rows = shown.values.reshape(-1, COLUMNS[unit.layer.name])
    return MapValues(rows, shown.signed, shown.strongest())
