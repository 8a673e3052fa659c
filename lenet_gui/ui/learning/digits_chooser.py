"""Asks for the digits to learn from, and loads or fetches them beside the window."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.kit.dialogs import open_dialog, remove_icons
from lenet_gui.ui.kit.i18n import decimal, grouped
from lenet_gui.ui.learning.digits_loading import (
    Fetched,
    Material,
    fetch_mnist,
    load_data_set,
    load_mnist,
    load_starter,
)
from lenet_gui.ui.learning.settings_form import MNIST, STARTER

MEGABYTE = 1e6


class DigitsChooser(QObject):
    """Has the digits that were chosen last; at first those of the starter set."""

    changed = Signal()
    """There are other digits."""
    told = Signal(str)
    """How far loading is; an empty text at its end."""
    failed = Signal(LenetGuiError)
    """The digits can't be loaded; those from before stay."""

    def __init__(self, data_folder: Path, parent: QWidget) -> None:
        """Make a chooser; what is fetched is kept in `data_folder`."""
        super().__init__(parent)
        self._parent, self._data_folder = parent, data_folder
        self._material: Material | None = None
        self._task = Task(self)
        self._task.progressed.connect(self._take)
        self._task.failed.connect(self._fail)

    @property
    def material(self) -> Material:
        """The digits. Raises DatasetError if the starter set is damaged."""
        if self._material is None:
            self._material = load_starter()
        return self._material

    @property
    def is_loading(self) -> bool:
        """Whether digits are being loaded."""
        return self._task.is_running

    def ask(self, wanted: str) -> None:
        """Take the starter set, or ask for MNIST or another data set."""
        if wanted == STARTER:
            self._task.cancel()
            self._material = None
            self.changed.emit()
        elif wanted == MNIST:
            self._ask_mnist()
        else:
            dialog = QFileDialog(self._parent, self.tr("Open data set"))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(lambda name: self.load(load_data_set(Path(name))))
            open_dialog(dialog)

    def _ask_mnist(self) -> None:
        """Ask whether to open a folder or to fetch the files."""
        text = self.tr(
            "MNIST has 60,000 digits for training. Open a folder with its files, or download two"
            " files, 10 MB in all, from a public mirror. Their checksums are verified; nothing of"
            " yours is sent."
        )
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("All of MNIST"), text, parent=self._parent
        )
        role = QMessageBox.ButtonRole.AcceptRole
        folder = box.addButton(self.tr("Open folder…"), role)
        fetch = box.addButton(self.tr("Download"), role)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove_icons(box)
        folder.clicked.connect(self._open_mnist)
        fetch.clicked.connect(lambda: self.load(fetch_mnist(self._data_folder / "mnist")))
        open_dialog(box)

    def _open_mnist(self) -> None:
        dialog = QFileDialog(self._parent, self.tr("Open MNIST’s folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.load(load_mnist(Path(name))))
        open_dialog(dialog)

    def load(self, items: Iterator[int | Fetched | Material]) -> None:
        """Load digits beside the window; what is being loaded is given up."""
        self.told.emit(self.tr("Loading digits…"))
        self._task.run(items)

    def cancel(self) -> None:
        """Give up loading."""
        self._task.cancel()
        self.told.emit("")

    def _take(self, item: int | Fetched | Material) -> None:
        if isinstance(item, Material):
            self._material = item
            self._task.cancel()
            self.told.emit("")
            self.changed.emit()
        elif isinstance(item, int):
            self.told.emit(self.tr("{0} digits framed").format(grouped(item)))
        else:
            done = decimal(item.done / MEGABYTE, 1)
            self.told.emit(self.tr("Downloading {0}: {1} MB").format(item.name, done))

    def _fail(self, error: LenetGuiError) -> None:
        self.told.emit("")
        self.failed.emit(error)
