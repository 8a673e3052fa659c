"""Where the user's own data lie."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from lenet_gui.core.datasets.collection import FILE_NAME
from lenet_gui.ui.kit.settings import NAME


def data_folder() -> Path:
    """Return the folder of the user's data, as Qt's AppLocalDataLocation gives it to the window.

    The command line has no application object to ask by, and finds the same.
    """
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / NAME / NAME


def collection_path() -> Path:
    """Return the file of the user's corrections."""
    return data_folder() / FILE_NAME
