"""What the Help menu opens. Each is imported when it is opened: the window comes up without."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWhatsThis

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings

if TYPE_CHECKING:
    from lenet_gui.ui.app.main_window import MainWindow
    from lenet_gui.ui.help.tour import Tour
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.resources import resource

TOURED = "toured"
"""Setting: whether this user was shown around."""


class Helping(QObject):
    """Opens the window's help."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.tour: Tour | None = None
        """The tour, while it goes on."""
        actions = window.actions_
        actions.shortcuts.triggered.connect(self.show_shortcuts)
        actions.whats_this.triggered.connect(QWhatsThis.enterWhatsThisMode)
        actions.about.triggered.connect(self.show_about)
        actions.tour.triggered.connect(self.start_tour)
        for digit in range(CLASSES):
            entry = actions.examples_menu.addAction(f"&{digit}")
            entry.triggered.connect(lambda *_, digit=digit: self.open_example(digit))

    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""
        from lenet_gui.ui.help.shortcuts import ShortcutSheet, shortcut_list

        sheet = self._window.findChild(ShortcutSheet)
        if sheet is None:
            sheet = ShortcutSheet(shortcut_list(self._window), self._window)
            sheet.show()
        sheet.raise_()
        sheet.activateWindow()

    def show_about(self) -> None:
        """Open the About box."""
        from lenet_gui.ui.help.about import About

        about = self._window.findChild(About)
        if about is None:
            about = About(self._window.means.weights, self._window)
            about.show()
        about.raise_()
        about.activateWindow()

    def offer_tour(self) -> None:
        """Start the tour once the window is painted, at a user's very first start."""
        if self._window.means.network is not None and not Settings().flag(TOURED, False):
            self._window.painted.connect(self.start_tour)

    def start_tour(self) -> None:
        """Show the user around, from the beginning."""
        from lenet_gui.ui.help.tour import Tour

        if self.tour is not None:
            self.tour.go_to(0)
            return
        settings = Settings()
        settings.keep(TOURED, True)
        settings.write()
        self.tour = Tour(self._window, self.open_example)
        self.tour.ended.connect(self._forget_tour)

    def end_tour(self) -> None:
        """End the tour, if it goes on."""
        if self.tour is not None:
            self.tour.end()

    def open_example(self, digit: int) -> None:
        """Put the example of a digit on the canvas."""
        from lenet_gui.ui.help.helping import example

        try:
            self._window.files.show(example(digit))
        except LenetGuiError as error:
            self._window.warn(self.tr("This example can't be opened"), sentence_of(error))

    def _forget_tour(self) -> None:
        self.tour = None


def example(digit: int) -> Drawing:
    """Return the example of a digit. Raises LenetGuiError where it can't be read."""
    path = resource("assets", "examples", f"{digit}.lenet.json")
    try:
        return parse_drawing(path.read_bytes())
    except OSError as error:
        raise LenetGuiError("{0} can't be read: {1}.", path, error.strerror or error) from error
