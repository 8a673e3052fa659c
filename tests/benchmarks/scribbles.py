"""Drawings of many strokes."""

import numpy as np

from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing

POINTS = 30
"""Points of a stroke, about what a hand leaves in a quarter of a second."""
WANDER = 4.0
"""Drawing units between two of them, on the average along each axis."""


def scribble(strokes: int) -> Drawing:
    """Draw a line from corner to corner, and short strokes anywhere on it, so many in all."""
    random = np.random.default_rng(0)
    drawing = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=32.0)
    drawing = drawing.with_stroke([(1, 1), (CANVAS_SIZE - 1, CANVAS_SIZE - 1)])
    for _ in range(strokes - 1):
        start = random.uniform(0.15, 0.85, 2) * CANVAS_SIZE
        walk = start + np.cumsum(random.normal(0, WANDER, (POINTS, 2)), axis=0)
        drawing = drawing.with_stroke(np.clip(walk, 1, CANVAS_SIZE - 1))
    return drawing
