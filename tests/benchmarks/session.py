"""Measure packing a session, compared with JSON: `python -m tests.benchmarks.session`."""

import time
from collections.abc import Callable

import numpy as np

from lenet_gui.core.records.session_file import Session, to_bytes
from lenet_gui.core.strokes.drawing import Drawing, stroke, stroke_times

STROKE = 200
"""Points in a stroke."""
REPEATS = 9


def drawing_of(points: int) -> Drawing:
    """Return a scribble with times."""
    count = max(1, points // STROKE)
    places = np.random.default_rng(0).random((points, 2)) * 560
    times = np.arange(points) * 8.0
    return Drawing(
        canvas=(560, 560),
        strokes=tuple(stroke(part) for part in np.array_split(places, count)),
        times=tuple(stroke_times(part) for part in np.array_split(times, count)),
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of several repeats."""
    found = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - begun))
    return float(np.median(found))


def main() -> None:
    """Print a line for each number of points."""
    for points in (1_000, 10_000, 100_000):
        drawing = drawing_of(points)
        packed = milliseconds(lambda drawing=drawing: to_bytes(Session(drawing)))
        text = milliseconds(drawing.to_json)
        print(f"{points:>8,} points: packed in {packed:6.2f} ms, as JSON in {text:7.2f} ms")


if __name__ == "__main__":
    main()
