"""Ruled and squared paper: its long, thin, straight lines found and removed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.connected_components import find_runs
from lenet_gui.core.photo.resizing import Image

STEEPEST = 0.1
"""Steepest rise of a ruled line along the picture: about 6 degrees."""
THICKEST = 0.05
"""Thickness of the thickest line, as a share of the picture's shorter side."""
COVERED = 0.6
"""Share of the columns in which a line must be visible, also at either end of the picture."""
END = 0.2
"""Share of the columns that counts as an end: a digit's own bar stops short of it."""
BINS = 400
"""Bins across a line's whole length: how finely lines are distinguished."""
PARTLY = 0.3
"""Share of the columns that suffices once other lines have been found."""
THICKER = 1.5
"""How many times thicker than the others such a line may be."""
FEWEST = 0.1
"""Share of a picture's columns that a line must be in to be looked for."""
MOST_RISES = 8
"""Number of line directions to look for: on paper seen at an angle, each line has its own."""
SOFT = 1.5
"""Pixels on either side of a line over which it fades."""
SAME_INK = 0.8
"""Share of the ink's darkness from which a line is as dark as ink."""


@dataclass(frozen=True)
class Line:
    """A line `middle` + `rise`·(column − width/2) pixels from the top, `thickness` pixels thick."""

    middle: float
    rise: float
    thickness: float


def without_ruling(dark: Image, faint: float, ink: float) -> Image:
    """Return how dark each pixel is, float32 (rows, columns), without the paper's lines.

    Lines are looked for where the picture is darker than `faint`; `ink` is how dark the digit's ink
    is. Without lines the picture itself is returned.
    """
    along = _without_lines(dark, faint, ink)
    across = _without_lines(along.T, faint, ink).T
    return dark if across.base is dark else across


def _without_lines(dark: Image, faint: float, ink: float) -> Image:
    """Remove the lines along the rows."""
    for line in find_lines(dark > faint):
        dark = _without_line(dark, line, ink)
    return dark


def find_lines(mask: NDArray[np.bool_]) -> list[Line]:
    """Return the thin straight lines across a mask, bool (rows, columns), from end to end.

    Once two or more with one direction are found, others beside them need less evidence: ink may
    hide much of a line, and a line at the picture's edge may run out of it.
    """
    width = mask.shape[1]
    step = max(1.0, width / BINS)
    number = int(np.ceil(STEEPEST * width / 2 / step))
    rises = np.arange(-number, number + 1) * (2 * step / width)
    crossings = _crossings(mask)
    lines: list[Line] = []
    directions = []
    for _ in range(MOST_RISES):
        places = [crossings.places(rise, step, COVERED, COVERED) for rise in rises]
        best = int(np.argmax([len(place) for place in places]))
        if not len(places[best]):
            break
        directions.append(rises[best])
        for place in places[best]:
            line, crossings = crossings.take(place, rises[best], step)
            lines.append(line)
    if len(lines) >= 2:
        thickness = float(np.median([line.thickness for line in lines]))
        thin = crossings.no_thicker(THICKER * thickness + 1)
        for rise in directions:
            for place in thin.places(rise, step, PARTLY, 0.0):
                line, thin = thin.take(place, rise, step)
                lines.append(line)
    return lines


