"""The tour's steps through this window: the workspace, then the panels."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.lens_list import INSIDE
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.help.tour import Step
from lenet_gui.ui.kit.panel import Panel
from lenet_gui.ui.lenses.lens_column import LensColumn
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.reader import LiveReader

translate = QCoreApplication.translate


EXPLAINED = "C3"
"""The layer that the tour takes its example from."""


def tour_steps(
    workspace: Workspace,
    lenses: LensColumn,
    inspector: Panel,
    selection: Selection,
    reader: LiveReader,
) -> list[Step]:
    """Return the steps, in the current language."""

    def close_inspector() -> None:
        selection.select(None)

    def show_maps() -> None:
        close_inspector()
        lenses.show_lens(INSIDE)

    def show_inspector() -> None:
        """Pick the unit of a layer with the largest activation."""
        lenses.show_lens(INSIDE)
        layer = next(layer for layer in LAYERS if layer.name == EXPLAINED)
        activations = reader.reading.activations
        place = 0
        if activations is not None:
            place = int(activations.layers[layer.name][0].argmax())
        map_, cell = divmod(place, layer.size**2)
        selection.select(Unit(layer, map_, *divmod(cell, layer.size)))

    return [
        Step(
            workspace.canvas,
            translate("Tour", "Draw a digit"),
            translate(
                "Tour",
                "Draw here with the mouse, a pen or a finger, at any size and anywhere. It"
                " is read as you draw.",
            ),
            close_inspector,
        ),
        Step(
            workspace.reading,
            translate("Tour", "What it reads"),
            translate(
                "Tour",
                "The network's probability for each digit. All ten add up to 100 % and"
                " change with every point you draw.",
            ),
            close_inspector,
        ),
        Step(
            workspace.strip,
            translate("Tour", "What it sees"),
            translate(
                "Tour",
                "Your ink, scaled and centred like the digits that the network learned from."
                " These few pixels are all it gets. Turn the switch off to see how it reads"
                " without that help.",
            ),
            close_inspector,
        ),
        Step(
            lenses,
            translate("Tour", "Inside the network"),
            translate(
                "Tour",
                "The output of every layer, from your ink at the top to ten digits at the"
                " bottom. Point at a cell: what it sees is outlined in the layers above and"
                " on your ink.",
            ),
            show_maps,
        ),
        Step(
            inspector,
            translate("Tour", "One number, explained"),
            translate(
                "Tour",
                "Click any cell. The one selected here multiplies what it sees by its kernel"
                " and adds up the products and its bias; tanh of that sum is its value. Keep"
                " drawing and watch it change.",
            ),
            show_inspector,
        ),
    ]
