"""Framing: ink of any size in any place becomes a 28×28 image like MNIST's, padded to 32×32.

MNIST's way (its web page; LeCun et al. 1998, section III-A): the ink's bounding box is scaled,
aspect kept, until its longer side is 20 pixels, and placed so that the centre of mass lies in the
centre of 28×28. In the published images that centre is the middle of pixel (14, 14), 14.5 pixels
from the edge: over the 60,000 training images the centre of mass has a mean of 14.50 and a range
of 13.98 to 15.00.

Strokes are scaled as lines and drawn afterwards, so the pen is as thick in a small digit as in a
large one. Pictures are scaled as pixels, by area.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.fit import Fit
from lenet_gui.core.framing.growing_ink import Extent, GrowingInk, Pen
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.architecture import DIGIT_SIZE, FRAME_SIZE, INPUT_SIZE, PADDING
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.photo.resizing import resize_area
from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing

CENTRE = FRAME_SIZE / 2 + 0.5
DEFAULT_PEN = 2.4
"""Pen of a drawing that names none, in pixels of 28; MNIST's strokes have a median of about 2.4
(twice the area over the outline, 3,000 training images)."""
PEN_RANGE = (2.0, 3.0)
"""Thinnest and thickest pen in a framed image, in pixels of 28, like most of MNIST's."""
SMALLEST_SHARE = 0.02
"""Share of the canvas below which a drawing is not enlarged: a click that trembles is a dot."""
SMALLEST_LENGTH = 1 / COORDINATE_LIMIT
"""Length, in a drawing's own units, below which nothing can be told from a dot."""
FULL_INK = 85.0
"""Percentile of a shrunk picture's inked pixels that is taken for full ink. A line thinner than a
pixel of 28 fades as it shrinks; it is no fainter to the eye."""


class Framing(StrEnum):
    """How ink becomes 28×28: as MNIST frames its digits, or the whole canvas as it is."""

    MNIST = "mnist"
    NONE = "none"


@dataclass(frozen=True, eq=False)
class Frames:
    """Every step from ink to the network's input, each float32 between 0 (paper) and 1 (ink).

    `framed` (28, 28): what the framing made of the ink. `padded` (32, 32): the network's input.
    `fit` tells how a drawing, or a picture's pixels, came to lie in `framed`; of a picture to
    within half a pixel of 28, as its sides are rounded. `draw_canvas` makes `canvas`.
    """

    draw_canvas: Callable[[], Image]
    framed: Image
    padded: Image
    fit: Fit | None = None

    @cached_property
    def canvas(self) -> Image:
        """The whole canvas made small, (28, 28), drawn when it is first asked for.

        The network does not see it, and mostly nobody does.
        """
        return self.draw_canvas()

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink to read."""
        return not self.framed.any()


def frame(
    source: Drawing | Picture, framing: Framing = Framing.MNIST, known: GrowingInk | None = None
) -> Frames:
    """Take a drawing or a picture to the network's input, keeping every step.

    `known` may hold ink of the drawing that was framed with them last; it changes nothing but the
    time that a growing drawing takes.
    """
    if isinstance(source, Picture):
        if framing is Framing.MNIST:
            framed, placed = _place_ink(source.ink)
            return Frames(lambda: _canvas_of_picture(source)[0], framed, pad(framed), placed)
        canvas, fit = _canvas_of_picture(source)
        return Frames(lambda: canvas, canvas, pad(canvas), fit)
    if source.is_empty:
        blank = np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)
        return Frames(lambda: blank, blank, pad(blank))
    known = known or GrowingInk()
    known.follow(source)
    fit = _fit_canvas(source, known.extent)
    draw_canvas = known.canvas(fit, Pen(_pen_in_cells(source)))
    if framing is Framing.MNIST:
        framed, fit = _frame_strokes(source, known, Pen(_pen_in_cells(source), PEN_RANGE))
    else:
        framed = draw_canvas()
    return Frames(draw_canvas, framed, pad(framed), fit)


def pad(framed: Image) -> Image:
    """Add the paper around 28×28 that makes it the network's 32×32 input."""
    padded = np.zeros((INPUT_SIZE, INPUT_SIZE), np.float32)
    padded[PADDING:-PADDING, PADDING:-PADDING] = framed
    return padded


def frame_strokes(drawing: Drawing, pen: float | None = None) -> Image:
    """Frame a drawing's strokes into float32 (28, 28).

    `pen`, in pixels of 28, takes the place of the drawing's own, which is held within PEN_RANGE.
    """
    if drawing.is_empty:
        return np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)
    known = GrowingInk()
    known.follow(drawing)
    used = Pen(_pen_in_cells(drawing), PEN_RANGE) if pen is None else Pen(pen)
    return _frame_strokes(drawing, known, used)[0]


