"""`evaluate` over the public test sets, against a plain PyTorch loop, and with ten times the data.

PyTorch's loop reads the IDX files as we do and runs the images in batches of 1,000. It can't read
strokes, so it gets our framed images, already in memory. Our program frames every digit and also
computes verdicts and calibration.
"""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import evaluate
from lenet_gui.core.datasets.idx import MNIST_STEMS, read_mnist
from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from tests.benchmarks.peers import Forward, Images, pytorch, shipped_weights

STROKES = "pendigits-orig.test.unipen"
SETS = {"MNIST's test images": 10_000, "pen-digits test strokes": 3_498}
BATCH = 1000
TIMES = 10


def place(data: Path, name: str) -> Path:
    """Return the path of a data set."""
    return data / "mnist" if "MNIST" in name else data / "pendigits" / f"{STROKES}.gz"


@pytest.mark.parametrize("name", SETS)
def test_evaluate(benchmark: BenchmarkFixture, data_folder: Path, name: str) -> None:
    path, classifier = place(data_folder, name), Classifier(LeNet5(shipped_weights()))
    benchmark.group, benchmark.name = f"Evaluating {name}", "lenet-gui"
    benchmark.extra_info["digits"] = SETS[name]
    found = benchmark.pedantic(lambda: evaluate(classifier, read_samples(path)), rounds=8)
    assert found.n == SETS[name]
    assert found.accuracy > 0.99


@pytest.mark.parametrize("name", SETS)
def test_a_plain_pytorch_loop(benchmark: BenchmarkFixture, data_folder: Path, name: str) -> None:
    path, forward = place(data_folder, name), pytorch(shipped_weights())
    if path.is_file():
        samples = list(read_samples(path))
        framed = np.stack([frame(sample.source).padded for sample in samples])
        labels = np.array([sample.label for sample in samples])

    def loop() -> float:
        return _share_right(forward, *(_mnist(path) if path.is_dir() else (framed, labels)))

    benchmark.group, benchmark.name = f"Evaluating {name}", "PyTorch"
    benchmark.extra_info["digits"] = SETS[name]
    assert benchmark.pedantic(loop, rounds=8) > 0.99


def _mnist(folder: Path) -> tuple[Images, NDArray[np.uint8]]:
    images, labels = read_mnist(folder)
    return np.pad(images.astype(np.float32) / 255, ((0, 0), (2, 2), (2, 2))), labels


def _share_right(forward: Forward, images: Images, labels: NDArray[np.integer]) -> float:
    right = 0
    for first in range(0, len(images), BATCH):
        batch = slice(first, first + BATCH)
        right += int((forward(images[batch]).argmax(axis=1) == labels[batch]).sum())
    return right / len(images)


def children_time() -> float:
    """Return the processor time of ended child processes, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


@pytest.mark.benchmark(timer=children_time)
@pytest.mark.parametrize("times", [1, TIMES])
@pytest.mark.parametrize("name", SETS)
def test_ten_times_the_data(
    benchmark: BenchmarkFixture, data_folder: Path, tmp_path: Path, name: str, times: int
) -> None:
    path = tmp_path / "data"
    repeat(place(data_folder, name), path, times)
    benchmark.group, benchmark.name = f"Evaluating {name} in a fresh process", f"{times} × the data"
    benchmark.extra_info["digits"] = times * SETS[name]
    measured = benchmark.pedantic(lambda: _in_a_process(path), rounds=1)
    assert measured["digits"] == times * SETS[name]
    benchmark.extra_info["memory, MB"] = measured["memory"]


def repeat(source: Path, path: Path, times: int) -> None:
    """Write a data set, unpacked and repeated `times` times, to `path`."""
    if source.is_file():
        with gzip.open(source) as file:
            text = file.read()
        path.write_bytes(text * times)
        return
    path.mkdir()
    images, labels = read_mnist(source)
    stem = MNIST_STEMS["test"]
    for kind, values in ((3, images), (1, labels)):
        what = "images" if kind == 3 else "labels"
        sizes = (len(values) * times, *values.shape[1:])
        header = (0x800 + kind).to_bytes(4, "big") + b"".join(n.to_bytes(4, "big") for n in sizes)
        (path / f"{stem}-{what}-idx{kind}-ubyte").write_bytes(header + values.tobytes() * times)


_PROGRAM = r"""
import json, re, sys
from pathlib import Path
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import evaluate
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.resources import default_weights

classifier = Classifier(LeNet5(load_weights(default_weights())))
found = evaluate(classifier, read_samples(Path(sys.argv[1])))
# Linux only. getrusage would report the parent's peak if that is larger.
peak = int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1])
print(json.dumps({"digits": found.n, "memory": round(peak / 1000)}))
"""


def _in_a_process(path: Path) -> dict[str, float]:
    """Evaluate in a new process; return the number of digits and the peak memory."""
    command = [sys.executable, "-c", _PROGRAM, str(path)]
    ended = subprocess.run(command, capture_output=True, check=True)
    measured: dict[str, float] = json.loads(ended.stdout)
    return measured
