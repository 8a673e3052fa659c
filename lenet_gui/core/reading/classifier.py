"""The classifier, through which window, command line and evaluation all read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lenet_gui.core.framing.framing import Framing, Source, frame
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off
from lenet_gui.core.reading.reading import Judge, Reading, Verdict, is_too_little

BATCH = 256
"""Sources read at once: more would take memory without being faster."""


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers to n sources: probabilities, float32 (n, 10), and a verdict on each.

    If there is nothing to read, the verdict is EMPTY and the row is NaN.
    """

    probabilities: Array
    verdicts: tuple[Verdict, ...]


class Classifier:
    """Reads drawings and pictures with one network."""

    def __init__(self, network: LeNet5) -> None:
        """Use a network. Raises WeightsError if the threshold in its metadata is not a number."""
        self.network = network
        weights = network.weights
        self.judge = Judge.from_metadata(weights.metadata, weights.origin)

    def read(
        self, source: Source, framing: Framing = Framing.MNIST, off: Off = frozenset()
    ) -> Reading:
        """Frame `source` and run it through the network; without ink it is never a digit.

        `off` are maps of the network that are switched off.
        """
        frames = frame(source, framing)
        if frames.is_empty:
            return Reading(source, frames)
        activations = self.network.forward(frames.padded[None], off)
        (verdict,) = self.judge.judge(activations.logits, activations.probabilities)
        if is_too_little(source):
            verdict = Verdict.TOO_LITTLE
        return Reading(source, frames, activations, verdict)

    def read_many(self, sources: Sequence[Source], framing: Framing = Framing.MNIST) -> Answers:
        """Read many at once, in the order of `sources`."""
        rows = np.full((len(sources), CLASSES), np.nan, np.float32)
        verdicts = [Verdict.EMPTY] * len(sources)
        for first in range(0, len(sources), BATCH):
            frames = [frame(source, framing) for source in sources[first : first + BATCH]]
            inked = [place for place, step in enumerate(frames, first) if not step.is_empty]
            if inked:
                batch = np.stack([step.padded for step in frames if not step.is_empty])
                answered = self.network.forward(batch)
                rows[inked] = answered.probabilities
                judged = self.judge.judge(answered.logits, answered.probabilities)
                for place, verdict in zip(inked, judged, strict=True):
                    is_dot = is_too_little(sources[place])
                    verdicts[place] = Verdict.TOO_LITTLE if is_dot else verdict
        return Answers(rows, tuple(verdicts))
