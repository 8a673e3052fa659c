"""The lenses of this window: one entry in this list makes one.

Its segment, View menu entry and key follow from the entry.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.ui.inspector.inspector_panel import InspectorPanel
from lenet_gui.ui.lenses.inside import Inside
from lenet_gui.ui.lenses.lens import Lens, LensView
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.shell.actions import Actions

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading

translate = QCoreApplication.translate

INSIDE, WHY, COMPARE, LEARN = "inside", "why", "compare", "learn"


def make_lenses(
    selection: Selection,
    scale: ChosenScale,
    actions: Actions,
    inspector: InspectorPanel,
    network: Callable[[], LeNet5 | None],
    number: "Callable[[], tuple[NumberReading | None, int | None]]",
    make_why: Callable[[], LensView],
    make_compare: Callable[[], LensView],
    make_learn: Callable[[], LensView],
) -> list[Lens]:
    """Return the lenses in the order of the segments, the View menu and the keys."""
    return [
        Lens(
            id=INSIDE,
            title=lambda: translate("Lenses", "Inside"),
            hint=lambda: translate("Hints", "Show the activations of every layer"),
            explanation=lambda: translate(
                "Hints",
                "The activations of every layer, from the input down to the output. Point at"
                " a cell to see its value; click it to see how the value is calculated.",
            ),
            icon="inside",
            make=lambda: Inside(
                selection, scale, actions.scale_menu, actions.copy_maps, inspector, network, number
            ),
        ),
        Lens(
            id=WHY,
            title=lambda: translate("Lenses", "Why"),
            hint=lambda: translate("Hints", "Show why it is read as one digit and not another"),
            explanation=lambda: translate(
                "Hints",
                "Why the drawing is read as one digit and not another: what each stroke, all ink"
                " and every unit adds to the difference of their scores. Click a probability bar"
                " to weigh another digit.",
            ),
            icon="why",
            make=make_why,
        ),
        Lens(
            id=COMPARE,
            title=lambda: translate("Lenses", "Compare"),
            hint=lambda: translate("Hints", "Compare two drawings, or two sets of weights"),
            explanation=lambda: translate(
                "Hints",
                "Pin what is on the canvas and draw another digit: scores, maps and their"
                " differences stand side by side, layer by layer. Or let another network read the"
                " same drawing.",
            ),
            icon="compare",
            make=make_compare,
        ),
        Lens(
            id=LEARN,
            title=lambda: translate("Lenses", "Learn"),
            hint=lambda: translate("Hints", "Train the network while it reads your drawing"),
            explanation=lambda: translate(
                "Hints",
                "The network learns on this computer while it reads your drawing. Press Start: you"
                " see noise become a reading.",
            ),
            icon="learn",
            make=make_learn,
        ),
    ]
