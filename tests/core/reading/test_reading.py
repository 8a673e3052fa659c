"""Readings: their digit, probabilities and JSON."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Activations
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing, stroke

DRAWING = Drawing((stroke([(0, 0), (60, 0), (20, 100)]),))
FOUND = np.array([1 / 3, 0, 0, 0, 2 / 3, 0, 0, 0, 0, 0], np.float32)


def reading(verdict: Verdict) -> Reading:
    activations = Activations({LAYERS[-1].name: FOUND[None]}, np.zeros((1, 10), np.float32))
    return Reading(DRAWING, frame(DRAWING), activations, verdict)


@pytest.mark.parametrize(
    ("verdict", "digit"),
    [
        (Verdict.DIGIT, 4),
        (Verdict.AMBIGUOUS, 4),
        (Verdict.NOT_A_DIGIT, None),
        (Verdict.TOO_LITTLE, None),
    ],
)
def test_a_refused_digit_is_none_but_still_the_most_probable(verdict, digit):
    assert reading(verdict).digit == digit
    assert reading(verdict).most_probable == 4


@pytest.mark.parametrize(
    ("others", "closest"), [(0.499, 4), (0.5, None)], ids=["outweighs them", "does not"]
)
def test_ink_is_closest_to_a_digit_that_outweighs_all_others(others, closest):
    row = np.zeros((1, 10), np.float32)
    row[0, 4], row[0, 5:8] = 1 - others, others / 3
    activations = Activations({LAYERS[-1].name: row}, row)
    found = Reading(DRAWING, frame(DRAWING), activations, Verdict.NOT_A_DIGIT)
    assert found.closest == closest


def test_probabilities_are_rounded_to_six_places():
    assert reading(Verdict.DIGIT).to_dict() == {
        "verdict": "digit",
        "digit": 4,
        "probabilities": [0.333333, 0, 0, 0, 0.666667, 0, 0, 0, 0, 0],
    }


def test_readings_are_frozen():
    with pytest.raises(FrozenInstanceError):
        reading(Verdict.DIGIT).verdict = Verdict.AMBIGUOUS
