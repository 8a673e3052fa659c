"""Reshape real strokes into other ways of writing a digit: rings, loops, hats, stems and tails.

The functions take and return either all strokes of a normalised digit or the points of one stroke,
and do not change their arguments. One that doesn't suit the strokes leaves them alone.
"""

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.marks import box
from lenet_gui.training.handwriting.strokes import Points, Strokes, length


def joined(strokes: Strokes, random: Generator) -> Strokes:
    """Draw all strokes as one, as with a trackpad or in the air: the pen is never lifted."""
    if len(strokes) < 2:
        return strokes
    parts = [strokes[0]]
    nearest = random.random() < 0.5
    for stroke in strokes[1:]:
        last = parts[-1][-1]
        following = stroke
        if nearest and np.hypot(*(stroke[-1] - last)) < np.hypot(*(stroke[0] - last)):
            following = stroke[::-1]
        way = following[0] - last
        bulge = np.array((-way[1], way[0])) * random.normal(0, 0.08)
        along = np.linspace(0, 1, 2 + int(np.hypot(*way) * 10))[1:-1, None]
        parts += [last + along * way + 4 * along * (1 - along) * bulge, following]
    return [np.concatenate(parts)]


def cut(points: Points, before: float, after: float) -> Points:
    """Drop shares of a stroke's length at its start and its end."""
    if len(points) < 6:
        return points
    places = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    kept = (places >= before * places[-1]) & (places <= (1 - after) * places[-1])
    return points[kept] if kept.sum() > 3 else points


def _hook(points: Points, random: Generator) -> Points:
    """Return points that curl on from a stroke's end, clockwise."""
    way = points[-1] - points[max(-4, -len(points))]
    angle = float(np.arctan2(way[1], way[0]))
    radius = random.uniform(0.05, 0.12)
    turns = np.linspace(0, random.uniform(1.0, 2.4), 6)[1:]
    headings = angle + turns - turns[0] / 2
    steps = np.stack((np.cos(headings), np.sin(headings)), 1) * radius * turns[0]
    curled: Points = points[-1] + np.cumsum(steps, axis=0)
    return curled


def _loop(at: Points, random: Generator) -> Points:
    """Return a small clockwise loop above a stroke's lowest point."""
    turns = np.linspace(0, 1.8 * np.pi, 9)
    size = random.uniform(0.05, 0.12) * np.array((random.uniform(0.9, 1.6), 1.0))
    return at + np.stack((-np.sin(turns), np.cos(turns) - 1), 1) * size


def opened(points: Points, random: Generator) -> Points:
    """Leave a ring open: trim its start, its end or both."""
    shares = random.uniform(0.02, 0.07, 2) * ((1, 0), (0, 1), (0.7, 0.7))[random.integers(3)]
    return cut(points, *shares)


def overlapping(points: Points, random: Generator) -> Points:
    """Draw a ring on beyond its start, a little off the first turn."""
    n = max(2, int(len(points) * random.uniform(0.06, 0.2)))
    shift = points[-1] - points[0]
    if np.hypot(*shift) > 0.12:
        return points
    return np.concatenate((points, points[1:n] + shift + random.normal(0, 0.015, 2)))


def _corner(points: Points) -> int:
    """Return where a two turns from its neck to its foot."""
    half = len(points) // 3
    return half + int(np.argmax(points[half:, 1] - points[half:, 0]))


def foot_loop(points: Points, random: Generator) -> Points:
    """Curl a two's lower left corner into a loop."""
    corner = _corner(points)
    loop = _loop(points[corner], random)
    return np.concatenate((points[:corner], loop, points[corner + 1 :]))


def tilted_foot(points: Points, random: Generator) -> Points:
    """Let a two's foot rise, or fall a little."""
    corner = _corner(points)
    rise = random.uniform(0.1, 0.45) if random.random() < 0.75 else -random.uniform(0.05, 0.18)
    points = points.copy()
    points[corner:, 1] -= (points[corner:, 0] - points[corner, 0]) * rise
    return points


