"""A photograph or a scan evened out: how dark each pixel is, whatever the light and the noise.

What touches the picture's edge is mostly not the digit: the desk beside the page, a finger, the
lines of a form. It is taken away before the ink's darkness is measured. Only where nothing else is
drawn may it be the digit, cut flush to its ink (`flush.py`).
"""

import numpy as np

from lenet_gui.core.photo.background import box_mean, darkness, greatest, ink_is_dark, small_copy
from lenet_gui.core.photo.cell_lines import form_lines, is_around_nothing
from lenet_gui.core.photo.connected_components import Mask, find_pieces
from lenet_gui.core.photo.flush import flush_ink_is_dark, paper_alone, paper_around
from lenet_gui.core.photo.resizing import Image
from lenet_gui.core.photo.ruled_lines import without_ruling
from lenet_gui.core.photo.surroundings import LEAST, sides_of, surrounding

BLANK = 0.08
"""Contrast, 0 … 1, below which a picture holds nothing but paper."""
SPECKS = 6.0
"""Standard deviations of a picture's noise that none of its many pixels exceeds by chance."""
ENOUGH = 2**16
"""Pixels that are enough to measure a picture's median and its noise."""
SPOTTED = 0.05
"""Noise from which dead and hot pixels are looked for."""
WINDOWS = (1, 3, 5, 7, 9)
"""Sides, in pixels, of the smoothing windows; the first one that suffices is used."""
SMOOTH = 7.0
"""How many times darker than the noise ink must be for the smoothing to suffice."""
PALEST = 0.25
"""Least darkness of a ruled line, as a share of the ink's."""
TIMES = 3
"""How often what touches the edge is taken away: a desk, the shadow at it, a line beyond."""
BESIDE = 0.3
"""Share of a piece beside what was taken away from which it is a rest of it."""
OUTLINE = 0.03
"""Area below which a piece is a desk's or a page's outline, as a share of its length squared."""
LONG = 0.2
"""Length of such an outline at least, as a share of the picture's shorter side."""
HALO = 0.01
"""How far what touches the edge fades into the paper, as a share of the shorter side."""


def photographed(values: Image) -> tuple[Image, float | None]:
    """Return how much each pixel resembles ink, float32 (rows, columns): 0 on paper, 1 in ink.

    `values` are grey, float32 between 0 and 1, dark on light or light on dark. Also return the
    standard deviation of the noise; None where something else was taken away, lines or a desk,
    because pale rests of it may be left.
    """
    small = small_copy(values)
    is_dark = flush_ink_is_dark(small)
    if is_dark is None:
        is_dark = ink_is_dark(small)
        dark, noise = _smooth(values, is_dark, small)
        found = _within(dark, noise)
        if found is not None:
            without, ink = found
            return without / np.float32(ink), noise / ink if without is dark else None
    padded, place = paper_around(values, is_dark)
    dark, noise = _smooth(padded, is_dark, paper_alone(small_copy(padded), is_dark))
    dark = dark[place]
    # The margin has no noise, but strokes may be nearly all of the rest: look along and across.
    noise = max(noise, min(noise_of(dark), noise_of(dark.T)))
    ink = ink_level(dark, noise)
    if not ink:
        return np.zeros_like(values), None
    dark = dark / np.float32(ink)
    shape = (dark.shape[0], dark.shape[1])
    pieces = find_pieces(dark > 0.5)
    lines = form_lines(pieces, shape)
    if lines.any():
        dark = np.where(widened(pieces.mask(lines, shape)), np.float32(0), dark)
    return dark, noise / ink


def _smooth(values: Image, is_dark: bool, small: Image) -> tuple[Image, float]:
    """Return how dark each pixel is, evenly lit and smoothed, and the noise that is left.

    `small` is the small copy of `values`.
    """
    dark = darkness(values, is_dark, small)
    if noise_of(dark) > SPOTTED:
        dark = _without_spots(dark)
    for window in WINDOWS:
        smooth = box_mean(box_mean(dark, window), window) if window > 1 else dark
        smooth = smooth - np.float32(np.median(_some(smooth)))
        noise = float(np.median(np.abs(_some(smooth)))) / 0.674
        if noise < ink_level(smooth, noise) / SMOOTH:
            break
    return smooth, noise


def _within(dark: Image, noise: float) -> tuple[Image, float] | None:
    """Return how dark each pixel is, without what touches the edge, and how dark the ink is.

    None if nothing is drawn within.
    """
    shape = (dark.shape[0], dark.shape[1])
    for _ in range(TIMES):
        ink = ink_level(dark, noise)
        if not ink:
            return None
        dark = without_ruling(dark, max(PALEST * ink, 3 * noise), ink)
        pieces = find_pieces(dark > ink / 2)
        around = surrounding(pieces, shape)
        if not around.any():
            return dark, ink
        taken = widened(pieces.mask(around, shape))
        dark = np.where(taken, np.float32(0), dark)
        if (sides_of(pieces)[~around] >= max(3, LEAST * min(shape))).any():
            return _without_rest(dark, taken, noise)
    return None


def _without_rest(dark: Image, taken: Mask, noise: float) -> tuple[Image, float] | None:
    """Return the same without the rest of what was `taken` away; None without ink."""
    ink = ink_level(dark, noise)
    if not ink:
        return None
    shape = (dark.shape[0], dark.shape[1])
    pieces = find_pieces(dark > ink / 2)
    rest = pieces.shares(widened(taken)) > BESIDE
    longer = sides_of(pieces)
    rest |= (pieces.areas < OUTLINE * longer**2) & (longer >= LONG * min(shape))
    if rest.any() and not rest.all():
        dark = np.where(widened(pieces.mask(rest, shape)), np.float32(0), dark)
        ink = ink_level(dark, noise) or ink
        pieces = find_pieces(dark > ink / 2)
    if is_around_nothing(pieces, shape):
        return np.zeros_like(dark), ink
    return dark, ink


def widened(mask: Mask) -> Mask:
    """Return a mask and the pixels around it into which what it covers may fade."""
    window = 2 * (2 + round(HALO * min(mask.shape))) + 1
    return greatest(mask, window)


def noise_of(values: Image) -> float:
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


def ink_level(dark: Image, noise: float) -> float:
    """Return how dark the ink is: the median of the pixels over half as dark as the darkest.

    It is 0 if nothing stands out.
    """
    found = np.sort(dark[dark > max(BLANK, SPECKS * noise)])
    if len(found) < 4:
        return 0.0
    # The few darkest pixels may be dust; a fine line in a large picture is not many more.
    darkest = found[-max(4, min(len(found) // 20, dark.size // 2000))]
    return float(np.median(found[found > darkest / 2]))
