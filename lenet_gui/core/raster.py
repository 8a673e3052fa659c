"""Strokes to grey pixels: the share of each cell that a round pen covers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]

POINT_SPACING = 0.25
"""Points of a stroke closer than this, in cells along the line, add nothing that a cell shows."""


def rasterize(strokes: Sequence[NDArray[np.float64]], pen: float, size: int) -> Image:
    """Draw `strokes` with a round pen onto a paper of `size`×`size` cells.

    Points are in cells: cell (row, column) spans column … column+1 and row … row+1. `pen` is the
    diameter in cells. Returns float32 (size, size) between 0 (paper) and 1 (ink). Coverage is
    taken as `pen/2 + 1/2 − distance` from the cell's centre to the line, cut to 0 … 1: exact for a
    straight edge along the grid, and close to it otherwise.
    """
    starts, ends = segments(strokes)
    # Each piece is at most a cell long, so the cells it can touch lie in a small window around it.
    reach = int(np.ceil(pen / 2 + 1.0))
    middle = np.floor((starts + ends) / 2).astype(np.int64)
    near = ((middle >= -reach) & (middle < size + reach)).all(axis=1)
    starts, ends, middle = starts[near], ends[near], middle[near]

    offsets = np.arange(-reach, reach + 1)
    side = size + 4 * reach  # a border that windows may write to and nobody reads
    columns = middle[:, 0, None] + offsets
    rows = middle[:, 1, None] + offsets
    squared = _squared_distances(starts, ends, columns + 0.5, rows + 0.5)
    cells = (rows + 2 * reach)[:, :, None] * side + (columns + 2 * reach)[:, None, :]

    nearest = np.full(side * side, 1e9, np.float32)
    np.minimum.at(nearest, cells.ravel(), squared.ravel())
    inner = nearest.reshape(side, side)[2 * reach : -2 * reach, 2 * reach : -2 * reach]
    coverage: Image = np.clip(np.float32(pen / 2 + 0.5) - np.sqrt(inner), 0, 1)
    return coverage


def segments(
    strokes: Sequence[NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the starts and ends, each (pieces, 2), of the strokes cut into pieces of ≤ 1 cell.

    Points closer than POINT_SPACING to the one before are dropped first; a dot is one piece of
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
    return _cut(np.concatenate(starts), np.concatenate(ends))


def _cut(
    starts: NDArray[np.float64], ends: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cut each segment into equal pieces no longer than one cell."""
    steps = ends - starts
    pieces = np.maximum(np.ceil(np.hypot(steps[:, 0], steps[:, 1])), 1).astype(np.int64)
    if (pieces == 1).all():
        return starts, ends
    which = np.repeat(np.arange(len(starts)), pieces)
    place = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    piece = steps[which] / pieces[which, None]
    first = starts[which] + place[:, None] * piece
    return first, first + piece


def _squared_distances(
    starts: NDArray[np.float64],
    ends: NDArray[np.float64],
    columns: NDArray[np.floating],
    rows: NDArray[np.floating],
) -> Image:
    """Squared distance of each window cell to its piece, float32 (pieces, rows, columns)."""
    along = (ends - starts).astype(np.float32)
    squared_length = (along**2).sum(axis=1)
    along /= np.where(squared_length > 0, squared_length, 1)[:, None]
    x = (columns - starts[:, 0, None]).astype(np.float32)
    y = (rows - starts[:, 1, None]).astype(np.float32)
    # Where on the piece the nearest point lies: 0 at its start, 1 at its end.
    place = np.clip(
        y[:, :, None] * along[:, 1, None, None] + x[:, None, :] * along[:, 0, None, None], 0, 1
    )
    span = (ends - starts).astype(np.float32)
    across = x[:, None, :] - place * span[:, 0, None, None]
    down = y[:, :, None] - place * span[:, 1, None, None]
    return np.asarray(across * across + down * down, np.float32)
