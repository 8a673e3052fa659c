"""A picture cut flush to the digit's ink: which shade is the ink, and paper around it.

The ink then touches all four sides, and so the paper cannot. But a page or a form's cell touches
all four too: it fills its box to the corners, which a digit does not.
"""

import numpy as np

from lenet_gui.core.photo.background import box_mean
from lenet_gui.core.photo.connected_components import Mask, Pieces, find_pieces
from lenet_gui.core.photo.resizing import Image
from lenet_gui.core.photo.surroundings import LEAST, is_page, sides_of

STEPS = 64
"""Shades in which the best one to divide dark from light is looked for."""
NEAR = (0.0, 0.02, 0.05)
"""How far from the picture's edge ink may end that touches it, as a share of the side; the first
that tells ink from paper is used."""
MOST = 9
"""How often ink touches the edges at most; the lines of squared paper do more often."""
DIVIDED = 0.7
"""Least share of the variance that lies between dark and light; of noise it is 0.64."""
WIDEST = 0.33
"""Side of a square that no stroke fills, as a share of the picture's longer side."""
FILLED = 0.98
"""Share of such a square from which it is filled."""
MARGIN = 0.25
"""Paper put around the picture, as a share of its longer side."""


def flush_ink_is_dark(small: Image) -> bool | None:
    """Return whether ink that is cut flush is darker than its paper; None if it is not flush.

    `small` is the picture's small copy.
    """
    shade = dividing_shade(small)
    dark = small < shade
    if not _is_divided(small, dark):
        return None
    shades = [(find_pieces(mask), (mask.shape[0], mask.shape[1])) for mask in (dark, ~dark)]
    for near in NEAR:
        spans = [_spans(pieces, shape, near) for pieces, shape in shades]
        if spans[0] != spans[1]:
            return spans[0]
    return None


def _is_divided(values: Image, dark: Mask) -> bool:
    """Return whether there are two shades: nearly all variance lies between dark and light."""
    share = float(dark.mean())
    if not 0 < share < 1:
        return False
    apart = float(values[~dark].mean() - values[dark].mean())
    return share * (1 - share) * apart**2 >= DIVIDED * float(values.var())


def _spans(pieces: Pieces, shape: tuple[int, int], near: float) -> bool:
    """Return whether a piece that is neither page nor frame touches all four sides."""
    height, width = shape
    down, across = round(near * height), round(near * width)
    found = (pieces.tops <= down) & (pieces.bottoms >= height - down)
    found &= (pieces.lefts <= across) & (pieces.rights >= width - across)
    if not found.any():
        return False
    if (sides_of(pieces)[~found] >= max(3, LEAST * max(height, width))).any():
        return False
    piece = pieces.mask(found, (height, width))
    return _touchings(piece) <= MOST and not _is_page(piece)


def _touchings(mask: Mask) -> int:
    """Return how many stretches of its edges a mask covers."""
    edges = (mask[0], mask[-1], mask[:, 0], mask[:, -1])
    return sum(int((np.diff(np.pad(edge, 1).astype(np.int8)) > 0).sum()) for edge in edges)


def _is_page(mask: Mask) -> bool:
    """Return whether a mask is too wide for a stroke somewhere, or full nearly to its corners."""
    if is_page(mask):
        return True
    window = round(WIDEST * max(mask.shape)) | 1
    if window > min(mask.shape):
        return False
    return bool((box_mean(mask.astype(np.float32), window) > FILLED).any())


def dividing_shade(values: Image) -> float:
    """Return the shade that best divides dark from light (Otsu 1979)."""
    low, high = float(values.min()), float(values.max())
    counts, edges = np.histogram(values, STEPS, (low, max(high, low + 1e-6)))
    middles = (edges[:-1] + edges[1:]) / 2
    below, mass = np.cumsum(counts), np.cumsum(counts * middles)
    above = below[-1] - below
    means = mass / np.maximum(below, 1) - (mass[-1] - mass) / np.maximum(above, 1)
    return float(edges[1 + int(np.argmax(below * above * means**2))])


def paper_around(values: Image, is_dark: bool) -> tuple[Image, tuple[slice, slice]]:
    """Return the picture with a margin of its paper's shade, and its place in the result."""
    light = values >= dividing_shade(values)
    paper = values[light if is_dark else ~light]
    shade = float(np.median(paper)) if len(paper) else float(np.median(values))
    margin = max(3, round(MARGIN * max(values.shape)))
    place = (slice(margin, margin + values.shape[0]), slice(margin, margin + values.shape[1]))
    return np.pad(values, margin, constant_values=shade), place
