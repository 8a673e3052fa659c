"""The lens Compare: a pinned drawing beside the one on the canvas, or two networks on one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.comparison import Comparison, Side
from lenet_gui.core.reading.reading import Reading
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.comparing.columns_painting import Heading
from lenet_gui.ui.comparing.columns_view import ColumnsView
from lenet_gui.ui.comparing.controls import Controls, Mode
from lenet_gui.ui.comparing.enlarged import EnlargedView
from lenet_gui.ui.comparing.first_page import FirstPage
from lenet_gui.ui.comparing.pins import Pin, Pins
from lenet_gui.ui.comparing.saving import PICTURES, save_comparison
from lenet_gui.ui.comparing.scores_view import ScoresView
from lenet_gui.ui.comparing.wording import answer, distance_in_words, three_values
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import ask_where
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LiveLabel, UprightScrollArea
from lenet_gui.ui.lenses.lens import LensView
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.known_weights import UNTRAINED, KnownWeights
from lenet_gui.ui.reading.means import Means


class Compare(LensView):
    """Connects the pins, the weights and the readings with what shows them."""

    def __init__(
        self,
        means: Means,
        pins: Pins,
        known: KnownWeights,
        pin_action: QAction,
        selection: Selection,
        scale: ChosenScale,
        show: Callable[[Source], None],
        show_unit: Callable[[str], None],
        warn: Callable[[str, str], None],
        tell: Callable[[str], None],
    ) -> None:
        """Make the lens; `show` puts a source on the page, `show_unit` fills the status bar."""
        super().__init__()
        self._means, self._pins, self._known = means, pins, known
        self._pin_action, self._selection = pin_action, selection
        self._show, self._show_unit, self._warn, self._tell = show, show_unit, warn, tell
        self._reading: Reading | None = None
        self._readings: dict[Pin, Reading] = {}
        self._read_with: tuple[object, ...] = ()
        self._mode, self._other = Mode.DRAWINGS, UNTRAINED
        self._newest: str | None = None
        self.comparison: Comparison | None = None
        """What is shown; None if nothing is pinned."""
        self._keys = pin_action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.controls, self.first = Controls(), FirstPage(self._keys)
        self.scores, self.columns = ScoresView(), ColumnsView(scale)
        self.large = EnlargedView()
        self._note, self.save = LiveLabel(), QPushButton()
        self._lay_out()
        self._connect()
        follow_appearance(self._name)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self._note, 1)
        below.addWidget(self.save)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.scores)
        column.addWidget(self.columns, 1)
        column.addLayout(below)
        self._pages = QStackedWidget()
        for page in (self.first, self._whole, self.large):
            self._pages.addWidget(page)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, UNIT, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.controls)
        column.addWidget(self._pages, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(UprightScrollArea(self._content))
        self._show_page(self.first)

    def _connect(self) -> None:
        controls = self.controls
        controls.strip.chosen.connect(self._pins.choose)
        controls.strip.wanted.connect(self._pin_action.trigger)
        controls.mode_chosen.connect(self.choose)
        controls.weights_chosen.connect(self.choose_weights)
        controls.swap.clicked.connect(self._swap)
        controls.unpin.clicked.connect(self._unpin)
        self.first.pin.clicked.connect(self._pin_action.trigger)
        self.first.weights.clicked.connect(lambda: self.choose(Mode.WEIGHTS))
        self._pins.changed.connect(self._show_pins)
        self._known.changed.connect(self._fill_weights)
        self._pin_action.enabledChanged.connect(lambda _: self._enable())
        self.save.clicked.connect(self._ask_to_save)
        self.columns.hovered.connect(self._point)
        self.columns.distance_hovered.connect(self._point_at_distance)
        self.columns.enlarged.connect(self.enlarge)
        self.large.hovered.connect(self._point)
        self.large.closed.connect(self.step_back)

    def _name(self) -> None:
        self.save.setText(self.tr("Save figure…"))
        self.save.setToolTip(self.tr("Save this comparison as a picture"))
        self._note.set_text(
            self.tr("Point at a map to see its three values. Double-click to enlarge it.")
        )
        self._fill_weights()
        self._show_pins()

    def _show_page(self, page: QWidget) -> None:
        """Show a page; those that are hidden need no room."""
        if page is self._pages.currentWidget() and page.isVisible():
            return
        policies = QSizePolicy.Policy
        for other in (self.first, self._whole, self.large):
            policy = policies.Preferred if other is page else policies.Ignored
            other.setSizePolicy(policy, policy)
        self._pages.setCurrentWidget(page)
        self.arrange()

    def arrange(self) -> None:
        """Let the layers be larger than they must where all has to be scrolled anyway."""
        if self._pages.currentWidget() is self._whole:
            others = self._content.minimumSizeHint().height() - self.columns.minimumHeight()
            self.columns.set_roomy(self.height() < others + self.columns.least)

    # -- what is compared -----------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Compare with a new reading of what is on the canvas."""
        self._reading = reading
        self._refresh()

    def choose(self, mode: Mode) -> None:
        """Compare two drawings, or two sets of weights."""
        self._mode = mode
        self.controls.show_mode(mode)
        self._show_pins()

    def choose_weights(self, id: str) -> None:  # noqa: A002
        """Compare with the weights of this id."""
        self._other = id
        self.controls.show_weights(self._known.entries, id)
        self.choose(Mode.WEIGHTS)

    def _fill_weights(self) -> None:
        """List the weights by name; a checkpoint that was just pinned is compared with."""
        newest, before = self._known.newest, self._newest
        self._newest = newest
        if newest is not None and newest != before:
            self.choose_weights(newest)
            return
        if self._known.entry(self._other) is None:
            self._other = UNTRAINED
        self.controls.show_weights(self._known.entries, self._other)
        self._refresh()

    def _show_pins(self) -> None:
        self.controls.strip.show_pins(self._pins.all, self._pins.chosen)
        self.arrange()
        self._refresh()

    def _enable(self) -> None:
        controls, can_pin = self.controls, self._pin_action.isEnabled()
        controls.strip.show_key(self._keys, can_pin)
        self.first.pin.setEnabled(can_pin)
        if self._mode is Mode.DRAWINGS:
            controls.swap.setEnabled(self._pins.chosen is not None and can_pin)
            controls.unpin.setEnabled(self._pins.chosen is not None)
        else:
            entry = self._known.entry(self._other)
            controls.swap.setEnabled(self._in_use is not None and not self._means.is_learning)
            controls.unpin.setEnabled(entry is not None and entry.is_pinned)
        self.save.setEnabled(self.comparison is not None and self.comparison.is_read)

    @property
    def _in_use(self) -> str | None:
        """The id of the weights that are read with, if they are in the list."""
        entry = self._known.named(self._means.classifier)
        return None if entry is None else entry.id

    def _refresh(self) -> None:
        """Compare anew, and show it, if the lens can be seen."""
        if self._reading is None or not self.isVisible():
            return
        self._read_pins()
        self.comparison = self._compare(self._reading)
        self._enable()
        if self.comparison is None:
            self._show_page(self.first)
            return
        if self._pages.currentWidget() is self.first:
            self._show_page(self._whole)
        self.scores.show_comparison(self.comparison)
        headings = self._headings(self.comparison)
        self.columns.show_comparison(self.comparison, headings)
        if self._pages.currentWidget() is self.large:
            words = self.tr("{0}: {1}")
            names = tuple(words.format(one.title, one.answer) for one in headings)
            self.large.show_values(self.columns.values, names)

    def _read_pins(self) -> None:
        """Read the pins again if the network, its switches or the framing are others."""
        means = self._means
        read_with = (means.network, means.framing, means.off)
        if read_with != self._read_with:
            self._read_with, self._readings = read_with, {}
        for pin in self._pins.all:
            if pin not in self._readings:
                self._readings[pin] = means.read(pin.source)
        self.controls.strip.show_readings(self._readings)

    def _compare(self, reading: Reading) -> Comparison | None:
        means = self._means
        current = Side(reading, means.weights, means.framing)
        if self._mode is Mode.DRAWINGS:
            chosen = self._pins.chosen
            if chosen is None:
                return None
            return Comparison(Side(self._readings[chosen], means.weights, means.framing), current)
        other = self._classifier()
        framed = other.read_frames(reading.source, reading.frames, means.framing, means.off)
        return Comparison(Side(framed, other.network.weights, means.framing), current)

    def _classifier(self) -> Classifier:
        """Return a classifier with the weights to compare with; untrained ones if they fail."""
        try:
            return self._known.classifier(self._other)
        except LenetGuiError as error:
            self._other = UNTRAINED
            self.controls.show_weights(self._known.entries, UNTRAINED)
            self._warn(self.tr("Can't use these weights"), sentence_of(error))
            return self._known.classifier(UNTRAINED)

    def _headings(self, comparison: Comparison) -> tuple[Heading, Heading, Heading]:
        pinned, current = self.tr("Pinned"), self.tr("Current")
        if self._mode is Mode.WEIGHTS:
            entry, used = self._known.entry(self._other), self._known.named(self._means.classifier)
            pinned = pinned if entry is None else entry.name()
            if self._means.is_learning:
                current = self.tr("In training")
            elif used is not None:
                current = used.name()
        return (
            Heading(pinned, answer(comparison.pinned.reading)),
            Heading(current, answer(comparison.current.reading)),
            Heading(self.tr("Difference"), self.tr("current − pinned")),
        )

    # -- what is done ---------------------------------------------------------------------------

    def _swap(self) -> None:
        """Exchange what is pinned with what is on the canvas, or with what is read with."""
        if self._mode is Mode.DRAWINGS:
            source = self._pins.take_canvas()
            if source is not None:
                self._show(source)
            return
        used, other = self._in_use, self._other
        if used is not None and used != other:
            self._other = used
            self._means.use_classifier(self._known.classifier(other))
            self.choose_weights(used)

    def _unpin(self) -> None:
        if self._mode is Mode.DRAWINGS:
            self._pins.unpin()
        else:
            self._known.unpin(self._other)

    def enlarge(self, unit: Unit) -> None:
        """Show a unit's map large, in place of all layers."""
        self.large.show_map(unit)
        self._show_page(self.large)
        self._refresh()
        self.large.views[1].setFocus()

    def step_back(self) -> bool:
        """Show all layers again; return whether a map was enlarged."""
        if self._pages.currentWidget() is not self.large:
            return False
        self._show_page(self._whole)
        self._refresh()
        self.columns.setFocus()
        return True

    # -- the status bar -------------------------------------------------------------------------

    def _point(self, unit: Unit | None) -> None:
        """Outline on the canvas what a unit sees, and say its three values."""
        self._selection.hover(unit)
        if unit is not None and self.comparison is not None:
            text = three_values(unit, self.comparison)
            self._show_unit(text)
            self.columns.setAccessibleDescription(text)

    def _point_at_distance(self, layer: Layer | None) -> None:
        if layer is not None and self.comparison is not None:
            self._show_unit(distance_in_words(layer, self.comparison))
        elif self._selection.shown is None:
            self._show_unit("")

    # -- a figure -------------------------------------------------------------------------------

    def _ask_to_save(self) -> None:
        title = self.tr("Save the comparison")
        ask_where(self, title, PICTURES, self.save_figure, self.tr("comparison"))

    def save_figure(self, path: Path) -> None:
        """Write a picture of the comparison in the format of the path's ending."""
        if self.comparison is not None:
            pinned, current, _ = self._headings(self.comparison)
            names = pinned.title, current.title
            save_comparison(path, self.comparison, names, self._warn, self._tell)
