"""Telling a screen reader what changed, in whole words, when it has settled."""

from PySide6.QtCore import QObject, Signal


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
