"""Where ink lies in an image, as a map of points there and back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Fit:
    """Where a drawing's points lie in the framed image: pixels are units · `scale` + (`x`, `y`)."""

    scale: float
    x: float
    y: float

    def apply(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Take points, (n, 2), from the drawing's units to pixels of 28."""
        return points * self.scale + (self.x, self.y)

    def invert(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Take points, (n, 2), from pixels of 28 back to the drawing's units."""
        return (points - (self.x, self.y)) / self.scale
