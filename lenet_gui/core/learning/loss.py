"""Losses: how wrong answers are, and how that changes with the logits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.learning.recipe import LossName
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Activations, Array

TINY = np.float32(1e-7)
"""Probabilities are clipped to this distance from 0 and 1 before their logarithm, as in Keras."""


@dataclass(frozen=True)
class Loss:
    """The mean loss of a batch of n, and its derivatives by the logits, float32 (n, 10)."""

    value: float
    by_logits: Array


def loss_of(name: LossName, activations: Activations, labels: NDArray[np.integer]) -> Loss:
    """Return the loss of the network's answers to n digits with these labels.

    The cross-entropy is minus the logarithm of the right class's probability. The binary
    cross-entropy takes each class as a question of its own, right or not, and is the mean over the
    ten.
    """
    probabilities = activations.probabilities
    n = len(labels)
    rows = np.arange(n)
    if name == "cross-entropy":
        logits = activations.logits - activations.logits.max(axis=1, keepdims=True)
        of_label = logits[rows, labels] - np.log(np.exp(logits).sum(axis=1))
        by_logits = probabilities / np.float32(n)
        by_logits[rows, labels] -= np.float32(1 / n)
        return Loss(-float(of_label.mean(dtype=np.float64)), by_logits)
    targets = np.zeros((n, CLASSES), np.float32)
    targets[rows, labels] = 1
    clipped = np.clip(probabilities, TINY, 1 - TINY)
    value = -np.where(targets > 0, np.log(clipped), np.log1p(-clipped)).mean(dtype=np.float64)
    by_probability = (clipped - targets) / (clipped * (1 - clipped)) / np.float32(n * CLASSES)
    by_probability[clipped != probabilities] = 0
    mean = (by_probability * probabilities).sum(axis=1, keepdims=True)
    return Loss(float(value), probabilities * (by_probability - mean))
