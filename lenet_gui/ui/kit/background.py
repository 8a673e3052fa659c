"""Long work in small steps beside the window, at the pace at which the window takes them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from lenet_gui.errors import LenetGuiError


class Steps(QObject):
    """Takes an iterator's items in a thread of its own; the next is begun when one was received.

    Python runs one thread at a time, so what is done beside the window can hold it up all the same,
    but no longer than one step takes.
    """

    came = Signal(object)
    """The next item."""
    ended = Signal()
    """There are no more."""
    failed = Signal(object)
    """It ended with a LenetGuiError."""
    _taken = Signal(object, object)

    def __init__(self, items: Iterator[Any], owner: QObject) -> None:
        """Take the items; where `owner` is deleted before it says stop, that ends it too."""
        super().__init__()
        self._items, self._owner = items, owner
        self._is_stopped = False
        self._thread = ThreadPoolExecutor(1, "steps")
        self._taken.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin with the first item."""
        self._thread.submit(self._take)

    def stop(self) -> None:
        """Take no more, and wait until the step that is under way is done."""
        self._is_stopped = True
        self._thread.shutdown(wait=True)

    def _take(self) -> None:
        try:
            item, error = next(self._items), None
        except BaseException as problem:
            item, error = None, problem
        self._taken.emit(item, error)

    def _receive(self, item: Any, error: BaseException | None) -> None:
        if not isValid(self._owner):
            self.stop()
        if self._is_stopped:
            return
        if error is None:
            self.came.emit(item)
            if not self._is_stopped:
                self._thread.submit(self._take)
            return
        self.stop()
        if isinstance(error, StopIteration):
            self.ended.emit()
        elif isinstance(error, LenetGuiError):
            self.failed.emit(error)
        else:
            raise error  # a defect, to be reported as any other
