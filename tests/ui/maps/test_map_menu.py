"""The context menu of a map and of a layer: by mouse and keys, and what its entries do."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.i18n import plain
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.map_menu import as_table


def view_of(window: MainWindow, name: str) -> LayerView:
    return next(view for view in window.findChildren(LayerView) if view.layer.name == name)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """Return the menus that are opened from now on, which do not come up."""
    found: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: found.append(menu))
    return found


def click(view: LayerView, place: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def entries(menus: list[QMenu]) -> dict[str, QAction]:
    return {plain(action.text()): action for action in menus[-1].actions()}


def test_a_maps_menu_enlarges_it_explains_its_layer_and_copies_its_numbers(
    drawn: MainWindow, menus: list[QMenu]
) -> None:
    view = view_of(drawn, "C3")
    click(view, view.tile(5).center().toPoint())
    found = entries(menus)
    assert drawn.selection.selected is None, "nothing is picked by it"
    found["Show this map large"].trigger()
    assert drawn.selection.is_large
    assert drawn.selection.selected is not None
    assert drawn.selection.selected.map == 5
    found["How this layer works"].trigger()
    assert drawn.selection.layer is LAYERS[3]
    found["Copy this map's numbers"].trigger()
    activations = drawn.reading.activations
    assert activations is not None
    rows = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    copied = np.array(rows, np.float32)
    assert np.array_equal(copied, activations.layers["C3"][0, 5])
    assert drawn.actions_.copy_maps in found.values()
    assert drawn.actions_.scale_menu.menuAction() in found.values()


@pytest.mark.parametrize(("name", "count"), [("F6", 84), ("output", 10)])
def test_the_menu_of_single_units_is_of_the_layer(
    drawn: MainWindow, menus: list[QMenu], name: str, count: int
) -> None:
    view = view_of(drawn, name)
    click(view, view.tile(3).center().toPoint())
    found = entries(menus)
    found["Show this layer large"].trigger()
    assert drawn.selection.layer is view.layer
    found["Copy this layer's numbers"].trigger()
    assert len(QApplication.clipboard().text().splitlines()) == count


def test_by_keys_the_menu_is_of_the_outlined_map(
    drawn: MainWindow, menus: list[QMenu], qtbot: QtBot
) -> None:
    view = view_of(drawn, "C1")
    drawn.selection.select(Unit(view.layer, 2, 1, 1))
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    entries(menus)["Show this map large"].trigger()
    assert drawn.selection.selected == Unit(view.layer, 2, 1, 1)


def test_without_a_reading_there_are_no_numbers(window: MainWindow, menus: list[QMenu]) -> None:
    view = view_of(window, "C1")
    click(view, QPoint(2, 2))
    found = entries(menus)
    assert "Show this layer large" in found, "on the header"
    assert not found["Copy this layer's numbers"].isEnabled()


def test_numbers_are_written_for_spreadsheets() -> None:
    values = np.array([[[0.1, -1.0], [1e-9, 0.98412]]], np.float32)
    assert as_table(values) == "0.1\t-1.0\n1e-09\t0.98412\n"
