"""The canvas's context menu: by click, long press and keys, and what it offers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.context_menu import CanvasMenu
from tests.ui.conftest import Hand
from tests.ui.devices import MOVE, PRESS, RELEASE, Stylus

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen
RIGHT = Qt.MouseButton.RightButton
SHORT = 30
"""Milliseconds of a long press in these tests."""


@pytest.fixture
def menu(drawn: MainWindow) -> Iterator[CanvasMenu]:
    menu = drawn.findChild(CanvasMenu)
    assert menu is not None
    yield menu
    menu.close()


@pytest.fixture
def screen(qapp: QApplication) -> Iterator[QPointingDevice]:
    """Return a touchscreen on which a press is long after a SHORT time."""
    hints = qapp.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(SHORT)
    yield QTest.createTouchDevice()
    hints.setMousePressAndHoldInterval(usual)


def test_a_right_click_opens_it_and_draws_nothing(
    drawn: MainWindow, menu: CanvasMenu, hand: Hand
) -> None:
    before = drawn.editor.drawing
    QTest.mousePress(hand.canvas, RIGHT, pos=hand.at((0.5, 0.2)))  # on the ink
    assert not menu.isVisible(), "the button may begin to erase"
    QTest.mouseRelease(hand.canvas, RIGHT, pos=hand.at((0.5, 0.2)))
    assert menu.isVisible()
    assert menu.pos() == hand.canvas.mapToGlobal(hand.at((0.5, 0.2)))
    assert drawn.editor.drawing is before


def test_a_click_with_the_pens_button_opens_it(menu: CanvasMenu, hand: Hand) -> None:
    pen = Stylus(hand.canvas, button=RIGHT)
    pen.send(PRESS, (0.5, 0.2))
    pen.send(MOVE, (0.5, 0.203))  # a pen never rests
    pen.send(RELEASE, (0.5, 0.203), 0)
    assert menu.isVisible()


def test_a_long_press_opens_it_and_leaves_no_dot(
    drawn: MainWindow, menu: CanvasMenu, hand: Hand, screen: QPointingDevice, qtbot: QtBot
) -> None:
    before = drawn.editor.drawing
    QTest.touchEvent(hand.canvas, screen).press(0, hand.at((0.5, 0.5))).commit()
    qtbot.waitUntil(menu.isVisible)
    assert drawn.editor.drawing is before
    assert not drawn.editor.is_busy


def test_a_finger_that_draws_opens_no_menu_however_long_it_takes(
    drawn: MainWindow, menu: CanvasMenu, hand: Hand, screen: QPointingDevice, qtbot: QtBot
) -> None:
    QTest.touchEvent(hand.canvas, screen).press(0, hand.at((0.3, 0.5))).commit()
    QTest.touchEvent(hand.canvas, screen).move(0, hand.at((0.5, 0.5))).commit()
    qtbot.wait(3 * SHORT)
    assert not menu.isVisible()
    assert drawn.editor.is_drawing
    QTest.touchEvent(hand.canvas, screen).release(0, hand.at((0.5, 0.5))).commit()


@pytest.mark.parametrize("is_menu_key", [True, False], ids=["Menu", "Shift+F10"])
def test_its_keys_open_it_on_the_canvas(menu: CanvasMenu, hand: Hand, is_menu_key: bool) -> None:
    middle = hand.at((0.5, 0.5))
    if is_menu_key:
        ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(hand.canvas, ask)
    else:
        QTest.keyClick(hand.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert menu.isVisible()
    assert menu.pos() == hand.canvas.mapToGlobal(middle)


def test_it_ends_a_stroke_that_is_drawn_by_keys(
    drawn: MainWindow, menu: CanvasMenu, hand: Hand
) -> None:
    for key in (Qt.Key.Key_K, Qt.Key.Key_Space, Qt.Key.Key_Right):
        QTest.keyClick(hand.canvas, key)
    QTest.keyClick(hand.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert menu.isVisible()
    assert not drawn.editor.is_busy
    assert drawn.actions_.undo.isEnabled()


def test_it_offers_the_actions_of_the_menu_bar(drawn: MainWindow, menu: CanvasMenu) -> None:
    actions = drawn.actions_
    assert [action for action in menu.actions() if not action.isSeparator()] == [
        actions.undo, actions.redo, actions.cut, actions.copy, actions.paste, actions.clear,
        actions.select_all, actions.replay, actions.it_was_menu.menuAction(),
        actions.export_menu.menuAction(),
    ]  # fmt: skip
    actions.clear.trigger()
    assert not actions.clear.isEnabled()
