"""Framing: ink of any size, anywhere, becomes a 28×28 image like MNIST's, padded to 32×32.

MNIST's way (its web page; LeCun et al. 1998, section III-A): the ink's bounding box is scaled,
aspect kept, until its longer side is 20 pixels, and placed so that the centre of mass lies in the
centre of 28×28. In the published images that centre is the middle of pixel (14, 14), 14.5 pixels
from the edge: over the 60,000 training images the centre of mass has a mean of 14.50 and a range
of 13.98 to 15.00.

Strokes are scaled as lines and drawn afterwards, so the pen is as thick in a small digit as in a
large one. Pictures are scaled as pixels, by area.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lenet_gui.core.framing.raster import Image, coverage
from lenet_gui.core.framing.segments import Lines, Points, join_strokes, segments
from lenet_gui.core.network.architecture import DIGIT_SIZE, FRAME_SIZE, INPUT_SIZE, PADDING
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.photo.resizing import resize_area, resize_smoothly
from lenet_gui.core.strokes.drawing import COORDINATE_LIMIT, Drawing, width_factor

Source = Drawing | Picture

CENTRE = FRAME_SIZE / 2 + 0.5
DEFAULT_PEN = 2.4
"""Pen of a drawing without one, in pixels of 28; MNIST's strokes have a median of about 2.4
(twice the area over the outline, 3,000 training images)."""
PEN_RANGE = (2.0, 3.0)
"""Thinnest and thickest pen in a framed image, in pixels of 28, like most of MNIST's."""
SMALLEST_SHARE = 0.02
"""Share of the canvas below which a drawing is not enlarged: a trembling click is a dot."""
SMALLEST_LENGTH = 1 / COORDINATE_LIMIT
"""Length, in a drawing's own units, below which it is a dot."""
FULL_INK = 85.0
"""Percentile of a shrunk picture's inked pixels that counts as full ink. A line thinner than a
pixel of 28 fades as it shrinks, but looks no fainter."""


class Framing(StrEnum):
    """How ink becomes 28×28: framed as MNIST frames its digits, or the whole canvas shrunk."""

    MNIST = "mnist"
    NONE = "none"


@dataclass(frozen=True)
class Fit:
    """Maps a source's points to the framed image: pixels are units · `scale` + (`x`, `y`).

    A drawing's points are in its own units, a picture's in its pixels.
    """

    scale: float
    x: float
    y: float

    def apply(self, points: Points) -> Points:
        """Map points, (n, 2), from the source's units to pixels of 28."""
        return points * self.scale + (self.x, self.y)

    def invert(self, points: Points) -> Points:
        """Map points, (n, 2), from pixels of 28 back to the source's units."""
        return (points - (self.x, self.y)) / self.scale


@dataclass(frozen=True, eq=False)
class Frames:
    """The steps from ink to the network's input, float32 between 0 (paper) and 1 (ink).

    `framed` (28, 28): the ink as framed. `padded` (32, 32): the network's input. `fit`: how the
    source was mapped to `framed`, None without ink; for a picture accurate to half a pixel of 28,
    because its sides are rounded.
    """

    framed: Image
    padded: Image
    fit: Fit | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink to read."""
        return not self.framed.any()


def frame(source: Source, framing: Framing = Framing.MNIST) -> Frames:
    """Convert a drawing or a picture to the network's input."""
    fit: Fit | None
    if isinstance(source, Drawing) and source.is_empty:
        framed, fit = _blank(), None
    elif framing is Framing.NONE:
        framed, fit = _whole_canvas(source)
    elif isinstance(source, Picture):
        framed, fit = _place_ink(source.ink)
    else:
        framed, fit = _place_lines(source, pen_lines(source, PEN_RANGE))
    return Frames(framed, pad(framed), fit)


def canvas_image(source: Source) -> Image:
    """Return the whole canvas, or the whole picture, shrunk: float32 (28, 28).

    This is the result of `frame` with Framing.NONE.
    """
    if isinstance(source, Drawing) and source.is_empty:
        return _blank()
    return _whole_canvas(source)[0]


