"""Which of many segments may be seen, and which are surely hidden by others.

A paper of 28×28 cells is soon full: of a scribble's thousands of segments most lie where the ink is
as dark as it gets, or are farther from every cell than another. Looking which are not is some
hundred times cheaper than measuring each against the cells around it.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Image = NDArray[np.float32]
Points = NDArray[np.float64]

ROUNDING = 1e-3
"""Cells that no rounding of depths and places comes to."""


def may_show(
    starts: Points, ends: Points, depth: Image, reach: float, full: float, play: float = 0.0
) -> NDArray[np.bool_]:
    """Return which segments some cell may lie deeper in than it lies in ink, bool (segments,).

    `starts` and `ends`, each (segments, 2), are the segments'. `depth`, float32 (size, size), tells
    how deep in ink each cell's centre lies at least, `full` from where on deeper makes no
    difference, and `reach` from how far a segment inks a cell. `play` is how far all ink may yet be
    moved together, in any direction. All are in cells.
    """
    size = len(depth)
    # How near a segment must come to each cell's centre; to one that stays full, none does.
    near = reach + ROUNDING - np.maximum(depth - 2 * play, -play)
    near[depth >= full + play + ROUNDING] = -np.inf
    # From each cell's centre: how much farther than it is from all others they still ask for.
    window = int(np.ceil(reach + play)) + 1
    offsets = np.arange(-window, window + 1)
    cone = np.hypot(offsets[:, None], offsets).astype(np.float32)
    padded = np.full((size + 2 * window, size + 2 * window), -np.inf, np.float32)
    padded[window:-window, window:-window] = near
    shifted = sliding_window_view(padded, depth.shape)
    spare = (shifted - cone[:, :, None, None]).reshape(cone.size, size, size).max(axis=0)
    middles, span = (starts + ends) / 2, ends - starts
    # That changes from place to place by no more than the way between them.
    cells = np.minimum(np.maximum(np.floor(middles), 0), size - 1).astype(np.int64)
    away = middles - cells - 0.5
    extent = np.hypot(away[:, 0], away[:, 1]) + np.hypot(span[:, 0], span[:, 1]) / 2
    # The windows leave out what is more than 1 beyond reach: nothing is said of long segments.
    shows: NDArray[np.bool_] = (spare[cells[:, 1], cells[:, 0]] + extent >= 0) | (extent >= 1)
    return shows
