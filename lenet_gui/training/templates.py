"""Draw digits from templates, in the many styles in which they are taught and written.

Each template is a few strokes of control points in a box 1 high, x to the right and y downwards.
A stroke of `curve` points is smooth (Catmull-Rom); one of `line` points has corners.
"""

from typing import Literal

import numpy as np
from numpy.random import Generator

from lenet_gui.training.strokes import Points, Strokes, normalised, resampled

Kind = Literal["curve", "line"]
Template = tuple[tuple[Kind, str], ...]


def curve(text: str) -> tuple[Kind, str]:
    """Return the control points of a smooth stroke."""
    return "curve", text


def line(text: str) -> tuple[Kind, str]:
    """Return the control points of a stroke with corners."""
    return "line", text


_RING = ".5,0 .2,.12 .1,.5 .2,.88 .5,1 .8,.88 .9,.5 .8,.12 .5,0"
TEMPLATES: dict[int, tuple[Template, ...]] = {
    0: (
        (curve(_RING),),
        (curve("0.6,.02 .3,.05 .12,.5 .3,.95 .55,1 .85,.7 .8,.2 .55,.0 .45,.08"),),
        (curve(_RING), line(".15,.9 .85,.1")),
        (curve(_RING), line(".0,1.05 1,-.05")),
        (curve(_RING), line(".35,.65 .65,.35")),
        (curve(_RING), line(".49,.48 .51,.52")),
        (curve(".5,0 .3,.1 .25,.5 .3,.9 .5,1 .7,.9 .75,.5 .7,.1 .5,0"),),
    ),
    1: (
        (line(".5,0 .5,1"),),
        (line(".2,.25 .5,0 .5,1"),),
        (line(".1,.4 .5,0 .5,1"),),
        (line(".2,.25 .5,0 .5,1"), line(".2,1 .8,1")),
        (line(".5,0 .5,1"), line(".25,1 .75,1")),
        (curve(".15,.35 .35,.2 .5,0"), line(".5,0 .5,1")),
        (line(".3,.12 .5,0 .5,1 .3,1 .7,1"),),
    ),
    2: (
        (curve(".12,.25 .3,.03 .6,.0 .8,.2 .7,.45 .4,.75 .1,1"), line(".1,1 .9,1")),
        (curve(".12,.25 .3,.03 .6,.0 .8,.2 .7,.45 .4,.8 .15,.98 .1,.85 .3,.85 .6,.98 .9,.95"),),
        (curve(".1,.2 .4,0 .75,.1 .75,.35 .4,.75 .2,.95 .15,.8 .35,.8 .5,.95 .85,1"),),
        (line(".1,0 .85,0 .1,1 .9,1"),),
        (curve(".1,.3 .15,.1 .4,0 .75,.1 .8,.35 .5,.7 .05,1"), curve(".05,1 .3,.92 .6,1 .9,.9")),
    ),
    3: (
        (curve(".15,.12 .45,0 .78,.15 .7,.4 .4,.48"), curve(".4,.48 .8,.58 .82,.85 .5,1 .1,.88")),
        (curve(".15,.12 .5,0 .78,.2 .6,.43 .4,.47 .7,.52 .85,.75 .6,.98 .12,.9"),),
        (line(".1,0 .8,0 .45,.4"), curve(".45,.4 .75,.45 .85,.7 .6,.98 .1,.9")),
        (curve(".12,.1 .5,0 .75,.2 .5,.45 .38,.52 .45,.42 .75,.55 .82,.8 .5,1 .1,.85"),),
        (line(".15,0 .8,0 .8,1 .1,1"), line(".3,.48 .8,.48")),
    ),
    4: (
        (line(".55,0 .05,.65 .95,.65"), line(".65,.3 .65,1")),
        (line(".65,0 .05,.68 .95,.68"), line(".65,0 .65,1")),
        (line(".15,0 .1,.5 .85,.5"), line(".8,0 .75,1")),
        (line(".2,.05 .15,.5 .7,.5"), line(".7,.02 .68,1")),
        (line(".7,1 .7,0 .05,.65 .95,.65"),),
        (curve(".2,0 .1,.35 .2,.52 .5,.55 .8,.45"), line(".82,0 .75,1")),
        (line(".4,0 .1,.55 .9,.55"), line(".55,.35 .5,1")),
    ),
    5: (
        (line(".2,0 .15,.42"), curve(".15,.42 .5,.35 .85,.55 .75,.9 .4,1 .08,.88"),
         line(".2,0 .85,0")),
        (line(".85,0 .22,0 .16,.45"), curve(".16,.45 .5,.35 .85,.6 .7,.93 .35,1 .08,.88")),
        (curve(".85,.05 .4,.0 .2,.15 .2,.4 .6,.45 .82,.7 .6,.97 .1,.92"),),
        (line(".8,0 .15,0 .15,.45 .8,.45 .8,1 .1,1"),),
        (line(".2,.02 .18,.42"), curve(".18,.42 .55,.38 .8,.6 .7,.93 .3,1 .05,.85"),
         curve(".2,.05 .5,.08 .9,-.02")),
    ),
    6: (
        (curve(".7,0 .35,.25 .12,.65 .3,.98 .65,.95 .8,.7 .6,.52 .3,.58 .15,.75"),),
        (curve(".4,-.2 .2,.3 .12,.7 .35,1 .7,.92 .75,.65 .5,.52 .2,.68"),),
        (curve(".8,.05 .5,.0 .2,.3 .12,.7 .4,1 .75,.9 .8,.65 .5,.5 .2,.65"),),
        (line(".75,0 .15,.6"), curve(".15,.6 .12,.85 .4,1 .75,.9 .75,.65 .45,.55 .15,.7")),
        (curve(".35,0 .2,.4 .15,.75 .3,.98 .55,.95 .62,.8 .5,.68 .3,.72 .18,.85"),),
    ),
    7: (
        (line(".1,0 .85,0 .35,1"),),
        (line(".1,0 .85,0 .35,1"), line(".3,.5 .85,.48")),
        (line(".1,.2 .12,0 .85,0 .35,1"),),
        (line(".1,.2 .12,0 .85,0 .35,1"), line(".3,.5 .8,.45")),
        (line(".1,.05 .85,0"), curve(".85,0 .55,.4 .45,.7 .42,1")),
        (curve(".08,.15 .2,.02 .5,.08 .85,.0 .6,.4 .45,1"),),
        (line(".1,0 .8,0 .75,1"),),
    ),
    8: (
        (curve(".75,.15 .5,0 .25,.15 .3,.35 .7,.6 .8,.82 .5,1 .2,.82 .3,.6 .7,.35 .75,.15"),),
        (curve(".5,0 .25,.1 .25,.38 .5,.47 .75,.38 .75,.1 .5,0"),
         curve(".5,.47 .2,.6 .2,.9 .5,1 .8,.9 .8,.6 .5,.47")),
        (curve(".5,.5 .25,.3 .3,.05 .6,.0 .75,.2 .5,.5 .22,.75 .3,.97 .65,.98 .78,.75 .5,.5"),),
        (curve(".8,.1 .45,.0 .22,.2 .5,.45 .78,.75 .55,1 .22,.85 .35,.55 .85,.05"),),
    ),
    9: (
        (curve(".75,.15 .45,0 .18,.2 .3,.48 .65,.42 .78,.15"), line(".78,.12 .72,1")),
        (curve(".75,.2 .45,0 .18,.22 .4,.48 .72,.3 .76,.15 .75,.6 .6,.95 .2,.95"),),
        (curve(".75,.2 .45,0 .18,.22 .4,.48 .72,.3 .8,.1 .6,.6 .35,1"),),
        (curve(".5,0 .2,.1 .22,.42 .5,.5 .78,.4 .78,.1 .5,0"),
         curve(".8,.2 .78,.6 .6,.95 .3,1")),
        (curve(".7,.12 .4,.02 .2,.25 .45,.45 .7,.25 .7,.1 .72,.5 .7,.85 .5,1 .25,.85"),),
        (line(".75,.45 .15,.45 .15,0 .75,0 .75,1"),),
    ),
}  # fmt: skip


