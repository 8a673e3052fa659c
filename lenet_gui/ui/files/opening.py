"""Everything that comes in: opened, dropped or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Source
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError, PictureError
from lenet_gui.ui.document.documents import ENDING
from lenet_gui.ui.files.clipboard import image_in, source_in
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.kit.i18n import sentence_of

if TYPE_CHECKING:
    from lenet_gui.ui.app.main_window import MainWindow

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.files.clipboard import DRAWING

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

    def __init__(self, window: "MainWindow") -> None:
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
        # A pipe may say nothing for ever.
        if path.exists() and not (path.is_file() or path.is_dir()):
            error = PictureError("{0} is not a file.", path)
            self.failed.emit(self.tr("This file can't be opened"), sentence_of(error))
            return
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
            self.failed.emit(self.tr("This can't be put on the canvas"), sentence_of(error))
            return
        if source is not None:
            self._bring_in(source, self.pasted.emit, partial(image_in, data))
        elif data.hasUrls():
            told = self.tr("Only files on this computer can be opened: save it first")
            self.told.emit(told)
        else:
            self.told.emit(self.tr("There is no drawing, picture or file to put on the canvas"))

    def _bring_in(self, source: Source, put: Put, image: Callable[[], QImage | None]) -> None:
        """Hand on what came in. Every picture passes here, whichever way it came.

        Of a photograph, or one that shows more than a digit, the user sees what ink was found and
        chooses a part; `image` gives it as it came.
        """
        # Not needed to come up.
        from lenet_gui.core.photo.digit_boxes import needs_crop

        is_asked = isinstance(source, Picture) and (source.is_photograph or needs_crop(source))
        whole = image() if is_asked else None
        if whole is None:
            put(source)
            return
        from lenet_gui.ui.files.picture_dialog import PictureDialog

        window = self._window
        dialog = PictureDialog(whole, window.means.classifier, window)
        dialog.chosen.connect(put)
        dialog.open()

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
        from lenet_gui.media.sources import read_items

        items = read_items(str(path))
        item = next(items)
        if isinstance(item.source, LenetGuiError):
            self.failed.emit(self.tr("This file can't be opened"), sentence_of(item.source))
            return
        is_alone = item.line is None
        self._bring_in(
            item.source, lambda source: put(source, is_alone), partial(_image_in_file, path)
        )
        if _is_blank(item.source):
            self.told.emit(self.tr("There is no ink in {0}").format(path.name))
        elif next(items, None) is not None:
            self.told.emit(
                self.tr("{0} holds several drawings: this is the first").format(path.name)
            )


def _is_blank(source: Source) -> bool:
    return not source.ink.any() if isinstance(source, Picture) else source.is_empty


def _image_in_file(path: Path) -> QImage | None:
    """Return a picture as its file holds it; None where a file holds it otherwise."""
    from lenet_gui.media.picture_file import is_picture, read_image

    try:
        data = path.read_bytes()
        return read_image(data, str(path)) if is_picture(data) else None
    except (LenetGuiError, OSError):  # it was readable a moment ago
        return None


class DropTarget(QObject):
    """Takes what is dropped anywhere on a window, as a copy."""

    def __init__(self, window: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a drag that may hold something, and take the drop."""
        if isinstance(event, QDropEvent):  # dragged in, dragged about or dropped
            data = event.mimeData()
            if data.hasUrls() or data.hasImage() or data.hasFormat(DRAWING) or data.hasText():
                event.setDropAction(Qt.DropAction.CopyAction)  # a file that is moved is lost
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    self._take(data)
            else:
                event.ignore()
            return True
        return False
