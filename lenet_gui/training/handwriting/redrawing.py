"""Redraw digits in one way or another, to measure how well each is read."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.marks import (
    with_bar,
    with_base,
    with_dot,
    with_flag,
    with_serif,
    with_slash,
)
from lenet_gui.training.handwriting.strokes import Hand, Strokes, distort_strokes, resampled

Style = Callable[[Strokes, Generator], tuple[Strokes, float | None]]
"""Redraws a normalised digit in a style; returns the pen too, in pixels of 28, or None."""


def _hand(**amounts: float) -> Hand:
    """Return a hand that only distorts by the given amounts."""
    still = dict.fromkeys(Hand.__dataclass_fields__, 0.0)
    return Hand(**{**still, **amounts})


def _still(pen: float) -> Style:
    return lambda strokes, _: (strokes, pen)


def _with(hand: Hand) -> Style:
    return lambda strokes, random: (distort_strokes(strokes, hand, random), None)


def _tilted(strokes: Strokes, random: Generator) -> tuple[Strokes, float | None]:
    tangent = np.tan(np.radians(random.uniform(20, 35) * random.choice((-1, 1))))
    return [
        points - np.stack((points[:, 1] * tangent, 0 * points[:, 1]), 1) for points in strokes
    ], None


def _stretched(strokes: Strokes, random: Generator) -> tuple[Strokes, float | None]:
    share = np.exp(random.uniform(0.2, 0.4) * random.choice((-1, 1)))
    return [points * (share, 1.0) for points in strokes], None


def _placed(strokes: Strokes, random: Generator) -> tuple[Strokes, float | None]:
    size = random.uniform(0.35, 0.5)
    shift = random.uniform(0, 1 - size, 2)
    return [points * size + shift for points in strokes], None


def _few(strokes: Strokes, _: Generator) -> tuple[Strokes, float | None]:
    lengths = [float(np.hypot(*np.diff(points, axis=0).T).sum()) for points in strokes]
    return [
        resampled(points, max(3, round(length * 5))) if len(points) > 3 else points
        for points, length in zip(strokes, lengths, strict=True)
    ], None


def _coarse(strokes: Strokes, _: Generator) -> tuple[Strokes, float | None]:
    return [np.rint(points * 12) / 12 for points in strokes], None


STYLES: dict[str, Style] = {
    "anywhere, at 35 to 50 % of the canvas": _placed,
    "thin pen, 1.2 of 28 pixels": _still(1.2),
    "thick pen, 4 of 28 pixels": _still(4.0),
    "shaky": _with(_hand(often_jitter=1.0, jitter=0.025, tremor=0.03)),
    "tilted by 20 to 35 degrees": _tilted,
    "stretched or narrowed by a fifth to a half": _stretched,
    "few points": _few,
    "on a grid of 12": _coarse,
    "pen lifted in mid-stroke": _with(_hand(often_lift=1.0)),
    "overshot ends": _with(_hand(often_overshoot=1.0, overshoot=0.12)),
}
MADE: dict[str, tuple[int, Callable[[Strokes, Generator], Strokes]]] = {
    "slashed zeros": (0, with_slash),
    "dotted zeros": (0, with_dot),
    "flagged ones": (1, with_flag),
    "ones on a base": (1, with_base),
    "crossed sevens": (7, with_bar),
    "serifed sevens": (7, with_serif),
}
