"""The honest verdict on what the network answered.

A softmax over ten digits is always sure of something. Whether to believe it is read from the
*evidence* in the logits z: log Σ exp(z) − mean(z), the mean over the classes of −log p. It is
log 10 ≈ 2.3 for even chances and grows with each class that is ruled out, so a toss-up between two
digits keeps a high evidence where the largest probability alone would call it unsure. The network
is trained to answer non-digits with even chances (outlier exposure: Hendrycks, Mazeika, Dietterich,
ICLR 2019); below the weights' own threshold its answer is no digit.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.lenet5 import Array
from lenet_gui.errors import WeightsError

THRESHOLD_KEY = "refusal_threshold"
"""Where a weights file's metadata keep the evidence below which nothing is believed."""
TOSS_UP = 0.25
"""Probability of the second digit from which two digits are named."""


class Verdict(StrEnum):
    """What may honestly be said of a reading."""

    EMPTY = "empty"
    """Nothing was drawn."""
    DIGIT = "digit"
    """A reading."""
    AMBIGUOUS = "ambiguous"
    """A toss-up between two digits."""
    UNREAD = "unread"
    """Something was drawn, but there was no network to read it."""
    NOT_A_DIGIT = "not-a-digit"
    """Not like any digit that the network knows."""


@dataclass(frozen=True)
class Judge:
    """Judges answers; `threshold` is the least evidence believed, None to believe them all."""

    threshold: float | None = None

    @classmethod
    def from_metadata(cls, metadata: Mapping[str, str], origin: str = "The weights") -> "Judge":
        """Take the threshold that weights were given. Raises WeightsError if it is no number.

        `origin` names the weights in the message.
        """
        text = metadata.get(THRESHOLD_KEY)
        if text is None:
            return cls()
        try:
            threshold = float(text)
        except ValueError:
            threshold = math.nan
        if not math.isfinite(threshold):
            raise WeightsError("{0} can't be used: {1} is not a number.", origin, THRESHOLD_KEY)
        return cls(threshold)

    def judge(self, logits: Array, probabilities: Array) -> list[Verdict]:
        """Judge n answers by their logits and probabilities, each float32 (n, classes)."""
        believed = np.ones(len(logits), bool)
        if self.threshold is not None:
            believed = evidence(logits) >= self.threshold
        seconds = np.sort(probabilities, axis=1)[:, -2]
        return [
            (Verdict.AMBIGUOUS if second >= TOSS_UP else Verdict.DIGIT)
            if is_digit
            else Verdict.NOT_A_DIGIT
            for is_digit, second in zip(believed.tolist(), seconds.tolist(), strict=True)
        ]


def evidence(logits: Array) -> NDArray[np.float64]:
    """Return how much each row of logits, (n, classes), speaks for any class at all: (n,)."""
    values = logits.astype(np.float64)
    top = values.max(axis=1, keepdims=True)
    total = np.log(np.exp(values - top).sum(axis=1)) + top[:, 0]
    return np.asarray(total - values.mean(axis=1))
