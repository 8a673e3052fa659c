"""The context menu of a map, or of a layer's header."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array, Off
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.selection import Selection, can_switch
from lenet_gui.ui.maps.wording import is_off, place

translate = QCoreApplication.translate


def map_menu(
    layer: Layer,
    unit: Unit | None,
    values: MapValues | None,
    selection: Selection,
    copy_maps: QAction | None,
    scale_menu: QMenu | None,
    parent: QWidget,
    off: Off = frozenset(),
) -> QMenu:
    """Return a menu for a unit's map or, of None and of single units, for the whole layer.

    `values` are the layer's, as shown; None if there are none. `copy_maps` and `scale_menu` are
    the window's own. `off` are the maps that are switched off.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    is_map = unit is not None and layer.size > 1
    if unit is not None and is_map:
        large = menu.addAction(translate("MapMenu", "Show this map &large"))
        large.triggered.connect(partial(selection.enlarge, unit))
    else:
        large = menu.addAction(translate("MapMenu", "Show this layer &large"))
        large.triggered.connect(partial(selection.enlarge_layer, layer))
    room = menu.addAction(translate("MapMenu", "Give this layer half the &room"))
    room.setCheckable(True)
    room.setChecked(selection.in_focus is layer)
    room.triggered.connect(partial(selection.toggle_focus, layer))
    works = menu.addAction(translate("MapMenu", "&How this layer works"))
    works.triggered.connect(partial(selection.select_layer, layer))
    if can_switch(layer):
        menu.addSeparator()
        if unit is not None:
            switch = menu.addAction(_switch_words(unit, is_off(unit, off)))
            switch.triggered.connect(partial(selection.switch, unit))
        one_by_one = menu.addAction(translate("MapMenu", "Off one &by one…"))
        one_by_one.triggered.connect(partial(selection.one_by_one_wanted.emit, layer))
    menu.addSeparator()
    if copy_maps is not None:
        menu.addAction(copy_maps)
    copy = menu.addAction(
        translate("MapMenu", "Copy this map's &numbers")
        if is_map
        else translate("MapMenu", "Copy this layer's &numbers")
    )
    copy.setEnabled(values is not None)
    if values is not None:
        shown = values.values[unit.map] if unit is not None and is_map else values.values
        copy.triggered.connect(lambda: QApplication.clipboard().setText(as_table(shown)))
    if scale_menu is not None:
        menu.addSeparator()
        menu.addMenu(scale_menu)
    return menu


def _switch_words(unit: Unit, was_off: bool) -> str:
    """Return the entry that switches a map, or a single unit, off or on again."""
    if unit.layer.size > 1:
        off = translate("MapMenu", "Turn this map &off")
        return translate("MapMenu", "Turn this map &on") if was_off else off
    off = translate("MapMenu", "Turn {0} &off")
    words = translate("MapMenu", "Turn {0} &on") if was_off else off
    return words.format(place(unit))


def as_table(values: Array) -> str:
    """Return values, float32 (…, columns), as lines of numbers with tabs between them.

    The numbers have points in any language, and the fewest digits that stand for them alone.
    """
    rows = np.asarray(values).reshape(-1, values.shape[-1])
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)
