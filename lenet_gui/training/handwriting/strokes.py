"""Distort strokes: other hands, other pens, worse mice.

Strokes are lists of float64 arrays (points, 2), y downwards, normalised: the longer side of their
bounding box is 1 and its corner lies at 0, 0. The functions do not change their arguments.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians, tan

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Points = NDArray[np.float64]
Strokes = list[Points]


@dataclass(frozen=True)
class Hand:
    """How strongly strokes may be distorted, and how often.

    Each sample draws a strength from 0 to 1, which multiplies all amounts. So most samples stay
    close to real drawings. Lengths are shares of the drawing's longer side; `slant`, `rotation` and
    the `steepest` slant are in degrees; `aspect` is a natural logarithm; `often_…` are
    probabilities.
    """

    slant: float = 30.0
    steepest: float = 35.0
    rotation: float = 14.0
    aspect: float = 0.4
    warp: float = 0.06
    apart: float = 0.05
    jitter: float = 0.02
    tremor: float = 0.025
    overshoot: float = 0.12
    often_steep: float = 0.1
    often_jitter: float = 0.2
    often_sparse: float = 0.25
    often_grid: float = 0.12
    often_lift: float = 0.1
    often_overshoot: float = 0.15
    often_trim: float = 0.1
    often_gaps: float = 0.05
    often_specks: float = 0.04
    often_doubled: float = 0.04
    often_small: float = 0.05


PENS = (1.2, 4.0)
"""The thinnest and the thickest pen in training, in pixels of 28."""
USUAL_PENS = (1.9, 3.1)
"""The range of three out of five pens: the pens of the program's own framing."""


