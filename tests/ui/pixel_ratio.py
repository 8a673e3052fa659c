"""Measure how far ink is from the pointer, in device pixels: `python -m tests.ui.pixel_ratio`.

Runs in a separate process, since Qt reads QT_SCALE_FACTOR only once. Prints JSON: the ratio, and
the ink's offset across and down from each pressed place, while drawing and afterwards.
"""

import json

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui.ui.app.app import create_application
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton


def main() -> None:
    """Press at some places, and find the ink in a picture of the window."""
    create_application()
    window = MainWindow(None, "light")
    window.resize(1001, 703)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    canvas = window.findChild(Canvas)
    assert canvas is not None
    off = []
    side = canvas.width()
    for at in (QPoint(30, 40), QPoint(side - 35, 50), QPoint(side // 2, side - 33)):
        QTest.mousePress(canvas, LEFT, pos=at)
        off.append(distance(window, canvas, at))
        QTest.mouseRelease(canvas, LEFT, pos=at)
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))  # hides the circle
        off.append(distance(window, canvas, at))
        window.editor.clear()
    print(json.dumps({"ratio": canvas.devicePixelRatioF(), "off": off}))


def distance(window: MainWindow, canvas: Canvas, at: QPoint) -> tuple[float, float]:
    """Return the offset of a dot's middle from its place, in device pixels."""
    ratio = window.devicePixelRatioF()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    grey = rows[:, : image.width()]
    wanted = QPointF(canvas.mapTo(window, at)) * ratio
    x, y, reach = round(wanted.x()), round(wanted.y()), round(16 * ratio)
    around = grey[y - reach : y + reach, x - reach : x + reach].astype(np.float64)
    ink = 255 - around
    down, across = (np.arange(2 * reach) + 0.5 for _ in range(2))
    weight = ink.sum()
    middle = (ink.sum(axis=0) @ across / weight, ink.sum(axis=1) @ down / weight)
    return x - reach + middle[0] - wanted.x(), y - reach + middle[1] - wanted.y()


if __name__ == "__main__":
    main()
