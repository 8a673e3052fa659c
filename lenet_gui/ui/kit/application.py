"""The application object: it owns the appearance, and reports pens that come near."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

from lenet_gui.ui.kit.appearance import Appearance


class Application(QApplication):
    """Passes on what Qt reports only to the application: pens that come near and leave."""

    pen_came_near = Signal()
    pen_left = Signal()

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        super().__init__(list(arguments))
        self.appearance = Appearance(self)
        self.folder: Path | None = None
        """The folder in which the user last opened or saved a file."""

    def event(self, event: QEvent) -> bool:
        """Pass it on; only events for the application itself arrive here."""
        if event.type() == QEvent.Type.TabletEnterProximity:
            self.pen_came_near.emit()
        elif event.type() == QEvent.Type.TabletLeaveProximity:
            self.pen_left.emit()
        return super().event(event)
