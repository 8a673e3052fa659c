"""The main window: builds the parts and connects them."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.reading.classifier import Classifier, Source
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.app.focus import FocusFrame, follow_the_eye
from lenet_gui.ui.app.remembered import Choices, look_in
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.browser.browsing import Browsing
from lenet_gui.ui.browser.correcting import Correcting
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.toolbar import Toolbar, connect_tools
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import Change, DrawingEditor
from lenet_gui.ui.files.export_menu import Exporter
from lenet_gui.ui.files.files import Files
from lenet_gui.ui.files.weights_opener import WeightsOpener
from lenet_gui.ui.help.helping import Helping
from lenet_gui.ui.help.hints import explain_actions, explain_parts
from lenet_gui.ui.inspector.controller import Inspection
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.appearance import appearance, current_theme, follow_appearance
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.theme import window_style
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.history import History
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.replay_bar import Replays
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from lenet_gui.ui.shell.actions import Actions
from lenet_gui.ui.shell.docks import Docks
from lenet_gui.ui.shell.status_bar import StatusBar

if TYPE_CHECKING:
    from lenet_gui.core.records.record import Record

TOLD = 8_000
"""Milliseconds for which the status bar shows a message."""


class MainWindow(QMainWindow):
    """A canvas and everything that follows from what is on it.

    With no classifier (its weights could not be read) the window still draws and frames.
    """

    painted = Signal()
    """The window has been painted for the first time and takes strokes."""

    def __init__(
        self,
        classifier: Classifier | None,
        theme_name: str | None = None,
        settings: Settings | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make the window; a theme that is named goes before the one that was chosen last.

        The settings are the user's own, if no others are given; `clock` tells the seconds by which
        drawings are made and replayed.
        """
        super().__init__()
        self._has_come_up = False
        settings = settings or Settings(parent=self)
        appearance().use(look_in(settings, theme_name))
        appearance().chosen.connect(settings.keep)

        self.editor = DrawingEditor(self, clock)
        self.displayed = Displayed(self.editor, self)
        self.means = Means(classifier, parent=self)
        self.reader = LiveReader(self.displayed, self.means, self)
        self.history = History(self.displayed, self.reader, self.means, self)
        self.selection = Selection(self)
        self.scale = ChosenScale(self)
        self.announcer = Announcer(self)
        self.actions_ = Actions(self)
        self.tools = Toolbox(self.editor)
        self._canvas = Canvas(self.editor, self.tools, self.displayed)
        self._toolbar = Toolbar(self.actions_, self.tools)
        self._strip = Strip(self.actions_.framing)
        self._reading_panel = ReadingPanel(self.actions_.replay)
        self._maps = MapsPanel(self.selection, self.scale, self.actions_.scale_menu)
        self._workspace = Workspace(self._toolbar, self._canvas, self._strip, self._reading_panel)
        self._status = StatusBar()
        self.exporter = Exporter(
            self, self.record, self.selection, self.scale, self.warn, self.tell
        )
        self.exporter.fill(self.actions_.export_menu, self.actions_.copy_maps)
        self.weights = WeightsOpener(self, self.warn)
        self.setCentralWidget(self._workspace)
        self._workspace.installEventFilter(self)
        self.setStatusBar(self._status)
        self.setMinimumSize(960, 640)
        self.resize(1280, 800)
        self.docks = Docks(self, self._maps)
        self.docks.maps.add_tool(self._maps.scale_button)
        self._inspection = Inspection(
            self.editor,
            self.reader,
            self.means,
            self.selection,
            self.scale,
            self.docks,
            self._canvas,
            self._status,
            self.announcer,
            self,
        )
        self.replays = Replays(
            self.editor,
            self.displayed,
            self.means,
            self._reading_panel.chart,
            self._reading_panel.replay_bar,
            self.actions_,
            self.announcer,
            self.tell,
            clock,
            self,
        )
        self.files = Files(self, settings)
        self.helping = Helping(self)
        self.correcting = Correcting(
            self.editor, self.means, self.actions_, self._status, self.announcer, self
        )
        self.browsing = Browsing(self, self.means, self.actions_, self.correcting, self.files.show)
        self.choices = Choices(
            settings, self.actions_, self.tools, self.means, self.scale, self.docks,
            self,
        )  # fmt: skip
        settings.failed.connect(self._tell_settings)
        self._focus_frame = FocusFrame(self)
        self.actions_.fill(self.menuBar(), self.docks.actions())

        self._connect()
        follow_appearance(self._restyle)
        self.choices.restore()
        self._update_actions()
        self._order_tabs()
        self._canvas.setFocus()

    def _connect(self) -> None:
        self.reader.changed.connect(self._show_reading)
        self.reader.settled.connect(lambda: self.announcer.say(self._reading_panel.words()))
        self.means.changed.connect(self._show_means)
        self.history.changed.connect(self._show_history)
        self.editor.changed.connect(self._follow_page)
        self.editor.filled.connect(self._tell_full)
        self.tools.told.connect(self.tell)
        self.weights.opened.connect(self.means.use_classifier)
        self.correcting.failed.connect(self._warn_of_corrections)
        self._inspection.inspector_made.connect(self._order_tabs)
        for dock in (self.docks.maps, self.docks.inspector):
            dock.topLevelChanged.connect(self._order_tabs)
        self.docks.height_taken.connect(self._workspace.set_low)
        self.painted.connect(self.docks.raise_floating)

        actions = self.actions_
        actions.undo.triggered.connect(self.editor.undo)
        actions.redo.triggered.connect(self.editor.redo)
        actions.clear.triggered.connect(self.editor.clear)
        actions.escape.triggered.connect(self._escape)
        connect_tools(actions, self.tools, self._canvas)
        actions.framing.toggled.connect(
            lambda on: self.means.use_framing(Framing.MNIST if on else Framing.NONE)
        )
        actions.look_chosen.connect(self._choose_look)
        actions.larger_text.triggered.connect(partial(appearance().step_text_size, 1))
        actions.smaller_text.triggered.connect(partial(appearance().step_text_size, -1))
        actions.usual_text.triggered.connect(partial(appearance().step_text_size, 0))
        actions.lock_scale.toggled.connect(self.scale.set_locked)
        actions.reset_layout.triggered.connect(self.docks.reset)
        actions.open_weights.triggered.connect(self.weights.ask)
        actions.shipped_weights.triggered.connect(self.weights.open_shipped)
        actions.quit.triggered.connect(self.close)

    @property
    def reading(self) -> Reading:
        """What is read at the moment."""
        return self.reader.reading

    def load(self, source: Source) -> None:
        """Put a drawing or a picture on the canvas and read it."""
        self.editor.load(source)
        self.reader.read()

    def record(self) -> "Record | None":
        """Return all that there is of the reading, to be kept; None where nothing was read."""
        from lenet_gui.media.exporting import make_record

        reading, means = self.reader.reading, self.means
        if reading.activations is None:
            return None
        return make_record(self.displayed.source, means.framing, reading, means.weights)

    def warn(self, title: str, message: str, hint: str = "") -> None:
        """Show a sentence in a dialog that does not hold the program up."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, message, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like a tag
        box.setInformativeText(hint)
        open_dialog(box)

    def tell(self, text: str) -> None:
        """Say something quietly: in the status bar, and to a screen reader."""
        if not self._has_come_up:  # what is shown before would be covered by then
            once = Qt.ConnectionType.SingleShotConnection
            self.painted.connect(partial(self.tell, text), once)
            return
        self._status.showMessage(text, TOLD)
        self.announcer.say(text)

    def canvas_on_screen(self) -> QRect:
        """Return where the canvas is on the screen, in logical pixels."""
        return QRect(self._canvas.mapToGlobal(self._canvas.rect().topLeft()), self._canvas.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first painting, and watch no longer."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._has_come_up = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panels keep their share."""
        super().resizeEvent(event)
        self.docks.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left, unless something would be lost with it."""
        if not self.files.may_close():
            event.ignore()
            return
        self.choices.keep_layout()
        super().closeEvent(event)

    def _choose_look(self, key: str, value: object) -> None:
        """Change the look; what was opened in another language is closed."""
        if key == "language":
            for dialog in self.findChildren(QDialog):
                dialog.close()
            self.helping.end_tour()
            self.replays.end()
        appearance().choose(key, value)

    def _restyle(self) -> None:
        """Set the style sheet, and say again what is said of the parts and of what they show."""
        self.setStyleSheet(window_style(current_theme()))
        explain_actions(self.actions_, self.docks)
        explain_parts(self, self.docks)
        self._strip.switch.setToolTip(self.actions_.framing.toolTip())
        self._status.show_weights(self.means.weights)
        self._show_reading(self.reader.reading)

    def _tell_settings(self) -> None:
        told = self.tr("Your choices can't be kept: the settings file can't be written.")
        self.tell(told)

    def _tell_full(self) -> None:
        self.tell(self.tr("The page is full: save it, or clear it"))

    def _warn_of_corrections(self, sentence: str) -> None:
        self.warn(self.tr("The correction was not kept"), sentence)

    def _show_reading(self, reading: Reading) -> None:
        """Show every step of a reading; the inspection sees to the unit looked at."""
        has_network = self.means.network is not None
        hint = "" if has_network else self.tr("No network: its weights could not be read")
        is_read = reading.activations is not None
        self._status.show_time(self.reader.milliseconds if is_read else None)
        self._strip.show_frames(reading.frames, self.means.framing)
        self._reading_panel.show_reading(reading, hint)
        self._maps.show_activations(reading.activations)

    def _show_means(self) -> None:
        """Show by which means is read."""
        self.actions_.framing.setChecked(self.means.framing is Framing.MNIST)
        self._status.show_weights(self.means.weights)

    def _show_history(self) -> None:
        self._reading_panel.chart.show_rows(self.history.rows)

    def _follow_page(self, change: Change) -> None:
        if not change.is_growth:
            self._update_actions()

    def _update_actions(self) -> None:
        self.actions_.undo.setEnabled(self.editor.can_undo)
        self.actions_.redo.setEnabled(self.editor.can_redo)
        actions = self.actions_
        takes = actions.cut, actions.copy, actions.copy_maps, actions.export_menu.menuAction()
        for action in (*takes, actions.clear):
            action.setEnabled(not self.editor.is_empty)

    def _order_tabs(self) -> None:
        follow_the_eye(self, self._workspace, self.docks)

    def _escape(self) -> None:
        """End a replay, or close the inspector, or with neither open clear the canvas."""
        if self.replays.end():
            return
        if self.selection.selected or self.selection.layer:
            self.selection.select(None)
        else:
            self.editor.clear()
