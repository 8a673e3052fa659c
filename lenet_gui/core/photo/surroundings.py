"""What surrounds the digit: the desk beside the page, the lines of a form, the axes of a figure.

Marks at the picture's edge differ from a digit that touches it in how they lie along it. A frame
or a page within the picture has straight sides up to its corners; the digit lies on it.
"""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.connected_components import Mask, Numbers, Pieces

LEAST = 0.08
"""Longer side below which a piece is dust, as a share of the picture's side."""
ALONG = 0.4
"""Share of a piece's longer side from which it lies along the picture's edge."""
RIM = 0.15
"""How far within the picture a form's lines lie, as a share of its side."""
CUT = 0.5
"""Share of a digit that lies there at most."""
OPEN = 0.45
"""Share of its box that a digit fills at most."""
ALL = 0.95
"""Share of a form's lines that lies there at least."""
AROUND = 0.2
"""Least size of what a frame lies around, as a share of the frame's longer side."""
THIN = 0.03
"""Thickness of a frame's line at most, as a share of the frame's longer side."""
LINE = 0.06
"""How far within its box a frame's line lies, as a share of its longer side."""
STRAIGHT = 0.85
"""Share of a frame that lies there at least; of a ring it is half."""
MOST = 4
"""How many frames, each within the other, are looked for."""
LARGE = 0.2
"""Sides of the smallest page, as shares of the picture's."""
NARROW = 3.0
"""How many times longer than wide a page is at most; a solid one may be longer."""
FULL = 0.5
"""Share of its box that a page fills at least, and of each of three corners."""
CORNER = 0.15
"""Side of a corner, as a share of the box's."""


def sides_of(pieces: Pieces) -> Numbers:
    """Return the longer side of each piece, int64 (pieces,)."""
    sides: Numbers = np.maximum(pieces.bottoms - pieces.tops, pieces.rights - pieces.lefts)
    return sides


def surrounding(pieces: Pieces, shape: tuple[int, int]) -> Mask:
    """Return which pieces lie at the edge of a picture of (rows, columns) and are no digit."""
    longer = sides_of(pieces)
    contact = _contact(pieces, shape)
    rim = (RIM * shape[0], RIM * shape[1])
    at_rim = share_along(pieces, Box(0, 0, shape[1], shape[0]), rim)
    boxes = (pieces.bottoms - pieces.tops) * (pieces.rights - pieces.lefts)
    # A digit of which the edge cuts off a bit reaches far in, and is a line.
    is_cut = (at_rim < CUT) & (pieces.areas < OPEN * boxes)
    found: Mask = (contact > np.maximum(3, ALONG * longer)) & ~is_cut
    found |= (contact > 0) & (at_rim >= ALL)
    return found | _framing(pieces)


def _framing(pieces: Pieces) -> Mask:
    """Return which pieces are straight frames around another one, or lie outside of one."""
    longer = sides_of(pieces)
    thin = pieces.areas < THIN * longer * 4 * longer
    found = np.zeros(len(longer), bool)
    for one in sorted(np.flatnonzero(thin & (longer > 8)), key=lambda piece: -longer[piece])[:MOST]:
        box = pieces.box(one)
        inside = (pieces.tops > box.top) & (pieces.bottoms < box.bottom)
        inside &= (pieces.lefts > box.left) & (pieces.rights < box.right)
        if (longer[inside] >= AROUND * longer[one]).any():
            line = 1 + LINE * longer[one]
            if share_along(pieces, box, (line, line))[one] >= STRAIGHT:
                found |= ~inside
    return found


def share_along(pieces: Pieces, box: Box, depth: tuple[float, float]) -> NDArray[np.float64]:
    """Return which share of each piece lies along the inside of a box, float64 (pieces,).

    `depth` is how far in that reaches, down and across.
    """
    runs = pieces.runs
    down, across = depth
    full = (runs.rows < box.top + down) | (runs.rows >= box.bottom - down)
    middle = np.minimum(runs.stops, box.right - across) - np.maximum(runs.starts, box.left + across)
    along = np.where(full, runs.lengths, runs.lengths - np.maximum(middle, 0))
    total = np.zeros(len(pieces.areas))
    np.add.at(total, pieces.labels, along)
    return total / pieces.areas


def _contact(pieces: Pieces, shape: tuple[int, int]) -> Numbers:
    """Return how many pixels of the picture's edge each piece covers, int64 (pieces,)."""
    runs = pieces.runs
    covered = np.where((runs.rows == 0) | (runs.rows == shape[0] - 1), runs.lengths, 0)
    covered += (runs.starts == 0).astype(np.int64) + (runs.stops == shape[1])
    total = np.zeros(len(pieces.areas), np.int64)
    np.add.at(total, pieces.labels, covered)
    return total


def find_page(pieces: Pieces, shape: tuple[int, int]) -> Box | None:
    """Return the box of the largest page in a picture of (rows, columns); None without one."""
    heights, widths = pieces.bottoms - pieces.tops, pieces.rights - pieces.lefts
    large = (heights >= max(8, LARGE * shape[0])) & (widths >= max(8, LARGE * shape[1]))
    large &= (heights <= NARROW * widths) & (widths <= NARROW * heights)
    for one in sorted(np.flatnonzero(large), key=lambda piece: -pieces.areas[piece])[:MOST]:
        box = pieces.box(one)
        mask = pieces.mask(np.arange(len(heights)) == one, shape)
        if is_page(mask[box.top : box.bottom, box.left : box.right]):
            return box
    return None


def is_page(mask: Mask) -> bool:
    """Return whether a mask is full nearly to its corners."""
    height, width = mask.shape
    down, across = max(1, round(CORNER * height)), max(1, round(CORNER * width))
    corners = (
        mask[:down, :across],
        mask[:down, -across:],
        mask[-down:, :across],
        mask[-down:, -across:],
    )
    full = sum(float(corner.mean()) >= FULL for corner in corners)
    return full >= 3 and float(mask.mean()) >= FULL
