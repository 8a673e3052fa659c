"""A drawing, and a network whose explanations can be worked out by hand."""

import numpy as np

from lenet_gui.core.network.architecture import parameter_shapes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.strokes.drawing import Drawing, stroke

SEVEN = Drawing(
    (
        stroke([(20, 20), (80, 20)]),
        stroke([(80, 20), (60, 60), (40, 100)]),
        stroke([(40, 60), (80, 60)]),
    )
)
DIGIT = 3
PER_PIXEL = 0.625
BIAS = 2.0
SEEN = slice(6, 26)
"""Rows and columns of the input that count."""


def adding_up() -> LeNet5:
    """Return a network whose score of DIGIT is BIAS and PER_PIXEL for each seen pixel of ink.

    All values are so small that tanh hardly bends. One weight leads from each C1 cell to the
    pixel in the middle of its patch, one from each C3 cell to the middle of its patch in S2, and
    all of C5's patch counts: 1e-4 · 1e5 for each pixel, over 4 · 4 for the two averages.
    """
    arrays = {name: np.zeros(shape, np.float32) for name, shape in parameter_shapes().items()}
    arrays["conv1.weight"][0, 0, 2, 2] = 1e-4
    arrays["conv2.weight"][0, 0, 2, 2] = 1
    arrays["conv3.weight"][0, 0] = 1
    arrays["fc1.weight"][0, 0] = 1
    arrays["fc2.weight"][DIGIT, 0] = 1e5
    arrays["fc2.bias"][DIGIT] = BIAS
    return LeNet5(Weights.checked(arrays, {}, "adding up"))
