"""Correcting a reading: one key adds the drawing, with its true label, to the collection.

Of a number, each digit is a drawing of its own there.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from lenet_gui import __version__
from lenet_gui.core.datasets.collection import Collection, corrected, drawing_id, line_id
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
from lenet_gui.ui.reading.reader import LiveReader
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
        reader: LiveReader,
        actions: Actions,
        status: QStatusBar,
        announcer: Announcer,
        parent: QObject,
        is_kept: bool = True,
    ) -> None:
        """Connect the actions; unless drawings are kept, they are off, and the menu says why."""
        super().__init__(parent)
        self._is_kept = is_kept
        self._editor, self._means, self._reader = editor, means, reader
        self._actions, self._announcer = actions, announcer
        self.collection = Collection(collection_path())
        self._last: list[tuple[Drawing, Drawing | None]] = []
        """What was saved last, and what the collection had of it before."""
        self._noted: tuple[Drawing, dict[int, int]] | None = None
        """The page that was corrected last, and the digit of each of its places."""
        self.line = NotedLine()
        status.insertPermanentWidget(1, self.line)  # after the label that is not permanent
        for digit, action in enumerate(actions.it_was):
            action.triggered.connect(partial(self._choose, digit))
        actions.take_back.triggered.connect(self.take_back)
        self.line.undo.clicked.connect(self.take_back)
        editor.changed.connect(self._follow_page)
        self._in_view = reader.place, self.count
        reader.changed.connect(self._follow_reading)
        if not is_kept:
            actions.corrections.setEnabled(False)
            self._reason = QAction(self, enabled=False)
            actions.it_was_menu.insertAction(actions.it_was[0], self._reason)
            follow_appearance(self._explain)
        self._follow()

    @property
    def noted(self) -> int | None:
        """The digit that the drawing, or the digit in view, was corrected to, if that came last."""
        if self._noted is None or self._editor.drawing is not self._noted[0]:
            return None
        return self._noted[1].get(self._reader.place or 0)

    def _explain(self) -> None:
        self._reason.setText(self.tr("Off in an exhibit: nothing is kept"))

    def note(self, digit: int) -> None:
        """Add the drawing, or the digit in view, labelled `digit`; pictures are not collected."""
        if self._editor.is_empty or self._editor.picture is not None:
            return
        place = self._reader.place or 0
        drawing = self._digits()[place] if self.count > 1 else self._editor.drawing
        if self._put([(place, drawing, digit)]):
            self._tell(self.tr("Saved as {0}.").format(digit), can_undo=True)
            self._changed()

    @property
    def count(self) -> int:
        """How many digits the number on the page has; 1 if it is no number."""
        return max(1, len(self._digits()))

    def note_number(self, text: str) -> None:
        """Add each digit of the number on the page, labelled by `text`, which has as many."""
        drawings = self._digits()
        labels = [int(sign) for sign in text if sign.isdecimal()]
        if (
            drawings
            and len(labels) == len(drawings)
            and self._put([(place, drawings[place], label) for place, label in enumerate(labels)])
        ):
            self._tell(self.tr("Saved as {0}, digit by digit.").format(text), can_undo=True)
            self._changed()

    def _digits(self) -> list[Drawing]:
        """Return the number on the page as drawings, one for each digit; none if it is none."""
        number = self._reader.number
        if number is None or number.source is not self._editor.drawing:
            return []
        sources = [digit.reading.source for digit in number.digits]
        return [source for source in sources if isinstance(source, Drawing)]

    def _put(self, items: Sequence[tuple[int, Drawing, int]]) -> bool:
        """Add drawings with their places in the number and labels; return whether it worked."""
        means, page = self._means, self._editor.drawing
        weights = None if means.weights is None else WeightsIdentity.of(means.weights)
        now = datetime.now().astimezone()
        self._last = []
        noted = self._noted[1] if self._noted is not None and self._noted[0] is page else {}
        for place, drawing, digit in items:
            made = corrected(
                drawing, digit, means.read(drawing), means.framing, weights, now,
                f"lenet-gui {__version__}",
            )  # fmt: skip
            try:
                self._last.append((made, self.collection.put(made)))
            except CollectionError as error:
                self._fail(error)
                return False
            noted = {**noted, place: digit}
            self._noted = page, noted
        return True

    def take_back(self) -> None:
        """Undo the last correction: an earlier one of the same drawing counts again."""
        if not self._last:
            return
        while self._last:
            made, before = self._last[-1]
            try:
                if before is None:
                    self.collection.remove({line_id(made)})
                else:
                    self.collection.put(before)
            except CollectionError as error:
                self._fail(error)
                return
            self._last.pop()
            self._forget(made, before)
        self._tell(self.tr("Correction undone."))
        self._changed()

    def _forget(self, made: Drawing, before: Drawing | None) -> None:
        """Note that a correction was undone: what there was before it counts again."""
        if self._noted is None:
            return
        page, noted = self._noted
        sources = self._digits() or [page]
        for place, source in enumerate(sources):
            if drawing_id(source) == drawing_id(made):
                noted = {key: digit for key, digit in noted.items() if key != place}
                if before is not None and before.label is not None:
                    noted[place] = before.label
        self._noted = page, noted

    def forget_last(self) -> None:
        """Make the last correction final: the collection was changed elsewhere."""
        self._last, self._noted = [], None
        self._follow()

    def _choose(self, digit: int) -> None:
        """Take a digit for the right one; if it was the last to be taken, undo that."""
        if digit == self.noted and self._last:
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

    def _follow_reading(self) -> None:
        """Show what can be done with another digit; more ink in the same one changes nothing."""
        in_view = self._reader.place, self.count
        if in_view != self._in_view:
            self._in_view = in_view
            self._show()

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
        self._actions.take_back.setEnabled(bool(self._last))
        self._actions.correct_number.setEnabled(self._is_kept and is_drawn and self.count > 1)
