"""A window that tells people something: a line in its status bar, or a warning in a dialog."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox

from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.shell.status_bar import StatusBar


class TellingWindow(QMainWindow):
    """Has a status bar and a screen reader's voice, and knows when it has come up."""

    painted = Signal()
    """The window was painted for the first time and takes strokes."""

    def __init__(self) -> None:
        """Make the window; `await_paint` has it find out when it has come up."""
        super().__init__()
        self._has_come_up = False
        self.announcer = Announcer(self)
        self._status = StatusBar()
        self.setStatusBar(self._status)

    def await_paint(self, content: QObject) -> None:
        """Emit `painted` once the widget `content` is painted."""
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit `painted` after the first paint event, then stop watching."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._has_come_up = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def warn(self, title: str, message: str, hint: str = "") -> None:
        """Warn in a dialog, without blocking."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, message, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like a tag
        box.setInformativeText(hint)
        open_dialog(box)

    def tell(self, text: str, lasts: bool = False) -> None:
        """Show a message in the status bar, and have a screen reader read it.

        It disappears at the user's next act, unless it `lasts`.
        """
        if not self._has_come_up:  # a message would be covered by then
            once = Qt.ConnectionType.SingleShotConnection
            self.painted.connect(partial(self.tell, text, lasts), once)
            return
        self._status.tell(text, lasts)
        self.announcer.say(text)

    def withdraw(self, text: str) -> None:
        """Remove a message that is no longer true."""
        self._status.withdraw(text)
