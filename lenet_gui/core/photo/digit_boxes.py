"""The boxes around the digits in a picture, and the choice of the most likely one."""

import numpy as np

from lenet_gui.core.photo.connected_components import find_pieces
from lenet_gui.core.photo.picture import Box, Picture
from lenet_gui.core.photo.resizing import Image

INKED = 0.5
"""Least ink of a pixel that belongs to a mark."""
NEAR = 0.12
"""Largest gap between pieces of one mark, as a share of the larger one's longer side."""
SMALLEST = 0.1
"""Longer side below which a mark is a dot or dirt, as a share of the largest one's."""
MOST = 200
"""How many pieces, the largest ones, are considered for marks."""
MARGIN = 0.15
"""Paper left around a mark, as a share of its longer side."""
ALONE = 0.4
"""Share of the picture's shorter side from which a mark fills it."""
AWAY = 0.5
"""How much less a mark counts at the picture's corner than in its middle."""


def find_marks(ink: Image) -> list[Box]:
    """Return the boxes of connected, or nearly connected, ink, float32 (rows, columns).

    A scan of ten digits has ten. They are in reading order: line by line, from the left.
    """
    pieces = find_pieces(ink >= INKED)
    largest = np.argsort(-pieces.areas, kind="stable")[:MOST]
    sides = (pieces.lefts, pieces.tops, pieces.rights, pieces.bottoms)
    boxes = [Box(*(int(side[place]) for side in sides)) for place in largest]
    joined: list[Box] = []
    while boxes:
        box = boxes.pop()
        near = [other for other in boxes if _are_near(box, other)]
        if near:
            boxes = [other for other in boxes if other not in near]
            boxes.append(_around([box, *near]))
        else:
            joined.append(box)
    least = SMALLEST * max((_longer(box) for box in joined), default=0)
    return _in_lines([box for box in joined if _longer(box) >= least])


def needs_crop(picture: Picture) -> bool:
    """Return whether a picture has several marks, or a small one with much paper around it."""
    marks = find_marks(picture.ink)
    return len(marks) > 1 or any(_longer(mark) < ALONE * min(picture.ink.shape) for mark in marks)


def likely_mark(marks: list[Box], shape: tuple[int, int]) -> int:
    """Return the most likely mark: a large one, near the picture's middle."""
    middle = np.array((shape[1], shape[0])) / 2

    def weight(box: Box) -> float:
        centre = np.array((box.left + box.right, box.top + box.bottom)) / 2
        away = float(np.hypot(*(centre - middle)) / np.hypot(*middle))
        return _longer(box) * (1 - AWAY * away)

    return max(range(len(marks)), key=lambda place: weight(marks[place]))


def with_margin(box: Box, shape: tuple[int, int]) -> Box:
    """Return a mark's box with some paper around it, within a picture of (rows, columns)."""
    margin = max(1, round(MARGIN * _longer(box)))
    return Box(
        max(0, box.left - margin),
        max(0, box.top - margin),
        min(shape[1], box.right + margin),
        min(shape[0], box.bottom + margin),
    )


def _longer(box: Box) -> int:
    return max(box.right - box.left, box.bottom - box.top)


def _are_near(one: Box, other: Box) -> bool:
    gap = NEAR * max(_longer(one), _longer(other))
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, down) <= gap


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _in_lines(boxes: list[Box]) -> list[Box]:
    """Sort boxes into reading order; a line's boxes cover the middle of its first one."""
    left = sorted(boxes, key=lambda box: box.top)
    ordered: list[Box] = []
    while left:
        middle = (left[0].top + left[0].bottom) / 2
        line = [box for box in left if box.top <= middle]
        left = [box for box in left if box.top > middle]
        ordered += sorted(line, key=lambda box: box.left)
    return ordered
