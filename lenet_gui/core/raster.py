"""Strokes to grey pixels: the share of each cell that a round pen covers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]

POINT_SPACING = 0.25
"""Points of a stroke closer than this, in cells along the line, add nothing that a cell shows."""
FAR = 1e4
"""Cells from the paper's corner beyond which a point's exact place no longer matters."""
BATCH = 256
"""Segments measured at once: few enough for the processor's cache, and for any drawing's memory."""


def rasterize(strokes: Sequence[NDArray[np.float64]], pen: float, size: int) -> Image:
    """Draw `strokes` with a round pen onto a paper of `size`×`size` cells.

    Points are in cells: cell (row, column) spans column … column+1 and row … row+1. `pen` is the
    diameter in cells. Returns float32 (size, size) between 0 (paper) and 1 (ink). Coverage is
    taken as `pen/2 + 1/2 − distance` from the cell's centre to the line, cut to 0 … min(pen, 1):
    exact for a straight edge along the grid, and close to it otherwise.
    """
    starts, ends = segments(strokes)
    centres = np.arange(size, dtype=np.float32) + np.float32(0.5)
    nearest = np.full((size, size), np.inf, np.float32)
    for first in range(0, len(starts), BATCH):
        batch = slice(first, first + BATCH)
        np.minimum(nearest, _squared_distances(starts[batch], ends[batch], centres), out=nearest)
    coverage: Image = np.clip(np.float32(pen / 2 + 0.5) - np.sqrt(nearest), 0, min(pen, 1.0))
    return coverage


def segments(
    strokes: Sequence[NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the starts and ends, each (segments, 2), of the straight pieces of the strokes.

    Points closer than POINT_SPACING to the one before are dropped first; a dot is one segment of
    length 0.
    """
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for points in strokes:
        if len(points) > 2:
            lengths = np.hypot(*np.diff(points, axis=0).T)
            step = np.floor(np.concatenate(([0.0], np.cumsum(lengths))) / POINT_SPACING)
            keep = np.concatenate(([True], step[1:] != step[:-1]))
            keep[-1] = True
            points = points[keep]
        if len(points) == 1:
            points = np.repeat(points, 2, axis=0)
        starts.append(points[:-1])
        ends.append(points[1:])
    return np.concatenate(starts), np.concatenate(ends)


def _squared_distances(
    starts: NDArray[np.float64], ends: NDArray[np.float64], centres: NDArray[np.float32]
) -> Image:
    """Squared distance of each cell's centre to the nearest segment, float32 (rows, columns)."""
    first = np.clip(starts, -FAR, FAR).astype(np.float32)
    span = np.clip(ends, -FAR, FAR).astype(np.float32) - first
    squared_length = (span**2).sum(axis=1)
    along = span / np.where(squared_length > 0, squared_length, 1)[:, None]
    x = (centres - first[:, 0, None])[:, None, :]
    y = (centres - first[:, 1, None])[:, :, None]
    # Where on the segment the nearest point lies: 0 at its start, 1 at its end.
    place = np.clip(x * along[:, 0, None, None] + y * along[:, 1, None, None], 0, 1)
    across = x - place * span[:, 0, None, None]
    down = y - place * span[:, 1, None, None]
    squared: Image = (across * across + down * down).min(axis=0)
    return squared
