"""What is being drawn as a document: which file it belongs to, and whether that has all of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.reading.classifier import Source
from lenet_gui.ui.document.editor import Change, DrawingEditor
from lenet_gui.ui.document.page import Page

ENDING = ".lenet.json"
"""What drawings in files end in."""
PNG = ".png"
"""What pictures in files end in that this program saved."""


class Document(QObject):
    """The editor's page with its file's name; undone back to what was saved, it is unmodified."""

    changed = Signal()
    """It has another name, or whether it is modified has changed."""

    def __init__(self, editor: DrawingEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.path: Path | None = None
        """The file that it is saved in, if there is one."""
        self.suggested = ""
        """A name for it, without an ending, where it came from a file that is not its own."""
        self.is_modified = False
        """Whether there is anything that would be lost."""
        self._saved: Page | None = editor.page
        editor.changed.connect(self._look)

    @property
    def name(self) -> str:
        """What to call it."""
        return self.path.name if self.path else self.suggested or self.tr("Untitled")

    @property
    def stem(self) -> str:
        """Its name without an ending; empty where it has none."""
        if self.path is None:
            return self.suggested
        return self.path.name.removesuffix(ENDING) if self._is_own else self.path.stem

    @property
    def target(self) -> Path | None:
        """Where it is saved without asking: its file, where that is of the kind of the page."""
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
        """Put another document, or a blank one, in the place of this one, without a way back."""
        self._saved = None
        self._editor.start(source)
        self._set(path, suggested, None if is_modified else self._editor.page)

    def set_saved(self, path: Path) -> None:
        """Note that the page is in a file as it is."""
        self._editor.finish()
        self._set(path, "", self._editor.page)

    def show(self, source: Source) -> None:
        """Put what is nobody's work on the page, as a step; its file, if any, is let go of.

        What was unsaved before stays so, for it is one step back.
        """
        had_unsaved = self.is_modified
        self._editor.load(source)
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
    """Tell whether a step leads to the same page; only the pen may have been changed since."""
    if one.is_empty and other.is_empty:
        return True
    if one.picture is not None or other.picture is not None:
        return one.picture is other.picture
    return (
        one.drawing.strokes is other.drawing.strokes
        and one.drawing.pen_width == other.drawing.pen_width
        and one.drawing.label == other.drawing.label
    )
