import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStatusTipEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.shell.status_bar import StatusBar
from tests.conftest import make_weights

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key as the system reports it: to the window, not to a part of it."""
    QTest.keyClick(handle(window), key, modifier)


def handle(window: MainWindow) -> QWindow:
    found = window.windowHandle()
    assert found is not None
    return found


def test_the_tooltip_tells_all_that_the_weights_say(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    metadata = {"name": "mine", "recipe": "long " * 60, "training_data": "MNIST"}
    bar.show_weights(Weights(make_weights().arrays, metadata))
    (label,) = (label for label in bar.findChildren(QLabel) if "mine" in label.text())
    assert "training data: MNIST" in label.toolTip()
    assert "recipe: long long" in label.toolTip()
    assert max(len(line) for line in label.toolTip().splitlines()) <= 80
    bar.show_weights(None)
    assert label.text() == "No network"
    assert label.toolTip() == ""


def test_a_message_goes_when_a_part_of_the_window_is_clicked(window: MainWindow) -> None:
    window.tell("Your drawing is back")
    assert window.statusBar().currentMessage() == "Your drawing is back"
    QTest.mouseClick(handle(window), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert window.statusBar().currentMessage() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_F12], ids=["a shortcut", "no shortcut"])
def test_a_message_goes_when_a_key_is_pressed(window: MainWindow, key: Qt.Key) -> None:
    window.tell("Your drawing is back")
    window.actions_.paste.triggered.disconnect()
    press(window, key, CONTROL)
    assert window.statusBar().currentMessage() == ""


def test_what_an_act_says_itself_replaces_the_message_before(drawn: MainWindow) -> None:
    drawn.tell("Your drawing is back")
    press(drawn, Qt.Key.Key_C, CONTROL)
    assert drawn.statusBar().currentMessage() == "Copied"


def test_a_message_returns_when_the_hint_that_covered_it_is_gone(window: MainWindow) -> None:
    window.tell("The disk is full", lasts=True)
    for hint, shown in ("Undo the last step", "Undo the last step"), ("", "The disk is full"):
        QApplication.sendEvent(window, QStatusTipEvent(hint))
        assert window.statusBar().currentMessage() == shown
    QApplication.sendEvent(window, QStatusTipEvent("Undo the last step"))
    window.withdraw("The disk is full")
    QApplication.sendEvent(window, QStatusTipEvent(""))
    assert window.statusBar().currentMessage() == ""


def test_a_lasting_message_goes_when_it_is_withdrawn(window: MainWindow) -> None:
    window.tell("Not yet seen")
    window.tell("The disk is full", lasts=True)
    press(window, Qt.Key.Key_F12, CONTROL)
    window.withdraw("Another")
    assert window.statusBar().currentMessage() == "The disk is full"
    window.withdraw("The disk is full")
    assert window.statusBar().currentMessage() == ""


def test_a_long_message_is_shown_in_place_of_the_networks_name(window: MainWindow) -> None:
    name = next(x for x in window.statusBar().findChildren(QLabel) if "parameters" in x.text())
    assert name.isVisible()
    long = "Can't be backed up: <b>.png. " * 6
    window.tell(long)
    assert not name.isVisible()
    assert "up: &lt;b&gt;.png" in window.statusBar().toolTip()
    window.withdraw(long)
    assert name.isVisible()
    assert not window.statusBar().toolTip()
