"""One program at a time: a lock that lasts as long as a block, or its process."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PATIENCE = 2.0
"""Seconds to wait for another program; what is done under a lock takes milliseconds."""
PAUSE = 0.01


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a lock that all who name the same file share; the file is made, and stays empty.

    Raises TimeoutError where another program does not let go of it, and OSError where the file
    can't be made.
    """
    with path.open("ab") as file:
        last = time.monotonic() + patience
        while not _try(file):
            if time.monotonic() > last:
                raise TimeoutError("{0} is held by another program.", path)
            time.sleep(PAUSE)
        yield  # the system lets go of it with the file, whatever ends the block


if sys.platform == "win32":
    import msvcrt

    def _try(file: BinaryIO) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
