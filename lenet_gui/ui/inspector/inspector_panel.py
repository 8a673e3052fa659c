"""The inspector's panel: its title, and the inspector, made when it is first opened."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.panel import Panel
from lenet_gui.ui.kit.widgets import ElidedHeading


class InspectorPanel(Panel):
    """Shows what is inspected in its head; its body is made by whoever fills it."""

    titled = Signal()
    """It has another title."""

    def __init__(self, window: QMainWindow) -> None:
        self._heading = ElidedHeading()
        super().__init__("inspector", window)
        self.add_to_head(self._heading, 1)
        self.make: Callable[[], QWidget] | None = None
        """Makes the body when the panel is first opened."""
        self.changed.connect(self._fill)
        follow_appearance(self._name)

    @property
    def title(self) -> str:
        """What is inspected."""
        return self._heading.words

    def set_title(self, title: str) -> None:
        """Show what is inspected; menus keep the panel's name."""
        self._heading.set_words(title)
        self.titled.emit()

    def _fill(self) -> None:
        if self.is_open and self.make is not None:
            make, self.make = self.make, None
            self.set_body(make())

    def _name(self) -> None:
        name = self.tr("Inspector")
        self.name(name)
        if not self.title or self.make is not None:
            self.set_title(name)
        self.setWhatsThis(
            self.tr(
                "The inspector: how the selected unit's value is calculated, or how the"
                " selected layer works."
            )
        )
        explain(self.open_action, self.tr("Show or hide the calculation of a unit's value"))
        explain(self.float_action, self.tr("Show the inspector in a window of its own"))
