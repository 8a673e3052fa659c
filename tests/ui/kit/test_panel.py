"""A panel is opened, closed, taken out into a window of its own, and found again as it was left."""

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit.panel import Panel


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def panel(window: QMainWindow) -> Panel:
    """Return an open panel in the middle of the window."""
    panel = Panel("layers", window)
    panel.home = lambda: window.setCentralWidget(panel)
    panel.home()
    panel.set_body(QLabel("body"))
    panel.name("Layers")
    panel.set_open(True)
    return panel


def button(panel: Panel, name: str) -> QToolButton:
    return next(b for b in panel.findChildren(QToolButton) if b.accessibleName().startswith(name))


def test_it_is_closed_and_opened_by_button_and_action(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(button(panel, "Close"), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert not panel.open_action.isChecked()
    panel.open_action.trigger()
    assert panel.isVisible()


def test_it_floats_with_title_edge_and_maximise_button_and_goes_back(
    window: QMainWindow, panel: Panel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(panel, "Open in"), Qt.MouseButton.LeftButton)
    assert panel.is_floating
    assert panel.isVisible()
    assert panel.windowTitle() == "Layers – lenet-gui"
    assert panel.windowFlags() & Qt.WindowType.WindowMaximizeButtonHint
    assert not panel.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert panel.windowHandle().transientParent() is window.windowHandle(), "it stays in front"
    image = panel.grab().toImage()
    assert image.pixelColor(0, 50) != image.pixelColor(3, 50), "an edge of its own"
    qtbot.mouseClick(button(panel, "Put back"), Qt.MouseButton.LeftButton)
    assert not panel.is_floating
    assert window.centralWidget() is panel
    assert panel.isVisible()


def test_the_windows_keys_work_in_a_floating_panel(
    window: QMainWindow, panel: Panel, qtbot: QtBot
) -> None:
    action = window.addAction("Clear")
    action.setShortcut("Del")
    panel.set_floating(True)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(panel, Qt.Key.Key_Delete)
    panel.set_floating(False)
    assert action not in panel.actions()


def test_its_place_as_a_window_is_restored(window: QMainWindow, panel: Panel) -> None:
    assert panel.save().isEmpty()
    panel.restore(QByteArray())
    assert not panel.is_floating
    panel.set_floating(True)
    panel.setGeometry(50, 60, 210, 120)
    saved = panel.save()
    panel.set_floating(False)
    panel.restore(saved)
    assert panel.is_floating
    assert (panel.width(), panel.height()) == (210, 120)


def test_a_closed_panel_is_restored_closed(panel: Panel) -> None:
    panel.set_floating(True)
    saved = panel.save()
    panel.set_floating(False)
    panel.set_open(False)
    panel.restore(saved)
    assert not panel.isVisible()
    panel.open_action.trigger()
    assert panel.is_floating
    assert panel.isVisible()


def test_a_damaged_place_leaves_it_in_the_window(window: QMainWindow, panel: Panel) -> None:
    panel.restore(QByteArray(b"damaged"))
    assert not panel.is_floating
    assert not panel.float_action.isChecked()
    assert window.centralWidget() is panel
    assert panel.isVisible()


def test_it_floats_on_the_screen_and_large_enough_to_be_read(
    window: QMainWindow, panel: Panel
) -> None:
    screen = window.screen().availableGeometry()
    window.move(screen.bottomRight())
    panel.resize(30, 0)
    panel.set_floating(True)
    assert screen.contains(panel.geometry())
    assert panel.height() > 10 * panel.fontMetrics().height()


def test_its_head_moves_it_where_no_window_manager_does(
    window: QMainWindow, panel: Panel, qtbot: QtBot
) -> None:
    panel.set_floating(True)
    before = panel.pos()
    QTest.mousePress(panel.head, Qt.MouseButton.LeftButton, pos=QPoint(9, 3))
    QTest.mouseMove(panel.head, QPoint(-11, 13))
    QTest.mouseRelease(panel.head, Qt.MouseButton.LeftButton)
    assert panel.pos() - before == QPoint(-20, 10)


def test_a_floating_panel_waits_for_its_window(window: QMainWindow, panel: Panel) -> None:
    window.hide()
    panel.set_floating(True)
    assert not panel.isVisible(), "shown before it, it would lie behind it"
    window.show()
    panel.show_floating()
    assert panel.isVisible()
