import numpy as np
import pytest

from lenet_gui.core.network.lenet5 import softmax
from lenet_gui.core.reading.reading import Judge, Verdict, evidence
from lenet_gui.errors import WeightsError


def verdict(judge: Judge, *logits: float) -> Verdict:
    row = np.zeros((1, 10), np.float32)
    row[0, : len(logits)] = logits
    return judge.judge(row, softmax(row))[0]


def test_evidence_of_equal_logits_is_the_log_of_their_number() -> None:
    assert evidence(np.full((1, 10), 3.0, np.float32)) == pytest.approx([np.log(10)])


def test_evidence_is_the_mean_of_minus_log_probability() -> None:
    logits = np.array([[4.0, 1, 0, 0, 0, 0, 0, 0, 0, -3]], np.float32)
    expected = -np.log(softmax(logits.astype(np.float64))).mean()
    assert evidence(logits) == pytest.approx([expected], abs=1e-6)


def test_evidence_is_finite_for_huge_logits() -> None:
    assert np.isfinite(evidence(np.array([[1e4] + [-1e4] * 9], np.float32))).all()


def test_a_certain_answer_is_a_digit() -> None:
    assert verdict(Judge(4.0), 20) is Verdict.DIGIT


def test_two_equal_answers_are_ambiguous_but_accepted() -> None:
    assert verdict(Judge(4.0), 20, 20) is Verdict.AMBIGUOUS


def test_equal_chances_for_all_are_not_a_digit() -> None:
    assert verdict(Judge(4.0), 0) is Verdict.NOT_A_DIGIT


def test_without_a_threshold_everything_is_accepted() -> None:
    assert verdict(Judge(), 0.1) is Verdict.DIGIT


def test_the_threshold_comes_from_the_metadata() -> None:
    assert Judge.from_metadata({"refusal_threshold": "3.5"}) == Judge(3.5)
    assert Judge.from_metadata({}) == Judge(None)


@pytest.mark.parametrize("text", ["", "high", "nan", "inf"])
def test_a_non_numeric_threshold_is_refused(text: str) -> None:
    with pytest.raises(WeightsError, match=r"^The weights can't be used: refusal_threshold"):
        Judge.from_metadata({"refusal_threshold": text})
