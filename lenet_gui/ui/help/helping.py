"""The Help menu: shortcuts, tour, examples and About."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWhatsThis

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions

# Each dialog is imported when it opens: the window starts without them.
if TYPE_CHECKING:
    from lenet_gui.ui.help.tour import Step, Tour

TOURED = "toured"
"""Setting: whether this user has seen the tour."""


class Helping(QObject):
    """Opens what the Help menu offers, over the window."""

    def __init__(
        self,
        window: QMainWindow,
        editor: DrawingEditor,
        means: Means,
        actions: Actions,
        announcer: Announcer,
        settings: Settings,
        steps: "Callable[[], Sequence[Step]]",
        show: Callable[[Source], None],
        warn: Callable[[str, str], None],
    ) -> None:
        """Connect the actions; `steps` makes the tour's steps, `show` puts an example on canvas."""
        super().__init__(window)
        self._window, self._editor, self._means = window, editor, means
        self._announcer, self._settings, self._steps = announcer, settings, steps
        self._show, self._warn = show, warn
        self.tour: Tour | None = None
        """The tour, while it runs."""
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
            found = shortcut_list(self._window.menuBar(), self._window.actions())
            sheet = ShortcutSheet(found, self._window)
            sheet.show()
        sheet.raise_()
        sheet.activateWindow()

    def show_about(self) -> None:
        """Open the About box."""
        from lenet_gui.ui.help.about import About

        about = self._window.findChild(About)
        if about is None:
            about = About(self._means, self._window)
            about.show()
        about.raise_()
        about.activateWindow()

    @property
    def is_tour_due(self) -> bool:
        """Whether to start the tour unasked: at a user's first start, if there is a network."""
        return self._means.network is not None and not self._settings.flag(TOURED, False)

    def start_tour(self) -> None:
        """Start the tour, or go back to its first step."""
        from lenet_gui.ui.help.tour import Tour

        if self.tour is not None:
            self.tour.go_to(0)
            return
        self._settings.keep(TOURED, True)
        self.tour = Tour(
            self._window, self._steps(), self._editor, self._announcer, self.load_example,
            self.open_example,
        )  # fmt: skip
        self.tour.ended.connect(self._forget_tour)

    def end_tour(self) -> bool:
        """End the tour; return whether it ran."""
        if self.tour is None:
            return False
        self.tour.end()
        return True

    def open_example(self, digit: int) -> None:
        """Put the example of a digit on the canvas."""
        if (drawing := self.load_example(digit)) is not None:
            self._show(drawing)

    def load_example(self, digit: int) -> Drawing | None:
        """Return the example of a digit, or None after a warning."""
        try:
            return example(digit)
        except LenetGuiError as error:
            self._warn(self.tr("Can't open this example"), sentence_of(error))
            return None

    def _forget_tour(self) -> None:
        self.tour = None


def example(digit: int) -> Drawing:
    """Return the example of a digit. Raises LenetGuiError if it can't be read."""
    path = resource("assets", "examples", f"{digit}.lenet.json")
    try:
        return parse_drawing(path.read_bytes())
    except OSError as error:
        raise LenetGuiError("{0} can't be read: {1}.", path, error.strerror or error) from error
