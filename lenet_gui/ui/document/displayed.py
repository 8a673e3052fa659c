"""What the window shows and reads: the page, or in its place a moment of a replay."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.editor import DrawingEditor


class Displayed(QObject):
    """The editor's page, unless a moment is shown; any change to the page ends the moment.

    The editor knows nothing of moments: its drawing and its steps stay as they are.
    """

    changed = Signal(Change)
    """What is shown has changed."""

    def __init__(self, editor: DrawingEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._moment: Drawing | None = None
        editor.changed.connect(self._follow)

    @property
    def is_moment(self) -> bool:
        """Whether a moment is shown in place of the page."""
        return self._moment is not None

    @property
    def is_growing(self) -> bool:
        """Whether the last stroke is still being drawn."""
        return self._moment is not None or self._editor.is_drawing

    @property
    def drawing(self) -> Drawing:
        """The drawing that is shown."""
        return self._editor.drawing if self._moment is None else self._moment

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown in place of a drawing, if there is one."""
        return self._editor.picture if self._moment is None else None

    @property
    def source(self) -> Drawing | Picture:
        """The drawing or picture to read."""
        return self._editor.source if self._moment is None else self._moment

    @property
    def page_source(self) -> Drawing | Picture:
        """The content of the page, even while a moment is shown in its place."""
        return self._editor.source

    def show_moment(self, moment: Drawing) -> None:
        """Show a moment of the drawing."""
        self._moment = moment
        self.changed.emit(Change())

    def show_page(self) -> None:
        """Show the page again."""
        if self._moment is not None:
            self._moment = None
            self.changed.emit(Change())

    def _follow(self, change: Change) -> None:
        if self._moment is not None:
            self._moment = None
            change = Change(begins=change.begins, is_other=change.is_other)  # all looks different
        self.changed.emit(change)
