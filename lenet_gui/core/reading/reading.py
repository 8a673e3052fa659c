"""A reading: every step from ink to answer, and an honest verdict on it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import SMALLEST_LENGTH, SMALLEST_SHARE, Frames, Source
from lenet_gui.core.network.lenet5 import Activations, Array, Off
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import WeightsError

THRESHOLD_KEY = "refusal_threshold"
"""Key of a weights file's metadata for the evidence below which no answer is trusted."""
CLEAR = 0.95
"""Probability from which a digit is called clear."""
TOSS_UP = 0.25
"""Probability of the second digit from which both digits are named."""
STANDS_OUT = 0.5
"""Probability above which a refused drawing is said to be closest to a digit: more than that of all
others together. The best of ten that are about equal says nothing."""


class Verdict(StrEnum):
    """How far a reading can be trusted."""

    EMPTY = "empty"
    """Nothing was drawn."""
    DIGIT = "digit"
    """A digit."""
    AMBIGUOUS = "ambiguous"
    """A toss-up between two digits."""
    UNREAD = "unread"
    """Something was drawn, but without a network it could not be read."""
    NOT_A_DIGIT = "not-a-digit"
    """Unlike any digit that the network knows."""
    TOO_LITTLE = "too-little-ink"
    """A dot, whatever the network answers: see `is_too_little`."""


ANSWERS = frozenset((Verdict.DIGIT, Verdict.AMBIGUOUS))
"""The verdicts that come with a digit."""


@dataclass(frozen=True)
class Judge:
    """Judges answers; `threshold` is the least evidence trusted, None to trust every answer."""

    threshold: float | None = None

    @classmethod
    def from_metadata(cls, metadata: Mapping[str, str], origin: str = "The weights") -> "Judge":
        """Use the threshold in the metadata of weights. Raises WeightsError if it is not a number.

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
    """Return the evidence in each row of logits, (n, classes), for any class at all: (n,)."""
    values = logits.astype(np.float64)
    top = values.max(axis=1, keepdims=True)
    total = np.log(np.exp(values - top).sum(axis=1)) + top[:, 0]
    return np.asarray(total - values.mean(axis=1))


def is_too_little(source: Source) -> bool:
    """Return whether a drawing is a dot: its lines extend no further than the pen is wide.

    Framing would scale it up like a digit. With a pen of unknown width, lines are a dot if framing
    doesn't enlarge them either. Pictures are never a dot, as their pen is unknown.
    """
    if not isinstance(source, Drawing) or source.is_empty:
        return False
    width = source.pen_width
    if width is None:
        width = SMALLEST_LENGTH
        if source.canvas is not None:
            width = max(width, SMALLEST_SHARE * max(source.canvas))
    low, high = np.full(2, np.inf), np.full(2, -np.inf)
    for points in source.strokes:
        for axis, column in enumerate(points.T):  # many times faster than along the first axis
            low[axis] = min(low[axis], column.min())
            high[axis] = max(high[axis], column.max())
        if (high - low).max() > width:  # usually the first stroke
            return False
    return True


@dataclass(frozen=True)
class Reading:
    """One drawing or picture, `source`, as it was read: each step from ink to verdict.

    `activations` is a batch of one, or None if there was nothing to read. `rival` is the digit that
    a picture's ink becomes at another threshold, if it isn't the same: then it is a toss-up. `off`
    are the network's maps that were switched off.
    """

    source: Source
    frames: Frames
    activations: Activations | None = None
    verdict: Verdict = Verdict.EMPTY
    rival: int | None = None
    off: Off = frozenset()

    @property
    def probabilities(self) -> Array | None:
        """Probability of each digit, float32 (10,), None if nothing was read."""
        return None if self.activations is None else self.activations.probabilities[0]

    @property
    def most_probable(self) -> int | None:
        """The most probable digit, trusted or not; None if nothing was read."""
        return None if self.probabilities is None else int(np.argmax(self.probabilities))

    @property
    def runner_up(self) -> int | None:
        """The digit named second: the rival, or else the second most probable one."""
        if self.rival is not None or self.probabilities is None:
            return self.rival
        return int(np.argsort(-self.probabilities, kind="stable")[1])

    @property
    def digit(self) -> int | None:
        """The digit that was read; None if nothing was read, or nothing like a digit."""
        return self.most_probable if self.verdict in ANSWERS else None

    @property
    def closest(self) -> int | None:
        """The digit that the ink resembles most, digit or not; None unless one STANDS_OUT."""
        if self.probabilities is None or self.probabilities.max() <= STANDS_OUT:
            return None
        return self.most_probable

    def to_dict(self) -> dict[str, Any]:
        """Return verdict, digit, a rival if there is one, and probabilities, JSON-ready."""
        found = self.probabilities
        rival = {} if self.rival is None else {"rival": self.rival}
        return {
            "verdict": str(self.verdict),
            "digit": self.digit,
            **rival,
            "probabilities": None if found is None else [round(float(p), 6) for p in found],
        }
