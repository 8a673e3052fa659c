"""The lens Inside: all layers, and the inspector in a place of its own or sharing theirs."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

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
from lenet_gui.ui.kit.widgets import Switch, UprightScrollArea
from lenet_gui.ui.lenses.lens import LensView
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.selection import Selection

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading
    from lenet_gui.ui.maps.cut_section import CutSection
    from lenet_gui.ui.maps.displacement_view import DisplacementView

LEAST_WIDTH = 24
"""Lines of text that each part must be wide, to stand beside the other."""
LEAST_MAPS, LEAST_INSPECTOR = 18, 22
"""Lines of text that each part must be high, to stand above or below the other."""
BRIEF = 20
"""Lines of text below whose width the scale is named by a few signs."""
TITLE = 10
"""Room for the tabs beside a switch with all its words, in units."""
ROOMY = 36
"""Lines of text from whose height on the picture of a number's cut is shown by itself."""
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
        number: "Callable[[], tuple[NumberReading | None, int | None]]" = lambda: (None, None),
    ) -> None:
        """Make the view; `inspector` is put beside the layers when it is opened.

        `network` returns the one that readings are made with, and `number` the number that is read,
        with the place of the digit in view.
        """
        super().__init__()
        self._selection, self._inspector = selection, inspector
        self._places = Places.ALONE
        self._shows_inspector = False
        self._network, self._number = network, number
        self._has_number = False
        self.maps = MapsPanel(selection, scale, scale_menu, copy_maps, network)
        self._scrolled = UprightScrollArea(self.maps)
        self.slid: DisplacementView | None = None
        """The network slid over the number, in the layers' place while the switch is on. It is made
        when it is first shown."""
        self._slid_scrolled: UprightScrollArea | None = None
        self.slide_switch = Switch()
        """Slides the network over the number; it is there while a number is read."""
        self.slide_switch.toggled.connect(self.arrange)
        self._tabs = Tabs()
        self._tabs.chosen.connect(self._choose_tab)
        self._tabs.closed.connect(inspector.open_action.trigger)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._tabs, 1)
        row.addWidget(self.slide_switch)
        row.addWidget(self.maps.scale_button)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(UNIT)
        self._split.addWidget(self._scrolled)
        self._cut: CutSection | None = None
        """How the number was cut; made when there is one."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT // 2)
        self._column.addLayout(row)
        self._column.addWidget(self._split, 1)
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
        has_number = self._number()[0] is not None
        if has_number != self._has_number:
            self._has_number = has_number
            self.arrange()
        if self._cut is not None and not self._cut.isHidden():
            self._cut.show_number(*self._number())
        self._slide()

    @property
    def places(self) -> Places:
        """Where the layers and the inspector are now."""
        return self._places

    def _name(self) -> None:
        self._tabs.name(self.tr("Layers"), self._inspector.title, self.tr("Close the inspector"))
        explanation = self.tr("Slide the whole network over the number, and see how it reads alone")
        self.slide_switch.setToolTip(explanation)
        self.slide_switch.setWhatsThis(explanation)
        self._name_switch()

    def _name_switch(self) -> None:
        words = self.tr("Slide over the number")
        room = self.width() - self.maps.scale_button.sizeHint().width() - TITLE * UNIT
        is_brief = self.slide_switch.width_of(words) > room
        self.slide_switch.setAccessibleName(words)
        self.slide_switch.setText(self.tr("Slide") if is_brief else words)

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
        slides = self._has_number and self.slide_switch.isChecked()
        self._name_switch()
        self.slide_switch.setVisible(self._has_number)
        self.maps.scale_button.setVisible(not slides)
        self._show_cut(is_shown=self._has_number and not slides)
        self._show_slid(slides and not is_second)
        self._scrolled.setVisible(self._picked_layer() is not None if is_second else not slides)
        self._inspector.head.setVisible(not is_tabs)
        if not self._inspector.is_floating:
            is_open = self._inspector.is_open
            self._inspector.setVisible(is_open and (self._shows_inspector or not is_tabs))

    def _show_cut(self, is_shown: bool) -> None:
        """Show or hide how the number was cut, at first only its heading where there is no room."""
        if is_shown and self._cut is None:
            # Imported late, like the next: the window starts without it.
            from lenet_gui.ui.maps.cut_section import CutSection

            self._cut = CutSection()
            self._cut.set_open(self.height() >= ROOMY * self.fontMetrics().height())
            self._column.insertWidget(1, self._cut)
            self._cut.show_number(*self._number())
        if self._cut is not None:
            self._cut.setVisible(is_shown)

    def _show_slid(self, is_shown: bool) -> None:
        """Show or hide the network slid over the number."""
        if is_shown and self._slid_scrolled is None:
            # Imported late: few will slide, and the window starts without it.
            from lenet_gui.ui.maps.displacement_view import DisplacementView

            self.slid = DisplacementView()
            self._slid_scrolled = UprightScrollArea(self.slid)
            self._split.insertWidget(1, self._slid_scrolled)
            self._slide()
        if self._slid_scrolled is not None:
            self._slid_scrolled.setVisible(is_shown)

    def _slide(self) -> None:
        if self.slid is not None:
            number, place = self._number()
            self.slid.show_number(number, self._network(), place or 0)

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
