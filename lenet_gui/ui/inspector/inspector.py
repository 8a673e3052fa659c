"""The inspector: a unit's sum worked out, a map or a layer enlarged, or a layer's page."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Activations, LeNet5, Off
from lenet_gui.core.network.unit import Average, Explanation, Unit, WeightedSum, explain
from lenet_gui.ui.inspector.average_view import AverageView
from lenet_gui.ui.inspector.button_row import ButtonRow
from lenet_gui.ui.inspector.contributions_view import ContributionsView
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.layer_page import LayerPage
from lenet_gui.ui.inspector.scrolled import Scrolled
from lenet_gui.ui.inspector.slide import slide_key
from lenet_gui.ui.inspector.sum_line import SumLine
from lenet_gui.ui.inspector.words import (
    before_tanh,
    layer_before,
    mark,
    value_worked_out,
    with_shape,
)
from lenet_gui.ui.inspector.zoom_view import ZoomView, mosaic, unit_in_mosaic
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, ScaledLabel
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.layer_values import activation_maps, shown_maps
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.wording import map_name, place

WORDS = 0.75
"""Share of the width up to which buttons with words may take it; with icons they take less."""
GAP = UNIT // 2
"""Logical pixels between the sum and the view below it."""


class Inspector(Arranged):
    """Shows the picked unit, map or layer, in a view of its kind."""

    titled = Signal(str)
    """The inspector has another title."""
    enlarged = Signal(bool)
    """The user asked for the whole map or layer (True), or for the sum or page (False)."""
    unit_hovered = Signal(object)
    """The unit under the pointer in the enlarged map, or None."""
    unit_picked = Signal(object)
    """The unit that was clicked in the enlarged map."""
    switched = Signal(Unit)
    """The user asked to switch the unit's map off, or on again: its own, or one of its sum's."""
    slid = Signal(Unit)
    """The kernel has come to another unit on its slide."""
    one_by_one_wanted = Signal(Layer)
    """The user asked what switching off each map of a layer would do."""

    def __init__(self, scale: ChosenScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._shown: Unit | Layer | None = None
        self._result = SumLine(self)
        self.hint = ScaledLabel(factor=0.92)
        """What to do here; shown at the bottom if there is room."""
        self.hint.setParent(self)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._convolution = ConvolutionView()
        self._average = AverageView()
        self._contributions = ContributionsView()
        self._page = LayerPage()
        self._zoom = ZoomView()

        self.body = QWidget(self)
        """Holds the view that is shown."""
        self._stack = QStackedLayout(self.body)
        self._places: dict[QWidget, QWidget] = {self._note: self._note, self._zoom: self._zoom}
        for view in (self._convolution, self._average, self._contributions, self._page):
            self._places[view] = Scrolled(view)
        for holder in self._places.values():
            self._stack.addWidget(holder)
        self.buttons = ButtonRow(self)  # after the views: the tab key takes this order
        """What can be done with the unit or the layer."""
        self.large_button, self.switch_button = self.buttons.large, self.buttons.switch
        self.slide, self.slide_buttons = self.buttons.slide, self.buttons.slide_buttons
        self.slide.changed.connect(self._follow_slide)
        self.slide.moved.connect(self.slid)
        self._arranged: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.buttons.enlarged.connect(self.enlarged)
        self.buttons.switched.connect(self.switched)
        self.buttons.one_by_one_wanted.connect(self.one_by_one_wanted)
        self._convolution.map_chosen.connect(self._show_chosen)
        for view in (self._convolution, self._contributions):
            view.switched.connect(self._switch_input)
        self._zoom.cell_hovered.connect(lambda *cell: self.unit_hovered.emit(self._at(*cell)))
        self._zoom.cell_picked.connect(lambda *cell: self.unit_picked.emit(self._at(*cell)))
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        theme = current_theme()
        for label in (self._note, self.hint):
            label.setStyleSheet(f"color: {theme.muted}")
        self._arranged = None
        self.arrange()

    def sizeHint(self) -> QSize:
        """Return a size for three grids of 5×5 with numbers in them."""
        return QSize(540, 25 * UNIT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which there is something to see; the views scroll and zoom."""
        return QSize(30 * UNIT, 15 * UNIT)

    # -- places ---------------------------------------------------------------------------------

    def _show(self, view: QWidget, hint: str = "") -> None:
        """Show one of the views, and a hint at the bottom if there is room."""
        if hint != self.hint.text():
            self.hint.setText(hint)
        self._stack.setCurrentWidget(self._places[view])
        lines = self._result.line_count(self._result.width())
        rows = self._contributions.rows
        words = self.buttons.words
        is_sliding = self.slide.unit is not None
        kind = self._shown.layer if is_sliding and isinstance(self._shown, Unit) else self._shown
        shown = (view, kind, lines, rows, self.large_button.isChecked(), words, is_sliding, hint)
        if shown != self._arranged:
            self._arranged = shown
            self.arrange()

    def arrange(self) -> None:
        """Give each part its place.

        The buttons and the hint have a row of their own below the view if that needs no scrolling
        then; else the buttons stand beside the sum, and the hint is left out.
        """
        room = self.rect().adjusted(0, 0, 0, -UNIT // 2)
        if room.width() <= 0:
            return
        has_sum, has_button = not self._result.isHidden(), not self.buttons.isHidden()
        self.buttons.show_words(True)
        if has_button and self.buttons.sizeHint().width() > WORDS * room.width():
            self.buttons.show_words(False)
        button = self.buttons.sizeHint() if has_button else QSize()
        beside = room.width() - (button.width() + UNIT if has_button else 0)
        hint = self.hint.heightForWidth(beside) if self.hint.text() else 0
        head = self._result.heightForWidth(room.width()) + GAP if has_sum else 0
        foot = max(button.height(), hint) + UNIT if has_button or hint else 0
        left = room.height() - head - foot
        if self._least_height(room.width(), left) > left:
            hint = 0
            foot = button.height() + GAP if has_button and not has_sum else 0
        if has_sum and has_button and not foot:
            if self._result.line_count(beside) > 1:
                self.buttons.show_words(False)
                button = self.buttons.sizeHint()
                beside = room.width() - button.width() - UNIT
            head = max(self._result.heightForWidth(beside), button.height()) + GAP
            self._result.setGeometry(room.left(), 0, beside, head - GAP)
            self.buttons.setGeometry(QRect(QPoint(room.right() + 1 - button.width(), 0), button))
        else:
            self._result.setGeometry(room.left(), 0, room.width(), max(0, head - GAP))
            below = room.bottom() + 1 - foot + (UNIT if hint or has_sum else GAP)
            self.buttons.setGeometry(QRect(QPoint(room.left(), below), button))
            self.hint.setGeometry(room.right() + 1 - beside, below, beside, foot - UNIT)
        self.hint.setVisible(hint > 0)
        self.body.setGeometry(room.left(), head, room.width(), room.height() - head - foot)
        if isinstance(place := self._stack.currentWidget(), Scrolled):
            place.fit()

    def _least_height(self, width: int, room: int) -> int:
        place = self._stack.currentWidget()
        view = place.widget() if isinstance(place, Scrolled) else place
        return 0 if view is self._note else view.least_height(width, room)  # type: ignore[union-attr]

    def _show_chosen(self) -> None:
        """Scroll to the chosen map's tile."""
        place, tile = self._places[self._convolution], self._convolution.chosen_tile().toRect()
        if isinstance(place, Scrolled) and tile.isValid():
            middle = tile.center()
            place.ensureVisible(middle.x(), middle.y(), 0, tile.height())

    # -- what is shown --------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Ask the user to pick something."""
        self.titled.emit(self.tr("Inspector"))
        self._result.hide()
        self._prepare(None, is_large=False)
        self._show_note(
            self.tr("Click any cell of the network to see how its value is calculated.")
        )

    def show_unit(
        self,
        unit: Unit,
        network: LeNet5 | None,
        activations: Activations | None,
        off: Off = frozenset(),
    ) -> None:
        """Show how a unit's value adds up; without network or activations, show why not.

        `off` are the maps that were switched off.
        """
        self.titled.emit(f"{title(unit.layer)}  {place(unit)}{mark(unit, off)}")
        self._result.show()
        layer = unit.layer
        terms = [wording.bias(), wording.activation(layer)] if layer.parameters else []
        if (tip := "\n".join(terms)) != self._result.toolTip():  # Qt sends an event each time
            self._result.setToolTip(tip)
        self._prepare(unit, is_large=False, off=off)
        if network is None or activations is None:
            self._result.set_text("")
            without = self.tr("No network is loaded.")
            blank = self.tr("Draw a digit to see this unit's sum.")
            self._show_note(without if network is None else blank)
            self.slide.offer(None)
            return
        found = explain(network, activations, unit, off)
        self._explain(found, self._source(unit, activations), off)

    def show_map(
        self,
        unit: Unit,
        network: LeNet5 | None,
        activations: Activations | None,
        off: Off = frozenset(),
    ) -> None:
        """Show the map of `unit` enlarged; `off` are the maps that were switched off."""
        layer = unit.layer
        size = f"{layer.size}×{layer.size}"
        marks = before_tanh(layer, self._scale.shows_sums) + mark(unit, off)
        self.titled.emit(f"{title(layer)}  {map_name(unit)}  {size}{marks}")
        self._result.hide()
        self._prepare(unit, is_large=True, off=off)
        if activations is None:
            self._show_note(self.tr("Draw a digit to see this map."))
            return
        self._zoom.setAccessibleName(f"{title(layer)}  {map_name(unit)}")
        maps = shown_maps(layer, network, activations, self._scale)
        self._zoom.show_values(maps.map(unit.map))
        self._show(self._zoom, self._zoom.words())

    def show_large_layer(
        self, layer: Layer, network: LeNet5 | None, activations: Activations | None
    ) -> None:
        """Show all maps of a layer enlarged."""
        self.titled.emit(with_shape(layer) + before_tanh(layer, self._scale.shows_sums))
        self._result.hide()
        self._prepare(layer, is_large=True)
        if activations is None:
            self._show_note(self.tr("Draw a digit to see this layer."))
            return
        maps = shown_maps(layer, network, activations, self._scale)
        self._zoom.show_values(mosaic(layer, maps))
        self._show(self._zoom, self._zoom.words())

    def _prepare(self, shown: Unit | Layer | None, is_large: bool, off: Off = frozenset()) -> None:
        """Take what is shown, and offer what can be done with it."""
        self._shown = shown
        self.buttons.offer(shown, is_large, off)

    def _follow_slide(self) -> None:
        self._arranged = None
        self.arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause the slide, which nobody sees."""
        self.slide.pause()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Slide, pause and step by keys."""
        if not slide_key(self.slide, event.key()):
            super().keyPressEvent(event)

    def _switch_input(self, map_: int) -> None:
        """Switch one of the maps that the shown unit sums up."""
        if isinstance(self._shown, Unit):
            self.switched.emit(Unit(layer_before(self._shown.layer), map_))

    def _at(self, row: int, column: int) -> Unit | None:
        """Return the unit at a cell of the enlarged map or layer; None outside it."""
        if isinstance(self._shown, Layer):
            return unit_in_mosaic(self._shown, row, column)
        if self._shown is None or row < 0:
            return None
        return Unit(self._shown.layer, self._shown.map, row, column)

    def show_layer(self, layer: Layer, network: LeNet5 | None) -> None:
        """Show a layer's page: its shape, its parameters and its weights."""
        self.titled.emit(with_shape(layer))
        self._result.hide()
        self._prepare(layer, is_large=False)
        self._page.show_layer(layer, network)
        self._show(self._page)

    def _maps(self, layer: Layer, activations: Activations) -> MapValues:
        return activation_maps(layer, activations.layers[layer.name][0], self._scale.value)

    def _source(self, unit: Unit, activations: Activations) -> MapValues:
        """Return the maps that `unit` is computed from."""
        return self._maps(layer_before(unit.layer), activations)

    def _explain(self, found: Explanation, source: MapValues, off: Off) -> None:
        self._result.set_text(value_worked_out(found))
        before = layer_before(found.unit.layer)
        inputs = frozenset(held.map for held in off if held.layer == before.name)
        if isinstance(found, Average):
            patch = replace(source.map(found.unit.map), values=found.inputs)
            self._average.show_average(found, patch)
            self._show(self._average, wording.kind_of_layer(found.unit.layer))
        elif isinstance(found, WeightedSum):
            if found.unit.layer.kind == "convolution":
                self._convolution.show_sum(found, source, inputs)
                has_choice = len(found.map_sums) > 1
                keys = self.tr("← and → choose another input map.") if has_choice else ""
                self._show(self._convolution, keys or wording.products())
            else:
                self._contributions.show_sum(found, inputs)
                self._show(self._contributions, wording.contributions())
        else:
            self._show_note(
                self.tr(
                    "A pixel of the input: 1 is ink, 0 is paper. The units that see it are"
                    " outlined in every layer."
                )
            )

    def _show_note(self, text: str) -> None:
        self._note.setText(text)
        self._show(self._note)
