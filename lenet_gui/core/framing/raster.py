"""Strokes to grey pixels: the share of each cell that a round pen covers.

The segment in which a cell lies deepest decides, so the order of segments makes no difference, and
segments hidden by others can be left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lenet_gui.core.framing.segments import (
    Indices,
    Points,
    Segments,
    Values,
    join_strokes,
    segments,
)

Image = NDArray[np.float32]

FAR = 1e4
"""Cells from the paper's corner beyond which a point's exact place no longer matters."""
SHORT = 2.0
"""Largest extent, in cells, of a segment that is measured only against the cells around it, as
nearly all hand-drawn ones are; longer ones are measured against the whole paper."""
LENGTHS = (SHORT, 2 * SHORT, 4 * SHORT)
"""The longest segments of the groups that are drawn at once on many papers."""
LITTLE = 20_000
"""Number of cells that are measured in less time than finding the SHORT segments takes."""
SHORT_BATCH = 1024
BATCH = 64
"""Segments measured at once: few enough for the processor's cache, and for memory."""
MANY = 512
"""Segments above which it pays to leave out hidden ones."""
SHARE = 8
"""At most one segment in this many is drawn before hidden ones are looked for again."""


def rasterize(strokes: Sequence[Points], pen: float | Sequence[Values], size: int) -> Image:
    """Draw `strokes` with a round pen on paper of `size`×`size` cells.

    Points are in cells: cell (row, column) spans column … column+1 and row … row+1. `pen` is the
    diameter in cells, either one for all or an array for each stroke, float64 (points,), between
    whose values it changes evenly. Returns float32 (size, size) between 0 (paper) and 1 (ink).
    Coverage is `pen/2 + 1/2 − distance` from the cell's centre to the line, cut to 0 … min(pen, 1):
    exact for a straight edge along the grid, and close to it otherwise.
    """
    return coverage(segments(join_strokes(strokes, pen)), size)


