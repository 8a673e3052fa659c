"""Measure a trained network on labelled digits, framed and read as the program does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.datasets.evaluation import calibration_error
from lenet_gui.core.datasets.idx import Split, mnist_files, mnist_samples, read_mnist
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import frame, pad
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.errors import DatasetError

Logits = NDArray[np.float32]
BATCH = 500
"""Images read at a time."""


@dataclass(frozen=True)
class Measurement:
    """The results of measuring; `figures` are rows of name and text."""

    answers: Sequence[LabelledAnswers]
    figures: Mapping[str, str]
    notes: Sequence[str] = ()
    refusal: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None


def require_data(mnist: Path, strokes: Sequence[Path], measured: Sequence[Path]) -> None:
    """Read all data that a run will need, including for measuring at its end.

    Raises DatasetError if a file can't be read, or contains nothing to measure on.
    """
    splits: tuple[Split, Split] = ("train", "test")
    for split in splits:
        if not len(read_mnist(mnist, split)[1]):
            raise DatasetError(f"{mnist_files(mnist, split)[0]} has no images.")
    read_strokes(strokes)
    require_measured(measured)


def require_measured(files: Sequence[Path]) -> None:
    """Raise DatasetError if one of the files of strokes has nothing to measure on."""
    for path in files:
        if not read_strokes([path]):
            raise DatasetError(f"{path} has no strokes to measure on.")


def mnist_test(mnist: Path) -> tuple[str, list[Sample]]:
    """Return the test images of an MNIST folder, with their name."""
    return "MNIST test", list(mnist_samples(*read_mnist(mnist, "test")))


def strokes_of(files: Sequence[Path]) -> list[tuple[str, list[Sample]]]:
    """Return the drawings of each file of strokes, with its name."""
    return [(path.name.split(".gz")[0], read_strokes([path])) for path in files]


def logits_of(network: LeNet5, framed: Sequence[NDArray[np.float32]]) -> Logits:
    """Return the logits, float32 (n, 10), for framed images, float32 (28, 28) each."""
    batches = [framed[first : first + BATCH] for first in range(0, len(framed), BATCH)]
    parts = [network.forward(np.stack([pad(image) for image in part])).logits for part in batches]
    return np.concatenate(parts)


def answered(
    network: LeNet5, name: str, samples: Sequence[Sample]
) -> tuple[LabelledAnswers, Logits]:
    """Read labelled samples, framed as the program frames them; return the logits too."""
    framed = [frame(sample.source).framed for sample in samples]
    logits = logits_of(network, framed)
    labels = np.array([sample.label for sample in samples], np.int64)
    images = np.rint(np.stack(framed) * np.float32(255)).astype(np.uint8)
    return LabelledAnswers(name, images, labels, log_probabilities(logits)), logits


def log_probabilities(logits: Logits, temperature: float = 1.0) -> NDArray[np.float64]:
    """Return log softmax(logits / temperature), float64 (n, classes)."""
    values = logits.astype(np.float64) / temperature
    values -= values.max(axis=1, keepdims=True)
    return np.asarray(values - np.log(np.exp(values).sum(axis=1, keepdims=True)))


def rows(answers: LabelledAnswers) -> dict[str, str]:
    """Return the lowest recall and the calibration of labelled digits, as text by name."""
    error = calibration_error(np.exp(answers.log_probabilities), answers.labels)
    return {
        f"{answers.name}: lowest recall": f"{np.nanmin(answers.recall):.2%}",
        f"{answers.name}: calibration error": f"{error:.4f}",
    }
