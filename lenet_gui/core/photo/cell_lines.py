"""The lines of a form's cell that nothing is drawn in: they are no digit, however they meet.

They are straight, thin, parallel to the picture's sides and near them. Two that meet look like a 7
or a 4, one alone like a 1.
"""

import numpy as np

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.connected_components import Mask, Pieces
from lenet_gui.core.photo.surroundings import ALL, LEAST, LINE, RIM, STRAIGHT, share_along, sides_of

ALIKE = 0.7
"""How large the second largest part of a dashed line is at least, as a share of the largest."""
MIDDLE = 0.2
"""Half of the side of a cell's middle, as a share of the cell's."""


def form_lines(pieces: Pieces, shape: tuple[int, int]) -> Mask:
    """Return which pieces are straight lines along the sides of a picture of (rows, columns).

    Small pieces there are rests of such lines, if there are any.
    """
    rim = (RIM * shape[0], RIM * shape[1])
    at_rim = share_along(pieces, Box(0, 0, shape[1], shape[0]), rim) >= ALL
    small = sides_of(pieces) < max(3, LEAST * min(shape))
    found = np.zeros(len(small), bool)
    for one in np.flatnonzero(at_rim & ~small):
        mask = pieces.mask(np.arange(len(found)) == one, shape)
        found[one] = mask[_along_sides(mask)].sum() >= STRAIGHT * pieces.areas[one]
    return found | (at_rim & small) if found.any() else found


def _along_sides(mask: Mask) -> Mask:
    """Return four straight bands, one near each side, that hold as much of a mask as they can."""
    bands = np.zeros_like(mask)
    thickness = 1 + round(LINE * min(mask.shape))
    for inked, band in ((mask, bands), (mask.T, bands.T)):
        counts = np.count_nonzero(inked, axis=1)
        rim = max(thickness, round(RIM * len(counts)))
        for first in (0, max(0, len(counts) - rim)):
            held = np.convolve(counts[first : first + rim], np.ones(thickness, np.int64), "valid")
            start = first + int(held.argmax())
            band[start : start + thickness] = True
    return bands


def is_around_nothing(pieces: Pieces, shape: tuple[int, int]) -> bool:
    """Return whether several pieces leave the middle empty, as a dashed line around a cell does."""
    sides = np.sort(sides_of(pieces))
    if len(sides) < 2 or sides[-2] < ALIKE * sides[-1]:
        return False
    middles = (shape[0] / 2, shape[1] / 2)
    over = np.ones(len(pieces.areas), bool)
    across = True
    for first, last, side, middle in (
        (pieces.tops, pieces.bottoms, shape[0], middles[0]),
        (pieces.lefts, pieces.rights, shape[1], middles[1]),
    ):
        over &= (first < middle + MIDDLE * side) & (last > middle - MIDDLE * side)
        across &= bool(first.min() < middle < last.max())
    return across and not over.any()
