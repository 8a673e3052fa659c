"""Opens other weights, or explains why they can't be used."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import default_weights
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

    def open_shipped(self) -> None:
        """Go back to the shipped weights."""
        self.open(default_weights())

    def open(self, path: Path) -> None:
        """Open a weights file, of this program or another."""
        # Imported late: the window starts without other programs' formats.
        from lenet_gui.foreign_weights import read_foreign_weights

        try:
            shipped = path == default_weights()
            weights = load_weights(path) if shipped else read_foreign_weights(path)
            classifier = Classifier(LeNet5(weights))
        except LenetGuiError as error:
            self._warn(self.tr("Can't use these weights"), sentence_of(error))
            return
        self.opened.emit(classifier)