@dataclass(frozen=True, eq=False)
class Crossings:
    """Where columns cross possible lines, each (crossings,).

    `x` is counted from the picture's middle, `y` from its top, and `thickness` is the number of
    pixels crossed; `shape` is the picture's rows and columns.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    thickness: NDArray[np.int64]
    shape: tuple[int, int]

    def _only(self, chosen: NDArray[np.bool_]) -> "Crossings":
        return Crossings(self.x[chosen], self.y[chosen], self.thickness[chosen], self.shape)

    def no_thicker(self, limit: float) -> "Crossings":
        """Return the crossings of at most `limit` pixels."""
        return self._only(self.thickness <= limit)

    def places(
        self, rise: float, step: float, share: float, end_share: float
    ) -> NDArray[np.float64]:
        """Return where, at the picture's middle, lines of one rise pass through enough crossings.

        Enough is at least `share` of the columns where they are in the picture, and `end_share` of
        those at either end of it.
        """
        height, width = self.shape
        rest = self.y - rise * self.x
        if not len(rest):
            return rest
        low = float(rest.min()) - step
        bins = ((rest - low) / step).astype(np.int64)
        edges = low + np.arange(int(bins.max()) + 3, dtype=np.float64) * step
        covered = np.full(len(edges), np.inf)
        half, end = width / 2, END * width
        parts = [
            (-half, half, share),
            (-half, end - half, end_share),
            (half - end, half, end_share),
        ]
        for first, last, least in parts if end_share else parts[:1]:
            part = bins[(self.x >= first) & (self.x <= last)]
            counts = np.bincount(part, minlength=len(edges)).astype(np.float64)
            counts[:-1] += counts[1:].copy()  # a line lies across two bins
            columns = _columns_inside(edges + step, rise, first, last, height)
            covered = np.minimum(covered, counts / columns / least)
            if covered.max() < 1:  # as at nearly every rise
                return np.empty(0)
        found = []
        while covered.max() >= 1:
            place = int(covered.argmax())
            found.append(edges[place] + step)
            covered[max(0, place - 2) : place + 3] = 0
        return np.array(found)

    def take(self, place: float, rise: float, step: float) -> tuple[Line, "Crossings"]:
        """Return the line at a place, and the crossings that are not its own."""
        rest = self.y - rise * self.x
        own = np.abs(rest - place) <= 1.5 * step
        if not own.any():  # a nearby line took them
            return Line(place, rise, step), self
        thickness = float(np.median(self.thickness[own]))
        x, y = self.x[own], self.y[own]
        away = x - x.mean()  # the line that fits them best, by least squares
        fitted = float(away @ y) / (float(away @ away) or 1.0)
        line = Line(float(y.mean() - fitted * x.mean()), fitted, thickness)
        return line, self._only(np.abs(rest - place) > 1.5 * step + thickness)


def _crossings(mask: NDArray[np.bool_]) -> Crossings:
    """Return where the columns of a mask cross something thin."""
    runs = find_runs(mask.T)
    runs = runs[runs.lengths <= max(3.0, THICKEST * min(mask.shape))]
    x, y = runs.rows - (mask.shape[1] - 1) / 2, (runs.starts + runs.stops) / 2
    return Crossings(x, y, runs.lengths, (mask.shape[0], mask.shape[1]))


def _columns_inside(
    middles: NDArray[np.float64], rise: float, first: float, last: float, height: int
) -> NDArray[np.float64]:
    """Return in how many columns from `first` to `last` lines are in the picture; not too few."""
    if rise == 0:
        return np.full(len(middles), last - first)
    one, other = -middles / rise, (height - middles) / rise
    inside = np.minimum(np.maximum(one, other), last) - np.maximum(np.minimum(one, other), first)
    columns: NDArray[np.float64] = np.maximum(inside, (last - first) * FEWEST)
    return columns


def _without_line(dark: Image, line: Line, ink: float) -> Image:
    """Paint paper over a line, except where ink is beside it or, darker than the line, on it."""
    height, width = dark.shape
    columns = np.arange(width)
    middle = line.middle + line.rise * (columns - (width - 1) / 2)

    def at(places: NDArray[np.float64]) -> Image:
        rows = np.clip(np.floor(places).astype(np.int64), 0, height - 1)
        values: Image = dark[rows, columns]
        return values

    reach = line.thickness / 2 + SOFT
    beside = np.maximum(at(middle - reach - 1), at(middle + reach + 1))
    level = float(np.median(at(middle)))
    cleaned = dark.copy()
    for offset in np.arange(-np.ceil(reach), np.ceil(reach) + 1):
        rows = np.floor(middle + offset).astype(np.int64)
        inside = (rows >= 0) & (rows < height)
        values = dark[rows[inside], columns[inside]]
        painted = np.minimum(values, beside[inside])
        if level < SAME_INK * ink:
            painted = np.where(values > (level + ink) / 2, values, painted)
        cleaned[rows[inside], columns[inside]] = painted
    return cleaned
