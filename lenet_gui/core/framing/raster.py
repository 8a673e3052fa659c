"""Strokes to grey pixels: the share of each cell that a round pen covers.

Of all segments the one that a cell lies deepest in decides, so ink can be put on ink: the depth of
two drawings is the larger of both, cell by cell, to the last bit, as `growing_ink.py` uses it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lenet_gui.core.framing.segments import Places, Points, Segments, Values, segments

Image = NDArray[np.float32]

FAR = 1e4
"""Cells from the paper's corner beyond which a point's exact place no longer matters."""
SHORT = 2.0
"""Cells across and down up to which a segment is measured against the cells around it alone, as are
nearly all that a hand draws; longer ones are measured against the whole paper."""
LITTLE = 20_000
"""Cells measured that cost less than looking which segments are SHORT."""
SHORT_BATCH = 1024
BATCH = 16
"""Segments measured at once: few enough for the processor's cache, and for any drawing's memory."""
MANY = 512
"""Segments from which it pays to look first which of them are hidden by others."""
SHARE = 8
"""One of so many is measured, at the most, before the others are looked at again."""


def rasterize(strokes: Sequence[Points], pen: float, size: int) -> Image:
    """Draw `strokes` with a round pen onto a paper of `size`×`size` cells.

    Points are in cells: cell (row, column) spans column … column+1 and row … row+1. `pen` is the
    diameter in cells. Returns float32 (size, size) between 0 (paper) and 1 (ink). Coverage is
    taken as `pen/2 + 1/2 − distance` from the cell's centre to the line, cut to 0 … min(pen, 1):
    exact for a straight edge along the grid, and close to it otherwise.
    """
    return coverage(segments(strokes, pen), size)


def rasterize_widths(strokes: Sequence[Points], widths: Sequence[Values], size: int) -> Image:
    """Draw `strokes` with a round pen that widens and narrows on its way.

    `widths` holds for each stroke the pen's diameter in cells at each of its points, float64
    (points,); between two points it changes evenly. All else is as for `rasterize`, where one
    width does it faster.
    """
    return coverage(segments(strokes, widths), size)


def coverage(pieces: Segments, size: int) -> Image:
    """Draw segments onto a paper of `size`×`size` cells, as `rasterize` draws strokes."""
    return ink(depth(pieces, size), pieces.full)


def ink(depth: Image, full: float) -> Image:
    """Return the coverage, float32 between 0 and 1, of cells that lie so deep in ink."""
    return np.minimum(np.maximum(depth, 0), np.float32(full))


def depth(pieces: Segments, size: int) -> Image:
    """Return how deep in ink each cell's centre lies, float32 (size, size), in cells.

    It is 0 where it just reaches the cell, less beside it, and −∞ far from it. It is right as far
    as `ink` tells it apart: of many segments those that others hide are left out.
    """
    if len(pieces) > MANY:
        return _measured(pieces, size)[0]
    found = np.full((size, size), -np.inf, np.float32)
    _deepen(found, pieces)
    return found


def lasting(pieces: Segments, size: int, play: float) -> Places:
    """Return which segments are enough for the picture, int64 (chosen,), wherever it is moved.

    That is by up to `play` cells, in any direction.
    """
    chosen = np.arange(len(pieces))
    for _ in range(2):  # what is looked at first is chosen, needed or not: it is less the next time
        chosen = chosen[_measured(pieces[chosen], size, play)[1]]
    return chosen


def _measured(pieces: Segments, size: int, play: float = 0.0) -> tuple[Image, Places]:
    """Return how deep each cell lies in ink, and in which segments that was measured."""
    found = np.full((size, size), -np.inf, np.float32)
    left, taken = np.arange(len(pieces)), []
    while len(left) > MANY:
        # Some from everywhere first; then those that they don't hide.
        step = min(SHARE, len(left) // (MANY // 2))
        taken.append(left[::step])
        _deepen(found, pieces[taken[-1]])
        left = np.delete(left, slice(None, None, step))
        others = pieces[left]
        shown = may_show(others.starts, others.ends, found, others.reach, others.full, play)
        left = left[shown]
    _deepen(found, pieces[left])
    return found, np.concatenate((*taken, left))


def _deepen(found: Image, pieces: Segments) -> None:
    """Lay segments on what is there already."""
    if not len(pieces):
        return
    size = len(found)
    low, high = np.minimum(pieces.starts, pieces.ends), np.maximum(pieces.starts, pieces.ends)
    if low.min() < -FAR or high.max() > FAR:
        pieces = pieces.moved(lambda points: np.minimum(np.maximum(points, -FAR), FAR))
        low, high = np.minimum(pieces.starts, pieces.ends), np.maximum(pieces.starts, pieces.ends)
    sides = high - low
    lengths = np.maximum(sides[:, 0], sides[:, 1])
    longest = float(lengths.max())
    square = longest + 2 * (pieces.reach + 1)
    if square < size and len(pieces) * square**2 <= LITTLE:
        _deepen_around(found, pieces, longest)
        return
    if 2 * pieces.reach < size:  # a pen as wide as the paper leaves no cells out
        short = lengths <= SHORT
        _deepen_around(found, pieces[short], SHORT)
        pieces = pieces[~short]
    centres = np.arange(size, dtype=np.float32) + np.float32(0.5)
    for first in range(0, len(pieces), BATCH):
        batch = pieces[first : first + BATCH]
        paper = np.broadcast_to(centres, (len(batch), size))
        np.maximum(found, _depths(batch, paper, paper).max(axis=0), out=found)


def _deepen_around(found: Image, pieces: Segments, longest: float) -> None:
    """Lay segments on what is there already, each on the square of cells around it alone.

    They go up to `longest` across and down. The cost does not depend on the paper.
    """
    size, reach = len(found), pieces.reach
    side = int(np.ceil(longest + 2 * reach)) + 1
    # The paper has a margin into which the squares of segments at its edge reach, and where those
    # of segments beside it end.
    width = size + 2 * side
    paper = np.full(width * width, -np.inf, np.float32)
    corners = np.floor(np.minimum(pieces.starts, pieces.ends) - reach)
    corners = np.minimum(np.maximum(corners, -side), size)
    offsets = np.arange(side)
    square = (offsets[:, None] * width + offsets).ravel()
    for first in range(0, len(pieces), SHORT_BATCH):
        batch = slice(first, first + SHORT_BATCH)
        cells = (corners[batch, :, None] + (offsets + 0.5)).astype(np.float32)
        depths = _depths(pieces[batch], cells[:, 0], cells[:, 1])
        places = (corners[batch] + side) @ (1, width)
        at = (places.astype(np.int64)[:, None] + square).ravel()
        np.maximum.at(paper, at, depths.ravel())
    inner = paper.reshape(width, width)[side:-side, side:-side]
    np.maximum(found, inner, out=found)


def _depths(pieces: Segments, columns: Image, rows: Image) -> Image:
    """Return how deep cells' centres lie in segments, float32 (segments, rows, columns).

    `columns` and `rows` are the centres' places, float32 (segments, columns or rows).
    """
    if pieces.radii is not None:
        return _tapered_depths(pieces.starts, pieces.ends, pieces.radii, columns, rows)
    squared = _squared_distances(pieces.starts, pieces.ends, columns, rows)
    return np.subtract(np.float32(pieces.reach), np.sqrt(squared, out=squared), out=squared)


def _squared_distances(starts: Points, ends: Points, columns: Image, rows: Image) -> Image:
    """Squared distances of cells' centres to segments, float32 (segments, rows, columns)."""
    first = starts.astype(np.float32)
    span = ends.astype(np.float32) - first
    squared_length = span[:, 0] ** 2 + span[:, 1] ** 2
    squared_length[squared_length == 0] = 1
    along = span / squared_length[:, None]
    x = (columns - first[:, 0, None])[:, None, :]
    y = (rows - first[:, 1, None])[:, :, None]
    # Where on the segment the nearest point lies: 0 at its start, 1 at its end.
    place = x * along[:, 0, None, None] + y * along[:, 1, None, None]
    np.minimum(np.maximum(place, 0, out=place), 1, out=place)
    across = place * span[:, 0, None, None]
    np.subtract(x, across, out=across)
    down = np.multiply(place, span[:, 1, None, None], out=place)
    np.subtract(y, down, out=down)
    across *= across
    down *= down
    across += down
    return across


