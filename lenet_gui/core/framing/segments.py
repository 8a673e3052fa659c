"""Strokes and the straight segments that they are drawn from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Values = NDArray[np.float64]
Indices = NDArray[np.int64]

POINT_SPACING = 0.25
"""Points of a stroke closer than this, in cells along the line, change no cell visibly."""


@dataclass(frozen=True, eq=False)
class Lines:
    """Strokes joined into one array, in any unit.

    `points`, float64 (points, 2), holds those of all strokes, a dot's twice. `stops`, int64
    (strokes,), is the index after each stroke's last point. `pen` is the diameter in cells, either
    one for all or float64 (points,).
    """

    points: Points
    stops: Indices
    pen: float | Values

    def moved(self, place: Callable[[Points], Points]) -> "Lines":
        """Return the lines with every point moved by `place`; the pen keeps its width."""
        return Lines(place(self.points), self.stops, self.pen)

    def between(self, first: int, stop: int) -> "Lines":
        """Return the points from `first` up to `stop` as a single stroke."""
        pen = self.pen if isinstance(self.pen, float) else self.pen[first:stop]
        return Lines(self.points[first:stop], np.array([stop - first], np.int64), pen)


@dataclass(frozen=True, eq=False)
class Segments:
    """Straight segments, in cells: `starts` and `ends`, each float64 (segments, 2).

    `pen` is the diameter. If it changes along a segment, `radii`, float64 (segments, 2), holds half
    of it at the start and the end, and `pen` is the largest diameter of all.
    """

    starts: Points
    ends: Points
    pen: float
    radii: Points | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, chosen: slice | Indices | NDArray[np.bool_]) -> "Segments":
        radii = None if self.radii is None else self.radii[chosen]
        return Segments(self.starts[chosen], self.ends[chosen], self.pen, radii)

    def moved(self, place: Callable[[Points], Points]) -> "Segments":
        """Return the segments with their ends moved by `place`; the pen keeps its width."""
        return Segments(place(self.starts), place(self.ends), self.pen, self.radii)

    @property
    def reach(self) -> float:
        """Cells from a segment within which the centre of every inked cell lies."""
        return self.pen / 2 + 0.5

    @property
    def full(self) -> float:
        """Depth, in cells, at which a cell has all the ink that it can have."""
        return 1.0 if self.radii is not None else min(self.pen, 1.0)


def join_strokes(strokes: Sequence[Points], pen: float | Sequence[Values]) -> Lines:
    """Join strokes, each float64 (points, 2); `pen` is one diameter, or one for each point."""
    points = [np.empty((0, 2))]
    points += [stroke if len(stroke) > 1 else np.repeat(stroke, 2, axis=0) for stroke in strokes]
    stops = np.cumsum(list(map(len, points)), dtype=np.int64)[1:]
    if isinstance(pen, float | int):
        return Lines(np.concatenate(points), stops, float(pen))
    widths = [np.empty(0)]
    widths += [width if len(width) > 1 else np.repeat(width, 2) for width in pen]
    return Lines(np.concatenate(points), stops, np.concatenate(widths))


def segments(lines: Lines) -> Segments:
    """Return the segments of lines in cells: see `segments_from`."""
    return segments_from(lines)[0]


def segments_from(lines: Lines) -> tuple[Segments, Indices]:
    """Return the segments of lines in cells, and the index of the point from which each starts.

    Points closer than POINT_SPACING to the one before are dropped first; a dot is one segment of
    length 0. The widest pen of all points dropped in a row is kept, so that a pen pressed without
    moving leaves its mark.
    """
    kept = np.flatnonzero(_distinct(lines))
    goes_on = np.ones(len(lines.points), np.bool_)
    goes_on[lines.stops - 1] = False
    first = np.flatnonzero(goes_on[kept])
    starts, ends = lines.points[kept[first]], lines.points[kept[first + 1]]
    if isinstance(lines.pen, float):
        return Segments(starts, ends, lines.pen), kept[first]
    # reduceat refuses empty arrays.
    radii = np.maximum.reduceat(lines.pen, kept) / 2 if len(kept) else np.empty(0)
    sides = np.stack((radii[first], radii[first + 1]), axis=1)
    return Segments(starts, ends, 2 * float(radii.max(initial=0)), sides), kept[first]


def _distinct(lines: Lines) -> NDArray[np.bool_]:
    """Return which points to keep, (points,): the first and last of each stroke among them."""
    span = lines.points[1:] - lines.points[:-1]
    lengths = np.hypot(span[:, 0], span[:, 1])
    along = np.zeros(len(lines.points))
    first = 0
    for stop in lines.stops.tolist():
        # Stroke by stroke: rounding must not depend on other strokes.
        np.add.accumulate(lengths[first : stop - 1], out=along[first + 1 : stop])
        first = stop
    steps = np.floor(along / POINT_SPACING)
    keep = np.ones(len(steps), np.bool_)
    np.not_equal(steps[1:], steps[:-1], out=keep[1:])
    keep[lines.stops - 1] = True
    keep[lines.stops[:-1]] = True
    return keep
