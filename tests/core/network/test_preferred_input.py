import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.preferred_input import START, _gradient, ascent, preferred_input
from tests.conftest import make_weights

BY_NAME = {layer.name: layer for layer in LAYERS}


def total(network: LeNet5, name: str, map_: int, image: np.ndarray) -> float:
    """Return the input to the tanh of the top left unit for `image` at the top left."""
    whole = np.zeros((1, 32, 32), np.float32)
    whole[0, : image.shape[0], : image.shape[1]] = image
    value = network.forward(whole).layers[name][0, map_, 0, 0]
    return float(np.arctanh(np.float64(value)))


def test_a_first_layer_unit_prefers_ink_where_its_kernel_is_positive() -> None:
    network = LeNet5(make_weights())
    image = preferred_input(network, BY_NAME["C1"], 3)
    kernel = network.weights.arrays["conv1.weight"][3, 0]
    assert np.array_equal(image[np.abs(kernel) > 0.05] > 0.5, kernel[np.abs(kernel) > 0.05] > 0)


@pytest.mark.parametrize(("name", "side"), [("C1", 5), ("C3", 14)])
def test_no_random_image_excites_the_unit_as_much(name: str, side: int) -> None:
    network = LeNet5(make_weights(scale=0.1))
    image = preferred_input(network, BY_NAME[name], 2)
    assert image.shape == (side, side)
    assert image.min() >= 0
    assert image.max() <= 1
    best = total(network, name, 2, image)
    random = np.random.default_rng(0)
    for _ in range(200):
        rival = (random.random((side, side)) < random.random()).astype(np.float32)
        assert total(network, name, 2, rival) < best


def test_a_unit_without_weights_has_a_neutral_preferred_input() -> None:
    network = LeNet5(make_weights(scale=0))
    assert np.array_equal(preferred_input(network, BY_NAME["C1"], 0), np.full((5, 5), START))


@pytest.mark.parametrize("name", ["C1", "C3"])
def test_the_gradient_matches_pytorch(name: str) -> None:
    torch = pytest.importorskip("torch")
    from lenet_gui.training.model import LeNet5 as Module

    weights = make_weights(scale=0.1)
    module = Module()
    module.load_state_dict({k: torch.from_numpy(v.copy()) for k, v in weights.arrays.items()})
    layer = BY_NAME[name]
    chain = LAYERS[1 : LAYERS.index(layer) + 1]
    side = 5 if name == "C1" else 14
    image = np.random.default_rng(3).random((side, side), np.float32)
    x = torch.from_numpy(image)[None, None].requires_grad_()
    if name == "C1":
        y = module.conv1(x)
    else:
        y = module.conv2(torch.nn.functional.avg_pool2d(torch.tanh(module.conv1(x)), 2))
    assert y.shape[2:] == (1, 1)
    y[0, 4].sum().backward()
    assert x.grad is not None
    ours = _gradient(LeNet5(weights), chain, 4, image)
    assert np.allclose(ours, x.grad[0, 0].numpy(), atol=1e-5)


@pytest.mark.parametrize("name", ["C5", "F6", "output"])
def test_the_ascent_raises_the_sums_of_units_that_see_the_whole_input(name: str) -> None:
    network, layer = LeNet5(make_weights(scale=0.1)), BY_NAME[name]
    units = [2, 7]
    steps = list(ascent(network, layer, units))
    first, last = steps[0], steps[-1]
    before, after = (
        network.sums(network.forward(images), layer).reshape(2, -1)[[0, 1], units]
        for images in (first, last)
    )
    assert (after > before).all()
    assert last[:, :2].max() == 0, "the padding stays paper"
    rivals = (np.random.default_rng(0).random((100, 32, 32)) < 0.5).astype(np.float32)
    assert network.sums(network.forward(rivals), layer).reshape(100, -1)[:, 2].max() < after[0]
