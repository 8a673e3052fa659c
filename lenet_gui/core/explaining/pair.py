"""Two digits weighed against each other, and the difference of their scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import CLASSES, LAYERS
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.reading import Reading

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """The question "why `digit` and not `against`?"; both are from 0 to 9, and differ.

    Raises ValueError if they don't.
    """

    digit: int
    against: int

    def __post_init__(self) -> None:
        if self.digit == self.against:
            raise ValueError(f"{self.digit} can't be weighed against itself")
        if not (0 <= self.digit < CLASSES and 0 <= self.against < CLASSES):
            raise ValueError(f"no digits: {self.digit} and {self.against}")

    @property
    def swapped(self) -> "Pair":
        """The same question asked the other way round."""
        return Pair(self.against, self.digit)


def difference(logits: Array, pair: Pair) -> Values:
    """Return the score of `pair.digit` less that of `pair.against`: float64, shape (…).

    `logits`, shape (…, 10), are the scores before the softmax. The difference is the logarithm of
    how many times as probable the one digit is as the other.
    """
    scores = np.asarray(logits, np.float64)
    return np.asarray(scores[..., pair.digit] - scores[..., pair.against])


def default_pair(reading: Reading) -> Pair | None:
    """Return the most probable digit against the one named second; None if nothing was read."""
    first, second = reading.most_probable, reading.runner_up
    if first is None or second is None:
        return None
    return Pair(first, second)


def towards_difference(logits: Array, pair: Pair) -> dict[str, Array]:
    """Return how the difference depends on the logits, float32 like them, for `backward`."""
    derivatives = np.zeros_like(logits)
    derivatives[:, pair.digit] = 1
    derivatives[:, pair.against] = -1
    return {LAYERS[-1].name: derivatives}
