"""The classifier, through which window, command line and evaluation all read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lenet_gui.core.framing.framing import Frames, Framing, Source, frame
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import ANSWERS, Judge, Reading, Verdict, is_too_little

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
        return self.read_frames(source, frame(source, framing), framing, off)

    def read_frames(
        self,
        source: Source,
        frames: Frames,
        framing: Framing = Framing.MNIST,
        off: Off = frozenset(),
    ) -> Reading:
        """Read a source that has been framed: the same frames may go through several networks."""
        if frames.is_empty:
            return Reading(source, frames, off=off)
        activations = self.network.forward(frames.padded[None], off)
        (verdict,) = self.judge.judge(activations.logits, activations.probabilities)
        if is_too_little(source):
            verdict = Verdict.TOO_LITTLE
        rival = None
        if verdict is Verdict.DIGIT:
            rival = self._rival(source, int(np.argmax(activations.logits)), framing, off)
            verdict = verdict if rival is None else Verdict.AMBIGUOUS
        return Reading(source, frames, activations, verdict, rival, off)

    def read_many(
        self,
        sources: Sequence[Source],
        framing: Framing = Framing.MNIST,
        off: Off = frozenset(),
    ) -> Answers:
        """Read many at once, in the order of `sources`; `off` as in `read`."""
        rows = np.full((len(sources), CLASSES), np.nan, np.float32)
        verdicts = [Verdict.EMPTY] * len(sources)
        for first in range(0, len(sources), BATCH):
            frames = [frame(source, framing) for source in sources[first : first + BATCH]]
            inked = [place for place, step in enumerate(frames, first) if not step.is_empty]
            if inked:
                batch = np.stack([step.padded for step in frames if not step.is_empty])
                answered = self.network.forward(batch, off)
                rows[inked] = answered.probabilities
                judged = self.judge.judge(answered.logits, answered.probabilities)
                digits = np.argmax(answered.logits, axis=1).tolist()
                for place, digit, verdict in zip(inked, digits, judged, strict=True):
                    source = sources[place]
                    if is_too_little(source):
                        verdict = Verdict.TOO_LITTLE
                    elif verdict is Verdict.DIGIT:
                        has_rival = self._rival(source, digit, framing, off) is not None
                        verdict = Verdict.AMBIGUOUS if has_rival else verdict
                    verdicts[place] = verdict
        return Answers(rows, tuple(verdicts))

    def _rival(
        self, source: Source, digit: int, framing: Framing, off: Off = frozenset()
    ) -> int | None:
        """Return another digit as which a picture's ink is read at another threshold, if any."""
        if not isinstance(source, Picture):
            return None
        framed = [frame(Picture(ink), framing) for ink in source.others]
        inputs = [steps.padded for steps in framed if not steps.is_empty]
        if not inputs:
            return None
        answered = self.network.forward(np.stack(inputs), off)
        judged = self.judge.judge(answered.logits, answered.probabilities)
        found = [
            (float(row.max()), int(row.argmax()))
            for row, verdict in zip(answered.probabilities, judged, strict=True)
            if verdict in ANSWERS and row.argmax() != digit
        ]
        return max(found)[1] if found else None
