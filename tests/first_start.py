"""Run the program, go through its tour, and print a line of JSON for each step.

Each line has the places on the screen, in logical pixels, of the screen's free area, of the window
with its frame, of the tour's card and of the buttons on it.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from lenet_gui.ui.app.main_window import MainWindow
from tests.watching import on_screen, run_watched

PAUSE = 200
"""Milliseconds for a window manager, and for a part that is brought into view."""


def main() -> int:
    """Run the window as the command line does; return its exit code."""
    return run_watched(lambda window: window.painted.connect(lambda: look_soon(window)))


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


if __name__ == "__main__":
    sys.exit(main())
