"""Long work beside the window: it reports its progress, can be cancelled, and may fail."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from lenet_gui.errors import LenetGuiError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


class Task(QObject):
    """Runs an iterator in a thread beside the window, one item at a time.

    Python runs one thread at a time, so a thread that ran ahead would hold up every call of Qt's.
    The next item is therefore begun when the window has received the last, and the window waits
    no longer than an item takes: let it be some milliseconds' work. Work that is a single step is
    an iterator of one item.

    All signals are emitted in the window's thread.
    """

    progressed = Signal(object)
    """An item is done: what the iterator yielded."""
    ended = Signal()
    """There are no more items."""
    failed = Signal(LenetGuiError)
    """The iterator raised an error that users can act on; other errors are raised here."""
    _stepped = Signal(object, object, object)

    def __init__(self, owner: QObject) -> None:
        """Make a task that does not run yet, and goes no further once `owner` is deleted.

        A parent would not do: it would delete the task while its thread still uses it.
        """
        super().__init__()
        self._owner = owner
        self._items: Iterator[Any] | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._stepped.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether it has begun, and has neither ended nor failed nor been cancelled."""
        return self._items is not None

    def run(self, items: Iterator[Any]) -> None:
        """Begin with the first item; what is running is cancelled."""
        if self.is_running:
            self.cancel()
        if self._thread is None:
            # Imported late: the window starts without it. A thread of our own would either keep the
            # program from ending, as it waits for its next item, or have to be started for each
            # item, which holds the window up on a busy machine.
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(1, type(self._owner).__name__)
        self._items = items
        self._thread.submit(self._step, items)

    def cancel(self) -> None:
        """Begin no more items, and wait for the current one, which is not reported."""
        self._items = None
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            self._thread = None

    def _step(self, items: Iterator[Any]) -> None:
        try:
            item, error = next(items), None
        except BaseException as problem:
            item, error = None, problem
        self._stepped.emit(items, item, error)

    def _receive(self, items: Iterator[Any], item: Any, error: BaseException | None) -> None:
        if not isValid(self._owner):
            self.cancel()
        if items is not self._items:  # cancelled meanwhile
            return
        if error is None:
            self.progressed.emit(item)
            if items is self._items and self._thread is not None:
                self._thread.submit(self._step, items)
            return
        self._items = None
        if isinstance(error, StopIteration):
            self.ended.emit()
        elif isinstance(error, LenetGuiError):
            self.failed.emit(error)
        else:
            raise error  # a defect, to be reported as any other
