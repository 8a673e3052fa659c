"""The digits that the network sees as most alike: those whose values in F6 are nearest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import pad
from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off

STEP = 256
"""Digits read at once."""
SEEN = LAYERS[-2]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Digits of one kind, nearest first: `images`, uint8 (k, 28, 28), paper 0 and ink 255.

    `distances`, float64 (k,), are Euclidean, in F6; `indices`, int64 (k,), are their places among
    all digits.
    """

    images: NDArray[np.uint8]
    distances: NDArray[np.float64]
    indices: NDArray[np.int64]


class KnownDigits:
    """Labelled digits as one network sees them."""

    def __init__(
        self,
        network: LeNet5,
        images: NDArray[np.uint8],
        labels: NDArray[np.uint8],
        off: Off = frozenset(),
    ) -> None:
        """Read `images`, uint8 (n, 28, 28), ink 255, once; `labels`, uint8 (n,), are their digits.

        `off` are maps that are switched off.
        """
        self._images, self._labels = images, labels
        self._seen = np.empty((len(images), SEEN.maps), np.float32)
        for first in range(0, len(images), STEP):
            part = slice(first, first + STEP)
            self._seen[part] = network.forward(_padded(images[part]), off).layers[SEEN.name]

    def nearest(self, f6: Array, digit: int, count: int) -> Neighbours:
        """Return the `count` digits of a kind nearest to F6's values, float32 (84,), or fewer."""
        places = np.flatnonzero(self._labels == digit)
        away = self._seen[places].astype(np.float64) - f6
        distances = np.sqrt(np.square(away).sum(axis=1))
        order = np.argsort(distances, kind="stable")[:count]
        return Neighbours(self._images[places[order]], distances[order], places[order])


def _padded(images: NDArray[np.uint8]) -> Array:
    padded = np.zeros((len(images), INPUT_SIZE, INPUT_SIZE), np.float32)
    for place, image in enumerate(images):
        padded[place] = pad(image * np.float32(1 / 255))
    return padded
