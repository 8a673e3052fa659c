"""Preferred inputs: the picture that excites a unit most.

Gradient ascent on the input, with ink clamped between 0 and 1 (Erhan, Bengio, Courville, Vincent,
"Visualizing Higher-Layer Features of a Deep Network", 2009). Of a map in C1 and C3 only a unit's
receptive field is computed, and its derivative by hand: every layer there is a convolution, a tanh
or an average. Units of C5 and after see the whole input.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS, PADDING, Layer
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Array, LeNet5
from lenet_gui.core.network.receptive_field import seen_by

STEPS = 60
STEP = 0.1
"""Largest change of a pixel in one step."""
START = 0.5
"""Ink of every pixel at the start: halfway, so each can go either way."""


def preferred_input(network: LeNet5, layer: Layer, map_: int) -> Array:
    """Return the ink, float32 (side, side), that excites a unit of a convolution's map most.

    `side` is that of its receptive field on the input.
    """
    region = seen_by(layer, 0, 0)[LAYERS[0].name]
    image = np.full((region.height, region.width), START, np.float32)
    chain = LAYERS[1 : LAYERS.index(layer) + 1]
    for _ in range(STEPS):
        gradient = _gradient(network, chain, map_, image)
        largest = float(np.abs(gradient).max())
        if largest == 0:
            break
        image = np.clip(image + gradient * np.float32(STEP / largest), 0, 1)
    return image


def ascent(network: LeNet5, layer: Layer, units: Sequence[int]) -> Iterator[Array]:
    """Yield the inputs that excite some units of C5, F6 or the output more and more, step by step.

    Each is float32 (units, 32, 32); the first is all START. What counts is a unit's sum, before
    tanh or softmax. The padding stays paper, as in every drawing.
    """
    before = LAYERS[LAYERS.index(layer) - 1]
    weights = network.matrix(layer)[list(units)]
    inner = slice(PADDING, INPUT_SIZE - PADDING)
    images = np.zeros((len(units), INPUT_SIZE, INPUT_SIZE), np.float32)
    images[:, inner, inner] = START
    yield images
    for _ in range(STEPS):
        activations = network.forward(images)
        shape = activations.layers[before.name].shape
        towards = {before.name: weights.reshape(shape)}  # a sum changes with its inputs by these
        found = backward(network, activations, towards, by_weights=False).layers[LAYERS[0].name]
        slope = found[:, 0, inner, inner]
        largest = np.maximum(np.abs(slope).max(axis=(1, 2), keepdims=True), np.float32(1e-12))
        images = images.copy()
        images[:, inner, inner] += slope * (np.float32(STEP) / largest)
        np.clip(images, 0, 1, out=images)
        yield images


def _gradient(network: LeNet5, chain: Sequence[Layer], map_: int, image: Array) -> Array:
    """Return how the unit's total changes with each pixel, float32 like `image`."""
    values = image[None]
    taken: list[Array] = []  # what went into each layer
    given: list[Array] = []  # what came out of it
    for layer in chain:
        taken.append(values)
        values = (
            _average(values, layer) if layer.kind == "pooling" else _tanh(network, values, layer)
        )
        given.append(values)
    # The total of one unit: a kernel is its own derivative.
    flow = network.weights.arrays[f"{chain[-1].parameter}.weight"][map_]
    for layer, before, after in zip(chain[-2::-1], taken[-2::-1], given[-2::-1], strict=True):
        if layer.kind == "pooling":
            flow = _spread(flow, layer, before.shape)
        else:
            flow = _back(network, flow * (1 - after**2), layer, before.shape)
    return np.asarray(flow[0], np.float32)


def _tanh(network: LeNet5, values: Array, layer: Layer) -> Array:
    """A convolution over maps of any size, (maps, rows, columns) in and out."""
    weights = network.weights.arrays[f"{layer.parameter}.weight"]
    bias = network.weights.arrays[f"{layer.parameter}.bias"]
    windows = np.lib.stride_tricks.sliding_window_view(
        values, (layer.kernel, layer.kernel), axis=(1, 2)
    )
    sums = np.einsum("crskl,mckl->mrs", windows, weights, optimize=True) + bias[:, None, None]
    return np.asarray(np.tanh(sums), np.float32)


def _average(values: Array, layer: Layer) -> Array:
    maps, rows, columns = values.shape
    kernel = layer.kernel
    blocks = values.reshape(maps, rows // kernel, kernel, columns // kernel, kernel)
    return np.asarray(blocks.mean(axis=(2, 4)), np.float32)


def _spread(flow: Array, layer: Layer, shape: tuple[int, ...]) -> Array:
    """Spread the derivative of averages evenly over their inputs."""
    shares = np.repeat(np.repeat(flow, layer.kernel, axis=1), layer.kernel, axis=2)
    assert shares.shape == shape
    return np.asarray(shares / layer.kernel**2, np.float32)


def _back(network: LeNet5, flow: Array, layer: Layer, shape: tuple[int, ...]) -> Array:
    """Return the derivative of a convolution's input from that of its sums."""
    weights = network.weights.arrays[f"{layer.parameter}.weight"]
    back = np.zeros(shape, np.float32)
    rows, columns = flow.shape[1:]
    for row in range(layer.kernel):
        for column in range(layer.kernel):
            share = np.einsum("mrs,mc->crs", flow, weights[:, :, row, column], optimize=True)
            back[:, row : row + rows, column : column + columns] += share
    return back