def pad(framed: Image) -> Image:
    """Pad 28×28 with paper to the network's 32×32 input."""
    padded = np.zeros((INPUT_SIZE, INPUT_SIZE), np.float32)
    padded[PADDING:-PADDING, PADDING:-PADDING] = framed
    return padded


def frame_strokes(drawing: Drawing, pen: float | None = None) -> Image:
    """Frame a drawing's strokes into float32 (28, 28).

    `pen`, in pixels of 28, replaces the drawing's own, which is kept within PEN_RANGE.
    """
    if drawing.is_empty:
        return _blank()
    lines = pen_lines(drawing, PEN_RANGE) if pen is None else pen_lines(drawing, pen=pen)
    return _place_lines(drawing, lines)[0]


def frame_each(drawing: Drawing, framing: Framing = Framing.MNIST) -> Image:
    """Draw each stroke alone where it lies in the framed drawing: float32 (strokes, 28, 28).

    The largest of several strokes' ink, cell by cell, is what framing would draw of them alone,
    placed as the whole drawing is: a cell's ink is that of the segment in which it lies deepest.
    """
    fit = frame(drawing, framing).fit
    if fit is None:
        return np.empty((0, FRAME_SIZE, FRAME_SIZE), np.float32)
    lines = pen_lines(drawing, PEN_RANGE) if framing is Framing.MNIST else pen_lines(drawing)
    stops = lines.stops.tolist()
    return np.stack(
        [_draw(lines.between(*ends), fit) for ends in zip([0, *stops[:-1]], stops, strict=True)]
    )


def _blank() -> Image:
    return np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)


def pen_lines(
    drawing: Drawing, limits: tuple[float, float] = (0.0, np.inf), pen: float | None = None
) -> Lines:
    """Join a drawing's strokes, with the pen, in pixels of 28, clamped to `limits`."""
    width = _pen_in_cells(drawing) if pen is None else pen
    if not drawing.pressures:
        return join_strokes(drawing.strokes, min(max(width, limits[0]), limits[1]))
    lines = join_strokes(drawing.strokes, drawing.pressures)
    widths = np.clip(width * width_factor(np.asarray(lines.pen)), *limits)
    return Lines(lines.points, lines.stops, widths)


def _place_lines(drawing: Drawing, lines: Lines) -> tuple[Image, Fit]:
    """Frame a drawing's lines as MNIST frames its digits, its box as wide as the widest pen."""
    low, high = bounds(lines)
    widest = float(np.max(lines.pen))
    longer = float((high - low).max())
    if drawing.canvas is not None:
        longer = max(longer, SMALLEST_SHARE * max(drawing.canvas))
    scale = (DIGIT_SIZE - widest) / longer if longer > SMALLEST_LENGTH else 1.0
    box = (high - low) * scale + widest

    # The mass of drawn pixels depends a little on where they fall, so: draw, weigh, then place.
    corner = (FRAME_SIZE - box) / 2
    trial = _draw(lines, fit_corner(low, scale, corner + widest / 2))
    corner = _inside(corner + CENTRE - centre_of_mass(trial), box)
    fit = fit_corner(low, scale, corner + widest / 2)
    return _draw(lines, fit), fit


def _draw(lines: Lines, fit: Fit) -> Image:
    return coverage(segments(lines.moved(fit.apply)), FRAME_SIZE)


def bounds(lines: Lines) -> tuple[Points, Points]:
    """Return the smallest and the largest x and y, float64 (2,) each."""
    columns = lines.points.T  # many times faster than along the first axis
    return (
        np.array([column.min() for column in columns]),
        np.array([column.max() for column in columns]),
    )


def fit_corner(low: Points, scale: float, corner: Points | float) -> Fit:
    """Return the fit that scales and puts the point `low` at `corner`: x and y, or one for both."""
    x, y = (corner - low * scale).tolist()
    return Fit(scale, x, y)


