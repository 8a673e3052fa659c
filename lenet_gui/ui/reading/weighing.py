"""Which two digits are weighed against each other: the one that is read, and another."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.explaining.pair import Pair, default_pair
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.reading.reader import LiveReader


class Weighing(QObject):
    """Keeps the pair: the most probable digit against its nearest rival, or the user's choice.

    A choice lasts until another drawing is on the page.
    """

    changed = Signal()
    """Other digits are weighed, or they are shown or hidden."""
    chosen = Signal()
    """The user chose a digit to weigh against the one that is read."""

    def __init__(
        self, displayed: Displayed, reader: LiveReader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._choice: int | None = None
        self._pair: Pair | None = default_pair(reader.reading)
        self._is_shown = False
        self._first: object = None
        """The first stroke of the drawing that the choice belongs to."""
        displayed.changed.connect(lambda change: self._follow_page(change, displayed))
        reader.changed.connect(self._follow_reading)

    @property
    def pair(self) -> Pair | None:
        """The two digits; None if nothing was read, or only a dot."""
        return self._pair

    @property
    def is_shown(self) -> bool:
        """Whether a lens shows why, so that the two digits are marked in the reading, too."""
        return self._is_shown

    def set_shown(self, is_shown: bool) -> None:
        """Mark the two digits in the reading, or not."""
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.changed.emit()

    def choose(self, digit: int) -> None:
        """Weigh a digit against the one that is read; that one itself brings back its rival."""
        self._choice = digit
        self._update()
        self.chosen.emit()

    def step(self, direction: int) -> None:
        """Weigh the next digit in one direction, 1 or -1, against the one that is read."""
        if self._pair is not None:
            other = (self._pair.against + direction) % 10
            self.choose(other if other != self._pair.digit else (other + direction) % 10)

    def _follow_page(self, change: Change, displayed: Displayed) -> None:
        if not change.is_other:
            return
        # Undo brings other pages, too, but of the same drawing.
        source = displayed.source
        first = source.strokes[0] if isinstance(source, Drawing) and source.strokes else None
        if first is None or first is not self._first:
            self._choice = None
        self._first = first

    def _follow_reading(self, reading: Reading) -> None:
        source = reading.source
        if isinstance(source, Drawing) and source.strokes:
            self._first = source.strokes[0]
        self._update()

    def _update(self) -> None:
        reading = self._reader.reading
        is_dot = reading.verdict is Verdict.TOO_LITTLE
        pair = None if is_dot else default_pair(reading)
        if pair is not None and self._choice not in (None, pair.digit):
            assert self._choice is not None
            pair = Pair(pair.digit, self._choice)
        if pair != self._pair:
            self._pair = pair
            self.changed.emit()
