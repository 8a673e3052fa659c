"""Pieces of ink that no cut divides further, and the lines of writing that they stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import Frames, Source

Boxes = NDArray[np.float64]
"""Left, top, right and bottom of n pieces, in the source's units: (n, 4)."""
Sides = Sequence[float]
"""Those of one box as Python's numbers, which are quicker where there are few."""
Run = frozenset[int]
"""The indices of some pieces that may be one digit."""

SHARED = 0.3
"""Share of the lower piece's height by which two pieces overlap if they stand on one line."""
TINY = float(np.finfo(float).tiny)
"""Height of a line of nothing but dots in one place."""
SMALL = 0.35
"""Height, as a share of the tallest line's, below which a line is a mark that belongs to another:
a hat, a dash or a dot."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of a drawing or a picture on one line of writing.

    `owners` names what each piece is of: a stroke, or a connected part of a picture. Two pieces of
    one owner were cut apart. Pieces with the same `ink` (pen and canvas) and equal `keys` are the
    same, as long as their source is kept. `part` returns a run as a source of its own, and
    `framed` frames runs as such sources. `boxes` are without the pen's width; a picture's pieces
    have others as well, `inked`, around all of their ink.
    """

    boxes: Boxes
    owners: tuple[int, ...]
    ink: object
    keys: tuple[object, ...]
    part: Callable[[Run], Source]
    framed: Callable[[Sequence[Run]], list[Frames]]
    inked: Boxes | None = None

    def place(self, run: Run) -> tuple[float, float, float, float]:
        """Return the box around a run: around its ink in a picture, else without the pen."""
        left, top, right, bottom = around(
            (self.boxes if self.inked is None else self.inked)[sorted(run)]
        ).tolist()
        return left, top, right, bottom

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
    return _height(boxes.tolist())


def lines_of(boxes: Boxes) -> list[list[int]]:
    """Return the pieces' indices by lines of writing, from the top down.

    Pieces whose heights overlap are on the same line. What is small beside the tallest line is a
    mark, and joins the nearest one.
    """
    sides: list[Sides] = boxes.tolist()
    lines: list[list[int]] = []

    def of(line: list[int]) -> list[Sides]:
        return [sides[index] for index in line]

    for index in np.argsort(boxes[:, 1] - boxes[:, 3], kind="stable").tolist():  # tall ones first
        near = [line for line in lines if _overlap(of(line), sides[index]) >= SHARED]
        joined = [index, *(other for line in near for other in line)]
        lines = [line for line in lines if line not in near] + [joined]
    if len(lines) > 1:
        tallest = max(_height(of(line)) for line in lines)
    while len(lines) > 1:
        small = min(lines, key=lambda line: _height(of(line)))
        if _height(of(small)) >= SMALL * tallest:
            break
        lines.remove(small)
        middle = _middle(of(small))
        nearest = min(lines, key=lambda line: abs(_middle(of(line)) - middle))
        nearest.extend(small)
    return sorted((sorted(line) for line in lines), key=lambda line: _middle(of(line)))


def _extent(boxes: Sequence[Sides], axis: int) -> tuple[float, float]:
    """Return where boxes begin and end, from left to right (0) or from top to bottom (1)."""
    return min(box[axis] for box in boxes), max(box[axis + 2] for box in boxes)


def _height(boxes: Sequence[Sides]) -> float:
    (left, right), (top, bottom) = _extent(boxes, 0), _extent(boxes, 1)
    return max(bottom - top, 0.1 * (right - left), TINY)


def _overlap(line: Sequence[Sides], box: Sides) -> float:
    """Return by how much of its own height a piece overlaps a line of taller ones."""
    (top, bottom), (_, high, _, low) = _extent(line, 1), box
    if low == high:  # a dash or a dot
        return float(top <= high <= bottom)
    return (min(bottom, low) - max(top, high)) / (low - high)


def _middle(boxes: Sequence[Sides]) -> float:
    return sum(_extent(boxes, 1)) / 2
