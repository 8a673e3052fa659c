"""Strokes of uneven ink: how dark the ink is at each place, so that pale parts count as ink too."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.background import box_mean, greatest
from lenet_gui.core.photo.resizing import Image, resize_smoothly

PALEST = 0.35
"""The palest ink looked for, as a share of the picture's."""
CLEAR = 7.0
"""How many times darker than the noise the palest ink must be."""
COARSE = 192
"""Longer side, in blocks, of the grid on which the ink's darkness is found."""
AROUND = 0.04
"""Side of the square whose darkest pixel is the ink there, as a share of the longer side."""


def local_level(dark: Image, noise: float) -> Image | None:
    """Return how dark the ink is around each pixel, float32 (rows, columns), PALEST … 1.

    `dark` is how much each pixel resembles ink, `noise` the standard deviation of that. None if the
    noise hides paler ink.
    """
    least = max(PALEST, CLEAR * noise)
    if least >= 1:
        return None
    block = -(-max(dark.shape) // COARSE)
    height, width = (-(-side // block) for side in dark.shape)
    padded = np.pad(dark, ((0, height * block - dark.shape[0]), (0, width * block - dark.shape[1])))
    blocks = padded.reshape(height, block, width, block).max(axis=(1, 3))
    window = max(3, round(AROUND * max(blocks.shape)) | 1)
    coarse = np.clip(box_mean(greatest(blocks, window), window), least, 1)
    level = np.ones(dark.shape, np.float32)
    rows, columns = (_span((blocks > least / 4).any(axis=axis), block, window) for axis in (1, 0))
    found = resize_smoothly(
        coarse[rows[1], columns[1]],
        rows[0].stop - rows[0].start,
        columns[0].stop - columns[0].start,
    )
    inside = level[rows[0], columns[0]]
    inside[:] = found[: inside.shape[0], : inside.shape[1]]
    return level


def _span(inked: NDArray[np.bool_], block: int, window: int) -> tuple[slice, slice]:
    """Return where there may be ink, in pixels and in blocks."""
    places = np.flatnonzero(inked)
    first, last = (int(places[0]), int(places[-1]) + 1) if len(places) else (0, 1)
    first, last = max(0, first - window), min(len(inked), last + window)
    return slice(first * block, last * block), slice(first, last)
