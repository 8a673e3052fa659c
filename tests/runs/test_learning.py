"""The recipes in NumPy, end to end: what they leave behind, and how they stop and go on."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.learning.checkpoints import load_run
from lenet_gui.core.learning.parameters import joined
from lenet_gui.core.learning.trainer import Event, Trainer
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import DatasetError, LearningError, LenetGuiError
from lenet_gui.runs import learning
from lenet_gui.runs.learning import Request
from tests.made_up import digits, write_data, write_idx

EPOCHS = 4
STEPS_PER_EPOCH = 6
"""540 of the 600 training images, in batches of 100."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def request_(data: Path) -> Request:
    return Request("plain", Path(), data, (data / "others.jsonl",), EPOCHS, seed=5)


@pytest.fixture(scope="module")
def finished(request_: Request, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a run of the plain recipe."""
    out = tmp_path_factory.mktemp("run")
    assert learning.run(replace(request_, out=out)) == out / "lenet5.safetensors"
    return out


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make Ctrl+C arrive after a step."""

    class Stopping(Trainer):
        def learn(self) -> Iterator[Event]:
            for event in super().learn():
                if self.step == step:
                    raise KeyboardInterrupt
                yield event

    monkeypatch.setattr(learning, "Trainer", Stopping)


def test_the_weights_describe_themselves_and_read_as_the_report_says(finished: Path) -> None:
    weights = load_weights(finished / "lenet5.safetensors")
    found = dict(weights.metadata)
    assert {"date", "versions", "accuracy on others.jsonl"} <= set(found)
    assert found["training_data"] == "MNIST's first 540 training images"
    assert found["recipe"].startswith("plain: Adam, learning rate 0.002 (cosine)")
    assert found["recipe"].endswith("4 of 4 epochs")
    assert found["seed"] == "5"
    assert "torch" not in found["versions"]
    assert "refusal_threshold" not in found
    network, right = Classifier(LeNet5(weights)), 0
    for image, label in zip(*digits(100, 1), strict=True):
        right += network.read(picture_from_ink(image)).most_probable == label
    assert found["accuracy on MNIST test"] == f"{right / 100:.4f}"
    assert right > 25  # chance level is 10


def test_a_run_leaves_its_report_and_removes_its_work(finished: Path) -> None:
    pictures = [f"{kind}-{name}.svg" for kind in ("confusion", "mistakes")
                for name in ("mnist-test", "others-jsonl")]  # fmt: skip
    made = {path.name for path in finished.iterdir()}
    assert made == {"lenet5.safetensors", "report.md", "history.json", "curves.svg", *pictures}
    history = json.loads((finished / "history.json").read_text())
    assert [line["epoch"] for line in history] == [1, 2, 3, 4]
    assert history[-1]["loss"] < history[0]["loss"]
    assert history[-1]["rate"] == 0
    assert "others.jsonl: calibration error" in (finished / "report.md").read_text()


def test_ctrl_c_keeps_the_last_epoch_and_resuming_ends_as_if_nothing_had_happened(
    request_: Request, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    request = replace(request_, out=tmp_path)
    with monkeypatch.context() as patch:
        stop_at(2 * STEPS_PER_EPOCH + 3, patch)
        learning.run(request)
    printed = capsys.readouterr().out
    assert printed.startswith("epoch 1/4  loss ")
    assert "Stopped. The weights of the last whole epoch are kept." in printed
    kept = load_weights(tmp_path / "lenet5.safetensors")
    assert "2 of 4 epochs" in kept.metadata["recipe"]
    saved = load_run(tmp_path / "work" / "run.safetensors")
    assert np.array_equal(joined(kept.arrays), saved.checkpoint.parameters)

    learning.run(replace(request, resume=True))
    printed = capsys.readouterr().out
    assert printed.startswith("epoch 3/4")
    resumed = load_weights(tmp_path / "lenet5.safetensors")
    whole = load_weights(finished / "lenet5.safetensors")
    assert np.array_equal(joined(resumed.arrays), joined(whole.arrays))
    assert len(json.loads((tmp_path / "history.json").read_text())) == EPOCHS
    assert not (tmp_path / "work").exists()


def test_stopping_in_the_first_epoch_leaves_nothing(
    request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at(3, monkeypatch)
    with pytest.raises(LenetGuiError, match="stopped during the first epoch"):
        learning.run(replace(request_, out=tmp_path))
    assert not (tmp_path / "lenet5.safetensors").exists()


def test_only_the_same_run_is_resumed(
    request_: Request, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = replace(request_, out=tmp_path, measure=())
    stop_at(STEPS_PER_EPOCH + 3, monkeypatch)
    learning.run(request)
    for other in (
        replace(request, recipe="reference"),
        replace(request, seed=6),
        replace(request, epochs=5),
        replace(request, mnist=None),
    ):
        with pytest.raises(LenetGuiError, match="another recipe, seed or size"):
            learning.run(replace(other, resume=True))
    fewer = tmp_path / "fewer"
    shutil.copytree(data, fewer)
    write_idx(fewer / "train-images-idx3-ubyte.gz", digits(200, 0)[0])
    write_idx(fewer / "train-labels-idx1-ubyte.gz", digits(200, 0)[1])
    with pytest.raises(LearningError, match="learned from other digits"):
        learning.run(replace(request, mnist=fewer, resume=True))


def test_the_reference_joins_the_images_as_the_tutorial_does(
    request_: Request, tmp_path: Path
) -> None:
    request = replace(request_, recipe="reference", out=tmp_path, epochs=3)
    material = learning.read_material(request)
    assert (len(material.training), len(material.validation)) == (469, 231)
    assert np.array_equal(material.validation.images[-100:], digits(100, 1)[0])
    learning.run(request)
    weights = load_weights(tmp_path / "lenet5.safetensors")
    assert "binary cross-entropy, dropout 0.2 after C5 and F6" in weights.metadata["recipe"]
    assert float(weights.metadata["accuracy on MNIST test"]) > 0.3  # chance level is 0.1
    assert "not for unseen data" in (tmp_path / "report.md").read_text()


@pytest.mark.parametrize("recipe", learning.RECIPES)
@pytest.mark.parametrize(
    "name", ["train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "others.jsonl"]
)
def test_data_is_checked_before_anything_is_done(
    data: Path, tmp_path: Path, recipe: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "data"
    shutil.copytree(data, there, ignore=shutil.ignore_patterns(name))
    unfinished = tmp_path / "work" / "run.safetensors"
    unfinished.parent.mkdir()
    (tmp_path / "work" / "run.txt").write_text("plain, seed 0, an earlier one's\n")
    unfinished.write_bytes(b"hours of work")
    monkeypatch.setattr(learning, "learn", lambda *_: pytest.fail("learned all the same"))
    with pytest.raises(DatasetError, match=name.removesuffix(".gz")):
        learning.run(Request(recipe, tmp_path, there, (there / "others.jsonl",)))
    assert unfinished.exists()


def test_weights_are_kept_if_measuring_fails(
    request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DatasetError("The disk was pulled out.")

    monkeypatch.setattr(learning, "measure", fail)
    with pytest.raises(DatasetError, match="pulled out"):
        learning.run(replace(request_, out=tmp_path, epochs=1))
    assert load_weights(tmp_path / "lenet5.safetensors").metadata["seed"] == "5"
    assert (tmp_path / "work" / "run.safetensors").exists()


def test_a_number_that_no_recipe_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LenetGuiError, match="seed is 4294967296, not from 0 to 4294967295"):
        learning.run(Request("plain", tmp_path, seed=2**32))
