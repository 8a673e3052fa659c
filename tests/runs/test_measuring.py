"""Digits are read as the program reads them, and data with nothing to measure are refused."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError
from lenet_gui.runs.measuring import answered, require_data, rows
from lenet_gui.training.handwriting.templates import draw_template
from tests.made_up import write_data, write_idx


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def test_answers_match_the_classifiers(random_weights: Weights) -> None:
    network, random = LeNet5(random_weights), np.random.default_rng(0)
    samples = [Sample(Drawing(tuple(draw_template(k, random))), k) for k in range(10)]
    answers, logits = answered(network, "digits", samples)
    expected = Classifier(network).read_many([sample.source for sample in samples]).probabilities
    np.testing.assert_allclose(np.exp(answers.log_probabilities), expected, atol=1e-5)
    assert logits.shape == (10, 10)
    assert answers.images.max() == 255
    assert set(rows(answers)) == {"digits: lowest recall", "digits: calibration error"}


@pytest.mark.parametrize("file", ["blank.jsonl", "none"])
def test_data_with_nothing_to_measure_is_refused(data: Path, tmp_path: Path, file: str) -> None:
    folder, files = data, []
    if file == "none":
        folder = tmp_path / "mnist"
        shutil.copytree(data, folder)
        write_idx(folder / "t10k-images-idx3-ubyte.gz", np.zeros((0, 28, 28), np.uint8))
        write_idx(folder / "t10k-labels-idx1-ubyte.gz", np.zeros(0, np.uint8))
    else:
        files = [tmp_path / file]
        files[0].write_text('{"strokes": [], "label": 3}\n')
    with pytest.raises(DatasetError, match="has no"):
        require_data(folder, [], files)


@pytest.mark.parametrize("place", ["strokes", "measured"])
def test_a_folder_or_a_pipe_of_strokes_is_refused(data: Path, place: str) -> None:
    for path, sentence in ((data, "is a folder"), (Path(os.devnull), "is a pipe or a device")):
        given = [path] if place == "strokes" else [], [path] if place == "measured" else []
        with pytest.raises(DatasetError, match=sentence):
            require_data(data, *given)
