"""The lens Inside: all layers, and the inspector in a place of its own or sharing theirs."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QVBoxLayout,
)

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.inspector.inspector_panel import InspectorPanel
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.tabs import Tabs
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import UprightScrollArea
from lenet_gui.ui.lenses.lens import LensView
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.selection import Selection

LEAST_WIDTH = 24
"""Lines of text that each part must be wide, to stand beside the other."""
LEAST_MAPS, LEAST_INSPECTOR = 18, 22
"""Lines of text that each part must be high, to stand above or below the other."""
BRIEF = 20
"""Lines of text below whose width the scale is named by a few signs."""
NO_LIMIT = 16_777_215
"""Qt's largest height of a widget."""
INSPECTOR_SHARE = 0.4
"""The inspector's share of the place at first."""


class Places(Enum):
    """Where the layers and the inspector are."""

    ALONE = auto()
    """The layers have all the room."""
    TABS = auto()
    """They share it: one is shown at a time."""
    BELOW = auto()
    BESIDE = auto()


class Inside(LensView):
    """Lays out the layers and the inspector so that neither hides more than it must."""

    def __init__(
        self,
        selection: Selection,
        scale: ChosenScale,
        scale_menu: QMenu,
        copy_maps: QAction,
        inspector: InspectorPanel,
        network: Callable[[], LeNet5 | None],
    ) -> None:
        """Make the view; `inspector` is put beside the layers when it is opened.

        `network` returns the one that readings are made with.
        """
        super().__init__()
        self._selection, self._inspector = selection, inspector
        self._places = Places.ALONE
        self._shows_inspector = False
        self.maps = MapsPanel(selection, scale, scale_menu, copy_maps, network)
        self._scrolled = UprightScrollArea(self.maps)
        self._tabs = Tabs()
        self._tabs.chosen.connect(self._choose_tab)
        self._tabs.closed.connect(inspector.open_action.trigger)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._tabs, 1)
        row.addWidget(self.maps.scale_button)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(UNIT)
        self._split.addWidget(self._scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(row)
        column.addWidget(self._split, 1)
        inspector.home = self._take_in
        inspector.changed.connect(self.arrange)
        inspector.titled.connect(self._name)
        selection.picked.connect(self._follow_picked)
        follow_appearance(self._name)
        if not inspector.is_floating:
            self._take_in()

    def show_reading(self, reading: Reading) -> None:
        """Show all layers' activations, and which maps are off."""
        self.maps.show_off(reading.off)
        self.maps.show_activations(reading.activations)

    @property
    def places(self) -> Places:
        """Where the layers and the inspector are now."""
        return self._places

    def _name(self) -> None:
        self._tabs.name(self.tr("Layers"), self._inspector.title, self.tr("Close the inspector"))

    # -- places ---------------------------------------------------------------------------------

    def _take_in(self) -> None:
        """Put the inspector into its place."""
        self._split.addWidget(self._inspector)
        self._scrolled.stackUnder(self._inspector)  # the tab key comes to the layers first
        self.arrange()

    def _follow_picked(self) -> None:
        """Bring the inspector to the front when something is picked."""
        self._choose_tab(is_second=self._inspector.is_open)

    def _choose_tab(self, is_second: bool) -> None:
        self._shows_inspector = is_second
        self.arrange()

    def arrange(self) -> None:
        """Choose the places, and show what is in front."""
        self.maps.shorten_scale(self.width() < BRIEF * self.fontMetrics().height())
        places = self._best_places()
        if places is not self._places:
            is_new = self._places not in (Places.BELOW, Places.BESIDE)
            self._places = places
            down = places is not Places.BESIDE
            self._split.setOrientation(
                Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal
            )
            if is_new and places in (Places.BELOW, Places.BESIDE):
                whole = self._split.height() if down else self._split.width()
                least = (LEAST_INSPECTOR if down else LEAST_WIDTH) * self.fontMetrics().height()
                inspector = max(round(INSPECTOR_SHARE * whole), least)
                self._split.setSizes([whole - inspector, inspector])
        is_tabs = places is Places.TABS
        is_second = is_tabs and self._shows_inspector
        self._tabs.show_second(is_tabs)
        self._tabs.choose(is_second)
        self._shrink_maps(self._picked_layer() if is_second else None)
        self._scrolled.setVisible(not is_second or self._picked_layer() is not None)
        self._inspector.head.setVisible(not is_tabs)
        if not self._inspector.is_floating:
            is_open = self._inspector.is_open
            self._inspector.setVisible(is_open and (self._shows_inspector or not is_tabs))

    def _picked_layer(self) -> Layer | None:
        picked = self._selection.selected
        return self._selection.layer if picked is None else picked.layer

    def _shrink_maps(self, layer: Layer | None) -> None:
        """Leave only a strip of one layer above the inspector; None shows all layers."""
        self.maps.show_only(layer)
        height = (0, NO_LIMIT) if layer is None else (self.maps.minimumHeight(),) * 2
        self._scrolled.setMinimumHeight(height[0])
        self._scrolled.setMaximumHeight(height[1])

    def _best_places(self) -> Places:
        if self._inspector.is_floating or not self._inspector.is_open:
            return Places.ALONE
        line = self.fontMetrics().height()
        width, height = self._split.width() / line, self._split.height() / line
        fits_below = height >= LEAST_MAPS + LEAST_INSPECTOR and width >= LEAST_WIDTH
        fits_beside = width >= 2 * LEAST_WIDTH and height >= LEAST_MAPS
        if fits_below and not (fits_beside and width > height):
            return Places.BELOW
        return Places.BESIDE if fits_beside else Places.TABS
