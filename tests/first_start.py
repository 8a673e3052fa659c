"""Run the program, go through its tour, and print a line of JSON for each step.

Each line has the places on the screen, in logical pixels, of the screen's free area, of the window
with its frame, of the tour's card and of the buttons on it.
"""

import json
import sys
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from lenet_gui.ui.app import app
from lenet_gui.ui.app.main_window import MainWindow

PAUSE = 200
"""Milliseconds for a window manager, and for a part that is brought into view."""


def main() -> int:
    """Run the window as the command line does; return its exit code."""
    build = app.build_window

    def build_watched(*arguments: Any) -> MainWindow:
        window = build(*arguments)
        window.painted.connect(lambda: look_soon(window))
        return window

    app.build_window = build_watched
    return app.run_window()


def look_soon(window: MainWindow) -> None:
    """Look at the window after the pause, and go on until the tour ends."""
    QTimer.singleShot(PAUSE, window, lambda: look(window))


def look(window: MainWindow) -> None:
    """Print the places, and go on; close the window once there is no tour."""
    tour = window.helping.tour
    parts: list[QWidget] = []
    if tour is not None:
        buttons = tour.card.findChildren(QAbstractButton)
        parts = [tour.card, *(button for button in buttons if button.isVisible())]
    found = {
        "screen": window.screen().availableGeometry().getRect(),
        "window": window.frameGeometry().getRect(),
        "tour": [on_screen(part).getRect() for part in parts],
    }
    print(json.dumps(found), flush=True)
    if tour is None:
        window.close()
    else:
        tour.go_on()
        look_soon(window)


def on_screen(part: QWidget) -> QRect:
    """Return a part's place on the screen."""
    return QRect(part.mapToGlobal(QPoint()), part.size())


if __name__ == "__main__":
    sys.exit(main())
