"""Drawings of non-digits, to learn from and to measure refusal with.

Training uses `KINDS` and never `HELD_OUT`, which measures how well refusal generalises. Shapes that
may pass for a digit are left out: a circle with one stroke through it is a zero in some countries,
squares are zeros, S is 5, and a zero on its side is still a zero.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator

from lenet_gui.training.strokes import Points, Strokes, normalised
from lenet_gui.training.templates import Template, curve, draw_shape, draw_template, line

RING = curve(".5,0 .15,.15 0,.5 .15,.85 .5,1 .85,.85 1,.5 .85,.15 .5,0")
SHAPES: dict[str, tuple[Template, ...]] = {
    "circle with a cross": (
        (RING, line(".15,.15 .85,.85"), line(".85,.15 .15,.85")),
        (RING, line(".5,-.05 .5,1.05"), line("-.05,.5 1.05,.5")),
        (RING, line(".25,.25 .75,.75"), line(".75,.25 .25,.75")),
    ),
    "triangle": (
        (line(".5,0 0,.9 1,.9 .5,0"),),
        (line("0,0 1,0 .5,.9 0,0"),),
        (line(".5,0 0,.9"), line("0,.9 1,.9"), line("1,.9 .5,0")),
        (line("0,.1 0,1 .95,.9 0,.1"),),
    ),
    "star": (
        (line(".2,1 .5,0 .8,1 0,.38 1,.38 .2,1"),),
        (line(".5,0 .5,1"), line(".05,.25 .95,.75"), line(".95,.25 .05,.75")),
        (line(".5,0 .62,.36 1,.38 .7,.6 .8,1 .5,.77 .2,1 .3,.6 0,.38 .38,.36 .5,0"),),
    ),
    "heart": (
        (curve(".5,.25 .35,.03 .1,.05 .0,.3 .15,.6 .5,1 .85,.6 1,.3 .9,.05 .65,.03 .5,.25"),),
        (curve(".5,.3 .25,.0 .0,.2 .1,.55 .5,1"), curve(".5,.3 .75,.0 1,.2 .9,.55 .5,1")),
    ),
    "check mark": (
        (line("0,.55 .35,.95 1,.0"),),
        (curve("0,.6 .2,.75 .33,1"), line(".33,1 .95,.05")),
        (line("0,.7 .3,1 .8,.1"),),
    ),
    "letter": (
        (line(".5,0 .05,1"), line(".5,0 .95,1"), line(".25,.6 .75,.6")),
        (line(".0,1 .45,0 .9,1"), line(".2,.65 .75,.65")),
        (line(".1,0 .1,1"), line(".1,0 .8,0"), line(".1,.5 .7,.5"), line(".1,1 .8,1")),
        (line(".8,0 .1,0 .1,1 .8,1"), line(".1,.48 .65,.48")),
        (line(".1,0 .1,1"), line(".85,0 .85,1"), line(".1,.5 .85,.5")),
        (line(".1,0 .1,1"), line(".8,0 .12,.55 .85,1")),
        (line(".1,0 .1,1"), line(".8,0 .12,.55"), line(".3,.45 .85,1")),
        (line(".05,1 .1,0 .5,.65 .9,0 .95,1"),),
        (curve(".0,1 .2,.05 .45,.9 .7,.05 .95,1"),),
        (line(".1,1 .1,0"), curve(".1,0 .6,.0 .75,.22 .55,.48 .12,.5"), line(".4,.5 .85,1")),
        (line(".1,1 .1,.0"), curve(".1,.02 .55,.0 .7,.2 .5,.45 .15,.5 .4,.6 .85,1")),
        (line("0,0 .25,1 .5,.3 .75,1 1,0"),),
        (curve("0,.1 .2,.95 .5,.35 .75,.95 1,.05"),),
        (line(".1,0 .1,1"), line(".1,0 .8,0"), line(".1,.45 .65,.45")),
    ),
}
"""The letters are A, E, H, K, M, R, W and F."""
UNSEEN_SHAPES: dict[str, tuple[Template, ...]] = {
    "arrow": (
        (line("0,.5 1,.5"), line(".65,.2 1,.5 .65,.8")),
        (line(".5,1 .5,0"), line(".15,.35 .5,0 .85,.35")),
    ),
    "hash": (
        (line(".3,0 .2,1"), line(".75,0 .65,1"), line("0,.32 1,.32"), line("0,.68 1,.68")),
    ),
    "question mark": ((curve(".1,.2 .4,.0 .75,.12 .75,.35 .45,.5 .42,.7"), line(".42,.95 .43,1")),),
    "house": ((line("0,1 0,.45 .5,0 1,.45 1,1 0,1"), line("0,.45 1,.45")),),
    "face": (
        (RING, line(".32,.32 .34,.36"), line(".66,.32 .68,.36"), curve(".25,.62 .5,.8 .75,.62")),
    ),
    "letter N or X": (
        (line(".1,1 .1,0 .85,1 .85,0"),),
        (line("0,0 .9,1"), line(".9,0 0,1")),
    ),
    "double wave": (
        (curve("0,.2 .2,.0 .4,.2 .6,.4 .8,.2 1,.1"), curve("0,.7 .2,.5 .4,.7 .6,.9 .8,.7 1,.6")),
    ),
}  # fmt: skip
SIDEWAYS = (1, 2, 3, 4, 5, 6, 7, 8, 9)
LOOSE = 0.05

Digits = Sequence[tuple[Strokes, int]]
"""Normalised strokes of real digits and their labels, for pairs and digits on their side."""


def _scribble(random: Generator) -> Strokes:
    """Draw back and forth, round and round, or at random."""
    kind = random.random()
    n = int(random.integers(8, 26))
    if kind < 0.35:  # hatching
        y = np.linspace(0, 1, n) + random.normal(0, 0.04, n)
        x = np.where(np.arange(n) % 2, 0.0, 1.0) * random.uniform(0.5, 1) + random.normal(0, 0.1, n)
        points = np.stack((x, y), 1) if random.random() < 0.5 else np.stack((y, x), 1)
    elif kind < 0.6:  # wandering loops
        turns = np.linspace(0, random.uniform(3, 7) * 2 * np.pi, 5 * n)
        drift = np.linspace(0, random.uniform(0.0, 2.0), len(turns))
        wave = np.stack((np.cos(turns) + drift, np.sin(turns) * random.uniform(0.5, 1)), 1)
        points = wave * (0.6 + 0.4 * np.sin(turns / random.uniform(2, 6)))[:, None]
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
    strokes, label = _any_digit(digits, random)
    while label not in SIDEWAYS:
        strokes, label = _any_digit(digits, random)
    turn = 1.0 if random.random() < 0.5 else -1.0
    return [np.stack((turn * points[:, 1], -turn * points[:, 0]), axis=1) for points in strokes]


def _any_digit(digits: Digits, random: Generator) -> tuple[Strokes, int]:
    """Return a real digit or, one time in four, one from a template."""
    if random.random() < 0.25 or not digits:
        label = int(random.integers(10))
        return draw_template(label, random), label
    return digits[int(random.integers(len(digits)))]


Maker = Callable[[Digits, Generator], Strokes]


def _shape(templates: tuple[Template, ...]) -> Maker:
    return lambda _, random: draw_shape(
        templates[int(random.integers(len(templates)))], random, LOOSE
    )


KINDS: dict[str, Maker] = {
    "scribble": lambda _, random: _scribble(random),
    "tangle": lambda _, random: _tangle(random),
    **{name: _shape(templates) for name, templates in SHAPES.items()},
    "side by side": _side_by_side,
    "on its side": _sideways,
}
HELD_OUT: dict[str, Maker] = {
    "spiral": lambda _, random: _spiral(random),
    **{name: _shape(templates) for name, templates in UNSEEN_SHAPES.items()},
}
SHARES = {"letter": 3.0, "on its side": 2.0, "side by side": 2.0, "scribble": 2.0}
"""Relative frequencies in training of the hard and the varied kinds; all others have 1."""


def draw_outlier(digits: Digits, random: Generator) -> Strokes:
    """Draw a non-digit of a random kind from KINDS, normalised."""
    shares = np.array([SHARES.get(kind, 1.0) for kind in KINDS])
    kind = list(KINDS)[int(random.choice(len(KINDS), p=shares / shares.sum()))]
    return normalised(KINDS[kind](digits, random))
