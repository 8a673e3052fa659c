"""Contrast: how much each pixel of a picture resembles ink, and the ink above a threshold.

A clean picture, drawn by a program, is used as it is: every grey of its edges counts. All others
are photographs or scans: light is evened out (`background.py`), noise smoothed, ruled lines removed
(`ruled_lines.py`), and specks darker than the threshold are left out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.background import box_mean
from lenet_gui.core.photo.connected_components import Mask, Pieces, find_pieces
from lenet_gui.core.photo.photograph import BLANK, SPECKS, noise_of, photographed, widened
from lenet_gui.core.photo.resizing import Image
from lenet_gui.core.photo.surroundings import find_page, surrounding

THRESHOLD = 0.5
"""Default threshold: halfway from the paper to the ink."""
THRESHOLDS = (0.1, 0.9)
"""Lowest and highest threshold."""
FLAT = 3 / 255
"""The most by which a clean picture's border differs from its paper, in lightness 0 … 1."""
FAINT = 0.12
"""Share of the darkest ink below which a clean picture's pixel is paper."""
SURE = 1.4
"""How many times darker than the threshold a piece must be at its darkest; else it is noise."""
SPECK = 0.03
"""Area below which a piece is no part of a digit, as a share of the largest piece's."""
SLIVER = 0.03
"""How far a piece at the edge may reach in and not be ink, as a share of the shorter side."""
SOFT = 0.25
"""Darkness on either side of the threshold, as a share of the ink's, within which ink is
partial."""


@dataclass(frozen=True, eq=False)
class Contrast:
    """How much pixels resemble ink: `dark`, float32 (rows, columns), about 0 on paper, 1 in ink.

    `is_clean`: whether the picture has no noise and no shadows. Without ink `dark` is 0 everywhere.
    """

    dark: Image
    is_clean: bool

    def ink(self, threshold: float = THRESHOLD) -> Image:
        """Return the ink, float32 (rows, columns) between 0 (paper) and 1 (ink).

        `threshold` separates ink from paper, on a scale from 0 (paper) to 1 (ink): a lower one
        includes fainter lines, a higher one excludes darker smudges. It is clamped to THRESHOLDS.
        """
        threshold = float(np.clip(threshold, *THRESHOLDS))
        if self.is_clean:
            is_ink = self.dark >= FAINT * threshold / THRESHOLD
            ink = np.clip(self.dark + np.float32(THRESHOLD - threshold), 0, 1)
            return _as_image(np.where(is_ink & (self.dark > 0), ink, 0))
        mask = self._mask(threshold)
        # The pixels beside the ink may hold some of it too.
        beside = box_mean(mask.astype(np.float32), 3) > 0
        soft = (self.dark - np.float32(threshold - SOFT)) / np.float32(2 * SOFT)
        return _as_image(np.where(beside, np.clip(soft, 0, 1), 0))

    def _mask(self, threshold: float) -> Mask:
        """Return which pixels are darker than a threshold and not specks."""
        shape = (self.dark.shape[0], self.dark.shape[1])
        pieces = find_pieces(self.dark >= threshold)
        kept = pieces.peaks(self.dark) >= min(SURE * threshold, 0.95)
        kept &= pieces.areas >= SPECK * pieces.areas[kept].max(initial=0)
        inner = kept & ~_slivers(pieces, shape)
        return pieces.mask(inner if inner.any() else kept, shape)


def contrast_of(grey: NDArray[np.uint8]) -> Contrast:
    """Measure a picture's grey values, uint8 (rows, columns), dark on light or light on dark."""
    values = grey.astype(np.float32) / np.float32(255)
    border = np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
    paper = float(np.median(border))
    if float(np.abs(border - paper).max()) <= FLAT:
        return _without_frames(_clean(values, paper), grey)
    return Contrast(photographed(values), False)


def _without_frames(dark: Image, grey: NDArray[np.uint8]) -> Contrast:
    """Return a clean picture's contrast: on the page or in the frame that it shows, if any."""
    shape = (dark.shape[0], dark.shape[1])
    pieces = find_pieces(dark >= THRESHOLD)
    page = find_page(pieces, shape)
    if page is not None:
        within = contrast_of(grey[page.top : page.bottom, page.left : page.right])
        if within.dark.any():
            whole = np.zeros_like(dark)
            whole[page.top : page.bottom, page.left : page.right] = within.dark
            return Contrast(whole, within.is_clean)
    around = surrounding(pieces, shape)
    if around.any():
        dark = np.where(widened(pieces.mask(around, shape)), np.float32(0), dark)
    return Contrast(dark, True)


def _clean(values: Image, paper: float) -> Image:
    """Return how much each pixel resembles ink on paper of one shade.

    Ink is darker or lighter than the paper, as the picture differs most from it, and by more than
    the noise.
    """
    specks = SPECKS * noise_of(values)
    # Few pixels are ink: compare how far the extremes reach, not how many there are.
    darkest, lightest = np.percentile(values, (0.5, 99.5))
    if max(paper - darkest, lightest - paper) < max(BLANK, specks):
        # A thin line may have fewer pixels; then they must stand out more.
        darkest, lightest = values.min(), values.max()
        if max(paper - darkest, lightest - paper) < max(2 * BLANK, specks):
            return np.zeros_like(values)
    if paper - darkest >= lightest - paper:
        ink, contrast = paper - values, paper - darkest
    else:
        ink, contrast = values - paper, lightest - paper
    dark = _as_image(np.clip(ink / contrast, 0, 1))
    dark[dark < specks / contrast] = 0
    return dark


def _slivers(pieces: Pieces, shape: tuple[int, int]) -> Mask:
    """Return which pieces lie along the picture's edge, as a table beside the paper does."""
    height, width = shape
    thin = 3 + SLIVER * min(shape)
    across = (pieces.tops == 0) | (pieces.bottoms == height)
    down = (pieces.lefts == 0) | (pieces.rights == width)
    flat, narrow = pieces.bottoms - pieces.tops <= thin, pieces.rights - pieces.lefts <= thin
    slivers: Mask = (across & flat) | (down & narrow)
    return slivers


def _as_image(values: NDArray[np.floating]) -> Image:
    return values.astype(np.float32)
