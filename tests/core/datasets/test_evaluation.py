"""Evaluation, checked against numbers worked out by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import BATCH, evaluate
from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.datasets.placement import Place, Placement
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Answers, Classifier
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.resources import default_weights


class Stand:
    """A stub classifier: reads each drawing as the digit given by its pen width."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, Framing]] = []

    def read_many(self, sources: Sequence[Drawing], framing: Framing) -> Answers:
        self.calls.append((len(sources), framing))
        rows = np.zeros((len(sources), 10), np.float32)
        for row, source in zip(rows, sources, strict=True):
            if source.pen_width is None:
                row[:] = np.nan
            else:
                row[int(source.pen_width)] = 1
        verdicts = [Verdict.EMPTY if np.isnan(row[0]) else Verdict.DIGIT for row in rows]
        return Answers(rows, tuple(verdicts))


def sample(label: int, read_as: int | None) -> Sample:
    pen = None if read_as is None else float(read_as)
    return Sample(Drawing((stroke([[1, 1]]),), pen_width=pen), label)


def test_counts_by_hand():
    samples = [sample(1, 1), sample(1, 1), sample(1, 7), sample(7, 7), sample(3, None)]
    result = evaluate(Stand(), samples)
    assert (result.n, result.correct, result.accuracy) == (5, 3, 0.6)
    assert result.confusion[1, 1] == 2
    assert result.confusion[1, 7] == 1
    assert result.confusion[7, 7] == 1
    assert result.confusion.sum() == 4
    assert result.verdicts[Verdict.DIGIT] == 4
    assert result.verdicts[Verdict.EMPTY] == 1
    assert result.verdicts[Verdict.NOT_A_DIGIT] == 0
    # Four were read with full confidence, one of them wrongly.
    assert result.calibration_error == pytest.approx(1 / 4)
    assert result.nothing.tolist() == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert result.per_label.tolist() == [0, 3, 0, 1, 0, 0, 0, 1, 0, 0]
    recall = result.recall
    assert recall[1] == pytest.approx(2 / 3)
    assert recall[7] == 1
    assert recall[3] == 0
    assert recall[0] is None


def test_samples_are_read_in_batches_as_they_come():
    answers, told = Stand(), []
    stream = (sample(n % 10, n % 10) for n in range(2 * BATCH + 3))
    result = evaluate(answers, stream, Framing.NONE, told.append)
    assert answers.calls == [(BATCH, Framing.NONE), (BATCH, Framing.NONE), (3, Framing.NONE)]
    assert told == [BATCH, 2 * BATCH, 2 * BATCH + 3]
    assert result.accuracy == 1


def test_the_accuracy_of_no_samples_is_nan():
    result = evaluate(Stand(), [])
    assert result.n == 0
    assert np.isnan(result.accuracy)


def test_an_empty_drawing_counts_as_wrong(random_classifier):
    result = evaluate(random_classifier, [Sample(Drawing(), 0), Sample(Drawing(), 9)])
    assert (result.n, result.correct) == (2, 0)
    assert result.nothing[[0, 9]].tolist() == [1, 1]


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    return Classifier(LeNet5(load_weights(default_weights())))


def test_the_shipped_weights_read_mnist(shipped, data_folder):
    result = evaluate(shipped, read_samples(data_folder / "mnist"))
    assert result.n == len(read_mnist(data_folder / "mnist")[1])
    assert result.accuracy >= 0.99


def test_accuracy_does_not_depend_on_position_or_size(shipped, data_folder):
    def accuracy(place: Place, size: float) -> float:
        samples = read_samples(data_folder / "pendigits/pendigits-orig.test.unipen.gz")
        return evaluate(shipped, Placement(place, size).apply(samples)).accuracy

    centred = accuracy(Place.CENTRE, 0.95)
    assert centred >= 0.90
    assert accuracy(Place.CORNER, 0.30) == pytest.approx(centred, abs=0.005)
