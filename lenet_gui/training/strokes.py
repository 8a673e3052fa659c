"""Distortions of strokes: other hands, other pens, worse mice.

Strokes are lists of float64 arrays (points, 2), y downwards, normalised so that the longer side of
their bounding box is 1 and its corner lies at 0, 0. Nothing here changes its arguments.
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
    """How far strokes may be distorted, and how often.

    Each sample draws a strength between 0 and 1 that all amounts are multiplied by, so that most
    samples stay near what people really drew. Lengths are shares of the drawing's longer side;
    `slant`, `rotation` and the `steepest` slant are degrees; `aspect` is a natural logarithm; the
    `often`s are probabilities.
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


PENS = (1.2, 4.0)
"""Thinnest and thickest pen that training sees, in pixels of 28."""
USUAL_PENS = (1.9, 3.1)
"""Where three of five pens lie: what the program's own framing draws with."""


def normalised(strokes: Sequence[Points]) -> Strokes:
    """Move and scale strokes so that their bounding box starts at 0, 0 and its longer side is 1."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    longer = float((points.max(axis=0) - low).max())
    return [(stroke - low) / (longer or 1.0) for stroke in strokes]


def random_pen(random: Generator) -> float:
    """Draw a pen's diameter in pixels of 28."""
    return float(random.uniform(*(USUAL_PENS if random.random() < 0.6 else PENS)))


def distort_strokes(strokes: Sequence[Points], hand: Hand, random: Generator) -> Strokes:
    """Draw the same digit in another hand, with another mouse."""
    strength = float(random.random())
    drawn = list(strokes)
    if random.random() < hand.often_overshoot:
        drawn = [_overshoot(points, hand.overshoot, random) for points in drawn]
    elif random.random() < hand.often_trim:
        drawn = [_trim(points, random) for points in drawn]
    if random.random() < hand.often_lift:
        drawn = _lift(drawn, random)
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
    return drawn


def _bend(strokes: Strokes, hand: Hand, strength: float, random: Generator) -> Strokes:
    """Slant, turn, stretch, and warp smoothly: one map of the plane for the whole drawing."""
    slant, rotation, aspect = random.uniform(-strength, strength, 3)
    degrees = slant * hand.slant
    if random.random() < hand.often_steep:  # rare, but people have them
        degrees = random.uniform(-hand.steepest, hand.steepest)
    turn = radians(rotation * hand.rotation)
    stretch = np.exp(aspect * hand.aspect / 2)
    linear = np.array(((np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))))
    linear = linear @ np.array(((1.0, -tan(radians(degrees))), (0.0, 1.0)))
    linear = linear @ np.diag((stretch, 1 / stretch))
    points = (np.concatenate(strokes) - 0.5) @ linear.T
    # Two plane waves of random direction, about one length or less across the drawing.
    waves = random.normal(0, 1, (2, 2)) * 3.5
    phases = random.uniform(0, 2 * np.pi, 2)
    sizes = random.normal(0, hand.warp * strength, (2, 2))
    points = points + np.sin(points @ waves.T + phases) @ sizes
    return np.split(points, np.cumsum([len(stroke) for stroke in strokes])[:-1])


def resampled(points: Points, n: int) -> Points:
    """Put n ≥ 2 points at equal distances along a stroke."""
    lengths = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    places = np.linspace(0, lengths[-1], n)
    return np.stack([np.interp(places, lengths, points[:, axis]) for axis in (0, 1)], axis=1)


def length(points: Points) -> float:
    """Return the length of a stroke."""
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def _sparse(points: Points, random: Generator) -> Points:
    """Keep few points, as a fast stroke of a slow mouse leaves them: corners get cut."""
    n = max(3, round(length(points) * random.uniform(5, 14)))
    return points if n >= len(points) else resampled(points, n)


def _shake(points: Points, hand: Hand, random: Generator) -> Points:
    """Add noise to points a little apart: white, or smoothed into a tremor."""
    n = max(2, round(length(points) * random.uniform(10, 40)))
    even = resampled(points, n) if len(points) > 1 else points
    if random.random() < 0.5:
        return even + random.normal(0, hand.jitter * random.random(), even.shape)
    noise = random.normal(0, 1, (len(even) + 4, 2))
    smooth = (noise[:-4] + noise[1:-3] + noise[2:-2] + noise[3:-1] + noise[4:]) / 2.24
    return even + smooth * (hand.tremor * random.random())


def _overshoot(points: Points, far: float, random: Generator) -> Points:
    """Draw on past the end, or from before the start, straight ahead."""
    if len(points) < 4:
        return points
    reach = random.uniform(0, far, 2) * (random.random(2) < 0.5)
    before, after = points[0] - points[2], points[-1] - points[-3]
    first = points[0] + before / (np.hypot(*before) or 1.0) * reach[0]
    last = points[-1] + after / (np.hypot(*after) or 1.0) * reach[1]
    return np.concatenate(([first], points, [last]))


def _trim(points: Points, random: Generator) -> Points:
    """Lose a few points at either end."""
    if len(points) < 12:
        return points
    most = len(points) // 12
    return points[random.integers(0, most + 1) : len(points) - random.integers(0, most + 1)]


def _lift(strokes: Strokes, random: Generator) -> Strokes:
    """Lift the pen in mid-stroke: the longest stroke becomes two, with a small gap or none."""
    index = max(range(len(strokes)), key=lambda i: len(strokes[i]))
    points = strokes[index]
    if len(points) < 10:
        return strokes
    cut = int(random.integers(3, len(points) - 4))
    gap = int(random.integers(0, 2))
    return [*strokes[:index], points[: cut + 1], points[cut + gap :], *strokes[index + 1 :]]
