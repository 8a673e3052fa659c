"""Contrast: how much each pixel of a picture resembles ink, and the ink above a threshold.

A clean picture, drawn by a program, is used as it is: every grey of its edges counts. All others
are photographs or scans: light is evened out (`background.py`), noise smoothed, ruled lines removed
(`ruled_lines.py`), and specks darker than the threshold are left out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.background import box_mean, darkness, window_of
from lenet_gui.core.photo.connected_components import Mask, Pieces, find_pieces
from lenet_gui.core.photo.resizing import Image, shrunk
from lenet_gui.core.photo.ruled_lines import without_ruling

THRESHOLD = 0.5
"""Default threshold: halfway from the paper to the ink."""
THRESHOLDS = (0.1, 0.9)
"""Lowest and highest threshold."""
SMALL = 64
"""Longer side, in pixels, up to which a picture has no uneven light, only edges that count."""
FLAT = 3 / 255
"""The most by which a clean picture's border differs from its paper, in lightness 0 … 1."""
BLANK = 0.08
"""Contrast, 0 … 1, below which a picture holds nothing but paper."""
FAINT = 0.12
"""Share of the darkest ink below which a clean picture's pixel is paper."""
SPECKS = 6.0
"""Standard deviations of a picture's noise that none of its many pixels exceeds by chance."""
ENOUGH = 2**19
"""Pixels that are enough to measure a picture's median and its noise."""
SPOTTED = 0.05
"""Noise from which dead and hot pixels are looked for."""
WINDOWS = (1, 3, 5, 7, 9)
"""Sides, in pixels, of the smoothing windows; the first one that suffices is used."""
SMOOTH = 7.0
"""How many times darker than the noise ink must be for the smoothing to suffice."""
PALEST = 0.25
"""Least darkness of a ruled line, as a share of the ink's."""
SURE = 1.4
"""How many times darker than the threshold a piece must be at its darkest; else it is noise."""
SPECK = 0.03
"""Area below which a piece is no part of a digit, as a share of the largest piece's."""
SLIVER = 0.03
"""How far a piece at the edge may reach in and not be ink, as a share of the shorter side."""
SOFT = 0.25
"""Darkness on either side of the threshold, as a share of the ink's, within which ink is
partial."""
COLOUR_SIDE = 192
"""Longer side, in pixels, of the copy in which the ink's colour is found."""


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
    if max(values.shape) <= SMALL or float(np.abs(border - paper).max()) <= FLAT:
        return Contrast(_clean(values, paper), True)
    return Contrast(_photographed(values), False)


def _clean(values: Image, paper: float) -> Image:
    """Return how much each pixel resembles ink on paper of one shade.

    Ink is darker or lighter than the paper, as the picture differs most from it, and by more than
    the noise.
    """
    specks = SPECKS * _noise(values)
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


def _photographed(values: Image) -> Image:
    """Return how much each pixel resembles ink, whatever the light, the noise and the paper."""
    dark = darkness(values)
    if _noise(dark) > SPOTTED:
        dark = _without_spots(dark)
    for window in WINDOWS:
        smooth = box_mean(box_mean(dark, window), window) if window > 1 else dark
        smooth = smooth - np.float32(np.median(_some(smooth)))
        noise = float(np.median(np.abs(_some(smooth)))) / 0.674
        ink = _ink_level(smooth, noise)
        if noise < ink / SMOOTH:
            break
    if not ink:
        return np.zeros_like(values)
    smooth = without_ruling(smooth, max(PALEST * ink, 3 * noise), ink)
    return smooth / np.float32(ink)


def _noise(values: Image) -> float:
    """Standard deviation of the noise, from neighbours: most of them lie on one side of any edge.

    The difference of two is √2 times as noisy as one, and half of them are within 0.674 of that.
    """
    if values.shape[1] < 2:
        return 0.0
    return float(np.median(np.abs(np.diff(_some(values), axis=1)))) / (0.674 * 2**0.5)


def _some(values: Image) -> Image:
    """Return every nth row: about ENOUGH pixels."""
    return values[:: -(-values.size // ENOUGH)]


def _without_spots(values: Image) -> Image:
    """Return the median of each pixel and its two neighbours, down and then across."""
    for _ in range(2):
        padded = np.pad(values, ((1, 1), (0, 0)), mode="edge")
        before, after = padded[:-2], padded[2:]
        low, high = np.minimum(before, after), np.maximum(before, after)
        values = np.clip(values, low, high).T
    return values


def _ink_level(dark: Image, noise: float) -> float:
    """Return how dark the ink is: the median of the pixels over half as dark as the darkest.

    It is 0 if nothing stands out.
    """
    found = np.sort(dark[dark > max(BLANK, SPECKS * noise)])
    if len(found) < 4:
        return 0.0
    # The few darkest pixels may be dust; a fine line in a large picture is not many more.
    darkest = found[-max(4, min(len(found) // 20, dark.size // 2000))]
    return float(np.median(found[found > darkest / 2]))


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


def grey_from_colour(colour: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return grey values, uint8 (rows, columns), of red, green and blue, uint8 (rows, columns, 3).

    Each channel is weighted by how much ink and paper differ in it: yellow ink on white shows only
    in blue. Equal channels are returned unchanged.
    """
    weights = _channel_weights(colour)
    low = 255 * np.minimum(weights, 0).sum()
    grey = colour.astype(np.float32) @ weights - low
    rounded: NDArray[np.uint8] = np.clip(np.rint(grey), 0, 255).astype(np.uint8)
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
