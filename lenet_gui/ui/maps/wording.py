"""Units, values and the field's terms in words, for tooltips, status bar and screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS, Layer
from lenet_gui.core.network.receptive_field import Region, seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.i18n import decimal, listed
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.map_values import MapValues

translate = QCoreApplication.translate

GAP = "   "


def kind_of_layer(layer: Layer) -> str:
    """Explain a layer of this kind."""
    return {
        "input": translate(
            "Terms", "Input: your ink in 32×32 pixels; this is all the network sees."
        ),
        "convolution": translate(
            "Terms",
            "Convolution: a small kernel slides over the maps before it and is compared"
            " with every patch; where they are alike, the value is large.",
        ),
        "pooling": translate(
            "Terms",
            "Average pooling: four neighbours are replaced by their mean, so that exact"
            " positions matter less.",
        ),
        "linear": translate(
            "Terms",
            "Linear layer: every unit weighs all values of the layer before and adds them up.",
        ),
    }[layer.kind]


def activation(layer: Layer) -> str:
    """Explain a layer's activation; empty if it has none."""
    return {
        "tanh": translate(
            "Terms", "tanh: squeezes any sum into −1 … +1, so that large sums don't drown the rest."
        ),
        "softmax": translate(
            "Terms",
            "Softmax: turns ten sums into probabilities: e to the power of each sum,"
            " divided by the total of all ten.",
        ),
    }.get(layer.activation, "")


def parameters() -> str:
    """Explain parameters."""
    return translate(
        "Terms", "Parameters: the numbers found by training: kernels, weights and biases."
    )


def bias() -> str:
    """Explain the bias."""
    return translate("Terms", "Bias: a trained number that each unit adds to its sum.")


def kernel() -> str:
    """Explain kernels."""
    return translate("Terms", "Kernel: the trained pattern that every patch is compared with.")


def patch() -> str:
    """Explain the patch that a unit sees."""
    return translate(
        "Terms", "What it sees: the patch of the previous map that this unit is computed from."
    )


def products() -> str:
    """Explain the products of patch and kernel."""
    return translate(
        "Terms", "Products: each value it sees times the kernel's number at the same place."
    )


def map_sums() -> str:
    """Explain the bars of a convolution's unit."""
    return translate(
        "Terms",
        "Each bar is the contribution of one input map. Click a bar, or use ← and →, to see it.",
    )


def receptive_field() -> str:
    """Explain receptive fields."""
    return translate(
        "Terms", "Receptive field: the part of the input that a unit's value depends on."
    )


def probability() -> str:
    """Explain the probabilities."""
    return translate(
        "Terms",
        "Probability: how sure the network is of each digit. All ten add up to 100"
        " %, whatever you draw.",
    )


def contributions() -> str:
    """Explain the rows of a linear unit."""
    return translate(
        "Terms",
        "Each row is one value of the layer before times its weight: its contribution to the sum.",
    )


def describe(unit: Unit, shown: MapValues | None) -> str:
    """Return one line: layer, map, row, column, value to three decimals, receptive field.

    `shown` are the values of the unit's layer; None if there are none.
    """
    parts = [f"{title(unit.layer)}  {place(unit)}"]
    if shown is not None:
        value = value_text(unit.value_in(shown.values), shown)
        parts.append(translate("UnitText", "value {0}").format(value))
    if sees := field_of_view(unit):
        parts.append(sees)
    return GAP.join(parts)


def spoken(unit: Unit, shown: MapValues | None) -> str:
    """Return a unit as a screen reader reads it: C3, map 7, row 4, column 2, value −0.83.

    `shown` are the values of the unit's layer; None if there are none.
    """
    parts = [title(unit.layer), place(unit)]
    if shown is not None:
        value = value_text(unit.value_in(shown.values), shown, 2).removeprefix("+")
        parts.append(translate("UnitText", "value {0}").format(value))
    return listed(*parts)


def place(unit: Unit) -> str:
    """Return a unit's place in its layer."""
    layer = unit.layer
    if layer.activation == "softmax":
        return translate("UnitText", "digit {0}").format(unit.map)
    if layer.kind == "linear" or layer.size == 1:
        return translate("UnitText", "unit {0}").format(unit.map + 1)
    spot = translate("UnitText", "row {0}, column {1}").format(unit.row + 1, unit.column + 1)
    return listed(map_name(unit), spot)


def map_name(unit: Unit) -> str:
    """Return the name of the unit's map; empty if the layer has only one."""
    return translate("UnitText", "map {0}").format(unit.map + 1) if unit.layer.maps > 1 else ""


def field_of_view(unit: Unit) -> str:
    """Return the part of the input that a unit sees; empty for a pixel of the input."""
    seen = seen_by(unit.layer, unit.row, unit.column).get(LAYERS[0].name)
    if seen is None:
        return ""
    size = f"{INPUT_SIZE}×{INPUT_SIZE}"
    if seen == Region(0, 0, INPUT_SIZE, INPUT_SIZE):
        return translate("UnitText", "sees all of the {0} input").format(size)
    return translate("UnitText", "sees rows {0}–{1}, columns {2}–{3} of the {4} input").format(
        seen.top + 1, seen.bottom, seen.left + 1, seen.right, size
    )


def value_text(value: float, shown: MapValues, decimals: int = 3) -> str:
    """Return one of the values shown: with its sign if they are signed."""
    return decimal(value, decimals, has_plus=shown.signed)


def number(value: float, decimals: int = 3) -> str:
    """Return a number with its sign, a real minus or a plus."""
    return decimal(value, decimals, has_plus=True)


def added_up(values: Sequence[float]) -> str:
    """Return numbers as a sum, for example −0.774 − 0.601 + 0.300."""
    first, *others = (number(value) for value in values)
    return " ".join([first.removeprefix("+"), *(f"{text[0]} {text[1:]}" for text in others)])
