"""Training with the bundle built with LENET_GUI_BUNDLE=full."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.commands.self_test import load_examples
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.resources import resource
from tests.packaging.conftest import call

pytestmark = pytest.mark.bundle

COPIES = 20
"""Of each example drawing."""
SEVEN = resource("assets", "examples", "7.lenet.json")


@pytest.fixture(autouse=True)
def _with_pytorch(bundle: Path) -> None:
    if not (bundle / "_internal" / "torch").is_dir():
        pytest.skip("this program was built without PyTorch")


@pytest.fixture
def mnist(tmp_path: Path) -> Path:
    """Return a folder with many copies of the examples, in place of MNIST."""
    folder = tmp_path / "mnist"
    folder.mkdir()
    drawings = load_examples() * COPIES
    images = np.array([np.rint(255 * frame_strokes(drawing)) for drawing in drawings], np.uint8)
    labels = np.array([drawing.label for drawing in drawings], np.uint8)
    for part in ("train", "t10k"):
        for name, array in (("images-idx3", images), ("labels-idx1", labels)):
            header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes()
            packed = gzip.compress(header + array.tobytes())
            (folder / f"{part}-{name}-ubyte.gz").write_bytes(packed)
    return folder


def test_the_robust_recipe_trains_in_two_processes(
    program: Path, mnist: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    small = ("--samples", 400, "--epochs", 1, "--teachers", 2, "--workers", 2)
    done = call(program, "train", "--mnist", mnist, "--out", out, *small)
    assert done.returncode == 0, done.stderr
    for teacher in (1, 2):
        assert f"teacher {teacher} epoch 1/1" in done.stdout
    weights = out / "lenet5.safetensors"
    read = call(program, "classify", "--json", "--weights", weights, SEVEN)
    assert sum(json.loads(read.stdout)["probabilities"]) == pytest.approx(1, abs=1e-4)
