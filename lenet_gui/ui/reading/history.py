"""The history of readings: how the drawing on the page has been read since its first ink."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader

if TYPE_CHECKING:
    from lenet_gui.ui.reading.moments import Moments

LIMIT = 2048
"""Readings kept; when there are more, every second one is dropped."""


class Rows:
    """Probabilities in the order of reading; a long history gets coarser, not shorter."""

    def __init__(self) -> None:
        self._rows = np.zeros((LIMIT, CLASSES), np.float32)
        self._count = 0

    @property
    def values(self) -> Array:
        """All of them, float32 (readings, classes), oldest first."""
        return self._rows[: self._count]

    def add(self, probabilities: Array) -> None:
        """Add a reading, float32 (classes,)."""
        if self._count == LIMIT:
            self._rows[: LIMIT // 2] = self._rows[::2].copy()
            self._count = LIMIT // 2
        self._rows[self._count] = probabilities
        self._count += 1

    def clear(self) -> None:
        """Remove all readings."""
        self._count = 0


class History(QObject):
    """Follows the readings of one drawing, and starts over with another.

    For a drawing that was opened, or brought back by undo, the history is filled with readings of
    evenly spaced moments of its time. The same happens when the means change: readings by two
    networks do not belong on one line. A network in training is the exception: its readings make
    the line, which shows how it learned to read the drawing.
    """

    changed = Signal()
    """The rows have changed."""

    def __init__(
        self,
        displayed: Displayed,
        reader: LiveReader,
        means: Means,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._displayed, self._means = displayed, means
        self._rows = Rows()
        self._later: list[Array] = []
        self._moments: Moments | None = None
        self._latest: Source | None = None
        """The source of the last row, which may not have been read yet."""
        displayed.changed.connect(self._follow_page)
        means.changed.connect(self._begin)
        means.improved.connect(self._expect)
        reader.changed.connect(self._add)

    @property
    def rows(self) -> Array:
        """Probabilities from the first ink to now, float32 (readings, classes)."""
        return self._rows.values

    def _follow_page(self, change: Change) -> None:
        if change.is_other:
            self._begin()

    def _begin(self) -> None:
        """Start over for another drawing or other means, and fill in what came before."""
        self._rows.clear()
        self._later.clear()
        if self._moments is not None:
            self._moments.forget()
        source, self._latest = self._displayed.page_source, None
        if isinstance(source, Drawing) and not source.is_empty and not self._means.is_learning:
            self._latest = source  # whose own reading is the last moment
            (self._moments or self._make_moments()).find(source)
        self.changed.emit()

    def _expect(self) -> None:
        """Add the next reading, though the page is the same."""
        self._latest = None

    def _add(self, reading: Reading) -> None:
        """Add the reading of the page; the moments of a replay are history already."""
        source = self._displayed.source
        if self._displayed.is_moment or source is self._latest:
            return
        self._latest = source
        if reading.probabilities is None:
            self._rows.clear()
        elif self._moments is not None and self._moments.is_running:
            self._later.append(reading.probabilities)
        else:
            self._rows.add(reading.probabilities)
        self.changed.emit()

    def _make_moments(self) -> "Moments":
        # Not needed at the start.
        from lenet_gui.ui.reading.moments import Moments

        self._moments = Moments(self._means, self)
        self._moments.found.connect(self._fill)
        return self._moments

    def _fill(self) -> None:
        """Take the moments found so far; readings made meanwhile follow them."""
        assert self._moments is not None
        moments = self._moments.rows
        if moments is None:
            return
        self._rows.clear()
        for row in moments:
            self._rows.add(row)
        if not self._moments.is_running:
            for row in self._later:
                self._rows.add(row)
            self._later.clear()
        self.changed.emit()
