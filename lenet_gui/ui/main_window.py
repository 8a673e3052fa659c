"""The main window: builds the parts and connects them."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox

from lenet_gui.core.classifier import Classifier
from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import Framing, frame
from lenet_gui.core.network import LeNet5
from lenet_gui.core.reading import Reading
from lenet_gui.core.verdict import Verdict
from lenet_gui.core.weights import load_weights
from lenet_gui.errors import LenetGuiError
from lenet_gui.figure.colours import BLUE_ORANGE
from lenet_gui.resources import default_weights
from lenet_gui.ui.about import show_about
from lenet_gui.ui.actions import Actions
from lenet_gui.ui.canvas import Canvas
from lenet_gui.ui.colour_scale import ColourScale
from lenet_gui.ui.editor import DrawingEditor
from lenet_gui.ui.export_menu import Exporter
from lenet_gui.ui.inspector import Inspector
from lenet_gui.ui.maps_panel import MapsPanel
from lenet_gui.ui.reading_panel import ReadingPanel
from lenet_gui.ui.selection import Selection
from lenet_gui.ui.status_bar import StatusBar
from lenet_gui.ui.strip import Strip
from lenet_gui.ui.theme import Theme, choose_theme
from lenet_gui.ui.toolbar import Toolbar
from lenet_gui.ui.unit_outline import outline_on_canvas
from lenet_gui.ui.unit_text import describe
from lenet_gui.ui.workspace import Workspace

if TYPE_CHECKING:
    from lenet_gui.core.record import Record

FRAME = 8
"""Milliseconds that a reading may take without the next one having to wait."""
SETTLING = 300
"""Milliseconds without a change after which a reading counts as settled."""


class MainWindow(QMainWindow):
    """A canvas and everything that follows from what is on it.

    With no classifier (its weights could not be read) the window still draws and frames.
    """

    painted = Signal()
    """The window has been painted for the first time and takes strokes."""
    reading_settled = Signal(Reading)
    """The reading has not changed for SETTLING milliseconds."""

    def __init__(self, classifier: Classifier | None, theme_name: str = "system") -> None:
        super().__init__()
        self._classifier = classifier
        self._theme_name = theme_name
        self._signed_map = BLUE_ORANGE
        self._theme = choose_theme(theme_name)
        self._framing = Framing.MNIST
        self.reading: Reading | None = None

        self.editor = DrawingEditor(self)
        self.selection = Selection(self)
        self.scale = ColourScale(self)
        self._actions = Actions(self)
        self._canvas = Canvas(self.editor)
        self._toolbar = Toolbar(self._actions.undo, self._actions.redo, self._actions.clear)
        self._strip = Strip()
        self._strip.switch.setToolTip(self._actions.framing.toolTip())
        self._reading_panel = ReadingPanel()
        self._maps = MapsPanel(self.selection, self.scale, self._actions.scale_menu)
        self._inspector = Inspector()
        self._workspace = Workspace(
            self._toolbar,
            self._canvas,
            self._strip,
            self._reading_panel,
            self._maps,
            self._inspector,
        )
        self._status = StatusBar()
        self.exporter = Exporter(
            self, self.record, self.selection, self.scale, lambda: self._theme, self.warn
        )
        self.exporter.fill(self._actions.export_menu, self._actions.copy)
        self.setCentralWidget(self._workspace)
        self._workspace.installEventFilter(self)
        self.setStatusBar(self._status)
        self._actions.fill(self.menuBar())
        self.setWindowTitle("lenet-gui")
        self.setMinimumSize(960, 640)
        self.resize(1280, 800)

        # Ink is painted with each event; readings wait until the events at hand are through.
        self.read_timer = QTimer(self, singleShot=True, interval=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLING)
        self._connect()

        self._status.show_weights(classifier.network.weights if classifier else None)
        self.set_theme(theme_name)
        self._update_actions()
        self._canvas.setFocus()
        self._read()

    def _connect(self) -> None:
        self.read_timer.timeout.connect(self._read)
        self._settle.timeout.connect(lambda: self.reading_settled.emit(self.reading))
        self.editor.drawing_changed.connect(self._read_later)
        self.editor.stroke_extended.connect(self._read_later)
        self.editor.drawing_changed.connect(self._update_actions)
        self.editor.gesture_begun.connect(self._update_actions)
        self.selection.changed.connect(self._show_unit)
        self.selection.picked.connect(self._inspect)
        self._inspector.closed.connect(lambda: self.selection.select(None))
        self._inspector.enlarged.connect(self._enlarge)
        self._inspector.unit_hovered.connect(self.selection.hover)
        self._inspector.unit_picked.connect(self.selection.select)
        self._toolbar.pen_width_chosen.connect(self.editor.set_pen_width)
        self._strip.framing_chosen.connect(self._set_framing)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

        actions = self._actions
        actions.undo.triggered.connect(self.editor.undo)
        actions.redo.triggered.connect(self.editor.redo)
        actions.clear.triggered.connect(self.editor.clear)
        actions.escape.triggered.connect(self._escape)
        actions.wider.triggered.connect(lambda: self._toolbar.step_pen_width(1))
        actions.narrower.triggered.connect(lambda: self._toolbar.step_pen_width(-1))
        actions.framing.toggled.connect(self._strip.switch.setChecked)
        self._strip.switch.toggled.connect(actions.framing.setChecked)
        actions.theme_chosen.connect(self.set_theme)
        actions.span_chosen.connect(self.scale.set_span)
        actions.lock_scale.toggled.connect(self.scale.set_locked)
        actions.colours_chosen.connect(self._set_signed_map)
        actions.open_weights.triggered.connect(self._choose_weights)
        actions.shipped_weights.triggered.connect(lambda: self.open_weights(default_weights()))
        actions.about.triggered.connect(lambda: show_about(self))
        actions.quit.triggered.connect(self.close)

    def load_drawing(self, drawing: Drawing) -> None:
        """Put a drawing on the canvas and read it."""
        self.editor.load(drawing)
        self._toolbar.set_pen_width(self.editor.pen_width)
        self._read()

    def record(self) -> "Record | None":
        """Return all that there is of the reading, to be kept; None where nothing was read."""
        from lenet_gui.ui.exporting import make_record

        if self.reading is None or self.reading.activations is None or self._classifier is None:
            return None
        weights = self._classifier.network.weights
        return make_record(self.editor.drawing, self._framing, self.reading, weights)

    def open_weights(self, path: Path) -> None:
        """Read with other weights; where they can't be opened, say so and keep the present ones."""
        # Not needed to come up: other programs' formats are only known when one is opened.
        from lenet_gui.foreign_weights import read_foreign_weights

        try:
            shipped = path == default_weights()
            weights = load_weights(path) if shipped else read_foreign_weights(path)
            self._classifier = Classifier(LeNet5(weights))
        except LenetGuiError as error:
            self.warn(self.tr("These weights can't be used"), str(error))
            return
        self._status.show_weights(weights)
        self._read()

    def warn(self, title: str, message: str, hint: str = "") -> None:
        """Show a sentence in a dialog that does not hold the program up."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, message, parent=self)
        box.setInformativeText(hint)
        box.open()

    def canvas_on_screen(self) -> QRect:
        """Return where the canvas is on the screen, in logical pixels."""
        return QRect(self._canvas.mapToGlobal(self._canvas.rect().topLeft()), self._canvas.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first painting, and watch no longer."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def set_theme(self, name: str) -> None:
        """Use the theme "light" or "dark", or with "system" the one of the desktop."""
        self._theme_name = name
        self._theme = theme = choose_theme(name, self._signed_map)
        QApplication.setPalette(theme.palette())
        self._workspace.set_theme(theme)
        self._status.set_theme(theme)
        self._actions.set_theme(name, theme)
        self.menuBar().setStyleSheet(_menu_style(theme))

    def _read_later(self) -> None:
        """Read when it is time; ink that comes meanwhile does not put it off."""
        if not self.read_timer.isActive():
            self.read_timer.start()

    def _read(self) -> None:
        """Read the drawing as it stands and show every step."""
        drawing = self.editor.drawing
        hint = ""
        if self._classifier is None:
            frames = frame(drawing, self._framing)
            verdict = Verdict.EMPTY if frames.is_empty else Verdict.UNREAD
            self.reading = Reading(frames, verdict=verdict)
            hint = self.tr("No network: its weights could not be read")
        else:
            start = time.perf_counter()
            self.reading = self._classifier.read(drawing, self._framing)
            milliseconds = 1000 * (time.perf_counter() - start)
            if self.reading.activations is not None:
                self._status.show_time(milliseconds)
            # A scribble of a thousand lines takes long to read: ink gets every second moment.
            self.read_timer.setInterval(int(milliseconds) if milliseconds > FRAME else 0)
        self._strip.show_frames(self.reading.frames, self._framing)
        self._reading_panel.show_reading(self.reading, hint)
        self._maps.show_activations(self.reading.activations)
        self._show_unit()
        self._inspect()
        self._settle.start()

    def _show_unit(self) -> None:
        """Tell about the unit looked at, and outline what it sees of the ink."""
        assert self.reading is not None
        activations = self.reading.activations
        unit = self.selection.shown
        if unit is None:
            self._status.show_unit("")
            self._canvas.show_outline(None)
            return
        value = None if activations is None else unit.value(activations)
        self._status.show_unit(describe(unit, value))
        self._canvas.show_outline(outline_on_canvas(unit, self.reading.frames.fit))

    def _inspect(self) -> None:
        """Take the picked unit apart, or explain the picked layer, as they stand."""
        assert self.reading is not None
        activations = self.reading.activations
        picked = self.selection.selected
        network = self._classifier.network if self._classifier else None
        self._workspace.open_inspector(bool(picked or self.selection.layer))
        if picked is not None and self.selection.is_large and picked.layer.size > 1:
            self._inspector.show_map(picked, activations)
        elif picked is not None:
            self._inspector.show_unit(picked, network, activations)
        elif self.selection.layer is not None:
            self._inspector.show_layer(self.selection.layer, network)

    def _enlarge(self, is_large: bool) -> None:
        """Show the picked unit's whole map, or its sum again."""
        picked = self.selection.selected
        if picked is not None:
            (self.selection.enlarge if is_large else self.selection.select)(picked)

    def _set_framing(self, framing: Framing) -> None:
        self._framing = framing
        self._read()

    def _update_actions(self) -> None:
        self._actions.undo.setEnabled(self.editor.can_undo)
        self._actions.redo.setEnabled(self.editor.can_redo)
        for action in (self._actions.copy, self._actions.export_menu.menuAction()):
            action.setEnabled(not self.editor.is_empty)
        self._actions.clear.setEnabled(not self.editor.is_empty)

    def _escape(self) -> None:
        """Close the inspector, or with none open clear the canvas."""
        if self.selection.selected or self.selection.layer:
            self.selection.select(None)
        else:
            self.editor.clear()

    def _set_signed_map(self, name: str) -> None:
        self._signed_map = name
        self.set_theme(self._theme_name)

    def _follow_system(self) -> None:
        if self._theme_name == "system":
            self.set_theme("system")

    def _choose_weights(self) -> None:
        kinds = self.tr("Weights (*.safetensors *.pt *.pth *.h5 *.keras);;All files (*)")
        dialog = QFileDialog(self, self.tr("Open weights"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_weights(Path(name)))
        dialog.open()


def _menu_style(theme: Theme) -> str:
    """Make the menu bar step back."""
    return (
        f"QMenuBar {{ background: {theme.window}; padding: 2px 8px; }}"
        "QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }"
        f"QMenuBar::item:selected {{ background: {theme.hover}; }}"
    )
