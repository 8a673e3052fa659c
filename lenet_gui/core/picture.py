"""A picture of a digit: grey pixels to ink, whichever of the two is the darker."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FAINT = 0.12
"""Share of the darkest ink below which a pixel is paper: noise, shadow, compression blocks."""
BLANK = 0.08
"""Contrast, of 1, below which a picture holds nothing but paper."""
SPECKS = 6.0
"""Standard deviations of a picture's noise that none of its many pixels exceeds by chance."""


@dataclass(frozen=True, eq=False)
class Picture:
    """Ink of a picture, float32 (rows, columns) between 0 (paper) and 1 (ink)."""

    ink: NDArray[np.float32]


def picture_from_grey(grey: NDArray[np.uint8]) -> Picture:
    """Find the ink in grey values, uint8 (rows, columns), dark on light or light on dark.

    The paper's grey is the median of the picture's border; ink is what differs from it in the
    direction in which the picture as a whole differs most, and by more than the picture's noise.
    """
    values = grey.astype(np.float32) / np.float32(255)
    border = np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
    paper = float(np.median(border))
    specks = SPECKS * _noise(values)
    # Few pixels are ink: compare how far the extremes reach, not how many there are.
    darkest, lightest = np.percentile(values, (0.5, 99.5))
    if max(paper - darkest, lightest - paper) < max(BLANK, specks):
        # A thin line may be rarer than that; what there is of it must then stand out.
        darkest, lightest = values.min(), values.max()
        if max(paper - darkest, lightest - paper) < max(2 * BLANK, specks):
            return Picture(np.zeros_like(values))
    if paper - darkest >= lightest - paper:
        ink, contrast = paper - values, paper - darkest
    else:
        ink, contrast = values - paper, lightest - paper
    inked = np.clip(ink / contrast, 0, 1).astype(np.float32)
    inked[inked < max(FAINT, specks / contrast)] = 0
    return Picture(inked)


def _noise(values: NDArray[np.float32]) -> float:
    """Standard deviation of the noise, from neighbours: most of them lie on one side of any edge.

    The difference of two is √2 times as noisy as one, and half of them are within 0.674 of that.
    """
    if values.shape[1] < 2:
        return 0.0
    return float(np.median(np.abs(np.diff(values, axis=1)))) / (0.674 * 2**0.5)


def picture_from_ink(image: NDArray[np.uint8]) -> Picture:
    """Take an MNIST-style image, ink 255 and paper 0, exactly as it is."""
    return Picture(image.astype(np.float32) / np.float32(255))
