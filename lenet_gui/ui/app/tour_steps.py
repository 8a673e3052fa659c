"""The tour's steps through this window: the workspace, then the panels."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.help.tour import Step
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.shell.docks import Docks

translate = QCoreApplication.translate


def tour_steps(workspace: Workspace, docks: Docks, selection: Selection) -> list[Step]:
    """Return the steps, in the current language."""

    def close_inspector() -> None:
        selection.select(None)

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
        *(
            Step(dock, words.title(), words.text(), partial(words.prepare, docks))
            for dock, words in docks.introductions
        ),
    ]
