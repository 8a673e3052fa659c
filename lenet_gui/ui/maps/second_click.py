"""A double click whose first click has rearranged the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

NEAR = 8
"""Distance of the two clicks in logical pixels, at most."""


class SecondClick(QObject):
    """Takes a double click to what its first click was on, wherever that has moved meanwhile.

    The inspector opens at the first click, and something else may then lie under the pointer.
    """

    def __init__(self, place: QPointF, clicked: Callable[[], None], parent: QObject) -> None:
        """Wait for a second click at `place` on the screen, as long as a double click may take."""
        super().__init__(parent)
        self._place, self._clicked = place, clicked
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the double click."""
        if event.type() != QEvent.Type.MouseButtonDblClick or not isinstance(event, QMouseEvent):
            return False
        if not watched.isWidgetType():
            return False  # Qt gives it to the window first, then to the widget in it
        if (event.globalPosition() - self._place).manhattanLength() > NEAR:
            return False
        self.deleteLater()
        self._clicked()
        return True
