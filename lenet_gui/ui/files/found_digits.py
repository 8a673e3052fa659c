"""The digits found in a picture, each of which may be read by itself, or all as a number."""

from collections.abc import Sequence

import numpy as np

from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_in_picture import FoundNumber, find_number
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.picture_pieces import place_of
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.digit_boxes import find_marks, likely_mark, with_margin
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading


class FoundDigits:
    """The digits of the number in a picture or, if there is none, its marks.

    `framed` are their boxes with some paper around them, in reading order; `together` is the box
    around all of these, None if there are fewer than two.
    """

    def __init__(self, picture: Picture, classifier: Classifier | None, off: Off) -> None:
        """Look for digits in a picture; without a classifier, only marks are found."""
        shape = (picture.ink.shape[0], picture.ink.shape[1])
        found = None if classifier is None else find_number(picture, classifier, off)
        self.is_number = found is not None
        self._owners: np.ndarray | None = None
        if found is None:
            self.boxes = find_marks(picture.ink)
        else:
            self.boxes = [found.place(index) for index in range(len(found.number.digits))]
            self._owners = _owners(found, shape)
        self.framed = [with_margin(box, shape) for box in self.boxes]
        self.together = _around(self.framed) if len(self.framed) > 1 else None
        self.likely = likely_mark(self.boxes, shape) if self.boxes else None
        """The likeliest of them to be meant, if only one is; None if there are none."""

    def alone(self, picture: Picture, index: int) -> Picture:
        """Return the part of the picture with a digit, without the ink of the digits beside it.

        `picture` is the one they were found in, or the same by another threshold.
        """
        box = self.framed[index]
        part = picture.cropped(box)
        if self._owners is None:
            return part
        owners = self._owners[box.top : box.bottom, box.left : box.right]
        beside = (owners != 0) & (owners != index + 1)
        for ink in (part.ink, *part.others):
            ink[beside] = 0
        return part

    def at(self, column: int, row: int) -> int | None:
        """Return the digit whose frame holds a place in the picture, the nearest of several."""

        def away(index: int) -> float:
            box = self.boxes[index]
            across = abs(column - (box.left + box.right) / 2) / (box.right - box.left)
            return max(across, abs(row - (box.top + box.bottom) / 2) / (box.bottom - box.top))

        holding = [
            index
            for index, box in enumerate(self.framed)
            if box.left <= column < box.right and box.top <= row < box.bottom
        ]
        return min(holding, key=away, default=None)


def read_all(
    picture: Picture, classifier: Classifier, off: Off
) -> tuple[Reading, NumberReading | None]:
    """Return a picture read as one digit, and the number that it is, or None."""
    whole = classifier.read(picture, off=off)
    return whole, NumberReader(classifier, off=off).read(whole)


def _owners(found: FoundNumber, shape: tuple[int, int]) -> np.ndarray:
    """Return whose ink each pixel is, (rows, columns): that of digit 1, 2 …, or of none, 0."""
    owners = np.zeros(shape, np.int16)
    for index, digit in enumerate(found.number.digits):
        source = digit.reading.source
        assert isinstance(source, Picture)
        place = place_of(source, found.place(index))
        own = owners[place.top : place.bottom, place.left : place.right]
        own[source.ink > 0] = index + 1
    return owners


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
