"""The main window: builds the parts and connects them."""

import time

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox

from lenet_gui import __version__
from lenet_gui.core.architecture import PARAMETERS
from lenet_gui.core.classifier import Classifier
from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import Framing, frame
from lenet_gui.core.reading import Reading
from lenet_gui.ui.canvas import Canvas
from lenet_gui.ui.editor import DrawingEditor
from lenet_gui.ui.icons import icon
from lenet_gui.ui.maps_panel import MapsPanel
from lenet_gui.ui.reading_panel import ReadingPanel
from lenet_gui.ui.strip import Strip
from lenet_gui.ui.theme import Theme, choose_theme
from lenet_gui.ui.toolbar import Toolbar
from lenet_gui.ui.workspace import Workspace

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
        self._framing = Framing.MNIST
        self.reading: Reading | None = None
        self._is_up = False
        self.editor = DrawingEditor(self)

        self._make_actions()
        self._canvas = Canvas(self.editor)
        self._toolbar = Toolbar(self._undo, self._redo, self._clear)
        self._strip = Strip()
        self._reading_panel = ReadingPanel()
        self._maps = MapsPanel()
        self._workspace = Workspace(
            self._toolbar, self._canvas, self._strip, self._reading_panel, self._maps
        )
        self._time = QLabel()
        self.setCentralWidget(self._workspace)
        self._make_menus()
        self._make_status_bar()
        self.setWindowTitle("lenet-gui")
        self.setMinimumSize(960, 640)
        self.resize(1280, 800)

        # Ink is painted with each event; readings wait until the events at hand are through.
        self._read_soon = QTimer(self, singleShot=True, interval=0)
        self._read_soon.timeout.connect(self._read)
        self._settle = QTimer(self, singleShot=True, interval=SETTLING)
        self._settle.timeout.connect(lambda: self.reading_settled.emit(self.reading))
        self.editor.drawing_changed.connect(self._read_soon.start)
        self.editor.stroke_extended.connect(self._read_soon.start)
        self.editor.drawing_changed.connect(self._update_actions)
        self._toolbar.pen_width_chosen.connect(self.editor.set_pen_width)
        self._strip.framing_chosen.connect(self._set_framing)
        self._framing_action.toggled.connect(self._strip.switch.setChecked)
        self._strip.switch.toggled.connect(self._framing_action.setChecked)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

        self.set_theme(theme_name)
        self._canvas.setFocus()
        self._read()

    def load_drawing(self, drawing: Drawing) -> None:
        """Put a drawing on the canvas and read it."""
        self.editor.load(drawing)
        self._toolbar.set_pen_width(self.editor.pen_width)
        self._read()

    def canvas_on_screen(self) -> QRect:
        """Return where the canvas is on the screen, in logical pixels."""
        return QRect(self._canvas.mapToGlobal(self._canvas.rect().topLeft()), self._canvas.size())

    def event(self, event: QEvent) -> bool:
        """Tell once that the window has come up."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._is_up:
            self._is_up = True
            QTimer.singleShot(0, self, self.painted.emit)
        return handled

    def set_theme(self, name: str) -> None:
        """Use the theme "light" or "dark", or with "system" the one of the desktop."""
        self._theme_name = name
        theme = choose_theme(name)
        QApplication.setPalette(theme.palette())
        self._workspace.set_theme(theme)
        self._colour_frame(theme)
        for action, name_ in ((self._undo, "undo"), (self._redo, "redo"), (self._clear, "clear")):
            action.setIcon(icon(name_, theme))

    # -- reading --------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the drawing as it stands and show every step."""
        drawing = self.editor.drawing
        hint = ""
        if self._classifier is None:
            frames = frame(drawing, self._framing)
            self.reading = Reading(frames)
            hint = self.tr("No network: its weights could not be read")
        else:
            start = time.perf_counter()
            self.reading = self._classifier.read(drawing, self._framing)
            milliseconds = 1000 * (time.perf_counter() - start)
            if self.reading.probabilities is not None:
                self._time.setText(self.tr("read in {0} ms").format(f"{milliseconds:.1f}"))
        self._strip.show_frames(self.reading.frames, self._framing)
        self._reading_panel.show_reading(self.reading, hint)
        self._maps.show_activations(self.reading.activations)
        self._settle.start()

    def _set_framing(self, framing: Framing) -> None:
        self._framing = framing
        self._read()

    # -- actions and menus ----------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._undo = self._action(self.tr("&Undo"), QKeySequence.StandardKey.Undo)
        self._undo.triggered.connect(self.editor.undo)
        self._redo = self._action(
            self.tr("&Redo"), QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")
        )
        self._redo.triggered.connect(self.editor.redo)
        self._clear = self._action(
            self.tr("&Clear"), QKeySequence(Qt.Key.Key_Delete), QKeySequence(Qt.Key.Key_Escape)
        )
        self._clear.triggered.connect(self.editor.clear)
        self._wider = self._action(self.tr("&Wider pen"), QKeySequence("]"))
        self._wider.triggered.connect(lambda: self._toolbar.step_pen_width(1))
        self._narrower = self._action(self.tr("&Narrower pen"), QKeySequence("["))
        self._narrower.triggered.connect(lambda: self._toolbar.step_pen_width(-1))
        self._framing_action = self._action(self.tr("&Frame like MNIST"), QKeySequence("Ctrl+M"))
        self._framing_action.setCheckable(True)
        self._framing_action.setChecked(True)
        self._quit = self._action(self.tr("&Quit"), QKeySequence(QKeySequence.StandardKey.Quit))
        self._quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._quit.triggered.connect(self.close)
        self._update_actions()

    def _action(self, text: str, *keys: QKeySequence | QKeySequence.StandardKey) -> QAction:
        """Make an action whose tooltip tells its keys."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        told = " / ".join(key.toString(key.SequenceFormat.NativeText) for key in action.shortcuts())
        name = text.replace("&", "")
        action.setToolTip(f"{name} ({told})")
        action.setStatusTip("")
        self.addAction(action)
        return action

    def _make_menus(self) -> None:
        menus = self.menuBar()
        menus.addMenu(self.tr("&File")).addAction(self._quit)
        edit = menus.addMenu(self.tr("&Edit"))
        edit.addActions([self._undo, self._redo])
        edit.addSeparator()
        edit.addAction(self._clear)
        edit.addSeparator()
        edit.addActions([self._wider, self._narrower])
        view = menus.addMenu(self.tr("&View"))
        view.addAction(self._framing_action)
        themes = view.addMenu(self.tr("&Theme"))
        group = QActionGroup(self)
        for name, text in (
            ("system", self.tr("&Follow the system")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ):
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == self._theme_name)
            action.triggered.connect(lambda _checked, name=name: self.set_theme(name))
        themes.addActions(group.actions())
        about = menus.addMenu(self.tr("&Help")).addAction(self.tr("&About lenet-gui"))
        about.setMenuRole(QAction.MenuRole.AboutRole)
        about.triggered.connect(self._show_about)

    def _make_status_bar(self) -> None:
        self._network = QLabel()
        if self._classifier is not None:
            metadata = self._classifier.network.weights.metadata
            name = metadata.get("name", self.tr("LeNet-5"))
            self._network.setText(self.tr("{0}, {1} parameters").format(name, f"{PARAMETERS:,}"))
        self.statusBar().addWidget(self._network)
        self.statusBar().addPermanentWidget(self._time)
        self.statusBar().setSizeGripEnabled(False)

    def _update_actions(self) -> None:
        self._undo.setEnabled(self.editor.can_undo)
        self._redo.setEnabled(self.editor.can_redo)
        self._clear.setEnabled(not self.editor.drawing.is_empty)

    def _colour_frame(self, theme: Theme) -> None:
        """Make the menu and status bars step back."""
        self.menuBar().setStyleSheet(
            f"QMenuBar {{ background: {theme.window}; padding: 2px 8px; }}"
            "QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }"
            f"QMenuBar::item:selected {{ background: {theme.hover}; }}"
        )
        self.statusBar().setStyleSheet(
            f"QStatusBar {{ border-top: 1px solid {theme.line}; }}"
            "QStatusBar::item { border: none; }"
            f"QLabel {{ color: {theme.muted}; padding: 2px 10px; }}"
        )

    def _follow_system(self) -> None:
        if self._theme_name == "system":
            self.set_theme("system")

    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About lenet-gui"),
            self.tr(
                "<h3>lenet-gui {0}</h3><p>Draw a digit, and LeNet-5 reads it: the network of"
                " LeCun, Bottou, Bengio and Haffner (1998), {1} parameters, every one of them"
                " in this program.</p>"
            ).format(__version__, f"{PARAMETERS:,}"),
        )
