"""Layouts: each value's colour and place, numbers and legends."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.figure.colours import LIGHT, PALETTES, colour
from lenet_gui.figure.layouts import (
    MARGIN,
    layer_figure,
    layer_values,
    map_figure,
    map_title,
    network_figure,
    off_in_words,
    verdict_in_words,
)
from lenet_gui.figure.shapes import Box, Cells, Line, Text
from tests.conftest import make_weights

CLASSIFIER = Classifier(LeNet5(make_weights()))
SEVEN = Drawing().with_stroke([(100, 100), (300, 100), (180, 420)])
READING = CLASSIFIER.read(SEVEN)
VALUES = layer_values(READING)
BY_NAME = {layer.name: layer for layer in LAYERS}
SIGNED = ("C1", "S2", "C3", "S4", "C5", "F6")

layers = pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
themes = pytest.mark.parametrize("theme", PALETTES, ids=lambda theme: theme.name)


def words(figure) -> list[str]:
    return ["".join(run.text for run in item.runs) for item in figure.items if is_text(item)]


def is_text(item) -> bool:
    return isinstance(item, Text)


def maps_in(figure, layer) -> list[np.ndarray]:
    """Return the colours of a layer's maps, without the one-row legends."""
    shape = (layer.size, layer.size)
    return [i.colours for i in figure.items if isinstance(i, Cells) and i.colours.shape == shape]


def expected(layer, theme, values, bound=1.0) -> np.ndarray:
    if layer.name in SIGNED:
        return colour(values / np.float32(bound), theme.signed_ramp, -1, 1)
    return colour(values, theme.ink_ramp, 0, 1)


@themes
@layers
def test_a_layers_maps_have_the_colours_of_its_values(layer, theme):
    values = VALUES[layer.name]
    found = maps_in(layer_figure(layer, values, theme), layer)
    assert len(found) == layer.maps
    np.testing.assert_array_equal(
        np.concatenate([part.ravel() for part in found]),
        expected(layer, theme, values.ravel()),
    )


def test_the_whole_network_has_all_layers_from_top_to_bottom():
    figure = network_figure(READING, LIGHT, notes=("one", "two"))
    maps = [item for item in figure.items if isinstance(item, Cells) and len(item.colours) > 1]
    assert len(maps) == sum(layer.maps for layer in LAYERS if layer.size > 1)
    kinds = [layer.description for layer in LAYERS]
    headings = [text for text in words(figure) if text.partition("  ")[2] in kinds]
    assert headings == [
        "Input  image",
        "C1  convolution 5×5, tanh",
        "S2  average of 2×2",
        "C3  convolution 5×5, tanh",
        "S4  average of 2×2",
        "C5  convolution 5×5, tanh",
        "F6  linear, tanh",
        "Output  linear, softmax",
    ]
    assert {"6×28×28 · 156 parameters", "84 · 10,164 parameters", "6×14×14"} <= set(words(figure))
    assert {"one", "two", verdict_in_words(READING)} <= set(words(figure))
    # Maps of later layers are never above those of earlier ones.
    tops = [item.y for item in maps]
    assert tops == sorted(tops)


@pytest.mark.parametrize("bounds", [None, {name: np.float32([0.5] * 120) for name in SIGNED}])
def test_everything_lies_within_the_pages_margins(bounds):
    bounds = bounds and {name: bound[: BY_NAME[name].maps] for name, bound in bounds.items()}
    for figure in (
        network_figure(READING, LIGHT, bounds),
        *(layer_figure(layer, VALUES[layer.name], LIGHT, bounds) for layer in LAYERS),
        *(map_figure(layer, VALUES[layer.name], 0, LIGHT, bounds) for layer in LAYERS),
    ):
        shapes = [item for item in figure.items if isinstance(item, Cells | Box)]
        assert min(item.x for item in shapes) == MARGIN
        assert max(item.x + item.width for item in shapes) <= figure.width - MARGIN
        assert max(item.y + item.height for item in shapes) <= figure.height - MARGIN
        assert max(item.y for item in figure.items if is_text(item)) <= figure.height - MARGIN


