"""The right column: a segmented row at its head, and below it the lens that was chosen there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget, QWidget

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.icons import switch_icon
from lenet_gui.ui.kit.panel import Panel
from lenet_gui.ui.kit.segments import Segments
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.lenses.lens import Lens, LensView

HEAD = 40
"""Height of the head in logical pixels: level with the toolbar."""


class LensColumn(Panel):
    """Shows one lens at a time; those that are hidden cost nothing."""

    def __init__(self, window: QMainWindow, lenses: Sequence[Lens]) -> None:
        """Make a closed column with the first of the lenses chosen; `show_lens` makes its view."""
        self._lenses = {lens.id: lens for lens in lenses}
        self._views: dict[str, LensView] = {}
        self._chosen = lenses[0].id
        self._reading: Reading | None = None
        self.lens_actions = QActionGroup(window)
        """An action for each lens, in their order: Ctrl+1, Ctrl+2 …"""
        for number, lens in enumerate(lenses, start=1):
            action = self.lens_actions.addAction(QAction(window))
            action.setData(lens.id)
            action.setCheckable(True)
            action.setChecked(lens.id == self._chosen)
            action.setShortcut(f"Ctrl+{number}")
            action.setIconVisibleInMenu(False)  # the check mark has that place
            window.addAction(action)
        self._stack = QStackedWidget()
        super().__init__("lenses", window)
        self.head.setFixedHeight(HEAD)
        self.set_margins(QMargins(0, UNIT, 2 * UNIT, UNIT))
        self.add_to_head(Segments(self.lens_actions))
        filler = QWidget()
        filler.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        filler.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # drags the window
        self.add_to_head(filler, 1)
        self.set_body(self._stack)
        self.lens_actions.triggered.connect(lambda action: self.show_lens(action.data()))
        self.changed.connect(self._fill)
        self.shown.connect(self._show_current)
        follow_appearance(self._name)

    @property
    def lens(self) -> str:
        """The id of the lens that was chosen."""
        return self._chosen

    def show_lens(self, id: str) -> None:  # noqa: A002
        """Open the column with a lens. Raises KeyError if there is no such lens."""
        self.choose(id)
        self.set_open(True)
        self._show_current()

    def choose(self, id: str) -> None:  # noqa: A002
        """Choose a lens, and show it if the column is open. Raises KeyError if there is none."""
        self._chosen = self._lenses[id].id
        for action in self.lens_actions.actions():
            action.setChecked(action.data() == id)
        self._fill()

    def show_reading(self, reading: Reading) -> None:
        """Show a reading in the lens, if it can be seen; or else as soon as it can."""
        self._reading = reading
        self._show_current()

    def step_back(self) -> bool:
        """Let the lens that is seen take one step back; return whether it had one to take."""
        view = self._views.get(self._chosen)
        return view is not None and view.isVisible() and view.step_back()

    def may_close(self, go: Callable[[], None]) -> bool:
        """Return whether no lens would lose anything; else one asks, and calls `go` afterwards."""
        return all(view.may_close(go) for view in self._views.values())

    def _show_current(self) -> None:
        if self._reading is not None and self.isVisible() and self._chosen in self._views:
            self._views[self._chosen].show_reading(self._reading)

    def _fill(self) -> None:
        """Make the chosen lens's view, if the column is open."""
        if self.is_open and self._chosen not in self._views:
            view = self._views[self._chosen] = self._lenses[self._chosen].make()
            view.setWhatsThis(self._lenses[self._chosen].explanation())
            self._stack.addWidget(view)
            self.changed.emit()
        if self._chosen in self._views:
            self._stack.setCurrentWidget(self._views[self._chosen])

    def _name(self) -> None:
        for action in self.lens_actions.actions():
            lens = self._lenses[action.data()]
            action.setText(lens.title())
            action.setIconText(lens.title())
            keys = action.shortcut().toString()
            action.setToolTip(f"{lens.title()} ({keys})")
            action.setIcon(switch_icon(lens.icon, current_theme()))
            explain(action, lens.hint())
        for id_, view in self._views.items():
            view.setWhatsThis(self._lenses[id_].explanation())
        self.name(self.tr("Lens"))
        self.setWhatsThis(self.tr("The network through one lens at a time: choose it in the row."))
        explain(self.open_action, self.tr("Show or hide the right column"))
        explain(self.float_action, self.tr("Show the right column in a window of its own"))
