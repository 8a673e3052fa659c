"""The boxes around the digits in a picture, and the choice of the most likely one."""

import numpy as np

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.connected_components import find_pieces
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.photo.resizing import Image

INKED = 0.25
"""Least ink of a pixel that belongs to a mark."""
NEAR = 0.12
"""Largest gap between pieces of one mark, as a share of the larger one's longer side."""
FAR = 0.3
"""The same for a part that is lower, such as the hat of a five."""
PART = 0.7
"""Height of such a part at most, as a share of the higher one's."""
DOT = 0.3
"""Longer side of a speck at most, as a share of the largest mark's."""
ROUND = 1.8
"""How many times longer than wide a speck is at most."""
SOLID = 0.6
"""Share of its box that a speck fills at least."""
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
    boxes = [pieces.box(place) for place in largest]
    size = max((_longer(box) for box in boxes), default=0)
    specks = [
        box
        for box, area in zip(boxes, pieces.areas[largest], strict=True)
        if _is_speck(box, int(area), size)
    ]
    joined = _joined([box for box in boxes if box not in specks], FAR)
    joined = _joined(joined + specks, NEAR)
    least = SMALLEST * max((_longer(box) for box in joined), default=0)
    return _in_lines([box for box in joined if _longer(box) >= least])


def needs_crop(picture: Picture) -> bool:
    """Return whether a picture has several marks, or a small one with much paper around it."""
    return not picture.is_exact and _is_crowded(find_marks(picture.ink), picture)


def _is_crowded(marks: list[Box], picture: Picture) -> bool:
    return len(marks) > 1 or any(_longer(mark) < ALONE * min(picture.ink.shape) for mark in marks)


def read_first(picture: Picture) -> tuple[Picture, Box | None]:
    """Return the part of a picture that is read first, and where it is; None for all of it."""
    marks = [] if picture.is_exact else find_marks(picture.ink)
    if not _is_crowded(marks, picture):
        return picture, None
    shape = (picture.ink.shape[0], picture.ink.shape[1])
    box = with_margin(marks[likely_mark(marks, shape)], shape)
    return picture.cropped(box), box


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


def _joined(boxes: list[Box], far: float) -> list[Box]:
    """Join what is near, a mark's smaller parts even up to `far` away."""
    left, joined = list(boxes), []
    while left:
        box = left.pop()
        near = [other for other in left if _are_near(box, other, far)]
        if near:
            left = [other for other in left if other not in near]
            left.append(_around([box, *near]))
        else:
            joined.append(box)
    return joined


def _is_speck(box: Box, area: int, size: int) -> bool:
    """Return whether a piece is small and round: a speck beside a mark of some size, not a part."""
    width, height = box.right - box.left, box.bottom - box.top
    is_round = max(width, height) <= ROUND * min(width, height) and area >= SOLID * width * height
    return is_round and max(width, height) <= DOT * size


def _longer(box: Box) -> int:
    return max(box.right - box.left, box.bottom - box.top)


def _are_near(one: Box, other: Box, far: float) -> bool:
    low, high = sorted((one.bottom - one.top, other.bottom - other.top))
    gap = (far if low <= PART * high else NEAR) * max(_longer(one), _longer(other))
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
