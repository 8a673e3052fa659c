"""Optimisers: from a gradient to a step. All parameters are one vector."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np

from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.network.lenet5 import Array

BETAS = (0.9, 0.999)
EPSILON = 1e-7
"""As in Keras; in float32 it makes no difference to PyTorch's 1e-8 unless gradients vanish."""

State = Mapping[str, Array]


class Optimizer(Protocol):
    """Turns gradients into steps; `state` is all that it remembers of earlier ones."""

    state: dict[str, Array]

    def step(self, gradient: Array, rate: float) -> Array:
        """Return what to take off the parameters. The gradient may be overwritten."""
        ...


def optimizer_for(recipe: Recipe, parameters: int) -> Optimizer:
    """Return the recipe's optimiser for so many parameters."""
    return Adam(parameters) if recipe.optimizer == "adam" else SGD(parameters, recipe.momentum)


class SGD:
    """Stochastic gradient descent with momentum: v ← μ·v + g, a step of rate·v."""

    def __init__(self, parameters: int, momentum: float) -> None:
        self.momentum = np.float32(momentum)
        self.state = {"velocity": np.zeros(parameters, np.float32)}

    def step(self, gradient: Array, rate: float) -> Array:
        """Return what to take off the parameters."""
        velocity = self.state["velocity"]
        velocity *= self.momentum
        velocity += gradient
        return velocity * np.float32(rate)


class Adam:
    """Adam: each parameter's step by the mean of its gradients over the root of their mean square.

    Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015.
    """

    def __init__(self, parameters: int) -> None:
        self.state = {
            "steps": np.zeros(1, np.float32),
            "mean": np.zeros(parameters, np.float32),
            "square": np.zeros(parameters, np.float32),
        }

    def step(self, gradient: Array, rate: float) -> Array:
        """Return what to take off the parameters."""
        first, second = BETAS
        mean, square = self.state["mean"], self.state["square"]
        self.state["steps"] += 1
        steps = float(self.state["steps"][0])
        mean *= np.float32(first)
        mean += gradient * np.float32(1 - first)
        square *= np.float32(second)
        np.square(gradient, out=gradient)
        gradient *= np.float32(1 - second)
        square += gradient
        size = np.sqrt(square / np.float32(1 - second**steps))
        size += np.float32(EPSILON)
        taken: Array = mean * np.float32(rate / (1 - first**steps))
        taken /= size
        return taken
