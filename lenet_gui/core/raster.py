"""Strokes to grey pixels: the share of each cell that a round pen covers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]

POINT_SPACING = 0.25
"""Points of a stroke closer than this, in cells along the line, add nothing that a cell shows."""
FAR = 1e4
"""Cells from the paper's corner beyond which a point's exact place no longer matters."""
SHORT = 2.0
"""Cells across and down up to which a segment is measured against the cells around it alone, as are
nearly all that a hand draws; longer ones are measured against the whole paper."""
SHORT_BATCH = 1024
BATCH = 16
"""Segments measured at once: few enough for the processor's cache, and for any drawing's memory."""


def rasterize(strokes: Sequence[NDArray[np.float64]], pen: float, size: int) -> Image:
    """Draw `strokes` with a round pen onto a paper of `size`×`size` cells.

    Points are in cells: cell (row, column) spans column … column+1 and row … row+1. `pen` is the
    diameter in cells. Returns float32 (size, size) between 0 (paper) and 1 (ink). Coverage is
    taken as `pen/2 + 1/2 − distance` from the cell's centre to the line, cut to 0 … min(pen, 1):
    exact for a straight edge along the grid, and close to it otherwise.
    """
    starts, ends = segments(strokes)
    reach = pen / 2 + 0.5
    # A pen as wide as the paper leaves no cells out.
    short = (np.abs(ends - starts) <= SHORT).all(axis=1) & (2 * reach < size)
    nearest = _near(starts[short], ends[short], reach, size)
    starts, ends = starts[~short], ends[~short]
    centres = np.arange(size, dtype=np.float32) + np.float32(0.5)
    for first in range(0, len(starts), BATCH):
        batch = slice(first, first + BATCH)
        paper = np.broadcast_to(centres, (len(starts[batch]), size))
        squared = _squared_distances(starts[batch], ends[batch], paper, paper).min(axis=0)
        np.minimum(nearest, squared, out=nearest)
    coverage: Image = np.clip(np.float32(pen / 2 + 0.5) - np.sqrt(nearest), 0, min(pen, 1.0))
    return coverage


def rasterize_widths(
    strokes: Sequence[NDArray[np.float64]], widths: Sequence[NDArray[np.float64]], size: int
) -> Image:
    """Draw `strokes` with a round pen that widens and narrows on its way.

    `widths` holds for each stroke the pen's diameter in cells at each of its points, float64
    (points,); between two points it changes evenly. All else is as for `rasterize`, where one
    width does it faster.
    """
    pieces = _tapered_segments(strokes, widths)
    centres = np.arange(size, dtype=np.float32) + np.float32(0.5)
    coverage = np.zeros((size, size), np.float32)
    for first in range(0, len(pieces[0]), BATCH):
        batch = slice(first, first + BATCH)
        starts, ends, start_radii, end_radii = (part[batch] for part in pieces)
        covered = _tapered_coverage(starts, ends, start_radii, end_radii, centres)
        np.maximum(coverage, covered, out=coverage)
    return np.minimum(coverage, 1)


def segments(
    strokes: Sequence[NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the starts and ends, each (segments, 2), of the straight pieces of the strokes.

    Points closer than POINT_SPACING to the one before are dropped first; a dot is one segment of
    length 0.
    """
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for points in strokes:
        if len(points) > 2:
            points = points[_told_apart(points)]
        if len(points) == 1:
            points = np.repeat(points, 2, axis=0)
        starts.append(points[:-1])
        ends.append(points[1:])
    return np.concatenate(starts), np.concatenate(ends)


