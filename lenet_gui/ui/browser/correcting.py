"""Correcting a reading: one key adds the drawing, with its true label, to the collection."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from lenet_gui import __version__
from lenet_gui.core.datasets.collection import Collection, corrected, line_id
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import CollectionError
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions
from lenet_gui.user_data import collection_path


class NotedLine(QWidget):
    """Shows the last correction, and a button to undo it, until the page changes."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self.undo = QPushButton()
        keeping = self.undo.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # else the bar shrinks when it is hidden
        self.undo.setSizePolicy(keeping)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, UNIT, 0)
        row.setSpacing(0)
        row.addWidget(self._words)
        row.addWidget(self.undo)
        follow_appearance(self._name)

    def text(self) -> str:
        """The text shown."""
        return self._words.text()

    def show_text(self, text: str, can_undo: bool) -> None:
        """Show a text, with or without the button to undo."""
        self._words.setText(text)
        self.undo.setVisible(can_undo)
        self.show()

    def _name(self) -> None:
        self.hide()  # its text is in the last language
        self.undo.setText(self.tr("Undo"))
        self.undo.setAccessibleName(self.tr("Undo the last correction"))


class Correcting(QObject):
    """Adds the drawing on the canvas, with its true label, to the user's collection."""

    changed = Signal()
    """The collection was changed here."""
    failed = Signal(str)
    """The collection can't be used; a sentence to show."""

    def __init__(
        self,
        editor: DrawingEditor,
        means: Means,
        actions: Actions,
        status: QStatusBar,
        announcer: Announcer,
        parent: QObject,
        is_kept: bool = True,
    ) -> None:
        """Connect the actions; unless drawings are kept, they are off, and the menu says why."""
        super().__init__(parent)
        self._is_kept = is_kept
        self._editor, self._means = editor, means
        self._actions, self._announcer = actions, announcer
        self.collection = Collection(collection_path())
        self._last: tuple[Drawing, Drawing | None] | None = None
        self._noted: tuple[Drawing, int] | None = None
        """The drawing that was corrected last, as it stood on the page, and its digit."""
        self.line = NotedLine()
        status.insertPermanentWidget(1, self.line)  # after the label that is not permanent
        for digit, action in enumerate(actions.it_was):
            action.triggered.connect(partial(self._choose, digit))
        actions.take_back.triggered.connect(self.take_back)
        self.line.undo.clicked.connect(self.take_back)
        editor.changed.connect(self._follow_page)
        if not is_kept:
            actions.corrections.setEnabled(False)
            self._reason = QAction(self, enabled=False)
            actions.it_was_menu.insertAction(actions.it_was[0], self._reason)
            follow_appearance(self._explain)
        self._follow()

    @property
    def noted(self) -> int | None:
        """The digit that the drawing on the page was corrected to, if that came last."""
        if self._noted is None or self._editor.drawing is not self._noted[0]:
            return None
        return self._noted[1]

    def _explain(self) -> None:
        self._reason.setText(self.tr("Off in an exhibit: nothing is kept"))

    def note(self, digit: int) -> None:
        """Add the drawing to the collection, labelled `digit`; pictures are not collected."""
        if self._editor.is_empty or self._editor.picture is not None:
            return
        drawing, means = self._editor.drawing, self._means
        reading = means.read(drawing)
        weights = None if means.weights is None else WeightsIdentity.of(means.weights)
        made = corrected(
            drawing,
            digit,
            reading,
            means.framing,
            weights,
            datetime.now().astimezone(),
            f"lenet-gui {__version__}",
        )
        try:
            self._last = made, self.collection.put(made)
        except CollectionError as error:
            self._fail(error)
            return
        self._noted = drawing, digit
        self._tell(self.tr("Saved as {0}.").format(digit), can_undo=True)
        self._changed()

    def take_back(self) -> None:
        """Undo the last correction: an earlier one of the same drawing counts again."""
        if self._last is None:
            return
        made, before = self._last
        try:
            if before is None:
                self.collection.remove({line_id(made)})
            else:
                self.collection.put(before)
        except CollectionError as error:
            self._fail(error)
            return
        self._last = None
        if self._noted is not None:
            earlier = None if before is None else before.label
            self._noted = None if earlier is None else (self._noted[0], earlier)
        self._tell(self.tr("Correction undone."))
        self._changed()

    def forget_last(self) -> None:
        """Make the last correction final: the collection was changed elsewhere."""
        self._last = self._noted = None
        self._follow()

    def _choose(self, digit: int) -> None:
        """Take a digit for the right one; if it was the last to be taken, undo that."""
        if digit == self.noted and self._last is not None:
            self.take_back()
        else:
            self.note(digit)

    def _fail(self, error: CollectionError) -> None:
        self._show()
        self.failed.emit(sentence_of(error))

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _tell(self, text: str, can_undo: bool = False) -> None:
        self.line.show_text(text, can_undo)
        self._announcer.say(text)

    def _follow_page(self, change: Change) -> None:
        if not change.is_growth:
            self._follow()

    def _follow(self) -> None:
        """Hide the message about the last page, and show what can be done with this one."""
        self.line.hide()
        self._show()

    def _show(self) -> None:
        """Offer corrections of a drawing, and check the one that was made."""
        is_drawn = not self._editor.is_empty and self._editor.picture is None
        noted = self.noted
        for digit, action in enumerate(self._actions.it_was):
            action.setEnabled(self._is_kept and is_drawn)
            action.setChecked(digit == noted)
        self._actions.take_back.setEnabled(self._last is not None)
