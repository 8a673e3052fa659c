"""The live reading: what is displayed, read again whenever it or the means change."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.numbers import Numbers, with_last_ink

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading

FRAME = 8
"""Milliseconds that a reading may take without the next one having to wait."""
SETTLING = 300
"""Milliseconds without a change after which a reading counts as settled."""


class LiveReader(QObject):
    """Keeps the reading of what is displayed; one act of the user makes one reading.

    If it is a number, one of its digits is in view: the one that got the last ink, or the one that
    the user chose since. `reading` is about that digit.
    """

    changed = Signal(Reading)
    """There is a new reading, or another digit of the number is in view."""
    settled = Signal(Reading)
    """The reading has not changed for SETTLING milliseconds."""

    def __init__(self, displayed: Displayed, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._displayed = displayed
        self.milliseconds = 0.0
        """How long the last reading took."""
        # Ink is painted with each event; readings wait until pending events are processed.
        self.timer = QTimer(self, singleShot=True, interval=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLING)
        self._choice: tuple[Source, int] | None = None
        """The digit that the user chose, and of which source."""
        self.place: int | None = None
        """Which digit of the number is in view, counted from 0; None without a number."""
        self.number: NumberReading | None = None
        """The number that is displayed; None if it is one digit, or no number."""
        self._numbers = Numbers(means)
        self.whole = means.read(displayed.source)
        """Everything that is displayed, read as one digit."""
        self.reading = self.whole
        """The digit in view."""
        self.timer.timeout.connect(self.read)
        self._settle.timeout.connect(lambda: self.settled.emit(self.reading))
        displayed.changed.connect(self.read_soon)
        means.changed.connect(self.read)
        means.improved.connect(self.read_soon)
        self._settle.start()

    def prepare(self) -> None:
        """Get ready for the first ink, once pending events are processed."""
        QTimer.singleShot(0, self, self._numbers.prepare)

    @property
    def source_in_view(self) -> Source:
        """What is displayed, or the ink of the digit in view."""
        return self._displayed.source if self.number is None else self.reading.source

    @property
    def corner(self) -> tuple[float, float]:
        """Where the corner of what is in view lies in what is displayed."""
        if self.number is None or self.place is None:
            return 0.0, 0.0
        return self.number.digits[self.place].corner

    def read_soon(self) -> None:
        """Read once pending events are processed; more ink meanwhile does not delay it."""
        if not self.timer.isActive():
            self.timer.start()

    def read(self) -> None:
        """Read now; a reading that was waiting is part of it."""
        self.timer.stop()
        start, worked = time.perf_counter(), time.thread_time()
        displayed = self._displayed
        self.whole, self.number = self._numbers.read(displayed.source, displayed.is_growing)
        self._take_in_view()
        self.milliseconds = 1000 * (time.perf_counter() - start)
        # A drawing of thousands of strokes takes long to read: ink gets every second moment. If
        # another program took the time, waiting would not help.
        work = 1000 * (time.thread_time() - worked)
        self.timer.setInterval(int(work) if work > FRAME else 0)
        self.changed.emit(self.reading)
        self._settle.start()

    def view(self, place: int) -> None:
        """Bring another digit of the number into view, counted from 0."""
        if self.number is None or place == self.place:
            return
        self._choice = self.whole.source, place
        self._take_in_view()
        self.changed.emit(self.reading)

    def step(self, direction: int) -> None:
        """Bring the next digit into view, or the one before: `direction` is 1 or −1."""
        if self.number is not None and self.place is not None:
            self.view((self.place + direction) % len(self.number.digits))

    def _take_in_view(self) -> None:
        """Choose the digit in view, and take its reading."""
        if self.number is None:
            self.place, self.reading = None, self.whole
            return
        source, digits = self.whole.source, self.number.digits
        place = with_last_ink(self.number)
        if self._choice is not None and self._choice[0] is source:
            place = min(self._choice[1], len(digits) - 1)
        self.place, self.reading = place, digits[place].reading
