"""Everything that comes in: opened, dropped or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from lenet_gui.core.classifier import Source
from lenet_gui.core.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.clipboard import source_in
from lenet_gui.ui.dialogs import open_dialog
from lenet_gui.ui.documents import ENDING

Put = Callable[[Source], None]
"""Puts what came in where it belongs."""


class Opening(QObject):
    """Reads files and the clipboard's data, and hands on what they hold."""

    opened = Signal(object, object, bool)
    """A file was read: the source, the path, and whether it is a drawing of this program's own."""
    pasted = Signal(object)
    """A drawing or picture without a file came in."""
    told = Signal(str)
    """Something is to be said quietly, in a sentence."""
    failed = Signal(str, str)
    """Something can't be opened: a title, and why in a sentence."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, folder: Path | None) -> None:
        """Ask for a file, and open it."""
        kinds = ";;".join((
            self.tr("All that can be opened")
            + " (*.json *.jsonl *.npz *.png *.svg *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)",
            self.tr("Drawings") + " (*.lenet.json *.json *.jsonl)",
            self.tr("All files") + " (*)",
        ))  # fmt: skip
        dialog = QFileDialog(self._window, self.tr("Open"), str(folder or ""), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_name)
        open_dialog(dialog)

    def open(self, path: Path) -> None:
        """Read a file, told by its content, and hand on the first thing that it holds."""
        path = path.absolute()
        self._read(path, partial(self._hand_on, path))

    def paste(self) -> None:
        """Put what is on the clipboard on the page."""
        self._take(QApplication.clipboard().mimeData(), self._read_and_paste)

    def drop(self, data: QMimeData) -> None:
        """Open the file that was dropped, or put on the page what was dropped without one."""
        self._take(data, self.open)

    def _take(self, data: QMimeData, take_file: Callable[[Path], None]) -> None:
        """Take the first file among what was offered, or else what it holds itself."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            take_file(files[0])
            if len(files) > 1:
                self.told.emit(self.tr("Of %n files the first was taken", "", len(files)))
            return
        try:
            source = source_in(data)
        except LenetGuiError as error:
            self.failed.emit(self.tr("This can't be put on the canvas"), str(error))
            return
        if source is not None:
            self._bring_in(source, self.pasted.emit)
        elif data.hasUrls():
            told = self.tr("Only files on this computer can be opened: save it first")
            self.told.emit(told)
        else:
            self.told.emit(self.tr("There is no drawing, picture or file to put on the canvas"))

    def _bring_in(self, source: Source, put: Put) -> None:
        """Hand on what came in. Every picture passes here, whichever way it came."""
        put(source)

    def _open_name(self, name: str) -> None:
        self.open(Path(name))

    def _read_and_paste(self, path: Path) -> None:
        self._read(path, self._hand_on_alone)

    def _hand_on(self, path: Path, source: Source, is_alone: bool) -> None:
        is_own = is_alone and isinstance(source, Drawing) and path.name.endswith(ENDING)
        self.opened.emit(source, path, is_own)

    def _hand_on_alone(self, source: Source, is_alone: bool) -> None:
        self.pasted.emit(source)

    def _read(self, path: Path, put: Callable[[Source, bool], None]) -> None:
        """Bring in the first thing in a file, with whether it is alone there; or say why not."""
        # Not needed to come up.
        from lenet_gui.sources import read_items

        item = next(iter(read_items(str(path))))
        if isinstance(item.source, LenetGuiError):
            self.failed.emit(self.tr("This file can't be opened"), str(item.source))
        else:
            is_alone = item.line is None
            self._bring_in(item.source, lambda source: put(source, is_alone))
