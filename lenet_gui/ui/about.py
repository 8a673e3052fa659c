"""What the program is, in a few words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lenet_gui import __version__
from lenet_gui.core.architecture import PARAMETERS


def show_about(parent: QWidget) -> None:
    """Open the About box."""
    text = QCoreApplication.translate(
        "About",
        "<h3>lenet-gui {0}</h3><p>Draw a digit, and LeNet-5 reads it: the network of LeCun,"
        " Bottou, Bengio and Haffner (1998), {1} parameters, every one of them in this"
        " program.</p><p>Under the MIT licence; Qt is used under the LGPL 3.</p>",
    )
    QMessageBox.about(
        parent,
        QCoreApplication.translate("About", "About lenet-gui"),
        text.format(__version__, f"{PARAMETERS:,}"),
    )
