"""The figure of an explanation and its words."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.core.explaining.by_ink import InkShares
from lenet_gui.core.explaining.by_stroke import StrokeShares
from lenet_gui.core.explaining.by_unit import UnitShares
from lenet_gui.core.explaining.explanation import Explanation
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.figure.colours import DARK, LIGHT
from lenet_gui.figure.explanation import explanation_figure
from lenet_gui.figure.explanation_words import answer, question, signed, strokes_note
from lenet_gui.figure.shapes import Cells, Figure, Text
from lenet_gui.figure.svg import to_svg

STROKES = np.zeros((2, 28, 28), np.float32)
PADDED = np.zeros((32, 32), np.float32)
PADDED[10:20, 15:17] = 1


@pytest.fixture
def explanation() -> Explanation:
    """Return 7 against 1: a blank page at -1, two strokes of 3 and -0.5, one pixel, one unit."""
    scores = np.zeros(10, np.float32)
    scores[7], scores[1] = 4, 2.5
    pixel, unit = np.zeros((32, 32)), np.zeros(84)
    pixel[12, 15], unit[4] = 2.5, 1.25
    maps = {"C1": np.zeros((6, 28, 28)), "C3": np.zeros((16, 10, 10))}
    maps["C1"][0, 3, 3] = maps["C3"][15, 3, 3] = 2.5
    errors = {"C1": 0.0, "C3": 0.0}
    return Explanation(
        Pair(7, 1),
        scores,
        StrokeShares(-1.0, np.array([3, -0.5]), None, np.zeros((2, 10), np.float32)),
        UnitShares(0.25, unit),
        InkShares(-1.0, pixel, maps, 0.0, errors),
    )


def words(figure: Figure) -> list[str]:
    texts = [item for item in figure.items if isinstance(item, Text)]
    return ["".join(run.text for run in text.runs) for text in texts]


def test_question_and_answer(explanation: Explanation) -> None:
    assert question(explanation) == "Why a 7 and not a 1?"
    assert answer(explanation) == (
        "7 scores +4.000, 1 scores +2.500: a difference of +1.500,"
        " so 7 is 4.5 times as probable as 1."
    )
    turned = replace(explanation, pair=Pair(1, 7))
    assert answer(turned).endswith("a difference of −1.500, so 7 is 4.5 times as probable as 1.")


def test_numbers_have_a_sign(explanation: Explanation) -> None:
    assert [signed(value) for value in (1.23456, -0.5, 0.0, -0.0001)] == [
        "+1.235",
        "−0.500",
        "+0.000",
        "+0.000",
    ]


def test_notes_say_how_sure_the_strokes_are(explanation: Explanation) -> None:
    assert strokes_note(explanation) == ""
    assert explanation.by_stroke is not None
    estimated = replace(explanation, by_stroke=replace(explanation.by_stroke, error=0.125))
    assert "0.125" in strokes_note(estimated)
    assert "no strokes" in strokes_note(replace(explanation, by_stroke=None))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_sum_is_written_down(explanation: Explanation, theme) -> None:
    figure = explanation_figure(explanation, PADDED, STROKES, theme, "Read as 7, 70.0 %")
    shown = words(figure)
    for text in ("−1.000", "+3.000", "−0.500", "+1.500", "Read as 7, 70.0 %."):
        assert text in shown
    assert "bias +0.250 + units +1.250 = +1.500" in shown
    assert "blank −1.000 + ink +2.500 = +1.500" in shown
    assert shown.count("blank −1.000 + maps +2.500 = +1.500") == 2
    assert ET.fromstring(to_svg(figure)).tag.endswith("svg")


def test_everything_lies_within_the_figure(explanation: Explanation) -> None:
    figure = explanation_figure(explanation, PADDED, STROKES, LIGHT)
    for item in figure.items:
        if isinstance(item, Cells):
            assert item.x >= 0
            assert item.y >= 0
            assert item.x + item.width <= figure.width
            assert item.y + item.height <= figure.height
        elif isinstance(item, Text):
            assert item.size < item.y < figure.height


def test_bars_have_the_lengths_of_their_shares(explanation: Explanation) -> None:
    figure = explanation_figure(explanation, PADDED, STROKES, LIGHT)
    bars = {}
    for item in figure.items:
        if isinstance(item, Cells) and item.height == 16 and item.colours.size == 1:
            bars[round(item.y)] = item
    blank, first, second, total = (bars[place] for place in sorted(bars))
    unit = blank.width
    assert [bar.width / unit for bar in (first, second, total)] == pytest.approx([3, 0.5, 1.5])
    assert blank.x == first.x
    assert first.x + first.width == pytest.approx(second.x + second.width)
    assert total.x + total.width == pytest.approx(second.x)
    colours = {bar.colours.item() for bar in (blank, second)}
    assert len(colours) == 1
    assert colours.isdisjoint({first.colours.item()})


def test_a_picture_has_no_bars_for_strokes(explanation: Explanation) -> None:
    figure = explanation_figure(replace(explanation, by_stroke=None), PADDED, None, LIGHT)
    assert not any(re.match(r"stroke \d", text) for text in words(figure))
