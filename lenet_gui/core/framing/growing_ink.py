"""Ink kept from one reading to the next, while a drawing grows.

Strokes never change, so those of the drawing that was framed last are known again by their
identity, and only what is new is measured and drawn. What comes out is the same, bit for bit, as if
all were drawn anew: ink on ink is the larger of both, and a segment is left out only where others
hide it wherever the ink may lie by then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import compress
from operator import and_, is_

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.fit import Fit
from lenet_gui.core.framing.raster import MANY, Image, coverage, depth, ink, lasting
from lenet_gui.core.framing.segments import Segments, segments, wavering
from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.core.strokes.drawing import NEUTRAL_PRESSURE, Drawing, Points, Values, width_factor

PLAY = 0.05
"""Pixels of 28 that ink may move by until it is looked anew what is hidden."""
NEAR = 1000.0
"""Pixels of 28 from a drawing's origin to the frame's within which rounding is next to nothing."""


@dataclass(frozen=True, eq=False)
class Lines:
    """Strokes, and how hard the pen was pressed at their points, if that is known of any."""

    strokes: tuple[Points, ...] = ()
    pressures: tuple[Values, ...] = ()

    def __len__(self) -> int:
        return len(self.strokes)

    def __add__(self, others: "Lines") -> "Lines":
        return Lines(self.strokes + others.strokes, self.pressures + others.pressures)

    def __getitem__(self, part: slice) -> "Lines":
        return Lines(self.strokes[part], self.pressures[part])

    def only(self, chosen: NDArray[np.bool_]) -> "Lines":
        """Return the chosen ones, bool (strokes,)."""
        return Lines(tuple(compress(self.strokes, chosen)), tuple(compress(self.pressures, chosen)))

    def in_common(self, others: "Lines") -> int:
        """Tell how many of the first ones are the others', and not only like them."""
        if bool(self.pressures) != bool(others.pressures):
            return 0
        same = list(map(is_, self.strokes, others.strokes))
        if self.pressures:
            same = list(map(and_, same, map(is_, self.pressures, others.pressures)))
        return len(same) if all(same) else same.index(False)


@dataclass(frozen=True)
class Pen:
    """A pen's diameter in pixels of 28; `limits` hold it, however hard it is pressed."""

    width: float
    limits: tuple[float, float] = (0.0, np.inf)

    def at(self, pressures: Values) -> Values:
        """Return the diameter at some pressures, float64 (points,)."""
        return np.clip(self.width * width_factor(pressures), *self.limits)

    def pressed(self, pressure: float = NEUTRAL_PRESSURE) -> float:
        """Return the diameter at one pressure."""
        low, high = self.limits
        return min(max(self.width * (pressure + (1 - NEUTRAL_PRESSURE)), low), high)

    def segments(self, lines: Lines, fit: Fit) -> Segments:
        """Return the straight pieces that `fit` leaves of lines, still in the drawing's units."""
        if lines.pressures:
            return segments(lines.strokes, list(map(self.at, lines.pressures)), fit.apply)
        return segments(lines.strokes, self.pressed(), fit.apply)


class Still:
    """Ink that stays where it is while strokes are added."""

    def __init__(self) -> None:
        self._at: tuple[Fit, Pen] | None = None
        self._depth: Image | None = None
        self._count = 0

    def draw(self, lines: Lines, settled: int, fit: Fit, pen: Pen) -> Image:
        """Draw lines; the first ones, so many as are settled, are those of the times before."""
        is_new = (fit, pen) != self._at
        if is_new:  # it may not be asked for again: nothing is kept yet
            self._at, self._depth, self._count = (fit, pen), None, 0
        if is_new or settled < self._count:  # or asked for late, when the drawing has grown on
            return _anew(lines, fit, pen)
        if self._depth is None:
            self._depth = np.full((FRAME_SIZE, FRAME_SIZE), -np.inf, np.float32)
        if settled > self._count:
            added = pen.segments(lines[self._count : settled], fit).moved(fit.apply)
            self._depth = np.maximum(self._depth, depth(added, FRAME_SIZE))
            self._count = settled
        last = pen.segments(lines[settled:], fit).moved(fit.apply)
        return ink(np.maximum(self._depth, depth(last, FRAME_SIZE)), last.full)


