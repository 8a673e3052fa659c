"""The drawing alone, and the 28×28 that the network gets, saved as pictures."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lenet_gui.core.photo.picture import Picture
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.files.export_menu import PICTURES, exported, filters
from lenet_gui.ui.kit.dialogs import ask_where
from lenet_gui.ui.kit.languages import follow_language
from lenet_gui.ui.kit.saving import write_whole
from lenet_gui.ui.kit.telling import tell

if TYPE_CHECKING:
    from lenet_gui.ui.app.main_window import MainWindow


class PictureSaver(QObject):
    """Writes pictures of what is shown; the network has no part in them."""

    def __init__(self, window: "MainWindow", menu: QMenu) -> None:
        """Put the entries first in a menu."""
        super().__init__(window)
        self._window = window
        self._drawing, self._framed = QAction(self), QAction(self)
        self._drawing.triggered.connect(self._ask_for_drawing)
        self._framed.triggered.connect(self._ask_for_framed)
        menu.insertActions(menu.actions()[0], [self._drawing, self._framed])
        follow_language(self._name)

    def save_drawing(self, path: Path) -> None:
        """Write the drawing as it lies on the canvas: vectors where the path ends in .svg."""
        from lenet_gui.figure.drawing_svg import drawing_svg
        from lenet_gui.ui.canvas.drawing_picture import png, source_image

        source = self._window.shown.source
        if path.suffix.lower() == ".svg" and not isinstance(source, Picture):
            self._write(path, drawing_svg(source, path.stem).encode())
        else:
            self._write(path, png(source_image(source)))

    def save_framed(self, path: Path) -> None:
        """Write 28×28 pixels as MNIST has them: white ink on black."""
        from lenet_gui.ui.canvas.drawing_picture import grey_image, png

        self._write(path, png(grey_image(self._window.reading.frames.framed)))

    def _ask_for_drawing(self) -> None:
        has_picture = self._window.shown.picture is not None
        kinds = PICTURES[:1] if has_picture else PICTURES
        title = self.tr("Export the drawing")
        ask_where(self._window, title, filters(kinds), self.save_drawing, self._suggested())

    def _ask_for_framed(self) -> None:
        title = self.tr("Export the 28×28 pixels")
        name = self._suggested("28x28")
        ask_where(self._window, title, filters(PICTURES[:1]), self.save_framed, name)

    def _suggested(self, what: str = "") -> str:
        return "-".join(part for part in (self._window.files.document.stem, what) if part)

    def _name(self) -> None:
        self._drawing.setText(self.tr("&Drawing…"))
        self._framed.setText(self.tr("&28×28 pixels…"))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_whole(path, data)
        except LenetGuiError as error:
            self._window.warn(self.tr("Nothing was exported"), tell(error))
        else:
            self._window.tell(exported(path))
