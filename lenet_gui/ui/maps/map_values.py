"""The values that a view of maps paints, and the scale of their colours."""

from dataclasses import dataclass, replace

import numpy as np

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.figure.colours import Ramp
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.theme import Theme


@dataclass(frozen=True, eq=False)
class MapValues:
    """Numbers to paint in colours.

    An activation, a sum before tanh, a difference, a gradient and a kernel are all painted from
    one of these; no view knows which of them it shows.
    """

    values: Array
    """float32 (rows, columns) of one map, or (maps, rows, columns) of several."""
    signed: bool
    """Whether the colours span -bound … bound; otherwise they span 0 … bound."""
    bound: float | Array = 1.0
    """The value of the strongest colour: in all maps, or float32 (maps,), in each."""
    are_sums: bool = False
    """Whether they are sums before tanh, which words about them say."""

    @property
    def lowest(self) -> float:
        """The value of the ramp's first colour as a share of the bound; the last one's is 1."""
        return -1.0 if self.signed else 0.0

    @property
    def has_own_bounds(self) -> bool:
        """Whether each map has its own bound."""
        return isinstance(self.bound, np.ndarray)

    def ramp(self, theme: Theme) -> Ramp:
        """Return the theme's colours for such values, from the lowest to the highest."""
        return theme.signed_ramp if self.signed else theme.ink_ramp

    def strongest(self, index: int | None = None) -> float:
        """Return the bound of map `index`; of None, the largest bound."""
        if not isinstance(self.bound, np.ndarray):
            return self.bound
        return float(self.bound.max() if index is None else self.bound[index])

    def map(self, index: int) -> "MapValues":
        """Return one of several maps."""
        return replace(self, values=self.values[index], bound=self.strongest(index))

    def shares(self) -> Array:
        """Return the values as shares of their bounds, in the same shape."""
        if isinstance(self.bound, np.ndarray):
            return self.values / self.bound[:, None, None]
        return self.values if self.bound == 1 else self.values / np.float32(self.bound)

    def ends(self, index: int | None = None) -> tuple[str, str]:
        """Return the numbers at the ends of the scale: of map `index`, or of the largest bound."""
        bound = bound_text(self.strongest(index))
        return (f"−{bound}", f"+{bound}") if self.signed else ("0", bound)


def spanning(values: Array) -> MapValues:
    """Return signed values whose largest magnitude has the strongest colour."""
    return MapValues(values, True, float(np.abs(values).max(initial=0)) or 1.0)


def bound_text(bound: float) -> str:
    """Return the number at a scale's strong end, as short as possible."""
    if bound in (1, 2):
        return str(int(bound))
    return decimal(bound, 2 if bound < 9.995 else 1)
