"""The inspector's words: titles, a value worked out, what a layer does, its weights' names."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.network.receptive_field import seen_by
from lenet_gui.core.network.unit import Average, Explanation, Unit, WeightedSum
from lenet_gui.ui.inspector.weights_view import Namer
from lenet_gui.ui.kit.i18n import decimal, grouped
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.wording import is_off, map_name, number, place

translate = QCoreApplication.translate


def with_shape(layer: Layer) -> str:
    """Return a layer's title with its shape."""
    units = translate("Inspector", "{0} units").format(layer.units)
    return f"{title(layer)}  {units if layer.kind == 'linear' else layer.shape_text}"


def before_tanh(layer: Layer, shows_sums: bool) -> str:
    """Return what a title adds if the layer's sums are shown in place of its values."""
    is_sum = shows_sums and layer.activation == "tanh"
    return "  " + translate("Inspector", "before tanh") if is_sum else ""


def mark(unit: Unit, off: Off) -> str:
    """Return what a title adds if the unit's map is off."""
    return f"  {wording.off()}" if is_off(unit, off) else ""


def value_worked_out(found: Explanation) -> str:
    """Return how a unit's value comes about: its mean or its sum; a pixel's ink."""
    if isinstance(found, Average):
        words = translate("Inspector", "mean of {0} values = {1}")
        words = words.format(found.inputs.size, number(found.value))
        return words + _held_in_words(found.held)
    if isinstance(found, WeightedSum):
        return _sum_in_words(found)
    return translate("Inspector", "ink {0}").format(decimal(found.value, 3))


def _sum_in_words(found: WeightedSum) -> str:
    """Return the sum worked out: products, bias, total and the activation of the total."""
    products = number(found.total - found.bias)
    total = translate("Inspector", "products {0}  +  bias {1}  =  {2}").format(
        products, number(found.bias), number(found.total)
    )
    if found.exponentials is None:
        result = translate("Inspector", "tanh  →  {0}").format(number(found.value))
    else:
        result = translate("Inspector", "softmax  →  {0}").format(decimal(found.value, 3))
    return f"{total},  {result}{_held_in_words(found.held)}"


def _held_in_words(held: float | None) -> str:
    """Return the value at which a unit that is off is held; empty if it is on."""
    if held is None:
        return ""
    return ",  " + translate("Inspector", "off: held at {0}").format(number(held))


def has_kernels(layer: Layer) -> bool:
    """Return whether each unit sees only a part of the input: kernels slide."""
    if layer.kind != "convolution":
        return False
    return seen_by(layer, 0, 0)["input"] != seen_by(layer, layer.size - 1, 0)["input"]


def weight_namer(layer: Layer) -> Namer:
    """Return how to name a layer's weights: by the ends of their connections."""
    if layer.activation == "softmax":
        pattern = translate("LayerPage", "to digit {0}, from input {1}")
        return lambda _down, _across, row, column: pattern.format(row, column + 1)
    if not has_kernels(layer):
        pattern = translate("LayerPage", "to unit {0}, from input {1}")
        return lambda _down, _across, row, column: pattern.format(row + 1, column + 1)
    if layer_before(layer).kind == "input":
        pattern = translate("LayerPage", "from the image to map {0}, row {1}, column {2}")
        return lambda _down, *others: pattern.format(*(n + 1 for n in others))
    pattern = translate("LayerPage", "from map {0} to map {1}, row {2}, column {3}")
    return lambda *numbers: pattern.format(*(n + 1 for n in numbers))


def weight_labels(layer: Layer) -> list[str]:
    """Return the labels of a layer's weights: of rows that are high enough for one."""
    if layer.activation == "softmax":
        return [place(Unit(layer, digit)) for digit in range(layer.maps)]
    before = layer_before(layer)
    if layer.kind == "linear":
        return [place(Unit(layer, unit)) for unit in range(layer.maps)]
    if not has_kernels(layer):
        return []
    if before.kind == "input":
        return [translate("LayerPage", "the image")]
    return [map_name(Unit(before, index)) for index in range(before.maps)]


def about_preferred(layer: Layer) -> str:
    """Return what the pictures of preferred inputs are."""
    if has_kernels(layer):
        return translate(
            "LayerPage",
            "For each map, the patch of ink that gives its unit the largest sum. The search"
            " starts with grey and changes every pixel a little, 60 times, so that the sum"
            " grows fastest (gradient ascent).",
        )
    if layer.activation == "softmax":
        return translate(
            "LayerPage",
            "For each digit, the input with the largest score found from grey by 60 steps of"
            " gradient ascent. It needn't look like that digit: it shows which pixels the score"
            " responds to.",
        )
    return translate(
        "LayerPage",
        "For each unit, the input with the largest sum found from grey by 60 steps of gradient"
        " ascent. It needn't look like anything: it shows which pixels the unit responds to.",
    )


def layer_in_words(layer: Layer) -> str:
    """Return one plain sentence on what a layer does."""
    return {
        "input": translate("LayerPage", "Your ink, framed and padded: 1 is ink, 0 is paper."),
        "convolution": translate(
            "LayerPage",
            "Slides each kernel over the maps before it. Where a patch looks like the"
            " kernel, the sum is large. tanh keeps it between −1 and 1.",
        ),
        "pooling": translate(
            "LayerPage",
            "Each value is the mean of four neighbours. This halves the size and makes"
            " exact positions matter less.",
        ),
        "linear": translate(
            "LayerPage",
            "Each unit weighs all values of the layer before and adds them up; tanh of the"
            " sum is its value.",
        )
        if layer.activation == "tanh"
        else translate(
            "LayerPage",
            "One unit for each digit weighs all values before it and adds them up. The"
            " softmax turns the ten sums into probabilities that add up to 1.",
        ),
    }[layer.kind]


def size_worked_out(layer: Layer) -> str:
    """Return the layer's size and parameters, worked out."""
    parts = []
    if layer.formula:
        parts.append(translate("LayerPage", "Size, (W − F + 2P)/S + 1:\n{0}").format(layer.formula))
    if layer.parameter_formula:
        total = grouped(layer.parameters)
        formula = layer.parameter_formula.replace(f"{layer.parameters:,}", total)
        parts.append(translate("LayerPage", "Parameters:\n{0}").format(formula))
    return "\n".join(parts) or translate("LayerPage", "{0} values").format(grouped(layer.units))


def layer_before(layer: Layer) -> Layer:
    """Return the layer that feeds this one; the input itself."""
    return LAYERS[max(0, LAYERS.index(layer) - 1)]
