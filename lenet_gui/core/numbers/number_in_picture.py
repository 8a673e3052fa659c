"""The number in a picture: all of its ink or, where other things are about, a group of it.

A photograph may show a finger, the edge of a page or a word beside the number. Digits of a number
stand on one line, near each other; so do the marks of a group.
"""

from dataclasses import dataclass

import numpy as np

from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.numbers.number import NumberReading, NumberVerdict
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.picture_pieces import Components
from lenet_gui.core.numbers.pieces import SHARED, Boxes, around
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.digit_boxes import with_margin
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading

BESIDE = 1.2
"""Widest gap between two parts of a group, in heights of the higher one."""
GROUPS = 4
"""How many groups, the largest ones, are read."""


@dataclass(frozen=True, eq=False)
class FoundNumber:
    """A number, read in the part of a picture that `box` is; `whole` is that part as one digit."""

    number: NumberReading
    box: Box
    whole: Reading

    def place(self, index: int) -> Box:
        """Return the box around a digit's ink, in the pixels of the whole picture."""
        left, top, right, bottom = (round(side) for side in self.number.digits[index].box)
        x, y = self.box.left, self.box.top
        return Box(left + x, top + y, right + x, bottom + y)


def find_number(
    picture: Picture, classifier: Classifier, off: Off = frozenset()
) -> FoundNumber | None:
    """Return the number in a picture, or None if there is none.

    That is all of the picture or, if not all of it is digits, the group with the most of them.
    """
    reader = NumberReader(classifier, off=off)
    shape = (picture.ink.shape[0], picture.ink.shape[1])
    whole = classifier.read(picture, off=off)
    number = reader.read(whole)
    best = None if number is None else FoundNumber(number, Box(0, 0, shape[1], shape[0]), whole)
    if number is not None and number.verdict is NumberVerdict.NUMBER:
        return best
    for box in _groups(picture)[:GROUPS]:
        place = with_margin(box, shape)
        whole = classifier.read(picture.cropped(place), off=off)
        number = reader.read(whole)
        if number is not None and (best is None or _digits(number) > _digits(best.number)):
            best = FoundNumber(number, place, whole)
    return best


def _digits(number: NumberReading) -> tuple[int, bool]:
    """Return how many digits were read, and whether nothing else was."""
    count = sum(digit.reading.digit is not None for digit in number.digits)
    return count, number.verdict is NumberVerdict.NUMBER


def _groups(picture: Picture) -> list[Box]:
    """Return boxes around what stands near each other on one line, the largest first."""
    boxes = Components(picture).boxes
    left, groups = list(range(len(boxes))), []
    while left:
        group = [left.pop()]
        for one in group:  # grows meanwhile
            near = [other for other in left if _are_beside(boxes, one, other)]
            left = [other for other in left if other not in near]
            group += near
        if len(group) < len(boxes):
            groups.append(around(boxes[group]))
    groups.sort(key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))
    return [
        Box(*np.floor(box[:2]).astype(int).tolist(), *np.ceil(box[2:]).astype(int).tolist())
        for box in groups
    ]


def _are_beside(boxes: Boxes, one: int, other: int) -> bool:
    """Return whether two parts stand on one line, near each other."""
    first, second = boxes[one].tolist(), boxes[other].tolist()
    heights = sorted((first[3] - first[1], second[3] - second[1]))
    gap = max(first[0], second[0]) - min(first[2], second[2])
    shared = min(first[3], second[3]) - max(first[1], second[1])
    return bool(gap <= BESIDE * heights[1] and shared >= SHARED * heights[0])
