"""Grey values of a coloured picture, in which its ink stands out from its paper."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.background import box_mean, window_of
from lenet_gui.core.photo.resizing import shrunk

COLOUR_SIDE = 192
"""Longer side, in pixels, of the copy in which the ink's colour is found."""


def grey_from_colour(colour: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return grey values, uint8 (rows, columns), of red, green and blue, uint8 (rows, columns, 3).

    Each channel is weighted by how much ink and paper differ in it: yellow ink on white shows only
    in blue. Equal channels are returned unchanged.
    """
    weights = _channel_weights(colour)
    low = 255 * np.minimum(weights, 0).sum()
    grey = colour.astype(np.float32) @ weights - low
    np.rint(grey, out=grey)
    rounded: NDArray[np.uint8] = np.clip(grey, 0, 255, out=grey).astype(np.uint8)
    return rounded


def _channel_weights(colour: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return each channel's weight, float32 (3,); their amounts sum to 1."""
    rest = []
    for channel in range(3):
        small = shrunk(colour[:, :, channel].astype(np.float32) / np.float32(255), COLOUR_SIDE)
        rest.append((small - box_mean(small, 2 * window_of(small) + 1)).ravel())
    differences = np.stack(rest)
    # The extra square makes the few pixels that differ most, those of the ink, count most.
    heavy = differences * (differences**2).sum(axis=0)
    amounts, axes = np.linalg.eigh(heavy @ differences.T)
    axis = axes[:, -1] if amounts[-1] > 0 else np.ones(3)
    axis = axis * (np.sign(axis.sum()) or 1.0)
    weights: NDArray[np.float32] = (axis / np.abs(axis).sum()).astype(np.float32)
    return weights
