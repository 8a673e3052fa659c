"""A long press of a finger asks for a context menu; other presses do not."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit import context_menu
from lenet_gui.ui.kit.context_menu import MenuRequests


class Asked(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.places: list[QPoint] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.places.append(event.pos())


@pytest.fixture
def widget(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.setattr(context_menu, "LONG", 30)
    widget = Asked()
    MenuRequests(widget)
    qtbot.addWidget(widget)
    widget.resize(200, 200)
    widget.show()
    return widget


@pytest.fixture
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def send(widget: QWidget, finger: QPointingDevice, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = widget.mapToGlobal(place)
    QApplication.sendEvent(widget, QMouseEvent(kind, place, at, at, left, left, none, finger))


def test_a_finger_that_rests_asks_for_the_menu(
    widget: Asked, finger: QPointingDevice, qtbot: QtBot
) -> None:
    send(widget, finger, QEvent.Type.MouseButtonPress, QPointF(50, 60))
    send(widget, finger, QEvent.Type.MouseMove, QPointF(52, 60))
    qtbot.waitUntil(lambda: widget.places == [QPoint(50, 60)])


@pytest.mark.parametrize("then", [QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove])
def test_a_tap_and_a_swipe_do_not(
    widget: Asked, finger: QPointingDevice, qtbot: QtBot, then: QEvent.Type
) -> None:
    send(widget, finger, QEvent.Type.MouseButtonPress, QPointF(50, 60))
    send(widget, finger, then, QPointF(90, 60))
    qtbot.wait(90)
    assert widget.places == []


def test_a_mouse_button_that_is_held_does_not(widget: Asked, qtbot: QtBot) -> None:
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    qtbot.wait(90)
    assert widget.places == []
