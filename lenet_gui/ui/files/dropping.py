"""Files and pictures dropped on the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.files.clipboard import DRAWING


class DropTarget(QObject):
    """Takes what is dropped anywhere on a window, as a copy."""

    def __init__(self, window: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a drag that may hold something, and take the drop."""
        if isinstance(event, QDropEvent):  # dragged in, dragged about or dropped
            data = event.mimeData()
            if data.hasUrls() or data.hasImage() or data.hasFormat(DRAWING) or data.hasText():
                event.setDropAction(Qt.DropAction.CopyAction)  # a file that is moved is lost
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    self._take(data)
            else:
                event.ignore()
            return True
        return False
