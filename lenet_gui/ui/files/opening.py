"""Everything that comes in: files and data that are opened, dropped or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError, PictureError
from lenet_gui.ui.document.documents import ENDING
from lenet_gui.ui.files.clipboard import DRAWING, image_in, source_in
from lenet_gui.ui.kit.dialogs import open_dialog, usual_folder
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.reading.means import Means

Put = Callable[[Source], None]
"""Puts a source where it belongs."""


class Opening(QObject):
    """Reads files and the clipboard, and emits the source that they hold."""

    opened = Signal(object, object, bool)
    """A file was read: the source, the path, and whether the file is this program's drawing."""
    pasted = Signal(object)
    """A drawing or picture without a file came in."""
    told = Signal(str)
    """A sentence for the status bar."""
    failed = Signal(str, str)
    """Opening failed: a title, and the reason in a sentence."""

    def __init__(self, window: QWidget, means: Means) -> None:
        """Open dialogs over `window`; the picture dialog previews with the means of reading."""
        super().__init__(window)
        self._window, self._means = window, means
        self._shown: tuple[Picture, QImage] | None = None
        """The last picture that came in, and the image that it is, or is a part of."""

    def ask(self, folder: Path | None) -> None:
        """Ask for a file, and open it."""
        kinds = ";;".join((
            self.tr("All supported files")
            + " (*.json *.jsonl *.npz *.png *.svg *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)",
            self.tr("Drawings") + " (*.lenet.json *.json *.jsonl)",
            self.tr("All files") + " (*)",
        ))  # fmt: skip
        start = folder or usual_folder("json")
        dialog = QFileDialog(self._window, self.tr("Open"), str(start), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_name)
        open_dialog(dialog)

    def open(self, path: Path) -> None:
        """Read a file, recognised by its content, and emit the first source in it."""
        path = path.absolute()
        # Reading a pipe may block for ever.
        if path.exists() and not (path.is_file() or path.is_dir()):
            error = PictureError("{0} is not a file.", path)
            self.failed.emit(self.tr("Can't open this file"), sentence_of(error))
            return
        self._read(path, partial(self._emit_opened, path))

    def paste(self) -> None:
        """Put the clipboard's drawing, picture or file on the page."""
        self._take(QApplication.clipboard().mimeData(), self._read_and_paste)

    def drop(self, data: QMimeData) -> None:
        """Open the dropped file; put a drawing or picture dropped without a file on the page."""
        self._take(data, self.open)

    def _take(self, data: QMimeData, take_file: Callable[[Path], None]) -> None:
        """Take the first file of the data; without files, the drawing or picture in it."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            take_file(files[0])
            if len(files) > 1:
                self.told.emit(self.tr("Only the first of %n files was opened", "", len(files)))
            return
        try:
            source = source_in(data)
        except LenetGuiError as error:
            self.failed.emit(self.tr("Can't paste this"), sentence_of(error))
            return
        if source is not None:
            self._bring_in(source, self.pasted.emit, partial(image_in, data))
        elif data.hasUrls():
            told = self.tr("Only files on this computer can be opened: save the file first")
            self.told.emit(told)
        else:
            self.told.emit(self.tr("Nothing to paste: no drawing, picture or file found"))

    def choose_part(self, picture: Picture) -> None:
        """Let the user choose another part of a picture that came in, and emit it as pasted.

        Of a picture from elsewhere, or painted on since, that is a part of its ink.
        """
        from lenet_gui.ui.canvas.drawing_picture import source_image

        is_whole_known = self._shown is not None and self._shown[0] is picture
        image = self._shown[1] if self._shown and is_whole_known else source_image(picture)
        self._ask_for_part(image, self.pasted.emit)

    def _ask_for_part(self, image: QImage, put: Put) -> None:
        from lenet_gui.ui.files.picture_dialog import PictureDialog

        def put_part(part: Picture) -> None:
            self._shown = (part, image)
            put(part)

        means = self._means
        dialog = PictureDialog(image, means.classifier, self._window, means.off)
        dialog.chosen.connect(put_part)
        dialog.open()

    def _bring_in(self, source: Source, put: Put, image: Callable[[], QImage | None]) -> None:
        """Pass a source to `put`. Every picture comes through here, opened, dropped or pasted.

        For a photograph, or a picture that shows more than one digit, a dialog shows the ink that
        was found and the user chooses a part; `image` returns the picture with its colours.
        """
        # Imported late: the window starts without it.
        from lenet_gui.core.photo.digit_boxes import needs_crop

        whole = image() if isinstance(source, Picture) else None
        if whole is None or not isinstance(source, Picture):
            put(source)
        elif source.is_photograph or needs_crop(source):
            self._ask_for_part(whole, put)
        else:
            self._shown = (source, whole)
            put(source)

    def _open_name(self, name: str) -> None:
        self.open(Path(name))

    def _read_and_paste(self, path: Path) -> None:
        self._read(path, self._emit_pasted)

    def _emit_opened(self, path: Path, source: Source, is_alone: bool) -> None:
        is_own = is_alone and isinstance(source, Drawing) and path.name.endswith(ENDING)
        self.opened.emit(source, path, is_own)

    def _emit_pasted(self, source: Source, is_alone: bool) -> None:
        self.pasted.emit(source)

    def _read(self, path: Path, put: Callable[[Source, bool], None]) -> None:
        """Bring in a file's first source, and whether it is the only one; or emit the failure."""
        # Imported late: the window starts without it.
        from lenet_gui.media.sources import read_items

        items = read_items(str(path))
        item = next(items)
        if isinstance(item.source, LenetGuiError):
            self.failed.emit(self.tr("Can't open this file"), sentence_of(item.source))
            return
        is_alone = item.line is None
        self._bring_in(
            item.source, lambda source: put(source, is_alone), partial(_image_in_file, path)
        )
        if _is_blank(item.source):
            self.told.emit(self.tr("No ink found in {0}").format(path.name))
        elif next(items, None) is not None:
            self.told.emit(
                self.tr("{0} contains several drawings; this is the first").format(path.name)
            )


def _is_blank(source: Source) -> bool:
    return not source.ink.any() if isinstance(source, Picture) else source.is_empty


def _image_in_file(path: Path) -> QImage | None:
    """Return the image in a picture file; None for a file of another kind."""
    from lenet_gui.media.picture_file import is_picture, read_image

    try:
        data = path.read_bytes()
        return read_image(data, str(path)) if is_picture(data) else None
    except (LenetGuiError, OSError):  # changed since it was read a moment ago
        return None


class DropTarget(QObject):
    """Accepts drops anywhere on a window, always as a copy."""

    def __init__(self, window: QWidget, take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept drags that may hold a source, and take the drop."""
        if isinstance(event, QDropEvent):  # entering, moving or dropped
            data = event.mimeData()
            if data.hasUrls() or data.hasImage() or data.hasFormat(DRAWING) or data.hasText():
                event.setDropAction(Qt.DropAction.CopyAction)  # moving would delete the file
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    self._take(data)
            else:
                event.ignore()
            return True
        return False
