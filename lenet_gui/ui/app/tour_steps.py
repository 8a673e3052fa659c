"""The tour's steps through this window: draw, probabilities, strip, maps, inspector."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.help.tour import Step
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.shell.docks import Docks

translate = QCoreApplication.translate

EXPLAINED = "C3"
"""The layer of which the inspector's step takes a unit apart."""


def tour_steps(
    workspace: Workspace, docks: Docks, selection: Selection, reader: LiveReader
) -> tuple[Step, ...]:
    """Return the steps, in the current language."""

    def close_inspector() -> None:
        selection.select(None)

    def open_maps() -> None:
        selection.select(None)
        docks.maps.show()

    def pick_unit() -> None:
        """Pick the unit of a layer with the largest activation."""
        docks.maps.show()
        layer = next(layer for layer in LAYERS if layer.name == EXPLAINED)
        activations = reader.reading.activations
        place = 0
        if activations is not None:
            place = int(activations.layers[layer.name][0].argmax())
        map_, cell = divmod(place, layer.size**2)
        selection.select(Unit(layer, map_, *divmod(cell, layer.size)))

    return (
        Step(
            workspace.canvas,
            translate("Tour", "Draw a digit"),
            translate(
                "Tour",
                "Draw here with the mouse, a pen or a finger, as large as you like and"
                " wherever you like. It is read while you draw.",
            ),
            close_inspector,
        ),
        Step(
            workspace.reading,
            translate("Tour", "What it reads"),
            translate(
                "Tour",
                "How probable each digit is, to the network. The ten add up to 100\u00a0%"
                " and change with every point that you draw.",
            ),
            close_inspector,
        ),
        Step(
            workspace.strip,
            translate("Tour", "What it sees"),
            translate(
                "Tour",
                "Your ink, made small and centred like the digits that the network learned"
                " from. These few pixels are all it gets; the switch shows how it reads without"
                " such help.",
            ),
            close_inspector,
        ),
        Step(
            docks.maps,
            translate("Tour", "Inside the network"),
            translate(
                "Tour",
                "Every layer as it answers, from your ink at the top to ten digits at the"
                " bottom. Point at a cell: what it looks at is outlined in the layers above and"
                " on your ink.",
            ),
            open_maps,
        ),
        Step(
            docks.inspector,
            translate("Tour", "One number, taken apart"),
            translate(
                "Tour",
                "Click any cell, as was done for you here: what it sees, times its kernel,"
                " adds up to its value. Draw on, and watch the sum change.",
            ),
            pick_unit,
        ),
    )
