"""A network's answers to labelled digits: how many are right, and which mistakes are worst."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import CLASSES


@dataclass(frozen=True, eq=False)
class LabelledAnswers:
    """A network's answers to n labelled digits, which `name` names.

    `images` are uint8 (n, 28, 28), `labels` int64 (n,) and `log_probabilities` float64 (n, 10).
    """

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    log_probabilities: NDArray[np.float64]

    @property
    def answers(self) -> NDArray[np.int64]:
        """The most probable digits, (n,)."""
        return np.asarray(self.log_probabilities.argmax(axis=1), np.int64)

    @property
    def accuracy(self) -> float:
        """The share of right answers; NaN if there are none."""
        return float((self.answers == self.labels).mean()) if len(self.labels) else float("nan")

    @property
    def confusion(self) -> NDArray[np.int64]:
        """Counts, int64 (10, 10): a row for each label, a column for each answer."""
        counts = np.bincount(self.labels * CLASSES + self.answers, minlength=CLASSES**2)
        return np.asarray(counts.reshape(CLASSES, CLASSES), np.int64)

    @property
    def recall(self) -> NDArray[np.float64]:
        """The share of each digit read right, (10,); NaN for digits without samples."""
        seen = self.confusion.sum(axis=1)
        return np.where(seen > 0, np.diag(self.confusion) / np.maximum(seen, 1), np.nan)

    @property
    def mistakes(self) -> NDArray[np.int64]:
        """Indices of the wrong answers, the most confident mistake first.

        That is the one whose label the network found least probable.
        """
        wrong = np.flatnonzero(self.answers != self.labels)
        order = np.argsort(self.log_probabilities[wrong, self.labels[wrong]], kind="stable")
        return np.asarray(wrong[order], np.int64)