def coverage(pieces: Segments, size: int) -> Image:
    """Draw segments on paper of `size`×`size` cells, as `rasterize` draws strokes."""
    depth = np.full((size, size), -np.inf, np.float32)
    while len(pieces) > MANY:
        # First some from all over, then those of the rest that are not hidden.
        step = min(SHARE, len(pieces) // (MANY // 2))
        _deepen(depth, pieces[::step])
        pieces = pieces[np.delete(np.arange(len(pieces)), slice(None, None, step))]
        pieces = pieces[may_show(pieces, depth)]
    _deepen(depth, pieces)
    return np.minimum(np.maximum(depth, 0), np.float32(pieces.full))


def coverage_each(pieces: Segments, images: Indices, count: int, size: int) -> Image:
    """Draw segments on `count` papers at once: float32 (count, size, size).

    `images`, int64 (segments,), is the paper that each segment belongs to, never falling. Each
    paper is what `coverage` draws of its segments alone, to the last bit.
    """
    depth = np.full((count, size, size), -np.inf, np.float32)
    across, down = np.abs(pieces.ends - pieces.starts).T
    extent = np.maximum(across, down)
    across, down = np.maximum(np.abs(pieces.starts), np.abs(pieces.ends)).T
    inside = np.maximum(across, down) <= FAR
    if 2 * pieces.reach >= size or np.bincount(images, minlength=count).max(initial=0) > MANY:
        inside[:] = False
    left, shorter = np.ones(len(pieces), np.bool_), -np.inf
    for longest in LENGTHS:
        own = inside & (extent > shorter) & (extent <= longest)
        if own.any():
            _deepen_around(depth, pieces[own], longest, images[own])
            left &= ~own
        shorter = longest
    rest, papers = pieces[left], images[left]
    for paper in np.unique(papers).tolist():
        own = rest[papers == paper]
        if len(own) > MANY:
            depth[paper] = coverage(own, size)
        else:
            _deepen(depth[paper], own)
    return np.minimum(np.maximum(depth, 0), np.float32(pieces.full))


def _deepen(found: Image, pieces: Segments) -> None:
    """Add segments to the depths found so far."""
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
        _deepen_around(found[None], pieces, longest)
        return
    if 2 * pieces.reach < size:  # a pen as wide as the paper leaves no cells out
        short = lengths <= SHORT
        _deepen_around(found[None], pieces[short], SHORT)
        pieces = pieces[~short]
    centres = np.arange(size, dtype=np.float32) + np.float32(0.5)
    for first in range(0, len(pieces), BATCH):
        batch = pieces[first : first + BATCH]
        depths = _depths(batch, centres[None, :, None], centres[:, None, None])
        np.maximum(found, depths.max(axis=2), out=found)


def _deepen_around(
    found: Image, pieces: Segments, longest: float, images: Indices | None = None
) -> None:
    """Add segments to the depths found so far, each only in the square of cells around it.

    `found` (papers, size, size) are papers, and `images` (segments,) is each segment's paper, the
    first by default. The segments extend up to `longest` across and down. The papers' size does not
    affect the cost.
    """
    count, size, reach = len(found), found.shape[1], pieces.reach
    side = int(np.ceil(longest + 2 * reach)) + 1
    # The margin holds the squares of segments at the edge and beside the paper.
    width = size + 2 * side
    paper = np.full(count * width * width, -np.inf, np.float32)
    corners = np.floor(np.minimum(pieces.starts, pieces.ends) - reach)
    corners = np.minimum(np.maximum(corners, -side), size)
    offsets = np.arange(side)
    square = offsets[:, None] * width + offsets
    for first in range(0, len(pieces), SHORT_BATCH):
        batch = slice(first, first + SHORT_BATCH)
        columns, rows = (corners[batch].T[:, None] + (offsets + 0.5)[:, None]).astype(np.float32)
        depths = _depths(pieces[batch], columns[None], rows[:, None])
        places = ((corners[batch] + side) @ (1, width)).astype(np.int64)
        if images is not None:
            places += images[batch] * width * width
        np.maximum.at(paper, (square[:, :, None] + places).ravel(), depths.ravel())
    inner = paper.reshape(count, width, width)[:, side:-side, side:-side]
    np.maximum(found, inner, out=found)


def _depths(pieces: Segments, columns: Image, rows: Image) -> Image:
    """Return how deep cells' centres lie in segments, float32 (rows, columns, segments).

    `columns` (1, columns, segments or 1) and `rows` (rows, 1, segments or 1), float32, are the
    centres. Segments come last because NumPy is fastest along a long axis.
    """
    if pieces.radii is not None:
        return _tapered_depths(pieces.starts, pieces.ends, pieces.radii, columns, rows)
    squared = _squared_distances(pieces.starts, pieces.ends, columns, rows)
    depths: Image = np.subtract(
        np.float32(pieces.reach), np.sqrt(squared, out=squared), out=squared
    )
    return depths


def _squared_distances(starts: Points, ends: Points, columns: Image, rows: Image) -> Image:
    """Squared distances of cells' centres to segments, float32 (rows, columns, segments)."""
    first = np.ascontiguousarray(starts.T, np.float32)
    span = np.ascontiguousarray(ends.T, np.float32) - first
    squared_length = span[0] ** 2 + span[1] ** 2
    squared_length[squared_length == 0] = 1
    along = span / squared_length
    x, y = columns - first[0], rows - first[1]
    # Where on the segment the nearest point lies: 0 at its start, 1 at its end.
    place = x * along[0] + y * along[1]
    np.minimum(np.maximum(place, 0, out=place), 1, out=place)
    across: Image = place * span[0]
    np.subtract(x, across, out=across)
    down = np.multiply(place, span[1], out=place)
    np.subtract(y, down, out=down)
    across *= across
    down *= down
    across += down
    return across


def _tapered_depths(
    starts: Points, ends: Points, radii: Points, columns: Image, rows: Image
) -> Image:
    """Depths in segments that widen or narrow, float32 (rows, columns, segments).

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
    left, top, east, south, end, thin, more, ahead = (value.astype(np.float32) for value in values)
    x, y = columns - left, rows - top
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
"""Cells by which rounding never changes a depth or a place."""


def may_show(pieces: Segments, depth: Image) -> NDArray[np.bool_]:
    """Return which segments may cover some cell deeper than it is covered, bool (segments,).

    `depth`, float32 (size, size), is how deep in ink each cell's centre lies already. A segment
    that is not chosen changes no cell, whatever is drawn before or after it.
    """
    size, reach = len(depth), pieces.reach
    # How near a segment must come to each cell's centre to change it; full cells can't change.
    near = reach + ROUNDING - np.maximum(depth, 0)
    near[depth >= pieces.full + ROUNDING] = -np.inf
    # The same seen from each cell: how far from its centre a segment may lie and change any cell.
    window = int(np.ceil(reach)) + 1
    offsets = np.arange(-window, window + 1)
    cone = np.hypot(offsets[:, None], offsets).astype(np.float32)
    padded = np.full((size + 2 * window, size + 2 * window), -np.inf, np.float32)
    padded[window:-window, window:-window] = near
    shifted = sliding_window_view(padded, depth.shape)
    spare = (shifted - cone[:, :, None, None]).reshape(cone.size, size, size).max(axis=0)
    middles, span = (pieces.starts + pieces.ends) / 2, pieces.ends - pieces.starts
    # From one place to another, `spare` changes by no more than the distance between them.
    cells = np.minimum(np.maximum(np.floor(middles), 0), size - 1).astype(np.int64)
    away = middles - cells - 0.5
    extent = np.hypot(away[:, 0], away[:, 1]) + np.hypot(span[:, 0], span[:, 1]) / 2
    # The windows end 1 beyond reach, so segments of a larger extent are always chosen.
    shows: NDArray[np.bool_] = (spare[cells[:, 1], cells[:, 0]] + extent >= 0) | (extent >= 1)
    return shows
