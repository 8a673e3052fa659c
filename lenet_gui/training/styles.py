"""Ways of writing digits that are rare in the data sets, made from common ones.

Each adds a slash, a dot, a bar or a serif. Coordinates are as in `strokes.py`.
"""

import numpy as np
from numpy.random import Generator

from lenet_gui.training.strokes import Points, Strokes


def in_style(strokes: Strokes, label: int, random: Generator) -> Strokes:
    """Change the style of some zeros, ones and sevens; return all others unchanged."""
    chance = random.random()
    if label == 0 and chance < 0.4:
        return with_slash(strokes, random) if chance < 0.25 else with_dot(strokes, random)
    if label == 7 and len(strokes) == 1 and chance < 0.6:
        if chance < 0.4:
            strokes = with_bar(strokes, random)
        if chance > 0.25:
            strokes = with_serif(strokes, random)
        return strokes
    if label == 1 and len(strokes) == 1 and chance < 0.5:
        if chance < 0.4:
            strokes = with_flag(strokes, random)
        if chance > 0.25:
            strokes = with_base(strokes, random)
    return strokes


def _box(strokes: Strokes) -> tuple[Points, Points]:
    """Return the bounding box's corner and its size."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    return low, points.max(axis=0) - low


def with_slash(strokes: Strokes, random: Generator) -> Strokes:
    """Slash a zero, from lower left to upper right or, rarely, the other way."""
    low, size = _box(strokes)
    middle = low + size / 2 + random.normal(0, 0.03, 2)
    reach = size / 2 * random.uniform(0.45, 1.3, 2) + random.uniform(0, 0.06, 2)
    reach[1] *= -1 if random.random() < 0.85 else 1
    slash = middle + np.linspace(-1, 1, 8)[:, None] * reach
    return [*strokes, slash if random.random() < 0.5 else slash[::-1]]


def with_dot(strokes: Strokes, random: Generator) -> Strokes:
    """Put a dot, a small ring or a short dash into the middle of a zero."""
    low, size = _box(strokes)
    middle = low + size / 2 + random.normal(0, 0.03, 2)
    kind = random.random()
    if kind < 0.4:
        return [*strokes, middle[None] + random.normal(0, 0.01, (3, 2))]
    if kind < 0.7:
        angles = np.linspace(0, 2 * np.pi, 9)
        ring = np.stack((np.cos(angles), np.sin(angles)), axis=1)
        return [*strokes, middle + ring * random.uniform(0.02, 0.07)]
    step = random.normal(0, 1, 2)
    step *= random.uniform(0.03, 0.08) / (np.hypot(*step) or 1.0)
    return [*strokes, middle + np.linspace(-1, 1, 4)[:, None] * step]


def _crossing(stroke: Points, height: float) -> Points:
    """Return the last point at which a stroke crosses a height."""
    below = np.flatnonzero(np.diff(np.sign(stroke[:, 1] - height)))
    point: Points = stroke[below[-1] if len(below) else len(stroke) // 2]
    return point


def with_bar(strokes: Strokes, random: Generator) -> Strokes:
    """Cross a seven's stem."""
    low, size = _box(strokes)
    middle = _crossing(strokes[0], low[1] + size[1] * random.uniform(0.4, 0.65))
    reach = np.array((random.uniform(0.12, 0.3), random.normal(0, 0.04)))
    shift = np.array((random.uniform(-0.08, 0.08), 0.0))
    return [*strokes, middle + shift + np.linspace(-1, 1, 6)[:, None] * reach]


def with_serif(strokes: Strokes, random: Generator) -> Strokes:
    """Add a serif to the left end of a seven's top bar, as part of it or as a stroke."""
    start = strokes[0][0]
    tick = start + np.array((random.normal(0, 0.03), random.uniform(0.08, 0.25)))
    if random.random() < 0.5:
        return [np.concatenate((np.linspace(tick, start, 4)[:-1], strokes[0])), *strokes[1:]]
    return [*strokes, np.linspace(start, tick, 4)]


def with_flag(strokes: Strokes, random: Generator) -> Strokes:
    """Add an upstroke from the lower left to a one's top."""
    stroke = strokes[0] if strokes[0][0, 1] <= strokes[0][-1, 1] else strokes[0][::-1]
    across = random.uniform(0.1, 0.42)
    end = stroke[0] + np.array((-across, across * random.uniform(0.55, 1.6)))
    return [np.concatenate((np.linspace(end, stroke[0], 6)[:-1], stroke)), *strokes[1:]]


def with_base(strokes: Strokes, random: Generator) -> Strokes:
    """Stand a one on a line."""
    low, size = _box(strokes)
    foot = max((stroke[-1] for stroke in strokes), key=lambda point: float(point[1]))
    foot = np.array((foot[0], low[1] + size[1] + random.normal(0, 0.015)))
    left, right = random.uniform(0.12, 0.32, 2)
    tilt = random.normal(0, 0.02)
    return [
        *strokes,
        np.linspace(foot - np.array((left, -tilt)), foot + np.array((right, -tilt)), 6),
    ]
