"""Styles change only what they claim; networks are measured as the classifier reads."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from lenet_gui.core.datasets.sample import Sample  # noqa: E402
from lenet_gui.core.network.lenet5 import LeNet5  # noqa: E402
from lenet_gui.core.network.weights import Weights  # noqa: E402
from lenet_gui.core.reading.classifier import Classifier  # noqa: E402
from lenet_gui.core.strokes.drawing import Drawing  # noqa: E402
from lenet_gui.training.handwriting.redrawing import MADE, STYLES  # noqa: E402
from lenet_gui.training.handwriting.templates import draw_template  # noqa: E402
from lenet_gui.training.measuring import Reader, outlier_evidence  # noqa: E402


def digit(label: int) -> list[np.ndarray]:
    return draw_template(label, np.random.default_rng(label))


@pytest.mark.parametrize("style", STYLES)
def test_styles_keep_the_digit(style: str) -> None:
    strokes, pen = STYLES[style](digit(4), np.random.default_rng(0))
    assert len(strokes) in (len(digit(4)), len(digit(4)) + 1)
    assert pen is None or 1 <= pen <= 4
    assert np.ptp(np.concatenate(strokes), axis=0).min() > 0.1


def test_a_digit_placed_anywhere_is_smaller_and_within_the_canvas() -> None:
    place = STYLES["anywhere, at 35 to 50 % of the canvas"]
    for seed in range(20):
        points = np.concatenate(place(digit(3), np.random.default_rng(seed))[0])
        assert 0.35 <= np.ptp(points, axis=0).max() <= 0.5
        assert points.min() >= 0
        assert points.max() <= 1


def test_few_points_are_few() -> None:
    strokes, _ = STYLES["few points"](digit(0), np.random.default_rng(0))
    assert sum(map(len, strokes)) < sum(map(len, digit(0))) / 2


@pytest.mark.parametrize("name", MADE)
def test_made_styles_add_ink_to_their_digit(name: str) -> None:
    label, make = MADE[name]
    before, after = digit(label), make(digit(label), np.random.default_rng(0))
    assert sum(map(len, after)) > sum(map(len, before))


def test_the_reader_matches_the_classifier(random_weights: Weights) -> None:
    network = LeNet5(random_weights)
    samples = [Sample(Drawing(tuple(digit(k))), k) for k in range(10)]
    answers, logits = Reader(network).answers("digits", samples)
    expected = Classifier(network).read_many([sample.source for sample in samples]).probabilities
    np.testing.assert_allclose(np.exp(answers.log_probabilities), expected, atol=1e-5)
    assert logits.shape == (10, 10)
    assert answers.confusion.sum() == 10
    assert answers.accuracy == pytest.approx(np.nanmean(answers.recall))


def test_non_digits_are_measured_by_kind(random_weights: Weights, tmp_path: Path) -> None:
    file = tmp_path / "digits.jsonl"
    file.write_text("\n".join(Drawing(tuple(digit(k)), label=k).to_json() for k in range(10)))
    groups = outlier_evidence(Reader(LeNet5(random_weights)), [file])
    assert len(groups) == 2
    for kinds in groups.values():
        for values in kinds.values():
            assert np.isfinite(values).all()
            assert (values >= np.log(10) - 1e-6).all()
