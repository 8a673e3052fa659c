"""Replaying: the state of a drawing at any time since it was begun.

A drawing without times gets plausible ones: an even pace along the lines and a short pause between
strokes. Long pauses in a drawing with times are cut short.
"""

from dataclasses import replace

import numpy as np

from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing, Values, part
from lenet_gui.core.strokes.transforming import bounds

CROSSING = 1200.0
"""Milliseconds in which a pen at even pace crosses the canvas, or all ink without a canvas."""
PAUSE = 250.0
"""Milliseconds between two strokes of a drawing without times."""
LONGEST_PAUSE = 1000.0
"""Longest pause between two points, in milliseconds; longer ones are cut short to it."""


def duration(drawing: Drawing) -> float:
    """Return the milliseconds that a replay of the drawing takes; 0 if empty."""
    return float(_clock(drawing)[-1]) if drawing.strokes else 0.0


def at_time(drawing: Drawing, time: float) -> Drawing:
    """Return the drawing as it was `time` milliseconds after its first point.

    Before the first point it is empty; from its `duration` on it is the same object. The stroke in
    progress ends between two of its points; the others keep their arrays.
    """
    if drawing.is_empty:
        return drawing
    clock = _clock(drawing)
    drawn = int(np.searchsorted(clock, time, side="right"))
    if drawn == len(clock):
        return drawing
    ends = np.cumsum([len(points) for points in drawing.strokes])
    whole = int(np.searchsorted(ends, drawn, side="right"))
    begun = drawn - int(ends[whole] - len(drawing.strokes[whole]))
    place = 0.0
    if begun:
        before, after = clock[drawn - 1 : drawn + 1].tolist()
        place = begun - 1 + (time - before) / (after - before)

    def until(values: tuple[Values, ...]) -> tuple[Values, ...]:
        last = (part(values[whole], 0, place),) if values and begun else ()
        return values[:whole] + last

    return replace(
        drawing,
        strokes=until(drawing.strokes),
        pressures=until(drawing.pressures),
        times=until(drawing.times),
    )


def _clock(drawing: Drawing) -> Values:
    """Return when a replay draws each point of all strokes, in milliseconds, (points,)."""
    if drawing.times:
        steps = np.diff(np.concatenate(drawing.times)).clip(max=LONGEST_PAUSE)
    else:
        steps = np.hypot(*np.diff(np.concatenate(drawing.strokes), axis=0).T) / _pace(drawing)
        ends = np.cumsum([len(points) for points in drawing.strokes])
        steps[ends[:-1] - 1] = PAUSE
    return np.concatenate(([0.0], np.cumsum(steps)))


def _pace(drawing: Drawing) -> float:
    """Return how far a pen at even pace moves in a millisecond, in the drawing's units."""
    left, top, right, bottom = bounds(drawing) or (0.0, 0.0, 0.0, 0.0)
    width = drawing.canvas[0] if drawing.canvas else max(right - left, bottom - top)
    return (width if width >= 1 / COORDINATE_LIMIT else 1.0) / CROSSING
