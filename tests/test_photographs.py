"""The tests' photographs are reproducible, and the program finds their ink."""

import os

import numpy as np
import pytest

from lenet_gui.media.picture_file import read_picture
from tests.photographs import CONDITIONS, photograph

SEVEN = [np.array([[0.0, 0.0], [60.0, 0.0], [25.0, 100.0]])]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_photograph_is_reproducible_and_has_ink(condition):
    data = photograph(SEVEN, condition, 1)
    assert data == photograph(SEVEN, condition, 1)
    assert data != photograph(SEVEN, condition, 2)
    ink = read_picture(data, condition).ink
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    # The seven is taller than wide, and its ink is a small part of the paper.
    assert np.ptp(rows) > np.ptp(columns)
    assert 0.002 < (ink > 0.5).mean() < 0.2


@pytest.fixture(scope="module")
def digits():
    """Return a few digits of the validation set; they take seconds to unpack."""
    if not os.environ.get("LENET_GUI_DATA"):
        pytest.skip("LENET_GUI_DATA does not name the folder of the data sets")
    from tests.benchmarks.photographs import sample  # imports PyTorch

    return sample("validation", 20)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("condition", CONDITIONS)
def test_photographed_digits_are_read(condition, digits):
    from tests.benchmarks.photographs import measure

    accuracy, _ = measure(digits, condition)  # docs/pictures.md has the benchmark's result on 500
    assert accuracy >= 0.9
