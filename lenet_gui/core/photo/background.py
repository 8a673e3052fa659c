"""The paper under the ink: how light it is at each pixel, and which way the ink differs from it.

The light is estimated on a small copy of the picture: a morphological closing (dark ink) or opening
(light ink), in a window larger than the pen, removes thin things such as strokes and leaves the
edges of shadows in place.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.resizing import Image, resize_smoothly, shrunk

Values = TypeVar("Values", Image, NDArray[np.bool_])

SMALL_SIDE = 128
"""Longer side, in pixels, of the copy on which the paper's light is estimated."""
WINDOW = 0.22
"""Side of the window that closes over strokes, as a share of the picture's shorter side."""
STRIP = 64
"""Rows summed at once: few enough for the processor's cache."""
DARKNESS = 0.15
"""Added to the paper's light, 0 … 1, before contrasts are divided by it: black has none."""


def small_copy(values: Image) -> Image:
    """Return the copy of a picture on which its paper is looked at."""
    return shrunk(values, SMALL_SIDE)


def darkness(values: Image, is_dark: bool, small: Image) -> Image:
    """Return how much each pixel differs from its paper in the ink's direction, float32.

    `values` are grey, float32 (rows, columns) between 0 and 1, and `small` is their small copy;
    `is_dark` says whether the ink is darker than the paper. The difference is relative to the light
    on the paper, so the same ink is as dark in a shadow. Paper is about 0; what is lighter than the
    paper around dark ink is negative.
    """
    signed = values if is_dark else -values
    paper = _closed(small if is_dark else -small)
    light = resize_smoothly(paper, *values.shape)
    dark = light - signed
    np.abs(light, out=light)
    light += np.float32(DARKNESS)
    dark /= light
    return dark


def window_of(small: Image) -> int:
    """Return the odd side, in pixels, of a window larger than the pen."""
    return max(3, round(WINDOW * float(min(small.shape))) | 1)


def ink_is_dark(small: Image) -> bool:
    """Return whether the few pixels that differ most from the mean around them are darker."""
    skews = [0.0]
    for window in (window_of(small), 2 * window_of(small) + 1):
        rest = small - box_mean(small, window)
        rest -= np.median(rest)
        squares = rest * rest
        spread = float(squares.mean()) ** 1.5
        if spread > 0:
            skews.append(float((squares * rest).mean()) / spread)
    return max(skews, key=abs) <= 0


def _closed(values: Image) -> Image:
    window = window_of(values)
    return -greatest(-greatest(values, window), window)


def greatest(values: Values, window: int) -> Values:
    """Return the greatest value in the square around each pixel, cut at the picture's edges.

    Of a mask, bool, these are the pixels that it covers or has near.
    """
    least = False if values.dtype == bool else -np.inf
    reach = window // 2
    for _ in range(2):
        padded = np.full((values.shape[0] + 2 * reach, values.shape[1]), least, values.dtype)
        padded[reach : reach + len(values)] = values
        covered, length = 1, len(padded)
        while covered < window:  # doubling: log₂ window steps
            step = min(covered, window - covered)
            length -= step
            padded = np.maximum(padded[:length], padded[step : step + length])
            covered += step
        values = padded.T
    return values


def box_mean(values: Image, window: int) -> Image:
    """Return the mean of the square of an odd side around each pixel, cut at the edges."""
    height, width = values.shape
    reach = window // 2
    padded = np.zeros((height + 2 * reach, width + 2 * reach), values.dtype)  # which add nothing
    padded[reach : reach + height, reach : reach + width] = values
    down, across = _counts(height, window)[:, None], _counts(width, window)
    means = np.empty_like(values)
    for first in range(0, height, STRIP):
        strip = padded[first : first + STRIP + window - 1]
        sums = _sums(_sums(strip, window).T, window).T
        np.divide(sums, down[first : first + STRIP] * across, out=means[first : first + STRIP])
    return means


def _counts(length: int, window: int) -> Image:
    """Return how many places there are in the window around each one, float32 (length,)."""
    places, reach = np.arange(length), window // 2
    counts = np.minimum(places + reach + 1, length) - np.maximum(places - reach, 0)
    return counts.astype(np.float32)


def _sums(values: Image, window: int) -> Image:
    """Return the sum of each `window` successive rows, (rows - window + 1, columns).

    Of 9 rows it is that of 8, and one more; of 8 that of 4, twice.
    """
    found = len(values) - window + 1
    total = values[window - 1 :].copy()  # one more, because the window is odd
    length, at = 1, 0
    while 2 * length <= window:
        values = values[:-length] + values[length:]
        length *= 2
        if window & length:
            total += values[at : at + found]
            at += length
    return total
