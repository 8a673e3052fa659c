"""A layer's values of one reading; what is shown of them is worked out when it is asked for."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.architecture import Layer
from lenet_gui.core.network import Array
from lenet_gui.core.saturation import State, states
from lenet_gui.figure.colours import colour
from lenet_gui.ui.colour_scale import ColourScale
from lenet_gui.ui.theme import Ramp, Theme


class LayerValues:
    """Values, float32 shaped like the layer, or None where nothing was read; they don't change."""

    def __init__(self, layer: Layer, values: Array | None, scale: ColourScale) -> None:
        self.layer, self.values = layer, values
        self._scale = scale

    @cached_property
    def states(self) -> list[State]:
        """What is to be said of each map."""
        if self.values is None:
            return [State.LIVELY] * self.layer.maps
        return states(self.layer, self.values)

    @cached_property
    def bounds(self) -> Array:
        """What the strongest colour stands for in each map, float32 (maps,)."""
        if self.values is None or not self.layer.is_signed:
            return np.ones(self.layer.maps, np.float32)
        return self._scale.bounds(self.layer, self.values)

    def colours(self, theme: Theme) -> NDArray[np.uint32]:
        """Return the colour of each value, 0xffRRGGBB (maps, rows, columns).

        Where there are none all is the colour of 0: paper, or nearly.
        """
        maps, size = self.layer.maps, self.layer.size
        ramp, low = ramp_of(self.layer, theme)
        if self.values is None:
            zero = int(np.rint(255 * (0 - low) / (1 - low)))
            return np.full((maps, size, size), ramp[zero], np.uint32)
        shares = self.values.reshape(maps, size, size) / self.bounds[:, None, None]
        return colour(shares, ramp, low, 1)


def ramp_of(layer: Layer, theme: Theme) -> tuple[Ramp, float]:
    """Return a layer's colours, and what the first of them stands for; the last stands for 1."""
    return (theme.signed_ramp, -1.0) if layer.is_signed else (theme.ink_ramp, 0.0)
