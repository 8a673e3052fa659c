"""A picture cut flush to the digit's ink: which shade is the ink, and paper around it.

The ink then reaches all four sides, and so little of the edge is ink: a stroke meets it here and
there. A page, a desk beside it and a form's cell lie along the edge and in the corners, and fill
more of the picture than strokes do. Dark and light are both tried as ink.

Such ink often fades at the edge, blurred or enlarged. So its reach is measured where it is pale;
how wide and how full it is, where it is clear.
"""

import numpy as np

from lenet_gui.core.photo.background import box_mean
from lenet_gui.core.photo.connected_components import Mask, find_pieces
from lenet_gui.core.photo.resizing import Image
from lenet_gui.core.photo.surroundings import LEAST, is_page, sides_of, surrounding

STEPS = 64
"""Shades in which the best one to divide dark from light is looked for."""
DIVIDED = 0.7
"""Least share of the variance that lies between dark and light; of noise it is 0.64."""
FADED = 0.25
"""Share of the ink's darkness from which it counts as reaching the edge."""
NEAR = 0.07
"""How far from the edge ink ends at most, as a share of the longer side: MNIST's last pixel of 20
may be paler still."""
CLEARLY_NEAR = 0.11
"""The same for clear ink: a shadow's edge reaches much farther where it is pale."""
MOST = 9
"""How often ink touches the edges at most; the lines of squared paper do more often."""
PARTS = 3
"""How many parts a broken digit has at most."""
BORDER = 0.5
"""Share of the picture's edge that is ink at most; of thick ones it is 0.4."""
FILLED = 0.66
"""Share of the picture that is ink at most: eights with a thick pen fill 0.6."""
FILLED_BY_ONE = 0.85
"""The same for a one, which is upright and leaves paper only at the sides."""
FILLED_BY_PARTS = 0.4
"""The same for ink in several parts; a page that writing cuts apart fills more."""
UPRIGHT = 0.4
"""Width of a one, as a share of its height, at most."""
WIDEST = 0.45
"""Side of a square that no stroke fills, as a share of the picture's longer side."""
FULL = 0.98
"""Share of such a square from which it is filled."""
MARGIN = 0.25
"""Paper put around the picture, as a share of its longer side."""


def flush_ink_is_dark(small: Image) -> bool | None:
    """Return whether ink that is cut flush is darker than its paper; None if it is not flush.

    `small` is the picture's small copy.
    """
    dark = small < dividing_shade(small)
    if not _is_divided(small, dark):
        return None
    low, high = float(np.median(small[dark])), float(np.median(small[~dark]))
    faded = FADED * (high - low)
    found = {}
    for is_dark, clear, reaching in (
        (True, dark, small < high - faded),
        (False, ~dark, small > low + faded),
    ):
        share = _share_of_edge(clear)
        if share <= BORDER and _is_stroke(clear) and _reaches_edges(reaching, clear):
            found[is_dark] = share
    return min(found, key=lambda is_dark: found[is_dark]) if found else None


def _is_divided(values: Image, dark: Mask) -> bool:
    """Return whether there are two shades: nearly all variance lies between dark and light."""
    share = float(dark.mean())
    if not 0 < share < 1:
        return False
    apart = float(values[~dark].mean() - values[dark].mean())
    return share * (1 - share) * apart**2 >= DIVIDED * float(values.var())


def _share_of_edge(mask: Mask) -> float:
    """Return how much of the picture's edge a mask covers."""
    return float(np.concatenate(_edges(mask)).mean())


def _is_stroke(mask: Mask) -> bool:
    """Return whether a mask is nowhere too wide or too full for strokes."""
    if is_page(mask) or float(mask.mean()) > (FILLED_BY_ONE if _is_one(mask) else FILLED):
        return False
    window = round(WIDEST * max(mask.shape)) | 1
    if window > min(mask.shape):
        return True
    reach = window // 2  # no window is cut at the picture's edge
    return not (box_mean(mask.astype(np.float32), window)[reach:-reach, reach:-reach] > FULL).any()


def _is_one(mask: Mask) -> bool:
    """Return whether a mask is upright and has no hole, as a one; a page has its digit in it."""
    height, width = mask.shape
    if width > UPRIGHT * height:
        return False
    rest = find_pieces(~mask)
    inside = (rest.tops > 0) & (rest.bottoms < height) & (rest.lefts > 0) & (rest.rights < width)
    return not inside.any()


def _reaches_edges(reaching: Mask, clear: Mask) -> bool:
    """Return whether ink, where it is pale, reaches all four sides, and nearly where it is clear.

    It is in one piece, or in few of which none lies along the edge.
    """
    shape = (reaching.shape[0], reaching.shape[1])
    longer = max(shape)
    if _gap(clear) > max(2, CLEARLY_NEAR * longer):
        return False
    pieces = find_pieces(reaching)
    large = sides_of(pieces) >= max(3, LEAST * longer)
    parts = int(np.count_nonzero(large))
    if parts > 1 and (
        parts > PARTS
        or float(clear.mean()) > FILLED_BY_PARTS
        or surrounding(pieces, shape)[large].any()
    ):
        return False
    ink = pieces.mask(large, shape)
    return bool(parts) and _gap(ink) <= max(1, NEAR * longer) and _touchings(ink) <= MOST


def _gap(mask: Mask) -> int:
    """Return how far, in pixels, a mask ends from the side from which it ends the farthest."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    height, width = mask.shape
    return int(max(rows[0], height - 1 - rows[-1], columns[0], width - 1 - columns[-1]))


def _touchings(mask: Mask) -> int:
    """Return how many stretches of its edges a mask covers."""
    return sum(int((np.diff(np.pad(edge, 1).astype(np.int8)) > 0).sum()) for edge in _edges(mask))


def _edges(mask: Mask) -> tuple[Mask, Mask, Mask, Mask]:
    return mask[0], mask[-1], mask[:, 0], mask[:, -1]


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
    shade = _paper(values, is_dark)[1]
    margin = max(3, round(MARGIN * max(values.shape)))
    place = (slice(margin, margin + values.shape[0]), slice(margin, margin + values.shape[1]))
    return np.pad(values, margin, constant_values=shade), place


def paper_alone(small: Image, is_dark: bool) -> Image:
    """Return a small copy with paper for ink: wide strokes would be taken for a change of light."""
    is_paper, shade = _paper(small, is_dark)
    return np.where(is_paper, small, np.float32(shade))


def _paper(values: Image, is_dark: bool) -> tuple[Mask, float]:
    """Return which pixels are paper, and its shade."""
    light = values >= dividing_shade(values)
    is_paper = light if is_dark else ~light
    return is_paper, float(np.median(values[is_paper] if is_paper.any() else values))
