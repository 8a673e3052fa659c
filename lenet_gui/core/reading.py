"""What the network read, and how it got there."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lenet_gui.core.framing import Frames
from lenet_gui.core.network import Activations, Array


@dataclass(frozen=True)
class Reading:
    """One drawing or picture, read: each step from ink to probabilities.

    `activations` is a batch of one, or None when there was nothing to read.
    """

    frames: Frames
    activations: Activations | None

    @property
    def probabilities(self) -> Array | None:
        """Probability of each digit, float32 (10,), or None when nothing was drawn."""
        return None if self.activations is None else self.activations.probabilities[0]

    @property
    def digit(self) -> int | None:
        """The most probable digit, or None when nothing was drawn."""
        return None if self.probabilities is None else int(np.argmax(self.probabilities))

    def to_dict(self) -> dict[str, Any]:
        """Return what a program wants to know, JSON-ready: digit and probabilities, or nulls."""
        found = self.probabilities
        return {
            "digit": self.digit,
            "probabilities": None if found is None else [round(float(p), 6) for p in found],
        }
