"""Files written whole or not at all, and locks that programs share."""

import errno
import glob
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from lenet_gui.errors import SavingError

PART = ".part"
"""The suffix of a file that is still being written."""
KEPT = 50
"""How many characters of a file's name its unfinished file's name begins with."""
BINARY = getattr(os, "O_BINARY", 0)  # or Windows would write \r\n


@contextmanager
def whole_file(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Open a file for writing; the old one stays until all of the new one is on the disk.

    If the block fails, the old file stays for good. A new file gets the permissions `mode`, less
    the umask; one that replaces another keeps the other's. If `path` is a link, its target is
    replaced; a device or a pipe is written to directly. Raises OSError, which names `path`.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    place = Path(os.path.realpath(path))  # for circular links, the first one
    # An unpredictable name, so that nobody can have placed a link there.
    part = place.with_name(f"{place.name[:KEPT]}.{os.urandom(8).hex()}{PART}")
    try:
        before = _permissions(place)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
        with open(os.open(part, flags, mode), "wb") as file:
            yield file
            file.flush()
            if before is not None and sys.platform != "win32":
                os.fchmod(file.fileno(), before)
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        if error.errno is not None:  # a system error, which names the unfinished file
            error.filename, error.filename2 = str(path), None
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole_file(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file whole or not at all, as `whole_file` does. Raises OSError."""
    with whole_file(path, mode) as file:
        file.write(data)


def save_whole_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises SavingError if that fails."""
    try:
        write_whole_file(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SavingError("{0} can't be written: {1}.", path, reason) from error


def remove_parts(path: Path) -> None:
    """Remove unfinished files of `path` left by killed programs; the caller holds its lock."""
    for part in path.parent.glob(f"{glob.escape(path.name[:KEPT])}.*{PART}"):
        with suppress(OSError):
            part.unlink()


def _permissions(place: Path) -> int | None:
    """Return the permissions of a file, None if there is none. Raises OSError if it is read-only.

    The folder's permissions might still allow replacing it.
    """
    try:
        mode = place.stat().st_mode
    except OSError:
        return None
    if not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return stat.S_IMODE(mode)


PATIENCE = 2.0
"""Seconds to wait for another program; work under a lock takes milliseconds."""
PAUSE = 0.01


class FileLock:
    """A lock shared by all who name the same file, which is created and stays empty.

    The lock ends with the object and with the program, even if that is killed.
    """

    _file: int | None = None

    def __init__(self, path: Path) -> None:
        """Open the file. Raises OSError if it can't be made."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)

    def try_lock(self) -> bool:
        """Take the lock; return whether it was free. Raises OSError if locking isn't possible."""
        return self._file is not None and _try(self._file)

    def release(self) -> None:
        """Release the lock for good."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __del__(self) -> None:
        self.release()


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a FileLock during the block.

    Raises TimeoutError if another program holds it for longer than `patience`, in seconds, and
    OSError if the file can't be made.
    """
    lock = FileLock(path)
    try:
        last = time.monotonic() + patience
        while not lock.try_lock():
            if time.monotonic() > last:
                raise TimeoutError("{0} is held by another program.", path)
            time.sleep(PAUSE)
        yield
    finally:
        lock.release()


if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
