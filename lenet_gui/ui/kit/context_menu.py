"""Context menus in the two ways that Qt leaves out: Shift+F10, and a long press of a finger."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QInputDevice, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

LONG = 600
"""Milliseconds for which a finger rests on the spot in a long press."""
KEYS = QKeySequence("Shift+F10")


class MenuRequests(QObject):
    """Sends a widget the event with which the right mouse button asks for a context menu."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._place = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=LONG)
        self._timer.timeout.connect(lambda: self._ask(QContextMenuEvent.Reason.Mouse, self._place))
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch fingers and keys; touches arrive as events of the mouse."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            self._follow(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Some systems know these keys, and have opened the menu by now.
            is_open = QApplication.activePopupWidget() is not None
            if QKeySequence(event.keyCombination()) == KEYS and not is_open:
                self._ask(QContextMenuEvent.Reason.Keyboard, self._widget.rect().center())
                return True
        return False

    def _follow(self, event: QMouseEvent) -> None:
        is_finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and is_finger:
            self._place = place
            self._timer.start()
        elif event.type() != QEvent.Type.MouseMove or (
            (place - self._place).manhattanLength() > QApplication.startDragDistance()
        ):
            self._timer.stop()

    def _ask(self, reason: QContextMenuEvent.Reason, place: QPoint) -> None:
        event = QContextMenuEvent(reason, place, self._widget.mapToGlobal(place))
        QApplication.sendEvent(self._widget, event)
