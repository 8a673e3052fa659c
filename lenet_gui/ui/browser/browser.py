"""A window to look through labelled digits while they are still being loaded and read."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.datasets.gallery import Gallery, Shelf, readings
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.browser.browser_grid import DigitGrid
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.kit.dialogs import FollowingDialog
from lenet_gui.ui.kit.i18n import grouped, sentence_of
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LiveLabel, Switch
from lenet_gui.ui.reading.means import Means

PROGRESS_INTERVAL = 100
"""Milliseconds between two updates of the progress text."""


class Browser(FollowingDialog):
    """Shows digits as they are loaded, reads them as the window does, and opens any of them.

    When the window gets other weights or another framing, the digits are read again.
    """

    opened = Signal(object, int, bool)
    """A digit goes onto the canvas: a Drawing or a Picture, its label, and whether it is one of
    those that the keys lead past."""
    copied = Signal(object, str)
    """A digit goes onto the clipboard: a Drawing or a Picture, and what it is."""

    def __init__(
        self,
        title: str,
        shelves: Iterator[Shelf],
        means: Means,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(title)
        self._means = means
        self._total: int | None = None
        self._remark: Callable[[], str] = str
        self.is_loaded = False
        self.gallery = Gallery()
        self.filter = BrowserFilter()
        self.grid = DigitGrid(self.gallery)
        self._loading, self._reading = Task(self), Task(self)
        self._soon = QTimer(self, singleShot=True, interval=PROGRESS_INTERVAL)
        self._count, self._progress = LiveLabel(), LiveLabel()
        self.column = QVBoxLayout(self)
        self._lay_out()

        self.filter.changed.connect(self._filter)
        self.grid.opened.connect(self._open)
        self.grid.walked.connect(partial(self._open, is_browsed=True))
        self.grid.menu_wanted.connect(self._open_menu)
        self.grid.typed.connect(self.filter.choose)
        self._loading.progressed.connect(self._add)
        self._loading.ended.connect(self._read)
        self._loading.failed.connect(self._stop_loading)
        self._reading.progressed.connect(self._answer)
        self._reading.ended.connect(self._update_words)
        self._soon.timeout.connect(self._update_words)
        means.changed.connect(self._read_anew)
        self.grid.setFocus()
        self._load(shelves)
        follow_appearance(self._update_words)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(2 * UNIT)
        words.addWidget(self._count, 2)
        words.addWidget(self._progress, 3)
        self.column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        self.column.setSpacing(UNIT)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.grid, 1)
        self.column.addLayout(words)
        wanted = QSize(100 * UNIT, 80 * UNIT)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    # -- loading and reading --------------------------------------------------------------------

    def _load(self, shelves: Iterator[Shelf]) -> None:
        """Begin to load; the gallery is empty."""
        self._total, self._remark, self.is_loaded = None, str, False
        self._loading.run(shelves)
        self._update_words()

    def _add(self, shelf: Shelf) -> None:
        before = len(self.gallery)
        self.gallery.add(shelf)
        self._total = shelf.total
        self.grid.add_places(self._chosen(before))
        self._update_words_soon()

    def _stop_loading(self, error: LenetGuiError) -> None:
        """Report the file's error, and read the digits loaded so far."""
        self._remark = partial(sentence_of, error)
        self._read()

    def _read(self) -> None:
        """Read all digits with the current means, from the first on."""
        self.is_loaded = True
        classifier = self._means.classifier
        if classifier is not None and len(self.gallery):
            means = self._means
            self._reading.run(readings(self.gallery, classifier, means.framing, means.off))
        self._update_words()

    def _answer(self, read: tuple[int, bytes]) -> None:
        first, answers = read
        self.gallery.answer(first, answers)
        if self.filter.only_wrong:
            found = self._chosen(first)
            self.grid.add_places(found[found < first + len(answers)])
        self.grid.show_answers(first, len(answers))
        self._update_words_soon()

    def _read_anew(self) -> None:
        """Read all digits again: the means have changed."""
        if self.is_loaded:
            self._reading.cancel()
            self.gallery.forget_answers()
            self._filter()
            self._read()

    def _stop(self) -> None:
        self._loading.cancel()
        self._reading.cancel()

    def done(self, result: int) -> None:
        """Stop loading and reading, however the window is closed."""
        self._stop()
        super().done(result)

    # -- what is shown --------------------------------------------------------------------------

    def _chosen(self, first: int = 0) -> NDArray[np.int32]:
        """Return the places of the digits that pass the filter, from the place `first` on."""
        return self.gallery.chosen(self.filter.label, self.filter.only_wrong, first)

    def _filter(self) -> None:
        self.grid.show_places(self._chosen())
        self._update_words()

    def _open(self, place: int, is_browsed: bool = False) -> None:
        self.opened.emit(self.gallery.source(place), self.gallery.labels[place], is_browsed)

    # -- the menu of a digit --------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the current digit."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.grid.current
        if place is not None:
            show = menu.addAction(self.tr("&Put on the canvas"))
            show.triggered.connect(partial(self._open, place))
            menu.addSeparator()
            copy = menu.addAction(self.tr("&Copy"))
            copy.triggered.connect(partial(self._copy, place))
            name = menu.addAction(self.tr("Copy &number and label"))
            name.triggered.connect(partial(self._copy_name, place))
        return menu

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(place)

    def _copy(self, place: int) -> None:
        self.copied.emit(self.gallery.source(place), self._name_of(place))
        self._progress.set_text(self.tr("Copied"))

    def _copy_name(self, place: int) -> None:
        QApplication.clipboard().setText(self._name_of(place))
        self._progress.set_text(self.tr("Copied"))

    def _name_of(self, place: int) -> str:
        """Return a digit's number in the whole data set, from 1, and its label."""
        words = self.tr("{0}, number {1}, label {2}")
        return words.format(self.windowTitle(), place + 1, self.gallery.labels[place])

    # -- words ----------------------------------------------------------------------------------

    def count_words(self) -> str:
        """Return how many digits there are, how many are read wrong, and how many are shown."""
        n = len(self.gallery.chosen(None, False))
        words = self.tr("{0} digits", "", n).format(grouped(n))
        if self.gallery.read:
            wrong = len(self.gallery.chosen(None, True))
            words = self.tr("{0}, {1} misread").format(words, grouped(wrong))
        shown = len(self.grid.places)
        if shown < n:
            words = self.tr("{0}; {1} shown").format(words, grouped(shown))
        return words

    def progress_words(self) -> str:
        """Return the progress of loading or reading or, at the end, the file's error."""
        n = len(self.gallery)
        if not self.is_loaded:
            of = self.tr("{0} of {1} loaded").format(grouped(n), grouped(self._total or 0))
            return of if self._total else self.tr("{0} loaded").format(grouped(n))
        if self.gallery.read < n and self._means.classifier is not None:
            return self.tr("{0} of {1} read").format(grouped(self.gallery.read), grouped(n))
        return self._remark()

    def hint(self) -> str:
        """Return what the keys do, for when there is nothing else to say."""
        return self.tr("Arrow keys: onto the canvas; 0–9: filter")

    def invitation(self) -> str:
        """Return the text to show in place of digits if none pass the filter."""
        if not self.is_loaded or self.progress_words() != self._remark():
            return self.tr("One moment…")
        if len(self.gallery):
            return self.tr("No digits match.")
        return self._remark() or self.tr("No digits found.")

    def _update_words(self) -> None:
        self._count.set_text(self.count_words())
        self._progress.set_text(self.progress_words() or (self.hint() if self.gallery else ""))
        self._progress.setToolTip(self._progress.text())  # if there is no room for all of it
        self.grid.invite(self.invitation())

    def _update_words_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()