def _frame_strokes(drawing: Drawing, known: GrowingInk, pen: Pen) -> tuple[Image, Fit]:
    """Lay a drawing out as MNIST lays out its digits, wherever its pen is widest."""
    extent = known.extent
    low, high = extent.low, extent.high
    widest = pen.pressed(extent.pressure)
    longer = float((high - low).max())
    if drawing.canvas is not None:
        longer = max(longer, SMALLEST_SHARE * max(drawing.canvas))
    scale = (DIGIT_SIZE - widest) / longer if longer > SMALLEST_LENGTH else 1.0
    box = (high - low) * scale + widest

    # The mass of drawn pixels depends a little on where they fall, so: draw, weigh, then place.
    corner = (FRAME_SIZE - box) / 2
    trial = known.trial(_fit_corner(low, scale, corner + widest / 2), pen)
    corner = _inside(corner + CENTRE - centre_of_mass(trial), box)
    fit = _fit_corner(low, scale, corner + widest / 2)
    return known.framed(fit, pen), fit


def _fit_corner(low: NDArray[np.float64], scale: float, corner: NDArray[np.float64] | float) -> Fit:
    """Scale, and put the point `low` at `corner`, x and y or one number for both."""
    x, y = (corner - low * scale).tolist()
    return Fit(scale, x, y)


def _place_ink(ink: Image) -> tuple[Image, Fit | None]:
    """Frame a picture's ink, float32 (rows, columns); tell where it went, None if there is none.

    The shift to the centre is by whole pixels, as in MNIST, so that an image which is framed
    already comes back unchanged.
    """
    rows = np.flatnonzero(ink.any(axis=1))
    columns = np.flatnonzero(ink.any(axis=0))
    framed = np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)
    if not len(rows):
        return framed, None
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    digit = _fit(box, DIGIT_SIZE)
    if max(box.shape) > DIGIT_SIZE:
        digit = np.clip(digit / np.percentile(digit[digit > 0], FULL_INK), 0, 1)
    height, width = digit.shape
    corner = CENTRE - centre_of_mass(digit)
    column, row = _inside(np.rint(corner), np.array((width, height), np.float64)).astype(int)
    framed[row : row + height, column : column + width] = digit
    scale = DIGIT_SIZE / max(box.shape)
    return framed, Fit(scale, float(column - columns[0] * scale), float(row - rows[0] * scale))


def centre_of_mass(image: Image) -> NDArray[np.float64]:
    """Return (x, y) of the ink's centre, in pixels from the top left edge of a non-empty image."""
    total = float(image.sum())
    x = float(image.sum(axis=0) @ (np.arange(image.shape[1]) + 0.5)) / total
    y = float(image.sum(axis=1) @ (np.arange(image.shape[0]) + 0.5)) / total
    return np.array((x, y))


def _fit(image: Image, longer: int) -> Image:
    """Scale by area, aspect kept, until the longer side is `longer` pixels."""
    scale = longer / max(image.shape)
    height, width = (max(1, round(side * scale)) for side in image.shape)
    if image.shape == (height, width):  # as all of MNIST's: each pixel would be its own mean
        return image
    return resize_area(image, height, width)


def _inside(corner: NDArray[np.float64], box: NDArray[np.float64]) -> NDArray[np.float64]:
    """Move a box's corner as little as it takes for the box to lie within the frame."""
    return np.clip(corner, 0, FRAME_SIZE - box)


def _pen_in_cells(drawing: Drawing) -> float:
    """The pen's diameter in pixels of 28, had the canvas been scaled to 28×28."""
    if drawing.pen_width is None or drawing.canvas is None:
        return DEFAULT_PEN
    return drawing.pen_width * FRAME_SIZE / max(drawing.canvas)


def _fit_canvas(drawing: Drawing, extent: Extent) -> Fit:
    """Lay the whole canvas into 28×28; one of unknown size is as MNIST would lay it out."""
    if drawing.canvas is not None:
        side = max(drawing.canvas)
        middle = np.array(drawing.canvas) / 2
    else:
        low, high = extent.low, extent.high
        longer = float((high - low).max())
        side = (
            (longer if longer > SMALLEST_LENGTH else 1.0) * FRAME_SIZE / (DIGIT_SIZE - DEFAULT_PEN)
        )
        middle = (low + high) / 2
    scale = FRAME_SIZE / side
    return _fit_corner(middle, scale, FRAME_SIZE / 2)


def _canvas_of_picture(picture: Picture) -> tuple[Image, Fit]:
    """Make the whole picture small, centred on a square of paper; and tell how."""
    small = _fit(picture.ink, FRAME_SIZE)
    height, width = small.shape
    top, left = (FRAME_SIZE - height) // 2, (FRAME_SIZE - width) // 2
    canvas = np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)
    canvas[top : top + height, left : left + width] = small
    return canvas, Fit(FRAME_SIZE / max(picture.ink.shape), float(left), float(top))
