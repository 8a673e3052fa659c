"""Where the user's own data lies on this system."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from lenet_gui.core.datasets.collection import FILE_NAME

NAME = "lenet-gui"
"""The names of the organisation and of the program, in Qt's paths."""


def data_folder() -> Path:
    """Return the folder of the user's data: the window's AppLocalDataLocation.

    The command line has no application object, by whose names Qt would find the same folder.
    """
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / NAME / NAME


def collection_path() -> Path:
    """Return the file of the user's corrections."""
    return data_folder() / FILE_NAME
