"""The backward pass, compared with finite differences in float64 and with PyTorch's autograd."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.backward import backward, towards_unit
from lenet_gui.core.network.lenet5 import Held, LeNet5, Off
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.network.weights import Weights

C1, S2, C3, S4, C5, F6, OUTPUT = LAYERS[1:]
UNITS = (
    Unit(C1, 2, 5, 27), Unit(S2, 5, 13, 0), Unit(C3, 15, 9, 4), Unit(S4, 0, 2, 2), Unit(C5, 119),
    Unit(F6, 30), Unit(OUTPUT, 7),
)  # fmt: skip
Values = NDArray[np.float64]


def forward64(weights: dict[str, Values], image: Values, off: Off = frozenset()) -> list[Values]:
    """Return every layer's values for one image, each (maps, rows, columns), in float64."""
    layers = [image[None]]
    for layer in LAYERS[1:]:
        size, step = layer.kernel, layer.stride
        windows = np.lib.stride_tricks.sliding_window_view(layers[-1], (size, size), (1, 2))
        windows = windows[:, ::step, ::step]
        if layer.kind == "pooling":
            values = windows.mean(axis=(3, 4))
        else:
            kernels = weights[f"{layer.parameter}.weight"].reshape(layer.maps, -1, size, size)
            values = np.einsum("mcij,crsij->mrs", kernels, windows)
            values += weights[f"{layer.parameter}.bias"][:, None, None]
            if layer.activation == "tanh":
                values = np.tanh(values)
            else:
                values = np.exp(values) / np.exp(values).sum(axis=0)
        for name, map_, value in off:
            if name == layer.name:
                values[map_] = value
        layers.append(values)
    return layers


def slope(function: Callable[[], float], array: Values, place: tuple[int, ...]) -> float:
    """Return how fast a number changes with one entry of an array."""
    step, value = 1e-5, array[place]
    array[place] = value + step
    above = function()
    array[place] = value - step
    below = function()
    array[place] = value
    return (above - below) / (2 * step)


@pytest.mark.parametrize(
    "off", [frozenset(), frozenset({Held("C1", 4), Held("F6", 3, -0.4)})], ids=["", "off"]
)
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.layer.name)
def test_gradients_equal_finite_differences(
    random_arrays: dict[str, NDArray[np.float32]], unit: Unit, off: Off
) -> None:
    random = np.random.default_rng(3)
    image = random.random((32, 32))
    weights = {name: array.astype(np.float64) for name, array in random_arrays.items()}
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    activations = network.forward(image[None].astype(np.float32), off)
    found = backward(network, activations, towards_unit(unit, activations), off)

    index = LAYERS.index(unit.layer)
    for name, array in [("input", image), *weights.items()]:
        gradient = found.layers["input"][0, 0] if name == "input" else found.weights[name]
        places = [tuple(random.integers(array.shape)) for _ in range(4)]
        places.append(tuple(np.unravel_index(np.abs(gradient).argmax(), gradient.shape)))
        for place in places:
            expected = slope(
                lambda: float(forward64(weights, image, off)[index][unit.position]), array, place
            )
            assert gradient[place] == pytest.approx(expected, abs=1e-5), name


def test_gradients_equal_autograds_for_every_layer_and_weight(
    random_arrays: dict[str, NDArray[np.float32]],
) -> None:
    torch = pytest.importorskip("torch")
    from lenet_gui.training.model import from_weights

    weights = Weights.checked(random_arrays, {}, "The test's weights")
    network, model = LeNet5(weights), from_weights(weights)
    images = np.random.default_rng(5).random((70, 32, 32)).astype(np.float32)
    labels = np.arange(70) % 10
    activations = network.forward(images)
    by_logits = activations.probabilities.copy()
    by_logits[np.arange(70), labels] -= 1
    found = backward(network, activations, {"output": by_logits / np.float32(70)})

    inputs = torch.tensor(images[:, None], requires_grad=True)
    loss = torch.nn.functional.cross_entropy(model(inputs), torch.tensor(labels))
    loss.backward()
    np.testing.assert_allclose(found.layers["input"], inputs.grad.numpy(), atol=1e-5)
    for name, parameter in model.named_parameters():
        np.testing.assert_allclose(found.weights[name], parameter.grad.numpy(), atol=1e-5)


