"""Drawings of non-digits, to learn from and to measure refusal with.

Training uses `KINDS` and never `HELD_OUT`, nor near copies of it: that measures how well refusal
generalises. A third are random glyphs, because no list of shapes is long enough.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.control_points import Template, curve, draw_shape
from lenet_gui.training.handwriting.glyphs import draw_glyph
from lenet_gui.training.handwriting.shapes import PRINTED_B, SHAPES, UNSEEN_SHAPES
from lenet_gui.training.handwriting.strokes import Points, Strokes, normalised
from lenet_gui.training.handwriting.templates import draw_template

SIDEWAYS = (1, 2, 3, 4, 5, 6, 7, 8, 9)
"""Digits that are none on their side."""
HALVES = ((0, "upper"), (0, "lower"), (2, "lower"), (5, "upper"))
"""Halves of digits that are no other digit; a lower 6 is a 0, a lower 9 a 1."""
LEFT_RIGHT = (3, 4, 7)
UPSIDE_DOWN = (4, 7)
"""Digits whose mirror images are no digits; 2 and 5 are each other's."""
OVER_ONE_ANOTHER = ((0, 4), (2, 4), (2, 5), (3, 4), (4, 5))
"""Pairs of digits of which neither can be read when one is written over the other."""
LOOSE = 0.05

Digits = Sequence[tuple[Strokes, int]]
"""Normalised strokes of real digits and their labels, for pairs and digits on their side."""


def _scribble(random: Generator) -> Strokes:
    """Draw back and forth, round and round, a blob, or at random."""
    kind = random.random()
    n = int(random.integers(8, 26))
    if kind < 0.35:  # hatching
        y = np.linspace(0, 1, n) + random.normal(0, 0.04, n)
        x = np.where(np.arange(n) % 2, 0.0, 1.0) * random.uniform(0.5, 1) + random.normal(0, 0.1, n)
        points = np.stack((x, y), 1) if random.random() < 0.5 else np.stack((y, x), 1)
    elif kind < 0.6:  # wandering loops
        turns = np.linspace(0, random.uniform(3, 7) * 2 * np.pi, 5 * n)
        drift = np.linspace(0, random.uniform(0.8, 2.0), len(turns))
        wave = np.stack((np.cos(turns) + drift, np.sin(turns) * random.uniform(0.5, 1)), 1)
        points = wave * (0.6 + 0.4 * np.sin(turns / random.uniform(2, 6)))[:, None]
    elif kind < 0.75:  # a blob, filled
        y = np.linspace(-1, 1, 2 * n)
        x = np.sqrt(1 - y**2) * np.where(np.arange(2 * n) % 2, 1.0, -1.0)
        return [np.stack((x, y), 1) + random.normal(0, 0.08, (2 * n, 2))]
    else:
        points = random.uniform(0, 1, (n, 2))
    return [_rough_curve(points)]


def _tangle(random: Generator) -> Strokes:
    """Draw several strokes that cross each other."""
    n = int(random.integers(4, 8))
    return [_rough_curve(random.uniform(0, 1, (int(random.integers(2, 4)), 2))) for _ in range(n)]


def _rough_curve(points: Points) -> Points:
    text = " ".join(f"{x:.3f},{y:.3f}" for x, y in points)
    (stroke,) = draw_shape((curve(text),), np.random.default_rng(0), loose=0.0)
    low = points.min(axis=0)
    drawn: Points = stroke * float((points.max(axis=0) - low).max()) + low
    return drawn


def _spiral(random: Generator) -> Strokes:
    turns = np.linspace(0, random.uniform(3, 5) * 2 * np.pi, 60)
    return [np.stack((np.cos(turns), np.sin(turns)), 1) * (turns + 1)[:, None]]


def _side_by_side(digits: Digits, random: Generator) -> Strokes:
    """Write two or three digits in a row."""
    row: Strokes = []
    right = 0.0
    for _ in range(2 if random.random() < 0.85 else 3):
        strokes = _any_digit(digits, random)[0]
        size = random.uniform(0.85, 1.15)
        points = np.concatenate(strokes) * size
        shift = np.array((right - points[:, 0].min(), random.normal(0, 0.05)))
        row += [stroke * size + shift for stroke in strokes]
        right += float(np.ptp(points[:, 0])) + random.uniform(0.08, 0.4)
    return row


def _sideways(digits: Digits, random: Generator) -> Strokes:
    """Lay a digit on its left or right side."""
    strokes = _digit_of(SIDEWAYS, digits, random)
    turn = 1.0 if random.random() < 0.5 else -1.0
    return [np.stack((turn * points[:, 1], -turn * points[:, 0]), axis=1) for points in strokes]


def _mirrored(digits: Digits, random: Generator) -> Strokes:
    """Mirror a digit, left to right or upside down."""
    if random.random() < 0.6:
        return [points * (-1, 1) for points in _digit_of(LEFT_RIGHT, digits, random)]
    return [points * (1, -1) for points in _digit_of(UPSIDE_DOWN, digits, random)]


def _crossed_out(digits: Digits, random: Generator) -> Strokes:
    """Draw two to four lines or a zigzag over a digit."""
    strokes = _any_digit(digits, random)[0]
    low, high = _box(strokes)
    size = np.maximum(high - low, 0.5)
    if random.random() < 0.4:
        n = int(random.integers(7, 14))
        sides = np.where(np.arange(n) % 2, 1.0, 0.0)
        over: Points = np.stack((sides, np.linspace(0, 1, n)), axis=1)
        over = (over if random.random() < 0.6 else over[:, ::-1]) + random.normal(0, 0.06, (n, 2))
        return [*strokes, (low + high) / 2 + (_rough_curve(over) - 0.5) * size]
    slopes = np.full(int(random.integers(2, 5)), random.uniform(-1, 1))
    if random.random() < 0.4:
        slopes = np.array((-0.9, 0.9, 0.0))
    way = np.linspace(-0.65, 0.65, 10)
    for index, slope in enumerate(slopes):
        height = 0.6 * (index / (len(slopes) - 1) - 0.5) if slopes[0] == slopes[1] else 0.0
        rise = way * (slope + random.normal(0, 0.1)) + height + random.normal(0, 0.05)
        strokes = [*strokes, (low + high) / 2 + np.stack((way, rise), axis=1) * size]
    return strokes