def _tapered_depths(
    starts: Points, ends: Points, radii: Points, columns: Image, rows: Image
) -> Image:
    """Depths in segments that widen or narrow, float32 (segments, rows, columns).

    A segment is all the discs along it, from one radius to the other. On either side of it, the
    disc that reaches a cell most lies a little towards the wider end from the nearest point.
    """
    start_radii, end_radii = radii.T
    first, last = starts, ends
    length = np.hypot(*(last - first).T)
    # Where the radius grows faster than the line, the largest disc holds all the others.
    inside = np.abs(end_radii - start_radii) >= length
    grows = inside & (end_radii > start_radii)
    first = np.where(grows[:, None], last, first)
    radius = np.where(grows, end_radii, start_radii)
    divisor = np.where(inside, np.inf, length)
    along = np.where(inside[:, None], (1, 0), (last - first) / divisor[:, None])
    growth = (end_radii - start_radii) / divisor
    lean = growth / np.sqrt(np.maximum(1 - growth**2, 1e-12))

    values = (*first.T, *along.T, np.where(inside, 0, length), radius, growth, lean)
    left, top, east, south, end, thin, more, ahead = (
        value.astype(np.float32)[:, None, None] for value in values
    )
    x, y = columns[:, None, :] - left, rows[:, :, None] - top
    forward, beside = x * east + y * south, np.abs(x * south - y * east)
    place = beside * ahead
    place += forward
    np.maximum(place, 0, out=place)
    np.minimum(place, end, out=place)
    forward -= place
    distance = np.sqrt(forward * forward + beside * beside)
    radius_there = np.multiply(place, more, out=place)
    radius_there += thin
    deep: Image = np.minimum(radius_there + np.float32(0.5) - distance, 2 * radius_there)
    return deep


