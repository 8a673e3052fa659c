"""Shared by the tests of foreign weights: images, and checks of results and refusals."""

import zipfile

import numpy as np
import pytest

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.errors import WeightsError
from lenet_gui.foreign_weights import read_foreign_weights

TOLERANCE = 1e-4
SIDE, DIGITS = 32, 10
IMAGES = np.random.default_rng(3).random((16, SIDE, SIDE), np.float32)


def check(path, expected):
    """Compare core's output for a file's weights with its own program's."""
    weights = read_foreign_weights(path)
    found = LeNet5(weights).forward(IMAGES).probabilities
    assert np.ptp(expected, axis=0).min() > 100 * TOLERANCE  # the outputs differ between images
    np.testing.assert_allclose(found, expected, rtol=0, atol=TOLERANCE)
    return weights


def refusal(path):
    """Return the error for a file that must be refused."""
    with pytest.raises(WeightsError) as refused:
        read_foreign_weights(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"The weights file {path} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def refuse_when_cut(data, path):
    """Assert that each truncated beginning of a file is refused."""
    for length in (1, 9, 100, 1000, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:length])
        refusal(path)


def archive(path, entries, packing=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", packing) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return path
