"""A layer in focus in the window: by its sign, by keys and back; kernels, order and sums."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.pull import pull
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.wording import number
from tests.ui.app.test_every_screen import EXTREMES, SIZES
from tests.ui.conftest import Hand, settle
from tests.ui.maps.test_selection import status_text, view_of
from tests.ui.screens import cut_off, let_settle, overlapping, show_at

BY_NAME = {layer.name: layer for layer in LAYERS}
NAMES = list(BY_NAME)


def panel_of(window: MainWindow) -> MapsPanel:
    found = window.findChild(MapsPanel)
    assert found is not None
    return found


def sign_of(view: LayerView) -> QPoint:
    """Return the place of the sign beside a layer's name."""
    at = (QPointF(x, 6) for x in range(view.width()))
    return next(point for point in at if "(F)" in view.tip_at(point)).toPoint()


def choose_sums(window: MainWindow) -> None:
    window.actions_.quantities.actions()[1].trigger()


@pytest.mark.parametrize("name", NAMES)
def test_the_sign_beside_the_name_brings_a_layer_into_focus_and_back(
    drawn: MainWindow, qtbot: QtBot, name: str
) -> None:
    view, panel = view_of(drawn, name), panel_of(drawn)
    view.grab()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=sign_of(view))
    assert drawn.selection.in_focus is BY_NAME[name]
    assert drawn.selection.layer is None, "its page stays closed"
    assert view.height() > 0.33 * panel.height()
    assert all(other.isVisible() and other.height() > 0 for other in panel.views)
    view.grab()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=sign_of(view))
    assert drawn.selection.in_focus is None


def test_keys_bring_a_layer_into_focus_and_escape_gives_its_room_back_after_the_inspector(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(drawn, "C3")
    qtbot.keyClick(view, Qt.Key.Key_F)
    drawn.selection.select(Unit(BY_NAME["C3"], 2, 4, 4))
    qtbot.keyClick(drawn, Qt.Key.Key_Escape)
    assert drawn.selection.selected is None
    assert drawn.selection.in_focus is BY_NAME["C3"]
    qtbot.keyClick(drawn, Qt.Key.Key_Escape)
    assert drawn.selection.in_focus is None


@pytest.mark.parametrize(("name", "map_", "source"), [("C1", 5, 0), ("C3", 15, 5)])
def test_a_maps_kernels_stand_beside_it(
    drawn: MainWindow, random_classifier: Classifier, name: str, map_: int, source: int
) -> None:
    drawn.resize(1600, 1000)
    drawn.selection.focus(BY_NAME[name])
    details = view_of(drawn, name).details
    assert details is not None
    place = details._kernels[map_][source]
    layer = BY_NAME[name]
    weight = random_classifier.network.weights.arrays[f"{layer.parameter}.weight"]
    tip = view_of(drawn, name).tip_at(place.topLeft() + QPointF(1, 1))
    assert tip.endswith(number(float(weight[map_, source, 0, 0])))
    assert f"map {map_ + 1}" in tip


@pytest.mark.parametrize("name", ["C5", "F6"])
def test_units_are_ordered_by_their_pull_and_keep_their_names(
    drawn: MainWindow, hand: Hand, random_classifier: Classifier, qtbot: QtBot, name: str
) -> None:
    view, layer = view_of(drawn, name), BY_NAME[name]
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert drawn.selection.in_focus is layer
    digit = drawn.reading.most_probable
    assert digit is not None

    def in_order(digit: int) -> list[int]:
        assert drawn.reading.activations is not None
        found = pull(random_classifier.network, drawn.reading.activations, layer, digit)
        return np.argsort(-found, kind="stable").tolist()

    def shown() -> list[int]:
        return sorted(range(layer.maps), key=lambda n: (view.tile(n).y(), view.tile(n).x()))

    order = in_order(digit)
    assert shown() == order
    first, second = view.tile(order[0]).center().toPoint(), Unit(layer, order[1])
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=first)
    assert drawn.selection.selected == Unit(layer, order[0])
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert drawn.selection.selected == second
    hand.stroke((0.2, 0.6), (0.8, 0.5))
    settle(drawn, qtbot)
    assert shown() == in_order(drawn.reading.most_probable or 0)
    drawn.selection.select(Unit(BY_NAME["output"], 3))
    assert shown() == in_order(3), "the picked digit is the one that counts"
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert shown() == list(range(layer.maps))


