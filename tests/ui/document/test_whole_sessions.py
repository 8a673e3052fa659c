"""Draw, erase, move, read and inspect a digit, with the keyboard alone and with the mouse alone.

The keyboard session only sends keys to the focused widget; the mouse session only clicks and drags
visible widgets.
"""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.app import build_window
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.maps.layer_view import LayerView
from tests.ui.conftest import Hand, settle

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
SPACE, ESCAPE, ENTER, TAB = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Return the window as it starts, with the shipped network."""
    window = build_window("light")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def length(window: MainWindow) -> float:
    """Return the total length of all strokes, in drawing units."""
    steps = [np.diff(stroke[:, :2], axis=0) for stroke in window.editor.drawing.strokes]
    return float(sum(np.hypot(*step.T).sum() for step in steps))


def middle(window: MainWindow) -> list[float]:
    """Return the middle of the ink, in drawing units."""
    points = np.concatenate([stroke[:, :2] for stroke in window.editor.drawing.strokes])
    return [float(side) for side in (points.min(axis=0) + points.max(axis=0)) / 2]


def test_the_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    def press(*keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            qtbot.keyClick(focused, key)

    press(Qt.Key.Key_K, *[UP] * 7, *[LEFT] * 3, SPACE, *[RIGHT] * 6, *[DOWN] * 14, SPACE, ESCAPE)
    settle(window, qtbot)
    assert window.reading.digit == 7

    whole = length(window)
    press(Qt.Key.Key_E, Qt.Key.Key_K, SPACE, UP, UP, UP, SPACE, ESCAPE)
    settle(window, qtbot)
    assert 0.5 * whole < length(window) < 0.95 * whole
    assert window.reading.digit == 7, "a seven with a shorter leg is still a seven"

    before = middle(window)
    press(Qt.Key.Key_V, RIGHT, RIGHT, DOWN)
    x, y = middle(window)
    assert (x > before[0], y > before[1]) == (True, True)
    assert length(window) < whole, "it was moved, not redrawn"
    press(Qt.Key.Key_P)
    settle(window, qtbot)
    assert window.reading.digit == 7

    for _ in range(40):
        view = QApplication.focusWidget()
        if isinstance(view, LayerView) and view.layer.name == "C3":
            break
        press(TAB)
    press(ENTER)
    first = window.selection.selected
    assert first is not None
    press(RIGHT)
    assert window.selection.selected not in (None, first)
    inspector = window.findChild(Inspector)
    assert inspector is not None
    assert inspector.isVisible()
    press(ESCAPE)
    assert not inspector.isVisible()


def test_the_mouse_alone(window: MainWindow, qtbot: QtBot) -> None:
    canvas, toolbar = window.findChild(Canvas), window.findChild(Toolbar)
    assert canvas is not None
    assert toolbar is not None
    hand = Hand(canvas)
    buttons = {button.defaultAction(): button for button in toolbar.findChildren(QToolButton)}

    def click(part: QWidget, place: QPoint | None = None) -> None:
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=place or part.rect().center())

    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.45, 0.85))
    settle(window, qtbot)
    assert window.reading.digit == 7

    whole = length(window)
    click(buttons[window.actions_.eraser])
    hand.stroke((0.42, 0.85), (0.5, 0.8))
    settle(window, qtbot)
    assert 0.5 * whole < length(window) < whole
    click(buttons[window.actions_.undo])
    assert length(window) == pytest.approx(whole)
    click(buttons[window.actions_.redo])

    before = middle(window)
    click(buttons[window.actions_.mover])
    hand.stroke((0.5, 0.5), (0.6, 0.55))
    x, y = middle(window)
    assert (x > before[0], y > before[1]) == (True, True)
    click(buttons[window.actions_.pen])
    settle(window, qtbot)
    assert window.reading.digit == 7

    view = next(view for view in window.findChildren(LayerView) if view.layer.name == "C3")
    click(view, QPointF(view.tile(6).center()).toPoint())
    inspector = window.findChild(Inspector)
    assert inspector is not None
    assert inspector.isVisible()
    assert window.selection.selected is not None
    assert window.selection.selected.map == 6
    click(buttons[window.actions_.clear])
    assert window.editor.is_empty
