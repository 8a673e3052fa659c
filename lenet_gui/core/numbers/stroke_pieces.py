"""Over-segmentation of strokes: a piece is a stroke, or a part of one through several digits.

A stroke that is wide enough for several is cut wherever a vertical line meets it only once, as the
stroke that joins two digits. Source: LeCun et al. 1998, section V, heuristic over-segmentation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.parts import frame_parts
from lenet_gui.core.numbers.pieces import Boxes, Pieces, Run
from lenet_gui.core.strokes.drawing import Drawing, Points, Values

WIDE = 0.9
"""Width, in heights of the line, from which a stroke may run through several digits."""
MARGIN = 0.2
"""Least width of a part that is cut off, in heights of the line."""
CUTS = 5
"""Most cuts through one stroke."""
MOST_POINTS = 5000
"""Points above which a stroke is not cut: it is a scribble."""


@dataclass(frozen=True, eq=False)
class _Part:
    """A stroke, or a part of it."""

    points: Points
    pressures: Values | None
    stroke: int
    key: tuple[object, ...]


def stroke_boxes(strokes: Sequence[Points]) -> Boxes:
    """Return the bounding boxes of some strokes, (n, 4), without the pen's width."""
    boxes = np.empty((len(strokes), 4))
    for box, points in zip(boxes, strokes, strict=True):
        x, y = points.T
        box[:] = x.min(), y.min(), x.max(), y.max()
    return boxes


class Strokes:
    """The strokes of a drawing, to be cut into pieces; `boxes` (strokes, 4) are their boxes."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.boxes = stroke_boxes(drawing.strokes)

    @property
    def ink(self) -> tuple[object, ...]:
        """What else than its points decides how a stroke is framed."""
        drawing = self._drawing
        return drawing.pen_width, drawing.canvas, bool(drawing.pressures)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells the whole drawing from others, if no stroke is cut."""
        return self.ink, *((id(points),) for points in self._drawing.strokes)

    def pieces(self, chosen: Sequence[int], height: float) -> Pieces:
        """Return the pieces of some strokes on a line of writing of this height."""
        drawing = self._drawing.unlabelled()
        parts = [part for index in chosen for part in _parts(drawing, index, height)]

        def part(run: Run) -> Drawing:
            own = [parts[index] for index in sorted(run)]
            return replace(
                drawing,
                strokes=tuple(one.points for one in own),
                pressures=tuple(one.pressures for one in own if one.pressures is not None),
                times=(),
            )

        return Pieces(
            boxes=stroke_boxes([one.points for one in parts]),
            owners=tuple(one.stroke for one in parts),
            ink=self.ink,
            keys=tuple(one.key for one in parts),
            part=part,
            framed=lambda runs: frame_parts([part(run) for run in runs]),
        )


def _parts(drawing: Drawing, index: int, height: float) -> list[_Part]:
    """Return a stroke, or the parts of one that is wide, in their order."""
    points = drawing.strokes[index]
    pressures = drawing.pressures[index] if drawing.pressures else None
    places = _places(points, height)
    if not places:
        return [_Part(points, pressures, index, (id(points),))]
    rest = points if pressures is None else np.column_stack((points, pressures))
    pieces = []
    for place in places if points[-1, 0] >= points[0, 0] else places[::-1]:
        before, rest = _divided(rest, place)
        pieces.append(before)
    return [
        _Part(
            piece[:, :2],
            None if pressures is None else piece[:, 2],
            index,
            (id(points), number, *places),
        )
        for number, piece in enumerate((*pieces, rest))
        if len(piece)
    ]


def _places(points: Points, height: float) -> list[float]:
    """Return the x at which to cut a stroke: the middles of where a vertical meets it once."""
    x = points[:, 0]
    low, high = float(x.min()), float(x.max())
    if high - low < WIDE * height or len(points) > MOST_POINTS:
        return []
    steps = min(200, max(4, round((high - low) / (MARGIN * height))))
    edges = np.linspace(low, high, 1 + 2 * steps)
    centres = (edges[1:] + edges[:-1]) / 2
    start, end = np.minimum(x[1:], x[:-1]), np.maximum(x[1:], x[:-1])
    crossings = ((start <= centres[:, None]) & (end > centres[:, None])).sum(axis=1)
    inside = (centres > low + MARGIN * height) & (centres < high - MARGIN * height)
    return _middles((crossings == 1) & inside, centres)


def _middles(chosen: NDArray[np.bool_], places: NDArray[np.float64]) -> list[float]:
    """Return the middles of the longest runs of chosen places, at most CUTS, from left to right."""
    ends = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(int), [0]))))
    runs = sorted(ends.reshape(-1, 2).tolist(), key=lambda run: run[1] - run[0])[-CUTS:]
    return sorted(float(places[first:last].mean()) for first, last in runs)


def _divided(points: Points, place: float) -> tuple[Points, Points]:
    """Cut a line where it crosses a vertical; both parts end in the point of the cut."""
    x = points[:, 0]
    sides = x > place
    (crossed,) = np.nonzero(sides[1:] != sides[:-1])
    if not len(crossed):
        return points, points[:0]
    at = int(crossed[0])
    share = (place - x[at]) / (x[at + 1] - x[at])
    point = points[at] + share * (points[at + 1] - points[at])
    return np.vstack((points[: at + 1], point)), np.vstack((point, points[at + 1 :]))
