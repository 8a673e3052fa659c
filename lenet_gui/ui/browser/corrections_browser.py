"""A window to browse the user's corrections, and to relabel, delete and export them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMessageBox, QPushButton, QWidget

from lenet_gui.core.datasets.collection import Collection, line_id
from lenet_gui.core.datasets.gallery import REMOVED, Shelf, shelves
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import CollectionError
from lenet_gui.ui.browser.browser import Browser
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import ask_where, open_dialog
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.reading.means import Means


def collection_shelves(collection: Collection) -> Iterator[Shelf]:
    """Yield a collection's drawings. Raises CollectionError at the end if some can't be read."""
    damaged = 0

    def readable() -> Iterator[Sample]:
        nonlocal damaged
        for one in collection.drawings():
            if isinstance(one, Drawing) and one.label is not None:
                yield Sample(one, one.label)
            else:
                damaged += 1

    yield from shelves(readable())
    if damaged:
        raise CollectionError(
            "Lines of {0} that can't be read and were left as they are: {1}.",
            collection.path,
            damaged,
        )


class CorrectionsBrowser(Browser):
    """Shows the collection; Alt and a digit relabel a drawing, Delete removes it."""

    changed = Signal()
    """The collection was changed here."""

    def __init__(self, collection: Collection, means: Means, parent: QWidget) -> None:
        self._collection = collection
        self._before: tuple[int, Drawing] | None = None
        super().__init__("", collection_shelves(collection), means, parent)
        # From left to right, which is also the Tab key's order.
        self.delete_button = _button(self.delete)
        self.undo_button = _button(self.undo)
        self.clear_button = _button(self._ask_clear)
        self.export_button = _button(self._ask_export)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.delete_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.clear_button)
        row.addWidget(self.export_button)
        self.column.addLayout(row)
        self._deleting = self._action(QKeySequence(Qt.Key.Key_Delete), self.delete)
        self._labelling = [
            self._action(QKeySequence(f"Alt+{digit}"), partial(self.relabel, digit))
            for digit in range(CLASSES)
        ]
        self.grid.current_changed.connect(self._update_buttons)
        self._update_buttons()
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Corrections"))
        self.delete_button.setText(self.tr("Delete"))
        self._deleting.setText(self.tr("&Delete"))
        for digit, action in enumerate(self._labelling):
            action.setText(f"&{digit}")
        self.delete_button.setToolTip(self.tr("Delete the selected drawing (Del)"))
        self.undo_button.setText(self.tr("Undo"))
        self.clear_button.setText(self.tr("Delete all…"))
        self.export_button.setText(self.tr("Export…"))

    def reload(self) -> None:
        """Show the collection as it is now."""
        self._stop()
        self._before = None
        self.gallery.clear()
        self._filter()
        self._load(collection_shelves(self._collection))

    def relabel(self, digit: int) -> None:
        """Give the current drawing another label."""
        if (found := self._current()) is not None:
            place, drawing = found
            self._put(place, replace(drawing, label=digit), drawing)

    def delete(self) -> None:
        """Remove the current drawing."""
        found = self._current()
        if found is not None and self._does(self._collection.remove, {line_id(found[1])}):
            self.gallery.labels[found[0]] = REMOVED
            self._note_change(found)

    def undo(self) -> None:
        """Undo the last deletion or relabelling."""
        if self._before is not None:
            place, drawing = self._before
            self._put(place, drawing, None)

    def clear(self) -> None:
        """Remove all drawings."""
        if self._does(self._collection.clear):
            self.reload()
            self.changed.emit()

    def export(self, path: Path) -> None:
        """Write all drawings to another file, and show that it is done."""
        if self._does(self._collection.export, path):
            self._remark = lambda: self.tr("Exported to {0}").format(path.name)
            self._update_words()

    def invitation(self) -> str:
        """Explain how to make a correction if there is none."""
        if self.is_loaded and not self._has_any() and not self._remark():
            return self.tr(
                "No corrections yet. When a digit is misread, press Alt and the correct digit."
            )
        return super().invitation()

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the current drawing."""
        menu = super().menu()
        if (found := self._current()) is not None:
            menu.addSeparator()
            labels = menu.addMenu(self.tr("Change &label"))
            labels.addActions(self._labelling)
            for digit, action in enumerate(self._labelling):
                action.setCheckable(True)
                action.setChecked(digit == found[1].label)
            menu.addAction(self._deleting)
        return menu

    def hint(self) -> str:
        """Return what the keys do, for when there is nothing else to say."""
        return self.tr("Arrow keys: onto the canvas; Alt+digit: label")

    def _put(self, place: int, drawing: Drawing, before: Drawing | None) -> None:
        assert drawing.label is not None
        if self._does(self._collection.put, drawing):
            self.gallery.sources[place] = drawing
            self.gallery.labels[place] = drawing.label
            self._note_change(None if before is None else (place, before))

    def _note_change(self, before: tuple[int, Drawing] | None) -> None:
        self._before = before
        self._filter()
        self._update_buttons()
        self.changed.emit()

    def _current(self) -> tuple[int, Drawing] | None:
        place = self.grid.current
        drawing = None if place is None else self.gallery.sources[place]
        return (place, drawing) if place is not None and isinstance(drawing, Drawing) else None

    def _does(self, change: Callable[..., object], *given: object) -> bool:
        """Change the collection. If it fails, show why and return False."""
        try:
            change(*given)
        except CollectionError as error:
            box = QMessageBox(
                QMessageBox.Icon.Warning, self.windowTitle(), sentence_of(error), parent=self
            )
            open_dialog(box)
            return False
        return True

    def _ask_export(self) -> None:
        kinds = {self.tr("Drawings as JSON Lines (*.jsonl)"): "jsonl"}
        suggested = self.tr("corrections-{0}").format(date.today().isoformat())
        ask_where(self, self.tr("Export corrections"), kinds, self.export, suggested)

    def _ask_clear(self) -> None:
        question = self.tr("Delete all corrections?")
        box = QMessageBox(QMessageBox.Icon.Warning, self.windowTitle(), question, parent=self)
        box.setInformativeText(self.tr("This can't be undone. Export them first to keep a copy."))
        sure = box.addButton(self.tr("Delete all"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        sure.clicked.connect(self.clear)
        open_dialog(box)

    def _update_buttons(self) -> None:
        self.delete_button.setEnabled(self.grid.current is not None)
        self.undo_button.setEnabled(self._before is not None)
        for button in (self.export_button, self.clear_button):
            button.setEnabled(self._has_any())

    def _has_any(self) -> bool:
        return len(self.gallery.chosen(None, False)) > 0

    def _action(self, keys: QKeySequence, do: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(keys)
        action.triggered.connect(lambda: do())
        self.addAction(action)
        return action


def _button(do: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    button.setAutoDefault(False)
    button.clicked.connect(do)
    return button
