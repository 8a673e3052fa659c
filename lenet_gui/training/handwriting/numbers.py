"""Numbers made of one writer's digits, placed beside each other as people place them.

Digits are scaled to about the same height, stand on about the same base line, and have gaps between
them. They may touch, overlap, or hang together in one stroke, and have points and dashes between
them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.training.handwriting.outliers import KINDS
from lenet_gui.training.handwriting.strokes import (
    Hand,
    Points,
    Strokes,
    distort_strokes,
    normalised,
)
from lenet_gui.training.handwriting.styles import in_style
from lenet_gui.training.handwriting.templates import draw_template

HEIGHT = 100.0
"""Height of a digit, in the drawing's units; lengths below are shares of it."""
HEIGHTS = 0.15
"""By how much heights vary, up and down."""
BASE_LINES = 0.07
"""By how much base lines vary, up and down."""
APART = (0.08, 0.35)
"""The gaps between digits that are apart."""
TOUCHING = (-0.05, 0.05)
"""The gaps between digits that touch or overlap, as often as not."""
BEFORE_MARKS = (0.02, 0.25)
"""The gaps before points and dashes."""
PEN = 0.09
"""The pen's diameter."""
BESIDE = ("side by side", "digit beside a letter")
"""Kinds of drawn non-digits that are numbers, or partly."""
NO_DIGIT = -1
"""The owner of a point or a dash."""

Digits = Sequence[tuple[Strokes, int]]
"""One writer's digits, of any size: their strokes and labels."""


@dataclass(frozen=True)
class Manner:
    """How numbers are written.

    `gaps` are the narrowest and the widest gap. `unsteady` multiplies by how much heights and base
    lines vary. `joined` is the share of neighbours that hang together: the last stroke of the one
    goes on as the first stroke of the next. `marks` is the share of digits with a point, a colon or
    a dash before them.
    """

    gaps: tuple[float, float] = APART
    unsteady: float = 1.0
    joined: float = 0.0
    marks: float = 0.0


@dataclass(frozen=True, eq=False)
class MadeNumber:
    """A number, `label`, and for each stroke of the drawing, the digit that each point belongs to.

    Digits are counted from 0, from left to right: int64 (points,). A stroke through two digits has
    points of both. Points and dashes, owned by NO_DIGIT, are not in the label.
    """

    drawing: Drawing
    owners: tuple[NDArray[np.int64], ...]
    label: str

    @property
    def strokes(self) -> tuple[tuple[int, ...], ...]:
        """The strokes of each digit, whole or in part."""
        return tuple(
            tuple(index for index, owners in enumerate(self.owners) if place in owners)
            for place in range(len(self.label))
        )


def make_number(
    written: Digits, random: Generator, count: int, manner: Manner = Manner()
) -> MadeNumber:
    """Make a number of `count` of one writer's digits, chosen at random."""
    strokes: Strokes = []
    owners: list[NDArray[np.int64]] = []
    label, left = "", 0.0

    def add(placed: Strokes, owner: int) -> None:
        nonlocal left
        moved = [points + np.array((left, 0.0)) for points in placed]
        left = max(float(points[:, 0].max()) for points in moved)
        strokes.extend(moved)
        owners.extend(np.full(len(points), owner) for points in moved)

    for place in range(count):
        digit, name = written[int(random.integers(len(written)))]
        if random.random() < manner.marks:
            left += HEIGHT * random.uniform(*BEFORE_MARKS) if place else 0.0
            add(_mark(random, is_first=not place), NO_DIGIT)
            left += HEIGHT * random.uniform(*APART)
        elif place:
            left += HEIGHT * random.uniform(*manner.gaps)
        before = len(strokes)
        add(_placed(digit, manner.unsteady, random), place)
        if before and owners[before - 1][-1] >= 0 and random.random() < manner.joined:
            for parts in (strokes, owners):
                parts[before - 1 : before + 1] = [np.concatenate(parts[before - 1 : before + 1])]
        label += str(name)
    return MadeNumber(_on_canvas(strokes), tuple(owners), label)


