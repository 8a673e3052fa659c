"""Labelled answers: right and wrong ones are counted, and mistakes come in order."""

import numpy as np
import pytest

from lenet_gui.core.datasets.answers import LabelledAnswers


def answered(labels: list[int], answers: list[int], sure: list[float]) -> LabelledAnswers:
    """Return answers to blank images, each given with the probability in `sure`."""
    n = len(labels)
    probabilities = np.repeat((1 - np.array(sure)[:, None]) / 9, 10, axis=1)
    probabilities[np.arange(n), answers] = sure
    images = np.zeros((n, 28, 28), np.uint8)
    return LabelledAnswers("test", images, np.array(labels, np.int64), np.log(probabilities))


def test_answers_are_counted_by_label_and_mistakes_ordered_by_confidence():
    answers = answered([3, 3, 3, 7, 9], [3, 5, 3, 1, 9], [0.9, 0.6, 0.5, 0.8, 0.9])
    assert answers.answers.tolist() == [3, 5, 3, 1, 9]
    assert answers.accuracy == 0.6
    rows, columns = np.nonzero(answers.confusion)
    counts = answers.confusion[rows, columns]
    assert [*zip(rows, columns, counts, strict=True)] == [
        (3, 3, 2),
        (3, 5, 1),
        (7, 1, 1),
        (9, 9, 1),
    ]
    assert answers.recall[[3, 7, 9]] == pytest.approx([2 / 3, 0, 1])
    assert np.isnan(answers.recall[[0, 1, 2, 4, 5, 6, 8]]).all()
    assert answers.mistakes.tolist() == [3, 1]


def test_no_answers_have_no_accuracy():
    empty = LabelledAnswers(
        "none", np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64), np.zeros((0, 10))
    )
    assert np.isnan(empty.accuracy)
    assert empty.confusion.shape == (10, 10)
    assert empty.mistakes.tolist() == []
