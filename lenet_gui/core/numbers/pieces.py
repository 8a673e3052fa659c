"""Pieces of ink that no cut divides further, and the lines of writing that they stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import Frames, Source

Boxes = NDArray[np.float64]
"""Left, top, right and bottom of n pieces, in the source's units: (n, 4)."""
Run = frozenset[int]
"""The indices of some pieces that may be one digit."""

SHARED = 0.3
"""Share of the lower piece's height by which two pieces overlap if they stand on one line."""
SMALL = 0.35
"""Height, as a share of the tallest line's, below which a line is a mark that belongs to another:
a hat, a dash or a dot."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of a drawing or a picture on one line of writing.

    `owners` names what each piece is of: a stroke, or a connected part of a picture. Two pieces of
    one owner were cut apart. Pieces with the same `ink` (pen and canvas) and equal `keys` are the
    same, as long as their source is kept. `part` returns a run as a source of its own, and
    `framed` frames runs as such sources.
    """

    boxes: Boxes
    owners: tuple[int, ...]
    ink: object
    keys: tuple[object, ...]
    part: Callable[[Run], Source]
    framed: Callable[[Sequence[Run]], list[Frames]]

    def __len__(self) -> int:
        return len(self.boxes)


class Parts(Protocol):
    """What a source's ink consists of before it is cut: its strokes, or its connected parts."""

    boxes: Boxes

    def pieces(self, chosen: Sequence[int], height: float) -> Pieces:
        """Return the pieces of some parts, by their index, on a line of writing of this height."""


def around(boxes: Boxes) -> NDArray[np.float64]:
    """Return the box around some boxes, (4,)."""
    return np.concatenate((boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)))


def height_of(boxes: Boxes) -> float:
    """Return the height of a line of writing with these pieces, which is never 0."""
    left, top, right, bottom = around(boxes).tolist()
    height: float = max(bottom - top, 0.1 * (right - left), np.finfo(float).tiny)
    return height


def lines_of(boxes: Boxes) -> list[list[int]]:
    """Return the pieces' indices by lines of writing, from the top down.

    Pieces whose heights overlap are on the same line. What is small beside the tallest line is a
    mark, and joins the nearest one.
    """
    lines: list[list[int]] = []
    for index in np.argsort(boxes[:, 1] - boxes[:, 3], kind="stable").tolist():  # tall ones first
        near = [line for line in lines if _overlap(boxes, line, index) >= SHARED]
        joined = [index, *(other for line in near for other in line)]
        lines = [line for line in lines if line not in near] + [joined]
    tallest = max(height_of(boxes[line]) for line in lines)
    while len(lines) > 1:
        small = min(lines, key=lambda line: height_of(boxes[line]))
        if height_of(boxes[small]) >= SMALL * tallest:
            break
        lines.remove(small)
        middle = _middle(boxes, small)
        nearest = min(lines, key=lambda line: abs(_middle(boxes, line) - middle))
        nearest.extend(small)
    return sorted((sorted(line) for line in lines), key=lambda line: _middle(boxes, line))


def _overlap(boxes: Boxes, line: list[int], index: int) -> float:
    """Return by how much of its own height a piece overlaps a line of taller ones."""
    _, top, _, bottom = around(boxes[line]).tolist()
    high, low = boxes[index, [1, 3]].tolist()
    if low == high:  # a dash or a dot
        return float(top <= high <= bottom)
    shared: float = (min(bottom, low) - max(top, high)) / (low - high)
    return shared


def _middle(boxes: Boxes, line: list[int]) -> float:
    _, top, _, bottom = around(boxes[line]).tolist()
    middle: float = (top + bottom) / 2
    return middle
