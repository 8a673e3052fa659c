"""The panels of this window: one entry in this list makes one.

Its dock, View menu entry, shortcut, place in saved layouts and tour step follow from the entry.
"""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.inspector.controller import Inspection
from lenet_gui.ui.kit.dock import Dock
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.shell.docks import Docks, Introduction, Panel, Show

translate = QCoreApplication.translate

MAPS, INSPECTOR = "maps", "inspector"
EXPLAINED = "C3"
"""The layer that the tour takes its example from."""


def make_panels(
    selection: Selection,
    scale: ChosenScale,
    scale_menu: QMenu,
    copy_maps: QAction,
    reader: LiveReader,
    inspection: Inspection,
) -> list[Panel]:
    """Return the panels in the order of the View menu, the tour and the tab key."""

    def fill_maps(dock: Dock) -> Show:
        maps = MapsPanel(selection, scale, scale_menu, copy_maps)
        dock.setWidget(maps)
        dock.add_tool(maps.scale_button)
        return lambda reading: maps.show_activations(reading.activations)

    def introduce_maps(docks: Docks) -> None:
        selection.select(None)
        docks[MAPS].show()

    def introduce_inspector(docks: Docks) -> None:
        """Pick the unit of a layer with the largest activation."""
        docks[MAPS].show()
        layer = next(layer for layer in LAYERS if layer.name == EXPLAINED)
        activations = reader.reading.activations
        place = 0
        if activations is not None:
            place = int(activations.layers[layer.name][0].argmax())
        map_, cell = divmod(place, layer.size**2)
        selection.select(Unit(layer, map_, *divmod(cell, layer.size)))

    return [
        Panel(
            id=MAPS,
            title=lambda: translate("Docks", "Inside the network"),
            hint=lambda: translate("Hints", "Show or hide the activations of every layer"),
            explanation=lambda: translate(
                "Hints",
                "The activations of every layer, from the input down to the output. Point at"
                " a cell to see its value; click it to see how the value is calculated.",
            ),
            fill=fill_maps,
            area=Qt.DockWidgetArea.RightDockWidgetArea,
            share=0.456,
            bar=QSize(UNIT, 6 * UNIT),  # level with the toolbar
            introduction=Introduction(
                lambda: translate("Tour", "Inside the network"),
                lambda: translate(
                    "Tour",
                    "The output of every layer, from your ink at the top to ten digits at the"
                    " bottom. Point at a cell: what it sees is outlined in the layers above and"
                    " on your ink.",
                ),
                introduce_maps,
            ),
        ),
        Panel(
            id=INSPECTOR,
            title=lambda: translate("Docks", "Inspector"),
            hint=lambda: translate("Hints", "Show or hide the calculation of a unit's value"),
            explanation=lambda: translate(
                "Hints",
                "The inspector: how the selected unit's value is calculated, or how the"
                " selected layer works.",
            ),
            fill=inspection.fill,
            area=Qt.DockWidgetArea.BottomDockWidgetArea,
            share=0.315,
            bar=QSize(2 * UNIT, 4 * UNIT),
            is_open=False,
            introduction=Introduction(
                lambda: translate("Tour", "One number, explained"),
                lambda: translate(
                    "Tour",
                    "Click any cell. The one selected here multiplies what it sees by its kernel"
                    " and adds up the products and its bias; tanh of that sum is its value. Keep"
                    " drawing and watch it change.",
                ),
                introduce_inspector,
            ),
        ),
    ]
