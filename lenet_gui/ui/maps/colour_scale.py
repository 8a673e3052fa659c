"""What the colours of signed values span: fixed, each layer's own, or each map's own."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array

SMALLEST = 1e-6
"""Least value that the strongest colour stands for, so that all-zero maps stay quiet."""


class Span(StrEnum):
    """What the strongest colour stands for."""

    FIXED = "fixed"
    """One: what tanh can give."""
    LAYER = "layer"
    """The largest value, without its sign, in the layer."""
    MAP = "map"
    """The largest value, without its sign, in the map; of a layer of single units, in the layer."""


class ColourScale(QObject):
    """Shared by all views; locked, it keeps what it spanned, so that drawings can be compared."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._span = Span.FIXED
        self._is_locked = False
        self._bounds: dict[str, NDArray[np.float32]] = {}

    @property
    def span(self) -> Span:
        """What the colours span."""
        return self._span

    @property
    def is_locked(self) -> bool:
        """Whether the scale stays as it is when the values change."""
        return self._is_locked

    def set_span(self, span: Span) -> None:
        """Choose what the colours span; that ends a lock's hold on the old scale."""
        self._span = Span(span)  # an action's data comes back as plain text
        self._bounds = {}
        self.changed.emit()

    def set_locked(self, is_locked: bool) -> None:
        """Keep the scale as it is now, or let it follow the values again."""
        self._is_locked = is_locked
        if not is_locked:
            self._bounds = {}
        self.changed.emit()

    def bounds(self, layer: Layer, values: Array) -> NDArray[np.float32]:
        """Return what the strongest colour stands for in each map, float32 (maps,).

        `values` are the layer's, shaped like it.
        """
        if self._span is Span.FIXED:
            return np.ones(layer.maps, np.float32)
        if self._is_locked and layer.name in self._bounds:
            return self._bounds[layer.name]
        largest = np.abs(values.reshape(layer.maps, -1)).max(axis=1)
        if self._span is Span.LAYER or layer.size == 1:
            largest = np.full_like(largest, largest.max())
        self._bounds[layer.name] = np.maximum(largest, np.float32(SMALLEST))
        return self._bounds[layer.name]
