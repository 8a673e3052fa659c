"""The forward pass, compared with numbers worked out by hand."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Held, LeNet5, softmax
from lenet_gui.core.network.weights import Weights


def network(arrays):
    return LeNet5(Weights.checked(arrays, {}, "The test's weights"))


def image(*ink):
    """Return one image, (1, 32, 32), with ink at the given (row, column, value)."""
    values = np.zeros((1, 32, 32), np.float32)
    for row, column, value in ink:
        values[0, row, column] = value
    return values


@pytest.fixture
def random_images():
    return np.random.default_rng(7).random((5, 32, 32)).astype(np.float32)


def test_a_convolution_is_a_sum_of_products_and_a_bias(zeros):
    # Kernel of the first map: 0.00 … 0.24, counted row by row; k(2,2) = 0.12, k(4,4) = 0.24.
    zeros["conv1.weight"][0, 0] = np.arange(25).reshape(5, 5) / 100
    zeros["conv1.bias"][0] = 0.01
    c1 = network(zeros).forward(image((3, 4, 1.0), (5, 6, 0.5))).layers["C1"][0]

    # At (3, 4) the two pixels lie under k(0,0) and k(2,2): 0.01 + 1·0.00 + 0.5·0.12 = 0.07.
    assert c1[0, 3, 4] == pytest.approx(np.tanh(0.07))
    # At (1, 2) they lie under k(2,2) and k(4,4): 0.01 + 1·0.12 + 0.5·0.24 = 0.25.
    assert c1[0, 1, 2] == pytest.approx(np.tanh(0.25))
    # At (20, 20) the kernel sees no ink: only the bias remains.
    assert c1[0, 20, 20] == pytest.approx(np.tanh(0.01))
    assert not c1[1:].any()


def test_pooling_is_the_average_of_four(zeros):
    zeros["conv1.weight"][0, 0, 0, 0] = 1  # C1's first map is the tanh of the image's pixels
    given = [0.1, 0.2, 0.3, 0.6]  # their average is 0.3
    places = [(0, 0), (0, 1), (1, 0), (1, 1)]
    ink = [(r, c, np.arctanh(v)) for (r, c), v in zip(places, given, strict=True)]
    s2 = network(zeros).forward(image(*ink)).layers["S2"][0]

    assert s2[0, 0, 0] == pytest.approx(0.3)
    assert np.count_nonzero(s2) == 1


def test_the_second_convolution_sums_over_all_maps(zeros):
    zeros["conv1.bias"][:] = np.arctanh([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])  # each S2 map is flat
    zeros["conv2.weight"][2, :, 1, 3] = [1, 1, 1, 1, 1, -1]
    c3 = network(zeros).forward(image()).layers["C3"][0]

    # 0.1 + 0.2 + 0.3 + 0.4 + 0.5 − 0.6 = 0.9
    assert c3[2] == pytest.approx(np.full((10, 10), np.tanh(0.9)))
    assert np.count_nonzero(c3) == 100


def test_c3_matches_a_convolution_written_as_loops(random_arrays, random_images):
    layers = network(random_arrays).forward(random_images).layers
    kernels, biases = random_arrays["conv2.weight"], random_arrays["conv2.bias"]
    expected = np.zeros((16, 10, 10))
    for k in range(16):
        for row in range(10):
            for column in range(10):
                patch = layers["S2"][3, :, row : row + 5, column : column + 5]
                expected[k, row, column] = np.tanh((patch * kernels[k]).sum() + biases[k])
    assert layers["C3"][3] == pytest.approx(expected, abs=1e-5)


def test_c5_f6_and_the_logits_are_matrix_products(random_arrays, random_images):
    answer = network(random_arrays).forward(random_images)
    w = random_arrays
    s4 = answer.layers["S4"].reshape(5, -1)
    c5 = np.tanh(s4 @ w["conv3.weight"].reshape(120, -1).T + w["conv3.bias"])
    f6 = np.tanh(c5 @ w["fc1.weight"].T + w["fc1.bias"])
    logits = f6 @ w["fc2.weight"].T + w["fc2.bias"]

    assert answer.layers["C5"].reshape(5, 120) == pytest.approx(c5, abs=1e-5)
    assert answer.layers["F6"] == pytest.approx(f6, abs=1e-5)
    assert answer.logits == pytest.approx(logits, abs=1e-5)


def test_with_biases_alone_the_probabilities_are_their_softmax(zeros):
    expected = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 55]) / 100
    zeros["fc2.bias"][:] = np.log(expected)
    answer = network(zeros).forward(image((10, 10, 1.0)))

    assert answer.logits[0] == pytest.approx(np.log(expected))
    assert answer.probabilities[0] == pytest.approx(expected)


def test_softmax_by_hand():
    assert softmax(np.log(np.array([[1, 3]], np.float32)))[0] == pytest.approx([0.25, 0.75])
    assert softmax(np.zeros((1, 4), np.float32))[0] == pytest.approx([0.25] * 4)


def test_softmax_uses_the_last_axis_of_any_shape():
    logits = np.log(np.array([1, 3], np.float32))
    assert softmax(logits) == pytest.approx([0.25, 0.75])
    assert softmax(np.tile(logits, (2, 3, 1))) == pytest.approx(np.full((2, 3, 2), (0.25, 0.75)))


def test_softmax_does_not_overflow():
    logits = np.array([[10_000, 10_000, -10_000]], np.float32)
    assert softmax(logits)[0].tolist() == [0.5, 0.5, 0]


def test_every_layer_is_returned_in_its_shape(random_arrays, random_images):
    answer = network(random_arrays).forward(random_images)

    assert list(answer.layers) == [layer.name for layer in LAYERS]
    for layer in LAYERS:
        values = answer.layers[layer.name]
        assert values.shape == (5, *layer.shape)
        assert values.dtype == np.float32
    assert np.array_equal(answer.layers["input"][:, 0], random_images)
    assert answer.probabilities.sum(axis=1) == pytest.approx(np.ones(5))


@pytest.mark.parametrize(("rows", "columns"), [(32, 96), (43, 38)])
def test_a_larger_image_is_read_at_every_fourth_pixel(random_arrays, rows, columns):
    lenet = network(random_arrays)
    images = np.random.default_rng(9).random((2, rows, columns)).astype(np.float32)
    answer = lenet.forward(images)
    places = (rows - 32) // 4 + 1, (columns - 32) // 4 + 1
    assert answer.layers["C5"].shape == (2, 120, *places)
    assert answer.probabilities.shape == answer.logits.shape == (2, 10, *places)
    assert answer.probabilities.sum(axis=1) == pytest.approx(np.ones((2, *places)))
    for row, column in np.ndindex(places):
        alone = lenet.forward(images[:, 4 * row : 4 * row + 32, 4 * column : 4 * column + 32])
        for name in ("C5", "F6", "output"):
            values = answer.layers[name][:, :, row, column]
            assert values == pytest.approx(alone.layers[name].reshape(values.shape), abs=1e-5)


def test_an_image_slightly_larger_than_one_window_has_the_usual_shapes(random_arrays):
    images = np.random.default_rng(10).random((3, 35, 33)).astype(np.float32)
    answer, usual = (network(random_arrays).forward(x) for x in (images, images[:, :32, :32]))
    assert answer.layers["C5"].shape == (3, 120, 1, 1)
    assert answer.logits == pytest.approx(usual.logits, abs=1e-5)


@pytest.mark.parametrize("size", [(31, 32), (32, 31), (4, 40), (0, 0)])
def test_a_smaller_image_is_refused(random_arrays, size):
    with pytest.raises(ValueError, match="cells or more"):
        network(random_arrays).forward(np.zeros((1, *size), np.float32))


def test_answers_are_frozen(random_arrays, random_images):
    answer = network(random_arrays).forward(random_images)
    with pytest.raises(FrozenInstanceError):
        answer.logits = np.zeros((5, 10), np.float32)


def test_a_batch_gives_the_same_answers_as_single_images(random_arrays, random_images):
    lenet = network(random_arrays)
    together = lenet.forward(random_images).logits
    alone = np.concatenate([lenet.forward(random_images[i : i + 1]).logits for i in range(5)])
    assert together == pytest.approx(alone, abs=1e-5)


def test_many_images_at_once_give_the_same_answers(random_arrays):
    lenet = network(random_arrays)
    images = np.random.default_rng(8).random((66, 32, 32)).astype(np.float32)
    together = lenet.forward(images)
    last = lenet.forward(images[-1:])
    assert together.layers["C1"][-1] == pytest.approx(last.layers["C1"][0], abs=1e-6)
    assert together.logits[-1] == pytest.approx(last.logits[0], abs=1e-5)


def test_empty_and_strided_batches_are_read(random_arrays, random_images):
    lenet = network(random_arrays)
    assert lenet.forward(random_images[:0]).probabilities.shape == (0, 10)

    flipped = random_images.transpose(0, 2, 1)[::2]
    expected = lenet.forward(flipped.copy()).logits
    assert lenet.forward(flipped).logits == pytest.approx(expected, abs=1e-6)


def test_a_map_that_is_off_is_held_at_zero_and_the_rest_follows(random_weights, random_images):
    # tanh(0) is 0, so a map without weights and bias is a map that is off.
    arrays = {name: values.copy() for name, values in random_weights.arrays.items()}
    arrays["conv2.weight"][3] = 0
    arrays["conv2.bias"][3] = 0
    expected = network(arrays).forward(random_images)
    found = LeNet5(random_weights).forward(random_images, frozenset({Held("C3", 3)}))
    for layer in LAYERS:
        np.testing.assert_array_equal(found.layers[layer.name], expected.layers[layer.name])


@pytest.mark.parametrize(("name", "map_"), [("S2", 5), ("C3", 3), ("C5", 119), ("F6", 83)])
def test_a_map_held_at_a_value_adds_a_constant_to_what_follows(
    random_weights, random_images, name, map_
):
    value = 0.3
    found = LeNet5(random_weights).forward(random_images, frozenset({Held(name, map_, value)}))
    # What comes next sums up each cell of the map times a weight, and S4 only takes means of it.
    after = {"S2": "conv2", "C3": "conv3", "C5": "fc1", "F6": "fc2"}[name]
    arrays = {key: values.copy() for key, values in random_weights.arrays.items()}
    weights = arrays[f"{after}.weight"]
    each = weights[:, map_].reshape(len(weights), -1).sum(axis=1)
    arrays[f"{after}.bias"] += value * each
    weights[:, map_] = 0
    expected = network(arrays).forward(random_images)
    assert (found.layers[name][:, map_] == np.float32(value)).all()
    np.testing.assert_allclose(found.logits, expected.logits, atol=1e-5)


@pytest.mark.parametrize("strange", [("C3", 16), ("C3", -1), ("input", 0), ("output", 0)])
def test_only_maps_between_input_and_output_can_be_off(random_weights, random_images, strange):
    with pytest.raises(ValueError, match="no maps to switch off"):
        LeNet5(random_weights).forward(random_images, frozenset({Held(*strange)}))


@pytest.mark.parametrize("values", [(0.0, 0.5), (float("nan"),)])
def test_a_map_is_held_at_one_number(random_weights, random_images, values):
    off = frozenset(Held("C3", 1, value) for value in values)
    with pytest.raises(ValueError, match="one value"):
        LeNet5(random_weights).forward(random_images, off)


def test_tanh_of_the_sums_is_each_layers_value(random_arrays, random_images):
    whole = network(random_arrays)
    found = whole.forward(random_images)
    for layer in LAYERS:
        if layer.activation == "tanh":
            sums = whole.sums(found, layer)
            assert np.array_equal(np.tanh(sums), found.layers[layer.name]), layer.name
    assert np.array_equal(whole.sums(found, LAYERS[-1]), found.logits)