def test_arrow_keys_come_from_other_layers_to_the_unit_in_that_place(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(drawn, "F6")
    qtbot.keyClick(view, Qt.Key.Key_S)
    drawn.selection.select(Unit(BY_NAME["output"], 0))
    first_below = max(range(84), key=lambda n: (view.tile(n).y(), -view.tile(n).x()))
    qtbot.keyClick(view_of(drawn, "output"), Qt.Key.Key_Up)
    assert drawn.selection.selected == Unit(BY_NAME["F6"], first_below)
    assert view.tile(first_below).x() < 2, "the order is still the one for the picked digit"


def test_sums_before_tanh_are_shown_and_named_wherever_they_are(
    drawn: MainWindow, random_classifier: Classifier
) -> None:
    choose_sums(drawn)
    activations = drawn.reading.activations
    assert activations is not None
    for layer in LAYERS:
        shown = view_of(drawn, layer.name).values
        assert shown is not None
        own = activations.layers[layer.name][0].reshape(shown.values.shape)
        assert shown.are_sums == (layer.activation == "tanh")
        found = np.tanh(shown.values) if shown.are_sums else shown.values
        assert np.array_equal(found, own), layer.name
        if shown.are_sums:
            assert shown.strongest() >= np.abs(shown.values).max(), "no value is beyond the scale"
    unit = Unit(BY_NAME["C3"], 3, 4, 4)
    drawn.selection.hover(unit)
    total = random_classifier.network.sums(activations, unit.layer)[0, 3, 4, 4]
    assert f"sum before tanh {number(float(total))}" in status_text(drawn)
    drawn.selection.enlarge(unit)
    assert drawn.inspector.title.endswith("before tanh")
    record = drawn.exporter.record()
    assert record is not None
    assert record.reading.activations is activations, "exports keep the values"


def test_a_locked_scale_keeps_the_bounds_of_sums_too(
    drawn: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    choose_sums(drawn)
    drawn.actions_.lock_scale.trigger()
    view = view_of(drawn, "C1")
    assert view.values is not None
    before = view.values.strongest(0)
    hand.stroke((0.2, 0.6), (0.8, 0.5))
    settle(drawn, qtbot)
    assert view.values.strongest(0) == before
    assert drawn.scale.value.bound(BY_NAME["C1"], view.values.values) == 1, "values keep theirs"


def test_nothing_is_worked_out_that_nobody_asked_for(
    drawn: MainWindow, hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("nobody asked for it")

    monkeypatch.setattr("lenet_gui.core.network.lenet5.LeNet5.sums", fail)
    monkeypatch.setattr("lenet_gui.ui.maps.maps_panel.pull", fail)
    drawn.selection.focus(BY_NAME["C5"])
    hand.stroke((0.2, 0.6), (0.8, 0.5))
    settle(drawn, qtbot)
    assert view_of(drawn, "C5").values is not None


@pytest.mark.parametrize(("language", "text_size"), EXTREMES)
def test_a_layer_in_focus_fits_every_screen(
    drawn: MainWindow, language: str, text_size: str
) -> None:
    panel = panel_of(drawn)
    for size in SIZES:
        show_at(drawn, QSize(*size), language=language, text_size=text_size)
        for name in ("C1", "C3", "F6"):
            drawn.selection.focus(BY_NAME[name])
            let_settle()
            assert not cut_off(drawn) + overlapping(drawn), (size, name)
            assert all(view.isVisible() for view in panel.views)
            assert max(panel.views, key=LayerView.height).layer.name == name or name == "C1"
