"""The panels around the workspace: what a panel is, and the docks that hold them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dock import Dock

VERSION = 1
"""Version of saved layouts; others are not restored."""
BELOW = Qt.DockWidgetArea.BottomDockWidgetArea

Words = Callable[[], str]
"""Returns a text in the current language."""
Show = Callable[[Reading], None]
"""Shows a reading."""


@dataclass(frozen=True)
class Introduction:
    """A panel's step in the tour; `prepare` brings what the text is about into the panel."""

    title: Words
    text: Words
    prepare: Callable[["Docks"], None]


@dataclass(frozen=True)
class Panel:
    """The definition of a panel: its dock, menu entry, shortcut and tour step follow from it."""

    id: str
    """Its name in saved layouts."""
    title: Words
    """Its heading and its entry in the View menu."""
    hint: Words
    """A sentence for the entry, shown in the status bar."""
    explanation: Words
    """A sentence for “What's this?”."""
    fill: Callable[[Dock], Show]
    """Makes the content when the panel first opens; what it returns shows a reading there.

    It is called with each new reading, and when the panel opens, but not while it is hidden.
    """
    area: Qt.DockWidgetArea
    """Its initial dock area. Panels below take height from the workspace."""
    share: float
    """Its initial share of the window's width, or height."""
    bar: QSize
    """Left margin and height of its title bar, in logical pixels."""
    is_open: bool = True
    """Whether it is open initially."""
    shortcut: str = ""
    """The keys that show and hide it, as QKeySequence reads them."""
    introduction: Introduction | None = None


class Docks(QObject):
    """Holds the panels; they keep their share of the window when its size changes."""

    height_taken = Signal(bool)
    """Whether a panel below takes height from the workspace."""
    changed = Signal()
    """A panel was filled, docked or floated: there is something else to focus."""

    def __init__(self, window: QMainWindow, panels: Sequence[Panel]) -> None:
        """Dock the panels in their initial places; `restore` fills those that are open."""
        super().__init__(window)
        self._window = window
        self._size = QSize()
        self._panels = {Dock(panel.id, panel.bar, window): panel for panel in panels}
        self._shares: dict[Dock, float] = {}
        self._shows: dict[Dock, Show] = {}
        self._covered: set[Dock] = set()
        self._reading: Reading | None = None
        for dock, panel in self._panels.items():
            dock.toggleViewAction().setShortcut(panel.shortcut)
            dock.installEventFilter(self)
            dock.visibilityChanged.connect(partial(self._follow, dock))
            dock.topLevelChanged.connect(self.changed)
            if panel.area == BELOW:
                dock.visibilityChanged.connect(self._measure)
                dock.topLevelChanged.connect(self._measure)
                dock.dockLocationChanged.connect(self._measure)
        window.setAnimated(False)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.reset()
        follow_appearance(self._name)

    def __getitem__(self, id: str) -> Dock:  # noqa: A002
        """Return a panel's dock. Raises KeyError if there is no such panel."""
        for dock, panel in self._panels.items():
            if panel.id == id:
                return dock
        raise KeyError(id)

    def __iter__(self) -> Iterator[Dock]:
        """Yield the docks in the order of the list of panels."""
        return iter(self._panels)

    @property
    def introductions(self) -> list[tuple[Dock, Introduction]]:
        """The docks that the tour introduces, in the order of the list of panels."""
        return [
            (dock, panel.introduction)
            for dock, panel in self._panels.items()
            if panel.introduction is not None
        ]

    def actions(self) -> list[QAction]:
        """Return the actions that show and hide each panel."""
        return [dock.toggleViewAction() for dock in self]

    # -- layout ---------------------------------------------------------------------------------

    def reset(self) -> None:
        """Put each panel in its initial place, open or closed."""
        self._size = QSize()
        for dock, panel in self._panels.items():
            dock.setFloating(False)
            self._window.addDockWidget(panel.area, dock)
            self._shares[dock] = panel.share
        for dock, panel in self._panels.items():
            dock.setVisible(panel.is_open)
        self.fit()

    def save(self) -> QByteArray:
        """Return the layout as bytes."""
        return self._window.saveState(VERSION)

    def restore(self, saved: QByteArray) -> None:
        """Restore a saved layout, unless it is empty, and fill the panels that are open."""
        self._window.restoreState(saved, VERSION)
        for dock in self:
            if not dock.isHidden():
                self._fill(dock)

    def raise_floating(self) -> None:
        """Raise floating panels above the window, which is shown after them."""
        for dock in self:
            if dock.isFloating() and not dock.isHidden():
                dock.raise_()

    def set_open(self, id: str, is_open: bool) -> None:  # noqa: A002
        """Show a panel, wherever it lies; or hide it, unless it floats and takes no room."""
        dock = self[id]
        if is_open and dock.isHidden():
            self._size = QSize()  # the user did not choose its size
            dock.show()
            self.fit()
        elif not is_open and not dock.isFloating():
            dock.hide()

    def fit(self) -> None:
        """Give each docked panel its share of the window; called when the window is resized."""
        for dock in self:
            if self._is_docked(dock):
                whole, direction = self._along(dock)
                self._window.resizeDocks([dock], [round(self._shares[dock] * whole)], direction)
        self._size = self._window.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the new size of a panel as its share, if the window kept its own size."""
        is_resized = event.type() == QEvent.Type.Resize and self._window.size() == self._size
        if is_resized and isinstance(watched, Dock) and self._is_docked(watched):
            whole, direction = self._along(watched)
            is_across = direction == Qt.Orientation.Horizontal
            self._shares[watched] = (watched.width() if is_across else watched.height()) / whole
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        """Emit whether a panel below takes height from the workspace."""
        if not isValid(self._window):  # a window that is destroyed hides its panels
            return
        self.height_taken.emit(
            any(
                self._is_docked(dock) and self._along(dock)[1] == Qt.Orientation.Vertical
                for dock, panel in self._panels.items()
                if panel.area == BELOW
            )
        )

    @staticmethod
    def _is_docked(dock: Dock) -> bool:
        return not (dock.isHidden() or dock.isFloating())

    def _along(self, dock: Dock) -> tuple[int, Qt.Orientation]:
        """Return the window's length in the direction in which a panel can be resized."""
        area = self._window.dockWidgetArea(dock)
        if area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea):
            return self._window.width(), Qt.Orientation.Horizontal
        return self._window.height(), Qt.Orientation.Vertical

    # -- content --------------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Show a reading in each panel that can be seen; the others get it when they open."""
        self._reading = reading
        for dock, show in self._shows.items():
            if not dock.isHidden() and dock not in self._covered:
                show(reading)

    def _follow(self, dock: Dock, is_visible: bool) -> None:
        """Fill a panel that opens, and show it the reading that it missed."""
        if not isValid(self._window):
            return
        if not is_visible:
            self._covered.add(dock)  # closed, or behind another tab
            return
        self._covered.discard(dock)
        self._fill(dock)
        if self._reading is not None:
            self._shows[dock](self._reading)

    def _fill(self, dock: Dock) -> None:
        if dock not in self._shows:
            self._shows[dock] = self._panels[dock].fill(dock)
            self.changed.emit()

    def _name(self) -> None:
        for dock, panel in self._panels.items():
            dock.name(panel.title())
            dock.setWhatsThis(panel.explanation())
            explain(dock.toggleViewAction(), panel.hint())
