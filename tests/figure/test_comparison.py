"""The figure of a comparison: the maps' colours, the differences' sign, and the words."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.comparison import Comparison, Side
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.figure.colours import PALETTES, colour
from lenet_gui.figure.comparison import comparison_figure
from lenet_gui.figure.shapes import Cells, Text
from lenet_gui.figure.svg import to_svg
from tests.conftest import make_weights

CLASSIFIER = Classifier(LeNet5(make_weights()))
SEVEN = Drawing().with_stroke([(100, 100), (300, 100), (180, 420)])
ONE = Drawing().with_stroke([(200, 60), (200, 420)])
COMPARISON = Comparison(Side(CLASSIFIER.read(SEVEN)), Side(CLASSIFIER.read(ONE)))
NAMES = ("Pinned", "Current")


@pytest.mark.parametrize("theme", PALETTES, ids=lambda theme: theme.name)
def test_every_map_is_there_pinned_current_and_as_a_difference_of_twice_the_scale(theme):
    figure = comparison_figure(COMPARISON, NAMES, theme)
    c3 = LAYERS[3]
    found = [
        i.colours for i in figure.items if isinstance(i, Cells) and i.colours.shape == (10, 10)
    ]
    assert len(found) == 3 * c3.maps
    expected = np.concatenate(
        [
            colour(COMPARISON.pinned.values("C3"), theme.signed_ramp, -1, 1),
            colour(COMPARISON.current.values("C3"), theme.signed_ramp, -1, 1),
            colour(COMPARISON.differences["C3"], theme.signed_ramp, -2, 2),
        ]
    )
    np.testing.assert_array_equal(np.stack(found), expected)


def test_scores_and_distances_are_written_and_nothing_leaves_the_page():
    figure = comparison_figure(COMPARISON, NAMES, PALETTES[0])
    words = ["".join(run.text for run in i.runs) for i in figure.items if isinstance(i, Text)]
    for distance in COMPARISON.distances.values():
        assert f"{distance:.2f}" in words
    top = COMPARISON.score_differences[0]
    assert f"{round(float(top), 1) + 0.0:+.1f}".replace("-", "−") in words
    for item in figure.items:
        if isinstance(item, Cells):
            assert item.x >= 0
            assert item.x + item.width <= figure.width
            assert item.y + item.height <= figure.height
    ET.fromstring(to_svg(figure))


def test_a_blank_page_can_be_drawn_too():
    blank = Side(CLASSIFIER.read(Drawing()))
    figure = comparison_figure(Comparison(blank, blank), NAMES, PALETTES[0])
    assert "Nothing drawn" in figure.title
