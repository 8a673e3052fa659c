"""Drawing with the keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.document.page import CELL
from lenet_gui.ui.kit.theme import LIGHT
from tests.ui.conftest import Hand

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape
MIDDLE = CANVAS_SIZE / 2


@pytest.fixture
def canvas(window: MainWindow, hand: Hand, qtbot: QtBot) -> Canvas:
    """Return the window's canvas, with the cursor in its middle."""
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert window.tools.keyboard.is_on
    return hand.canvas


def strokes(window: MainWindow) -> list[list[list[float]]]:
    return [points.tolist() for points in window.editor.drawing.strokes]


def test_space_lowers_and_lifts_the_pen(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    for key in (LEFT, SPACE, UP, RIGHT, SPACE, DOWN, DOWN, SPACE, SPACE):
        qtbot.keyClick(canvas, key)
    left, up = MIDDLE - CELL, MIDDLE - CELL
    assert strokes(window) == [
        [[left, MIDDLE], [left, up], [MIDDLE, up]],
        [[MIDDLE, MIDDLE + CELL]],
    ]
    window.editor.undo()
    assert len(strokes(window)) == 1, "one step from pen down to pen up"


def test_shift_moves_by_less_and_end_moves_diagonally(
    window: MainWindow, canvas: Canvas, qtbot: QtBot
) -> None:
    qtbot.keyClick(canvas, SPACE)
    qtbot.keyClick(canvas, RIGHT, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    qtbot.keyClick(canvas, SPACE)
    near = MIDDLE + CELL / 4
    assert strokes(window) == [[[MIDDLE, MIDDLE], [near, MIDDLE], [near - CELL, MIDDLE + CELL]]]


def test_the_cursor_stays_on_the_paper(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    for _ in range(20):
        qtbot.keyClick(canvas, UP)
        qtbot.keyClick(canvas, RIGHT)
    assert window.tools.keyboard.point == (CANVAS_SIZE, 0)


def test_each_key_is_read(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, SPACE)
    for key in (DOWN, DOWN):
        before = window.reading
        qtbot.keyClick(canvas, key)
        qtbot.waitUntil(lambda: window.reading is not before)  # noqa: B023
    assert window.editor.is_drawing


def test_the_eraser_works_with_keys_too(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    for key in (SPACE, *[RIGHT] * 10, SPACE, *[LEFT] * 5):
        qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_E)
    assert window.tools.keyboard.is_on
    qtbot.keyClick(canvas, SPACE)
    qtbot.keyClick(canvas, SPACE)
    gone = (3 + 1.6) / 2 * CELL  # half the sum of both widths, on either side of the fifth cell
    first, second = strokes(window)
    assert (first[-1][0], second[0][0]) == pytest.approx(
        (MIDDLE + 5 * CELL - gone, MIDDLE + 5 * CELL + gone)
    )


def test_choosing_another_tool_lifts_the_pen(
    window: MainWindow, canvas: Canvas, qtbot: QtBot
) -> None:
    qtbot.keyClick(canvas, SPACE)
    qtbot.keyClick(canvas, Qt.Key.Key_E)
    assert not window.editor.is_drawing
    qtbot.keyClick(canvas, DOWN)
    assert strokes(window) == [[[MIDDLE, MIDDLE]]]


def test_escape_ends_keyboard_drawing_and_keeps_the_ink(
    window: MainWindow, canvas: Canvas, qtbot: QtBot
) -> None:
    qtbot.keyClick(canvas, SPACE)
    qtbot.keyClick(canvas, ESCAPE)
    assert not window.tools.keyboard.is_on
    assert not window.actions_.keyboard.isChecked()
    assert strokes(window) == [[[MIDDLE, MIDDLE]]]
    qtbot.keyClick(canvas, DOWN)
    assert strokes(window) == [[[MIDDLE, MIDDLE]]]
    qtbot.keyClick(canvas, ESCAPE)
    assert strokes(window) == [[[MIDDLE, MIDDLE]]], "Escape never clears"


def test_each_move_is_announced(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    qtbot.waitUntil(window.isActiveWindow)
    for key in (Qt.Key.Key_K, SPACE, RIGHT, SPACE, ESCAPE):
        qtbot.keyClick(hand.canvas, key)
    assert "Space" in said[0]
    assert "Esc" in said[0]
    assert said[1:] == [
        "Down, at column 15, row 15",
        "Down, at column 16, row 15",
        "Up, at column 16, row 15",
        "Keyboard drawing has ended",
    ]


def test_the_cross_hair_is_on_the_paper(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    def arm() -> int:
        """Return the lightness at the cross-hair's upper arm, beyond the ring."""
        scale = canvas.width() / CANVAS_SIZE
        ring = window.editor.pen_width * CELL / 2 * scale
        place = QPoint(canvas.width() // 2, int(canvas.height() / 2 - ring - 5))
        return canvas.grab().toImage().pixelColor(place).lightness()

    qtbot.keyClick(canvas, SPACE)  # the invitation would be in the way
    qtbot.keyClick(canvas, SPACE)
    assert arm() < 180
    qtbot.keyClick(canvas, ESCAPE)
    assert arm() == QColor(LIGHT.paper).lightness()


def test_keyboard_drawing_selects_the_pen_and_the_mover_ends_it(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_V)
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert window.tools.current is window.tools.pen
    qtbot.keyClick(window, Qt.Key.Key_V)
    assert not window.tools.keyboard.is_on
    assert not window.actions_.keyboard.isChecked()


def test_keyboard_drawing_moves_the_focus_to_the_canvas(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.lenses.setFocus()
    hand.canvas.clearFocus()
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert hand.canvas.hasFocus()


def test_drawing_with_the_mouse_lifts_the_keyboards_pen(
    window: MainWindow, canvas: Canvas, qtbot: QtBot
) -> None:
    qtbot.keyClick(canvas, SPACE)
    hand = Hand(canvas)
    hand.down((0.1, 0.1))
    qtbot.keyClick(canvas, DOWN)  # ignored while the mouse draws
    hand.up((0.2, 0.1))
    assert [len(points) for points in strokes(window)] == [1, 2]
    assert window.tools.keyboard.point == (MIDDLE, MIDDLE)
