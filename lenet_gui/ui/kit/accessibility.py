"""Explanations in tooltips and What's This, and announcements to screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def show_tip(widget: QWidget, event: QEvent, tip_at: Callable[[QPointF], str]) -> bool:
    """Show `tip_at(place)` if the event asks for a tooltip. False for other events."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), tip_at(QPointF(event.pos())), widget)
    return True


def explain(action: QAction, sentence: str) -> None:
    """Explain an action in the status bar and in What's This."""
    action.setStatusTip(sentence)
    action.setWhatsThis(sentence)


class Announcer(QObject):
    """Announces sentences to screen readers; one that repeats the last is left out."""

    announced = Signal(str)
    """The sentence that was announced."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._speaker = parent
        self._last = ""

    def say(self, text: str) -> None:
        """Announce a sentence. After an empty one, any sentence counts as new."""
        if text == self._last:
            return
        self._last = text
        if text:
            # Imported late: the window starts without it, and its enumerations are long.
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            if QAccessible.isActive():
                event = QAccessibleAnnouncementEvent(self._speaker, text)
                QAccessible.updateAccessibility(event)
            self.announced.emit(text)
