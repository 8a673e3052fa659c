"""The Export menu: drawing, framed pixels, pictures of the network and its numbers, as files.

The picture of the network also goes to the clipboard (Copy maps).
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lenet_gui.core.files.whole_file import save_whole_file
from lenet_gui.core.photo.picture import Picture
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.documents import Document
from lenet_gui.ui.files.clipboard import put_on_clipboard
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.dialogs import ask_where
from lenet_gui.ui.kit.i18n import listed, plain, sentence_of
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.maps.wording import map_name
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader

# Drawing and writing are imported when something is exported: the window starts without them.
if TYPE_CHECKING:
    from lenet_gui.core.records.record import Record
    from lenet_gui.figure.layouts import Bounds
    from lenet_gui.figure.shapes import Figure

Warn = Callable[[str, str], None]
"""Shows a dialog with a title and a sentence."""
Say = Callable[[str], None]
"""Shows a sentence in the status bar."""
ALL = "all"
"""The whole network, in place of a layer's name."""
PICTURES, NUMBERS = ("png", "svg"), ("npz", "json")
"""Endings of files, the default first."""


class Exporter(QObject):
    """Writes and copies the reading, as pictures and as numbers.

    The picture shows the selection: a unit's map, a layer, or else the whole network.
    """

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        displayed: Displayed,
        reader: LiveReader,
        means: Means,
        selection: Selection,
        scale: ChosenScale,
        warn: Warn,
        say: Say,
    ) -> None:
        """Open dialogs over `parent`; failures go to `warn`, successes to `say`.

        Files are named after the document.
        """
        super().__init__(parent)
        self._parent, self._document, self._displayed = parent, document, displayed
        self._reader, self._means = reader, means
        self._selection, self._scale = selection, scale
        self._warn, self._say = warn, say

    @property
    def what(self) -> tuple[str, int | None]:
        """The picture's subject: ALL or a layer's name, and a map's number or None for all."""
        unit, layer = self._selection.selected, self._selection.layer
        if unit is not None:
            return unit.layer.name, unit.map if unit.layer.size > 1 else None
        return (layer.name if layer else ALL), None

    def record(self) -> "Record | None":
        """Return the reading with the drawing and the weights; None if there is no reading."""
        from lenet_gui.media.exporting import make_record

        reading, means = self._reader.reading, self._means
        if reading.activations is None:
            return None
        return make_record(means.framing, reading, means.weights)

    def figure(self) -> "Figure | None":
        """Return the picture of the selection; None if there is no reading."""
        from lenet_gui.media.exporting import make_figure

        record = self.record()
        if record is None:
            return None
        what, map_ = self.what
        return make_figure(record, what, map_, current_theme(), self._bounds(record))

    def copy(self) -> None:
        """Copy the picture to the clipboard, as pixels and as SVG."""
        from lenet_gui.figure.svg import to_svg
        from lenet_gui.media.figure_image import figure_image

        figure = self.figure()
        if figure is not None:
            put_on_clipboard(figure_image(figure), to_svg(figure))
            self._say(self.tr("Picture copied"))

    def save(self, path: Path) -> None:
        """Write a file in the format of its ending; warn if that fails."""
        from lenet_gui.media.exporting import export

        record = self.record()
        if record is None:
            return
        what, map_ = self.what
        title = self.tr("Export failed")
        try:
            export(record, path, what, map_, current_theme(), self._bounds(record))
        except LenetGuiError as error:
            self._warn(title, sentence_of(error))
        except OSError as error:
            self._warn(title, f"{path}: {error.strerror or error}.")
        else:
            self._say(exported(path))

    def fill(self, menu: QMenu, copy: QAction) -> None:
        """Add the entries to a menu, and let the action `copy` copy the picture."""
        self._entries = [menu.addAction(""), menu.addAction("")]
        for entry, kinds in zip(self._entries, (PICTURES, NUMBERS), strict=True):
            entry.triggered.connect(partial(self._ask_by, entry, kinds))
        menu.aboutToShow.connect(self._name)
        copy.triggered.connect(self.copy)
        follow_appearance(self._name)

    def _name(self) -> None:
        pictures, numbers = self._entries
        unit, layer = self._selection.selected, self._selection.layer
        named = title(layer) if layer else ""
        if unit is not None:
            named = listed(title(unit.layer), map_name(unit) if unit.layer.size > 1 else "")
        pictures.setText(
            self.tr("&Picture of {0}…").format(named)
            if named
            else self.tr("&Picture of the network…")
        )
        numbers.setText(self.tr("&Numbers…"))

    def _ask_by(self, entry: QAction, kinds: tuple[str, ...]) -> None:
        ask_where(
            self._parent, plain(entry.text()), filters(kinds), self.save, self._suggested(kinds)
        )

    def _suggested(self, kinds: tuple[str, ...]) -> str:
        """Return a file name: numbers are of the whole network, pictures of the selection."""
        what, map_ = self.what if kinds == PICTURES else (ALL, None)
        parts = [self._document.file_stem, "network" if what == ALL else what]
        return "-".join(parts if map_ is None else [*parts, str(map_ + 1)])

    def _bounds(self, record: "Record") -> "Bounds":
        activations = record.reading.activations
        if activations is None:
            return {}
        values = {name: batch[0] for name, batch in activations.layers.items()}
        return self._scale.value.all_bounds(values)