ALL = -2
"""The number of the button for all labels; Qt takes -1 for a button without a number."""


class BrowserFilter(QWidget):
    """A button for each label, one for all of them, and a switch for the digits read wrong."""

    changed = Signal()
    """The user chose to see other digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = QButtonGroup(self)
        self.mistakes = Switch()
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        for number in (ALL, *range(CLASSES)):
            button = QPushButton()
            button.setCheckable(True)
            button.setChecked(number == ALL)
            button.setAutoDefault(False)
            self.labels.addButton(button, number)
            row.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT // 2)
        self._row.addLayout(row)
        self._row.addStretch(1)
        self._row.addWidget(self.mistakes, 0, Qt.AlignmentFlag.AlignRight)
        self.labels.idToggled.connect(self._follow)
        self.mistakes.toggled.connect(self.changed)
        follow_appearance(self._name)

    @property
    def label(self) -> int | None:
        """The label of the digits to show; None for all labels."""
        chosen = self.labels.checkedId()
        return None if chosen == ALL else chosen

    @property
    def only_wrong(self) -> bool:
        """Whether to show only misread digits."""
        return self.mistakes.isChecked()

    def minimumSizeHint(self) -> QSize:
        """Return the size with the switch below the buttons."""
        buttons = sum(b.sizeHint().width() + UNIT // 2 for b in self.labels.buttons())
        return QSize(max(buttons, self.mistakes.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switch below the buttons if it has no room beside them."""
        needed = self.minimumSizeHint().width() + UNIT + self.mistakes.sizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if self.width() >= needed else below)

    def choose(self, label: int) -> None:
        """Show only digits with a label, or all again if they are shown already."""
        self.labels.button(ALL if label == self.label else label).click()

    def _name(self) -> None:
        for digit in range(CLASSES):
            self.labels.button(digit).setText(str(digit))
            self.labels.button(digit).setAccessibleName(self.tr("Label {0}").format(digit))
        self.labels.button(ALL).setText(self.tr("All"))
        self.labels.button(ALL).setAccessibleName(self.tr("All labels"))
        self.mistakes.setText(self.tr("Only misread digits"))

    def _follow(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.changed.emit()
