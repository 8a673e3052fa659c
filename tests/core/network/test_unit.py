from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.unit import Average, Pixel, Unit, WeightedSum, explain
from tests.conftest import make_weights

BY_NAME = {layer.name: layer for layer in LAYERS}


@st.composite
def units(draw: st.DrawFn) -> Unit:
    layer = draw(st.sampled_from(LAYERS))
    return Unit(
        layer,
        draw(st.integers(0, layer.maps - 1)),
        draw(st.integers(0, layer.size - 1)),
        draw(st.integers(0, layer.size - 1)),
    )


@given(units(), st.integers(0, 2**31), st.floats(0.01, 0.5))
@settings(max_examples=200, deadline=None)
def test_the_terms_add_up_to_the_value(unit: Unit, seed: int, scale: float) -> None:
    random = np.random.default_rng(seed)
    network = LeNet5(make_weights(seed, scale))
    image = random.random((1, 32, 32), np.float32) * (random.random((1, 32, 32)) < 0.3)
    activations = network.forward(image.astype(np.float32))
    found = explain(network, activations, unit)
    assert found.value == unit.value(activations)
    if isinstance(found, Average):
        assert found.mean == pytest.approx(found.value, abs=1e-5)
    elif isinstance(found, WeightedSum):
        by_maps = float(found.map_sums.sum(dtype=np.float64)) + found.bias
        # Sums of several hundred float32 terms depend on their order.
        assert by_maps == pytest.approx(found.total, abs=1e-5, rel=1e-5)
        if found.exponentials is None:
            assert np.tanh(found.total) == pytest.approx(found.value, abs=1e-5)
        else:
            assert found.logits is not None
            assert found.logits[unit.map] == pytest.approx(found.total, abs=1e-4, rel=1e-5)
            share = found.exponentials[unit.map] / found.exponentials.sum()
            assert float(share) == pytest.approx(found.value, abs=1e-5)
    else:
        assert isinstance(found, Pixel)
        assert found.value == image[0, unit.row, unit.column]


def test_the_inputs_of_a_convolution_by_hand() -> None:
    network = LeNet5(make_weights())
    image = np.arange(32 * 32, dtype=np.float32).reshape(1, 32, 32) / 1024
    found = explain(network, network.forward(image), Unit(BY_NAME["C1"], 2, 3, 4))
    assert isinstance(found, WeightedSum)
    assert np.array_equal(found.inputs[0], image[0, 3:8, 4:9])
    assert np.array_equal(found.weights, network.weights.arrays["conv1.weight"][2])
    assert found.bias == network.weights.arrays["conv1.bias"][2]


def test_the_strongest_contributions_are_sorted_and_signed() -> None:
    network = LeNet5(make_weights())
    image = np.random.default_rng(1).random((1, 32, 32), np.float32)
    found = explain(network, network.forward(image), Unit(BY_NAME["output"], 7))
    assert isinstance(found, WeightedSum)
    up, down = found.strongest(5)
    sums = found.map_sums
    assert len(up) == len(down) == 5
    assert [sums[i] for i in up] == sorted(sums, reverse=True)[:5]
    assert [sums[i] for i in down] == sorted(sums)[:5]


def a_sum(sums: list[float], logits: list[float] | None = None) -> WeightedSum:
    """Return a weighted sum over maps of one cell each, with products `sums`."""
    inputs = np.array(sums, np.float32).reshape(-1, 1, 1)
    unit = Unit(BY_NAME["F6"], 3)
    given = None if logits is None else np.array(logits, np.float32)
    return WeightedSum(unit, inputs, np.ones_like(inputs), 0.5, 0.0, given)


def test_a_contribution_of_zero_is_neither_up_nor_down() -> None:
    found = a_sum([3, -0.25, 0, 0.5, -2])
    assert found.strongest(5) == ([0, 3], [4, 1])
    assert found.strongest(1) == ([0], [4])
    assert found.total == 1.75  # 3 − 0.25 + 0.5 − 2 plus the bias of 0.5


def test_exponentials_are_relative_to_the_largest_logit() -> None:
    found = a_sum([1], [np.log(2), np.log(8), 0]).exponentials
    assert found == pytest.approx([0.25, 1, 0.125])
    assert a_sum([1]).exponentials is None


def test_a_linear_unit_is_the_only_cell_of_its_map() -> None:
    assert Unit(BY_NAME["F6"], 3).position == (3, 0, 0)


@pytest.mark.parametrize("name", BY_NAME)
def test_the_first_image_of_a_batch_is_explained(name: str) -> None:
    network = LeNet5(make_weights())
    images = np.random.default_rng(4).random((2, 32, 32), np.float32)
    unit = Unit(BY_NAME[name], 0)
    both, first = (explain(network, network.forward(part), unit) for part in (images, images[:1]))
    assert both.value == pytest.approx(first.value, rel=1e-5)
    if not isinstance(first, Pixel) and not isinstance(both, Pixel):
        assert both.inputs == pytest.approx(first.inputs, rel=1e-4, abs=1e-6)
    if isinstance(first, WeightedSum) and isinstance(both, WeightedSum) and name == "output":
        assert both.logits == pytest.approx(first.logits, rel=1e-4, abs=1e-6)


def test_explanations_are_frozen() -> None:
    unit = Unit(BY_NAME["C1"], 0)
    average = Average(unit, np.zeros((2, 2), np.float32), 0.0)
    for found in (unit, a_sum([1]), average, Pixel(unit, 0.0)):
        with pytest.raises(FrozenInstanceError):
            found.value = 1


def test_a_unit_that_is_off_has_its_own_value_and_the_one_that_it_is_held_at() -> None:
    network = LeNet5(make_weights())
    image = np.random.default_rng(1).random((1, 32, 32), np.float32)
    for name, map_ in (("S2", 1), ("C3", 4), ("F6", 9)):
        unit = Unit(BY_NAME[name], map_)
        on = explain(network, network.forward(image), unit)
        off = frozenset({Held(name, map_, -0.25)})
        found = explain(network, network.forward(image, off), unit, off)
        assert isinstance(on, WeightedSum | Average)
        assert isinstance(found, WeightedSum | Average)
        assert on.held is None
        assert found.held == -0.25
        assert found.value == pytest.approx(on.value, abs=1e-6)
