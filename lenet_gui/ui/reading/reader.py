"""The live reading: what is displayed, read again whenever it or the means change."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.reading.means import Means

FRAME = 8
"""Milliseconds that a reading may take without the next one having to wait."""
SETTLING = 300
"""Milliseconds without a change after which a reading counts as settled."""


class LiveReader(QObject):
    """Keeps the reading of what is displayed; one act of the user makes one reading."""

    changed = Signal(Reading)
    """There is a new reading."""
    settled = Signal(Reading)
    """The reading has not changed for SETTLING milliseconds."""

    def __init__(self, displayed: Displayed, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._displayed, self._means = displayed, means
        self.milliseconds = 0.0
        """How long the last reading took."""
        # Ink is painted with each event; readings wait until pending events are processed.
        self.timer = QTimer(self, singleShot=True, interval=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLING)
        self.reading = means.read(displayed.source)
        self.timer.timeout.connect(self.read)
        self._settle.timeout.connect(lambda: self.settled.emit(self.reading))
        displayed.changed.connect(self.read_soon)
        means.changed.connect(self.read)
        means.improved.connect(self.read_soon)
        self._settle.start()

    def read_soon(self) -> None:
        """Read once pending events are processed; more ink meanwhile does not delay it."""
        if not self.timer.isActive():
            self.timer.start()

    def read(self) -> None:
        """Read now; a reading that was waiting is part of it."""
        self.timer.stop()
        start, worked = time.perf_counter(), time.thread_time()
        self.reading = self._means.read(self._displayed.source)
        self.milliseconds = 1000 * (time.perf_counter() - start)
        # A drawing of thousands of strokes takes long to read: ink gets every second moment. If
        # another program took the time, waiting would not help.
        work = 1000 * (time.thread_time() - worked)
        self.timer.setInterval(int(work) if work > FRAME else 0)
        self.changed.emit(self.reading)
        self._settle.start()
