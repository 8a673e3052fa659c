"""A window to look through labelled digits, while they are still being loaded and read."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lenet_gui.core.datasets.gallery import Gallery, Shelf, readings
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.browser.browser_grid import DigitGrid
from lenet_gui.ui.kit.background import Steps
from lenet_gui.ui.kit.i18n import grouped, sentence_of
from lenet_gui.ui.kit.labels import LiveLabel
from lenet_gui.ui.kit.switch import Switch
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.reading.means import Means

TOLD_EVERY = 100
"""Milliseconds after which it is told anew how far it is."""


class Browser(QDialog):
    """Shows digits as they come, reads them with the window's own network, and opens any of them.

    It reads them again when the window has got other weights or another framing.
    """

    opened = Signal(object)
    """A digit is wanted on the canvas: a Drawing or a Picture."""

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
        self._steps: Steps | None = None
        self._total: int | None = None
        self._remark = ""
        self.is_loaded = False
        self.gallery = Gallery()
        self.filter = BrowserFilter()
        self.grid = DigitGrid(self.gallery)
        self._count, self._progress = LiveLabel(), LiveLabel()
        self._told = QHBoxLayout()
        self._told.setSpacing(2 * UNIT)
        self._told.addWidget(self._count, 1)
        self._told.addWidget(self._progress, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        self.column.setSpacing(UNIT)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.grid, 1)
        self.column.addLayout(self._told)
        self.resize(100 * UNIT, 80 * UNIT)

        self.filter.changed.connect(self._filter)
        self.grid.opened.connect(self._open)
        self.grid.typed.connect(self.filter.choose)
        means.changed.connect(self._read_anew)
        self._soon = QTimer(self, singleShot=True, interval=TOLD_EVERY)
        self._soon.timeout.connect(self._tell)
        self.grid.setFocus()
        self._load(shelves)

    def count_words(self) -> str:
        """Return how many digits there are, how many are read wrong, and how many are shown."""
        n = len(self.gallery.chosen(None, False))
        wrong = len(self.gallery.chosen(None, True))
        told = self.tr("{0} digits", "", n).format(grouped(n))
        if self.gallery.read:
            told = self.tr("{0}, {1} read wrong").format(told, grouped(wrong))
        shown = len(self.grid.places)
        if shown < n:
            told = self.tr("{0}; {1} shown").format(told, grouped(shown))
        return told

    def progress_words(self) -> str:
        """Return how far it has loaded or read, or what was wrong with the file."""
        n = len(self.gallery)
        if not self.is_loaded:
            of = self.tr("{0} of {1} loaded").format(grouped(n), grouped(self._total or 0))
            return of if self._total else self.tr("{0} loaded").format(grouped(n))
        if self.gallery.read < n and self._means.network is not None:
            return self.tr("{0} of {1} read").format(grouped(self.gallery.read), grouped(n))
        return self._remark

    def done(self, result: int) -> None:
        """Load and read no further, however the window is closed."""
        self._stop()
        super().done(result)

    # -- loading and reading --------------------------------------------------------------------

    def _load(self, shelves: Iterator[Shelf]) -> None:
        """Begin with other digits."""
        self._total, self._remark, self.is_loaded = None, "", False
        self._begin(Steps(shelves, self), self._add, self._read)
        self._tell()

    def _begin(
        self, steps: Steps, take: Callable[[Any], None], at_the_end: Callable[[], None]
    ) -> None:
        self._stop()
        self._steps = steps
        steps.came.connect(take)
        steps.ended.connect(at_the_end)
        steps.failed.connect(self._stop_loading)
        steps.start()

    def _stop(self) -> None:
        if self._steps is not None:
            self._steps.stop()

    def _add(self, shelf: Shelf) -> None:
        before = len(self.gallery)
        self.gallery.add(shelf)
        self._total = shelf.total
        self.grid.add_places(self.gallery.chosen(*self._wanted(), first=before))
        self._tell_soon()

    def _stop_loading(self, error: LenetGuiError) -> None:
        """Say what is wrong with the file, and go on with what there is of it."""
        self._remark = sentence_of(error)
        self._read()

    def _read(self) -> None:
        """Read all digits with the present network, from the first on."""
        self.is_loaded = True
        classifier = self._means.classifier
        if classifier is not None and len(self.gallery):
            steps = Steps(readings(self.gallery, classifier, self._means.framing), self)
            self._begin(steps, self._answer, self._tell)
        self._tell()

    def _answer(self, read: tuple[int, bytes]) -> None:
        first, answers = read
        self.gallery.answer(first, answers)
        if self.filter.only_wrong:
            last = first + len(answers)
            found = self.gallery.chosen(*self._wanted(), first=first)
            self.grid.add_places(found[found < last])
        self.grid.show_answers(first, len(answers))
        self._tell_soon()

    def _read_anew(self) -> None:
        """Read all digits again, by the means of now."""
        if self.is_loaded:
            self._stop()
            self.gallery.forget_answers()
            self._filter()
            self._read()

    # -- what is shown --------------------------------------------------------------------------

    def _wanted(self) -> tuple[int | None, bool]:
        return self.filter.label, self.filter.only_wrong

    def _filter(self) -> None:
        self.grid.show_places(self.gallery.chosen(*self._wanted()))
        self._tell()

    def _open(self, place: int) -> None:
        self.opened.emit(self.gallery.source(place))

    def _tell_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        self._count.set_text(self.count_words())
        self._progress.set_text(self.progress_words())
        self.grid.invite(self.invitation())

    def invitation(self) -> str:
        """Return what stands in the place of digits where none are shown."""
        if not self.is_loaded or self.progress_words() != self._remark:
            return self.tr("One moment…")
        if len(self.gallery):
            return self.tr("There is none of this kind.")
        return self._remark or self.tr("There is no digit in it.")


class BrowserFilter(QWidget):
    """A button for each label and one for all, and a switch for mistakes."""

    changed = Signal()
    """Others are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for number in (-2, *range(CLASSES)):  # a button's number -1 would mean that it has none
            is_all = number < 0
            button = QPushButton(self.tr("All") if is_all else str(number))
            button.setAccessibleName(
                self.tr("All labels") if is_all else self.tr("Label {0}").format(number)
            )
            button.setCheckable(True)
            button.setChecked(is_all)
            button.setAutoDefault(False)
            self.labels.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.mistakes = Switch()
        self.mistakes.setText(self.tr("Only what is read wrong"))
        row.addWidget(self.mistakes)
        self.labels.idToggled.connect(self._follow)
        self.mistakes.toggled.connect(self.changed)

    @property
    def label(self) -> int | None:
        """The label of those to be shown; None for all."""
        chosen = self.labels.checkedId()
        return chosen if chosen >= 0 else None

    @property
    def only_wrong(self) -> bool:
        """Whether only those are to be shown that are read wrong."""
        return self.mistakes.isChecked()

    def choose(self, label: int) -> None:
        """Show only those with a label, or all again where they are shown already."""
        self.labels.button(-2 if label == self.label else label).click()

    def _follow(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.changed.emit()
