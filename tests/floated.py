"""Run the program with its lens in a window of its own.

For each line of the input, print a line of JSON: the ids of both windows, and the places on the
screen, in logical pixels, of the lens's window, its frame, its head and its close button. The
program closes at the end of the input.
"""

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QToolButton

from lenet_gui.ui.app.main_window import MainWindow
from tests.watching import on_screen, run_watched


def main() -> int:
    """Run the window as the command line does; return its exit code."""
    return run_watched(lambda window: window.painted.connect(lambda: float_and_listen(window)))


def float_and_listen(window: MainWindow) -> None:
    """Float the lens, and answer from now on."""
    window.lenses.set_floating(True)
    listener = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
    listener.activated.connect(lambda: answer(window, listener))


def answer(window: MainWindow, listener: QSocketNotifier) -> None:
    """Print where the lens is now, or close the program."""
    if not sys.stdin.readline():
        listener.setEnabled(False)
        window.close()
        return
    lens = window.lenses
    *_, close = lens.head.findChildren(QToolButton)
    margins = lens.windowHandle().frameMargins()
    found = {
        "main": int(window.winId()),
        "lens": int(lens.winId()),
        "is_visible": lens.isVisible(),
        "is_open": lens.is_open,
        "is_maximized": lens.isMaximized(),
        "margins": [margins.left(), margins.top(), margins.right(), margins.bottom()],
        "place": lens.geometry().getRect(),
        "head": on_screen(lens.head).getRect(),
        "close": on_screen(close).getRect(),
    }
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    sys.exit(main())
