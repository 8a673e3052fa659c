"""Painting a line into a picture's pixels, as ink or as paper."""

import numpy as np

from lenet_gui.core.framing.raster import Image, coverage
from lenet_gui.core.framing.segments import Points, join_strokes, segments


def painted(ink: Image, path: Points, pen: float, is_ink: bool = True) -> Image:
    """Return a picture's ink, float32 (rows, columns), with a line painted over it.

    `path`, float64 (points, 2), and the round pen's diameter `pen` are in pixels; one point is a
    dot. Each pixel gets the share of ink that `coverage` gives it, unless it has more, or loses as
    much of its paper. So painting the same line again changes nothing, and a line may be painted
    piece by piece. Ink that doesn't change is returned as the same array.
    """
    lines = join_strokes([path], pen)
    reach = pen / 2 + 1
    low = np.maximum(np.floor(path.min(axis=0) - reach), 0).astype(int)
    high = np.minimum(np.ceil(path.max(axis=0) + reach), ink.shape[::-1]).astype(int)
    if (low >= high).any():
        return ink
    (left, top), (right, bottom) = low.tolist(), high.tolist()
    square = coverage(
        segments(lines.moved(lambda points: points - low)), max(right - left, bottom - top)
    )
    line = square[: bottom - top, : right - left]
    before = ink[top:bottom, left:right]
    after = np.maximum(before, line) if is_ink else np.minimum(before, 1 - line)
    if np.array_equal(before, after):
        return ink
    changed = ink.copy()
    changed[top:bottom, left:right] = after
    return changed
