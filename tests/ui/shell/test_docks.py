"""The panels: moved, floated, closed, reopened, and found again as they were left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.kit.dock import Dock
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel

UNIT = Unit(LAYERS[1], 0, 3, 3)


def button(dock: Dock, name: str) -> QToolButton:
    bar = dock.titleBarWidget()
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName().startswith(name))


def another(window: MainWindow, classifier: Classifier, qtbot: QtBot) -> MainWindow:
    """Close the window and return the next one, shown."""
    window.close()
    found = MainWindow(classifier)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found


def test_panels_float_and_go_back(window: MainWindow, qtbot: QtBot) -> None:
    maps = window.docks["maps"]
    qtbot.mouseClick(button(maps, "Float"), Qt.MouseButton.LeftButton)
    assert maps.isFloating()
    assert maps.isVisible()
    qtbot.mouseClick(button(maps, "Float"), Qt.MouseButton.LeftButton)
    assert not maps.isFloating()


def test_a_closed_panel_comes_back_by_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    maps = window.docks["maps"]
    qtbot.mouseClick(button(maps, "Close"), Qt.MouseButton.LeftButton)
    assert not maps.isVisible()
    action = maps.toggleViewAction()
    assert action in window.docks.actions()
    action.trigger()
    assert maps.isVisible()


def test_the_canvas_takes_the_room_of_a_closed_panel(window: MainWindow, qtbot: QtBot) -> None:
    before = window.canvas_on_screen().width()
    window.docks["maps"].close()
    qtbot.waitUntil(lambda: window.canvas_on_screen().width() > before)
    window.docks.reset()
    qtbot.waitUntil(lambda: window.canvas_on_screen().width() == before)


def test_panels_keep_their_layout_for_the_next_start(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    left, bottom = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
    window.addDockWidget(left, window.docks["maps"])
    window.selection.select(UNIT)
    found = another(window, random_classifier, qtbot)
    assert found.dockWidgetArea(found.docks["maps"]) == left
    assert found.docks["inspector"].isVisible()
    assert found.findChild(Inspector) is not None, "it invites to pick something"
    found.docks.reset()
    assert found.dockWidgetArea(found.docks["maps"]) == Qt.DockWidgetArea.RightDockWidgetArea
    assert found.dockWidgetArea(found.docks["inspector"]) == bottom
    assert not found.docks["inspector"].isVisible()


def test_panels_keep_their_share_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def share() -> float:
        return window.docks["maps"].width() / window.width()

    first = share()
    window.resizeDocks([window.docks["maps"]], [700], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: abs(share() - 700 / 1280) < 0.01)
    window.resize(1920, 900)
    qtbot.waitUntil(lambda: abs(window.docks["maps"].width() - 1050) < 10)
    window.docks.reset()
    qtbot.waitUntil(lambda: abs(share() - first) < 0.01)


def test_the_inspector_is_made_when_it_first_opens(window: MainWindow) -> None:
    assert window.findChild(Inspector) is None
    window.docks["inspector"].toggleViewAction().trigger()
    assert window.findChild(Inspector) is not None
    window.docks["inspector"].toggleViewAction().trigger()
    assert not window.docks["inspector"].isVisible()


def test_closing_the_inspector_picks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select(UNIT)
    assert window.docks["inspector"].isVisible()
    qtbot.mouseClick(button(window.docks["inspector"], "Close"), Qt.MouseButton.LeftButton)
    assert window.selection.selected is None
    window.selection.select(UNIT)
    window.docks["inspector"].toggleViewAction().trigger()
    assert window.selection.selected is None


def test_a_floating_inspector_stays_when_nothing_is_picked(window: MainWindow) -> None:
    window.selection.select(UNIT)
    window.docks["inspector"].setFloating(True)
    window.selection.select(None)
    assert window.docks["inspector"].isVisible()


def test_hidden_views_compute_nothing(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.docks["maps"].close()
    views = drawn.findChildren(LayerView)
    maps = drawn.docks["maps"].widget()
    assert isinstance(maps, MapsPanel)
    maps.show_activations(drawn.reading.activations)
    drawn.reader.read()
    assert all(not view.is_coloured for view in views)
    drawn.docks["maps"].show()
    qtbot.waitUntil(lambda: all(view.is_coloured for view in views))


def test_a_title_does_not_change_the_menu(window: MainWindow) -> None:
    window.selection.select(UNIT)
    assert window.docks["inspector"].toggleViewAction().text() == "Inspector"


def test_a_panel_opens_at_its_share_the_first_time(window: MainWindow, qtbot: QtBot) -> None:
    window.grab()  # lays out hidden panels, too
    window.selection.select(UNIT)
    wanted = pytest.approx(0.315 * window.height(), abs=2)
    qtbot.waitUntil(lambda: window.docks["inspector"].height() == wanted)


def test_floating_panels_are_raised_above_the_window_at_the_start(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[Dock] = []
    monkeypatch.setattr(Dock, "raise_", lambda dock: raised.append(dock))
    window.docks["maps"].setFloating(True)
    window.painted.emit()
    assert raised == [window.docks["maps"]]