def exported(path: Path) -> str:
    """Return the sentence for an exported file."""
    return QCoreApplication.translate("Exporter", "Exported to {0}").format(path)


def filters(kinds: Sequence[str]) -> dict[str, str]:
    """Return a file dialog's filters, and the ending for each."""
    return {f"{kind.upper()} (*.{kind})": kind for kind in kinds}


class PictureSaver(QObject):
    """Writes the drawing and its framed pixels as pictures; they need no network."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        displayed: Displayed,
        reader: LiveReader,
        warn: Warn,
        say: Say,
    ) -> None:
        """Open dialogs over `window`; files are named after the document."""
        super().__init__(window)
        self._window, self._document = window, document
        self._displayed, self._reader = displayed, reader
        self._warn, self._say = warn, say
        self._drawing, self._framed = QAction(self), QAction(self)
        self._drawing.triggered.connect(self._ask_for_drawing)
        self._framed.triggered.connect(self._ask_for_framed)
        follow_appearance(self._name)

    def fill(self, menu: QMenu) -> None:
        """Add the entries to a menu."""
        menu.addActions([self._drawing, self._framed])

    def save_drawing(self, path: Path) -> None:
        """Write the drawing as it lies on the canvas; a path ending in .svg gets vectors."""
        from lenet_gui.figure.drawing_svg import drawing_svg
        from lenet_gui.ui.canvas.drawing_picture import png, source_image

        source = self._displayed.source
        if path.suffix.lower() == ".svg" and not isinstance(source, Picture):
            self._write(path, drawing_svg(source, path.stem).encode())
        else:
            self._write(path, png(source_image(source)))

    def save_framed(self, path: Path) -> None:
        """Write the framed 28×28 pixels as in MNIST: white ink on black."""
        from lenet_gui.ui.canvas.drawing_picture import grey_image, png

        self._write(path, png(grey_image(self._reader.reading.frames.framed)))

    def _ask_for_drawing(self) -> None:
        has_picture = self._displayed.picture is not None
        kinds = PICTURES[:1] if has_picture else PICTURES
        title = self.tr("Export the drawing")
        ask_where(self._window, title, filters(kinds), self.save_drawing, self._suggested())

    def _ask_for_framed(self) -> None:
        title = self.tr("Export the 28×28 pixels")
        name = self._suggested("28x28")
        ask_where(self._window, title, filters(PICTURES[:1]), self.save_framed, name)

    def _suggested(self, what: str = "") -> str:
        return "-".join(part for part in (self._document.file_stem, what) if part)

    def _name(self) -> None:
        self._drawing.setText(self.tr("&Drawing…"))
        self._framed.setText(self.tr("&28×28 pixels…"))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            save_whole_file(path, data)
        except LenetGuiError as error:
            self._warn(self.tr("Export failed"), sentence_of(error))
        else:
            self._say(exported(path))
