"""`lenet-gui train`, end to end on made-up data of a few hundred images."""

import argparse
import gzip
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.commands import train
from lenet_gui.core.classifier import Classifier
from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import frame_strokes
from lenet_gui.core.network import LeNet5
from lenet_gui.core.picture import picture_from_ink
from lenet_gui.core.weights import load_weights
from lenet_gui.errors import DatasetError
from lenet_gui.training.templates import draw_template


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    small = ("--samples", "1000", "--teachers", "1", "--workers", "1", "--epochs", "2")
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


@pytest.fixture
def mnist(tmp_path: Path) -> Path:
    folder = tmp_path / "mnist"
    folder.mkdir()
    for stem, n, seed in (("train", 600, 0), ("t10k", 100, 1)):
        images, labels = digits(n, seed)
        write_idx(folder / f"{stem}-images-idx3-ubyte.gz", images)
        write_idx(folder / f"{stem}-labels-idx1-ubyte.gz", labels)
    return folder


def test_a_tiny_training_learns_and_tells_what_it_did(
    mnist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch")
    out = tmp_path / "run"
    assert train.run(arguments("--mnist", str(mnist), "--out", str(out), "--epochs", "6")) == 0
    weights = load_weights(out / "lenet5.safetensors")
    assert weights.metadata["seed"] == "0"
    assert {"training_data", "recipe", "date", "versions"} <= set(weights.metadata)
    printed = capsys.readouterr().out
    assert "epoch 6/6" in printed
    assert "validation" in printed
    network, right = Classifier(LeNet5(weights)), 0
    for image, label in zip(*digits(100, 1), strict=True):
        right += network.read(picture_from_ink(image)).most_probable == label
    assert weights.metadata["accuracy on MNIST test"] == f"{right / 100:.4f}"
    assert right > 50  # by chance it would be 10


def test_the_same_seed_makes_the_same_weights(mnist: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    made = []
    for name, seed in (("a", "5"), ("b", "5"), ("c", "6")):
        out = tmp_path / name
        train.run(arguments("--mnist", str(mnist), "--out", str(out), "--seed", seed))
        made.append(load_weights(out / "lenet5.safetensors").arrays["conv1.weight"])
    np.testing.assert_array_equal(made[0], made[1])
    assert not np.array_equal(made[0], made[2])


def test_data_that_is_missing_is_named(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(DatasetError, match="train-images"):
        train.run(arguments("--mnist", str(tmp_path), "--out", str(tmp_path / "run")))


def test_no_epochs_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments("--mnist", "m", "--out", "o", "--epochs", "0")
    assert stopped.value.code == 2


def test_without_pytorch_a_sentence_tells_how_to_get_it(tmp_path: Path) -> None:
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
