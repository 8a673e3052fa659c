import numpy as np
import pytest

from lenet_gui.core.explaining.by_unit import by_unit
from lenet_gui.core.explaining.pair import Pair, difference
from lenet_gui.core.framing.framing import frame
from lenet_gui.core.reading.classifier import Classifier
from tests.core.explaining.made_up import BIAS, DIGIT, PER_PIXEL, SEEN, SEVEN, adding_up

INK = frame(SEVEN).padded


def test_one_unit_has_it_all() -> None:
    network = adding_up()
    found = by_unit(network, network.forward(INK[None]), Pair(0, DIGIT))
    assert found.bias == -BIAS
    assert found.shares[0] == pytest.approx(-PER_PIXEL * INK[SEEN, SEEN].sum(), rel=1e-4)
    assert not found.shares[1:].any()


def test_bias_and_units_add_up(random_classifier: Classifier) -> None:
    activations = random_classifier.network.forward(INK[None])
    for pair in (Pair(7, 1), Pair(0, 9)):
        found = by_unit(random_classifier.network, activations, pair)
        expected = float(difference(activations.logits[0], pair))
        assert np.abs(found.shares).max() > 0.01
        assert found.total == pytest.approx(expected, abs=1e-5)