def _place_ink(ink: Image) -> tuple[Image, Fit | None]:
    """Frame a picture's ink, float32 (rows, columns); return where it went, None without ink.

    The shift to the centre is by whole pixels, as in MNIST, so an image already framed comes back
    unchanged.
    """
    rows = np.flatnonzero(ink.any(axis=1))
    columns = np.flatnonzero(ink.any(axis=0))
    framed = _blank()
    if not len(rows):
        return framed, None
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    digit = _scaled(box, DIGIT_SIZE)
    if max(box.shape) > DIGIT_SIZE:
        digit = np.clip(digit / np.percentile(digit[digit > 0], FULL_INK), 0, 1)
    height, width = digit.shape
    corner = CENTRE - centre_of_mass(digit)
    column, row = _inside(np.rint(corner), np.array((width, height), np.float64)).astype(int)
    framed[row : row + height, column : column + width] = digit
    scale = DIGIT_SIZE / max(box.shape)
    return framed, Fit(scale, float(column - columns[0] * scale), float(row - rows[0] * scale))


def centre_of_mass(image: Image) -> Points:
    """Return (x, y) of the ink's centre, in pixels from the top left edge of a non-empty image."""
    total = float(image.sum())
    x = float(image.sum(axis=0) @ (np.arange(image.shape[1]) + 0.5)) / total
    y = float(image.sum(axis=1) @ (np.arange(image.shape[0]) + 0.5)) / total
    return np.array((x, y))


def _scaled(image: Image, longer: int) -> Image:
    """Scale, aspect kept, until the longer side is `longer`: by area, or smoothly if it grows."""
    scale = longer / max(image.shape)
    height, width = (max(1, round(side * scale)) for side in image.shape)
    if image.shape == (height, width):  # as all of MNIST's: each pixel would be its own mean
        return image
    return resize_area(image, height, width) if scale < 1 else resize_smoothly(image, height, width)


def _inside(corner: Points, box: Points) -> Points:
    """Move a box's corner just far enough for the box to lie within the frame."""
    return np.clip(corner, 0, FRAME_SIZE - box)


def _pen_in_cells(drawing: Drawing) -> float:
    """Return the pen's diameter in pixels of 28 when the canvas is scaled to 28×28."""
    if drawing.pen_width is None or drawing.canvas is None:
        return DEFAULT_PEN
    return drawing.pen_width * FRAME_SIZE / max(drawing.canvas)


def _whole_canvas(source: Source) -> tuple[Image, Fit]:
    """Shrink the whole canvas or picture; also return the fit."""
    if isinstance(source, Picture):
        return _whole_picture(source)
    lines = pen_lines(source)
    fit = _fit_canvas(source, lines)
    return _draw(lines, fit), fit


def _fit_canvas(drawing: Drawing, lines: Lines) -> Fit:
    """Fit the whole canvas into 28×28; if its size is unknown, place the ink as MNIST would."""
    if drawing.canvas is not None:
        side = max(drawing.canvas)
        middle = np.array(drawing.canvas) / 2
    else:
        low, high = bounds(lines)
        longer = float((high - low).max())
        side = (
            (longer if longer > SMALLEST_LENGTH else 1.0) * FRAME_SIZE / (DIGIT_SIZE - DEFAULT_PEN)
        )
        middle = (low + high) / 2
    scale = FRAME_SIZE / side
    return fit_corner(middle, scale, FRAME_SIZE / 2)


def _whole_picture(picture: Picture) -> tuple[Image, Fit]:
    """Shrink the whole picture, centred on a square of paper; also return the fit."""
    small = _scaled(picture.ink, FRAME_SIZE)
    height, width = small.shape
    top, left = (FRAME_SIZE - height) // 2, (FRAME_SIZE - width) // 2
    canvas = _blank()
    canvas[top : top + height, left : left + width] = small
    return canvas, Fit(FRAME_SIZE / max(picture.ink.shape), float(left), float(top))
