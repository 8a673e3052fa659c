"""Over-segmentation of a picture: a piece is a connected part of its ink, or is cut from one.

A part that is wide enough for several digits, which touch, is cut where it may come apart
(`ink_cuts.py`). Source: LeCun et al. 1998, section V, heuristic over-segmentation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.numbers.ink_cuts import seams
from lenet_gui.core.numbers.pieces import Boxes, Pieces, Run
from lenet_gui.core.photo.background import greatest
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.connected_components import Mask, find_pieces
from lenet_gui.core.photo.connected_components import Pieces as Connected
from lenet_gui.core.photo.digit_boxes import INKED
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.photo.resizing import Image

WIDE = 0.45
"""Width, in heights of the line, from which connected ink may be several digits that touch."""
DUST = 0.1
"""Longer side below which a part is dust, as a share of the highest part's height."""
THIN = 0.12
"""Width of a form's line at most, as a share of its length."""
FULL = 0.8
"""Share of its box that such a line fills at least."""
HIGHER = 1.1
"""Height of the lines between cells at least, in heights of the highest part that is no line."""
LONG = 1.5
"""Length of a line below or above digits at least, likewise."""
FRAMES = 4
"""How many frames, the largest parts, are looked for."""
SPARSE = 0.4
"""Share of its box that a frame fills at most."""
INSIDE = 0.25
"""Height of two parts within a frame at least, as a share of its height."""
SOFT = 0.3
"""How far a part's paler rim reaches beyond its clear ink, in widths of the pen."""


@dataclass(frozen=True, eq=False)
class _Piece:
    """Ink of its own, float32 (rows, columns), and where its corner lies in the picture."""

    ink: Image
    left: int
    top: int
    owner: int
    key: tuple[object, ...]

    @property
    def right(self) -> int:
        return self.left + int(self.ink.shape[1])

    @property
    def bottom(self) -> int:
        return self.top + int(self.ink.shape[0])


class Components:
    """The connected parts of a picture's ink, to be cut into pieces; `boxes` are theirs, (n, 4).

    Boxes are in the picture's pixels, and without the pen's width, as those of strokes are.
    """

    def __init__(self, picture: Picture) -> None:
        self._ink = picture.ink
        self._found = find_pieces(picture.ink >= INKED)
        found = self._found
        kept = ~_drawn_around(found)
        heights, widths = found.bottoms - found.tops, found.rights - found.lefts
        least = DUST * heights[kept].max(initial=0)
        self._kept = np.flatnonzero(kept & (np.maximum(heights, widths) >= least))
        self._cut: dict[int, _Piece] = {}
        sides = (found.lefts, found.tops, found.rights, found.bottoms)
        boxes = np.stack(sides, axis=1)[self._kept].astype(np.float64)
        self.boxes = self._without_pen(boxes)

    @cached_property
    def pen(self) -> float:
        """The width of the ink's lines, in pixels: the median of the parts' mean widths."""
        boxes = [self._found.box(one) for one in self._kept]
        inks = [self._ink[box.top : box.bottom, box.left : box.right] for box in boxes]
        return float(np.median([_line_width(ink) for ink in inks])) if inks else 0.0

    def pieces(self, chosen: Sequence[int], height: float) -> Pieces:
        """Return the pieces of some parts on a line of writing of this height."""
        pieces = [piece for index in chosen for piece in self._pieces(index, height)]

        def part(run: Run) -> Picture:
            return _together([pieces[index] for index in sorted(run)])

        inked = np.array([_inked(piece) for piece in pieces])
        return Pieces(
            boxes=self._without_pen(inked),
            owners=tuple(piece.owner for piece in pieces),
            ink=Picture,
            keys=tuple(piece.key for piece in pieces),
            part=part,
            framed=lambda runs: [frame(part(run)) for run in runs],
            inked=inked,
        )

    def _pieces(self, index: int, height: float) -> list[_Piece]:
        """Return a connected part, or the parts of one that is wide, from left to right."""
        whole = self._part(index)
        left, _, right, _ = self.boxes[index].tolist()
        places = seams(whole.ink, height + self.pen) if right - left >= WIDE * height else []
        if not places:
            return [whole]
        columns = np.arange(whole.ink.shape[1])
        sides = sum((columns >= place[:, None]).astype(np.int64) for place in places)
        ends = tuple(int(place.sum()) for place in places)
        inks = [
            np.where(sides == side, whole.ink, np.float32(0)) for side in range(len(places) + 1)
        ]
        return [
            _trimmed(ink, whole, (*whole.key, number, ends))
            for number, ink in enumerate(inks)
            if (ink >= INKED).any()
        ]

    def _part(self, index: int) -> _Piece:
        """Return a connected part's own ink, with its paler rim."""
        if index not in self._cut:
            found, one = self._found, self._kept[index]
            box = found.box(one)
            rim = max(1, round(SOFT * self.pen))
            place = Box(
                max(0, box.left - rim),
                max(0, box.top - rim),
                min(self._ink.shape[1], box.right + rim),
                min(self._ink.shape[0], box.bottom + rim),
            )
            ink = self._ink[place.top : place.bottom, place.left : place.right]
            runs = found.runs[found.labels == one]
            moved = type(runs)(
                runs.rows - place.top, runs.starts - place.left, runs.stops - place.left
            )
            own = moved.mask((ink.shape[0], ink.shape[1]))
            near = own | (greatest(own, 2 * rim + 1) & (ink < INKED))
            ink = np.where(near, ink, np.float32(0))
            key = (place, hash(ink.tobytes()))
            self._cut[index] = _Piece(ink, place.left, place.top, index, key)
        return self._cut[index]

    def _without_pen(self, boxes: Boxes) -> Boxes:
        """Take half of the pen from each side of boxes, (n, 4), but not more than there is."""
        sizes = boxes[:, 2:] - boxes[:, :2]
        half = np.minimum(self.pen, sizes) / 2
        return np.hstack((boxes[:, :2] + half, boxes[:, 2:] - half))


