"""Ctrl+C and a polite kill close the window, as its own close button would."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Calls `stop` at SIGINT or SIGTERM, for as long as it lives.

    Qt's loop runs no Python while nothing happens, so Python's own handlers would wait for the next
    event. The signal therefore writes to a socket that the loop listens to (signal.set_wakeup_fd).
    """

    def __init__(self, stop: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = stop
        self._inside, self._outside = socket.socketpair()
        self._outside.setblocking(False)
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)  # else Python raises, or the process just ends
        listener = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        listener.activated.connect(self._answer)

    def _answer(self) -> None:
        self._inside.recv(16)
        self._stop()
