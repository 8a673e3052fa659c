"""Opens other weights, or explains why they can't be used."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.kit.i18n import sentence_of


class WeightsOpener(QObject):
    """Makes a classifier of a weights file; if that fails, the current one stays."""

    opened = Signal(object)
    """The classifier to use from now on."""

    def __init__(self, window: QWidget, warn: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window, self._warn = window, warn

    def ask(self) -> None:
        """Ask for a weights file, and open it."""
        kinds = self.tr("Weights (*.safetensors *.pt *.pth *.h5 *.keras);;All files (*)")
        dialog = QFileDialog(self._window, self.tr("Open weights"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        open_dialog(dialog)

    def open(self, path: Path) -> None:
        """Open a weights file, of this program or another."""
        # Imported late: the window starts without other programs' formats.
        from lenet_gui.foreign_weights import read_foreign_weights

        try:
            classifier = Classifier(LeNet5(read_foreign_weights(path)))
        except LenetGuiError as error:
            self._warn(self.tr("Can't use these weights"), sentence_of(error))
            return
        self.opened.emit(classifier)
