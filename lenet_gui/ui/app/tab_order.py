"""The order of the Tab key: as the eye goes, from left to right and from top to bottom."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.shell.docks import Docks


def follow_the_eye(window: QMainWindow, workspace: Workspace, docks: Docks) -> None:
    """Order what takes the focus: tools, canvas, strip, reading, maps, inspector.

    Called again when there is more to be ordered, or a panel went to another place.
    """
    maps, inspector = docks.maps, docks.inspector
    parts = (
        workspace.toolbar, workspace.canvas, workspace.strip, workspace.reading,
        *maps.tools(), maps.widget(), *inspector.tools(), inspector.widget(),
    )  # fmt: skip
    # A panel that floats is a window, with an order of its own.
    ordered = [w for part in parts if part for w in _stops(part) if w.window() is window]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus of a part, in the order in which it was made."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
