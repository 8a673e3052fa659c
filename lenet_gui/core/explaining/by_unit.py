"""F6's share of a difference of scores: exact, since the last layer is linear.

A score is the sum of F6's values times its weights, plus a bias. So the difference of two scores is
the sum of F6's values times the differences of weights, plus the difference of biases.
"""

from dataclasses import dataclass

import numpy as np

from lenet_gui.core.explaining.pair import Pair, Values
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Activations, LeNet5

OUTPUT, LAST_HIDDEN = LAYERS[-1], LAYERS[-2]


@dataclass(frozen=True, eq=False)
class UnitShares:
    """The bias's share of the difference, and each unit's: `shares`, float64 (84,)."""

    bias: float
    shares: Values

    @property
    def total(self) -> float:
        """The difference of the two scores."""
        return self.bias + float(self.shares.sum())


def by_unit(network: LeNet5, activations: Activations, pair: Pair) -> UnitShares:
    """Take the difference apart for the first image in `activations`."""
    weights = network.matrix(OUTPUT).astype(np.float64)
    biases = network.weights.arrays[f"{OUTPUT.parameter}.bias"].astype(np.float64)
    values = activations.layers[LAST_HIDDEN.name][0].astype(np.float64)
    return UnitShares(
        float(biases[pair.digit] - biases[pair.against]),
        (weights[pair.digit] - weights[pair.against]) * values,
    )
