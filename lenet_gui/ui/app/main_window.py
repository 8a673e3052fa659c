"""The main window: makes all parts and connects them."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QCloseEvent

from lenet_gui.core.framing.framing import Framing, Source
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.app.columns import Columns
from lenet_gui.ui.app.focus import FocusFrame, order_tabs
from lenet_gui.ui.app.late_parts import LateParts
from lenet_gui.ui.app.lens_list import INSIDE, WHY, make_lenses
from lenet_gui.ui.app.number_parts import NumberParts
from lenet_gui.ui.app.panels import Panels
from lenet_gui.ui.app.remembered import Choices, look_in
from lenet_gui.ui.app.telling_window import TellingWindow
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.browser.browsing import Browsing
from lenet_gui.ui.browser.correcting import Correcting
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.context_menu import CanvasMenu
from lenet_gui.ui.canvas.toolbar import Toolbar, connect_tools
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.comparing.pins import Pins
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.documents import Document
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.files.export_menu import Exporter, PictureSaver
from lenet_gui.ui.files.files import Files
from lenet_gui.ui.files.weights_menu import WeightsMenu
from lenet_gui.ui.files.weights_opener import WeightsOpener
from lenet_gui.ui.help.helping import Helping
from lenet_gui.ui.help.hints import explain_actions, explain_parts
from lenet_gui.ui.inspector.controller import Inspection
from lenet_gui.ui.kit.appearance import appearance, current_theme, follow_appearance
from lenet_gui.ui.kit.dialogs import close_dialogs
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.theme import window_style
from lenet_gui.ui.lenses.lens_column import LensColumn
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.maps.wording import how_many_off
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.history import History
from lenet_gui.ui.reading.known_weights import KnownWeights
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.replay_bar import Replays
from lenet_gui.ui.reading.switches import Switches
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from lenet_gui.ui.reading.weighing import Weighing
from lenet_gui.ui.shell.actions import SUMS, Actions

if TYPE_CHECKING:
    from lenet_gui.ui.help.tour import Step

LEAST = (900, 500)
"""The smallest window: fits a screen of 1920×1080 at scale 2, with its task bar."""


class MainWindow(TellingWindow):
    """The canvas, and all that shows how its drawing is read.

    Without a classifier (its weights could not be read) the window still draws and frames.
    """

    def __init__(
        self,
        classifier: Classifier | None,
        theme_name: str | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make the window; `theme_name` takes precedence over the theme in the settings.

        By default the settings are the user's own. `clock` returns the seconds by which drawings
        are timed and replayed.
        """
        is_own = settings is None
        settings = settings or Settings()
        appearance().use(look_in(settings, theme_name))  # before any widget takes its font
        super().__init__()
        if is_own:
            settings.setParent(self)
        appearance().chosen.connect(settings.keep)

        self.editor = DrawingEditor(self, clock)
        self.displayed = Displayed(self.editor, self)
        self.means = Means(classifier, parent=self)
        self.known_weights = KnownWeights(classifier, self)
        self.pins = Pins(lambda: self.reader.source_in_view, self)
        self.reader = LiveReader(self.displayed, self.means, self)
        self.weighing = Weighing(self.displayed, self.reader, self)
        self.history = History(self.displayed, self.reader, self.means, self)
        self.selection = Selection(self)
        self.scale = ChosenScale(self)
        self.actions_ = Actions(self, self.editor)
        self.tools = Toolbox(self.editor)

        # The workspace in the middle, and the panels around it.
        self._canvas = Canvas(self.editor, self.tools, self.displayed)
        self._toolbar = Toolbar(self.actions_, self.tools)
        self._strip = Strip(self.actions_.framing)
        self._reading_panel = ReadingPanel(self.actions_)
        if not settings.is_kept:
            self._reading_panel.it_was.hide()  # nothing is kept, so nothing can be corrected
        self.workspace = Workspace(self._toolbar, self._canvas, self._strip, self._reading_panel)
        self.await_paint(self.workspace)
        self.switches = Switches(self.means, self.selection, self.actions_, self.announcer, self)
        self._inspection = Inspection(
            self.editor, self.reader, self.means, self.selection, self.scale, self._canvas,
            self._status, self.announcer, self,
        )  # fmt: skip
        self.inspector = self._inspection.panel
        self._late = LateParts(
            self, self.editor, self.displayed, self.means, self.reader, self.weighing,
            self.selection, self.scale, self.switches, self.pins, self.known_weights,
            self.actions_, self._canvas, lambda: self.files, lambda: self.correcting,
            lambda: self.lenses.show_lens(INSIDE), self._status.show_unit, self.announcer.say,
            self.warn, self.tell,
        )  # fmt: skip
        lenses = make_lenses(
            self.selection, self.scale, self.actions_, self.inspector,
            lambda: self.means.network, lambda: (self.reader.number, self.reader.place),
            self._late.make_why, self._late.make_compare, self._late.make_learn,
        )  # fmt: skip
        self.lenses = LensColumn(self, lenses)
        self.columns = Columns(self.workspace, self.lenses)
        self.panels = Panels(self.columns, self.lenses, self.inspector, self.selection, self)
        self.setCentralWidget(self.columns)
        self.setMinimumSize(*LEAST)
        self.resize(1280, 800)
        self._focus_frame = FocusFrame(self)

        # What the menus do.
        self.document = Document(self.editor, self)
        self.pictures = PictureSaver(
            self, self.document, self.displayed, self.reader, self.warn, self.tell
        )
        self.pictures.fill(self.actions_.export_menu)
        self.exporter = Exporter(
            self, self.document, self.displayed, self.reader, self.means, self.selection,
            self.scale, self.warn, self.tell,
        )  # fmt: skip
        self.exporter.fill(self.actions_.export_menu, self.actions_.copy_maps)
        self.files = Files(
            self, self.editor, self.document, self.means, self.actions_, settings, self.warn,
            self.tell, self.withdraw,
        )  # fmt: skip
        self.weights = WeightsOpener(self, self.warn)
        self._weights_menu = WeightsMenu(
            self.actions_.weights_menu, self.actions_.shipped_weights, self.known_weights,
            self.means, self.warn,
        )  # fmt: skip
        self.correcting = Correcting(
            self.editor, self.means, self.reader, self.actions_, self._status, self.announcer,
            self, settings.is_kept,
        )  # fmt: skip
        NumberParts(
            self, self.editor, self.reader, self.correcting, self.actions_, self._canvas,
            self._strip, self._reading_panel,
        )  # fmt: skip
        self.browsing = Browsing(
            self, self.means, self.actions_, self.correcting, self.files.show,
            self.files.copy_other,
        )  # fmt: skip
        self.replays = Replays(
            self.editor, self.displayed, self.means, self._reading_panel.chart,
            self._reading_panel.replay_bar, self.actions_, self.announcer, self.tell,
            self.withdraw, clock, self,
        )  # fmt: skip
        self.helping = Helping(
            self, self.editor, self.means, self.actions_, self.announcer, settings,
            self._tour_steps, self.files.show, self.warn,
        )  # fmt: skip
        self.choices = Choices(
            settings, self.actions_, self.tools, self.means, self.scale, self.columns,
            self.lenses, self.inspector, self,
        )  # fmt: skip
        self.actions_.fill(self.menuBar(), self.lenses.lens_actions.actions(), self.panels.actions)
        CanvasMenu(self.actions_, self._canvas)

        self._connect()
        settings.failed.connect(self._tell_settings)
        follow_appearance(self._restyle)
        self.choices.restore()
        self._order_tabs()
        self._canvas.setFocus()

    def _connect(self) -> None:
        """Connect the parts with one another, and the actions with the parts."""
        self.painted.connect(self.reader.prepare)
        self.reader.changed.connect(self._show_reading)
        self.reader.settled.connect(lambda: self.announcer.say(self._reading_panel.words()))
        self.means.changed.connect(self._show_means)
        self.history.changed.connect(self._show_history)
        self.editor.filled.connect(self._tell_full)
        self.tools.told.connect(self.tell)
        self.weights.opened.connect(self._use_opened)
        self.correcting.failed.connect(self._warn_of_corrections)
        self.switches.failed.connect(self._warn_of_starter_set)
        self.selection.one_by_one_wanted.connect(self._late.show_one_by_one)
        self.weighing.changed.connect(self._show_pair)
        self.weighing.chosen.connect(lambda: self.lenses.show_lens(WHY))
        self._reading_panel.bars.chosen.connect(self.weighing.choose)
        self._reading_panel.bars.stepped.connect(self.weighing.step)
        self._reading_panel.off_line.switched.connect(self.switches.switch)
        for panel in (self.lenses, self.inspector):
            panel.changed.connect(self._order_tabs)
            self.painted.connect(panel.show_floating)

        actions = self.actions_
        actions.escape.triggered.connect(self._escape)
        connect_tools(actions, self.tools, self._canvas)
        actions.framing.toggled.connect(
            lambda on: self.means.use_framing(Framing.MNIST if on else Framing.NONE)
        )
        actions.look_chosen.connect(self._choose_look)
        actions.lock_scale.toggled.connect(self.scale.set_locked)
        actions.quantities.triggered.connect(
            lambda action: self.scale.set_shows_sums(action.data() == SUMS)
        )
        actions.one_by_one.triggered.connect(lambda: self._late.show_one_by_one())
        actions.reset_layout.triggered.connect(self.panels.reset)
        actions.open_weights.triggered.connect(self.weights.ask)
        actions.pin.triggered.connect(self._pin)
        actions.quit.triggered.connect(self.close)

    @property
    def reading(self) -> Reading:
        """The current reading."""
        return self.reader.reading

    def load(self, source: Source) -> None:
        """Put a drawing or a picture on the canvas and read it."""
        self.editor.load(source)
        self.reader.read()

    def canvas_on_screen(self) -> QRect:
        """Return the canvas's place on the screen, in logical pixels."""
        return QRect(self._canvas.mapToGlobal(self._canvas.rect().topLeft()), self._canvas.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout and close, unless unsaved work would be lost."""
        if not (self.files.may_close() and self.lenses.may_close(self._close_again)):
            event.ignore()
            return
        self.replays.end()
        self.choices.keep_layout()
        super().closeEvent(event)

    def _close_again(self) -> None:
        """Close; the question that held it up has been answered."""
        self.close()

    def _choose_look(self, key: str, value: object) -> None:
        """Change the look; a new language closes what was opened in the old one."""
        if key == "language":
            close_dialogs(self)
            self.helping.end_tour()  # in the window the tour takes the key itself
            self.replays.end()
        appearance().choose(key, value)

    def _restyle(self) -> None:
        """Set the style sheet and all explanations, and show the reading in the new language."""
        self.setStyleSheet(window_style(current_theme()))
        explain_actions(self.actions_)
        explain_parts(self._canvas, self._toolbar, self._strip, self._reading_panel, self._status)
        self._strip.switch.setToolTip(self.actions_.framing.toolTip())
        self._show_weights()
        self._show_reading(self.reader.reading)

    def _tell_settings(self) -> None:
        text = self.tr("Your settings can't be saved: the settings file can't be written.")
        self.tell(text, lasts=True)

    def _tell_full(self) -> None:
        self.tell(self.tr("The page is full: save or clear it"))

    def _warn_of_corrections(self, sentence: str) -> None:
        self.warn(self.tr("The correction could not be saved"), sentence)

    def _warn_of_starter_set(self, error: LenetGuiError) -> None:
        self.warn(self.tr("Maps can't be held at their means"), sentence_of(error))

    def _show_reading(self, reading: Reading) -> None:
        """Show each step of a reading."""
        has_network = self.means.network is not None
        hint = "" if has_network else self.tr("No network: its weights could not be read")
        found = None if reading.activations is None else reading.activations.layers
        # Also while the maps are hidden: exports and the inspector use the scale, too.
        self.scale.show(found and {name: values[0] for name, values in found.items()})
        self._status.show_time(self.reader.milliseconds if found else None)
        self._strip.show_reading(reading, self.means.framing)
        self._reading_panel.show_reading(reading, hint, self.editor.label)
        self.lenses.show_reading(reading)
        self._inspection.inspect()

    def _show_pair(self) -> None:
        """Mark the two digits that are weighed, while a lens shows why."""
        self._reading_panel.bars.show_pair(self.weighing.pair if self.weighing.is_shown else None)

    def _pin(self) -> None:
        self.pins.pin()
        self.tell(self.tr("Pinned: draw another digit to compare it with"))

    def _use_opened(self, classifier: Classifier) -> None:
        self.known_weights.add_own(classifier)
        self.means.use_classifier(classifier)

    def _tour_steps(self) -> "Sequence[Step]":
        from lenet_gui.ui.app.tour_steps import tour_steps

        self.panels.put_back()  # a floating panel would lie over the tour's card
        return tour_steps(self.workspace, self.lenses, self.inspector, self.selection, self.reader)

    def _show_means(self) -> None:
        """Show which framing and weights are in use."""
        self.actions_.framing.setChecked(self.means.framing is Framing.MNIST)
        self._show_weights()
        self._reading_panel.show_learning(self.means.is_learning)

    def _show_weights(self) -> None:
        means = self.means
        self._status.show_weights(means.weights, means.is_learning, how_many_off(means.off))

    def _show_history(self) -> None:
        self._reading_panel.chart.show_rows(self.history.rows)

    def _order_tabs(self) -> None:
        order_tabs(self, self.workspace, [self.lenses, self.inspector])

    def _escape(self) -> None:
        """Take one step back: cancel a gesture, or else end or close what was begun or opened."""
        if (
            self.helping.end_tour()
            or self._canvas.cancel()
            or self.replays.end()
            or self.tools.step_back()
            or self.lenses.step_back()
        ):
            return
        self.selection.step_back()
