import numpy as np

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.map_health import State, states

BY_NAME = {layer.name: layer for layer in LAYERS}


def test_states_of_maps_by_hand() -> None:
    values = np.zeros((6, 28, 28), np.float32)
    values[0] = np.linspace(-1, 1, 28)
    values[1] = 1.0
    values[2] = np.where(np.arange(28) % 2, 0.995, -0.995)
    values[3] = 0.3
    values[3, 5, 5] = 0.31
    values[4] = 0.995
    values[4, :4] = 0.0  # a seventh of it is active
    assert states(BY_NAME["C1"], values) == [
        State.LIVELY,
        State.SATURATED,
        State.SATURATED,
        State.CONSTANT,
        State.LIVELY,
        State.CONSTANT,
    ]


def test_single_values_are_never_constant() -> None:
    values = np.zeros(84, np.float32)
    values[3] = -0.9999
    found = states(BY_NAME["F6"], values)
    assert found[3] is State.SATURATED
    assert found.count(State.LIVELY) == 83


def test_ink_and_probabilities_are_always_lively() -> None:
    assert set(states(BY_NAME["input"], np.ones((1, 32, 32), np.float32))) == {State.LIVELY}
    assert set(states(BY_NAME["output"], np.eye(10, dtype=np.float32)[3])) == {State.LIVELY}
