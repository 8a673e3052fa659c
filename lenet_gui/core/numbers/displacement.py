"""Space displacement: the network slid over a whole number.

Each layer runs once over the strip, so that C5, F6 and the output have a column for each place of
the 32×32 window, and each column is what the network answers to that window alone. Sources: Matan,
Burges, LeCun, Denker, NIPS 1991; LeCun et al. 1998, section VII.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.framing.strip import STEP, Strip, frame_strip
from lenet_gui.core.network.architecture import INPUT_SIZE
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5, Off
from lenet_gui.core.numbers.number import NumberReading, PlacedDigit
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import evidence
from lenet_gui.core.strokes.drawing import Drawing


@dataclass(frozen=True, eq=False)
class Displacement:
    """A line of writing over which the network was slid.

    `activations` are a batch of one; C5, F6 and the output are (1, units, 1, columns).
    """

    strip: Strip
    activations: Activations

    @property
    def columns(self) -> int:
        """Number of the window's places."""
        return self.strip.windows

    @cached_property
    def probabilities(self) -> Array:
        """Probability of each digit in each column, float32 (columns, 10)."""
        return self.activations.probabilities[0, :, 0].T

    @cached_property
    def evidence(self) -> NDArray[np.float64]:
        """Evidence for any digit at all in each column, (columns,)."""
        return evidence(self.activations.logits[0, :, 0].T)

    def window(self, column: int) -> range:
        """Return the strip's pixels that a column sees, from left to right."""
        return range(column * STEP, column * STEP + INPUT_SIZE)


def displace(network: LeNet5, line: Source, off: Off = frozenset()) -> Displacement:
    """Slide the network over a line of writing. Raises ValueError if there is no ink.

    `off` are maps of the network that are switched off.
    """
    strip = frame_strip(line)
    return Displacement(strip, network.forward(strip.image[None], off))


def line_of(number: NumberReading, index: int = 0) -> Source:
    """Return one line of a number as a source of its own: the ink of its digits, and no other.

    What lies between the digits of a picture stays.
    """
    source, digits = number.source, number.lines[index]
    if isinstance(source, Picture):
        return source.cropped(_around(digits, source))
    parts = [one for digit in digits if isinstance(one := digit.reading.source, Drawing)]
    return replace(
        source,
        strokes=tuple(points for part in parts for points in part.strokes),
        pressures=tuple(values for part in parts for values in part.pressures),
        times=(),
        label=None,
    )


def _around(digits: Sequence[PlacedDigit], picture: Picture) -> Box:
    """Return the box around digits in a picture, with the pen's width."""
    sides = np.array([digit.box for digit in digits])
    pen = picture.stroke_width
    left, top = np.maximum(np.floor(sides[:, :2].min(axis=0) - pen), 0).astype(int).tolist()
    right, bottom = np.ceil(sides[:, 2:].max(axis=0) + pen).astype(int).tolist()
    rows, columns = picture.ink.shape
    return Box(left, top, min(right, columns), min(bottom, rows))
