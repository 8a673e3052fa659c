"""The inspector: one unit taken apart, its terms adding up to its value."""

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5
from lenet_gui.core.network.unit import Average, Explanation, Unit, WeightedSum, explain
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.layer_page import LayerPage
from lenet_gui.ui.inspector.sums_view import AverageView, ContributionsView
from lenet_gui.ui.inspector.zoom_view import ZoomView
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.labels import LiveLabel
from lenet_gui.ui.kit.theme import UNIT, button_style
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.colour_scale import ColourScale
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.mosaic import mosaic, unit_in_mosaic
from lenet_gui.ui.maps.wording import map_name, number, place


class Inspector(QWidget):
    """Shows how the picked unit came to its value; the view fits what kind of unit it is."""

    titled = Signal(str)
    """What is shown has this title."""
    enlarged = Signal(bool)
    """The user wants to see the whole map or layer large, or else how it comes about."""
    unit_hovered = Signal(object)
    """The unit under the pointer in the large map, or None."""
    unit_picked = Signal(object)
    """The unit that was clicked in the large map."""

    def __init__(self, scale: ColourScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._result = LiveLabel(least=0.7)
        self._shown: Unit | Layer | None = None
        self.large_button = QToolButton()
        """Changes between the sum and the whole map, or layer; it stands beside the title."""
        self.large_button.setCheckable(True)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._convolution = ConvolutionView()
        self._average = AverageView()
        self._contributions = ContributionsView()
        self._page = LayerPage()
        self._zoom = ZoomView()

        body = QWidget()
        self._stack = QStackedLayout(body)
        self._views = (
            self._convolution, self._average, self._contributions, self._page, self._zoom,
        )  # fmt: skip
        for view in (self._note, *self._views):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 0, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self._result)
        column.addWidget(body, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.large_button.clicked.connect(self.enlarged)
        self._zoom.cell_hovered.connect(lambda *cell: self.unit_hovered.emit(self._at(*cell)))
        self._zoom.cell_picked.connect(lambda *cell: self.unit_picked.emit(self._at(*cell)))
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def _name(self) -> None:
        self.large_button.setToolTip(
            self.tr("See it large; a double click on any map, or a layer's name, does the same")
        )

    def sizeHint(self) -> QSize:
        """Return a height for three grids of 5×5 with numbers in them."""
        return QSize(540, 25 * UNIT)

    def _restyle(self) -> None:
        """Repaint in the colours of `theme`."""
        theme = current_theme()
        self._note.setStyleSheet(f"color: {theme.muted}")
        self.large_button.setStyleSheet(button_style(theme, "QToolButton"))

    def show_nothing(self) -> None:
        """Invite to pick something."""
        self.titled.emit(self.tr("Inspector"))
        self._result.hide()
        self._prepare(None, is_large=False)
        self._show_note(
            self.tr("Click any cell of the network, and its value is taken apart here.")
        )

    def show_unit(
        self, unit: Unit, network: LeNet5 | None, activations: Activations | None
    ) -> None:
        """Take `unit` apart as it stands; without activations there is nothing to add up yet."""
        self.titled.emit(f"{title(unit.layer)}  {place(unit)}")
        self._result.show()
        told = [wording.bias(), wording.activation(unit.layer)] if unit.layer.parameters else []
        if (tip := "\n".join(told)) != self._result.toolTip():  # Qt tells of every one that is set
            self._result.setToolTip(tip)
        self._prepare(unit, is_large=False)
        if network is None or activations is None:
            self._result.set_text("")
            without = self.tr("There is no network, so there is nothing to add up.")
            blank = self.tr("Draw a digit, and this unit's sum stands here.")
            self._show_note(without if network is None else blank)
            return
        self._show(explain(network, activations, unit), self._source_bounds(unit, activations))

    def show_map(self, unit: Unit, activations: Activations | None) -> None:
        """Show the whole map of `unit` large."""
        layer = unit.layer
        self.titled.emit(f"{title(layer)}  {map_name(unit)}  {layer.size}×{layer.size}")
        self._result.hide()
        self._prepare(unit, is_large=True)
        if activations is None:
            self._show_note(self.tr("Draw a digit, and this map stands here."))
            return
        values = activations.layers[layer.name][0]
        bound = float(self._scale.bounds(layer, values)[unit.map]) if layer.is_signed else 1.0
        self._zoom.setAccessibleName(f"{title(layer)}  {map_name(unit)}")
        self._zoom.show_values(values[unit.map], layer.is_signed, bound)
        self._stack.setCurrentWidget(self._zoom)

    def show_large_layer(self, layer: Layer, activations: Activations | None) -> None:
        """Show all maps of a layer large."""
        self.titled.emit(self._with_shape(layer))
        self._result.hide()
        self._prepare(layer, is_large=True)
        if activations is None:
            self._show_note(self.tr("Draw a digit, and this layer stands here."))
            return
        values = activations.layers[layer.name][0]
        bound = float(self._scale.bounds(layer, values).max()) if layer.is_signed else 1.0
        self._zoom.show_values(mosaic(layer, values), layer.is_signed, bound)
        self._stack.setCurrentWidget(self._zoom)

    def _prepare(self, shown: Unit | Layer | None, is_large: bool) -> None:
        """Offer to see the map, or the layer, large; single values have no map."""
        self._shown = shown
        has_map = isinstance(shown, Unit) and shown.layer.size > 1
        self.large_button.setVisible(has_map or isinstance(shown, Layer))
        self.large_button.setText(self.tr("Whole map") if has_map else self.tr("Whole layer"))
        self.large_button.setChecked(is_large)

    def _at(self, row: int, column: int) -> Unit | None:
        """Return the unit at a cell of what is seen large; None beside it."""
        if isinstance(self._shown, Layer):
            return unit_in_mosaic(self._shown, row, column)
        if self._shown is None or row < 0:
            return None
        return Unit(self._shown.layer, self._shown.map, row, column)

    def show_layer(self, layer: Layer, network: LeNet5 | None) -> None:
        """Explain a layer as a whole: its shape, its parameters, its weights."""
        self.titled.emit(self._with_shape(layer))
        self._result.hide()
        self._prepare(layer, is_large=False)
        self._page.show_layer(layer, network)
        self._stack.setCurrentWidget(self._page)

    def _with_shape(self, layer: Layer) -> str:
        is_linear = layer.kind == "linear"
        shape = self.tr("{0} units").format(layer.units) if is_linear else layer.shape_text
        return f"{title(layer)}  {shape}"

    def _source_bounds(self, unit: Unit, activations: Activations) -> Array:
        """Return what the strongest colour stands for in each map that `unit` is computed from."""
        source = LAYERS[max(0, LAYERS.index(unit.layer) - 1)]
        if not source.is_signed:
            return np.ones(source.maps, np.float32)
        return self._scale.bounds(source, activations.layers[source.name][0])

    def _show(self, found: Explanation, bounds: Array) -> None:
        if isinstance(found, Average):
            self._result.set_text(
                self.tr("mean of {0} values = {1}").format(found.inputs.size, number(found.value))
            )
            self._average.show_average(found, float(bounds[found.unit.map]))
            self._stack.setCurrentWidget(self._average)
        elif isinstance(found, WeightedSum):
            self._result.set_text(self._sum_in_words(found))
            view = self._convolution if found.unit.layer.kind == "convolution" else None
            if view is not None:
                view.show_sum(found, bounds)
            else:
                self._contributions.show_sum(found)
            self._stack.setCurrentWidget(view or self._contributions)
        else:
            self._result.set_text(self.tr("ink {0}").format(f"{found.value:.3f}"))
            self._show_note(
                self.tr(
                    "A pixel of the input: 1 is ink, 0 is paper. Outlined in every layer are the"
                    " units that see it."
                )
            )

    def _show_note(self, text: str) -> None:
        self._note.setText(text)
        self._stack.setCurrentWidget(self._note)

    def _sum_in_words(self, found: WeightedSum) -> str:
        """Return the sum worked out: products, bias, total, and what becomes of the total."""
        products = number(found.total - found.bias)
        total = self.tr("products {0}  +  bias {1}  =  {2}").format(
            products, number(found.bias), number(found.total)
        )
        if found.exponentials is None:
            told = self.tr("tanh  →  {0}").format(number(found.value))
        else:
            told = self.tr("softmax  →  {0}").format(f"{found.value:.3f}")
        return f"{total},  {told}"
