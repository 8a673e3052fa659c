"""Move or scale drawings on the canvas, to check that it makes no difference to a reading.

Only strokes move. The pen and the canvas stay as they are, as if someone drew the same digit
smaller or in a corner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

import numpy as np

from lenet_gui.core.datasets.sample import Sample, TextSample
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.core.strokes.transforming import bounds, transformed
from lenet_gui.errors import DatasetError

RANDOM_SIZES = (0.35, 0.5)
"""Range of the random sizes of `Place.RANDOM` if no size is given."""
DEFAULT_SIZE = 0.95
"""Default size, as a share of the canvas's height."""


Placed = TypeVar("Placed", bound=Sample | TextSample)


class Place(StrEnum):
    """Places on the canvas."""

    CENTRE = "centre"
    CORNER = "corner"
    RANDOM = "random"


@dataclass(frozen=True)
class Placement:
    """A place and a size for every drawing of a data set.

    `size` is the longer side of the ink as a share of the canvas's height; by default it is
    DEFAULT_SIZE or, at random places, random within RANDOM_SIZES. Corners are taken in turn. `seed`
    makes random places repeatable.
    """

    place: Place
    size: float | None = None
    seed: int = 0

    def apply(self, samples: Iterable[Placed]) -> Iterator[Placed]:
        """Yield the samples with their drawings moved and scaled.

        Raises DatasetError for pictures: they have no strokes to move.
        """
        generator = np.random.default_rng(self.seed)
        for number, sample in enumerate(samples):
            if not isinstance(sample.source, Drawing):
                raise DatasetError("Only drawings can be repositioned; these are pictures.")
            size, x, y = self._next(number, generator)
            yield replace(sample, source=placed(sample.source, size, x, y))

    def _next(self, number: int, generator: np.random.Generator) -> tuple[float, float, float]:
        """Return size, x and y for the drawing with that number."""
        if self.place is Place.RANDOM:
            # Always draw three numbers, so that places don't depend on whether a size is given.
            size, x, y = (float(value) for value in generator.random(3))
            low, high = RANDOM_SIZES
            return (low + size * (high - low) if self.size is None else self.size), x, y
        size = DEFAULT_SIZE if self.size is None else self.size
        if self.place is Place.CENTRE:
            return size, 0.5, 0.5
        return size, float(number % 2), float(number // 2 % 2)


def placed(drawing: Drawing, size: float, x: float, y: float) -> Drawing:
    """Return `drawing` scaled and moved on its canvas; without a canvas, it gets ours.

    `size` is the longer side of the strokes as a share of the canvas's height, aspect kept. `x` and
    `y` are their position in the remaining room: 0 is left or top, 1 right or bottom.
    """
    canvas = drawing.canvas or (CANVAS_SIZE, CANVAS_SIZE)
    drawing = replace(drawing, canvas=canvas)
    extent = bounds(drawing)
    if extent is None:
        return drawing
    low = np.array(extent[:2])
    box = np.array(extent[2:]) - low
    longer = float(box.max())
    scale = size * min(canvas) / longer if longer > 0 else 1.0
    corner = (np.array(canvas) - box * scale) * (x, y)
    return transformed(drawing, lambda points: (points - low) * scale + corner)
