"""Where connected ink may be cut into digits: from top to bottom, through little ink.

The minima of the vertical profile say where two digits touch (LeCun et al. 1998, section V), but
slanted digits overlap from left to right, and no vertical line parts them. So a cut may turn: near
each column, it is the path down the picture that costs least, where ink costs most (Lee, Lee, Park,
IEEE Trans. Pattern Analysis and Machine Intelligence 18, 1996).
"""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.resizing import Image, resize_area

FINE = 32
"""Pixels to which a line of writing is shrunk, in height, to look for cuts."""
BAND = 0.25
"""How far to either side of its column a cut may turn, in heights of the line."""
TURN = 0.03
"""What a step to the side costs, in pixels of full ink."""
AWAY = 0.02
"""What a pixel of distance from its column costs in each row, likewise: so it won't go around."""
APART = 0.15
"""Least distance between two cuts, and to the ink's sides, in heights of the line."""
MOST_INK = 0.45
"""Ink that a cut passes through at most, in heights of the line."""
A_HEIGHT = 4
"""Most cuts in a stretch as wide as the line is high."""

Seam = NDArray[np.int64]
"""For each row of the ink, the first column right of a cut."""
Values = NDArray[np.float32]


def seams(ink: Image, height: float) -> list[Seam]:
    """Return the cuts through ink, float32 (rows, columns), from left to right.

    `height` is that of its line of writing, in pixels. Cuts may join, but never cross.
    """
    scale = min(1.0, FINE / height)
    rows, columns = (max(1, round(side * scale)) for side in ink.shape)
    small = ink if ink.shape == (rows, columns) else resize_area(ink, rows, columns)
    unit = height * rows / ink.shape[0]
    cost, steps, ends = _cheapest_paths(small, round(BAND * unit))
    chosen = _chosen(cost, unit)
    if not len(chosen):
        return []
    paths = np.sort(_followed(steps[:, chosen], ends[chosen], chosen), axis=1)
    across = ink.shape[1] / columns
    down = (np.arange(ink.shape[0]) + 0.5) * rows / ink.shape[0] - 0.5
    return [
        np.rint((np.interp(down, np.arange(rows), path) + 0.5) * across).astype(np.int64)
        for path in paths.T
    ]


def _cheapest_paths(ink: Image, band: int) -> tuple[Values, NDArray[np.int8], NDArray[np.int64]]:
    """Return the cheapest path down near each column.

    These are its cost, (columns,), the step from the row above, −1, 0 or 1, at each place of each
    column's band, (rows, columns, places), and the place in which it ends, (columns,).
    """
    rows, columns = ink.shape
    places = 2 * band + 1
    padded = np.pad(ink.astype(np.float32), ((0, 0), (band, band)))
    aside = np.abs(np.arange(places, dtype=np.float32) - band)
    near = np.lib.stride_tricks.sliding_window_view(padded, places, axis=1)
    away, off = np.float32(TURN) * aside, np.float32(AWAY) * aside
    turn = np.float32(TURN)
    steps = np.zeros((rows, columns, places), np.int8)
    beside = np.full((columns, places + 2), np.inf, np.float32)
    cost = near[0] + off + away
    for row in range(1, rows):
        beside[:, 1:-1] = cost
        from_left, from_right = beside[:, :-2] + turn, beside[:, 2:] + turn
        turned = np.minimum(from_left, from_right)
        steps[row] = np.where(turned < cost, np.where(from_left < from_right, -1, 1), 0)
        cost = np.minimum(cost, turned) + near[row] + off
    cost = cost + away
    return cost.min(axis=1), steps, cost.argmin(axis=1)


def _followed(
    steps: NDArray[np.int8], ends: NDArray[np.int64], chosen: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the column in each row, (rows, chosen), of some columns' paths."""
    rows, count, places = steps.shape
    paths = np.empty((rows, count), np.int64)
    at, which = ends, np.arange(count)
    for row in range(rows - 1, -1, -1):
        paths[row] = at
        at = at + steps[row, which, at]
    columns: NDArray[np.int64] = paths + chosen - places // 2
    return columns


def _chosen(cost: Values, unit: float) -> NDArray[np.int64]:
    """Return the columns with the cheapest paths, far enough from each other and the sides."""
    columns, margin = len(cost), max(1, round(APART * unit))
    padded = np.pad(cost, margin // 2, constant_values=np.inf)
    window = 2 * (margin // 2) + 1
    lowest = np.lib.stride_tricks.sliding_window_view(padded, window).min(axis=1)
    ends = np.arange(margin, columns - margin)
    ends = ends[(cost <= lowest)[ends] & (cost <= MOST_INK * unit)[ends]]
    chosen: list[int] = []
    for end in ends[np.argsort(cost[ends], kind="stable")].tolist():
        if len(chosen) < round(A_HEIGHT * columns / unit) and all(
            abs(end - other) >= margin for other in chosen
        ):
            chosen.append(end)
    return np.array(sorted(chosen), np.int64)