def _told_apart(points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of three points or more to keep, (points,): the first and last among them."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    step = np.floor(np.concatenate(([0.0], np.cumsum(lengths))) / POINT_SPACING)
    keep = np.concatenate(([True], step[1:] != step[:-1]))
    keep[-1] = True
    return keep


def _near(starts: NDArray[np.float64], ends: NDArray[np.float64], reach: float, size: int) -> Image:
    """Squared distance of each cell's centre to the nearest of some SHORT segments, (size, size).

    Infinite where none is within `reach`, in cells: a segment is measured against the square of
    cells around it only, so the cost does not depend on the paper.
    """
    if not len(starts):
        return np.full((size, size), np.inf, np.float32)
    side = int(np.ceil(SHORT + 2 * reach)) + 1
    # The paper has a margin into which the squares of segments at its edge reach.
    paper = np.full((size + 2 * side, size + 2 * side), np.inf, np.float32)
    corners = np.floor(np.clip(np.minimum(starts, ends) - reach, -FAR, FAR)).astype(np.int64)
    is_near = ((corners > -side) & (corners < size)).all(axis=1)
    starts, ends, corners = starts[is_near], ends[is_near], corners[is_near]
    for first in range(0, len(starts), SHORT_BATCH):
        batch = slice(first, first + SHORT_BATCH)
        cells = corners[batch, :, None] + np.arange(side)
        columns, rows = (cells[:, axis] for axis in (0, 1))
        centres = cells.astype(np.float32) + np.float32(0.5)
        squared = _squared_distances(starts[batch], ends[batch], centres[:, 0], centres[:, 1])
        places = (rows + side)[:, :, None] * paper.shape[1] + (columns + side)[:, None, :]
        np.minimum.at(paper.reshape(-1), places.ravel(), squared.ravel())
    return paper[side:-side, side:-side].copy()


def _squared_distances(
    starts: NDArray[np.float64],
    ends: NDArray[np.float64],
    columns: NDArray[np.float32],
    rows: NDArray[np.float32],
) -> Image:
    """Squared distances of cells' centres to segments, float32 (segments, rows, columns).

    `columns` and `rows` are the centres' places, float32 (segments, columns or rows).
    """
    first = np.clip(starts, -FAR, FAR).astype(np.float32)
    span = np.clip(ends, -FAR, FAR).astype(np.float32) - first
    squared_length = (span**2).sum(axis=1)
    along = span / np.where(squared_length > 0, squared_length, 1)[:, None]
    x = (columns - first[:, 0, None])[:, None, :]
    y = (rows - first[:, 1, None])[:, :, None]
    # Where on the segment the nearest point lies: 0 at its start, 1 at its end.
    place = np.clip(x * along[:, 0, None, None] + y * along[:, 1, None, None], 0, 1)
    across = x - place * span[:, 0, None, None]
    down = y - place * span[:, 1, None, None]
    squared: Image = across * across + down * down
    return squared


def _tapered_segments(
    strokes: Sequence[NDArray[np.float64]], widths: Sequence[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], ...]:
    """Return starts and ends, each (segments, 2), and the pen's radius there, each (segments,).

    Of points that are dropped the widest counts, so that a pen pressed on the spot leaves its mark.
    """
    starts, ends = segments(())
    parts = [(starts, ends, np.empty(0), np.empty(0))]
    for points, width in zip(strokes, widths, strict=True):
        if len(points) > 2:
            kept = np.flatnonzero(_told_apart(points))
            points, width = points[kept], np.maximum.reduceat(width, kept)
        if len(points) == 1:
            points, width = np.repeat(points, 2, axis=0), np.repeat(width, 2)
        parts.append((points[:-1], points[1:], width[:-1] / 2, width[1:] / 2))
    return tuple(np.concatenate(part) for part in zip(*parts, strict=True))


def _tapered_coverage(
    starts: NDArray[np.float64],
    ends: NDArray[np.float64],
    start_radii: NDArray[np.float64],
    end_radii: NDArray[np.float64],
    centres: NDArray[np.float32],
) -> Image:
    """Coverage of each cell by the segment that covers it most, float32 (rows, columns).

    A segment is all the discs along it, from one radius to the other. On either side of it, the
    disc that reaches a cell most lies a little towards the wider end from the nearest point.
    """
    first, last = np.clip(starts, -FAR, FAR), np.clip(ends, -FAR, FAR)
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

    columns = (*first.T, *along.T, np.where(inside, 0, length), radius, growth, lean)
    left, top, east, south, end, thin, more, ahead = (
        values.astype(np.float32)[:, None, None] for values in columns
    )
    x, y = centres[None, None, :] - left, centres[None, :, None] - top
    forward, beside = x * east + y * south, np.abs(x * south - y * east)
    place = beside * ahead
    place += forward
    np.maximum(place, 0, out=place)
    np.minimum(place, end, out=place)
    forward -= place
    distance = np.sqrt(forward * forward + beside * beside)
    radii = np.multiply(place, more, out=place)
    radii += thin
    coverage: Image = np.minimum(radii + np.float32(0.5) - distance, 2 * radii).max(axis=0)
    return coverage
