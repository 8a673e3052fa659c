"""Files written whole or not at all."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile

from lenet_gui.errors import SavingError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; what was there stays until all of it is on the disk.

    Raises SavingError where the disk or the folder refuses.
    """
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if is_written and file.flush():
        # Qt waits for the disk as well, but with Python at a stand, in every thread.
        if file.handle() >= 0:
            os.fsync(file.handle())
        is_written = file.commit()
    else:
        is_written = False
    if not is_written:
        reason = file.errorString()
        file.cancelWriting()
        sentence = QCoreApplication.translate("Saving", "{0} can't be written: {1}.")
        raise SavingError(sentence.format(path, reason))
