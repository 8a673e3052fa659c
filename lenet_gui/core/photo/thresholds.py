"""Ink by a threshold, and what it would be by another: a loop may close or a line break.

Where the digit depends on that, nobody can be sure of it, however sure the network is.
"""

from collections.abc import Iterator

import numpy as np

from lenet_gui.core.photo.background import greatest
from lenet_gui.core.photo.connected_components import Mask, find_pieces
from lenet_gui.core.photo.resizing import Image

SOFT = 0.25
"""Darkness on either side of the threshold, as a share of the ink's, within which ink is
partial."""
LOOSER = 0.6
"""A looser threshold, as a share of the one chosen."""
STRICTER = 1.2
"""A stricter one: more would break many pale strokes that are read well."""
CHANGED = 0.05
"""By which share of its area ink must grow or shrink to have another shape."""
AROUND = 0.5
"""How far beyond the ink more of it is looked for, as a share of its longer side."""


def soft_ink(dark: Image, mask: Mask, threshold: float) -> Image:
    """Return the ink, float32 (rows, columns) between 0 (paper) and 1 (ink), of a mask.

    `dark` is how much each pixel resembles ink. The pixels beside the mask may hold some of it too.
    """
    ink = np.zeros_like(dark)
    place = _place(mask, 1)
    soft = (dark[place] - np.float32(threshold - SOFT)) / np.float32(2 * SOFT)
    ink[place] = np.where(greatest(mask[place], 3), np.clip(soft, 0, 1), 0)
    return ink


def other_inks(dark: Image, mask: Mask, threshold: float) -> Iterator[Image]:
    """Yield the ink by a looser and by a stricter threshold, each if it has another shape.

    `mask` is the ink by `threshold`. A looser one adds only what is joined to that, no specks.
    """
    if not mask.any():
        return
    rows, columns = _place(mask, 0)
    longer = max(rows.stop - rows.start, columns.stop - columns.start)
    place = _place(mask, round(AROUND * longer))
    near, within = dark[place], mask[place]
    area = np.count_nonzero(within)
    looser, stricter = LOOSER * threshold, STRICTER * threshold
    wide = near >= looser
    if np.count_nonzero(wide) > (1 + CHANGED) * area:
        pieces = find_pieces(wide)
        wide = pieces.mask(pieces.shares(within) > 0, wide.shape)
        if np.count_nonzero(wide) > (1 + CHANGED) * area:
            yield _put(soft_ink(near, wide, looser), place, dark)
    narrow = within & (near >= stricter)
    if 0 < np.count_nonzero(narrow) < (1 - CHANGED) * area:
        yield _put(soft_ink(near, narrow, stricter), place, dark)


def _put(part: Image, place: tuple[slice, slice], whole: Image) -> Image:
    """Return a picture as large as `whole` with a part of it in its place."""
    image = np.zeros_like(whole)
    image[place] = part
    return image


def _place(mask: Mask, margin: int) -> tuple[slice, slice]:
    """Return the rows and columns that a mask covers, and some more; none if it is empty."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    return (
        slice(max(0, int(rows[0]) - margin), min(mask.shape[0], int(rows[-1]) + 1 + margin)),
        slice(max(0, int(columns[0]) - margin), min(mask.shape[1], int(columns[-1]) + 1 + margin)),
    )
