"""Inside the network: the maps of every layer, from the input down to the output."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5, Off
from lenet_gui.core.network.pull import PULLING, pull, strongest_first
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged
from lenet_gui.ui.maps.colour_scale import ChosenScale, Span
from lenet_gui.ui.maps.focus_layout import arrange_focused, least_focused_height
from lenet_gui.ui.maps.layer_header import ICON, title
from lenet_gui.ui.maps.layer_places import Room
from lenet_gui.ui.maps.layer_values import layer_activations, with_sums
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.map_menu import map_menu
from lenet_gui.ui.maps.maps_layout import arrange, least_height, strip
from lenet_gui.ui.maps.selection import Selection

LEAST_WIDTH = 280
"""Least width, in logical pixels."""
STRIP = 40
"""Height of a layer's strip, in logical pixels."""
EDGE = 1


class MapsPanel(Arranged):
    """Shows the layers as large as it can, and a note on what a click does if there is room."""

    def __init__(
        self,
        selection: Selection,
        scale: ChosenScale,
        scale_menu: QMenu | None = None,
        copy_maps: QAction | None = None,
        network: Callable[[], LeNet5 | None] = lambda: None,
    ) -> None:
        """Make the panel; `network` returns the one that the activations are of."""
        super().__init__()
        self._network_in_use = network
        self._network: LeNet5 | None = None
        self._read: Activations | None = None
        self._is_ordered = False
        self._digit: int | None = None
        self._orders: dict[str, Sequence[int]] = {}
        self._only: Layer | None = None
        self._is_brief = False
        self._selection, self._scale_menu, self._copy_maps = selection, scale_menu, copy_maps
        self._activations: Mapping[str, Array] | None = None
        self._note = QLabel(self)
        self._notes: tuple[str, ...] = ("",)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(LEAST_WIDTH)
        self._scale = scale
        self.scale_button = QToolButton()
        """Names the scale and opens its menu; it belongs beside the panel's title."""
        self.scale_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        if scale_menu is not None:
            self.scale_button.setMenu(scale_menu)
        self.views = [LayerView(layer, selection, self) for layer in LAYERS]
        for view in self.views:
            view.orders = self._orders
            view.menu_wanted.connect(partial(self._open_menu, view))
            view.order_toggled.connect(partial(self._toggle_order, view.layer))
        selection.focused.connect(self._follow_focus)
        selection.picked.connect(self._follow_picked)
        scale.changed.connect(self._name_scale)
        scale.changed.connect(self._show)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        self._notes = (
            self.tr(
                "Click a cell to see its sum. Double-click for the whole map. Click a"
                " layer's name to see how it works, or the arrows beside it to give it more room."
            ),
            self.tr(
                "Click a cell to see its sum. Double-click for the whole map. Click a"
                " layer's name to see how it works."
            ),
            self.tr("Click a cell to see its sum."),
            "",
        )
        self.scale_button.setToolTip(self.tr("Range of the colours for signed values"))
        self.scale_button.setWhatsThis(
            QCoreApplication.translate(
                "Hints",
                "The range of values that the colours cover: −1 to 1, each layer's own, or"
                " each map's own.",
            )
        )
        self._name_scale()
        self._restyle()
        self.arrange()

    def shorten_scale(self, is_brief: bool) -> None:
        """Name the scale in a few signs, where a tab needs the room."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self._name_scale()

    def _name_scale(self) -> None:
        if self._is_brief and self._scale.shows_sums:
            self.scale_button.setText("Σ")
            return
        if self._is_brief:
            self.scale_button.setText("±1" if self._scale.value.span is Span.FIXED else "±")
            return
        text = {
            Span.FIXED: self.tr("scale −1 … +1"),
            Span.LAYER: self.tr("scale of each layer"),
            Span.MAP: self.tr("scale of each map"),
        }[self._scale.value.span]
        if self._scale.shows_sums and self._scale.value.span is not Span.MAP:
            text = self.tr("sums, scale of each layer")
        elif self._scale.shows_sums:
            text = self.tr("sums, scale of each map")
        if self._scale.value.is_locked:
            text = self.tr("{0}, locked").format(text)
        self.scale_button.setText(text)

    def _restyle(self) -> None:
        theme = current_theme()
        self._note.setStyleSheet(f"color: {theme.muted}")
        down = 3 - theme.ring
        self.scale_button.setStyleSheet(
            f"QToolButton {{ color: {theme.muted}; padding: 2px 14px 2px 4px;"
            " border: 1px solid transparent; border-radius: 4px; }"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: {theme.ring}px solid {theme.accent};"
            f" padding: {down}px {15 - theme.ring}px {down}px {5 - theme.ring}px; }}"
            "QToolButton::menu-indicator { subcontrol-origin: border;"
            " subcontrol-position: right center; right: 1px; }"
        )

    def show_activations(self, activations: Activations | None) -> None:
        """Show the activations of the first image in a batch; empty tiles if None."""
        self._activations, self._read, self._network = None, activations, self._network_in_use()
        if activations is not None:
            self._activations = {name: found[0] for name, found in activations.layers.items()}
        self._show()

    def show_off(self, off: Off) -> None:
        """Cross out the maps that are off."""
        for view in self.views:
            view.show_off(off)

    def _open_menu(self, view: LayerView, unit: Unit | None, place: QPoint) -> None:
        map_menu(
            view.layer, unit, view.values, self._selection, self._copy_maps, self._scale_menu,
            self, view.off,
        ).popup(place)  # fmt: skip

    def _show(self) -> None:
        if self._activations is not None and self._scale.shows_sums:
            sums = self._sums()
            self._scale.show_sums(sums)
            shown = with_sums(self._activations, sums, self._scale.value, self._scale.sums)
        else:
            shown = layer_activations(self._activations, self._scale.value)
        for view in self.views:
            view.show_values(shown)
        self._show_details()

    def _sums(self) -> dict[str, Array]:
        """Return the sums before tanh of all layers that have them, each under its name."""
        network, read = self._network, self._read
        if network is None or read is None:
            return {}
        layers = [layer for layer in LAYERS if layer.activation == "tanh"]
        return {layer.name: network.sums(read, layer)[0] for layer in layers}

    # -- the layer in focus -----------------------------------------------------------------------

    def _follow_focus(self) -> None:
        self.arrange()
        layer = self._selection.in_focus
        if layer is not None and any(view.hasFocus() for view in self.views):
            self._view(layer).setFocus()  # the keys' way begins where the eyes are

    def _follow_picked(self) -> None:
        """Remember the digit that was picked, as long as anything is."""
        picked = self._selection.selected
        if picked is not None and picked.layer is LAYERS[-1]:
            self._digit = picked.map
        elif picked is None:
            self._digit = None
        self._show_details()

    def _view(self, layer: Layer) -> LayerView:
        return self.views[LAYERS.index(layer)]

    @property
    def digit(self) -> int | None:
        """The digit on which units pull: the last one picked in the output, or the reading's."""
        if self._digit is not None:
            return self._digit
        return None if self._read is None else int(self._read.logits[0].argmax())

    def _toggle_order(self, layer: Layer) -> None:
        """Order the units by their pull, or by their numbers; bring their layer into focus."""
        if layer not in PULLING:
            return
        self._is_ordered = not (self._is_ordered and layer is self._selection.in_focus)
        self._selection.focus(layer)
        self._show_details()

    def _show_details(self) -> None:
        """Show the kernels or the order of the layer in focus."""
        layer, network = self._selection.in_focus, self._network
        if layer is None or (details := self._view(layer).details) is None:
            return
        view = self._view(layer)
        if details.has_kernels:
            name = f"{layer.parameter}.weight"
            if details.set_weights(None if network is None else network.weights.arrays[name]):
                view.update()
        if layer in PULLING:
            self._order(view)

    def _order(self, view: LayerView) -> None:
        """Order single units as the user chose."""
        network, read, digit, details = self._network, self._read, self.digit, view.details
        assert details is not None
        order: Sequence[int] = ()
        details.pulls = None
        words = self.tr("Order by pull on the digit")
        if network is not None and read is not None and digit is not None:
            words = self.tr("Order by pull on {0}").format(digit)
            if self._is_ordered:
                off = self._view(LAYERS[-2]).off
                details.pulls = pull(network, read, view.layer, digit, off)
                order = strongest_first(details.pulls)
                words = self._order_words(view.layer).format(digit)
        self._orders.clear()
        if order:
            self._orders[view.layer.name] = order
        view.set_order(order, words)

    def _order_words(self, layer: Layer) -> str:
        """Return what the units are ordered by; {0} is the digit."""
        if layer is LAYERS[-2]:
            return self.tr("By pull on {0}: weight × value")
        return self.tr("By pull on {0}: slope × value")

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out the layers."""
        self.arrange()

    def arrange(self) -> None:
        """Place the layers; if they don't fit even at their smallest, ask for more height."""
        if self._only is not None:
            self._arrange_strip(self._only)
            return
        if not self.isVisible():
            return  # its size is not final
        room, focus = self._room(self.height()), self._selection.in_focus
        arrangement = arrange(room) if focus is None else arrange_focused(room, focus.name)
        self._orders.clear()
        for view in self.views:
            view.set_layout(arrangement)
            view.show()
        self._note.setVisible(arrangement.has_note)
        line = room.note - UNIT // 2
        top = min(round(arrangement.height) + UNIT // 2, self.height() - line)
        self._note.setGeometry(EDGE, top, self.width() - EDGE, line)
        self._choose_note()
        lowest = self._room(0)
        self.setMinimumHeight(
            least_height(lowest) if focus is None else least_focused_height(lowest, focus.name)
        )
        self._show_details()

    def show_only(self, layer: Layer | None) -> None:
        """Show one layer as a low strip, or, if None, all of them."""
        if layer is self._only:
            return
        before, self._only = self._only, layer
        had_focus = any(view.hasFocus() for view in self.views)
        self.arrange()
        if had_focus and before is not None and layer is not None:
            next(view for view in self.views if view.layer is layer).setFocus()

    def _arrange_strip(self, layer: Layer) -> None:
        arrangement = strip(self._room(STRIP))
        for view in self.views:
            view.set_layout(arrangement, rings_map=True)
        for view in self.views:
            view.setVisible(view.layer is layer)
        self._note.hide()
        self.setMinimumHeight(math.ceil(arrangement.height))

    def _room(self, height: int) -> Room:
        name = self.fontMetrics()
        bold = QFontMetrics(scaled_font(self.font(), 1, bold=True))
        widths = {layer.name: bold.horizontalAdvance(title(layer)) + ICON for layer in LAYERS}
        label = max(widths.values()) + UNIT
        line = name.height() + UNIT // 2
        note = self._note.sizeHint().height() + UNIT // 2
        ratio = self.devicePixelRatioF()
        width = max(LEAST_WIDTH, self.width())
        return Room(width, height, line, label, note, ratio, widths["C1"] + UNIT)

    def _choose_note(self) -> None:
        """Show the longest note that fits on a line."""
        metrics = self._note.fontMetrics()
        room = self._note.width()
        self._note.setText(next(t for t in self._notes if metrics.horizontalAdvance(t) <= room))
