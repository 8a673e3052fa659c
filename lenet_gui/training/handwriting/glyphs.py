"""Random glyphs: letters of no script, to teach that most drawings are no digits.

In the spirit of Omniglot's generative model (Lake et al. 2015): a glyph is a few strokes, each a
simple curve of random shape, size and direction that begins on an earlier one or stands alone. A
curve is given by its heading, the direction of the pen along the way, as Logo's turtle draws.
By chance some glyphs look like digits; `unlike_digits` accepts those that surely do not.
"""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from lenet_gui.training.handwriting.strokes import Points, Strokes, length, normalised

STEPS = 21
"""Points of each stroke."""
STROKES = (2, 3, 4, 5)
STROKE_SHARES = (0.08, 0.42, 0.33, 0.17)
OFTEN_ATTACHED = 0.75
OFTEN_MIRRORED = 0.15
OFTEN_ENCLOSED = 0.06
TOUCHING = 0.09
"""Distance within which two strokes touch, in a normalised glyph."""
APART = 0.22
"""Gap from which a glyph is in pieces, too wide for a lifted pen or a bar of 5 set apart."""
LEAST_ENDS = 5
"""Free ends that no digit has; a 4 in two strokes has at most four, a seven with a bar too."""
MOST_INK = 5.5
"""Length of the strokes, in sides of the square, that no digit needs; an 8 has less than 4."""
WIDE = 1.7
"""Width over height that no digit has."""

Headings = NDArray[np.float64]
_WAY = np.linspace(0, 1, STEPS)


def _side(random: Generator) -> float:
    """Return 1 or -1."""
    return 1.0 if random.random() < 0.5 else -1.0


def _line(random: Generator) -> Headings:
    return _WAY * random.normal(0, 0.12)


def _arc(random: Generator) -> Headings:
    return _WAY * (random.uniform(0.8, 4.2) * _side(random))


def _hook(random: Generator) -> Headings:
    """Go straight, then curl."""
    turn = random.uniform(1.6, 4.5) * _side(random)
    straight = random.uniform(0.4, 0.75)
    headings: Headings = np.clip((_WAY - straight) / (1 - straight), 0, 1) * turn
    return headings


def _ring(random: Generator) -> Headings:
    return _WAY * (2 * np.pi * random.uniform(0.94, 1.06) * _side(random))


def _loop(random: Generator) -> Headings:
    """Go straight, round a loop, and on."""
    low, high = random.uniform(0.05, 0.35), random.uniform(0.65, 0.95)
    turn = 2 * np.pi * random.uniform(0.75, 1.1) * _side(random)
    headings: Headings = np.clip((_WAY - low) / (high - low), 0, 1) * turn
    return headings


def _wave(random: Generator) -> Headings:
    turns = random.uniform(1, 3) * 2 * np.pi
    return random.uniform(0.7, 1.4) * np.sin(_WAY * turns + random.uniform(0, 2 * np.pi))


def _zigzag(random: Generator) -> Headings:
    legs = np.floor(_WAY * random.integers(3, 7) * 0.999)
    return np.where(legs % 2 == 0, 1, -1) * random.uniform(0.5, 1.25)


def _corner(random: Generator) -> Headings:
    turn = random.uniform(0.9, 2.4) * _side(random)
    return np.where(random.uniform(0.3, 0.7) > _WAY, 0.0, turn)


def _dot(random: Generator) -> Headings:
    return np.zeros(2)


PRIMITIVES: dict[Callable[[Generator], Headings], float] = {
    _line: 0.34,
    _arc: 0.18,
    _hook: 0.1,
    _ring: 0.07,
    _loop: 0.07,
    _wave: 0.06,
    _zigzag: 0.05,
    _corner: 0.1,
    _dot: 0.03,
}
_MAKERS = tuple(PRIMITIVES)
_UP_TO = np.cumsum(list(PRIMITIVES.values()))


def draw_glyph(random: Generator) -> Strokes:
    """Draw a glyph, normalised, that surely looks like no digit."""
    while True:
        strokes = normalised(_glyph(random))
        if unlike_digits(strokes):
            return strokes


def unlike_digits(strokes: Strokes) -> bool:
    """Return whether simple geometry shows that normalised strokes of STEPS points are no digit.

    They have many free ends, or much ink, or are in pieces, or are wide. Most others would be no
    digit either, but some would.
    """
    if len(strokes) > 2 and sum(map(length, strokes)) > MOST_INK:
        return True
    points = np.concatenate(strokes)
    width, height = points.max(axis=0) - points.min(axis=0)
    ends, pieces = _ends_and_pieces(strokes)
    if ends >= LEAST_ENDS:
        return True
    if len(strokes) < 2 or width < 0.35 or height < 0.2:
        return False
    return bool(pieces > 1 or (width > WIDE * height and ends + len(strokes) > 4))


