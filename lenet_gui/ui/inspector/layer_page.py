"""A layer's page: its shape and parameters worked out, and its weights."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array, LeNet5
from lenet_gui.core.network.preferred_input import ascent, preferred_input
from lenet_gui.core.network.receptive_field import seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.inspector.weights_view import WeightsView
from lenet_gui.ui.inspector.words import (
    about_preferred,
    has_kernels,
    layer_in_words,
    size_worked_out,
    weight_labels,
    weight_namer,
)
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import ScaledLabel
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.wording import map_name, place

AT_ONCE, STEPS_SHOWN = 6, 3
"""Units whose preferred inputs are sought together, and the steps between two pictures of them: so
much takes some milliseconds."""
BESIDE = (55, 85)
"""Widths from which the pictures can and do stand beside the text, in letters of average width."""


class LayerPage(QWidget):
    """A sentence, two formulas, and pictures of the weights or of what excites each map most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out, and scrolled by keys
        self._network: LeNet5 | None = None
        self._preferred: list[Array] = []
        self._ascent: Iterator[Array] | None = None
        self._sentence = ScaledLabel(factor=0.92)
        self._formula = ScaledLabel(factor=0.92)
        self._excites = ScaledLabel(factor=0.92)
        self._number = QLabel()
        self._weights_button = QPushButton()
        self._preferred_button = QPushButton()
        buttons = QButtonGroup(self)
        for button in (self._weights_button, self._preferred_button):
            button.setCheckable(True)
            buttons.addButton(button)
        self._weights_button.setChecked(True)
        self.view = WeightsView()
        """The pictures."""

        self._choice = choice = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choice.setSpacing(UNIT)
        choice.addWidget(self._weights_button)
        choice.addWidget(self._preferred_button)
        choice.addStretch(1)
        self._text = QWidget(self)
        words = QVBoxLayout(self._text)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(UNIT)
        for label in (self._sentence, self._formula, self._excites):
            label.setWordWrap(True)
            words.addWidget(label)
        words.insertLayout(2, choice)
        words.addStretch(1)
        self._pictures = QWidget(self)
        pictures = QVBoxLayout(self._pictures)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(UNIT // 2)
        pictures.addWidget(self.view, 1)
        pictures.addWidget(self._number)

        # One map or one step at a time, between events: drawing must not stall.
        self._search = QTimer(self, interval=0)
        self._search.timeout.connect(self._find_next)
        self.view.hovered.connect(self._number.setText)
        buttons.buttonClicked.connect(self._show)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        theme = current_theme()
        for label in (self._sentence, self._formula, self._excites, self._number):
            label.setStyleSheet(f"color: {theme.muted}")
        self._formula.setStyleSheet(f"color: {theme.text}")
        self._weights_button.setText(self.tr("Weights"))
        self._preferred_button.setText(self.tr("Preferred input"))
        self._preferred_button.setToolTip(
            self.tr("The input that excites each unit most, found by gradient ascent")
        )
        self.setAccessibleName(self.tr("How the layer works"))
        if self._layer is not None:
            self._explain(self._layer)
            self._show()
            self._lay_out()

    # -- places ---------------------------------------------------------------------------------

    def needed_height(self, width: int, room: int) -> int:
        """Return the height in which everything is shown, at most `room` if possible."""
        return self._height(width, self._is_beside(width, room))

    def least_height(self, width: int, room: int) -> int:
        """Return the same: it is best not scrolled."""
        return self.needed_height(width, room)

    def _words_height(self, width: int) -> int:
        layout = self._text.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width)

    def _has_pictures(self) -> bool:
        return self.view.isVisibleTo(self._pictures)

    def _is_beside(self, width: int, room: int) -> bool:
        """Return whether the pictures stand beside the text: if it is wide, or low enough to."""
        letters = width / self.fontMetrics().averageCharWidth()
        buttons = (self._weights_button, self._preferred_button)
        if self._widths(width, is_beside=True)[0] < max(b.sizeHint().width() for b in buttons):
            return False
        if not self._has_pictures() or letters < BESIDE[0]:
            return False
        below = self._height(width, is_beside=False)
        return letters >= BESIDE[1] or (below > room and self._height(width, True) < below)

    def _height(self, width: int, is_beside: bool) -> int:
        text, pictures = self._widths(width, is_beside)
        self._lay_out_choice(text)
        words = self._words_height(text)
        if not self._has_pictures():
            return words
        high = self.view.needed_height(pictures) + UNIT // 2 + self._number.sizeHint().height()
        return max(words, high) if is_beside else words + UNIT + high

    @staticmethod
    def _widths(width: int, is_beside: bool) -> tuple[int, int]:
        """Return the widths of text and pictures."""
        room = width - 2 * UNIT
        return (room // 3, 2 * room // 3) if is_beside else (width, width)

    def _lay_out_choice(self, width: int) -> None:
        """Put the buttons below one another, if they don't fit side by side."""
        buttons = (self._weights_button, self._preferred_button)
        needed = sum(button.sizeHint().width() for button in buttons) + UNIT
        sideways = QBoxLayout.Direction.LeftToRight
        downwards = QBoxLayout.Direction.TopToBottom
        self._choice.setDirection(sideways if needed <= width else downwards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures beside the text, or below it in a narrow place."""
        self._lay_out()

    def _lay_out(self) -> None:
        is_beside = self._is_beside(self.width(), self.height())
        text, pictures = self._widths(self.width(), is_beside)
        self._lay_out_choice(text)
        if is_beside:
            self._text.setGeometry(0, 0, text, self.height())
            self._pictures.setGeometry(text + 2 * UNIT, 0, pictures, self.height())
        elif self._has_pictures():
            high = self._words_height(text)
            self._text.setGeometry(0, 0, text, high)
            self._pictures.setGeometry(0, high + UNIT, pictures, self.height() - high - UNIT)
        else:
            self._text.setGeometry(self.rect())
        self._pictures.setVisible(self._has_pictures())

    # -- the layer ------------------------------------------------------------------------------

    def _explain(self, layer: Layer) -> None:
        self._sentence.setText(layer_in_words(layer))
        self._formula.setText(size_worked_out(layer))

    def show_layer(self, layer: Layer, network: LeNet5 | None) -> None:
        """Show a layer, with the weights of `network` if there is one."""
        if layer is self._layer and network is self._network:
            return
        self._layer, self._network = layer, network
        self._preferred, self._ascent = [], None
        self._search.stop()
        self._explain(layer)
        has_weights = network is not None and bool(layer.parameter)
        for button in (self._weights_button, self._preferred_button):  # only if there is a choice
            button.setVisible(has_weights)
        self._weights_button.setChecked(True)
        self._show()
        self._lay_out()

    def _show(self) -> None:
        """Show weights or preferred inputs, whichever was chosen."""
        self._number.setText("")
        layer, network = self._layer, self._network
        self.view.setVisible(layer is not None and network is not None and bool(layer.parameter))
        if layer is None or network is None or not layer.parameter:
            return
        is_preferred = self._preferred_button.isChecked()
        self._excites.setText(about_preferred(layer) if is_preferred else "")
        self._excites.setVisible(is_preferred)
        if is_preferred:
            self._search.start()
            self._show_preferred()
            return
        weights = network.weights.arrays[f"{layer.parameter}.weight"]
        captions: list[str] = []
        if has_kernels(layer):  # few enough kernels to be recognised as kernels
            arrays = weights.transpose(1, 0, 2, 3)
            captions = [self.tr("to {0}").format(map_ + 1) for map_ in range(layer.maps)]
        else:
            arrays = weights.reshape(1, 1, layer.maps, -1)
        self.view.show_arrays(spanning(arrays), weight_namer(layer), weight_labels(layer), captions)

    def _find_next(self) -> None:
        """Find one more map's preferred input, or come closer to some units', while shown."""
        layer, network = self._layer, self._network
        is_complete = layer is not None and len(self._preferred) == layer.maps
        done = layer is None or network is None or (is_complete and self._ascent is None)
        if done or not self._preferred_button.isChecked() or not self.isVisible():
            self._search.stop()
            return
        assert layer is not None
        assert network is not None
        if has_kernels(layer):
            self._preferred.append(preferred_input(network, layer, len(self._preferred)))
        else:
            for _ in range(STEPS_SHOWN):
                self._climb(network, layer)
        self._show_preferred()

    def _climb(self, network: LeNet5, layer: Layer) -> None:
        """Take a step towards what some units prefer, or begin with the next units."""
        if self._ascent is None and len(self._preferred) == layer.maps:
            return
        if self._ascent is None:
            first = len(self._preferred)
            units = range(first, min(first + AT_ONCE, layer.maps))
            self._ascent = ascent(network, layer, units)
            self._preferred += list(next(self._ascent))
            self._first = first
            return
        if (images := next(self._ascent, None)) is None:
            self._ascent = None
        else:
            self._preferred[self._first :] = list(images)

    def _show_preferred(self) -> None:
        layer = self._layer
        assert layer is not None
        region = seen_by(layer, 0, 0)["input"]
        shown = np.zeros((layer.maps, region.height, region.width), np.float32)
        if self._preferred:
            shown[: len(self._preferred)] = self._preferred
        units = [Unit(layer, index) for index in range(layer.maps)]
        is_map = has_kernels(layer)
        captions = [str(unit.map + (layer.activation != "softmax")) for unit in units]
        pattern = self.tr("{0}, row {1}, column {2}")
        self.view.show_arrays(
            MapValues(shown[None], signed=False),
            lambda _, n, row, column: pattern.format(
                map_name(units[n]) if is_map else place(units[n]), row + 1, column + 1
            ),
            captions=captions,
        )
