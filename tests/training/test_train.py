"""`lenet-gui train` by the robust recipe, end to end on made-up data of a few hundred images."""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.commands import train
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import DatasetError, LenetGuiError
from tests.made_up import digits, write_data


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    small = ["--epochs", "2", "--samples", "1000", "--teachers", "1", "--workers", "1"]
    return parser.parse_args([*small, *words])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def options(data: Path, out: Path) -> list[str]:
    words = ["--mnist", data, "--strokes", data / "strokes.jsonl", "--measure",
             data / "others.jsonl", "--out", out, "--seed", 5]  # fmt: skip
    return [str(word) for word in words]


@pytest.fixture(scope="module")
def finished(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny run of the whole robust recipe."""
    pytest.importorskip("torch")
    out = tmp_path_factory.mktemp("run")
    assert train.run(arguments(*options(data, out), "--epochs", "6")) == 0
    return out


def test_a_tiny_training_learns_and_describes_itself_in_the_weights(finished: Path) -> None:
    weights = load_weights(finished / "lenet5.safetensors")
    keys = {"training_data", "recipe", "date", "versions", "temperature", "refusal_threshold"}
    assert keys <= set(weights.metadata)
    assert weights.metadata["seed"] == "5"
    network, right = Classifier(LeNet5(weights)), 0
    for image, label in zip(*digits(100, 1), strict=True):
        right += network.read(picture_from_ink(image)).most_probable == label
    assert weights.metadata["accuracy on MNIST test"] == f"{right / 100:.4f}"
    assert right > 25  # chance level is 10


def test_a_run_leaves_its_report_and_removes_its_work(finished: Path) -> None:
    made = {path.name for path in finished.iterdir()}
    pictures = {
        "curves", "refusal", "confusion-mnist-test", "mistakes-mnist-test",
        "confusion-others-jsonl", "mistakes-others-jsonl",
    }  # fmt: skip
    assert made == {"lenet5.safetensors", "history.json", "report.md"} | {
        f"{picture}.svg" for picture in pictures
    }
    history = json.loads((finished / "history.json").read_text())
    assert [line["epoch"] for line in history] == [1, 2, 3, 4, 5, 6]
    report = (finished / "report.md").read_text()
    for text in (
        "MNIST test",
        "others.jsonl: shaky",
        "slashed zeros",
        "calibration error",
        "torch",
    ):
        assert text in report
    for picture in pictures:
        assert f"({picture}.svg)" in report


def test_a_killed_run_resumes_to_the_same_result(
    data: Path, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lenet_gui.training import robust

    slices = robust.pool_slices

    def stopping(n: int, epoch: int, epoch_size: int, seed: int) -> object:
        if epoch == 2:
            raise RuntimeError("killed")
        return slices(n, epoch, epoch_size, seed)

    monkeypatch.setattr(robust, "pool_slices", stopping)
    with pytest.raises(RuntimeError, match="killed"):
        train.run(arguments(*options(data, tmp_path), "--epochs", "6"))
    assert (tmp_path / "work").is_dir()
    monkeypatch.setattr(robust, "pool_slices", slices)
    with pytest.raises(LenetGuiError, match="another recipe, seed or size"):
        train.run(arguments(*options(data, tmp_path), "--epochs", "7", "--resume"))
    train.run(arguments(*options(data, tmp_path), "--epochs", "6", "--resume"))
    resumed = load_weights(tmp_path / "lenet5.safetensors")
    for name, array in load_weights(finished / "lenet5.safetensors").arrays.items():
        np.testing.assert_array_equal(resumed.arrays[name], array)


def test_ctrl_c_keeps_the_best_so_far_and_allows_resuming(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import robust

    slices = robust.pool_slices

    def stopping(n: int, epoch: int, epoch_size: int, seed: int) -> object:
        if epoch == 2:
            raise KeyboardInterrupt
        return slices(n, epoch, epoch_size, seed)

    monkeypatch.setattr(robust, "pool_slices", stopping)
    train.run(arguments("--mnist", str(data), "--out", str(tmp_path), "--epochs", "6"))
    assert "2 of 6 epochs" in load_weights(tmp_path / "lenet5.safetensors").metadata["recipe"]
    assert (tmp_path / "work" / "student-1.pt").exists()


def test_missing_data_is_named(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(DatasetError, match="train-images"):
        train.run(arguments("--mnist", str(tmp_path), "--out", str(tmp_path / "run")))


def test_a_folder_that_training_did_not_create_is_refused_and_kept(
    data: Path, tmp_path: Path
) -> None:
    pytest.importorskip("torch")
    thesis = tmp_path / "work" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("thesis")
    with pytest.raises(LenetGuiError, match="Choose another folder for --out"):
        train.run(arguments(*options(data, tmp_path)))
    assert list(tmp_path.rglob("*")) == [thesis.parent, thesis]


@pytest.mark.parametrize(
    "name",
    ["train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "others.jsonl", "strokes.jsonl"],
)
def test_data_is_checked_before_anything_is_done(
    data: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import recipes

    there = tmp_path / "data"
    shutil.copytree(data, there, ignore=shutil.ignore_patterns(name))
    out = tmp_path / "run"
    strokes, measured = (there / "strokes.jsonl",), (there / "others.jsonl",)
    request = recipes.Request(there, out, strokes, measure=measured)
    unfinished = out / "work" / "student-1.pt"
    unfinished.parent.mkdir(parents=True)
    (out / "work" / "run.txt").write_text("robust, seed 0, an earlier one's\n")
    unfinished.write_bytes(b"hours of work")
    monkeypatch.setattr(recipes, "train_robust", lambda *_: pytest.fail("trained all the same"))
    with pytest.raises(DatasetError, match=name.removesuffix(".gz")):
        recipes.run(request)
    assert unfinished.exists()


def test_weights_are_kept_if_measuring_fails(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import recipes

    def fail(*_: object) -> None:
        raise DatasetError("The disk was pulled out.")

    monkeypatch.setattr(recipes, "measure_robust", fail)
    with pytest.raises(DatasetError, match="pulled out"):
        recipes.run(
            recipes.Request(data, tmp_path, epochs=2, samples=1000, teachers=1, workers=1, seed=3)
        )
    weights = load_weights(tmp_path / "lenet5.safetensors")
    assert weights.metadata["seed"] == "3"
    assert "refusal_threshold" in weights.metadata
    assert (tmp_path / "work" / "run.txt").exists()
