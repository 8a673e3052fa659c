"""A stroke under the pen: arrays that grow, each point checked once, as it is added."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.strokes.drawing import NEUTRAL_PRESSURE, Drawing
from lenet_gui.ui.document.page import Point

ROOM = 256
"""Points that a new stroke has room for; the room doubles when it is full."""


class GrowingStroke:
    """The points, pressures and times of one stroke; what has been added never changes.

    The editor ensures that points lie on the canvas and that times never decrease.
    """

    def __init__(self) -> None:
        self._rows: NDArray[np.float64] = np.empty((4, ROOM))
        self._count = 0
        self.tip: Point | None = None
        """The last point; None before the first."""

    def add(self, point: Point, pressure: float, time: float) -> None:
        """Add a point in drawing units, its pressure (0 … 1) and its time in milliseconds."""
        if self._count == self._rows.shape[1]:
            # A new array: drawings that were given out keep the old one, which stays as it is.
            self._rows = np.concatenate((self._rows, np.empty_like(self._rows)), axis=1)
        self._rows[:, self._count] = (*point, pressure, time)
        self._count += 1
        self.tip = point

    def on(self, drawing: Drawing, has_pressure: bool) -> Drawing:
        """Return `drawing` with the stroke on top as it is now, in read-only views."""
        rows = self._rows[:, : self._count]
        rows.flags.writeable = False
        return drawing.with_arrays(rows[:2].T, rows[2] if has_pressure else None, rows[3])


def settled(drawing: Drawing, count: int) -> Drawing:
    """Return `drawing` with its last `count` strokes copied out of the arrays that they grew in."""
    if not count:
        return drawing

    def copied(arrays: tuple[NDArray[np.float64], ...]) -> tuple[NDArray[np.float64], ...]:
        if not arrays:
            return arrays
        grown = [np.array(array, order="C") for array in arrays[-count:]]
        for array in grown:
            array.flags.writeable = False
        return (*arrays[:-count], *grown)

    return replace(
        drawing,
        strokes=copied(drawing.strokes),
        pressures=copied(drawing.pressures),
        times=copied(drawing.times),
    )


def clipped(pressure: float | None) -> float:
    """Return a pressure within 0 … 1, the neutral one if there is none."""
    return NEUTRAL_PRESSURE if pressure is None else min(max(pressure, 0.0), 1.0)