def draw_template(label: int, random: Generator) -> Strokes:
    """Draw one of a digit's templates, with slightly shifted control points."""
    choices = TEMPLATES[label]
    return draw_shape(choices[int(random.integers(len(choices)))], random)


def draw_shape(template: Template, random: Generator, loose: float = 0.035) -> Strokes:
    """Draw a template as normalised strokes; shift control points by `loose` (one sigma)."""
    strokes = []
    for kind, text in template:
        points = np.array([pair.split(",") for pair in text.split()], np.float64)
        points = points + random.normal(0, loose, points.shape)
        strokes.append(_smooth(points) if kind == "curve" else _along(points))
    return normalised(strokes)


def _along(points: Points) -> Points:
    """Return points in small steps along a polygon, keeping its corners."""
    parts = [
        resampled(points[i : i + 2], max(2, int(np.hypot(*(points[i + 1] - points[i])) * 12)))
        for i in range(len(points) - 1)
    ]
    return np.concatenate(parts)


def _smooth(points: Points, steps: int = 5) -> Points:
    """Return points along a Catmull-Rom spline through the given ones."""
    before = np.concatenate((points[:1], points, points[-1:]))
    p0, p1, p2, p3 = (before[i : len(before) - 3 + i, None] for i in range(4))
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    curve = 0.5 * (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    return np.concatenate((curve.reshape(-1, 2), points[-1:]))


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
