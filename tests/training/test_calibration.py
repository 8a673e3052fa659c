"""Temperature, calibration error and refusal, on numbers that can be worked out by hand."""

import numpy as np
import pytest

from lenet_gui.core.datasets.evaluation import calibration_error
from lenet_gui.runs.measuring import log_probabilities
from lenet_gui.training.measuring import fit_temperature, refusal_curve, refusal_threshold


def logits_for(probabilities: list[float], n: int) -> np.ndarray:
    return np.tile(np.log(np.array(probabilities, np.float32)), (n, 1))


def error(logits: np.ndarray, labels: np.ndarray) -> float:
    return calibration_error(np.exp(log_probabilities(logits)), labels)


def test_log_probabilities_match_a_softmax() -> None:
    logits = np.array([[0.0, np.log(3.0)]], np.float32)
    np.testing.assert_allclose(np.exp(log_probabilities(logits)), [[0.25, 0.75]], rtol=1e-6)
    flat = np.exp(log_probabilities(logits, temperature=1e6))
    np.testing.assert_allclose(flat, [[0.5, 0.5]], rtol=1e-4)


def test_a_network_right_as_often_as_it_claims_is_calibrated() -> None:
    logits = logits_for([0.8, 0.2], 10)
    labels = np.array([0] * 8 + [1] * 2)
    assert error(logits, labels) == pytest.approx(0, abs=1e-6)
    assert fit_temperature(logits, labels) == pytest.approx(1, abs=0.01)


def test_overconfidence_is_measured_and_cooled() -> None:
    claimed = logits_for([0.8, 0.2], 10) * 4  # claims 0.996 and is right 8 times in 10
    labels = np.array([0] * 8 + [1] * 2)
    assert error(claimed, labels) == pytest.approx(0.9961 - 0.8, abs=1e-3)
    temperature = fit_temperature(claimed, labels)
    assert temperature == pytest.approx(4, rel=0.01)
    assert error(claimed / np.float32(temperature), labels) < 0.005


def test_the_threshold_refuses_its_share() -> None:
    digits = np.arange(1000.0)
    assert (digits < refusal_threshold(digits, 0.01)).mean() == pytest.approx(0.01, abs=1e-3)


def test_the_curve_goes_from_refusing_nothing_to_refusing_nearly_all() -> None:
    digits, outliers = np.array([5.0, 6.0, 7.0, 8.0]), np.array([1.0, 2.0, 5.5, 3.0])
    refused_digits, refused_outliers = refusal_curve(digits, outliers)
    assert refused_digits[0] == refused_outliers[0] == 0
    assert (np.diff(refused_digits) >= 0).all()
    assert (np.diff(refused_outliers) >= 0).all()
    # Before the first digit is refused, three of the four outliers are.
    assert refused_outliers[refused_digits == 0].max() == 0.75
