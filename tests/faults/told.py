"""The program itself, and on standard output what it tells people: `python -m tests.faults.told`.

A JSON line for each sentence in the status bar or a dialog, for each unexpected error, for each
reading that it settles on, and for where window and canvas are whenever that may be another place.
"""

import json
import sys
from typing import Any

from PySide6.QtCore import QEvent, QTimer

from lenet_gui.cli import main
from lenet_gui.ui.app.failures import FailureReporter
from lenet_gui.ui.app.main_window import MainWindow


def say(**told: object) -> None:
    """Print it at once."""
    print(json.dumps(told), flush=True)


class TellingWindow(MainWindow):
    """The window, overheard."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.reader.settled.connect(lambda reading: say(digit=reading.digit))

    def tell(self, text: str, lasts: bool = False) -> None:
        say(told=text)
        super().tell(text, lasts)

    def warn(self, title: str, message: str, hint: str = "") -> None:
        say(title=title, told=message)
        super().warn(title, message, hint)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._say_place)
        return super().event(event)

    def _say_place(self) -> None:
        window, canvas = self.frameGeometry(), self.canvas_on_screen()
        say(window=window.getRect(), canvas=canvas.getRect())


def overhear() -> None:
    """Have the program make windows that are overheard."""
    import lenet_gui.ui.app.app as app

    app.MainWindow = TellingWindow  # type: ignore[misc]
    usual = FailureReporter.__call__

    def report(self: FailureReporter, *error: Any) -> None:
        say(failure=repr(error[1]))
        usual(self, *error)

    FailureReporter.__call__ = report  # type: ignore[method-assign]


if __name__ == "__main__":
    overhear()
    sys.exit(main())
