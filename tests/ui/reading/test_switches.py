"""Maps are switched off by eyes, keys and menus, and everything says so until all are on again."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.learning.starter import read_starter
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.averages import running_averages
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.record_file import open_export
from lenet_gui.resources import starter_set
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.contributions_view import ContributionsView
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.reading.off_line import OffLine
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from lenet_gui.ui.shell.status_bar import StatusBar
from tests.conftest import make_weights

BY_NAME = {layer.name: layer for layer in LAYERS}


def view_of(window: MainWindow, name: str) -> LayerView:
    return next(view for view in window.findChildren(LayerView) if view.layer.name == name)


def part(window: MainWindow, kind: type[QWidget]) -> QWidget:
    found = window.findChild(kind)
    assert found is not None
    return found


def click(qtbot: QtBot, widget: QWidget, place: QRectF) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place.center().toPoint())


def off(window: MainWindow) -> list[tuple[str, int]]:
    """Return the places of the maps that are off, in the means and in the reading alike."""
    assert window.reading.off == window.means.off
    return sorted(held.place for held in window.means.off)


def words(window: MainWindow) -> str:
    line = part(window, OffLine)
    assert isinstance(line, OffLine)
    assert line.isVisible() == bool(line.text)
    return line.text


def test_an_eye_is_on_the_map_that_is_pointed_at_and_switches_it(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(drawn, "C1")
    assert view.eyes() == {}
    before = drawn.reading.probabilities
    qtbot.mouseMove(view, view.tile(2).center().toPoint())
    (place,) = view.eyes().values()
    assert list(view.eyes()) == [2]
    assert place.intersects(view.tile(2))
    click(qtbot, view, place)
    assert off(drawn) == [("C1", 2)]
    assert drawn.selection.selected is None, "it is not picked by it"
    assert not np.array_equal(drawn.reading.probabilities, before)
    qtbot.mouseMove(view, view.tile(4).center().toPoint())
    assert list(view.eyes()) == [2, 4], "the eye of a map that is off stays"
    click(qtbot, view, view.eyes()[2])
    assert off(drawn) == []
    assert np.array_equal(drawn.reading.probabilities, before)


def test_the_eye_stays_while_the_pointer_is_on_it(drawn: MainWindow, qtbot: QtBot) -> None:
    view = view_of(drawn, "C1")
    qtbot.mouseMove(view, view.tile(1).center().toPoint())
    edge = view.eyes()[1].topRight() + QPointF(-2, 4)
    assert not view.tile(1).contains(edge)
    qtbot.mouseMove(view, edge.toPoint())
    assert list(view.eyes()) == [1]


def test_input_and_output_have_no_eyes(drawn: MainWindow, qtbot: QtBot) -> None:
    for name in ("input", "output"):
        drawn.selection.select(Unit(BY_NAME[name], 0))
        assert view_of(drawn, name).eyes() == {}
        qtbot.keyClick(drawn, Qt.Key.Key_O)
        assert off(drawn) == []


@pytest.mark.parametrize("name", ["C1", "S2", "C3", "S4", "C5", "F6"])
def test_keys_switch_the_shown_map_and_bring_all_back(
    drawn: MainWindow, qtbot: QtBot, name: str
) -> None:
    view = view_of(drawn, name)
    drawn.selection.select(Unit(BY_NAME[name], 1))
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert off(drawn) == [(name, 1)]
    activations = drawn.reading.activations
    assert activations is not None
    assert not activations.layers[name][0, 1].any()
    drawn.selection.select(Unit(BY_NAME[name], 2))
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert off(drawn) == [(name, 1), (name, 2)]
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert off(drawn) == [(name, 1)]
    qtbot.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    assert off(drawn) == []


def test_what_is_off_is_crossed_out(drawn: MainWindow, qtbot: QtBot) -> None:
    for name in ("C1", "S4", "F6"):
        view = view_of(drawn, name)
        on = view.grab().toImage()
        drawn.selection.switch(Unit(BY_NAME[name], 1))
        place = view.tile(1).toAlignedRect()
        ratio = view.devicePixelRatioF()
        crossed = view.grab().toImage()
        middle = (QPointF(place.center()) * ratio).toPoint()
        text = view.palette().windowText().color()
        near = [crossed.pixelColor(middle + QPoint(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        assert any(abs(colour.lightness() - text.lightness()) < 40 for colour in near), name
        assert on != crossed


def test_the_reading_the_status_bar_and_the_announcement_say_so(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    assert words(drawn) == ""
    with qtbot.waitSignal(drawn.announcer.announced, check_params_cb=lambda text: "off" in text):
        drawn.selection.switch(Unit(BY_NAME["C3"], 6))
    assert words(drawn) == "C3, map 7 is off"
    panel = part(drawn, ReadingPanel)
    assert isinstance(panel, ReadingPanel)
    assert panel.words().endswith("C3, map 7 is off")
    drawn.selection.switch(Unit(BY_NAME["C1"], 0))
    assert words(drawn) == "2 maps off"
    drawn.selection.switch(Unit(BY_NAME["F6"], 0))
    assert words(drawn) == "3 maps and units off"
    status = part(drawn, StatusBar)
    assert any("3 maps and units off" in text for text in _texts(status))
    drawn.selection.hover(Unit(BY_NAME["C3"], 6, 1, 1))
    assert any("map 7" in text and "off" in text for text in _texts(status))
    drawn.editor.clear()
    drawn.reader.read()
    assert words(drawn) == "3 maps and units off", "on a blank page, too"


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QWidget) if hasattr(label, "text")]


def test_the_line_lists_what_is_off_and_turns_all_on(drawn: MainWindow, qtbot: QtBot) -> None:
    for name, map_ in (("F6", 3), ("C3", 6), ("C1", 0)):
        drawn.selection.switch(Unit(BY_NAME[name], map_))
    line = part(drawn, OffLine)
    assert isinstance(line, OffLine)
    line.menu.aboutToShow.emit()
    texts = [action.text() for action in line.menu.actions()]
    assert texts[:3] == ["Turn on C1, map 1 (0)", "Turn on C3, map 7 (0)", "Turn on F6, unit 4 (0)"]
    line.menu.actions()[1].trigger()
    assert off(drawn) == [("C1", 0), ("F6", 3)]
    qtbot.mouseClick(line.all_on, Qt.MouseButton.LeftButton)
    assert off(drawn) == []
    assert words(drawn) == ""
    assert not drawn.actions_.all_on.isEnabled()


def test_a_maps_menu_switches_it(drawn: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: menus.append(menu))
    for name, turn_off, turn_on in (
        ("C3", "Turn this map &off", "Turn this map &on"),
        ("C5", "Turn unit 4 &off", "Turn unit 4 &on"),
    ):
        view = view_of(drawn, name)
        for words_, expected in ((turn_off, [(name, 3)]), (turn_on, [])):
            view.menu_wanted.emit(Unit(BY_NAME[name], 3), QPoint())
            entries = {action.text(): action for action in menus[-1].actions()}
            entries[words_].trigger()
            assert off(drawn) == expected
    view_of(drawn, "output").menu_wanted.emit(Unit(BY_NAME["output"], 3), QPoint())
    assert not any("off" in action.text() for action in menus[-1].actions())


def test_the_inspector_switches_its_own_unit_and_says_what_it_is_held_at(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawn.selection.select(Unit(BY_NAME["C3"], 6, 4, 4))
    inspector = part(drawn, Inspector)
    assert isinstance(inspector, Inspector)
    before = " ".join(_texts(inspector))
    inspector.switch_button.click()
    assert off(drawn) == [("C3", 6)]
    assert inspector.switch_button.text() == "Turn on"
    after = next(text for text in _texts(inspector) if "tanh" in text)
    assert after.endswith("off: held at +0.000")
    assert after.removesuffix(",  off: held at +0.000") in before, "its own sum stays"
    assert drawn.inspector.title.endswith("off")


def test_an_input_map_of_a_sum_is_switched_by_its_eye_and_by_the_key(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawn.selection.select(Unit(BY_NAME["C3"], 6, 4, 4))
    view = part(drawn, ConvolutionView)
    assert isinstance(view, ConvolutionView)
    view.grab()
    assert view._tiles is not None
    qtbot.mouseMove(view, view.places.tiles[4].center().toPoint())
    click(qtbot, view, view._tiles.eye(4))
    assert off(drawn) == [("S2", 4)]
    assert view._sum is not None
    assert view._sum.map_sums[4] == 0
    assert view.map != 4, "it is not chosen by it"
    view.show_map(1)
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert off(drawn) == [("S2", 1), ("S2", 4)]
    assert view.accessibleName().endswith("off")


def test_a_unit_of_a_linear_sum_is_switched_by_its_eye(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.selection.select(Unit(BY_NAME["output"], 3))
    view = part(drawn, ContributionsView)
    assert isinstance(view, ContributionsView)
    view.grab()
    assert view._columns is not None
    column = view._column(view._columns, 0)
    strongest = view._lists(view._columns)[0][1][0]
    row = column.translated(0, column.height())
    click(qtbot, view, QRectF(row.left(), row.top(), 16, row.height()))
    assert off(drawn) == [("F6", strongest)]
    assert strongest in view._lists(view._columns)[0][1], "it can be switched on again"


def test_files_and_corrections_say_what_was_off(drawn: MainWindow, tmp_path: Path) -> None:
    drawn.selection.switch(Unit(BY_NAME["C3"], 6))
    for name in ("seven.npz", "seven.json"):
        drawn.exporter.save(tmp_path / name)
        assert open_export(tmp_path / name).reading.off == {Held("C3", 6)}
    figure = drawn.exporter.figure()
    assert figure is not None
    assert json.loads(figure.facts)["off"] == [{"layer": "C3", "map": 6, "value": 0.0}]
    drawn.correcting.note(7)
    (kept,) = drawn.correcting.collection.readable()
    assert kept.extra["correction"]["off"] == [{"layer": "C3", "map": 6, "value": 0.0}]


def test_maps_can_be_held_at_their_means_over_the_starter_set(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    network = drawn.means.network
    assert network is not None
    drawn.selection.switch(Unit(BY_NAME["C3"], 6))
    drawn.actions_.choose(drawn.actions_.holds, "mean")
    assert drawn.means.off == {Held("C3", 6)}, "until the means are known"
    qtbot.waitUntil(lambda: not drawn.switches.is_averaging, timeout=60_000)
    training, _ = read_starter(starter_set())
    *_, expected = running_averages(network, training.inputs(), 500)
    (held,) = drawn.means.off
    assert held.place == ("C3", 6)
    assert held.value == pytest.approx(expected["C3"][6], abs=1e-5)
    assert drawn.reading.off == drawn.means.off
    drawn.selection.switch(Unit(BY_NAME["F6"], 1))
    assert all(held.value != 0 for held in drawn.means.off)
    drawn.actions_.choose(drawn.actions_.holds, "zero")
    assert all(held.value == 0 for held in drawn.means.off)


def test_other_weights_keep_what_is_off_but_not_the_means(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.selection.switch(Unit(BY_NAME["C3"], 6))
    drawn.means.use_off(frozenset({Held("C3", 6, 0.5)}))
    with qtbot.waitSignal(drawn.reader.changed):
        drawn.means.use_classifier(Classifier(LeNet5(make_weights(seed=9))))
    assert drawn.reading.off == {Held("C3", 6)}
    assert words(drawn) == "C3, map 7 is off"
