"""The two panels beside the workspace, the lens column and the inspector, and their places."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from lenet_gui.ui.app.columns import Columns
from lenet_gui.ui.app.lens_list import INSIDE
from lenet_gui.ui.inspector.inspector_panel import InspectorPanel
from lenet_gui.ui.lenses.lens_column import LensColumn
from lenet_gui.ui.maps.selection import Selection


class Panels(QObject):
    """Keeps the inspector with the lens that it belongs to, and puts both back into place."""

    def __init__(
        self,
        columns: Columns,
        lenses: LensColumn,
        inspector: InspectorPanel,
        selection: Selection,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._columns, self._lenses = columns, lenses
        self._inspector, self._selection = inspector, selection
        inspector.changed.connect(self._show_inspector)
        lenses.closed.connect(self._close_inspector)

    @property
    def actions(self) -> list[QAction]:
        """The actions that open, close and float the panels."""
        return [*self._lenses.place_actions, *self._inspector.place_actions]

    def reset(self) -> None:
        """Put the lens and the inspector into their first places, the inspector closed."""
        self.put_back()
        self._columns.set_share(0)
        self._lenses.show_lens(INSIDE)

    def put_back(self) -> None:
        """Put the panels back into the window, the inspector closed."""
        for panel in (self._lenses, self._inspector):
            panel.set_floating(False)
        self._selection.select(None)
        self._inspector.set_open(False)

    def _show_inspector(self) -> None:
        """Show the lens that the inspector belongs to, unless it has a window of its own."""
        if self._inspector.is_open and not self._inspector.is_floating:
            self._lenses.show_lens(INSIDE)

    def _close_inspector(self) -> None:
        """Close the inspector with the column that it is in: else it would be open unseen."""
        if self._inspector.is_open and not self._inspector.is_floating:
            self._inspector.open_action.trigger()
