"""Reading a drawing or a picture: as a number or, if it is none, as one digit."""

from dataclasses import dataclass

from lenet_gui.core.framing.framing import Framing, Source
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_in_picture import find_number
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.digit_boxes import read_first
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading


@dataclass(frozen=True, eq=False)
class Found:
    """What was read: `number`, or else one digit, `reading`.

    `part` is the part of a picture, in its pixels, that was read; None for all of it.
    """

    reading: Reading
    part: Box | None = None
    number: NumberReading | None = None


class SourceReader:
    """Reads drawings and pictures one after the other, by a classifier."""

    def __init__(self, classifier: Classifier, framing: Framing, is_single: bool = False) -> None:
        """Read through a classifier; `is_single` reads everything as one digit."""
        self._classifier, self._framing = classifier, framing
        self._numbers = None if is_single else NumberReader(classifier, framing)

    def read(self, source: Source, is_part: bool = False) -> Found:
        """Read a source as a number, if it is one, or as one digit.

        A picture may show more than the number, or several marks of which the likeliest is read, as
        in the window, unless it `is_part` of another, which was asked for.
        """
        if isinstance(source, Picture) and not is_part and self._framing is Framing.MNIST:
            found = None if self._numbers is None else find_number(source, self._classifier)
            if found is not None:
                part = None if found.number.source is source else found.box
                return Found(found.whole, part, found.number)
            source, part = read_first(source)
            return Found(self._classifier.read(source, self._framing), part)
        whole = self._classifier.read(source, self._framing)
        return Found(whole, number=None if self._numbers is None else self._numbers.read(whole))
