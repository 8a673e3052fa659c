"""A picture on the page: where it lies on the canvas, and lines painted over it.

A picture is pixels, and stays pixels: the pen adds ink to them and the eraser paper, so whatever
reads, saves or copies a picture finds one that may have been painted on, and need not know.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from lenet_gui.core.framing.painting import painted
from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.photo.resizing import shrunk
from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.ui.document.page import Area, Point, picture_place

FINEST = round(CANVAS_SIZE)
"""Longest side in pixels at which a picture is painted on: about as many as the canvas has on the
screen. More would cost time at each event, and memory for each stroke that can be undone."""
COARSEST = FRAME_SIZE
"""Least number of pixels along the longest side: with fewer, the pen would fill squares."""


class Retouched(NamedTuple):
    """A picture that was painted on, and the only part of the canvas that differs, if known."""

    picture: Picture
    area: Area | None


def retouched(
    picture: Picture, path: Sequence[Point], width: float, is_ink: bool = True
) -> Retouched:
    """Paint a line over a picture, with ink or with paper; path and width are in drawing units.

    If that changes anything, the result covers the whole canvas: lines may leave the picture, and a
    digit be made wider. A picture that doesn't change is returned as the same object.
    """
    whole = _on_whole_canvas(picture)
    left, top, scale = picture_place(whole)
    line = (np.array(path, np.float64) - (left, top)) / scale
    ink = painted(whole.ink, line, width / scale, is_ink)
    across, down = zip(*path, strict=True)
    reach = width / 2 + 2 * scale  # pixels are shown smoothly: they reach into their neighbours
    area = min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach
    if ink is whole.ink:
        return Retouched(picture, area)
    return Retouched(replace(picture, ink=ink, others=()), area if whole is picture else None)


def _on_whole_canvas(picture: Picture) -> Picture:
    """Return a picture that fills the canvas, neither finer than FINEST nor coarser than COARSEST.

    It is the same one, if it does.
    """
    ink = picture.ink
    if max(ink.shape) > FINEST:
        ink = shrunk(ink, FINEST)
    elif max(ink.shape) < COARSEST:  # whole pixels into whole pixels: it reads as before
        times = math.ceil(COARSEST / max(ink.shape))
        ink = ink.repeat(times, axis=0).repeat(times, axis=1)
    height, width = ink.shape
    side = max(height, width)
    if height != width:
        above, before = (side - height) // 2, (side - width) // 2
        margins = (above, side - height - above), (before, side - width - before)
        ink = np.pad(ink, margins)
    return picture if ink is picture.ink else replace(picture, ink=ink)