def normalised(strokes: Sequence[Points]) -> Strokes:
    """Move and scale strokes so that their bounding box starts at 0, 0 and its longer side is 1."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    longer = float((points.max(axis=0) - low).max())
    return [(stroke - low) / (longer or 1.0) for stroke in strokes]


def random_pen(random: Generator) -> float:
    """Return a random diameter of the pen, in pixels of 28."""
    return float(random.uniform(*(USUAL_PENS if random.random() < 0.6 else PENS)))


def distort_strokes(strokes: Sequence[Points], hand: Hand, random: Generator) -> Strokes:
    """Return the same drawing in another hand, with another mouse."""
    strength = float(random.random())
    drawn = list(strokes)
    if random.random() < hand.often_overshoot:
        drawn = [_overshoot(points, hand.overshoot, random) for points in drawn]
    elif random.random() < hand.often_trim:
        drawn = [_trim(points, random) for points in drawn]
    if random.random() < hand.often_lift:
        drawn = _lift(drawn, random)
    if hand.often_doubled and random.random() < hand.often_doubled:
        drawn = _double(drawn, random)
    drawn = [
        points + random.normal(0, hand.apart * strength, 2) if index else points
        for index, points in enumerate(drawn)
    ]
    drawn = _bend(drawn, hand, strength, random)
    if random.random() < hand.often_sparse:
        drawn = [_sparse(points, random) for points in drawn]
    if random.random() < hand.often_jitter:
        drawn = [_shake(points, hand, random) for points in drawn]
    if random.random() < hand.often_grid:
        cells = float(random.integers(10, 28))
        drawn = [np.rint(points * cells) / cells for points in drawn]
    elif hand.often_small and random.random() < hand.often_small:
        cells = float(random.integers(7, 13))
        drawn = [_small(points, cells) for points in drawn]
    if hand.often_gaps and random.random() < hand.often_gaps:
        drawn = _gaps(drawn, random)
    if hand.often_specks and random.random() < hand.often_specks:
        drawn = _specks(drawn, random)
    return drawn


def _bend(strokes: Strokes, hand: Hand, strength: float, random: Generator) -> Strokes:
    """Slant, rotate, stretch and smoothly warp the whole drawing."""
    slant, rotation, aspect = random.uniform(-strength, strength, 3)
    degrees = slant * hand.slant
    if random.random() < hand.often_steep:  # rare, but real
        degrees = random.uniform(-hand.steepest, hand.steepest)
    turn = radians(rotation * hand.rotation)
    stretch = np.exp(aspect * hand.aspect / 2)
    linear = np.array(((np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))))
    linear = linear @ np.array(((1.0, -tan(radians(degrees))), (0.0, 1.0)))
    linear = linear @ np.diag((stretch, 1 / stretch))
    points = (np.concatenate(strokes) - 0.5) @ linear.T
    # Two plane waves of random direction, at most about one wavelength across the drawing.
    waves = random.normal(0, 1, (2, 2)) * 3.5
    phases = random.uniform(0, 2 * np.pi, 2)
    sizes = random.normal(0, hand.warp * strength, (2, 2))
    points = points + np.sin(points @ waves.T + phases) @ sizes
    return np.split(points, np.cumsum([len(stroke) for stroke in strokes])[:-1])


def resampled(points: Points, n: int) -> Points:
    """Return n ≥ 2 points at equal distances along a stroke."""
    lengths = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    places = np.linspace(0, lengths[-1], n)
    return np.stack([np.interp(places, lengths, points[:, axis]) for axis in (0, 1)], axis=1)


def length(points: Points) -> float:
    """Return the length of a stroke."""
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def _sparse(points: Points, random: Generator) -> Points:
    """Keep few points, as in a fast stroke with a slow mouse, which cuts corners."""
    n = max(3, round(length(points) * random.uniform(5, 14)))
    return points if n >= len(points) else resampled(points, n)


def _shake(points: Points, hand: Hand, random: Generator) -> Points:
    """Add noise at points a little apart: white, or smoothed to a tremor."""
    n = max(2, round(length(points) * random.uniform(10, 40)))
    even = resampled(points, n) if len(points) > 1 else points
    if random.random() < 0.5:
        return even + random.normal(0, hand.jitter * random.random(), even.shape)
    noise = random.normal(0, 1, (len(even) + 4, 2))
    smooth = (noise[:-4] + noise[1:-3] + noise[2:-2] + noise[3:-1] + noise[4:]) / 2.24
    return even + smooth * (hand.tremor * random.random())


def _overshoot(points: Points, far: float, random: Generator) -> Points:
    """Extend the stroke straight beyond its start or its end."""
    if len(points) < 4:
        return points
    reach = random.uniform(0, far, 2) * (random.random(2) < 0.5)
    before, after = points[0] - points[2], points[-1] - points[-3]
    first = points[0] + before / (np.hypot(*before) or 1.0) * reach[0]
    last = points[-1] + after / (np.hypot(*after) or 1.0) * reach[1]
    return np.concatenate(([first], points, [last]))


def _trim(points: Points, random: Generator) -> Points:
    """Drop a few points at either end."""
    if len(points) < 12:
        return points
    most = len(points) // 12
    return points[random.integers(0, most + 1) : len(points) - random.integers(0, most + 1)]


def _lift(strokes: Strokes, random: Generator) -> Strokes:
    """Lift the pen in mid-stroke: split the longest stroke in two, with a small gap or none."""
    index = max(range(len(strokes)), key=lambda i: len(strokes[i]))
    points = strokes[index]
    if len(points) < 10:
        return strokes
    cut = int(random.integers(3, len(points) - 4))
    gap = int(random.integers(0, 2))
    return [*strokes[:index], points[: cut + 1], points[cut + gap :], *strokes[index + 1 :]]


def _double(strokes: Strokes, random: Generator) -> Strokes:
    """Trace a stroke, or a part of it, a second time beside the first."""
    points = strokes[int(random.integers(len(strokes)))]
    if len(points) < 4:
        return strokes
    first, last = 0, len(points)
    if random.random() < 0.6:
        first = int(random.integers(len(points) // 2))
        last = int(random.integers(first + 3, len(points) + 1))
    again = points[first:last]
    drift = np.linspace(random.normal(0, 0.018, 2), random.normal(0, 0.018, 2), len(again))
    again = again + drift
    return [*strokes, again if random.random() < 0.5 else again[::-1]]


def _small(points: Points, cells: float) -> Points:
    """Draw a stroke as in a small digit of a formula: so few cells high, about a point in each."""
    n = max(2, round(length(points) * cells * 0.7))
    few = resampled(points, n) if 1 < n < len(points) else points
    return np.rint(few * cells) / cells


def _gaps(strokes: Strokes, random: Generator) -> Strokes:
    """Leave one to three small pieces out, as a drying pen does."""
    drawn = list(strokes)
    for _ in range(int(random.integers(1, 4))):
        index = int(random.integers(len(drawn)))
        far = length(drawn[index])
        gap = random.uniform(0.03, 0.11)
        if far < 0.35:
            continue
        n = max(8, round(far / 0.025))
        even = resampled(drawn[index], n)
        width = max(1, round(gap / far * n))
        start = int(random.integers(2, n - width - 2)) if n - width > 4 else 2
        drawn[index : index + 1] = [even[:start], even[start + width :]]
    return drawn


def _specks(strokes: Strokes, random: Generator) -> Strokes:
    """Put one or two specks beside the drawing, on no line and neither above nor below it."""
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    beside = np.array((0.22, 0.0))
    drawn = list(strokes)
    for _ in range(1 if random.random() < 0.7 else 2):
        speck = random.uniform(low - beside, high + beside)
        if np.hypot(*(points - speck).T).min() > 0.14:
            drawn.append(speck + random.normal(0, 0.006, (int(random.integers(1, 4)), 2)))
    return drawn
