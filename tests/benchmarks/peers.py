"""For comparison: the same network and the usual loops, in other libraries."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from lenet_gui.core.network.architecture import LAYERS, PADDING, Layer
from lenet_gui.core.network.weights import Weights, load_weights
from lenet_gui.resources import default_weights
from lenet_gui.training.images import Distortion
from lenet_gui.training.model import from_weights

Images = NDArray[np.float32]
Forward = Callable[[Images], NDArray[np.float32]]
"""Maps images, float32 (n, 32, 32), to probabilities, float32 (n, 10)."""


def shipped_weights() -> Weights:
    """Return the program's own weights."""
    return load_weights(default_weights())


def pytorch(weights: Weights) -> Forward:
    """Return the forward pass in PyTorch, on one thread and without gradients."""
    torch.set_num_threads(1)
    model = from_weights(weights).eval()

    @torch.inference_mode()
    def forward(images: Images) -> NDArray[np.float32]:
        answer: NDArray[np.float32] = model(torch.from_numpy(images)[:, None]).softmax(1).numpy()
        return answer

    return forward


def onnx_runtime(weights: Weights) -> Forward:
    """Return the forward pass in ONNX Runtime, on one thread. Raises ImportError without it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        _onnx_model(weights), options, providers=["CPUExecutionProvider"]
    )

    def forward(images: Images) -> NDArray[np.float32]:
        answer: NDArray[np.float32] = session.run(None, {"values": images[:, None]})[0]
        return answer

    return forward


def _onnx_model(weights: Weights) -> bytes:
    """Return the layer table as an ONNX graph."""
    from onnx import TensorProto, helper, numpy_helper

    nodes: list[Any] = []

    def add(kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind}{len(nodes)}"
        nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    values = "values"
    for layer in LAYERS[1:]:
        values = _add_layer(add, values, layer)
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "LeNet-5",
        [info("values", TensorProto.FLOAT, ["n", *LAYERS[0].shape])],
        [info(values, TensorProto.FLOAT, ["n", *LAYERS[-1].shape])],
        [numpy_helper.from_array(np.array(array), name) for name, array in weights.arrays.items()],
    )
    # Versions that runtimes of the last years all read.
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return bytes(model.SerializeToString())


def _add_layer(add: Callable[..., str], values: str, layer: Layer) -> str:
    """Add one layer's nodes; return the name of its output."""
    sizes = {"kernel_shape": [layer.kernel] * 2, "strides": [layer.stride] * 2}
    parameters = f"{layer.parameter}.weight", f"{layer.parameter}.bias"
    if layer.kind == "pooling":
        return add("AveragePool", values, **sizes)
    if layer.kind == "convolution":
        values = add("Conv", values, *parameters, **sizes)
    else:
        values = add("Gemm", add("Flatten", values), *parameters, transB=1)
    return add("Tanh" if layer.activation == "tanh" else "Softmax", values)


class PlainDigits(torch.utils.data.Dataset[tuple[Tensor, Tensor]]):
    """Labelled images, transformed one at a time, as in tutorials."""

    def __init__(
        self, images: Tensor, targets: Tensor, transforms: list[Callable[[Tensor], Tensor]]
    ) -> None:
        self._images, self._targets, self._transforms = images, targets, transforms

    def __len__(self) -> int:
        return len(self._images)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        values = self._images[index]
        for transform in self._transforms:
            values = transform(values)
        return values, self._targets[index]


def to_tensor(image: Tensor) -> Tensor:
    """Convert like torchvision's ToTensor: uint8 (28, 28) to float32 (1, 28, 28), 0 … 1."""
    return image[None].to(torch.float32).div(255)


def pad(image: Tensor) -> Tensor:
    """Pad like torchvision's Pad(2)."""
    return nn.functional.pad(image, (PADDING,) * 4)


def random_affine(how: Distortion) -> Callable[[Tensor], Tensor]:
    """Return a transform like torchvision's RandomAffine, with the amounts in `how`."""

    def transform(image: Tensor) -> Tensor:
        turn, shear, size, right, down = (torch.rand(5) * 2 - 1).tolist()
        angle, side = np.deg2rad(turn * how.rotation), image.shape[-1]
        scale = np.exp(size * how.scale)
        cos, sin = np.cos(angle) / scale, np.sin(angle) / scale
        move = 2 * how.shift / side
        matrix = torch.tensor(
            [
                [cos, cos * shear * how.shear - sin, right * move],
                [sin, sin * shear * how.shear + cos, down * move],
            ],
            dtype=torch.float32,
        )
        grid = nn.functional.affine_grid(matrix[None], [1, 1, side, side], align_corners=False)
        return nn.functional.grid_sample(image[None], grid, align_corners=False)[0]

    return transform


def loader(digits: PlainDigits, batch_size: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Return an epoch of shuffled batches, loaded in this process, like ours."""
    return iter(torch.utils.data.DataLoader(digits, batch_size, shuffle=True))
