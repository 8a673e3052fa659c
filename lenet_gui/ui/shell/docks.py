"""Where the panels lie around the workspace: the maps at the right, the inspector below."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dock import Dock
from lenet_gui.ui.kit.theme import UNIT

VERSION = 1
"""Of saved layouts: another one is not restored."""
MAPS_SHARE = 0.456
"""Share of the window's width that the maps take at first."""
INSPECTOR_SHARE = 0.315
"""Share of its height that the inspector takes."""
MAPS_BAR, INSPECTOR_BAR = QSize(UNIT, 6 * UNIT), QSize(2 * UNIT, 4 * UNIT)
"""Left margin and height of the title bars: the first stands level with the toolbar."""


class Docks(QObject):
    """Both panels; they keep their share of the window when that changes its size."""

    height_taken = Signal(bool)
    """Whether the inspector takes height from what is above or below it."""

    def __init__(self, window: QMainWindow, maps: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._size = QSize()
        self.maps = Dock("maps", MAPS_BAR, window)
        self.maps.setWidget(maps)
        self.inspector = Dock("inspector", INSPECTOR_BAR, window)
        self._shares = {self.maps: MAPS_SHARE, self.inspector: INSPECTOR_SHARE}
        for dock in self._shares:
            dock.installEventFilter(self)
        for signal in (
            self.inspector.visibilityChanged,
            self.inspector.topLevelChanged,
            self.inspector.dockLocationChanged,
        ):
            signal.connect(self._tell_height)
        window.setAnimated(False)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.reset()
        follow_appearance(self._name)

    def _name(self) -> None:
        self.maps.name(self.tr("Inside the network"))
        self.inspector.name(self.tr("Inspector"))

    def actions(self) -> list[QAction]:
        """Return what shows and hides each panel."""
        return [dock.toggleViewAction() for dock in self._shares]

    def reset(self) -> None:
        """Put both where they belong: the maps open, the inspector closed until it is wanted."""
        areas = {
            self.maps: Qt.DockWidgetArea.RightDockWidgetArea,
            self.inspector: Qt.DockWidgetArea.BottomDockWidgetArea,
        }
        self._size = QSize()
        for dock, area in areas.items():
            dock.setFloating(False)
            self._window.addDockWidget(area, dock)
        self._shares = {self.maps: MAPS_SHARE, self.inspector: INSPECTOR_SHARE}
        self.maps.show()
        self.inspector.hide()
        self.fit()

    def save(self) -> QByteArray:
        """Return the layout as bytes."""
        return self._window.saveState(VERSION)

    def restore(self, saved: QByteArray) -> None:
        """Bring a saved layout back; bytes that are none change nothing."""
        self._window.restoreState(saved, VERSION)

    def raise_floating(self) -> None:
        """Bring panels that float before the window, which comes up after them."""
        for dock in self._shares:
            if dock.isFloating() and not dock.isHidden():
                dock.raise_()

    def open_inspector(self) -> None:
        """Show the inspector, wherever it is."""
        if self.inspector.isHidden():
            self._size = QSize()  # the size it comes up with is nobody's choice
            self.inspector.show()
            self.fit()

    def fit(self) -> None:
        """Give each docked panel its share of the window; called when that has a new size."""
        for dock in self._shares:
            if self._is_docked(dock):
                whole, direction = self._along(dock)
                self._window.resizeDocks([dock], [round(self._shares[dock] * whole)], direction)
        self._size = self._window.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a panel that got another size while the window kept its own: a new share."""
        is_resized = event.type() == QEvent.Type.Resize and self._window.size() == self._size
        if is_resized and isinstance(watched, Dock) and self._is_docked(watched):
            whole, direction = self._along(watched)
            is_across = direction == Qt.Orientation.Horizontal
            self._shares[watched] = (watched.width() if is_across else watched.height()) / whole
        return super().eventFilter(watched, event)

    def _tell_height(self) -> None:
        if not isValid(self._window):  # which hides its panels when it is destroyed itself
            return
        dock = self.inspector
        is_upright = self._along(dock)[1] == Qt.Orientation.Vertical
        self.height_taken.emit(self._is_docked(dock) and is_upright)

    @staticmethod
    def _is_docked(dock: Dock) -> bool:
        return not (dock.isHidden() or dock.isFloating())

    def _along(self, dock: Dock) -> tuple[int, Qt.Orientation]:
        """Return the window's length along which a panel's size can be chosen, and which it is."""
        area = self._window.dockWidgetArea(dock)
        if area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea):
            return self._window.width(), Qt.Orientation.Horizontal
        return self._window.height(), Qt.Orientation.Vertical
