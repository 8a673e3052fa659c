"""Contrast: how much each pixel of a picture resembles ink, and the ink above a threshold.

A clean picture, drawn by a program, is used as it is: every grey of its edges counts. All others
are photographs or scans: light is evened out (`background.py`), noise smoothed, ruled lines removed
(`ruled_lines.py`), and specks darker than the threshold are left out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.connected_components import Mask, Pieces, find_pieces
from lenet_gui.core.photo.pale import local_level
from lenet_gui.core.photo.photograph import BLANK, SPECKS, noise_of, photographed, widened
from lenet_gui.core.photo.resizing import Image
from lenet_gui.core.photo.surroundings import find_page, surrounding
from lenet_gui.core.photo.thresholds import other_inks, soft_ink

THRESHOLD = 0.5
"""Default threshold: halfway from the paper to the ink."""
THRESHOLDS = (0.1, 0.9)
"""Lowest and highest threshold."""
FLAT = 3 / 255
"""The most by which a clean picture's border differs from its paper, in lightness 0 … 1."""
FAINT = 0.12
"""Share of the darkest ink below which a clean picture's pixel is paper."""
PALE = 0.25
"""The same for a frame's contents: they may be paler than the frame."""
MNIST_SHAPE = (28, 28)
"""Rows and columns of an image that may be one of a data set's."""
FRAMED = 16
"""Longer side of the ink in such an image at least; in MNIST's it is 20."""
PLAIN = 0.75
"""Least share of such an image's border that is paper."""
FULL = 0.9
"""Darkest ink of another image of that size at least: a pale one is a scan."""
SURE = 1.4
"""How many times darker than the threshold a piece must be at its darkest; else it is noise."""
SPECK = 0.03
"""Area below which a piece is no part of a digit, as a share of the largest piece's."""
SLIVER = 0.03
"""How far a piece at the edge may reach in and not be ink, as a share of the shorter side."""


@dataclass(frozen=True, eq=False)
class Contrast:
    """How much pixels resemble ink: `dark`, float32 (rows, columns), about 0 on paper, 1 in ink.

    `is_clean`: whether the picture has no noise and no shadows. Without ink `dark` is 0 everywhere.
    `level` is how dark the ink is around each pixel, likewise, if it is uneven.
    """

    dark: Image
    is_clean: bool
    level: Image | None = None
    is_exact: bool = False
    """Whether it is an image like MNIST's, of which every grey counts as it is."""

    def inks(self, threshold: float = THRESHOLD) -> tuple[Image, ...]:
        """Return the ink, float32 (rows, columns) between 0 (paper) and 1 (ink).

        `threshold` separates ink from paper, on a scale from 0 (paper) to 1 (ink): a lower one
        includes fainter lines, a higher one excludes darker smudges. It is clamped to THRESHOLDS.
        Of a photograph, what a looser and a stricter one find follows, where that differs.
        """
        threshold = float(np.clip(threshold, *THRESHOLDS))
        if self.is_exact and threshold == THRESHOLD:
            return (self.dark,)
        if self.is_clean:
            is_ink = self.dark >= FAINT * threshold / THRESHOLD
            ink = np.clip(self.dark + np.float32(THRESHOLD - threshold), 0, 1)
            return (_as_image(np.where(is_ink & (self.dark > 0), ink, 0)),)
        dark = self.dark if self.level is None else self.dark / self.level
        mask = self._mask(dark, threshold)
        return (soft_ink(dark, mask, threshold), *other_inks(dark, mask, threshold))

    def _mask(self, dark: Image, threshold: float) -> Mask:
        """Return which pixels are `dark` and not specks: somewhere as dark as the ink elsewhere."""
        shape = (self.dark.shape[0], self.dark.shape[1])
        pieces = find_pieces(dark >= threshold)
        kept = pieces.peaks(self.dark) >= min(SURE * threshold, 0.95)
        kept &= pieces.areas >= SPECK * pieces.areas[kept].max(initial=0)
        inner = kept & ~_slivers(pieces, shape)
        return pieces.mask(inner if inner.any() else kept, shape)


def contrast_of(grey: NDArray[np.uint8]) -> Contrast:
    """Measure a picture's grey values, uint8 (rows, columns), dark on light or light on dark."""
    values = grey.astype(np.float32) / np.float32(255)
    border = np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
    paper = float(np.median(border))
    if _is_like_mnist(values, border):
        ink = grey if paper == 0 else np.uint8(255) - grey
        return Contrast(ink.astype(np.float32) / np.float32(255), True, is_exact=True)
    if float(np.abs(border - paper).max()) <= FLAT:
        dark = _clean(values, paper)
        page = _page_on(dark, grey)
        return Contrast(_without_frames(dark), True) if page is None else page
    dark, noise = photographed(values)
    return Contrast(dark, False, None if noise is None else local_level(dark, noise))


def _is_like_mnist(values: Image, border: Image) -> bool:
    """Return whether a picture is 28×28, on black or white up to its corners, and no pale scan.

    Its ink is full somewhere, or framed as MNIST's; it may touch the border, but not run along it.
    """
    paper = float(values[0, 0])
    if values.shape != MNIST_SHAPE or paper not in {0, 1}:
        return False
    if (values[[0, 0, -1, -1], [0, -1, 0, -1]] != paper).any() or (border == paper).mean() < PLAIN:
        return False
    rows, columns = np.nonzero(values != paper)
    if not len(rows):
        return False
    is_framed = bool(max(np.ptp(rows), np.ptp(columns)) + 1 >= FRAMED)
    return is_framed or float(np.ptp(values)) >= FULL


def _page_on(dark: Image, grey: NDArray[np.uint8]) -> Contrast | None:
    """Return the contrast on the page that a picture shows; None without a page, or ink on it."""
    shape = (dark.shape[0], dark.shape[1])
    page = find_page(find_pieces(dark >= THRESHOLD), shape)
    if page is None:
        return None
    within = contrast_of(grey[page.top : page.bottom, page.left : page.right])
    if not within.dark.any():
        return None
    margins = ((page.top, shape[0] - page.bottom), (page.left, shape[1] - page.right))
    level = within.level
    if level is not None:
        level = np.pad(level, margins, constant_values=1)
    return Contrast(np.pad(within.dark, margins), within.is_clean, level)


def _without_frames(dark: Image) -> Image:
    """Return a clean picture without the frames around its ink, and what is outside of them."""
    shape = (dark.shape[0], dark.shape[1])
    pieces = find_pieces(dark >= PALE)
    around = surrounding(pieces, shape)
    if not around.any():
        return dark
    rest = np.where(widened(pieces.mask(around, shape)), np.float32(0), dark)
    return _as_image(rest / (rest.max() or 1))


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
