"""The scale of signed values, which value the strongest colour stands for, and which are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Array

SMALLEST = 1e-6
"""Smallest value that the strongest colour stands for, so that an all-zero map stays pale."""


class Span(StrEnum):
    """What the strongest colour stands for."""

    FIXED = "fixed"
    """1, the limit of tanh."""
    LAYER = "layer"
    """The largest magnitude in the layer."""
    MAP = "map"
    """The largest magnitude in the map; in a layer of single units, in the layer."""


@dataclass(frozen=True, eq=False)
class ColourScale:
    """A span, and the bounds it is locked to, if it is.

    `locked` maps a layer's name to its bounds, float32 (maps,); None if the scale follows the
    values. It lacks the layers that had no values when the scale was locked: those follow theirs.
    """

    span: Span = Span.FIXED
    locked: Mapping[str, Array] | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the bounds stay the same when the values change: drawings can be compared."""
        return self.locked is not None

    def bounds(self, layer: Layer, values: Array) -> Array:
        """Return each map's bound, the value of the strongest colour, float32 (maps,).

        `values`, float32, are shaped like the layer.
        """
        if self.locked is not None and layer.name in self.locked:
            return self.locked[layer.name]
        if self.span is Span.FIXED:
            return np.ones(layer.maps, np.float32)
        largest = np.abs(values.reshape(layer.maps, -1)).max(axis=1)
        if self._is_shared(layer):
            largest = np.full_like(largest, largest.max())
        return np.asarray(np.maximum(largest, SMALLEST), np.float32)

    def bound(self, layer: Layer, values: Array) -> float | Array:
        """Return the bound that all maps share, or `bounds`."""
        if not layer.is_signed or self.span is Span.FIXED:
            return 1.0
        bounds = self.bounds(layer, values)
        return float(bounds[0]) if self._is_shared(layer) else bounds

    def all_bounds(self, values: Mapping[str, Array]) -> dict[str, Array]:
        """Return the bounds of each signed layer in `values`, by name."""
        return {
            layer.name: self.bounds(layer, values[layer.name])
            for layer in LAYERS
            if layer.is_signed and layer.name in values
        }

    def _is_shared(self, layer: Layer) -> bool:
        return self.span is not Span.MAP or layer.size == 1

    def lock(self, values: Mapping[str, Array]) -> "ColourScale":
        """Return this scale, locked to the bounds of `values`, each layer's under its name."""
        return replace(self, locked=replace(self, locked=None).all_bounds(values))

    def unlock(self) -> "ColourScale":
        """Return this scale, following the values."""
        return replace(self, locked=None)


class ChosenScale(QObject):
    """The scale that the user chose; all views share it.

    It is locked to the values on the screen. If there are none, the next ones lock it. Sums before
    tanh have a scale of their own: they have no limit, so none is fixed at 1.
    """

    changed = Signal()
    """Another scale applies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = ColourScale()
        self._on_screen: Mapping[str, Array] = {}
        self._sums = ColourScale(Span.LAYER)
        self._shows_sums = False

    @property
    def value(self) -> ColourScale:
        """The scale that applies now."""
        return self._scale

    @property
    def sums(self) -> ColourScale:
        """The scale that applies to sums before tanh."""
        return self._sums

    @property
    def shows_sums(self) -> bool:
        """Whether maps show sums before tanh in place of values after it."""
        return self._shows_sums

    def set_shows_sums(self, shows_sums: bool) -> None:
        """Show sums before tanh, or values after it."""
        if shows_sums != self._shows_sums:
            self._shows_sums = shows_sums
            self.changed.emit()

    def show_sums(self, sums: Mapping[str, Array]) -> None:
        """Take note of the sums on the screen, each layer's under its name."""
        if self._scale.is_locked and not self._sums.locked:
            self._sums = self._sums.lock(sums)

    def set_span(self, span: Span) -> None:
        """Choose what the colours span; if the scale is locked, lock it again."""
        scale = ColourScale(Span(span))  # an action's data comes back as plain text
        self._sums = ColourScale(Span.LAYER if scale.span is Span.FIXED else scale.span)
        self._set(scale.lock(self._on_screen) if self._scale.is_locked else scale)

    def set_locked(self, is_locked: bool) -> None:
        """Lock the scale to the values on the screen, or let it follow them again."""
        scale, self._sums = self._scale.unlock(), self._sums.unlock()
        self._set(scale.lock(self._on_screen) if is_locked else scale)

    def show(self, values: Mapping[str, Array] | None) -> None:
        """Take note of the values on the screen, each layer's under its name; None if blank."""
        self._on_screen = values or {}
        if self._on_screen and self._scale.is_locked and not self._scale.locked:
            # No signal: the bounds are those that the views work out for these values anyway.
            self._scale = self._scale.lock(self._on_screen)

    def _set(self, scale: ColourScale) -> None:
        self._scale = scale
        self.changed.emit()
