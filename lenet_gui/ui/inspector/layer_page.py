"""A whole layer explained: its shape and parameters worked out, and its weights."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.preferred_input import preferred_input
from lenet_gui.core.network.receptive_field import seen_by
from lenet_gui.ui.inspector.weights_view import WeightsView
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.labels import ScaledLabel
from lenet_gui.ui.kit.theme import UNIT


class LayerPage(QWidget):
    """A sentence, two formulas, and pictures of the kernels or of what excites each map most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self._network: LeNet5 | None = None
        self._preferred: list[NDArray[np.float32]] = []
        self._sentence = ScaledLabel(factor=0.92)
        self._formula = ScaledLabel(factor=0.92)
        self._number = QLabel()
        self._weights_button = QPushButton()
        self._preferred_button = QPushButton()
        buttons = QButtonGroup(self)
        for button in (self._weights_button, self._preferred_button):
            button.setCheckable(True)
            buttons.addButton(button)
        self._weights_button.setChecked(True)
        self._view = WeightsView()

        choice = QHBoxLayout()
        choice.setSpacing(UNIT)
        choice.addWidget(self._weights_button)
        choice.addWidget(self._preferred_button)
        choice.addStretch(1)
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, UNIT, 0)
        words.setSpacing(UNIT)
        for label in (self._sentence, self._formula):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        self._scrolled = scrolled = QScrollArea()  # large text may need more height than there is
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(told)
        beside = QVBoxLayout()
        beside.setSpacing(UNIT)
        beside.addWidget(scrolled, 1)
        beside.addLayout(choice)
        pictures = QVBoxLayout()
        pictures.setSpacing(UNIT // 2)
        pictures.addWidget(self._view, 1)
        pictures.addWidget(self._number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addLayout(beside, 1)
        row.addLayout(pictures, 2)

        # One map's picture at a time, between events, so that drawing is never held up.
        self._search = QTimer(self, interval=0)
        self._search.timeout.connect(self._find_next)
        self._view.hovered.connect(self._number.setText)
        buttons.buttonClicked.connect(self._show)
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def _name(self) -> None:
        self._weights_button.setText(self.tr("Weights"))
        self._preferred_button.setText(self.tr("Excites most"))
        self._preferred_button.setToolTip(
            self.tr("The ink that each map's unit answers to most, found by climbing its gradient")
        )
        self._scrolled.setAccessibleName(self.tr("How the layer works"))

    def _restyle(self) -> None:
        """Repaint in the colours of `theme`."""
        theme = current_theme()
        for label in (self._sentence, self._formula, self._number):
            label.setStyleSheet(f"color: {theme.muted}")
        self._formula.setStyleSheet(f"color: {theme.text}")

    def show_layer(self, layer: Layer, network: LeNet5 | None) -> None:
        """Explain a layer, with the weights of `network` if there is one."""
        if layer is self._layer and network is self._network:
            return
        self._layer, self._network = layer, network
        self._preferred = []
        self._search.stop()
        self._sentence.setText(self._in_words(layer))
        self._formula.setText(self._worked_out(layer))
        has_weights = network is not None and bool(layer.parameter)
        for button in (self._weights_button, self._preferred_button):  # only where there are two
            button.setVisible(has_weights and self._can_prefer(layer))
        self._weights_button.setChecked(True)
        self._show()

    @staticmethod
    def _can_prefer(layer: Layer) -> bool:
        """Tell whether a unit's field of view is a part of the input that a picture can show."""
        if layer.kind != "convolution":
            return False
        return seen_by(layer, 0, 0)["input"] != seen_by(layer, layer.size - 1, 0)["input"]

    def _show(self) -> None:
        """Show weights or preferred inputs, as the buttons say."""
        self._number.setText("")
        layer, network = self._layer, self._network
        self._view.setVisible(layer is not None and network is not None and bool(layer.parameter))
        if layer is None or network is None or not layer.parameter:
            return
        if self._preferred_button.isChecked() and self._preferred_button.isVisibleTo(self):
            self._search.start()
            self._show_preferred()
            return
        weights = network.weights.arrays[f"{layer.parameter}.weight"]
        if self._can_prefer(layer):  # few enough kernels to be seen as kernels
            words = self.tr("from map {0} to map {1}, row {2}, column {3}")
            self._view.show_arrays(weights.transpose(1, 0, 2, 3), words)
        else:
            words = self.tr("to unit {2}, from input {3}")
            self._view.show_arrays(weights.reshape(1, 1, layer.maps, -1), words)

    def _find_next(self) -> None:
        """Find one more map's preferred input, while they are looked at."""
        layer, network = self._layer, self._network
        done = layer is None or network is None or len(self._preferred) == layer.maps
        if done or not self._preferred_button.isChecked() or not self.isVisible():
            self._search.stop()
            return
        assert layer is not None
        assert network is not None
        self._preferred.append(preferred_input(network, layer, len(self._preferred)))
        self._show_preferred()

    def _show_preferred(self) -> None:
        layer = self._layer
        assert layer is not None
        region = seen_by(layer, 0, 0)["input"]
        shown = np.zeros((layer.maps, region.height, region.width), np.float32)
        if self._preferred:
            shown[: len(self._preferred)] = self._preferred
        across = min(layer.maps, 8)
        arrays = shown.reshape(-1, across, region.height, region.width)
        words = self.tr("map {4}, row {2}, column {3}")
        self._view.show_arrays(arrays, words, is_ink=True)

    def _in_words(self, layer: Layer) -> str:
        """Say in one plain sentence what a layer does."""
        return {
            "input": self.tr("Your ink, framed and padded: 1 is ink, 0 is paper."),
            "convolution": self.tr(
                "Slides each kernel over the maps before: where the patch looks like the kernel the"
                " sum is large. tanh keeps it between −1 and 1."
            ),
            "pooling": self.tr(
                "Each value is the mean of four neighbours: half the size, and less sensitive to"
                " where exactly something was."
            ),
            "linear": self.tr("Each unit weighs all values before and adds them up.")
            if layer.activation == "tanh"
            else self.tr(
                "One unit for each digit weighs all values before; the softmax turns the ten sums"
                " into probabilities that add up to 1."
            ),
        }[layer.kind]

    def _worked_out(self, layer: Layer) -> str:
        """Return size and parameters with this layer's numbers."""
        parts = []
        if layer.formula:
            parts.append(self.tr("Size, (W − F + 2P)/S + 1:\n{0}").format(layer.formula))
        if layer.parameter_formula:
            parts.append(self.tr("Parameters:\n{0}").format(layer.parameter_formula))
        return "\n".join(parts) or self.tr("{0} values").format(grouped(layer.units))