def _ends_and_pieces(strokes: Strokes) -> tuple[int, int]:
    """Count the ends that touch nothing, and the pieces: big ones, with wide gaps between."""
    whole, strokes = strokes, [stroke[::2] for stroke in strokes]
    points = np.concatenate(strokes)
    starts = np.cumsum([0, *(len(stroke) for stroke in strokes[:-1])])
    x, y = points.T
    gaps = np.sqrt(np.subtract.outer(x, x) ** 2 + np.subtract.outer(y, y) ** 2)
    between = np.minimum.reduceat(np.minimum.reduceat(gaps, starts), starts, axis=1)
    free = 0
    for start, stroke in zip(starts, strokes, strict=True):
        if len(stroke) < STEPS // 2:  # a dot
            continue
        last, near = start + len(stroke) - 1, len(stroke) // 3
        for end, own in ((start, slice(start, start + near)), (last, slice(last - near, last + 1))):
            row = gaps[end].copy()
            row[own] = np.inf
            free += bool(row.min() > TOUCHING)
    joined = between < APART
    for _ in range(2):  # neighbours of neighbours; twice reaches along up to five strokes
        joined = joined @ joined
    big = [length(stroke) > 0.4 for stroke in whole]
    pieces = {tuple(row) for row, large in zip(joined, big, strict=True) if large}
    return free, len(pieces)


def _glyph(random: Generator) -> Strokes:
    strokes: Strokes = []
    for _ in range(int(random.choice(STROKES, p=STROKE_SHARES))):
        stroke = _stroke(random)
        if not strokes:
            place = np.zeros(2)
        elif random.random() < OFTEN_ATTACHED:
            place = _place_on(strokes[int(random.integers(len(strokes)))], random)
        else:
            place = random.uniform(-0.8, 0.8, 2)
        anchor = _place_on(stroke, random) if strokes else stroke.mean(axis=0)
        strokes.append(stroke - anchor + place)
    if random.random() < OFTEN_MIRRORED:
        strokes = _with_mirror_image(strokes, random)
    if len(strokes) > 2 and random.random() < OFTEN_ENCLOSED:
        strokes.append(_enclosure(np.concatenate(strokes), random))
    return strokes


def _stroke(random: Generator) -> Points:
    """Draw one curve around the origin."""
    make = _MAKERS[min(int(np.searchsorted(_UP_TO, random.random())), len(_MAKERS) - 1)]
    heading = make(random) + random.integers(8) * np.pi / 4 + random.normal(0, 0.2)
    points = np.cumsum(np.stack((np.cos(heading), np.sin(heading)), axis=1), axis=0)
    if len(points) < STEPS:
        return points * 0.02
    points *= random.uniform(0.35, 1.15) / float((points.max(axis=0) - points.min(axis=0)).max())
    return points * np.exp(random.uniform(-0.25, 0.25, 2))


def _place_on(stroke: Points, random: Generator) -> Points:
    """Return a stroke's start or end or, in half of all cases, a point between."""
    chance = random.random()
    index = 0 if chance < 0.25 else -1 if chance < 0.5 else int(random.integers(len(stroke)))
    place: Points = stroke[index]
    return place


def _with_mirror_image(strokes: Strokes, random: Generator) -> Strokes:
    """Add the first three strokes' mirror image, about their right or lower edge or beyond."""
    axis = 0 if random.random() < 0.75 else 1
    edge = np.concatenate(strokes)[:, axis].max() + random.choice((0.0, 0.0, 0.15))
    mirrored = []
    for stroke in strokes[:3]:
        image = stroke.copy()
        image[:, axis] = 2 * edge - image[:, axis]
        mirrored.append(image)
    return [*strokes[:3], *mirrored]


def _enclosure(points: Points, random: Generator) -> Points:
    """Return a ring or a box around the points."""
    low, high = points.min(axis=0), points.max(axis=0)
    angles = np.linspace(0, 2 * np.pi, STEPS) + np.pi / 4
    ring = np.stack((np.cos(angles), np.sin(angles)), axis=1)
    if random.random() < 0.5:
        ring = np.clip(ring * 1.5, -1, 1)
    around: Points = ring * ((high - low) / 2 * random.uniform(1.05, 1.4) + 0.15)
    around += (low + high) / 2
    return around
