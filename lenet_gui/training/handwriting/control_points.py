"""Draw shapes given by control points, in a box 1 high, x to the right and y downwards.

A stroke of `curve` points is smooth (Catmull-Rom); one of `line` points has corners.
"""

from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.strokes import Points, Strokes, normalised, resampled

Kind = Literal["curve", "line"]
Template = tuple[tuple[Kind, str], ...]


def curve(text: str) -> tuple[Kind, str]:
    """Return the control points of a smooth stroke."""
    return "curve", text


def line(text: str) -> tuple[Kind, str]:
    """Return the control points of a stroke with corners."""
    return "line", text


def draw_shape(template: Template, random: Generator, loose: float = 0.035) -> Strokes:
    """Draw a template as normalised strokes; shift control points by `loose` (one sigma)."""
    strokes = []
    for kind, text in template:
        points = _points(text)
        points = points + random.normal(0, loose, points.shape)
        strokes.append(_smooth(points) if kind == "curve" else _along(points))
    return normalised(strokes)


@lru_cache(maxsize=1000)  # bounded: some shapes are of random points
def _points(text: str) -> Points:
    return np.array([pair.split(",") for pair in text.split()], np.float64)


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
