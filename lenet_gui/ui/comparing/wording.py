"""Readings and their differences in words."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.comparison import Comparison
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.ui.kit.i18n import decimal, grouped, listed, percentage
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.layer_header import title

translate = QCoreApplication.translate


def digit_of(reading: Reading) -> str:
    """Return the digit that was read, or a dash."""
    return "–" if reading.digit is None else str(reading.digit)


def answer(reading: Reading | None) -> str:
    """Return the answer in a few words, for example “3, 99.9 %”."""
    if reading is None or reading.verdict is Verdict.EMPTY:
        return translate("Comparing", "nothing drawn")
    if reading.verdict is Verdict.NOT_A_DIGIT:
        return translate("Comparing", "no digit")
    probabilities, digit = reading.probabilities, reading.digit
    if probabilities is None or digit is None:
        return translate("Comparing", "not read")
    return listed(str(digit), percentage(float(probabilities[digit])))


def three_values(unit: Unit, comparison: Comparison) -> str:
    """Return one line: a unit's place, and its pinned, current and signed values."""
    parts = [f"{title(unit.layer)}  {wording.place(unit)}"]
    name, is_signed = unit.layer.name, unit.layer.is_signed
    for words, values in (
        (translate("Comparing", "pinned {0}"), comparison.pinned.values(name)),
        (translate("Comparing", "current {0}"), comparison.current.values(name)),
    ):
        if values is not None:
            parts.append(words.format(decimal(unit.value_in(values), 3, has_plus=is_signed)))
    difference = comparison.differences.get(name)
    if difference is not None:
        words = translate("Comparing", "difference {0}")
        parts.append(words.format(wording.number(unit.value_in(difference))))
    return wording.GAP.join(parts)


def distance_in_words(layer: Layer, comparison: Comparison) -> str:
    """Explain a layer's distance; empty if it was not read on both sides."""
    differences = comparison.differences.get(layer.name)
    if differences is None:
        return ""
    words = translate("Comparing", "{0}: distance {1}, the root mean square of its {2} differences")
    distance = decimal(comparison.distances[layer.name], 3)
    return words.format(title(layer), distance, grouped(differences.size))
