"""What the network read, how it got there, and what may honestly be said of it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lenet_gui.core.framing.framing import Frames
from lenet_gui.core.network.lenet5 import Activations, Array
from lenet_gui.core.reading.verdict import Verdict


@dataclass(frozen=True)
class Reading:
    """One drawing or picture, read: each step from ink to verdict.

    `activations` is a batch of one, or None when there was nothing to read.
    """

    frames: Frames
    activations: Activations | None = None
    verdict: Verdict = Verdict.EMPTY

    @property
    def probabilities(self) -> Array | None:
        """Probability of each digit, float32 (10,), or None when nothing was drawn."""
        return None if self.activations is None else self.activations.probabilities[0]

    @property
    def most_probable(self) -> int | None:
        """The most probable digit, believed or not; None when nothing was drawn."""
        return None if self.probabilities is None else int(np.argmax(self.probabilities))

    @property
    def digit(self) -> int | None:
        """The digit that was read; None when nothing was drawn, or nothing like a digit."""
        return None if self.verdict is Verdict.NOT_A_DIGIT else self.most_probable

    def to_dict(self) -> dict[str, Any]:
        """Return what a program wants to know, JSON-ready: verdict, digit, probabilities."""
        found = self.probabilities
        return {
            "verdict": str(self.verdict),
            "digit": self.digit,
            "probabilities": None if found is None else [round(float(p), 6) for p in found],
        }
