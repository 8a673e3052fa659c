"""How a drawing reads at evenly spaced moments of its time, read beside the window."""

import time
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.reading.history_view import MOMENTS
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.numbers import Numbers

SLICE = 4.0
"""Milliseconds of reading before the window gets its turn."""


class Moments(QObject):
    """Reads a drawing's moments from the first to the last, and again when the means change.

    Of a number, each moment's reading is that of the digit that was being drawn.
    """

    found = Signal()
    """Rows were added or dropped, or all of them are there now."""

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = Numbers(means)
        self._drawing: Drawing | None = None
        self._rows: list[Array] = []
        self._reading = Task(self)
        self._reading.progressed.connect(self._add)
        self._reading.ended.connect(self.found)
        means.changed.connect(self._begin_anew)

    @property
    def rows(self) -> Array | None:
        """Probabilities found so far, float32 (up to MOMENTS, classes). None without a drawing."""
        if self._drawing is None:
            return None
        return np.array(self._rows, np.float32).reshape(-1, CLASSES)

    @property
    def is_running(self) -> bool:
        """Whether moments are still being read."""
        return self._reading.is_running

    def find(self, drawing: Drawing) -> None:
        """Read a drawing's moments, unless that is done or under way."""
        if drawing is not self._drawing:
            self._drawing = drawing
            self._begin_anew()

    def forget(self) -> None:
        """Stop reading, and drop the rows found."""
        if self._drawing is not None:
            self._drawing = None
            self._reading.cancel()
            self.found.emit()

    def _begin_anew(self) -> None:
        if self._drawing is not None:
            self._rows = []
            self._reading.run(read_moments(self._drawing, self._numbers.read_in_view))
            self.found.emit()

    def _add(self, rows: list[Array]) -> None:
        self._rows += rows
        self.found.emit()


def read_moments(drawing: Drawing, read: Callable[[Drawing], Reading]) -> Iterator[list[Array]]:
    """Yield the probabilities of MOMENTS moments, float32 (classes,), as many at a time as fit.

    That is SLICE milliseconds' work. Without a network there are none.
    """
    whole = duration(drawing)
    rows: list[Array] = []
    began = time.perf_counter()
    for number in range(MOMENTS):
        found = read(at_time(drawing, number / (MOMENTS - 1) * whole)).probabilities
        if found is None:
            return
        rows.append(found)
        if 1000 * (time.perf_counter() - began) >= SLICE:
            yield rows
            rows, began = [], time.perf_counter()
    if rows:
        yield rows