def _over_one_another(digits: Digits, random: Generator) -> Strokes:
    """Write a digit over another, of such pairs as hide both."""
    pair = OVER_ONE_ANOTHER[int(random.integers(len(OVER_ONE_ANOTHER)))]
    first, second = (_digit_of((label,), digits, random) for label in pair)
    size, shift = random.uniform(0.85, 1.1), random.uniform(-0.12, 0.12, 2)
    move = np.sum(_box(first), axis=0) / 2 - np.sum(_box(second), axis=0) / 2 * size + shift
    return [*first, *(points * size + move for points in second)]


def _half(digits: Digits, random: Generator) -> Strokes:
    """Keep a digit's upper or lower half, where that is no digit."""
    label, half = HALVES[int(random.integers(len(HALVES)))]
    strokes = _digit_of((label,), digits, random)
    low, high = _box(strokes)
    cut = low[1] + (high[1] - low[1]) * random.uniform(0.42, 0.52)
    parts = []
    for points in strokes:
        kept = points[:, 1] <= cut if half == "upper" else points[:, 1] >= cut
        runs = np.split(np.arange(len(points)), np.flatnonzero(np.diff(kept)) + 1)
        parts += [points[run] for run in runs if kept[run[0]] and len(run) > 1]
    return parts or _half(digits, random)


def _beside_letter(digits: Digits, random: Generator) -> Strokes:
    """Write a digit and a letter side by side, in either order."""
    letters = SHAPES["letter"]
    letter = draw_shape(letters[int(random.integers(len(letters)))], random, LOOSE)
    pair = [_any_digit(digits, random)[0], letter]
    first, second = pair if random.random() < 0.6 else pair[::-1]
    shift = _box(first)[1][0] - _box(second)[0][0] + random.uniform(0.08, 0.3)
    return [*first, *(points + np.array((shift, 0.0)) for points in second)]


def _box(strokes: Strokes) -> tuple[Points, Points]:
    """Return the corners of the bounding box."""
    points = np.concatenate(strokes)
    return points.min(axis=0), points.max(axis=0)


def _digit_of(labels: Sequence[int], digits: Digits, random: Generator) -> Strokes:
    """Return a digit that has one of the labels."""
    if random.random() < 0.25 or not digits:
        return draw_template(labels[int(random.integers(len(labels)))], random)
    for _ in range(1000):
        strokes, label = digits[int(random.integers(len(digits)))]
        if label in labels:
            return strokes
    return draw_template(labels[0], random)  # the digits have none of the labels


def _any_digit(digits: Digits, random: Generator) -> tuple[Strokes, int]:
    """Return a real digit or, one time in four, one from a template."""
    if random.random() < 0.25 or not digits:
        label = int(random.integers(10))
        return draw_template(label, random), label
    return digits[int(random.integers(len(digits)))]


Maker = Callable[[Digits, Generator], Strokes]


def _shape(templates: tuple[Template, ...], loose: float = LOOSE) -> Maker:
    return lambda _, random: draw_shape(
        templates[int(random.integers(len(templates)))], random, loose
    )


KINDS: dict[str, Maker] = {
    "random glyph": lambda _, random: draw_glyph(random),
    "scribble": lambda _, random: _scribble(random),
    "tangle": lambda _, random: _tangle(random),
    **{name: _shape(templates) for name, templates in SHAPES.items()},
    "side by side": _side_by_side,
    "on its side": _sideways,
    "digit beside a letter": _beside_letter,
    "mirrored digit": _mirrored,
    "half a digit": _half,
    "crossed-out digit": _crossed_out,
    "digits over one another": _over_one_another,
}
HELD_OUT: dict[str, Maker] = {
    "spiral": lambda _, random: _spiral(random),
    **{name: _shape(templates) for name, templates in UNSEEN_SHAPES.items()},
}
SHARES = {
    "random glyph": 15.0, "letter": 3.0, "letter of another script": 3.0, "object": 3.0,
    "sign": 2.5, "character": 2.0, "side by side": 2.0, "on its side": 2.0,
    "scribble": 1.5, "dots and dashes": 1.5, "mirrored digit": 1.5,
    "circle with a cross": 0.5, "triangle": 0.5, "heart": 0.5, "half a digit": 0.5,
}  # fmt: skip
"""Relative frequencies in training; kinds not named here have 1."""
CLOSE: tuple[Maker, ...] = (_shape(PRINTED_B, loose=0.015),)
"""Non-digits as close to a digit as can be told apart."""
_UP_TO = np.cumsum([SHARES.get(kind, 1.0) for kind in KINDS])
_MAKERS = tuple(KINDS.values())


def draw_outlier(digits: Digits, random: Generator, close: float = 0.0) -> Strokes:
    """Draw a non-digit of a random kind from KINDS or, in the share `close`, from CLOSE."""
    if close and random.random() < close:
        return normalised(CLOSE[int(random.integers(len(CLOSE)))](digits, random))
    index = int(np.searchsorted(_UP_TO, random.random() * _UP_TO[-1], side="right"))
    return normalised(_MAKERS[index](digits, random))
