"""The forward pass, compared with PyTorch and ONNX Runtime on the same weights."""

from importlib.util import find_spec

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from lenet_gui.core.network.lenet5 import LeNet5
from tests.benchmarks.peers import Forward, onnx_runtime, pytorch, shipped_weights


def numpy_network() -> Forward:
    network = LeNet5(shipped_weights())
    return lambda images: network.forward(images).probabilities


def onnx_network() -> Forward:
    if find_spec("onnxruntime") is None or find_spec("onnx") is None:
        pytest.skip("ONNX Runtime is not installed: pip install -e '.[benchmark]'")
    return onnx_runtime(shipped_weights())


MAKERS = {
    "lenet-gui": numpy_network,
    "PyTorch": lambda: pytorch(shipped_weights()),
    "ONNX Runtime": onnx_network,
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("n", [1, 1000])
def test_forward(benchmark: BenchmarkFixture, name: str, n: int) -> None:
    images = np.random.default_rng(n).random((n, 32, 32), np.float32)
    forward = MAKERS[name]()
    expected = LeNet5(shipped_weights()).forward(images).probabilities
    assert forward(images) == pytest.approx(expected, abs=1e-5)

    benchmark.group = "Forward pass, one image" if n == 1 else f"Forward pass, {n:,} images at once"
    benchmark.name = name
    benchmark.extra_info["digits"] = n
    benchmark.pedantic(forward, (images,), rounds=50, iterations=100 if n == 1 else 1)
