"""Erasing: strokes are cut where the eraser passes, by geometry, not by painting.

Ink is a disc around each point of a stroke's line, as wide as the pen is there. It is erased if
that disc overlaps the round eraser anywhere on its path. On a straight segment the erased part is
one stretch without a gap: the distance to the eraser's path, less a reach that changes linearly, is
convex.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.strokes.drawing import (
    COORDINATE_LIMIT,
    Drawing,
    Points,
    Values,
    part,
    stroke,
    width_factor,
)
from lenet_gui.errors import DrawingError

SLACK = 1e-11
"""Extra cut beyond the eraser's rim, as a share of the largest number involved: more than rounding
moves the new ends, so erasing again finds nothing."""
HALVINGS = 60
"""Steps after which halving a segment moves its cut by less than rounding does."""

Bounds = tuple[Values, Values]
Mask = NDArray[np.bool_]


def erase(drawing: Drawing, path: Iterable[Iterable[float]], radius: float) -> Drawing:
    """Return the drawing after a round eraser of `radius` has passed along `path`.

    `path` is (points, 2) in the drawing's units; one point is a press. The remaining parts of an
    erased stroke take its place as strokes. An untouched stroke keeps its array, and an untouched
    drawing is returned as the same object. A pen of unknown width counts as 0 wide.

    Raises DrawingError if the path or the radius is invalid.
    """
    way = stroke(path)
    if not 0 <= radius <= COORDINATE_LIMIT:
        raise DrawingError(
            "The eraser's radius must be a number up to {0}.", f"{COORDINATE_LIMIT:.0e}"
        )
    if drawing.is_empty:
        return drawing
    firsts = np.cumsum([0, *map(len, drawing.strokes)])
    segments = _segments(drawing, firsts, radius).near(way)
    index, _, _ = _stretches(segments, way)
    if not len(index):
        return drawing

    touched = np.unique(np.searchsorted(firsts, index, side="right") - 1)
    of_stroke = np.searchsorted(firsts, segments.index, side="right") - 1
    largest = max(np.abs(way).max(), np.abs(segments.starts).max(), segments.start_reach.max())
    cut = segments.where(np.isin(of_stroke, touched)).grown(SLACK * float(largest))
    index, low, high = _stretches(cut, way)
    kept = {}
    for number in touched.tolist():
        mine = (index >= firsts[number]) & (index < firsts[number + 1])
        places = index[mine] - firsts[number]
        end = len(drawing.strokes[number]) - 1
        kept[number] = _left_over(places + low[mine], places + high[mine], end)
    return replace(
        drawing,
        strokes=_cut(drawing.strokes, kept),
        pressures=_cut(drawing.pressures, kept),
        times=_cut(drawing.times, kept),
    )


def _left_over(lows: Values, highs: Values, end: float) -> list[tuple[float, float]]:
    """Return the parts from place 0 to `end` that lie outside all stretches."""
    parts, place = [], 0.0
    order = np.argsort(lows)
    for low, high in zip(lows[order].tolist(), highs[order].tolist(), strict=True):
        if low > place:
            parts.append((place, low))
        place = max(place, high)
    if place < end:
        parts.append((place, end))
    return parts


def _cut(
    values: tuple[Values, ...], kept: dict[int, list[tuple[float, float]]]
) -> tuple[Values, ...]:
    """Replace each touched stroke by its remaining parts."""
    strokes: list[Values] = []
    for number, whole in enumerate(values):
        if number in kept:
            strokes.extend(part(whole, start, end) for start, end in kept[number])
        else:
            strokes.append(whole)
    return tuple(strokes)


@dataclass(frozen=True)
class _Segments:
    """Straight pieces of ink: from each point of a drawing to the next of its stroke.

    `index` (n,) counts the points of all strokes; `starts` and `ends` (n, 2); the reaches (n,) are
    how near the eraser's path may come before ink is erased. A stroke's last point goes to itself.
    """

    index: NDArray[np.int64]
    starts: Points
    ends: Points
    start_reach: Values
    end_reach: Values

    def where(self, mask: Mask) -> "_Segments":
        """Return some of the segments."""
        chosen = np.flatnonzero(mask)
        return _Segments(*(getattr(self, field.name).take(chosen, 0) for field in fields(self)))

    def near(self, way: Points) -> "_Segments":
        """Return those whose bounding box meets the box that the eraser may reach."""
        if not len(self.index):
            return self
        reach = max(self.start_reach.max(), self.end_reach.max())
        least, most = np.minimum(self.starts, self.ends), np.maximum(self.starts, self.ends)
        meets = np.ones(len(self.index), np.bool_)
        for axis in (0, 1):  # one after the other: NumPy is slow at short rows
            meets &= most[:, axis] >= way[:, axis].min() - reach
            meets &= least[:, axis] <= way[:, axis].max() + reach
        return self.where(meets)

    def grown(self, slack: float) -> "_Segments":
        """Return the same segments with a longer reach."""
        reaches = self.start_reach + slack, self.end_reach + slack
        return replace(self, start_reach=reaches[0], end_reach=reaches[1])


def _segments(drawing: Drawing, firsts: NDArray[np.int64], radius: float) -> _Segments:
    starts = np.concatenate(drawing.strokes)
    half = (drawing.pen_width or 0.0) / 2
    reach = np.full(len(starts), radius + half)
    if drawing.pressures:
        reach = radius + half * width_factor(np.concatenate(drawing.pressures))
    index = np.arange(len(starts))
    following = index + 1
    following[firsts[1:] - 1] = firsts[1:] - 1
    return _Segments(index, starts, starts.take(following, 0), reach, reach.take(following))


def _stretches(segments: _Segments, way: Points) -> tuple[NDArray[np.int64], Values, Values]:
    """Return which segments are touched, by their index, and from where to where (0 … 1), all (n,).

    A segment is repeated for each piece of the eraser's path that touches it.
    """
    found = [(np.empty(0, np.int64), np.empty(0), np.empty(0))]
    for piece in pairwise(way if len(way) > 1 else way.repeat(2, axis=0)):
        near = segments.near(np.array(piece))
        if len(near.index):
            low, high = _touched(near, *piece)
            any_ink = low < high
            found.append((near.index[any_ink], low[any_ink], high[any_ink]))
    index, low, high = (np.concatenate(part) for part in zip(*found, strict=True))
    return index, low, high


@np.errstate(over="ignore")  # for tiny lengths; infinite is right
def _touched(segments: _Segments, first: Points, last: Points) -> Bounds:
    """Return the stretch (0 … 1) of each segment that is erased on the way from first to last.

    A segment that is not erased gets a stretch that ends before it begins.
    """
    begins = _inside(segments.starts, segments.start_reach, first, last)
    stops = _inside(segments.ends, segments.end_reach, first, last)
    stretches = [_in_band(segments, first, last)] if (first != last).any() else []
    stretches += [_in_disc(segments, centre) for centre in (first, last)]
    lows, highs = (np.array(side) for side in zip(*stretches, strict=True))
    nothing = ~(lows < highs)
    lows[nothing], highs[nothing] = np.inf, -np.inf
    # Two segments that meet must agree on the point they share, despite rounding.
    low = np.where(begins, 0.0, lows.min(axis=0).clip(0, 1))
    high = np.where(stops, 1.0, highs.max(axis=0).clip(0, 1))
    steep = np.abs(segments.end_reach - segments.start_reach) >= _lengths(segments)
    low[steep], high[steep] = ~begins[steep], stops[steep]
    crossing = steep & (begins != stops)
    if crossing.any():
        places = _halved(segments.where(crossing), first, last)
        low[crossing] = np.where(begins[crossing], 0.0, places)
        high[crossing] = np.where(begins[crossing], places, 1.0)
    return low, high


def _inside(points: Points, reach: Values, first: Points, last: Points) -> Mask:
    """Return which points the eraser reaches on the straight way from first to last."""
    way = last - first
    squared = way @ way
    share = ((points - first) @ way / (squared or 1.0)).clip(0, 1)
    apart = points - first - share[:, None] * way
    inside: Mask = (apart**2).sum(axis=1) < reach**2
    return inside


def _in_band(segments: _Segments, first: Points, last: Points) -> Bounds:
    """Return where segments lie beside the way, neither before nor behind it, and in reach of it.

    Each of the four conditions is a number that changes linearly and must stay below zero.
    """
    way = last - first
    length = float(np.hypot(*way))
    along = way / length
    across = np.array((-along[1], along[0]))
    from_first, span = segments.starts - first, segments.ends - segments.starts
    widening = segments.end_reach - segments.start_reach
    forward, beside = from_first @ along, from_first @ across
    ahead, aside = span @ along, span @ across
    begin = np.array(
        (beside - segments.start_reach, -beside - segments.start_reach, -forward, forward - length)
    )
    change = np.array((aside - widening, -aside - widening, -ahead, ahead))
    still = change == 0
    place = -begin / np.where(still, 1.0, change)
    low = np.where(change < 0, place, -np.inf).max(axis=0)
    high = np.where(change > 0, place, np.inf).min(axis=0)
    low[(still & (begin >= 0)).any(axis=0)] = np.inf
    return low, high


def _in_disc(segments: _Segments, centre: Points) -> Bounds:
    """Return where segments lie in reach of a point; wrong for those whose reach grows too fast.

    With x from the foot of the perpendicular, of length h: x² + h² < (reach + growth · x)².
    """
    length = _lengths(segments)
    widening = segments.end_reach - segments.start_reach
    steep = np.abs(widening) >= length
    length = np.where(steep, 1.0, length)
    growth = np.where(steep, 0.0, widening / length)
    along = (segments.ends - segments.starts) / length[:, None]
    to_centre = centre - segments.starts
    foot = (to_centre * along).sum(axis=1)
    height = to_centre[:, 0] * along[:, 1] - to_centre[:, 1] * along[:, 0]
    reach = segments.start_reach + growth * foot
    slope = 1 - growth**2
    square = reach**2 - slope * height**2
    half = np.sqrt(square.clip(0))
    low, high = (foot + (reach * growth + side * half) / slope for side in (-1, 1))
    # Squared, a reach below zero would count like one above.
    is_near = (square > 0) & (reach > 0)
    return np.where(is_near, low, np.inf) / length, high / length


def _halved(segments: _Segments, first: Points, last: Points) -> Values:
    """Return where segments with one end in reach cross the rim, by bisection."""
    begins = _inside(segments.starts, segments.start_reach, first, last)
    low, high = np.zeros(len(begins)), np.ones(len(begins))
    for _ in range(HALVINGS):
        place = (low + high) / 2
        points = segments.starts + place[:, None] * (segments.ends - segments.starts)
        reach = segments.start_reach + place * (segments.end_reach - segments.start_reach)
        is_before = _inside(points, reach, first, last) == begins
        low, high = np.where(is_before, place, low), np.where(is_before, high, place)
    return np.where(begins, high, low)


def _lengths(segments: _Segments) -> Values:
    lengths: Values = np.hypot(*(segments.ends - segments.starts).T)
    return lengths