def test_dropout_multiplies_on_the_way_there_and_back(
    random_arrays: dict[str, NDArray[np.float32]],
) -> None:
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    random = np.random.default_rng(4)
    images = random.random((3, 32, 32)).astype(np.float32)
    kept = {"F6": np.float32(random.random((3, 84)) < 0.8) / np.float32(0.8)}
    activations = network.forward(images, dropout=kept)
    whole = network.forward(images)
    np.testing.assert_allclose(activations.layers["F6"], whole.layers["F6"] * kept["F6"], atol=1e-6)

    towards = {"output": np.ones_like(activations.logits)}
    found = backward(network, activations, towards, dropout=kept, by_input=False)
    assert "input" not in found.layers
    # By hand, one layer down: F6's sums get the output's weights, of those kept, and 1 - tanh².
    by_f6 = towards["output"] @ random_arrays["fc2.weight"]
    by_sums = by_f6 * kept["F6"] * (1 - whole.layers["F6"] ** 2)
    np.testing.assert_allclose(found.weights["fc1.bias"], by_sums.sum(axis=0), atol=1e-5)


def test_a_batch_adds_up_its_images_and_weights_may_be_left_out(
    random_arrays: dict[str, NDArray[np.float32]],
) -> None:
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    images = np.random.default_rng(6).random((3, 32, 32)).astype(np.float32)

    def gradients(part: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        activations = network.forward(part)
        towards = towards_unit(UNITS[-1], activations)
        alone = backward(network, activations, towards, by_weights=False)
        assert not alone.weights
        together = backward(network, activations, towards)
        np.testing.assert_array_equal(alone.layers["input"], together.layers["input"])
        return dict(together.weights)

    parts = [gradients(images[i : i + 1]) for i in range(3)]
    for name, whole in gradients(images).items():
        np.testing.assert_allclose(whole, sum(part[name] for part in parts), atol=1e-6)


def test_a_larger_image_has_gradients_at_every_place(
    random_arrays: dict[str, NDArray[np.float32]],
) -> None:
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    image = np.random.default_rng(8).random((1, 32, 44)).astype(np.float32)
    activations = network.forward(image)
    towards = np.zeros_like(activations.logits)
    towards[0, 4, 0, 2] = 1  # the window that begins 8 columns from the left
    wide = backward(network, activations, {"output": towards}).layers["input"]
    window = network.forward(image[:, :, 8:40])
    alone = np.zeros_like(window.logits)
    alone[0, 4] = 1
    narrow = backward(network, window, {"output": alone}).layers["input"]
    np.testing.assert_allclose(wide[:, :, :, 8:40], narrow, atol=1e-6)
    assert not wide[:, :, :, :8].any()
    assert not wide[:, :, :, 40:].any()


def test_what_does_not_fit_is_refused(random_arrays: dict[str, NDArray[np.float32]]) -> None:
    network = LeNet5(Weights.checked(random_arrays, {}, "The test's weights"))
    activations = network.forward(np.zeros((1, 32, 32), np.float32))
    with pytest.raises(ValueError, match="no layer C2"):
        backward(network, activations, {"C2": np.zeros((1, 6, 28, 28), np.float32)})
    with pytest.raises(ValueError, match=r"F6 has the shape \(1, 84\)"):
        backward(network, activations, {"F6": np.zeros(84, np.float32)})
    with pytest.raises(ValueError, match="no maps to switch off"):
        backward(network, activations, {}, frozenset({Held("output", 1)}))