@layers
def test_a_single_map_shows_every_value(layer):
    index = layer.maps - 1
    values = VALUES[layer.name].reshape(layer.maps, layer.size, layer.size)[index]
    figure = map_figure(layer, VALUES[layer.name], index, LIGHT)
    np.testing.assert_array_equal(maps_in(figure, layer)[0], expected(layer, LIGHT, values))
    shown = [text for text in words(figure) if re.fullmatch(r"−?(0|\d\.\d\d)", text)]
    # "0" also labels the low end of the ink legend.
    shown = shown[-layer.units // layer.maps :]
    numbers = [float(text.replace("−", "-")) for text in shown]
    np.testing.assert_allclose(numbers, values.ravel(), atol=0.00501)
    assert [text == "0" for text in shown] == (values.ravel() == 0).tolist()


def test_numbers_are_centred_in_their_cells():
    layer = BY_NAME["S4"]
    figure = map_figure(layer, VALUES["S4"], 0, LIGHT)
    cells = next(item for item in figure.items if isinstance(item, Cells) and len(item.colours) > 1)
    numbers = [item for item in figure.items if is_text(item) and item.anchor == "middle"]
    for place, number in enumerate(numbers):
        row, column = divmod(place, layer.size)
        assert 3.1 * number.size < cells.cell_width
        assert number.x == cells.x + (column + 0.5) * cells.cell_width
        assert cells.y + row * cells.cell_height < number.y - number.size / 2
        assert number.y < cells.y + (row + 1) * cells.cell_height


def test_numbers_are_black_on_light_cells_and_white_on_dark_ones():
    values = np.zeros((1, 32, 32), np.float32)
    values[0, 0, 0] = 1
    numbers = [
        item.runs[0].colour
        for item in map_figure(BY_NAME["input"], values, 0, LIGHT).items
        if is_text(item) and item.anchor == "middle"
    ]
    assert numbers[:2] == ["#ffffff", "#000000"]


def legend(figure) -> tuple[list[str], np.ndarray]:
    """Return the labels at the scale's ends, and the scale's colours."""
    scale = next(item for item in figure.items if isinstance(item, Cells) and not item.y % 1)
    place = figure.items.index(scale)
    ends = [item for item in figure.items[place:] if is_text(item)][:2]
    assert ends[0].x < scale.x
    assert ends[1].x > scale.x + scale.width
    return [item.runs[0].text for item in ends], scale.colours


@themes
@layers
def test_the_legend_shows_the_range_of_the_colours(layer, theme):
    for figure in (
        layer_figure(layer, VALUES[layer.name], theme),
        map_figure(layer, VALUES[layer.name], 0, theme),
    ):
        ends, colours = legend(figure)
        low, high = (float(end.replace("−", "-")) for end in ends)
        ramp = theme.signed_ramp if layer.name in SIGNED else theme.ink_ramp
        assert (low, high) == ((-1, 1) if layer.name in SIGNED else (0, 1))
        assert (colours[0, 0], colours[0, -1]) == (ramp[0], ramp[255])


def test_bounds_change_both_colours_and_legend():
    layer = BY_NAME["C3"]
    bounds = {"C3": np.full(16, 0.25, np.float32)}
    figure = layer_figure(layer, VALUES["C3"], LIGHT, bounds)
    assert legend(figure)[0] == ["−0.25", "+0.25"]
    np.testing.assert_array_equal(
        maps_in(figure, layer)[5], expected(layer, LIGHT, VALUES["C3"][5], 0.25)
    )


def test_bounds_of_each_map_are_noted():
    layer = BY_NAME["C3"]
    bounds = {"C3": np.linspace(0.1, 0.85, 16, dtype=np.float32)}
    figure = layer_figure(layer, VALUES["C3"], LIGHT, bounds)
    assert legend(figure)[0] == ["−", "+"]
    assert "16×10×10 · 2,416 parameters · each map's own, ±0.10 … ±0.85" in words(figure)
    one = map_figure(layer, VALUES["C3"], 15, LIGHT, bounds)
    assert legend(one)[0] == ["−0.85", "+0.85"]


def test_bounds_only_affect_signed_values():
    layer = BY_NAME["output"]
    figure = layer_figure(layer, VALUES["output"], LIGHT, {"output": np.float32([0.1] * 10)})
    assert legend(figure)[0] == ["0", "1"]


def test_each_digit_is_shown_with_its_probability():
    found = words(layer_figure(BY_NAME["output"], VALUES["output"], LIGHT))
    for digit, probability in enumerate(VALUES["output"].tolist()):
        assert f"{digit}  {100 * probability:.1f} %" in found


def test_titles_count_from_one():
    assert map_title(BY_NAME["input"], 0) == "Input"
    assert map_title(BY_NAME["C3"], 6) == "C3, map 7"
    assert map_title(BY_NAME["F6"], 0) == "F6, unit 1"
    assert map_title(BY_NAME["output"], 7) == "Output, digit 7"


def test_verdicts_in_words():
    first, second = np.argsort(-READING.probabilities)[:2]
    percent = [f"{100 * READING.probabilities[digit]:.1f} %" for digit in (first, second)]
    sure = f"Read as {first}, {percent[0]}"
    both = f"{sure}, or as {second}, {percent[1]}"
    assert verdict_in_words(replace(READING, verdict=Verdict.DIGIT)) == sure
    assert verdict_in_words(replace(READING, verdict=Verdict.AMBIGUOUS)) == both
    third = int(np.argsort(READING.probabilities)[-3])
    other = f"{sure}, or as {third}, {100 * READING.probabilities[third]:.1f} %"
    rivalled = replace(READING, verdict=Verdict.AMBIGUOUS, rival=third)
    assert verdict_in_words(rivalled) == other
    assert verdict_in_words(replace(READING, verdict=Verdict.NOT_A_DIGIT)) == "Not like any digit"
    dot = replace(READING, verdict=Verdict.TOO_LITTLE)
    assert verdict_in_words(dot) == "Too little ink to tell"
    assert verdict_in_words(CLASSIFIER.read(Drawing())) == "Nothing drawn"
    assert verdict_in_words(Reading(READING.source, READING.frames)) == "Not read"


def test_without_activations_only_the_input_is_shown():
    figure = network_figure(Reading(READING.source, READING.frames), LIGHT)
    assert (maps_in(figure, BY_NAME["C1"])[0] == LIGHT.signed_ramp[128]).all()
    np.testing.assert_array_equal(
        maps_in(figure, BY_NAME["input"])[0],
        expected(BY_NAME["input"], LIGHT, READING.frames.padded),
    )


def test_maps_that_are_off_are_crossed_out_and_named() -> None:
    off = frozenset({Held("C3", 6, -0.25), Held("F6", 0)})
    reading = replace(READING, off=off)
    assert off_in_words(off) == "off: C3 map 7 at −0.25, F6 unit 1 at 0.00"
    crosses = [item for item in network_figure(reading, LIGHT).items if isinstance(item, Line)]
    assert len(crosses) == 8, "two strokes each, on a halo"
    layer = layer_figure(BY_NAME["C3"], VALUES["C3"], LIGHT, off=off)
    assert sum(isinstance(item, Line) for item in layer.items) == 4
    assert any("1 off" in text for text in words(layer))
    one = words(map_figure(BY_NAME["C3"], VALUES["C3"], 6, LIGHT, off=off))
    other = words(map_figure(BY_NAME["C3"], VALUES["C3"], 5, LIGHT, off=off))
    assert any("off" in text for text in one)
    assert not any("off" in text for text in other)
