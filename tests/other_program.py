"""Another program: offers a picture on the clipboard, or a file to be dragged away.

python -m tests.other_program picture WIDTH HEIGHT: a black bar on white, as long as it runs
python -m tests.other_program file PATH: a window in the upper left corner to drag PATH from
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 60
"""Pixels of the window's sides."""


def bar(width: int, height: int) -> QImage:
    """Return a bar, a fifth of the width, over three fifths of the height."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(2 * width // 5, 3 * width // 5):
        for y in range(height // 5, 4 * height // 5):
            image.setPixelColor(x, y, QColor("black"))
    return image


class Handle(QLabel):
    """What to drag the file by."""

    def __init__(self, path: str) -> None:
        super().__init__("file")
        self._path = path
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(0, 0, SIDE, SIDE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)


def main() -> int:
    """Say "ready" on standard output when it is, and stay."""
    application = QApplication(sys.argv[:1])
    what, *given = sys.argv[1:]
    if what == "picture":
        QApplication.clipboard().setImage(bar(*map(int, given)))
    else:
        handle = Handle(given[0])
        handle.show()
        handle.raise_()
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
