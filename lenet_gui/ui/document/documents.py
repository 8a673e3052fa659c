"""The page as a document: its file, and whether it has unsaved changes."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.framing.framing import Source
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import Page

ENDING = ".lenet.json"
"""The ending of drawing files."""
PNG = ".png"
"""The ending of pictures that this program saves."""


class Document(QObject):
    """The editor's page with its file. Undoing back to the saved page makes it unmodified."""

    changed = Signal()
    """Its name, or whether it is modified, has changed."""

    def __init__(self, editor: DrawingEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.path: Path | None = None
        """The file it is saved in, or None."""
        self.suggested = ""
        """A name without an ending, if it came from a file that it must not overwrite."""
        self.is_modified = False
        """Whether it has unsaved changes."""
        self._saved: Page | None = editor.page
        editor.changed.connect(self._look)

    @property
    def name(self) -> str:
        """Its name for the user."""
        return self.path.name if self.path else self.suggested or self.tr("Untitled")

    @property
    def stem(self) -> str:
        """Its name without an ending; empty if it has none."""
        if self.path is None:
            return self.suggested
        return self.path.name.removesuffix(ENDING) if self._is_own else self.path.stem

    @property
    def file_stem(self) -> str:
        """A name for its files, without an ending; with the time if it has none."""
        now = datetime.now().astimezone()
        return self.stem or self.tr("digit-{0}").format(f"{now:%Y-%m-%d-%H%M}")

    @property
    def target(self) -> Path | None:
        """The file to save in without asking: its own, if that fits the page's content."""
        has_picture = self._editor.picture is not None
        is_fit = self.path is not None and has_picture == (self.path.suffix.lower() == PNG)
        return self.path if is_fit else None

    def begin(
        self,
        source: Source | None = None,
        path: Path | None = None,
        suggested: str = "",
        is_modified: bool = False,
    ) -> None:
        """Replace the document by another one, or a blank one; this can't be undone."""
        self._saved = None
        self._editor.start(source)
        self._set(path, suggested, None if is_modified else self._editor.page)

    def set_saved(self, path: Path) -> None:
        """Record that the page is saved in `path`."""
        self._editor.finish()
        self._set(path, "", self._editor.page)

    def show(self, source: Source, label: int | None = None, is_browsed: bool = False) -> None:
        """Load an unowned source as `DrawingEditor.load` does, and detach the file.

        Unsaved changes stay unsaved: they are one undo away.
        """
        had_unsaved = self.is_modified
        self._editor.load(source, label, is_browsed)
        self._set(None, "", None if had_unsaved else self._editor.page)

    def _set(self, path: Path | None, suggested: str, saved: Page | None) -> None:
        self.path, self.suggested, self._saved = path, suggested, saved
        self.is_modified = self._differs()
        self.changed.emit()

    def _look(self, change: Change) -> None:
        if change.is_growth:
            return
        differs = self._differs()
        if differs != self.is_modified:
            self.is_modified = differs
            self.changed.emit()

    def _differs(self) -> bool:
        if self._editor.is_busy:
            return True
        page = self._editor.page
        return not page.is_empty if self._saved is None else not _is_same(page, self._saved)

    @property
    def _is_own(self) -> bool:
        return self.path is not None and self.path.name.endswith(ENDING)


def _is_same(one: Page, other: Page) -> bool:
    """Return whether two pages hold the same; only the pen may have changed in between."""
    if one.is_empty and other.is_empty:
        return True
    if one.picture is not None or other.picture is not None:
        return one.picture is other.picture
    return (
        one.drawing.strokes is other.drawing.strokes
        and one.drawing.pen_width == other.drawing.pen_width
        and one.drawing.label == other.drawing.label
    )
