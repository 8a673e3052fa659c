"""The shipped weights are as accurate as they must be, on data not used in training."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.resources import default_weights

MNIST = "mnist"
STROKES = "pendigits/pendigits-orig.test.unipen.gz"


@pytest.mark.parametrize(
    ("name", "accuracy", "recall"), [(MNIST, 0.9935, 0.97), (STROKES, 0.988, 0.97)]
)
def test_the_shipped_weights_are_accurate(
    data_folder: Path, name: str, accuracy: float, recall: float
) -> None:
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    samples = list(read_samples(data_folder / name))
    read = classifier.read_many([sample.source for sample in samples])
    answers = read.probabilities.argmax(axis=1)
    labels = np.array([sample.label for sample in samples])
    right = answers == labels
    assert right.mean() >= accuracy
    assert min(right[labels == digit].mean() for digit in range(10)) >= recall
