"""Drawings moved, scaled and turned as a whole.

Only strokes move: pen and canvas stay as they are, and so do pressures and times. Nothing is
clipped: ink beyond the canvas is kept, and reappears when it is moved back.
"""

from collections.abc import Callable
from dataclasses import replace
from math import cos, isfinite, radians, sin

import numpy as np

from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing, Points
from lenet_gui.errors import DrawingError

Place = tuple[float, float]


def bounds(drawing: Drawing) -> tuple[float, float, float, float] | None:
    """Return left, top, right and bottom of the lines, without the pen's width; None if empty."""
    if drawing.is_empty:
        return None
    points = np.concatenate(drawing.strokes)
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    return left, top, right, bottom


def moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    """Return `drawing` moved to the right and down, in its units.

    Raises DrawingError if the ink would lie too far off.
    """
    return transformed(drawing, lambda points: points + np.array((dx, dy)))


def scaled(drawing: Drawing, factor: float, about: Place) -> Drawing:
    """Return `drawing` scaled about a fixed point, keeping its aspect.

    Raises DrawingError if the factor is not a positive number or the ink would lie too far off.
    """
    if not 1 / COORDINATE_LIMIT <= factor <= COORDINATE_LIMIT:
        raise DrawingError(
            "A drawing can be scaled by {0} to {1} only.",
            f"{1 / COORDINATE_LIMIT:.0e}",
            f"{COORDINATE_LIMIT:.0e}",
        )
    return transformed(drawing, lambda points: (points - about) * factor + about)


def rotated(drawing: Drawing, degrees: float, about: Place) -> Drawing:
    """Return `drawing` turned clockwise, as seen on the screen, about a fixed point.

    Raises DrawingError if the angle is not a number or the ink would lie too far off.
    """
    if not isfinite(degrees):
        raise DrawingError("A drawing can be rotated by a number of degrees only.")
    angle = radians(degrees % 360)
    turn = np.array(((cos(angle), sin(angle)), (-sin(angle), cos(angle))))
    return transformed(drawing, lambda points: (points - about) @ turn + about)


def transformed(drawing: Drawing, change: Callable[[Points], Points]) -> Drawing:
    """Return `drawing` with `change` applied to all its points at once, (points, 2).

    Raises DrawingError if a point ends up beyond COORDINATE_LIMIT.
    """
    if drawing.is_empty:
        return drawing
    with np.errstate(over="ignore", invalid="ignore"):  # NaN is refused below
        points = change(np.concatenate(drawing.strokes))
    if not (np.abs(points) <= COORDINATE_LIMIT).all():  # False for NaN as well
        raise DrawingError("A drawing's ink must stay within ±{0}.", f"{COORDINATE_LIMIT:.0e}")
    points.setflags(write=False)
    ends = np.cumsum([len(stroke) for stroke in drawing.strokes])
    return replace(drawing, strokes=tuple(np.split(points, ends[:-1])))