def headless(points: Points, random: Generator) -> Points:
    """Start a two at, or shortly before, the top of its head."""
    top = int(np.argmin(points[: len(points) // 2, 1]))
    return points[int(top * random.uniform(0.4, 0.95)) :]


def head_loop(points: Points, random: Generator) -> Points:
    """Start a two or a three with a small loop within its head."""
    turns = np.linspace(0, -1.7 * np.pi, 8)
    radius = random.uniform(0.03, 0.065)
    ring = np.stack((np.cos(turns + np.pi), np.sin(turns + np.pi)), 1)
    loop = points[0] + (ring - ring[-1]) * radius
    return np.concatenate((loop[:-1], points))


def waist_loop(points: Points, random: Generator) -> Points:
    """Curl a three's waist into a loop."""
    third = len(points) // 4
    waist = third + int(np.argmin(points[third:-third, 0] + abs(points[third:-third, 1] - 0.45)))
    turns = np.linspace(0.15, 1.85, 8) * np.pi
    size = random.uniform(0.03, 0.07)
    ring = np.stack((np.cos(turns) - 1, np.sin(turns)), 1) * (size, size * 0.7)
    return np.concatenate((points[:waist], points[waist] + ring, points[waist + 1 :]))


def _stem(strokes: Strokes) -> int:
    """Return the number of the stroke that falls most directly."""
    falls = [abs(stroke[-1, 1] - stroke[0, 1]) / (length(stroke) or 1.0) for stroke in strokes]
    return int(np.argmax(falls))


def stem_apart(strokes: Strokes, random: Generator) -> Strokes:
    """Move the stem of a four or a nine to the right, and cut the bar that would still reach it."""
    if len(strokes) != 2:
        return strokes
    index = _stem(strokes)
    stem, other = strokes[index], strokes[1 - index]
    if stem[:, 0].mean() < other[:, 0].mean():
        return strokes
    edge = float(stem[:, 0].max())
    kept = other[other[:, 0] <= edge + 0.02] if random.random() < 0.6 else other
    other = kept if len(kept) > 3 else other
    shift = np.array((random.uniform(0.04, 0.18), random.normal(0, 0.03)))
    moved = stem + shift
    return [moved, other] if index == 0 else [other, moved]


def longer_bar(strokes: Strokes, random: Generator) -> Strokes:
    """Let a four's bar run on to the right."""
    index = 1 - _stem(strokes) if len(strokes) == 2 else 0
    bar = strokes[index]
    if len(strokes) != 2 or bar[-1, 0] < bar[:, 0].max() - 0.05:
        return strokes
    end = bar[-1] + (random.uniform(0.08, 0.35), random.normal(0, 0.03))
    longer = np.concatenate((bar, np.linspace(bar[-1], end, 5)[1:]))
    return [*strokes[:index], longer, *strokes[index + 1 :]]


def _hat(strokes: Strokes) -> Strokes | None:
    """Return a five's body and its hat, cut off at the upper left corner if need be."""
    if len(strokes) == 2:
        body, hat = sorted(strokes, key=lambda stroke: -float(np.ptp(stroke[:, 1])))
        return [body, hat] if hat[:, 1].max() < 0.4 and np.ptp(hat[:, 0]) > 0.15 else None
    points = strokes[0]
    if len(strokes) > 2 or len(points) < 12 or points[0, 1] > 0.25:
        return None
    upper = points[: len(points) // 2]
    corner = int(np.argmin(upper[:, 0] + upper[:, 1]))
    if corner < 3 or points[0, 0] - points[corner, 0] < 0.15:
        return None
    return [points[corner:], points[: corner + 1]]


def hat_apart(strokes: Strokes, random: Generator) -> Strokes:
    """Lift a five's hat off, mostly up or to the right, by up to 0.3 of its height."""
    parts = _hat(strokes)
    if parts is None:
        return strokes
    body, hat = parts
    far, angle = random.uniform(0.05, 0.3), random.uniform(-0.3, 1.9)
    return [body, hat + far * np.array((0.8 * np.cos(angle), -np.sin(angle)))]


def joined_five(strokes: Strokes, random: Generator) -> Strokes:
    """Draw a five in one stroke: hat first or, rarely, body first and straight back."""
    parts = _hat(strokes)
    if parts is None or len(strokes) != 2:
        return strokes
    body, hat = parts
    left, right = (hat, hat[::-1]) if hat[0, 0] < hat[-1, 0] else (hat[::-1], hat)
    if random.random() < 0.85:
        return joined([right, body], random)
    way = left[0] - body[-1]
    along = np.linspace(0, 1, 10)[1:-1, None]
    back = body[-1] + along * way + np.sin(np.pi * along) * (random.normal(0, 0.05), 0.0)
    return [np.concatenate((body, back, left))]


def wide_bowl(points: Points, random: Generator) -> Points:
    """Widen a six's bowl, with a smooth passage to the stem."""
    weight = np.clip((points[:, 1] - 0.3) / 0.35, 0, 1)
    left = float(points[:, 0].min())
    points = points.copy()
    points[:, 0] = left + (points[:, 0] - left) * random.uniform(1.15, 1.7) ** weight
    return points


def small_bowl(points: Points, random: Generator) -> Points:
    """Shrink a six's bowl towards its lower left corner."""
    corner = np.array((points[:, 0].min(), points[:, 1].max()))
    inner = np.arange(len(points)) > int(np.argmax(points[:, 1]))
    factor = np.where(inner, random.uniform(0.65, 0.9), 1.0)
    factor = np.convolve(np.pad(factor, 3, "edge"), np.full(7, 1 / 7), "valid")[:, None]
    smaller: Points = corner + (points - corner) * factor
    return smaller


def open_end(points: Points, random: Generator) -> Points:
    """Stop early: leave a six's bowl open, or a three's tail short."""
    return cut(points, 0.0, random.uniform(0.03, 0.12))


def tail_through(points: Points, random: Generator) -> Points:
    """Run on beyond a six's end, through its stem."""
    way = points[-1] - points[-min(4, len(points))]
    far = random.uniform(0.08, 0.28) / (np.hypot(*way) or 1.0)
    return np.concatenate((points, points[-1] + np.linspace(0.25, 1, 4)[:, None] * far * way))


def curled_start(points: Points, random: Generator) -> Points:
    """Begin a six with a curl to the right and down."""
    return np.concatenate((_hook(points[::-1], random)[::-1], points))


def tail_left(strokes: Strokes, random: Generator) -> Strokes:
    """End a nine's stem with a curl to the left, as in a g."""
    index = max(range(len(strokes)), key=lambda i: float(strokes[i][-1, 1]))
    stem = strokes[index]
    if len(stem) < 5 or stem[-1, 1] < stem[:, 1].max() - 0.06:
        return strokes
    curled = np.concatenate((stem, _hook(stem, random)))
    return [*strokes[:index], curled, *strokes[index + 1 :]]


def open_loop(points: Points, random: Generator) -> Points:
    """Leave a gap between a nine's loop and its stem."""
    return cut(points, random.uniform(0.015, 0.05), 0.0)


def flat_loop(strokes: Strokes, random: Generator) -> Strokes:
    """Flatten or narrow a nine's loop by squeezing its upper half."""
    low, size = box(strokes)
    squeeze = random.uniform(0.7, 0.9)
    middle = float(low[1]) + 0.5 * float(size[1])
    changed = []
    for stroke in strokes:
        y = stroke[:, 1]
        squeezed = np.where(y < middle, middle + (y - middle) * squeeze, y)
        changed.append(np.stack((stroke[:, 0], squeezed), 1))
    return changed


def joined_seven(strokes: Strokes, random: Generator) -> Strokes:
    """Draw a crossed seven in one stroke: back up its stem to the bar, or rarely straight."""
    if len(strokes) != 2 or random.random() < 0.25:
        return joined(strokes, random)
    seven, bar = sorted(strokes, key=length, reverse=True)
    middle = bar[len(bar) // 2]
    half = len(seven) // 2
    crossing = half + int(np.argmin(np.hypot(*(seven[half:] - middle).T)))
    return joined([np.concatenate((seven, seven[:crossing:-1])), bar], random)


def wavy_top(points: Points, random: Generator) -> Points:
    """Swing a seven's top bar like a wave."""
    end = int(np.argmax(points[: len(points) * 2 // 3, 0] - points[: len(points) * 2 // 3, 1]))
    if end < 3:
        return points
    points = points.copy()
    along = np.linspace(0, 2 * np.pi, end + 1)
    points[: end + 1, 1] += np.sin(along) * random.uniform(0.03, 0.1) * (-1) ** random.integers(2)
    return points
