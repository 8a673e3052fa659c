"""How a drawing reads at evenly spaced moments of its time, found out between events."""

import time

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.reading.history_view import MOMENTS
from lenet_gui.ui.reading.means import Means

SLICE = 4.0
"""Milliseconds of work before events get their turn."""


class Moments(QObject):
    """Reads a drawing's moments from the first to the last, and again when the means change."""

    found = Signal()
    """There are more rows now, or none any more."""

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._drawing: Drawing | None = None
        self._duration = 0.0
        self._rows: list[Array] = []
        self.timer = QTimer(self, interval=0)
        self.timer.timeout.connect(self._find_some)
        means.changed.connect(self._begin_anew)

    @property
    def rows(self) -> Array | None:
        """Probabilities found so far, float32 (up to MOMENTS, classes); None without a drawing."""
        if self._drawing is None:
            return None
        return np.array(self._rows, np.float32).reshape(-1, CLASSES)

    @property
    def is_running(self) -> bool:
        """Whether moments are still being read."""
        return self.timer.isActive()

    def find(self, drawing: Drawing) -> None:
        """Read a drawing's moments, unless that is done or under way."""
        if drawing is not self._drawing:
            self._drawing, self._duration = drawing, duration(drawing)
            self._begin_anew()

    def forget(self) -> None:
        """Read nothing more, and drop what was found."""
        if self._drawing is not None:
            self._drawing = None
            self.timer.stop()
            self.found.emit()

    def _begin_anew(self) -> None:
        if self._drawing is not None:
            self._rows = []
            self.timer.start()
            self.found.emit()

    def _find_some(self) -> None:
        assert self._drawing is not None
        began = time.perf_counter()
        while len(self._rows) < MOMENTS and 1000 * (time.perf_counter() - began) < SLICE:
            share = len(self._rows) / (MOMENTS - 1)
            reading = self._means.read(at_time(self._drawing, share * self._duration))
            if reading.probabilities is None:  # there is no network
                self.timer.stop()
                return
            self._rows.append(reading.probabilities)
        if len(self._rows) == MOMENTS:
            self.timer.stop()
        self.found.emit()
