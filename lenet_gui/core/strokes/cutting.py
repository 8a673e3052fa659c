"""Parts of strokes: from one place on a line to another.

A place counts points: 0 is the first, 2.25 a quarter of the way from the third to the fourth.
"""

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray


def part(values: NDArray[np.float64], start: float, end: float) -> NDArray[np.float64]:
    """Return what lies from place `start` to place `end`, read-only.

    `values` are a stroke's points, (points, 2), or its pressures or times, (points,). What they
    hold in between comes back as it is; the ends lie on the straight line between two of them.
    """
    first, last = ceil(start), floor(end)
    parts = [values[first : last + 1]]
    if start != first:
        parts.insert(0, _at(values, start))
    if end != last:
        parts.append(_at(values, end))
    cut = np.concatenate(parts)
    cut.setflags(write=False)
    return cut


def _at(values: NDArray[np.float64], place: float) -> NDArray[np.float64]:
    """Return the one value at a place between two, kept from rounding beyond either."""
    before, after = values[floor(place)], values[floor(place) + 1]
    between = before + (place - floor(place)) * (after - before)
    clipped = np.clip(between, np.minimum(before, after), np.maximum(before, after))
    return np.asarray(clipped)[None]
