"""Strokes taken apart into the straight pieces that they are drawn from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Values = NDArray[np.float64]
Places = NDArray[np.int64]
Pen = float | Sequence[Values]
"""A pen's diameter in cells: one for all, or one for each point of each stroke."""

POINT_SPACING = 0.25
"""Points of a stroke closer than this, in cells along the line, add nothing that a cell shows."""
ROUNDING = 1e-5
"""Steps of POINT_SPACING that rounding comes to at most, within some thousand cells."""


@dataclass(frozen=True, eq=False)
class Segments:
    """Straight pieces of strokes, in cells: `starts` and `ends`, each float64 (segments, 2).

    `pen` is the diameter; where it changes on the way, `radii`, float64 (segments, 2), holds half
    of it at the start and the end, and `pen` is the widest.
    """

    starts: Points
    ends: Points
    pen: float
    radii: Points | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, chosen: slice | Places | NDArray[np.bool_]) -> "Segments":
        radii = None if self.radii is None else self.radii[chosen]
        return Segments(self.starts[chosen], self.ends[chosen], self.pen, radii)

    def moved(self, place: Callable[[Points], Points]) -> "Segments":
        """Return them with their ends somewhere else; the pen stays as it is."""
        return Segments(place(self.starts), place(self.ends), self.pen, self.radii)

    def joined(self, others: "Segments") -> "Segments":
        """Return them and others of the same kind of pen."""
        radii = None
        if self.radii is not None and others.radii is not None:
            radii = np.concatenate((self.radii, others.radii))
        return Segments(
            np.concatenate((self.starts, others.starts)),
            np.concatenate((self.ends, others.ends)),
            max(self.pen, others.pen),
            radii,
        )

    @property
    def reach(self) -> float:
        """Cells from a segment within which a cell's centre lies where there is ink in the cell."""
        return self.pen / 2 + 0.5

    @property
    def full(self) -> float:
        """Depth, in cells, from which a cell is as full of ink as it gets."""
        return 1.0 if self.radii is not None else min(self.pen, 1.0)


def segments(
    strokes: Sequence[Points], pen: Pen, place: Callable[[Points], Points] | None = None
) -> Segments:
    """Return the straight pieces of strokes, where these are; `place` takes their points to cells.

    Points closer than POINT_SPACING to the one before are dropped first; a dot is one segment of
    length 0. Of points that are dropped the widest pen counts, so that one pressed on the spot
    leaves its mark.
    """
    points, stops = _in_a_row(strokes)
    kept = np.flatnonzero(_told_apart(_steps(place(points) if place else points, stops), stops))
    goes_on = np.ones(len(points), np.bool_)
    goes_on[stops - 1] = False
    first = np.flatnonzero(goes_on[kept])
    starts, ends = points[kept[first]], points[kept[first + 1]]
    if isinstance(pen, float | int):
        return Segments(starts, ends, float(pen))
    widths = [np.empty(0)]
    widths += [width if len(width) > 1 else np.repeat(width, 2) for width in pen]
    # None where there are no strokes, which reduceat doesn't know.
    radii = np.maximum.reduceat(np.concatenate(widths), kept) / 2 if len(kept) else np.empty(0)
    sides = np.stack((radii[first], radii[first + 1]), axis=1)
    return Segments(starts, ends, 2 * float(radii.max(initial=0)), sides)


def wavering(strokes: Sequence[Points], place: Callable[[Points], Points]) -> NDArray[np.bool_]:
    """Tell of which strokes other points might be dropped a little beside `place`, (strokes,).

    Of nearly all it makes no difference; but some points lie a whole number of POINT_SPACING along
    their stroke, and on which side of it depends on rounding.
    """
    points, stops = _in_a_row(strokes)
    steps = _steps(place(points), stops)
    whole = np.rint(steps)
    wavers = (np.abs(steps - whole) < ROUNDING) & (whole > 0)
    found: NDArray[np.bool_] = np.logical_or.reduceat(wavers, np.append(0, stops[:-1]))
    return found


def _in_a_row(strokes: Sequence[Points]) -> tuple[Points, NDArray[np.int64]]:
    """Return the points of all strokes, a dot's twice, and where in them each stroke stops."""
    lines = [np.empty((0, 2))]
    lines += [points if len(points) > 1 else np.repeat(points, 2, axis=0) for points in strokes]
    return np.concatenate(lines), np.cumsum(list(map(len, lines)), dtype=np.int64)[1:]


def _steps(points: Points, stops: NDArray[np.int64]) -> Values:
    """Return how far along its stroke each point lies, in steps of POINT_SPACING, (points,)."""
    span = points[1:] - points[:-1]
    lengths = np.hypot(span[:, 0], span[:, 1])
    along = np.zeros(len(points))
    first = 0
    for stop in stops.tolist():
        # Added up stroke by stroke: rounding is part of it, and may not depend on other strokes.
        np.add.accumulate(lengths[first : stop - 1], out=along[first + 1 : stop])
        first = stop
    return along / POINT_SPACING


def _told_apart(steps: Values, stops: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which points of strokes to keep, (points,): the first and last of each among them."""
    whole = np.floor(steps)
    keep = np.ones(len(steps), np.bool_)
    np.not_equal(whole[1:], whole[:-1], out=keep[1:])
    keep[stops - 1] = True
    keep[stops[:-1]] = True
    return keep
