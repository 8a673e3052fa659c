"""The application object."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Passes on what Qt tells nobody else: pens that come near the screen and leave it."""

    pen_came_near = Signal()
    pen_left = Signal()

    def event(self, event: QEvent) -> bool:
        """Pass it on; only what is sent to the application itself comes here."""
        if event.type() == QEvent.Type.TabletEnterProximity:
            self.pen_came_near.emit()
        elif event.type() == QEvent.Type.TabletLeaveProximity:
            self.pen_left.emit()
        return super().event(event)
