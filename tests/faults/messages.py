"""Run the program and print its messages to standard output: `python -m tests.faults.messages`.

Prints a line of JSON for each message in the status bar or a dialog, for each unexpected error, for
each settled reading, and for the positions of window and canvas whenever they may have changed.
"""

import json
import sys
from typing import Any

from PySide6.QtCore import QEvent, QTimer

from lenet_gui.cli import main
from lenet_gui.ui.app.failures import FailureReporter
from lenet_gui.ui.app.main_window import MainWindow


def print_message(**message: object) -> None:
    """Print one object at once."""
    print(json.dumps(message), flush=True)


class PrintingWindow(MainWindow):
    """The window, with its messages printed."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.reader.settled.connect(lambda reading: print_message(digit=reading.digit))

    def tell(self, text: str, lasts: bool = False) -> None:
        print_message(sentence=text)
        super().tell(text, lasts)

    def warn(self, title: str, message: str, hint: str = "") -> None:
        print_message(title=title, sentence=message)
        super().warn(title, message, hint)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._print_place)
        return super().event(event)

    def _print_place(self) -> None:
        window, canvas = self.frameGeometry(), self.canvas_on_screen()
        print_message(window=window.getRect(), canvas=canvas.getRect())


def print_messages() -> None:
    """Make the program create PrintingWindows."""
    import lenet_gui.ui.app.app as app

    app.MainWindow = PrintingWindow  # type: ignore[misc]
    usual = FailureReporter.__call__

    def report(self: FailureReporter, *error: Any) -> None:
        print_message(failure=repr(error[1]))
        usual(self, *error)

    FailureReporter.__call__ = report  # type: ignore[method-assign]


if __name__ == "__main__":
    print_messages()
    sys.exit(main())
