"""A picture of a digit: grey pixels to ink, whichever of the two is the darker."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FAINT = 0.12
"""Share of the darkest ink below which a pixel is paper: noise, shadow, compression blocks."""
BLANK = 0.08
"""Contrast, of 1, below which a picture holds nothing but paper."""


@dataclass(frozen=True, eq=False)
class Picture:
    """Ink of a picture, float32 (rows, columns) between 0 (paper) and 1 (ink)."""

    ink: NDArray[np.float32]


def picture_from_grey(grey: NDArray[np.uint8]) -> Picture:
    """Find the ink in grey values, uint8 (rows, columns), dark on light or light on dark.

    The paper's grey is the median of the picture's border; ink is what differs from it in the
    direction in which the picture as a whole differs most.
    """
    values = grey.astype(np.float32) / np.float32(255)
    border = np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
    paper = float(np.median(border))
    # Few pixels are ink: compare how far the extremes reach, not how many there are.
    darkest, lightest = np.percentile(values, (0.5, 99.5))
    if max(paper - darkest, lightest - paper) < BLANK:
        # A thin line may be rarer than that; what there is of it must then stand out.
        darkest, lightest = values.min(), values.max()
        if max(paper - darkest, lightest - paper) < 2 * BLANK:
            return Picture(np.zeros_like(values))
    if paper - darkest >= lightest - paper:
        ink, contrast = paper - values, paper - darkest
    else:
        ink, contrast = values - paper, lightest - paper
    inked = np.clip(ink / contrast, 0, 1).astype(np.float32)
    inked[inked < FAINT] = 0
    return Picture(inked)


def picture_from_ink(image: NDArray[np.uint8]) -> Picture:
    """Take an MNIST-style image, ink 255 and paper 0, exactly as it is."""
    return Picture(image.astype(np.float32) / np.float32(255))