def made_numbers(
    written: Sequence[Digits], manner: Manner, random: Generator, count: int, most: int = 6
) -> Iterator[MadeNumber]:
    """Yield numbers of 1 to `most` digits, each by a writer chosen at random.

    Two in three are written in other ways, sevens with bars, fives with their hats apart; half of
    these in other hands as well.
    """
    for index in range(count):
        digits = written[int(random.integers(len(written)))]
        if index % 3:
            digits = [(in_style(strokes, label, random), label) for strokes, label in digits]
        if index % 3 == 2:
            digits = [
                (normalised(distort_strokes(strokes, Hand(), random)), label)
                for strokes, label in digits
            ]
        yield make_number(digits, random, 1 + index // 3 % most, manner)


def single_digits(written: Sequence[Digits], random: Generator, count: int) -> Iterator[Drawing]:
    """Yield single digits of several strokes, written in other ways and hands, or templates."""
    while count:
        digits = written[int(random.integers(len(written)))]
        strokes, label = digits[int(random.integers(len(digits)))]
        if count % 2:
            strokes = draw_template(label, random)
        strokes = distort_strokes(in_style(strokes, label, random), Hand(), random)
        if len(strokes) > 1:
            count -= 1
            yield alone(strokes)


def words(letters: Sequence[Strokes], random: Generator, count: int) -> Iterator[Drawing]:
    """Yield words of two to four letters, placed as the digits of numbers are."""
    several = [(letter, 0) for letter in letters]
    for _ in range(count):
        yield make_number(several, random, int(random.integers(2, 5))).drawing


def non_digits(random: Generator, count: int) -> Iterator[Drawing]:
    """Yield drawn non-digits of every kind, except those with a whole digit beside something."""
    makers = [maker for kind, maker in KINDS.items() if kind not in BESIDE]
    for index in range(count):
        yield alone(makers[index % len(makers)]([], random))


def alone(strokes: Strokes) -> Drawing:
    """Return strokes as a drawing of their own."""
    return make_number([(strokes, 0)], np.random.default_rng(0), 1).drawing


def _mark(random: Generator, is_first: bool) -> Strokes:
    """Draw a dash, a point or a colon; a dash if it comes first."""
    if is_first or random.random() < 0.4:
        y, slope = random.uniform(-0.6, -0.4), random.uniform(-0.04, 0.04)
        return [_line((0.0, y), (random.uniform(0.2, 0.45), y + slope), random)]
    heights = [random.uniform(-0.06, 0.04)]
    if random.random() < 0.5:
        heights = [random.uniform(-0.7, -0.5), random.uniform(-0.3, -0.1)]
    size = random.uniform(0.0, 0.07, 2)
    return [_line((0.0, y), (size[0], y + size[1]), random) for y in heights]


def _line(first: tuple[float, float], last: tuple[float, float], random: Generator) -> Points:
    """Draw a straight line of a few points that is not quite straight, in units."""
    line = np.linspace(first, last, 5) + random.normal(0, 0.005, (5, 2))
    return (line - (line[:, 0].min(), 0.0)) * HEIGHT


def _placed(strokes: Strokes, unsteady: float, random: Generator) -> Strokes:
    """Scale a digit to its height, its foot near y = 0 and its left edge at x = 0.

    One that is wider than two heights would be is scaled by its width.
    """
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    wide, tall = (high - low).tolist()
    higher = 1 + random.uniform(-HEIGHTS, HEIGHTS) * unsteady
    foot = (0.0, HEIGHT * random.uniform(-BASE_LINES, BASE_LINES) * unsteady)
    scale = HEIGHT * higher / max(tall, wide / 2, 1e-6)
    return [(one - (low[0], high[1])) * scale + foot for one in strokes]


def _on_canvas(strokes: Sequence[Points]) -> Drawing:
    """Put strokes in the middle of a square canvas that has a margin around them."""
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    side = float((high - low).max()) * 1.2
    corner = (side - (high - low)) / 2 - low
    return Drawing(tuple(stroke(one + corner) for one in strokes), (side, side), PEN * HEIGHT)
