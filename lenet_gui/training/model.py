"""LeNet-5 as a PyTorch module, built from the layer table."""

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn

from lenet_gui.core.network.architecture import LAYERS, PARAMETERS, Layer, parameter_shapes
from lenet_gui.core.network.weights import Weights

LIMIT = 1.5
"""A sum beyond which tanh, at 0.905, hardly grows."""


class LeNet5(nn.Module):
    """The network for training: images in, logits out.

    Its parameters have the names of the weights file (`conv1.weight`, …, `fc2.bias`), so any state
    dict with these names loads as it is. `dropout` acts after C5 and F6 in training and has no
    parameters. In training, `excess` is how far the last batch's sums before tanh went beyond
    LIMIT, where tanh saturates: the mean square, added up over the layers.
    """

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        for layer in LAYERS:
            if layer.parameter:
                self.add_module(layer.parameter, _trained(layer))
        self.dropout = nn.Dropout(dropout)
        self.excess = torch.zeros(())
        if sum(parameter.numel() for parameter in self.parameters()) != PARAMETERS:
            raise AssertionError("The module does not have the layer table's parameters.")

    def forward(self, images: Tensor) -> Tensor:
        """Map images, float32 (n, 1, 32, 32), ink 1 and paper 0, to logits, (n, 10)."""
        values, excess = images, torch.zeros(())
        for layer in LAYERS[1:]:
            if layer.kind == "pooling":
                values = nn.functional.avg_pool2d(values, layer.kernel, layer.stride, layer.padding)
                continue
            if layer.kind == "linear":
                values = values.flatten(1)
            values = self.get_submodule(layer.parameter)(values)
            if layer.activation == "tanh":
                if self.training:
                    excess = excess + (values.abs() - LIMIT).clamp(min=0).square().mean()
                values = torch.tanh(values)
            if layer.size == 1 and layer is not LAYERS[-1]:
                values = self.dropout(values)
        self.excess = excess
        return values


def _trained(layer: Layer) -> nn.Module:
    """Return the layer's convolution or linear map."""
    if layer.kind == "convolution":
        return nn.Conv2d(layer.source[0], layer.maps, layer.kernel, layer.stride, layer.padding)
    inputs = layer.weight_shape[1]
    return nn.Linear(inputs, layer.maps)


def to_weights(state: Mapping[str, Tensor], metadata: Mapping[str, str]) -> Weights:
    """Convert a state dict to checked weights. Raises WeightsError if it does not fit."""
    arrays = {name: state[name].detach().cpu().numpy() for name in parameter_shapes()}
    return Weights.checked(arrays, metadata, "The trained network")


def cooled(weights: Weights, temperature: float) -> Weights:
    """Divide the logits by a temperature, by dividing the output layer's weights."""
    output = LAYERS[-1].parameter
    arrays = {
        name: array / np.float32(temperature) if name.startswith(f"{output}.") else array
        for name, array in weights.arrays.items()
    }
    return Weights.checked(arrays, weights.metadata, "The trained network")


def from_weights(weights: Weights) -> LeNet5:
    """Return a module with the given weights."""
    model = LeNet5()
    model.load_state_dict({name: torch.tensor(a) for name, a in weights.arrays.items()})
    return model
