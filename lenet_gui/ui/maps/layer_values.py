"""All layers' values of one reading; what is shown of them is worked out when it is asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.map_health import State, states_of_all
from lenet_gui.figure.colours import colour
from lenet_gui.ui.kit.theme import Ramp, Theme
from lenet_gui.ui.maps.colour_scale import ColourScale, Span

Colours = NDArray[np.uint32]


class LayerValues:
    """Values, float32 shaped like their layers, or none where nothing was read; they don't change.

    Colours and states are found for all layers together when the first of them is painted: a
    layer by itself takes NumPy nearly as long as all of them.
    """

    def __init__(
        self, layers: Sequence[Layer], values: Mapping[str, Array] | None, scale: ColourScale
    ) -> None:
        """`values` has each layer's under its name; they are None where nothing was read."""
        self._layers, self._values = layers, values
        self._scale = scale
        self._bounds: dict[str, Array] = {}
        self._coloured_for: Theme | None = None
        self._colours: dict[str, Colours] = {}

    def of(self, layer: Layer) -> Array | None:
        """Return a layer's values."""
        return None if self._values is None else self._values[layer.name]

    def states(self, layer: Layer) -> list[State]:
        """Return what is to be said of each map."""
        return self._states[layer.name]

    @cached_property
    def _states(self) -> dict[str, list[State]]:
        if self._values is None:
            return {layer.name: [State.LIVELY] * layer.maps for layer in self._layers}
        return states_of_all(self._layers, self._values)

    def bounds(self, layer: Layer) -> Array:
        """Return what the strongest colour stands for in each map, float32 (maps,)."""
        if self._values is None or not layer.is_signed:
            return np.ones(layer.maps, np.float32)
        if layer.name not in self._bounds:
            self._bounds[layer.name] = self._scale.bounds(layer, self._values[layer.name])
        return self._bounds[layer.name]

    def colours(self, layer: Layer, theme: Theme) -> Colours:
        """Return the colour of each value, 0xffRRGGBB (maps, rows, columns).

        Where there are none all is the colour of 0: paper, or nearly.
        """
        if theme is not self._coloured_for:
            self._coloured_for, self._colours = theme, {}
            for is_signed in (False, True):
                self._colour([one for one in self._layers if one.is_signed == is_signed], theme)
        return self._colours[layer.name]

    def _colour(self, layers: list[Layer], theme: Theme) -> None:
        """Colour layers that share a ramp."""
        if not layers:
            return
        ramp, low = ramp_of(layers[0], theme)
        shares = [self._shares(layer) for layer in layers]
        coloured = colour(np.concatenate(shares), ramp, low, 1)
        begin = 0
        for layer, part in zip(layers, shares, strict=True):
            end = begin + len(part)
            shape = (layer.maps, layer.size, layer.size)
            self._colours[layer.name] = coloured[begin:end].reshape(shape)
            begin = end

    def _shares(self, layer: Layer) -> Array:
        """Return the values as shares of what the strongest colour stands for, flat."""
        values = self.of(layer)
        if values is None:
            return np.zeros(layer.maps * layer.size**2, np.float32)
        if self._scale.span is Span.FIXED or not layer.is_signed:
            return values.ravel()
        return (values.reshape(layer.maps, -1) / self.bounds(layer)[:, None]).ravel()


def ramp_of(layer: Layer, theme: Theme) -> tuple[Ramp, float]:
    """Return a layer's colours, and what the first of them stands for; the last stands for 1."""
    return (theme.signed_ramp, -1.0) if layer.is_signed else (theme.ink_ramp, 0.0)
