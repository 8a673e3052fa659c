"""Units, values and the field's terms in words, for tooltips, status bar and screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS, Layer
from lenet_gui.core.network.lenet5 import Held, Off
from lenet_gui.core.network.receptive_field import Region, seen_by
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.i18n import decimal, listed
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.map_values import MapValues

translate = QCoreApplication.translate

GAP = "   "
BY_NAME = {layer.name: layer for layer in LAYERS}


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


def pull(layer: Layer) -> str:
    """Explain the pull of a layer's units."""
    if layer is LAYERS[-2]:
        return translate(
            "Terms",
            "Pull: the weight to the digit times the unit's value. Together with the bias, all"
            " pulls add up to the digit's score.",
        )
    return translate(
        "Terms",
        "Pull: how the digit's score changes with the unit's value (its derivative), times that"
        " value.",
    )


def describe(unit: Unit, shown: MapValues | None, off: Off = frozenset()) -> str:
    """Return one line: layer, map, row, column, value to three decimals, receptive field.

    `shown` are the values of the unit's layer; None if there are none. Of a map that is `off` the
    line says so.
    """
    parts = [f"{title(unit.layer)}  {place(unit)}"]
    if shown is not None:
        value = value_text(unit.value_in(shown.values), shown)
        parts.append(_named(shown).format(value))
    if is_off(unit, off):
        parts.append(translate("UnitText", "off"))
    if sees := field_of_view(unit):
        parts.append(sees)
    return GAP.join(parts)


def spoken(unit: Unit, shown: MapValues | None, off: Off = frozenset()) -> str:
    """Return a unit as a screen reader reads it: C3, map 7, row 4, column 2, value −0.83.

    `shown` are the values of the unit's layer; None if there are none. “Off” is added if it is.
    """
    parts = [title(unit.layer), place(unit)]
    if shown is not None:
        value = value_text(unit.value_in(shown.values), shown, 2).removeprefix("+")
        parts.append(_named(shown).format(value))
    if is_off(unit, off):
        parts.append(translate("UnitText", "off"))
    return listed(*parts)


def off() -> str:
    """Return the word for a map that is off."""
    return translate("UnitText", "off")


def is_off(unit: Unit, off: Off) -> bool:
    """Return whether a unit's map is one of those that are off."""
    return any(held.place == (unit.layer.name, unit.map) for held in off)


def switched(unit: Unit, is_off: bool) -> str:
    """Return a sentence for a map, or a single unit, that was just switched."""
    words = translate("UnitText", "{0} is off") if is_off else translate("UnitText", "{0} is on")
    return words.format(whole_name(unit))


def whole_name(unit: Unit) -> str:
    """Return the name of a unit's layer and map, for example C3, map 7; or F6, unit 12."""
    own = map_name(unit) if unit.layer.size > 1 else place(unit)
    return listed(title(unit.layer), own)


def held_unit(held: Held) -> Unit:
    """Return the first unit of a map that is off."""
    return Unit(BY_NAME[held.layer], held.map)


def how_many_off(off: Off) -> str:
    """Return which map is off, or how many maps and units are; empty if none is."""
    if len(off) < 2:
        return "".join(switched(held_unit(held), is_off=True) for held in off)
    units = sum(BY_NAME[held.layer].size == 1 for held in off)
    if units == len(off):
        text = translate("UnitText", "{0} units off")
    elif units == 0:
        text = translate("UnitText", "{0} maps off")
    else:
        text = translate("UnitText", "{0} maps and units off")
    return text.format(len(off))


def _named(shown: MapValues) -> str:
    """Return how a number is named: {0} is the number."""
    if shown.are_sums:
        return translate("UnitText", "sum before tanh {0}")
    return translate("UnitText", "value {0}")


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
