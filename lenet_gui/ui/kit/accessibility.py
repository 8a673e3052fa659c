"""Explanations for tooltips, What's this and screen readers, and what these read aloud."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def show_tip(widget: QWidget, event: QEvent, tip_at: Callable[[QPointF], str]) -> bool:
    """Show what `tip_at` says of the place that a tooltip is asked for; False for other events."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), tip_at(QPointF(event.pos())), widget)
    return True


def explain(action: QAction, sentence: str) -> None:
    """Say in the status bar, and in the What's this? mode, what an action does."""
    action.setStatusTip(sentence)
    action.setWhatsThis(sentence)


class Announcer(QObject):
    """Says sentences; the same one twice in a row is said once."""

    announced = Signal(str)
    """What was said."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._speaker = parent
        self._last = ""

    def say(self, text: str) -> None:
        """Say a sentence, or with an empty one nothing."""
        if text == self._last:
            return
        self._last = text
        if text:
            # Not needed to come up, and its enumerations are long.
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            if QAccessible.isActive():
                event = QAccessibleAnnouncementEvent(self._speaker, text)
                QAccessible.updateAccessibility(event)
            self.announced.emit(text)
