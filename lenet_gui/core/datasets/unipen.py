"""UNIPEN text files of strokes, as in the pen-digits data set."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.sample import Sample, lines
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.errors import DatasetError, DrawingError

UNIPEN_LINES = 100_000
"""Limit of lines for one digit; the longest in the pen-digits set has about a hundred."""
UNIPEN_CANVAS = 500.0
"""Side of the pen-digits tablet in its own units; y runs upwards there."""
_SEGMENT = re.compile(r'\.SEGMENT\s.*"(\d)"\s*$')
_COMMENT = re.compile(r"\.COMMENT\s+\d\s+(\d{1,9})\s+\d+\s*$")
PEN_ENDS = (".PEN_UP", ".PEN_DOWN", ".SEGMENT")
"""Keywords that end a stroke: .PEN_UP may be missing before another stroke or digit."""


def unipen_samples(path: Path) -> Iterator[Sample]:
    """Yield the digits of a UNIPEN file, as in the pen-digits data set, as drawings."""
    label: int | None = None
    writer: int | None = None
    strokes: list[NDArray[np.float64]] = []
    points: list[tuple[float, float]] | None = None  # None while the pen is up
    begin = 1
    for number, line in enumerate(lines(path), start=1):
        if points and line.startswith(PEN_ENDS):
            strokes.append(_unipen_stroke(points, f"{path}, line {number}"))
            points = None
        if line.startswith(".SEGMENT"):
            if label is not None and strokes:
                yield _unipen_sample(strokes, label, writer)
            match = _SEGMENT.match(line)
            label, writer, strokes, points = int(match[1]) if match else None, None, [], None
            begin = number
        elif number - begin > UNIPEN_LINES:
            raise DatasetError("{0}, line {1}: more lines than a digit has.", path, number)
        elif line.startswith(".COMMENT") and (match := _COMMENT.match(line)):
            writer = int(match[1])
        elif line.startswith(".PEN_DOWN"):
            points = []
        elif line.startswith(".PEN_UP"):
            points = None
        elif points is not None and line and not line.startswith("."):
            try:
                x, y = line.split()
                points.append((float(x), UNIPEN_CANVAS - float(y)))
            except ValueError as error:
                raise DatasetError(
                    "{0}, line {1}: not a point: {2}.", path, number, f"{line[:40]!r}"
                ) from error
    if points:
        strokes.append(_unipen_stroke(points, f"{path}, at its end"))
    if label is not None and strokes:
        yield _unipen_sample(strokes, label, writer)


def _unipen_stroke(points: list[tuple[float, float]], place: str) -> NDArray[np.float64]:
    try:
        return stroke(points)
    except DrawingError as error:
        raise DatasetError("{0}: {1}", place, error) from error


def _unipen_sample(strokes: list[NDArray[np.float64]], label: int, writer: int | None) -> Sample:
    canvas = (UNIPEN_CANVAS, UNIPEN_CANVAS)
    return Sample(Drawing(tuple(strokes), canvas, label=label), label, writer)
