"""Marks that people add to a digit: slashes, dots, bars, serifs, flags, bases and feet.

All functions take and return normalised strokes (see strokes.py) and do not change their arguments.
measuring.py measures with some of them, so other ranges are functions of their own.
"""

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.strokes import Points, Strokes


def box(strokes: Strokes) -> tuple[Points, Points]:
    """Return the bounding box's corner and its size."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    return low, points.max(axis=0) - low


def with_slash(strokes: Strokes, random: Generator) -> Strokes:
    """Slash a zero, from lower left to upper right or, rarely, the other way."""
    low, size = box(strokes)
    middle = low + size / 2 + random.normal(0, 0.03, 2)
    reach = size / 2 * random.uniform(0.45, 1.3, 2) + random.uniform(0, 0.06, 2)
    reach[1] *= -1 if random.random() < 0.85 else 1
    slash = middle + np.linspace(-1, 1, 8)[:, None] * reach
    return [*strokes, slash if random.random() < 0.5 else slash[::-1]]


def with_long_slash(strokes: Strokes, random: Generator, longest: float = 2.5) -> Strokes:
    """Slash a zero far beyond its ring, up to `longest` times its height; the longest are rare."""
    low, size = box(strokes)
    middle = low + size / 2 + random.normal(0, 0.04, 2)
    reach = size[1] / 2 * (1.1 + (longest - 1.1) * random.random() ** 1.5)
    angle = random.uniform(0.45, 1.2)  # from the horizontal
    step = np.array((np.cos(angle), -np.sin(angle) if random.random() < 0.85 else np.sin(angle)))
    slash = middle + np.linspace(-1, 1, 10)[:, None] * reach * step
    return [*strokes, slash if random.random() < 0.5 else slash[::-1]]


def with_crossbar(strokes: Strokes, random: Generator) -> Strokes:
    """Draw a level bar across a zero, within its ring or a little beyond."""
    low, size = box(strokes)
    middle = low + size / 2 + random.normal(0, 0.03, 2)
    reach = np.array((size[0] / 2 * random.uniform(0.6, 1.35), random.normal(0, 0.03)))
    return [*strokes, middle + np.linspace(-1, 1, 7)[:, None] * reach]


def with_dot(strokes: Strokes, random: Generator) -> Strokes:
    """Put a dot, a small ring or a short dash into the middle of a zero."""
    low, size = box(strokes)
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
    low, size = box(strokes)
    middle = _crossing(strokes[0], low[1] + size[1] * random.uniform(0.4, 0.65))
    reach = np.array((random.uniform(0.12, 0.3), random.normal(0, 0.04)))
    shift = np.array((random.uniform(-0.08, 0.08), 0.0))
    return [*strokes, middle + shift + np.linspace(-1, 1, 6)[:, None] * reach]


def with_wide_bar(strokes: Strokes, random: Generator) -> Strokes:
    """Cross a seven's stem higher, lower, shorter, wider or more steeply than usual."""
    low, size = box(strokes)
    middle = _crossing(strokes[0], low[1] + size[1] * random.uniform(0.33, 0.75))
    reach = np.array((random.uniform(0.09, 0.42), random.normal(-0.02, 0.06)))
    shift = np.array((random.uniform(-0.6, 0.6) * reach[0], 0.0))
    return [*strokes, middle + shift + np.linspace(-1, 1, 6)[:, None] * reach]


def with_serif(strokes: Strokes, random: Generator) -> Strokes:
    """Add a serif to the left end of a seven's top bar, as part of it or as a stroke."""
    start = strokes[0][0]
    tick = start + np.array((random.normal(0, 0.03), random.uniform(0.08, 0.25)))
    if random.random() < 0.5:
        return [np.concatenate((np.linspace(tick, start, 4)[:-1], strokes[0])), *strokes[1:]]
    return [*strokes, np.linspace(start, tick, 4)]


def with_wide_serif(strokes: Strokes, random: Generator) -> Strokes:
    """Start a seven with a longer or slanting serif, which may also rise above the bar."""
    start = strokes[0][0]
    up = random.uniform(0.02, 0.1) if random.random() < 0.3 else 0.0
    tick = start + np.array((random.normal(0, 0.05), random.uniform(0.12, 0.34)))
    top = start - np.array((0.0, up))
    return [np.concatenate((np.linspace(tick, top, 5), strokes[0])), *strokes[1:]]


def _from_top(stroke: Points) -> Points:
    return stroke if stroke[0, 1] <= stroke[-1, 1] else stroke[::-1]


def with_flag(strokes: Strokes, random: Generator) -> Strokes:
    """Add an upstroke from the lower left to a one's top."""
    stroke = _from_top(strokes[0])
    across = random.uniform(0.1, 0.42)
    end = stroke[0] + np.array((-across, across * random.uniform(0.55, 1.6)))
    return [np.concatenate((np.linspace(end, stroke[0], 6)[:-1], stroke)), *strokes[1:]]


def with_long_flag(strokes: Strokes, random: Generator) -> Strokes:
    """Lead to a one's top from the left, straight or bent, from a third of its height to most."""
    stroke = _from_top(strokes[0])
    down = random.uniform(0.33, 0.85)
    end = stroke[0] + np.array((-random.uniform(0.28, 0.5), down))
    way = np.linspace(end, stroke[0], 8)
    bend = random.uniform(-0.03, 0.1)  # to the lower right, as a rising curve bends
    way = way + np.sin(np.linspace(0, np.pi, 8))[:, None] * np.array((bend, bend * 0.6))
    return [np.concatenate((way[:-1], stroke)), *strokes[1:]]


def with_base(strokes: Strokes, random: Generator) -> Strokes:
    """Stand a one on a line."""
    low, size = box(strokes)
    foot = max((stroke[-1] for stroke in strokes), key=lambda point: float(point[1]))
    foot = np.array((foot[0], low[1] + size[1] + random.normal(0, 0.015)))
    left, right = random.uniform(0.12, 0.32, 2)
    tilt = random.normal(0, 0.02)
    return [
        *strokes,
        np.linspace(foot - np.array((left, -tilt)), foot + np.array((right, -tilt)), 6),
    ]


def _lowest_end(strokes: Strokes) -> int:
    """Return the number of the stroke that ends lowest."""
    return max(range(len(strokes)), key=lambda i: float(strokes[i][-1, 1]))


def with_foot(strokes: Strokes, random: Generator, widest: float = 0.2) -> Strokes:
    """Stand a stem on a short line, as a serif under a four, or a narrow one under a seven."""
    foot = strokes[_lowest_end(strokes)][-1]
    left, right = random.uniform(0.04, widest, 2)
    rise = random.normal(0, 0.015)
    ends = foot + np.array(((-left, rise), (right, -rise)))
    return [*strokes, np.linspace(ends[0], ends[1], 5)]


def with_hooked_foot(strokes: Strokes, random: Generator) -> Strokes:
    """Leave a stem's foot with a short upstroke to the right or, more rarely, to the left."""
    index = _lowest_end(strokes)
    side = 1.0 if random.random() < 0.85 else -1.0
    across, up = random.uniform(0.05, 0.14), random.uniform(0.02, 0.12)
    way = np.array(((0.35, 0.15), (0.7, -0.35), (1.0, -1.0))) * (side * across, up)
    hook = strokes[index][-1] + way
    return [*strokes[:index], np.concatenate((strokes[index], hook)), *strokes[index + 1 :]]
