"""Ctrl+C: raise an exception in the program's own code, end at once where that would crash.

Python raises KeyboardInterrupt anywhere. During an import, libraries take it for a failure of their
own: Qt's bindings crash, others ignore it.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""The exit code: 128 + SIGINT, as in a shell."""
IMPORTING = "<frozen importlib"
"""The prefix of the file names of Python's import system."""


@contextmanager
def imports_end_quietly() -> Iterator[None]:
    """Make Ctrl+C end the process during imports, when there is nothing to clean up.

    If Ctrl+C is ignored, as in a shell's background, or has another handler, that stays.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, _answer)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _answer:
            signal.signal(signal.SIGINT, before)


def end_at_once() -> None:
    """Make Ctrl+C kill the process from now on; an exception in Qt's calls would crash."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _answer(number: int, frame: FrameType | None) -> None:
    while frame is not None:
        if frame.f_code.co_filename.startswith(IMPORTING):
            os._exit(INTERRUPTED)
        frame = frame.f_back
    raise KeyboardInterrupt
