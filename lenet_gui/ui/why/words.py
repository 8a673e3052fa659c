"""The lens's sentences: the question, its answer in a sentence, and what stands in its place."""

from math import exp, floor, log, log10

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.ui.kit.i18n import decimal, grouped
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, ShownScores
from lenet_gui.ui.why.explainer import Question

translate = QCoreApplication.translate

LARGEST = 16.0
"""Difference of scores up to which its power of e is written out."""
LONGEST = "−8.88", "−8.88", "+8.88", "8,800"
"""Stand for the numbers of the sentence, so that it keeps room for long ones."""


def _a(digit: int) -> str:
    """Return a digit with its article."""
    return (
        translate("Why", "a 0"), translate("Why", "a 1"), translate("Why", "a 2"),
        translate("Why", "a 3"), translate("Why", "a 4"), translate("Why", "a 5"),
        translate("Why", "a 6"), translate("Why", "a 7"), translate("Why", "an 8"),
        translate("Why", "a 9"),
    )[digit]  # fmt: skip


def instead(reading: Reading, has_network: bool) -> str:
    """Return why nothing can be explained."""
    if not has_network:
        return translate("Why", "There is no network: its weights could not be read.")
    if reading.verdict is Verdict.TOO_LITTLE:
        return translate("Why", "A dot is too little ink to be read as a digit: draw on.")
    if reading.activations is None:
        return translate(
            "Why", "Draw a digit: here you see why it is read as that digit and no other."
        )
    return translate(
        "Why", "The scores are too large to be numbers: this network can’t be explained."
    )


def remark(reading: Reading, is_learning: bool) -> str:
    """Return a sentence on what is special about a reading; empty if nothing is."""
    if is_learning:
        return translate(
            "Why", "The network is in training: pale parts follow when training pauses."
        )
    if reading.verdict is Verdict.NOT_A_DIGIT:
        return translate(
            "Why", "It doesn’t look like a digit: these are the two that it resembles most."
        )
    if reading.off:
        return translate("Why", "Maps are off: this is why the network without them reads it so.")
    if isinstance(reading.source, Picture):
        return translate("Why", "This is a picture: it has ink, but no strokes to take apart.")
    return ""


def headline(question: Question) -> str:
    """Return the question."""
    words = translate("Why", "Why {0} and not {1}?")
    if question.reading.verdict is Verdict.NOT_A_DIGIT:
        words = translate("Why", "Why {0} rather than {1}?")
    return words.format(_a(question.pair.digit), _a(question.pair.against))


def sentence(shown: ShownScores, question: Question) -> str:
    """Return the scores, their difference and what it means."""
    pair = question.pair
    first, second = (decimal(shown.scores[d], DECIMALS) for d in (pair.digit, pair.against))
    difference = number(shown.difference, DECIMALS)
    return _in_words(pair, first, second, difference, _times(question.difference))


def _in_words(pair: Pair, first: str, second: str, difference: str, times: str) -> str:
    words = translate(
        "Why",
        "{0} scores {1}, {2} scores {3}: a difference of {4}, so {0} is {5} times as probable.",
    )
    if not times:
        words = translate(
            "Why",
            "{0} scores {1}, {2} scores {3}: a difference of {4}, so both are about equally"
            " probable.",
        )
    bold = [f"<b>{text}</b>" for text in (first, second, difference)]
    return words.format(pair.digit, bold[0], pair.against, *bold[1:], times)


def longest(pair: Pair) -> str:
    """Return a sentence with long numbers, so that room is kept for it."""
    return _in_words(pair, *LONGEST)


def _times(difference: float) -> str:
    """Return e to the power of a difference, to two digits; empty if that is about 1."""
    if difference > LARGEST:
        mantissa = 10 ** (difference / log(10) % 1)
        return f"{decimal(mantissa, 1)}·10^{floor(difference / log(10))}"
    times = exp(difference)
    if times < 1.05:
        return ""
    if times < 9.95:
        return decimal(times, 1)
    unit = 10 ** (floor(log10(times)) - 1)
    return grouped(round(times / unit) * unit)