def _line_width(ink: Image) -> float:
    """Return the mean width of lines in pixels: twice their area over their outline.

    Lines at all angles cross rows and columns of pixels π/4 times as often as they are long.
    """
    inked = np.pad(ink >= INKED, 1)
    across = np.count_nonzero(inked[:, 1:] != inked[:, :-1])
    down = np.count_nonzero(inked[1:] != inked[:-1])
    return 2 * float(ink.sum()) / (np.pi / 4 * (across + down))


def _drawn_around(found: Connected) -> Mask:
    """Return which parts are no writing: a form's lines, a line below digits, a frame around them.

    A one is such a line, too; but no other digit beside it is lower.
    """
    heights, widths = found.bottoms - found.tops, found.rights - found.lefts
    frames = np.zeros(len(heights), bool)
    for one in np.argsort(-heights * widths)[:FRAMES]:
        if found.areas[one] <= SPARSE * heights[one] * widths[one]:
            inside = (found.tops > found.tops[one]) & (found.bottoms < found.bottoms[one])
            inside &= (found.lefts > found.lefts[one]) & (found.rights < found.rights[one])
            frames[one] = np.count_nonzero(heights[inside] >= INSIDE * heights[one]) >= 2
    full = found.areas >= FULL * heights * widths
    upright, level = full & (widths <= THIN * heights), full & (heights <= THIN * widths)
    high = heights[~upright & ~level & ~frames].max(initial=0)
    if not high:
        return frames
    lines = (upright & (heights >= HIGHER * high)) | (level & (widths >= LONG * high))
    drawn: Mask = frames | lines
    return drawn


def _trimmed(ink: Image, whole: _Piece, key: tuple[object, ...]) -> _Piece:
    """Return what is left of a part, without the empty rows and columns around it."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    own = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    left, top = whole.left + int(columns[0]), whole.top + int(rows[0])
    return _Piece(own, left, top, whole.owner, key)


def place_of(part: Picture, box: Box) -> Box:
    """Return where a part lies in its picture, by the box around its clear ink."""
    clear = part.ink >= INKED
    left = box.left - int(clear.any(axis=0).argmax())
    top = box.top - int(clear.any(axis=1).argmax())
    return Box(left, top, left + part.ink.shape[1], top + part.ink.shape[0])


def _inked(piece: _Piece) -> tuple[float, float, float, float]:
    """Return the box of a piece's clear ink."""
    clear = piece.ink >= INKED
    rows, columns = np.flatnonzero(clear.any(axis=1)), np.flatnonzero(clear.any(axis=0))
    return (
        float(piece.left + columns[0]),
        float(piece.top + rows[0]),
        float(piece.left + columns[-1] + 1),
        float(piece.top + rows[-1] + 1),
    )


def _together(pieces: Sequence[_Piece]) -> Picture:
    """Return a picture of some pieces' ink alone."""
    if len(pieces) == 1:
        return Picture(pieces[0].ink)
    left, top = min(piece.left for piece in pieces), min(piece.top for piece in pieces)
    right, bottom = max(piece.right for piece in pieces), max(piece.bottom for piece in pieces)
    ink = np.zeros((bottom - top, right - left), np.float32)
    for piece in pieces:
        place = (
            slice(piece.top - top, piece.bottom - top),
            slice(piece.left - left, piece.right - left),
        )
        ink[place] = np.maximum(ink[place], piece.ink)
    return Picture(ink)
