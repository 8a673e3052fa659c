"""Explanations agree with captum's, which works on the PyTorch network."""

from functools import cache

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("captum")

from captum.attr import (  # noqa: E402
    IntegratedGradients,
    LayerConductance,
    ShapleyValues,
    ShapleyValueSampling,
)

from lenet_gui.core.explaining.by_ink import by_ink  # noqa: E402
from lenet_gui.core.explaining.by_stroke import by_stroke  # noqa: E402
from lenet_gui.core.explaining.by_unit import by_unit  # noqa: E402
from lenet_gui.core.explaining.pair import Pair  # noqa: E402
from lenet_gui.core.framing.framing import Framing, frame, frame_each, pad  # noqa: E402
from lenet_gui.core.network.lenet5 import LeNet5 as NumpyLeNet5  # noqa: E402
from lenet_gui.core.network.weights import load_weights  # noqa: E402
from lenet_gui.resources import default_weights  # noqa: E402
from lenet_gui.training.model import from_weights  # noqa: E402
from tests.core.explaining.made_up import SEVEN  # noqa: E402

PAIR = Pair(7, 1)
INK = frame(SEVEN).padded


@pytest.fixture(scope="module")
def network() -> NumpyLeNet5:
    return NumpyLeNet5(load_weights(default_weights()))


@pytest.fixture(scope="module")
def model(network):
    return from_weights(network.weights).eval()


@pytest.fixture(scope="module")
def weighed(model):
    """Return the difference of the two digits' scores, as captum wants to call it."""

    def difference(images):
        scores = model(images)
        return scores[:, PAIR.digit] - scores[:, PAIR.against]

    return difference


@pytest.fixture(scope="module")
def ink():
    return torch.from_numpy(INK)[None, None]


def test_the_inks_shares_are_integrated_gradients(network, weighed, ink):
    found = by_ink(network, INK, PAIR, precise=True)
    expected = IntegratedGradients(weighed).attribute(ink, n_steps=500, internal_batch_size=100)
    np.testing.assert_allclose(found.shares, expected[0, 0].numpy(), atol=1e-3)
    assert np.abs(found.shares).max() > 0.1


@pytest.mark.parametrize(("name", "layer"), [("C1", "conv1"), ("C3", "conv2")])
def test_the_maps_shares_are_their_conductance(network, model, weighed, ink, name, layer):
    # Before tanh or after it: a unit's conductance is the same.
    conductance = LayerConductance(weighed, model.get_submodule(layer))
    expected = conductance.attribute(
        ink, n_steps=1000, method="riemann_trapezoid", internal_batch_size=100
    )
    found = by_ink(network, INK, PAIR, precise=True).maps[name]
    np.testing.assert_allclose(found, expected[0].detach().numpy(), atol=5e-3)
    assert np.abs(found).max() > 0.1


@pytest.fixture
def by_subset(weighed):
    """Return the difference for strokes that are drawn, 1, or not, 0: captum's features."""
    strokes = frame_each(SEVEN)

    @cache  # captum asks for the same few subsets again and again
    def difference(drawn: tuple[bool, ...]) -> float:
        image = pad(strokes[list(drawn)].max(axis=0, initial=0))
        with torch.no_grad():
            return float(weighed(torch.from_numpy(image)[None, None])[0])

    def differences(subsets):
        return torch.tensor([difference(tuple(row)) for row in (subsets > 0.5).tolist()])

    return differences


def test_the_strokes_shares_are_shapley_values(network, by_subset):
    found = by_stroke(network, SEVEN, Framing.MNIST, PAIR)
    drawn = torch.ones(1, len(SEVEN.strokes))
    expected = ShapleyValues(by_subset).attribute(drawn)
    np.testing.assert_allclose(found.shares, expected[0].numpy(), atol=1e-4)


def test_sampled_shapley_values_come_close(network, by_subset):
    torch.manual_seed(0)
    drawn = torch.ones(1, len(SEVEN.strokes))
    sampled = ShapleyValueSampling(by_subset).attribute(drawn, n_samples=300)
    found = by_stroke(network, SEVEN, Framing.MNIST, PAIR)
    assert np.abs(found.shares - sampled[0].numpy()).max() < 0.1 * np.abs(found.shares).max()


def test_the_units_shares_are_pytorchs_products(network, model, ink):
    found = by_unit(network, network.forward(INK[None]), PAIR)
    with torch.no_grad():
        values = {}
        hook = model.fc1.register_forward_hook(
            lambda _, __, sums: values.update(f6=torch.tanh(sums)[0])
        )
        model(ink)
        hook.remove()
        weights = model.fc2.weight[PAIR.digit] - model.fc2.weight[PAIR.against]
    np.testing.assert_allclose(found.shares, (weights * values["f6"]).numpy(), atol=1e-5)
