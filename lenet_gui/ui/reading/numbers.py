"""Reading whole numbers with the means as they are, and which of a number's digits is in view."""

from typing import TYPE_CHECKING

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.reading.means import Means

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading
    from lenet_gui.core.numbers.number_reader import NumberReader


class Numbers:
    """Reads sources that follow one another, as a drawing grows: what stays is not read again."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._reader: NumberReader | None = None

    def prepare(self) -> None:
        """Import what reads numbers, so that the first ink need not wait for it."""
        import lenet_gui.core.numbers.unfinished  # noqa: F401

    def read(
        self, source: Source, is_growing: bool = False
    ) -> "tuple[Reading, NumberReading | None]":
        """Return a source read as one digit, and the number that it is, or None.

        While it `is_growing`, its last stroke need not be a digit yet.
        """
        whole = self._means.read(source)
        classifier = self._means.classifier
        if classifier is None or whole.activations is None:
            return whole, None
        # An empty window starts without it.
        from lenet_gui.core.numbers.number_reader import NumberReader
        from lenet_gui.core.numbers.unfinished import read_unfinished

        means = classifier, self._means.framing, self._means.off
        if self._reader is None or self._reader.means != means:
            self._reader = NumberReader(*means)
        number = self._reader.read(whole)
        if number is None and is_growing and whole.digit is None:
            number = read_unfinished(self._reader, whole)
        return whole, number

    def read_in_view(self, source: Source) -> Reading:
        """Return the reading of what comes into view by itself: all, or a number's digit."""
        whole, number = self.read(source, is_growing=True)
        return whole if number is None else number.digits[with_last_ink(number)].reading


def with_last_ink(number: "NumberReading") -> int:
    """Return the place of the digit with the last stroke; of a picture's, the first."""
    if not isinstance(number.source, Drawing):
        return 0
    last = [max(digit.owners) for digit in number.digits]
    return max(range(len(last)), key=last.__getitem__)
