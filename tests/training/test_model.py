"""The module and the NumPy network compute the same function."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from lenet_gui.core.datasets.idx import read_mnist  # noqa: E402
from lenet_gui.core.network.architecture import PARAMETERS, parameter_shapes  # noqa: E402
from lenet_gui.core.network.lenet5 import LeNet5 as NumpyLeNet5  # noqa: E402
from lenet_gui.core.network.lenet5 import softmax  # noqa: E402
from lenet_gui.core.network.weights import Weights, load_weights  # noqa: E402
from lenet_gui.errors import WeightsError  # noqa: E402
from lenet_gui.resources import default_weights  # noqa: E402
from lenet_gui.training.data import to_input  # noqa: E402
from lenet_gui.training.model import LeNet5, from_weights, to_weights  # noqa: E402


def random_weights(seed: int, size: float) -> Weights:
    random = np.random.default_rng(seed)
    arrays = {
        name: random.normal(0, size / np.sqrt(np.prod(shape[1:]) or 1), shape).astype(np.float32)
        for name, shape in parameter_shapes().items()
    }
    return Weights.checked(arrays, {}, "random")


def test_the_module_has_the_papers_parameters() -> None:
    model = LeNet5()
    assert sum(p.numel() for p in model.parameters()) == PARAMETERS
    assert {name: tuple(p.shape) for name, p in model.named_parameters()} == parameter_shapes()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), size=st.floats(0.1, 2.0), n=st.integers(1, 9))
def test_module_and_numpy_agree_on_random_weights(seed: int, size: float, n: int) -> None:
    weights = random_weights(seed, size)
    images = np.random.default_rng(seed).random((n, 32, 32), np.float32)
    with torch.no_grad():
        logits = from_weights(weights).eval()(torch.tensor(images)[:, None])
    answer = NumpyLeNet5(weights).forward(images)
    np.testing.assert_allclose(answer.logits, logits.numpy(), rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(answer.probabilities, logits.softmax(1).numpy(), atol=1e-5)


def test_weights_survive_a_round_trip() -> None:
    weights = random_weights(1, 1.0)
    again = to_weights(from_weights(weights).state_dict(), {"seed": "1"})
    assert again.metadata == {"seed": "1"}
    for name, array in weights.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)


def test_a_diverged_network_is_refused() -> None:
    model = LeNet5()
    with torch.no_grad():
        model.get_submodule("conv1").bias[0] = torch.nan
    with pytest.raises(WeightsError, match=r"conv1\.bias"):
        to_weights(model.state_dict(), {})


class PlainLeNet5(torch.nn.Module):
    """The same network as people write it, with probabilities as output."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 6, 5)
        self.conv2 = torch.nn.Conv2d(6, 16, 5)
        self.conv3 = torch.nn.Conv2d(16, 120, 5)
        self.fc1 = torch.nn.Linear(120, 84)
        self.fc2 = torch.nn.Linear(84, 10)

    def forward(self, x: "torch.Tensor") -> "torch.Tensor":
        for convolution in (self.conv1, self.conv2):
            x = torch.nn.functional.avg_pool2d(torch.tanh(convolution(x)), 2)
        x = torch.tanh(self.conv3(x)).flatten(1)
        return self.fc2(torch.tanh(self.fc1(x))).softmax(1)


def test_a_state_dict_written_by_hand_loads_unchanged(tmp_path: Path) -> None:
    torch.manual_seed(3)
    plain = PlainLeNet5()
    torch.save(plain.state_dict(), tmp_path / "lenet5.pt")
    model = LeNet5()
    model.load_state_dict(torch.load(tmp_path / "lenet5.pt", weights_only=True))
    images = torch.rand(4, 1, 32, 32)
    with torch.no_grad():
        torch.testing.assert_close(model(images).softmax(1), plain(images))


def test_module_and_numpy_read_all_of_mnist_alike_with_the_shipped_weights(
    data_folder: Path,
) -> None:
    images, _ = read_mnist(data_folder / "mnist")
    weights = load_weights(default_weights())
    inputs = to_input(torch.tensor(images))
    with torch.no_grad():
        logits = torch.cat([from_weights(weights)(part) for part in inputs.split(500)]).numpy()
    network = NumpyLeNet5(weights)
    answers = [network.forward(part[:, 0].numpy()) for part in inputs.split(500)]
    ours = np.concatenate([answer.logits for answer in answers])
    np.testing.assert_array_equal(ours.argmax(1), logits.argmax(1))
    np.testing.assert_allclose(softmax(ours), softmax(logits), atol=1e-5)
