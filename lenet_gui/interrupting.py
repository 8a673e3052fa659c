"""Ctrl+C: an exception in the program's own code, and a quiet end at once where that would crash.

Python raises KeyboardInterrupt wherever it is. In the midst of an import it meets libraries that
take it for a failure of theirs: Qt's bindings crash, others go on as if nothing had been.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""The exit code: 128 + SIGINT, as a shell says it."""
IMPORTING = "<frozen importlib"
"""How the names of the files begin that Python's import system is made of."""


@contextmanager
def imports_end_quietly() -> Iterator[None]:
    """Let Ctrl+C end the process during imports; nothing is under way there that needs an end.

    Where Ctrl+C is ignored, as in the background of a shell, or somebody answers it, that stays.
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
    """Let Ctrl+C end the process as a kill does, from now on: an exception among Qt's crashes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _answer(number: int, frame: FrameType | None) -> None:
    while frame is not None:
        if frame.f_code.co_filename.startswith(IMPORTING):
            os._exit(INTERRUPTED)
        frame = frame.f_back
    raise KeyboardInterrupt
