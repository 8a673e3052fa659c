"""The field's terms, each in one plain sentence, for tooltips."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import Layer

translate = QCoreApplication.translate


def kind_of_layer(layer: Layer) -> str:
    """Say what a layer of this kind does."""
    return {
        "input": translate(
            "Terms", "Input: your ink in 32×32 pixels, which is all that the network sees."
        ),
        "convolution": translate(
            "Terms",
            "Convolution: a small kernel slides over the maps before and is weighed against every"
            " patch; where they are alike the value is large.",
        ),
        "pooling": translate(
            "Terms",
            "Average pooling: four neighbours become their mean, so that it matters less where"
            " exactly something is.",
        ),
        "linear": translate(
            "Terms", "Linear layer: every unit weighs all values of the layer before."
        ),
    }[layer.kind]


def activation(layer: Layer) -> str:
    """Say what becomes of a layer's sums; nothing where they stay as they are."""
    return {
        "tanh": translate(
            "Terms", "tanh: bends any sum into −1 … +1, so that large ones do not drown the rest."
        ),
        "softmax": translate(
            "Terms",
            "Softmax: turns ten sums into probabilities; each is e to the power of its sum, over"
            " all ten of those added up.",
        ),
    }.get(layer.activation, "")


def parameters() -> str:
    """Say what parameters are."""
    return translate(
        "Terms", "Parameters: the numbers that training found, kernels, weights and biases."
    )


def bias() -> str:
    """Say what a bias is."""
    return translate("Terms", "Bias: a number of the unit's own that is added to the sum.")


def kernel() -> str:
    """Say what a kernel is."""
    return translate(
        "Terms", "Kernel: the trained pattern that a patch is compared with, the same everywhere."
    )


def patch() -> str:
    """Say what a patch is."""
    return translate(
        "Terms", "What it sees: the patch of the map before from which this unit is computed."
    )


def products() -> str:
    """Say what the products are."""
    return translate(
        "Terms", "Products: each value seen times the kernel's number in the same place."
    )


def map_sums() -> str:
    """Say what the bars of a convolution are."""
    return translate(
        "Terms", "Each bar is what one input map adds. Click one, or use ← and →, to see it."
    )


def receptive_field() -> str:
    """Say what a receptive field is."""
    return translate(
        "Terms", "Receptive field: the part of the input on which a unit's value depends."
    )


def probability() -> str:
    """Say what the probabilities mean."""
    return translate(
        "Terms",
        "Probability: how sure the network is of each digit; all ten add up to 100 %, whatever is"
        " drawn.",
    )


def contributions() -> str:
    """Say what the rows of a linear unit are."""
    return translate(
        "Terms",
        "Each row is one value of the layer before, times its weight: its share of the sum.",
    )
