"""The one door: window, command line and evaluation all read through here."""

from collections.abc import Sequence

import numpy as np

from lenet_gui.core.architecture import CLASSES
from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import Framing, frame
from lenet_gui.core.network import Array, LeNet5
from lenet_gui.core.picture import Picture
from lenet_gui.core.reading import Reading
from lenet_gui.core.verdict import Judge

Source = Drawing | Picture

BATCH = 256
"""Sources read at once: the patches of more would fill the memory for no gain in speed."""


class Classifier:
    """Reads drawings and pictures with one network."""

    def __init__(self, network: LeNet5) -> None:
        """Take a network. Raises WeightsError where its metadata hold a bad threshold."""
        self.network = network
        self.judge = Judge.from_metadata(network.weights.metadata)

    def read(self, source: Source, framing: Framing = Framing.MNIST) -> Reading:
        """Frame `source` and run it through the network; nothing drawn is never a digit."""
        frames = frame(source, framing)
        if frames.is_empty:
            return Reading(frames)
        activations = self.network.forward(frames.padded[None])
        (verdict,) = self.judge.judge(activations.logits, activations.probabilities)
        return Reading(frames, activations, verdict)

    def probabilities(self, sources: Sequence[Source], framing: Framing = Framing.MNIST) -> Array:
        """Read many at once: float32 (n, 10), a row of NaN where there was nothing to read."""
        rows = np.full((len(sources), CLASSES), np.nan, np.float32)
        for first in range(0, len(sources), BATCH):
            frames = [frame(source, framing) for source in sources[first : first + BATCH]]
            inked = [place for place, step in enumerate(frames, first) if not step.is_empty]
            if inked:
                batch = np.stack([step.padded for step in frames if not step.is_empty])
                rows[inked] = self.network.forward(batch).probabilities
        return rows
