"""The context menu of a map, or of a layer's header."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.selection import Selection

translate = QCoreApplication.translate


def map_menu(
    layer: Layer,
    unit: Unit | None,
    values: MapValues | None,
    selection: Selection,
    copy_maps: QAction | None,
    scale_menu: QMenu | None,
    parent: QWidget,
) -> QMenu:
    """Return a menu for a unit's map or, of None and of single units, for the whole layer.

    `values` are the layer's, as shown; None if there are none. `copy_maps` and `scale_menu` are
    the window's own.
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
    works = menu.addAction(translate("MapMenu", "&How this layer works"))
    works.triggered.connect(partial(selection.select_layer, layer))
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


def as_table(values: Array) -> str:
    """Return values, float32 (…, columns), as lines of numbers with tabs between them.

    The numbers have points in any language, and the fewest digits that stand for them alone.
    """
    rows = np.asarray(values).reshape(-1, values.shape[-1])
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)
