"""Layers and inspector: side by side where there is room, as two tabs where there is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.kit.tabs import Tabs
from lenet_gui.ui.lenses.inside import Inside, Places
from lenet_gui.ui.maps.layer_view import LayerView
from tests.ui.conftest import Hand

C3 = LAYERS[3]
UNIT = Unit(C3, 6, 5, 6)
SMALL = (960, 540)


def inside(window: MainWindow) -> Inside:
    found = window.findChild(Inside)
    assert found is not None
    return found


def view_of(window: MainWindow, name: str) -> LayerView:
    return next(v for v in window.findChildren(LayerView) if v.layer.name == name)


def tab(window: MainWindow, text: str) -> QToolButton:
    tabs = inside(window).findChild(Tabs)
    assert tabs is not None
    found = (b for b in tabs.findChildren(QToolButton) if b.isVisible())
    return next(b for b in found if text in (b.text(), b.accessibleName(), b.toolTip()))


def resize(window: MainWindow, size: tuple[int, int], qtbot: QtBot) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)


@pytest.mark.parametrize(
    ("size", "places"),
    [
        ((900, 500), Places.TABS),
        (SMALL, Places.TABS),
        ((1280, 600), Places.TABS),
        ((1280, 800), Places.BELOW),
        ((960, 1060), Places.BELOW),
        ((1920, 1080), Places.BELOW),
        ((2560, 1080), Places.BESIDE),
    ],
)
def test_the_inspector_gets_a_place_of_its_own_where_there_is_room(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], places: Places
) -> None:
    resize(window, size, qtbot)
    assert inside(window).places is Places.ALONE
    workspace = window.workspace
    before = [part.geometry() for part in (workspace.canvas, workspace.reading, workspace.strip)]
    window.selection.select(UNIT)
    assert inside(window).places is places
    assert window.inspector.isVisible()
    assert view_of(window, "C3").isVisible(), "the picked layer can always be seen"
    assert view_of(window, "C1").isVisible() == (places is not Places.TABS)
    after = [part.geometry() for part in (workspace.canvas, workspace.reading, workspace.strip)]
    assert after == before, "it hides and moves nothing else"


def test_the_tabs_lead_to_the_layers_and_back_and_close_the_inspector(
    window: MainWindow, qtbot: QtBot
) -> None:
    resize(window, SMALL, qtbot)
    window.selection.select(UNIT)
    qtbot.mouseClick(tab(window, "Layers"), Qt.MouseButton.LeftButton)
    assert view_of(window, "C1").isVisible()
    assert not window.inspector.isVisible()
    assert window.selection.selected == UNIT
    title = "C3  map 7, row 6, column 7"
    qtbot.mouseClick(tab(window, title), Qt.MouseButton.LeftButton)
    assert window.inspector.isVisible()
    qtbot.mouseClick(tab(window, "Close the inspector"), Qt.MouseButton.LeftButton)
    assert window.selection.selected is None
    assert not window.inspector.is_open
    assert view_of(window, "C1").isVisible()


def test_arrow_keys_walk_on_through_all_layers_while_the_inspector_is_in_front(
    window: MainWindow, qtbot: QtBot
) -> None:
    resize(window, SMALL, qtbot)
    qtbot.waitUntil(window.isActiveWindow)
    view = view_of(window, "C3")
    view.setFocus()
    window.selection.select(Unit(C3, 9, 8, 4))
    assert view.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert window.selection.selected == Unit(C3, 9, 9, 4)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    there = view_of(window, "S4")
    assert window.selection.selected is not None
    assert window.selection.selected.layer is there.layer
    assert there.isVisible()
    assert there.hasFocus()
    assert not view.isVisible()


def test_escape_goes_back_to_the_layers(window: MainWindow, qtbot: QtBot) -> None:
    resize(window, SMALL, qtbot)
    window.selection.select(UNIT)
    window.actions_.escape.trigger()
    assert not window.inspector.is_open
    assert view_of(window, "C1").isVisible()


def test_the_strip_shows_new_activations(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    resize(window, SMALL, qtbot)
    window.selection.select(UNIT)
    blank = view_of(window, "C3").grab().toImage()
    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    qtbot.waitUntil(lambda: view_of(window, "C3").grab().toImage() != blank)


def test_the_inspector_is_made_when_it_first_opens(window: MainWindow) -> None:
    assert window.findChild(Inspector) is None
    window.inspector.open_action.trigger()
    assert window.findChild(Inspector) is not None
    assert window.inspector.isVisible(), "it invites to pick something"
    window.inspector.open_action.trigger()
    assert not window.inspector.isVisible()


def test_closing_the_inspector_picks_nothing(window: MainWindow) -> None:
    window.selection.select(UNIT)
    window.inspector.open_action.trigger()
    assert window.selection.selected is None


def test_a_floating_inspector_stays_when_nothing_is_picked_and_hides_no_layer(
    window: MainWindow, qtbot: QtBot
) -> None:
    resize(window, SMALL, qtbot)
    window.selection.select(UNIT)
    window.inspector.float_action.trigger()
    assert window.inspector.is_floating
    assert inside(window).places is Places.ALONE
    assert view_of(window, "C1").isVisible()
    assert window.inspector.head.isVisible(), "it can be put back by its button"
    window.selection.select(None)
    assert window.inspector.isVisible()
    window.inspector.float_action.trigger()
    assert inside(window).isAncestorOf(window.inspector)


def test_a_title_does_not_change_the_menu(window: MainWindow) -> None:
    window.selection.select(UNIT)
    assert window.inspector.title == "C3  map 7, row 6, column 7"
    assert window.inspector.open_action.text() == "Inspector"


def test_floating_panels_float_again_at_the_next_start(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    window.lenses.float_action.trigger()
    window.lenses.setGeometry(40, 50, 620, 500)
    window.inspector.float_action.trigger()
    window.close()
    again = MainWindow(random_classifier)
    qtbot.addWidget(again)
    assert again.lenses.is_floating
    assert not again.lenses.isVisible()
    again.show()
    qtbot.waitUntil(again.lenses.isVisible)
    assert (again.lenses.width(), again.lenses.height()) == (620, 500)
    assert again.inspector.is_floating
    assert again.inspector.isVisible()


def test_the_inspector_is_not_open_where_it_is_not_seen(window: MainWindow, qtbot: QtBot) -> None:
    panel, column = window.inspector, window.lenses
    panel.open_action.trigger()
    assert panel.isVisible()
    column.open_action.trigger()
    assert not panel.open_action.isChecked()
    panel.open_action.trigger()
    assert panel.isVisible(), "it brings the column back"
    panel.set_floating(True)
    column.open_action.trigger()
    assert panel.isVisible(), "its own window has nothing to do with the column"
