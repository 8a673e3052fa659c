"""The scale of a layer's colours, and its legend."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import Layer
from lenet_gui.figure.colours import Colours, Ramp, colour
from lenet_gui.figure.shapes import Box, Cells, Item, Run, Text

SCALE_WIDTH, SCALE_HEIGHT = 64, 10
ENDS_WIDTH = 40
"""Room for a number at either end."""
LEGEND_WIDTH = SCALE_WIDTH + 2 * ENDS_WIDTH
SMALL = 12.0


@dataclass(frozen=True, eq=False)
class LayerScale:
    """The colours of one layer's values.

    Ink and probabilities span 0 … 1, signed values -bound … bound. `bounds` has a bound for each
    map, float32 (maps,); all are 1 if it is None.
    """

    layer: Layer
    theme: Colours
    bounds: NDArray[np.float32] | None = None

    @property
    def is_signed(self) -> bool:
        """Whether values can be negative: results of tanh, and averages of them."""
        return self.layer.is_signed

    @property
    def ramp(self) -> Ramp:
        """The colours from the lowest value to the highest."""
        return self.theme.signed_ramp if self.is_signed else self.theme.ink_ramp

    @cached_property
    def _own_bounds(self) -> NDArray[np.float32]:
        if self.bounds is None or not self.is_signed:
            return np.ones(self.layer.maps, np.float32)
        return self.bounds

    def colours(self, map_: int, values: NDArray[np.float32]) -> NDArray[np.uint32]:
        """Return the colours of a map's values, of the same shape."""
        shares = values / self._own_bounds[map_]
        return colour(shares, self.ramp, -1.0 if self.is_signed else 0.0, 1)

    def legend(self, right: float, baseline: float, map_: int | None = None) -> list[Item]:
        """Return the legend, for one map or all of them, flush right at `right`."""
        bounds = self._own_bounds if map_ is None else self._own_bounds[map_ : map_ + 1]
        low, high = self._ends(bounds)
        muted = self.theme.muted
        left = right - ENDS_WIDTH - SCALE_WIDTH
        top = baseline - SCALE_HEIGHT + 1
        shades = self.ramp[np.linspace(0, 255, SCALE_WIDTH).round().astype(int)][None]
        return [
            Cells(left, top, 1, SCALE_HEIGHT, shades),
            Box(left, top, SCALE_WIDTH, SCALE_HEIGHT, self.theme.line),
            Text(left - 6, baseline, SMALL, (Run(low, muted),), "end"),
            Text(right - ENDS_WIDTH + 6, baseline, SMALL, (Run(high, muted),)),
        ]

    def note(self) -> str:
        """Return a note if each map has its own scale; otherwise the legend is enough."""
        least, most = float(self._own_bounds.min()), float(self._own_bounds.max())
        return "" if least == most else f"each map's own, ±{least:.2f} … ±{most:.2f}"

    def _ends(self, bounds: NDArray[np.float32]) -> tuple[str, str]:
        if not self.is_signed:
            return "0", "1"
        if bounds.min() != bounds.max():
            return "−", "+"
        bound = float(bounds[0])
        shown = "1" if bound == 1 else f"{bound:.2f}"
        return f"−{shown}", f"+{shown}"
