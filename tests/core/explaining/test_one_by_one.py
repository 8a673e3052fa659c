"""Maps in the order in which they matter, against switching each off by hand."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.core.explaining.one_by_one import off_one_by_one, strongest_first
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Held, LeNet5, Off
from tests.conftest import make_weights

NETWORK = LeNet5(make_weights(seed=3, scale=0.3))
IMAGE = np.random.default_rng(6).random((32, 32), np.float32)
PAIR = Pair(3, 8)
MAPS = [Held(layer.name, n, 0.2) for layer in LAYERS if layer.name in ("C1", "C3")
        for n in range(layer.maps)]  # fmt: skip


def lead(off: Off) -> float:
    logits = NETWORK.forward(IMAGE[None], off).logits[0]
    return float(logits[3]) - float(logits[8])


@pytest.mark.parametrize(
    "off", [frozenset(), frozenset({Held("C3", 5), Held("F6", 7, 0.5)})], ids=["", "others off"]
)
def test_the_order_is_that_of_switching_each_off(off: Off) -> None:
    effects = strongest_first(list(off_one_by_one(NETWORK, IMAGE, PAIR, MAPS, off)))
    by_hand = {
        held: lead(off | {held}) - lead(off)
        for held in MAPS
        if held.place not in {one.place for one in off}
    }
    expected = sorted(by_hand, key=lambda held: -abs(by_hand[held]))
    assert [effect.held for effect in effects] == expected
    for effect in effects:
        found = NETWORK.forward(IMAGE[None], off | {effect.held})
        assert effect.change == pytest.approx(by_hand[effect.held], abs=1e-6)
        assert effect.probability == pytest.approx(float(found.probabilities[0, 3]))
        assert effect.answer == int(found.logits[0].argmax())


def test_a_fall_counts_as_much_as_a_rise() -> None:
    effect = next(off_one_by_one(NETWORK, IMAGE, PAIR, MAPS))
    small, rise, fall = (replace(effect, change=change) for change in (0.1, 2.0, -3.0))
    assert strongest_first([small, rise, fall]) == [fall, rise, small]
