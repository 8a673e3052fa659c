"""A line of writing as a strip: as high as the network's input, and as wide as it needs.

The ink is scaled by its height and moved up or down until its centre of mass is where a single
digit's is, with paper on both sides, so that a window of the network's size that slides over the
strip begins and ends in the middle of the outermost digits. Source: LeCun et al. 1998, section VII.
"""

from dataclasses import dataclass

import numpy as np

from lenet_gui.core.framing.framing import (
    CENTRE,
    FULL_INK,
    PEN_RANGE,
    Fit,
    Source,
    bounds,
    centre_of_mass,
    fit_corner,
    pen_lines,
)
from lenet_gui.core.framing.raster import Image, coverage_each
from lenet_gui.core.framing.segments import Indices, Lines, Points, Segments, segments_from
from lenet_gui.core.network.architecture import INPUT_SIZE, PADDING
from lenet_gui.core.photo.resizing import resize_area, resize_smoothly
from lenet_gui.core.strokes.drawing import Drawing

LINE_SIZE = 22
"""Height of a line's ink, in pixels. Digits vary in height, so each comes out about as high as a
single one is framed. Of 20 to 24, it reads most of the validation writers' numbers."""
SIDE = INPUT_SIZE // 2
"""Paper on either side of the ink, in pixels."""
STEP = 4
"""Columns by which windows differ: the strides of both poolings together."""
WIDEST = 30
"""Width of a line, in its heights, from which it is scaled by its width instead."""


@dataclass(frozen=True, eq=False)
class Strip:
    """A framed line: `image`, float32 (32, columns) between 0 (paper) and 1 (ink).

    There are STEP columns more for each window after the first. `fit` maps the source's points to
    the image's pixels; for a picture it is accurate to half a pixel.
    """

    image: Image
    fit: Fit

    @property
    def windows(self) -> int:
        """Number of windows of the network's size, STEP apart."""
        columns: int = self.image.shape[1]
        return (columns - INPUT_SIZE) // STEP + 1


def frame_strip(source: Source) -> Strip:
    """Frame a line of writing. Raises ValueError if there is no ink."""
    if isinstance(source, Drawing):
        if source.is_empty:
            raise ValueError("a strip needs ink")
        return _strip_of_lines(pen_lines(source, PEN_RANGE))
    return _strip_of_ink(source.ink)


def _strip_of_lines(lines: Lines) -> Strip:
    low, high = bounds(lines)
    pen = float(np.max(lines.pen))
    wide, tall = (high - low).tolist()
    longer = max(tall, wide / WIDEST)
    scale = (LINE_SIZE - pen) / longer if longer > 0 else 1.0
    box = (high - low) * scale + pen
    columns, left = _columns(float(box[0]))

    def place(top: float) -> Fit:
        return fit_corner(low, scale, np.array((left, top)) + pen / 2)

    top = (INPUT_SIZE - float(box[1])) / 2
    trial = _draw(lines.moved(place(top).apply), columns)
    fit = place(_top(top, float(centre_of_mass(trial)[1]), float(box[1])))
    return Strip(_draw(lines.moved(fit.apply), columns), fit)


def _strip_of_ink(ink: Image) -> Strip:
    rows, across = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        raise ValueError("a strip needs ink")
    box = ink[rows[0] : rows[-1] + 1, across[0] : across[-1] + 1]
    scale = LINE_SIZE / max(box.shape[0], box.shape[1] / WIDEST)
    height, width = (max(1, round(side * scale)) for side in box.shape)
    if scale < 1:
        line = resize_area(box, height, width)
        line = np.clip(line / np.percentile(line[line > 0], FULL_INK), 0, 1)
    else:
        line = resize_smoothly(box, height, width)
    columns, start = _columns(width)
    left, middle = round(start), float(centre_of_mass(line)[1])
    top = round(_top(0.0, middle, height))
    image = np.zeros((INPUT_SIZE, columns), np.float32)
    image[top : top + height, left : left + width] = line
    return Strip(image, Fit(scale, left - across[0] * scale, top - rows[0] * scale))


def _columns(width: float) -> tuple[int, float]:
    """Return a strip's columns for ink of some width, and where the ink begins."""
    columns = int(np.ceil(width)) + 2 * SIDE
    columns += (INPUT_SIZE - columns) % STEP
    return columns, (columns - width) / 2


def _top(top: float, middle: float, height: float) -> float:
    """Return where ink must begin, if with the given top its centre of mass is at `middle`."""
    wanted = top + CENTRE + PADDING - middle
    return float(np.clip(wanted, PADDING, INPUT_SIZE - PADDING - height))


def _draw(lines: Lines, columns: int) -> Image:
    """Draw lines in pixels, square by square: the cost grows with the width, not its square."""
    pieces, _ = segments_from(lines)
    count = -(-columns // INPUT_SIZE)
    ends = np.stack((pieces.starts[:, 0], pieces.ends[:, 0]))
    first = _square(ends.min(axis=0) - pieces.reach, count)
    seen = _square(ends.max(axis=0) + pieces.reach, count) - first + 1
    index = np.repeat(np.arange(len(pieces)), seen)
    squares = first[index] + np.arange(len(index)) - np.repeat(np.cumsum(seen) - seen, seen)
    order = np.argsort(squares, kind="stable")
    index, squares = index[order], squares[order]
    own, shift = pieces[index], np.zeros((len(index), 2))
    shift[:, 0] = squares * INPUT_SIZE
    moved = Segments(own.starts - shift, own.ends - shift, own.pen, own.radii)
    drawn = coverage_each(moved, squares, count, INPUT_SIZE)
    strip: Image = drawn.transpose(1, 0, 2).reshape(INPUT_SIZE, -1)[:, :columns]
    return np.ascontiguousarray(strip)


def _square(x: Points, count: int) -> Indices:
    """Return the square that each x lies in."""
    return np.clip(np.floor(x / INPUT_SIZE), 0, count - 1).astype(np.int64)