class Moving:
    """Ink that moves a little with each point that is added, for its centre of mass does.

    Of many segments only those are kept that some cell may show before it has moved by PLAY, and
    the strokes of which other points may be told apart by then.
    """

    def __init__(self) -> None:
        self._at: tuple[float, Pen] | None = None
        self._fit: Fit | None = None
        self._kept: Segments | None = None
        self._wavering = Lines()
        self._count = 0

    def draw(self, lines: Lines, settled: int, fit: Fit, pen: Pen) -> Image:
        """Draw lines; the first ones, so many as are settled, are those of the times before."""
        if (fit.scale, pen) != self._at:  # it may not be asked for again: nothing is kept yet
            self._at, self._fit = (fit.scale, pen), None
            return _anew(lines, fit, pen)
        if not self._is_near(fit) or _points(lines[self._count : settled]) > MANY:
            self._keep(lines[:settled], fit, pen)
        rest = lines[self._count :]
        pieces = pen.segments(self._wavering + rest, fit)
        if self._kept is not None:
            pieces = pieces.joined(self._kept)
        return coverage(pieces.moved(fit.apply), FRAME_SIZE)

    def _is_near(self, fit: Fit) -> bool:
        known = self._fit
        return known is not None and np.hypot(fit.x - known.x, fit.y - known.y) <= PLAY

    def _keep(self, settled: Lines, fit: Fit, pen: Pen) -> None:
        """Look what of some strokes may be seen."""
        self._fit, self._kept, self._wavering, self._count = fit, None, Lines(), 0
        if _points(settled) <= MANY or max(abs(fit.x), abs(fit.y)) > NEAR:
            return
        wavers = wavering(settled.strokes, fit.apply)
        pieces = pen.segments(settled.only(~wavers), fit)
        chosen = lasting(pieces.moved(fit.apply), FRAME_SIZE, PLAY)
        self._kept, self._wavering, self._count = pieces[chosen], settled.only(wavers), len(settled)


@dataclass(frozen=True, eq=False)
class Extent:
    """Smallest and largest x and y of some lines, float64 (2,) each, and the hardest pressure."""

    low: Points
    high: Points
    pressure: float

    def over(self, lines: Lines) -> "Extent":
        """Return the extent of more lines than these."""
        if not lines.strokes:
            return self
        points = np.concatenate(lines.strokes)
        low, high = (
            np.minimum(self.low, points.min(axis=0)),
            np.maximum(self.high, points.max(axis=0)),
        )
        pressed = [float(values.max()) for values in lines.pressures] or [NEUTRAL_PRESSURE]
        return Extent(low, high, max(self.pressure, *pressed))


NOTHING = Extent(np.full(2, np.inf), np.full(2, -np.inf), 0.0)


class GrowingInk:
    """What is known of the drawing that was framed last.

    `follow` takes each drawing before anything is asked of it; `extent` is how far its ink goes.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._lines = Lines()
        self._settled = 0
        self._known = self.extent = NOTHING
        self._canvas, self._trial, self._framed = Still(), Still(), Moving()

    def follow(self, drawing: Drawing) -> None:
        """Take a drawing, and keep what is known if it is the last one with more ink on it."""
        lines = Lines(drawing.strokes, drawing.pressures)
        # What is there twice is settled. The last stroke may be yet to grow, or be taken back.
        settled = min(lines.in_common(self._lines), len(lines) - 1)
        if settled < self._settled:
            self._begin()
        self._known = self._known.over(lines[self._settled : settled])
        self.extent = self._known.over(lines[settled:])
        self._lines, self._settled = lines, settled

    def canvas(self, fit: Fit, pen: Pen) -> Callable[[], Image]:
        """Return what draws the whole canvas as it is now, float32 (28, 28), now or later.

        That is in the same place as long as the canvas is.
        """
        return partial(self._canvas.draw, self._lines, self._settled, fit, pen)

    def trial(self, fit: Fit, pen: Pen) -> Image:
        """Draw what is to be weighed, float32 (28, 28): the same place as long as the box is."""
        return self._trial.draw(self._lines, self._settled, fit, pen)

    def framed(self, fit: Fit, pen: Pen) -> Image:
        """Draw what the network sees, float32 (28, 28), in another place with every point."""
        return self._framed.draw(self._lines, self._settled, fit, pen)


def _points(lines: Lines) -> int:
    return sum(map(len, lines.strokes))


def _anew(lines: Lines, fit: Fit, pen: Pen) -> Image:
    return coverage(pen.segments(lines, fit).moved(fit.apply), FRAME_SIZE)
