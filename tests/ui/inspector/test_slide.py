"""The kernel slides over a map: when asked, over all places, and never unseen."""

import math
import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit, WeightedSum, explain
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.inspector.sum_line import SumLine
from lenet_gui.ui.maps.wording import number
from tests.ui.conftest import choose_look

BY_NAME = {layer.name: layer for layer in LAYERS}
FIRST = Unit(BY_NAME["C3"], 5, 0, 0)


def inspector_of(window: MainWindow) -> Inspector:
    found = window.findChild(Inspector)
    assert found is not None
    return found


@pytest.fixture
def picked(drawn: MainWindow) -> MainWindow:
    """Return the window with the first unit of a map picked."""
    drawn.selection.select(FIRST)
    return drawn


def test_it_comes_to_every_place_and_its_sums_are_the_maps_values(
    picked: MainWindow, random_classifier: Classifier
) -> None:
    inspector, activations = inspector_of(picked), picked.reading.activations
    assert activations is not None
    values = activations.layers["C3"][0, 5]
    line = inspector.findChild(SumLine)
    assert line is not None
    seen = []
    for _ in range(values.size):
        unit = picked.selection.selected
        assert unit is not None
        seen.append((unit.row, unit.column))
        found = explain(random_classifier.network, activations, unit)
        assert isinstance(found, WeightedSum)
        value = float(values[unit.row, unit.column])
        assert math.tanh(found.total) == pytest.approx(value, abs=1e-5)
        assert re.search(rf"tanh\s+→\s+{re.escape(number(value))}", line.text())
        inspector.slide.step(1)
    assert seen == [(row, column) for row in range(10) for column in range(10)]
    assert picked.selection.selected == FIRST, "after the last place comes the first"


def test_it_begins_when_asked_and_pauses_at_the_end(picked: MainWindow, qtbot: QtBot) -> None:
    slide = inspector_of(picked).slide
    assert not slide.is_playing
    slide.set_pace(1000)
    view = inspector_of(picked).findChild(ConvolutionView)
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert slide.is_playing
    qtbot.waitUntil(lambda: not slide.is_playing, timeout=60_000)
    assert picked.selection.selected == Unit(BY_NAME["C3"], 5, 9, 9)


def test_keys_pause_and_step(picked: MainWindow, qtbot: QtBot) -> None:
    inspector = inspector_of(picked)
    view = inspector.findChild(ConvolutionView)
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Period)
    qtbot.keyClick(view, Qt.Key.Key_Period)
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    assert picked.selection.selected == Unit(BY_NAME["C3"], 5, 0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not inspector.slide.is_playing


def test_with_less_motion_it_only_steps(picked: MainWindow, qtbot: QtBot) -> None:
    inspector = inspector_of(picked)
    inspector.slide.toggle()
    choose_look(less_motion=True)
    assert not inspector.slide.is_playing
    before = picked.selection.selected
    inspector.slide.toggle()
    assert not inspector.slide.is_playing
    assert picked.selection.selected != before
    assert not inspector.slide_buttons.play.isVisible()
    assert inspector.slide_buttons.next.isVisible()


@pytest.mark.parametrize("how", ["closed", "another unit", "another lens"])
def test_it_never_slides_on_unseen(picked: MainWindow, how: str) -> None:
    slide = inspector_of(picked).slide
    slide.toggle()
    assert slide.is_playing
    if how == "closed":
        picked.selection.select(None)
    elif how == "another unit":
        picked.selection.select(Unit(BY_NAME["C3"], 7, 3, 3))
    else:
        picked.lenses.show_lens("learn")
    assert not slide.is_playing
    if how != "another lens":
        assert picked.selection.slid_to is None, "the whole map is there again"


def test_only_kernels_slide(drawn: MainWindow) -> None:
    for unit in (Unit(BY_NAME["S2"], 2, 5, 5), Unit(BY_NAME["C5"], 3), Unit(BY_NAME["F6"], 3)):
        drawn.selection.select(unit)
        assert inspector_of(drawn).slide.unit is None
        assert not inspector_of(drawn).slide_buttons.play.isVisible()
