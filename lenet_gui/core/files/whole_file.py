"""Files written whole or not at all."""

import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; what was there stays until all of it is written. Raises OSError.

    What a link leads to is replaced, and not the link. A device or a pipe is written to, and stays
    what it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    place = Path(os.path.realpath(path))  # of links that lead nowhere, the first one
    # Under a name that nobody has, and nobody could have put a link there.
    partial = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with partial.open("xb") as file:
            file.write(data)
        partial.replace(place)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # the one that was asked for
        raise
    finally:
        partial.unlink(missing_ok=True)


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
