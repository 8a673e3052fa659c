"""The layer table, compared with the published numbers of LeNet-5."""

import itertools

import pytest

from lenet_gui.core.network.architecture import (
    FRAME_SIZE,
    INPUT_SIZE,
    LAYERS,
    PADDING,
    PARAMETERS,
    TRAINED_LAYERS,
    parameter_shapes,
)

BY_NAME = {layer.name: layer for layer in LAYERS}


@pytest.mark.parametrize(
    ("name", "shape", "parameters"),
    [
        ("input", (1, 32, 32), 0),
        ("C1", (6, 28, 28), 156),
        ("S2", (6, 14, 14), 0),
        ("C3", (16, 10, 10), 2_416),
        ("S4", (16, 5, 5), 0),
        ("C5", (120, 1, 1), 48_120),
        ("F6", (84,), 10_164),
        ("output", (10,), 850),
    ],
)
def test_shapes_and_parameters_are_the_published_ones(name, shape, parameters):
    assert BY_NAME[name].shape == shape
    assert BY_NAME[name].parameters == parameters


def test_layers_are_in_the_papers_order_and_sum_to_its_total():
    names = ["input", "C1", "S2", "C3", "S4", "C5", "F6", "output"]
    assert [layer.name for layer in LAYERS] == names
    assert PARAMETERS == 61_706


def test_each_layer_takes_the_shape_of_the_previous_one():
    for before, layer in itertools.pairwise(LAYERS):
        assert layer.source == before.shape


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("input", ""),
        ("C1", "(32 − 5 + 2·0)/1 + 1 = 28"),
        ("S2", "(28 − 2 + 2·0)/2 + 1 = 14"),
        ("C3", "(14 − 5 + 2·0)/1 + 1 = 10"),
        ("S4", "(10 − 2 + 2·0)/2 + 1 = 5"),
        ("C5", "(5 − 5 + 2·0)/1 + 1 = 1"),
        ("F6", ""),
    ],
)
def test_formulas_contain_the_layers_numbers(name, formula):
    assert BY_NAME[name].formula == formula


def test_arrays_are_named_as_in_pytorch():
    assert parameter_shapes() == {
        "conv1.weight": (6, 1, 5, 5),
        "conv1.bias": (6,),
        "conv2.weight": (16, 6, 5, 5),
        "conv2.bias": (16,),
        "conv3.weight": (120, 16, 5, 5),
        "conv3.bias": (120,),
        "fc1.weight": (84, 120),
        "fc1.bias": (84,),
        "fc2.weight": (10, 84),
        "fc2.bias": (10,),
    }


def test_layers_are_described_in_words():
    assert BY_NAME["C1"].description == "convolution 5×5, tanh"
    assert BY_NAME["S2"].description == "average of 2×2"
    assert BY_NAME["output"].description == "linear, softmax"
    assert BY_NAME["C3"].shape_text == "16×10×10"
    assert BY_NAME["F6"].shape_text == "84"


def test_only_convolutions_and_linear_layers_have_weights():
    assert {layer.kind for layer in TRAINED_LAYERS} == {"convolution", "linear"}
    assert all(layer.bias_shape == (layer.maps,) for layer in TRAINED_LAYERS)
    assert BY_NAME["S2"].weight_shape == BY_NAME["S2"].bias_shape == ()


def test_padding_fits_the_frame_to_the_input():
    assert (FRAME_SIZE, PADDING, INPUT_SIZE) == (28, 2, 32)


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("C1", "6·(1·5·5 + 1) = 156"),
        ("C3", "16·(6·5·5 + 1) = 2,416"),
        ("C5", "120·(16·5·5 + 1) = 48,120"),
        ("F6", "84·(120 + 1) = 10,164"),
        ("output", "10·(84 + 1) = 850"),
        ("S2", ""),
        ("input", ""),
    ],
)
def test_parameter_formulas_are_spelled_out(name, formula):
    (layer,) = (layer for layer in LAYERS if layer.name == name)
    assert layer.parameter_formula == formula


def test_layers_with_signed_values():
    assert [layer.name for layer in LAYERS if layer.is_signed] == [
        "C1",
        "S2",
        "C3",
        "S4",
        "C5",
        "F6",
    ]
