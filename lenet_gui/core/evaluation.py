"""How well labelled digits are read: accuracy, recall for each digit, confusion matrix."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.architecture import CLASSES
from lenet_gui.core.classifier import Classifier
from lenet_gui.core.datasets import Sample
from lenet_gui.core.framing import Framing

BATCH = 256
"""Samples read at a time, so that memory stays flat however many there are."""


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Counts of how labelled digits were read.

    `confusion` is int64 (10, 10): rows are labels, columns what was read. `nothing` is int64
    (10,): by label, samples in which there was no ink to read. They count as wrong.
    """

    confusion: NDArray[np.int64]
    nothing: NDArray[np.int64]

    @property
    def n(self) -> int:
        """How many samples there were."""
        return int(self.confusion.sum() + self.nothing.sum())

    @property
    def correct(self) -> int:
        """How many were read as their label says."""
        return int(self.confusion.trace())

    @property
    def accuracy(self) -> float:
        """Share of samples read right; NaN of none."""
        return self.correct / self.n if self.n else float("nan")

    @property
    def per_label(self) -> NDArray[np.int64]:
        """How many samples had each label, int64 (10,)."""
        counts: NDArray[np.int64] = self.confusion.sum(axis=1) + self.nothing
        return counts

    @property
    def recall(self) -> tuple[float | None, ...]:
        """For each digit, the share of its samples read right; None of a digit without any."""
        right = self.confusion.diagonal()
        return tuple(
            int(hits) / int(count) if count else None
            for hits, count in zip(right, self.per_label, strict=True)
        )


def evaluate(
    classifier: Classifier,
    samples: Iterable[Sample],
    framing: Framing = Framing.MNIST,
    progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Read every sample through the classifier's door and count.

    `progress` is called after each batch with the number read so far.
    """
    confusion = np.zeros((CLASSES, CLASSES), np.int64)
    nothing = np.zeros(CLASSES, np.int64)
    done = 0
    for batch in _batches(samples, BATCH):
        labels = np.array([sample.label for sample in batch])
        rows = classifier.probabilities([sample.source for sample in batch], framing)
        unread = np.isnan(rows[:, 0])
        np.add.at(nothing, labels[unread], 1)
        np.add.at(confusion, (labels[~unread], rows[~unread].argmax(axis=1)), 1)
        done += len(batch)
        if progress is not None:
            progress(done)
    return Evaluation(confusion, nothing)


def _batches(samples: Iterable[Sample], size: int) -> Iterator[list[Sample]]:
    iterator = iter(samples)
    while batch := list(islice(iterator, size)):
        yield batch
