"""The layer table of LeNet-5, from which all its numbers are derived.

Shapes, worked formulas, parameter counts and the checks on a weights file are all derived from
`LAYERS`. Source: LeCun, Bottou, Bengio, Haffner, "Gradient-Based Learning Applied to Document
Recognition", Proc. IEEE 86(11), 1998, section II-B, in its plain modern form: every C3 map sees
all six S2 maps, pooling has no trained coefficients, and the output is linear with a softmax.
"""

from dataclasses import dataclass
from math import prod
from typing import Literal

Kind = Literal["input", "convolution", "pooling", "linear"]
Activation = Literal["tanh", "softmax", ""]

FRAME_SIZE = 28
"""Side of a framed image, in pixels: MNIST's own size."""
DIGIT_SIZE = 20
"""Longer side of the ink's bounding box in a framed image, in pixels, as in MNIST."""
PADDING = 2
"""Paper added on each side of a framed image, so that strokes reach the centre of a C1 unit."""
INPUT_SIZE = FRAME_SIZE + 2 * PADDING
CLASSES = 10


@dataclass(frozen=True)
class Layer:
    """One row of the table; `source` is the shape of the input, (maps, rows, columns)."""

    name: str
    kind: Kind
    source: tuple[int, ...]
    maps: int
    kernel: int = 1
    stride: int = 1
    padding: int = 0
    activation: Activation = ""
    parameter: str = ""
    """Name under which weights files keep the layer's weight and bias; empty if it has none."""

    @property
    def size(self) -> int:
        """Rows (and columns) of each map: (W - F + 2P) / S + 1."""
        if self.kind == "linear":
            return 1
        if self.kind == "input":
            return self.source[1]
        return (self.source[1] - self.kernel + 2 * self.padding) // self.stride + 1

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the layer's values: (maps, rows, columns), or (units,) for a linear layer."""
        return (self.maps,) if self.kind == "linear" else (self.maps, self.size, self.size)

    @property
    def units(self) -> int:
        """Number of values in the layer."""
        return prod(self.shape)

    @property
    def is_signed(self) -> bool:
        """Whether values can be negative: those of tanh, and their averages."""
        return self.activation == "tanh" or self.kind == "pooling"

    @property
    def weight_shape(self) -> tuple[int, ...]:
        """Shape of the weight array, as PyTorch keeps it; empty if the layer has none."""
        if self.kind == "convolution":
            return (self.maps, self.source[0], self.kernel, self.kernel)
        if self.kind == "linear":
            return (self.maps, prod(self.source))
        return ()

    @property
    def bias_shape(self) -> tuple[int, ...]:
        """Shape of the bias array; empty if the layer has none."""
        return (self.maps,) if self.weight_shape else ()

    @property
    def parameters(self) -> int:
        """Number of trained parameters."""
        return prod(self.weight_shape) + self.maps if self.weight_shape else 0

    @property
    def formula(self) -> str:
        """The output size worked out with this layer's numbers; empty if no window slides."""
        if self.kind not in ("convolution", "pooling"):
            return ""
        return (
            f"({self.source[1]} − {self.kernel} + 2·{self.padding})/{self.stride} + 1 = {self.size}"
        )

    @property
    def parameter_formula(self) -> str:
        """The number of parameters worked out: maps times inputs and one bias; empty if none."""
        if not self.weight_shape:
            return ""
        each = "·".join(str(n) for n in self.weight_shape[1:])
        return f"{self.maps}·({each} + 1) = {self.parameters:,}"

    @property
    def description(self) -> str:
        """The layer in a few words."""
        field = f"{self.kernel}×{self.kernel}"
        text = {
            "input": "image",
            "convolution": f"convolution {field}",
            "pooling": f"average of {field}",
            "linear": "linear",
        }[self.kind]
        return f"{text}, {self.activation}" if self.activation else text

    @property
    def shape_text(self) -> str:
        """The shape in writing, for example 6×28×28 or 84."""
        return "×".join(str(n) for n in self.shape)


def _chain(*rows: dict[str, object]) -> tuple[Layer, ...]:
    """Make the layers, each with the shape of the one before as its input."""
    layers: list[Layer] = []
    source: tuple[int, ...] = (1, INPUT_SIZE, INPUT_SIZE)
    for row in rows:
        row.setdefault("maps", source[0])  # pooling keeps the number of maps
        layers.append(Layer(source=source, **row))  # type: ignore[arg-type]
        source = layers[-1].shape
    return tuple(layers)


LAYERS = _chain(
    {"name": "input", "kind": "input"},
    {"name": "C1", "kind": "convolution", "maps": 6, "kernel": 5, "activation": "tanh", "parameter": "conv1"},
    {"name": "S2", "kind": "pooling", "kernel": 2, "stride": 2},
    {"name": "C3", "kind": "convolution", "maps": 16, "kernel": 5, "activation": "tanh", "parameter": "conv2"},
    {"name": "S4", "kind": "pooling", "kernel": 2, "stride": 2},
    {"name": "C5", "kind": "convolution", "maps": 120, "kernel": 5, "activation": "tanh", "parameter": "conv3"},
    {"name": "F6", "kind": "linear", "maps": 84, "activation": "tanh", "parameter": "fc1"},
    {"name": "output", "kind": "linear", "maps": CLASSES, "activation": "softmax", "parameter": "fc2"},
)  # fmt: skip

TRAINED_LAYERS = tuple(layer for layer in LAYERS if layer.parameter)
PARAMETERS = sum(layer.parameters for layer in LAYERS)


def parameter_shapes() -> dict[str, tuple[int, ...]]:
    """Shapes of the arrays in a weights file by name, for example `conv1.weight`: (6, 1, 5, 5)."""
    shapes: dict[str, tuple[int, ...]] = {}
    for layer in TRAINED_LAYERS:
        shapes[f"{layer.parameter}.weight"] = layer.weight_shape
        shapes[f"{layer.parameter}.bias"] = layer.bias_shape
    return shapes
