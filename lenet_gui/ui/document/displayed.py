"""What canvas and reader show: the page that is edited, or in its place a moment of its past."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.editor import DrawingEditor


class Shown(QObject):
    """The editor's page, unless a moment is shown; whatever is done to the page ends the moment.

    The editor knows nothing of it, so its drawing and its steps are what they were.
    """

    changed = Signal()
    """Something else is shown now."""

    def __init__(self, editor: DrawingEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._moment: Drawing | None = None
        editor.drawing_changed.connect(self._follow)
        editor.gesture_begun.connect(self.show_page)

    @property
    def is_moment(self) -> bool:
        """Whether a moment is shown in place of the page."""
        return self._moment is not None

    @property
    def drawing(self) -> Drawing:
        """The drawing that is shown."""
        return self._editor.drawing if self._moment is None else self._moment

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown in place of a drawing, if one is."""
        return self._editor.picture if self._moment is None else None

    @property
    def source(self) -> Drawing | Picture:
        """What is to be read."""
        return self._editor.source if self._moment is None else self._moment

    def show_moment(self, moment: Drawing) -> None:
        """Show a moment of the drawing."""
        self._moment = moment
        self.changed.emit()

    def show_page(self) -> None:
        """Show the page again."""
        if self._moment is not None:
            self._follow()

    def _follow(self) -> None:
        self._moment = None
        self.changed.emit()
