"""The live reading: what is on the canvas, read again whenever it changes."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from lenet_gui.core.framing.framing import Framing, Source, frame
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.ui.document.displayed import Shown
from lenet_gui.ui.document.editor import DrawingEditor

FRAME = 8
"""Milliseconds that a reading may take without the next one having to wait."""
SETTLING = 300
"""Milliseconds without a change after which a reading counts as settled."""


class LiveReader(QObject):
    """Reads what is shown; with no classifier it is framed, and stays unread."""

    changed = Signal(Reading)
    """There is a new reading."""
    settled = Signal(Reading)
    """The reading has not changed for SETTLING milliseconds."""

    def __init__(
        self,
        editor: DrawingEditor,
        shown: Shown,
        classifier: Classifier | None,
        framing: Framing = Framing.MNIST,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._classifier = classifier
        self._framing = framing
        self.milliseconds = 0.0
        # Ink is painted with each event; readings wait until the events at hand are through.
        self.timer = QTimer(self, singleShot=True, interval=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLING)
        self.reading = self.read_aside(shown.source)
        self.timer.timeout.connect(self.read)
        self._settle.timeout.connect(lambda: self.settled.emit(self.reading))
        shown.changed.connect(self.read_soon)
        editor.stroke_extended.connect(self.read_soon)

    @property
    def framing(self) -> Framing:
        """How ink becomes 28×28."""
        return self._framing

    @property
    def classifier(self) -> Classifier | None:
        """What reads, if anything does."""
        return self._classifier

    @property
    def network(self) -> LeNet5 | None:
        """The network that reads, if there is one."""
        return self._classifier.network if self._classifier else None

    @property
    def weights(self) -> Weights | None:
        """Its weights."""
        return self.network.weights if self.network else None

    def set_framing(self, framing: Framing) -> None:
        """Read with another framing."""
        self._framing = framing
        self.read()

    def set_classifier(self, classifier: Classifier) -> None:
        """Read with another network."""
        self._classifier = classifier
        self.read()

    def read_soon(self) -> None:
        """Read when it is time; ink that comes meanwhile does not put it off."""
        if not self.timer.isActive():
            self.timer.start()

    def read(self) -> None:
        """Read what is shown, as it stands."""
        start, worked = time.perf_counter(), time.thread_time()
        self.reading = self.read_aside(self._shown.source)
        self.milliseconds = 1000 * (time.perf_counter() - start)
        # Thousands of lines framed anew take long to read: ink gets every second moment. Where it
        # was another program that took the time, waiting would not help.
        work = 1000 * (time.thread_time() - worked)
        self.timer.setInterval(int(work) if work > FRAME else 0)
        self.changed.emit(self.reading)
        self._settle.start()

    def read_aside(self, source: Source) -> Reading:
        """Return how anything is read, without a word to those who follow what is shown."""
        if self._classifier is not None:
            return self._classifier.read(source, self._framing)
        frames = frame(source, self._framing)
        return Reading(source, frames, verdict=Verdict.EMPTY if frames.is_empty else Verdict.UNREAD)
