"""Evaluation: accuracy, recall, confusion matrix and calibration on labelled digits.

Drawings with other labels are counted apart: `number_evaluation.py`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.number_evaluation import NumberCounts, OtherCounts, TextTally
from lenet_gui.core.datasets.sample import Sample, TextSample
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Verdict

BATCH = 256
"""Samples read at a time, to bound the memory used."""

CALIBRATION_BINS = 15


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Counts of how labelled digits were read.

    `confusion` is int64 (10, 10): rows are labels, columns answers. `nothing` is int64 (10,):
    samples without ink, by label. They count as wrong. The most probable digit counts, whatever the
    verdict; `verdicts` counts the verdicts. `calibration_error` covers only the samples that were
    read. `numbers` and `others` count the drawings with other labels; None without any.
    """

    confusion: NDArray[np.int64]
    nothing: NDArray[np.int64]
    verdicts: Mapping[Verdict, int]
    calibration_error: float
    numbers: NumberCounts | None = None
    others: OtherCounts | None = None

    @property
    def n(self) -> int:
        """Number of labelled digits."""
        return int(self.confusion.sum() + self.nothing.sum())

    @property
    def correct(self) -> int:
        """Number of digits read right."""
        return int(self.confusion.trace())

    @property
    def accuracy(self) -> float:
        """Share of digits read right; NaN if there are none."""
        return self.correct / self.n if self.n else float("nan")

    @property
    def per_label(self) -> NDArray[np.int64]:
        """Number of samples with each label, int64 (10,)."""
        counts: NDArray[np.int64] = self.confusion.sum(axis=1) + self.nothing
        return counts

    @property
    def recall(self) -> tuple[float | None, ...]:
        """For each digit, the share of its samples read right; None without samples."""
        right = self.confusion.diagonal()
        return tuple(
            int(hits) / int(count) if count else None
            for hits, count in zip(right, self.per_label, strict=True)
        )


def evaluate(
    classifier: Classifier,
    samples: Iterable[Sample | TextSample],
    framing: Framing = Framing.MNIST,
    progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Read every sample and count the answers: labelled digits always as one digit.

    `progress` is called after each batch with the number read so far.
    """
    confusion = np.zeros((CLASSES, CLASSES), np.int64)
    nothing = np.zeros(CLASSES, np.int64)
    verdicts: Counter[Verdict] = Counter(dict.fromkeys(Verdict, 0))
    gaps = np.zeros(CALIBRATION_BINS)
    tally: TextTally | None = None
    done = 0
    for batch in _batches(samples, BATCH):
        for sample in batch:
            if isinstance(sample, TextSample):
                tally = tally or TextTally(classifier, framing)
                tally.add(sample)
        digits = [sample for sample in batch if isinstance(sample, Sample)]
        labels = np.array([sample.label for sample in digits], np.int64)
        answers = classifier.read_many([sample.source for sample in digits], framing)
        verdicts.update(answers.verdicts)
        unread = np.isnan(answers.probabilities[:, 0])
        np.add.at(nothing, labels[unread], 1)
        rows, labels = answers.probabilities[~unread], labels[~unread]
        np.add.at(confusion, (labels, rows.argmax(axis=1)), 1)
        gaps += _calibration_gaps(rows, labels)
        done += len(batch)
        if progress is not None:
            progress(done)
    error = _mean_gap(gaps, int(confusion.sum()))
    return Evaluation(
        confusion,
        nothing,
        dict(verdicts),
        error,
        None if tally is None else tally.numbers,
        None if tally is None else tally.others,
    )


def calibration_error(probabilities: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """Return the expected calibration error of answers, (n, classes), to n labels; NaN if n is 0.

    That is the mean gap between the top probability and the share read right, over CALIBRATION_BINS
    bins of equal width (Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks",
    ICML 2017).
    """
    return _mean_gap(_calibration_gaps(probabilities, labels), len(labels))


def _mean_gap(gaps: NDArray[np.float64], n: int) -> float:
    return float(np.abs(gaps).sum()) / n if n else float("nan")


def _calibration_gaps(
    probabilities: NDArray[np.floating], labels: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Return, for each bin of the top probability, its sum less the number read right."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    bins = np.minimum((confidence * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
    gaps = np.zeros(CALIBRATION_BINS)
    np.add.at(gaps, bins, confidence - right)
    return gaps


def _batches(
    samples: Iterable[Sample | TextSample], size: int
) -> Iterator[list[Sample | TextSample]]:
    iterator = iter(samples)
    while batch := list(islice(iterator, size)):
        yield batch
