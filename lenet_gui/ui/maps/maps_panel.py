"""Inside the network: the maps of every layer, from the input down to the output."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Activations, Array
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.colour_scale import ChosenScale, Span
from lenet_gui.ui.maps.layer_values import layer_activations
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.map_menu import map_menu
from lenet_gui.ui.maps.selection import Selection

NARROWEST = 67
"""Smallest width of a header, in letters of average width, if the panel is wide enough."""


class MapsPanel(QWidget):
    """Stacks the layers; if the height runs out, all their tiles shrink together."""

    def __init__(
        self,
        selection: Selection,
        scale: ChosenScale,
        scale_menu: QMenu | None = None,
        copy_maps: QAction | None = None,
    ) -> None:
        super().__init__()
        self._selection, self._scale_menu, self._copy_maps = selection, scale_menu, copy_maps
        self._activations: Mapping[str, Array] | None = None
        self._note = QLabel(self)
        self._notes: tuple[str, ...] = ("",)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scale = scale
        self.scale_button = QToolButton()
        """Names the scale and opens its menu; it belongs beside the panel's title."""
        self.scale_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        if scale_menu is not None:
            self.scale_button.setMenu(scale_menu)
        self.views = [LayerView(layer, selection, self) for layer in LAYERS]
        for view in self.views:
            view.menu_wanted.connect(partial(self._open_menu, view))
        scale.changed.connect(self._name_scale)
        scale.changed.connect(self._show)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        self._notes = (
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
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the smallest maps that are readable."""
        return QSize(300, 380)

    def _name_scale(self) -> None:
        text = {
            Span.FIXED: self.tr("scale −1 … +1"),
            Span.LAYER: self.tr("scale of each layer"),
            Span.MAP: self.tr("scale of each map"),
        }[self._scale.value.span]
        if self._scale.value.is_locked:
            text = self.tr("{0}, locked").format(text)
        self.scale_button.setText(text)

    def _restyle(self) -> None:
        theme = current_theme()
        self._note.setStyleSheet(f"color: {theme.muted}")
        self.scale_button.setStyleSheet(
            f"QToolButton {{ color: {theme.muted}; padding: 2px 14px 2px 4px;"
            " border: 1px solid transparent; border-radius: 4px; }"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: {theme.ring}px solid {theme.accent};"
            f" padding: 1px {15 - theme.ring}px 1px {5 - theme.ring}px; }}"
        )

    def show_activations(self, activations: Activations | None) -> None:
        """Show the activations of the first image in a batch; empty tiles if None."""
        self._activations = None
        if activations is not None:
            self._activations = {name: found[0] for name, found in activations.layers.items()}
        self._show()

    def _open_menu(self, view: LayerView, unit: Unit | None, place: QPoint) -> None:
        map_menu(
            view.layer, unit, view.values, self._selection, self._copy_maps, self._scale_menu, self
        ).popup(place)

    def _show(self) -> None:
        shown = layer_activations(self._activations, self._scale.value)
        for view in self.views:
            view.show_values(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the layers."""
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out the layers when the text size changes."""
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Place the layers, with spare height between them."""
        room = self.height() - UNIT - (len(self.views) - 1) * UNIT // 2
        across = self.width() - 3 * UNIT
        width = float(across - 2)
        while width > 100 and sum(view.height_for(width) for view in self.views) > room:
            width -= UNIT / 2
        heights = [view.height_for(width) for view in self.views]
        spare = (room - sum(heights)) / (len(self.views) - 1)
        gap = UNIT // 2 + max(0, min(spare, 1.5 * UNIT))
        # The facts at a header's right stay near its maps.
        across = min(
            across, round(max(width + 2, NARROWEST * self.fontMetrics().averageCharWidth()))
        )
        place = 0.0
        for view, height in zip(self.views, heights, strict=True):
            view.set_tiles_width(width)
            view.setGeometry(UNIT, round(place), across, height)
            place += height + gap
        self._place_note(width)

    def _place_note(self, tiles_width: float) -> None:
        """Put the explanation beside the input's single tile."""
        first = self.views[0]
        left = round(first.tile_size(tiles_width).width()) + 3 * UNIT
        width = max(0, self.width() - left - 2 * UNIT)
        height = first.height() - first.header_height
        for text in self._notes:  # the longest that fits
            self._note.setText(text)
            if self._note.heightForWidth(width) <= height:
                break
        self._note.setGeometry(left, first.y() + first.header_height, width, height)
        self._note.raise_()
