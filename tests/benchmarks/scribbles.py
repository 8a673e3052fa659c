"""Drawings with many strokes."""

import numpy as np

from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing

POINTS = 30
"""Points in a stroke: about a quarter of a second by hand."""
WANDER = 4.0
"""Standard deviation of the step between points along each axis, in drawing units."""


def scribble(strokes: int) -> Drawing:
    """Draw a line from corner to corner and short random strokes, `strokes` in all."""
    random = np.random.default_rng(0)
    drawing = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=32.0)
    drawing = drawing.with_stroke([(1, 1), (CANVAS_SIZE - 1, CANVAS_SIZE - 1)])
    for _ in range(strokes - 1):
        start = random.uniform(0.15, 0.85, 2) * CANVAS_SIZE
        walk = start + np.cumsum(random.normal(0, WANDER, (POINTS, 2)), axis=0)
        drawing = drawing.with_stroke(np.clip(walk, 1, CANVAS_SIZE - 1))
    return drawing