ROUNDING = 1e-3
"""Cells that no rounding of depths and places comes to."""


def may_show(
    starts: Points, ends: Points, depth: Image, reach: float, full: float, play: float = 0.0
) -> NDArray[np.bool_]:
    """Return which segments some cell may lie deeper in than it lies in ink, bool (segments,).

    `starts` and `ends`, each (segments, 2), are the segments'. `depth`, float32 (size, size), tells
    how deep in ink each cell's centre lies at least, `full` from where on deeper makes no
    difference, and `reach` from how far a segment inks a cell. `play` is how far all ink may yet be
    moved together, in any direction. All are in cells.
    """
    size = len(depth)
    # How near a segment must come to each cell's centre; to one that stays full, none does.
    near = reach + ROUNDING - np.maximum(depth - 2 * play, -play)
    near[depth >= full + play + ROUNDING] = -np.inf
    # From each cell's centre: how much farther than it is from all others they still ask for.
    window = int(np.ceil(reach + play)) + 1
    offsets = np.arange(-window, window + 1)
    cone = np.hypot(offsets[:, None], offsets).astype(np.float32)
    padded = np.full((size + 2 * window, size + 2 * window), -np.inf, np.float32)
    padded[window:-window, window:-window] = near
    shifted = sliding_window_view(padded, depth.shape)
    spare = (shifted - cone[:, :, None, None]).reshape(cone.size, size, size).max(axis=0)
    middles, span = (starts + ends) / 2, ends - starts
    # That changes from place to place by no more than the way between them.
    cells = np.minimum(np.maximum(np.floor(middles), 0), size - 1).astype(np.int64)
    away = middles - cells - 0.5
    extent = np.hypot(away[:, 0], away[:, 1]) + np.hypot(span[:, 0], span[:, 1]) / 2
    # The windows leave out what is more than 1 beyond reach: nothing is said of long segments.
    shows: NDArray[np.bool_] = (spare[cells[:, 1], cells[:, 0]] + extent >= 0) | (extent >= 1)
    return shows
