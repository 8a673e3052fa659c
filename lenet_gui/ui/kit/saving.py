"""Files written whole or not at all."""

import os
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from lenet_gui.errors import SavingError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; what was there stays until all of it is on the disk.

    Raises SavingError where the disk or the folder refuses.
    """
    file = QSaveFile(str(path))
    failure = _write(file, data) if file.open(QIODevice.OpenModeFlag.WriteOnly) else ""
    if failure or not file.commit():
        reason = failure or file.errorString()
        file.cancelWriting()
        raise SavingError("{0} can't be written: {1}.", path, reason)


def _write(file: QSaveFile, data: bytes) -> str:
    """Write all of it, down to the disk; return why that fails, where it is known already."""
    while data:  # the last of what a full disk takes is written without an error
        count = file.write(data)
        if count <= 0:
            return file.errorString()
        data = data[count:]
    if file.flush() and file.handle() >= 0:
        try:
            # Qt waits for the disk as well, but with Python at a stand, in every thread.
            os.fsync(file.handle())
        except OSError as error:
            return error.strerror or str(error)
    return ""
