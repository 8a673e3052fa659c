"""Numbers written with the example drawings' digits."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.strokes.drawing import Drawing, parse_drawing, stroke
from lenet_gui.resources import resource

Line = list[NDArray[np.float64]]
HEIGHT, GAP, BETWEEN_LINES = 100.0, 20.0, 60.0
MARKS = {
    ".": [[(0, -4), (3, 0)]],
    "-": [[(0, -50), (15, -51), (32, -49)]],
    ":": [[(0, -60), (2, -57)], [(0, -15), (2, -12)]],
}


def digit(name: str) -> Line:
    """Return an example's strokes, HEIGHT high, on the base line, from x = 0."""
    path = resource("assets", "examples", f"{name}.lenet.json")
    strokes = parse_drawing(path.read_text(encoding="utf-8")).strokes
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    return [(one - (low[0], high[1])) * HEIGHT / (high[1] - low[1]) for one in strokes]


def written(text: str, gap: float = GAP) -> Drawing:
    """Return a drawing of digits, points, dashes and colons beside each other, line by line."""
    strokes: Line = []
    for number, line in enumerate(text.splitlines()):
        left, foot = 50.0, 150 + number * (HEIGHT + BETWEEN_LINES)
        for name in line:
            own = [np.array(one, float) for one in MARKS[name]] if name in MARKS else digit(name)
            placed = [points + np.array((left, foot)) for points in own]
            left = max(points[:, 0].max() for points in placed) + gap
            strokes += placed
    return drawing_of(strokes)


def drawing_of(strokes: Sequence[NDArray[np.float64]]) -> Drawing:
    """Return strokes on a canvas that is large enough."""
    return Drawing(tuple(stroke(points) for points in strokes), (1120.0, 560.0), 9.0)
