"""Another program, with a picture on the clipboard or a file to drag.

python -m tests.other_program picture WIDTH HEIGHT: offer a black bar on white on the clipboard
python -m tests.other_program file PATH: show a window in the upper left corner to drag PATH from
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 60
"""The window's side, in pixels."""


def bar(width: int, height: int) -> QImage:
    """Return a bar, a fifth as wide and three fifths as high as the picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(2 * width // 5, 3 * width // 5):
        for y in range(height // 5, 4 * height // 5):
            image.setPixelColor(x, y, QColor("black"))
    return image


class Handle(QLabel):
    """The label from which to drag the file."""

    def __init__(self, path: str) -> None:
        super().__init__("file")
        self._path = path
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(0, 0, SIDE, SIDE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Start dragging."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)


def main() -> int:
    """Print "ready" to standard output when ready, and keep running."""
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
