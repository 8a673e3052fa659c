"""Honest answers: calibrate the probabilities, and refuse answers with too little evidence.

Temperature: Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
The output layer's weights are divided by it, so the shipped network's softmax is calibrated as it
is. Refusal: an answer whose evidence (`core.reading.reading`) is below a threshold is refused.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Logits = NDArray[np.float32]


@dataclass(frozen=True)
class Verdicts:
    """The temperature and the threshold, as the weights' metadata give them."""

    temperature: float
    """The divisor of the trained logits."""
    refusal_threshold: float
    """The least evidence of an accepted answer, after that division."""

    def metadata(self) -> dict[str, str]:
        """Return the entries for the weights' metadata."""
        return {
            "temperature": f"{self.temperature:.4f}",
            "temperature_use": "the output layer's weights and bias are divided by it already",
            "refusal_method": "evidence: log-sum-exp of the logits minus their mean",
            "refusal_threshold": f"{self.refusal_threshold:.4f}",
        }


def log_probabilities(logits: Logits, temperature: float = 1.0) -> NDArray[np.float64]:
    """Return log softmax(logits / temperature), float64 (n, classes)."""
    values = logits.astype(np.float64) / temperature
    values -= values.max(axis=1, keepdims=True)
    return np.asarray(values - np.log(np.exp(values).sum(axis=1, keepdims=True)))


def fit_temperature(logits: Logits, labels: NDArray[np.integer]) -> float:
    """Return the temperature, from 0.1 to 10, that makes the labels most likely."""
    rows = np.arange(len(labels))
    low, high = np.log(0.1), np.log(10.0)
    for _ in range(4):  # the loss has one minimum; each round narrows its interval tenfold
        candidates = np.linspace(low, high, 41)
        losses = [
            -log_probabilities(logits, float(np.exp(c)))[rows, labels].mean() for c in candidates
        ]
        best = candidates[int(np.argmin(losses))]
        width = (high - low) / 20
        low, high = best - width, best + width
    return float(np.exp(best))


def refusal_threshold(digits: NDArray[np.float64], share: float) -> float:
    """Return the evidence that `share` of the digits stay below."""
    return float(np.quantile(digits, share))


def refusal_curve(
    digits: NDArray[np.float64], outliers: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the shares of digits and of outliers refused at every threshold."""
    thresholds = np.unique(np.concatenate((digits, outliers)))
    refused_digits = np.searchsorted(np.sort(digits), thresholds) / max(len(digits), 1)
    refused_outliers = np.searchsorted(np.sort(outliers), thresholds) / max(len(outliers), 1)
    return refused_digits, refused_outliers
