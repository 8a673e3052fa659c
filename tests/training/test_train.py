"""`lenet-gui train`, end to end on made-up data of a few hundred images."""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.commands import train
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError, LenetGuiError
from lenet_gui.training.handwriting.templates import draw_template


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    small = ["--epochs", "2"]
    if "reference" not in words:
        small += ["--samples", "1000", "--teachers", "1", "--workers", "1"]
    return parser.parse_args([*small, *words])


def digits(n: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Draw digits from templates and frame them, as a stand-in for MNIST."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 10, n).astype(np.uint8)
    framed = [frame_strokes(Drawing(tuple(draw_template(int(k), random)))) for k in labels]
    return np.rint(np.stack(framed) * 255).astype(np.uint8), labels


def write_idx(path: Path, array: NDArray[np.uint8]) -> None:
    header = (0x800 + array.ndim).to_bytes(4, "big")
    header += b"".join(int(n).to_bytes(4, "big") for n in array.shape)
    path.write_bytes(gzip.compress(header + array.tobytes()))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for stem, n, seed in (("train", 600, 0), ("t10k", 100, 1)):
        images, labels = digits(n, seed)
        write_idx(folder / f"{stem}-images-idx3-ubyte.gz", images)
        write_idx(folder / f"{stem}-labels-idx1-ubyte.gz", labels)
    random = np.random.default_rng(2)
    for name in ("strokes.jsonl", "others.jsonl"):
        drawings = [Drawing(tuple(draw_template(i % 10, random)), label=i % 10) for i in range(60)]
        (folder / name).write_text("\n".join(drawing.to_json() for drawing in drawings))
    return folder


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
        f"{picture}.{kind}" for picture in pictures for kind in ("png", "svg")
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
        assert f"({picture}.png)" in report


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


def test_the_reference_recipe_trains_as_the_tutorial_does(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    words = ["--recipe", "reference", "--mnist", str(data), "--out", str(tmp_path)]
    train.run(arguments(*words, "--epochs", "3"))
    weights = load_weights(tmp_path / "lenet5.safetensors")
    assert "binary cross-entropy" in weights.metadata["recipe"]
    assert float(weights.metadata["accuracy on MNIST test"]) > 0.3  # chance level is 0.1
    assert len(json.loads((tmp_path / "history.json").read_text())) == 3


def test_missing_data_is_named(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(DatasetError, match="train-images"):
        train.run(arguments("--mnist", str(tmp_path), "--out", str(tmp_path / "run")))


@pytest.mark.parametrize("resume", [[], ["--resume"]], ids=["new", "resumed"])
@pytest.mark.parametrize("run_file", [None, "Sunday, 10 km"], ids=["no run", "another's run"])
def test_a_folder_that_training_did_not_create_is_refused_and_kept(
    data: Path, tmp_path: Path, run_file: str | None, resume: list[str]
) -> None:
    pytest.importorskip("torch")
    work = tmp_path / "work"
    work.mkdir()
    (work / "thesis.txt").write_text("thesis")
    if run_file:
        (work / "run.txt").write_text(run_file)
    before = sorted(work.iterdir())
    with pytest.raises(LenetGuiError, match="Choose another folder for --out"):
        train.run(arguments(*options(data, tmp_path), *resume))
    assert sorted(work.iterdir()) == before
    assert list(tmp_path.iterdir()) == [work]


UNREADABLE = [
    (recipe, name)
    for recipe in train.RECIPES
    for name in ("train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "others.jsonl")
]


@pytest.mark.parametrize(("recipe", "name"), [*UNREADABLE, ("robust", "strokes.jsonl")])
def test_data_is_checked_before_anything_is_done(
    data: Path, tmp_path: Path, recipe: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import recipes

    there = tmp_path / "data"
    shutil.copytree(data, there, ignore=shutil.ignore_patterns(name))
    strokes = (there / "strokes.jsonl",) if recipe == "robust" else ()
    out = tmp_path / "run"
    request = recipes.Request(there, out, recipe, strokes, (there / "others.jsonl",))
    unfinished = out / "work" / "student-1.pt"
    unfinished.parent.mkdir(parents=True)
    (out / "work" / "run.txt").write_text("robust, seed 0, an earlier one's\n")
    unfinished.write_bytes(b"hours of work")
    for trainer in ("train_robust", "train_reference"):
        monkeypatch.setattr(recipes, trainer, lambda *_: pytest.fail("trained all the same"))
    with pytest.raises(DatasetError, match=name.removesuffix(".gz")):
        recipes.run(request)
    assert unfinished.exists()


def test_the_recipes_match_the_command_line() -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import recipes

    assert recipes.RECIPES == train.RECIPES


@pytest.mark.parametrize("option", ["--strokes", "--measure"])
def test_a_folder_or_a_pipe_of_strokes_is_refused(data: Path, tmp_path: Path, option: str) -> None:
    pytest.importorskip("torch")
    words = ["--mnist", str(data), "--out", str(tmp_path / "run"), option]
    with pytest.raises(DatasetError, match="is a folder"):
        train.run(arguments(*words, str(data)))
    with pytest.raises(DatasetError, match=f"{os.devnull} is a pipe or a device"):
        train.run(arguments(*words, os.devnull))


@pytest.mark.parametrize("recipe", train.RECIPES)
def test_weights_are_kept_if_measuring_fails(
    data: Path, tmp_path: Path, recipe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training import recipes

    def fail(*_: object) -> None:
        raise DatasetError("The disk was pulled out.")

    monkeypatch.setattr(recipes, f"measure_{recipe}", fail)
    with pytest.raises(DatasetError, match="pulled out"):
        recipes.run(
            recipes.Request(
                data, tmp_path, recipe, epochs=2, samples=1000, teachers=1, workers=1, seed=3
            )
        )
    weights = load_weights(tmp_path / "lenet5.safetensors")
    assert weights.metadata["seed"] == "3"
    assert ("refusal_threshold" in weights.metadata) is (recipe == "robust")
    assert (tmp_path / "work" / "run.txt").exists()


@pytest.mark.parametrize("file", ["blank.jsonl", "none"])
def test_data_with_nothing_to_measure_is_reported_first(
    data: Path, tmp_path: Path, file: str
) -> None:
    pytest.importorskip("torch")
    from lenet_gui.training.data import require_data

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


def test_no_epochs_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments("--mnist", "m", "--out", "o", "--epochs", "0")
    assert stopped.value.code == 2


@pytest.mark.parametrize("option", ["--strokes", "--samples", "--teachers", "--workers"])
def test_options_of_the_other_recipe_are_wrong_usage(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--recipe", "reference", "--mnist", "m", "--out", str(tmp_path / "run"), option, "1"]
    with pytest.raises(SystemExit) as stopped:
        train.run(arguments(*words))
    assert stopped.value.code == 2
    assert f"{option} only applies to the robust recipe" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_pytorch_a_sentence_says_how_to_install_it(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['torch'] = None\n"
        "import argparse\n"
        "from lenet_gui.commands import train\n"
        "from lenet_gui.errors import MissingExtraError\n"
        "parser = argparse.ArgumentParser(); train.add_arguments(parser)\n"
        "try:\n"
        "    train.run(parser.parse_args(['--mnist', 'm', '--out', 'o']))\n"
        "except MissingExtraError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert 'pip install "lenet-gui[train]"' in done.stdout


def test_describing_the_command_does_not_load_pytorch() -> None:
    program = (
        "import argparse, sys\n"
        "from lenet_gui.commands import train\n"
        "train.add_arguments(argparse.ArgumentParser())\n"
        "print('torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
