"""Move, scale and turn the whole drawing in the window, with handles and with keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.tools.frame import CORNERS, Frame, Grip, frame_of
from lenet_gui.ui.document.page import CELL
from tests.ui.conftest import Hand, Place, choose_look

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
# A box of 200 across and 100 down, with its middle at (300, 250).
BOX = np.array([[200.0, 200.0], [400.0, 200.0], [400.0, 300.0], [200.0, 300.0]])


@pytest.fixture
def boxed(window: MainWindow, hand: Hand, qtbot: QtBot) -> MainWindow:
    """Return the window with the box drawn and the mover selected."""
    window.editor.load(Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE)).with_stroke(BOX))
    qtbot.waitUntil(window.isActiveWindow)  # the mover's keys need the focus
    qtbot.keyClick(window, Qt.Key.Key_V)
    assert window.actions_.mover.isChecked()
    return window


def points(window: MainWindow) -> np.ndarray:
    (found,) = window.editor.drawing.strokes
    return found


def frame(window: MainWindow) -> Frame:
    found = frame_of(window.editor.drawing)
    assert found is not None
    return found


def share(point: tuple[float, float]) -> Place:
    return point[0] / CANVAS_SIZE, point[1] / CANVAS_SIZE


def drag(hand: Hand, start: tuple[float, float], way: tuple[float, float], held=NONE) -> None:
    """Drag in two moves, in drawing units; the pointer moves in whole pixels."""
    QTest.mousePress(hand.canvas, Qt.MouseButton.LeftButton, held, hand.at(share(start)))
    for part in (0.5, 1.0):
        place = share((start[0] + part * way[0], start[1] + part * way[1]))
        QTest.mouseMove(hand.canvas, hand.at(place))
    end = hand.at(share((start[0] + way[0], start[1] + way[1])))
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, held, end)


def pixel(hand: Hand) -> float:
    """Return a pixel's width in drawing units: the pointer's precision."""
    return CANVAS_SIZE / hand.canvas.width()


# -- by hand --------------------------------------------------------------------------------------


def test_dragging_inside_moves_in_one_step(boxed: MainWindow, hand: Hand) -> None:
    before = boxed.editor.drawing
    drag(hand, (300, 250), (-60, 80))
    assert points(boxed) == pytest.approx(BOX + np.array([-60, 80]), abs=2 * pixel(hand))
    boxed.editor.undo()
    assert boxed.editor.drawing == before
    boxed.editor.redo()
    assert points(boxed)[0] == pytest.approx([140, 280], abs=2 * pixel(hand))


@pytest.mark.parametrize("grip", CORNERS, ids=lambda grip: grip.name)
def test_a_corner_scales_about_the_opposite_corner(
    boxed: MainWindow, hand: Hand, grip: Grip
) -> None:
    across, down = grip.value
    # Moved out by half the diagonal, (100, 50): one and a half times as large.
    drag(hand, frame(boxed).handle(grip), (100 * across, 50 * down))
    middle, half = np.array([300, 250]), np.array([100, 50])
    stays = middle - half * (across, down)
    assert points(boxed) == pytest.approx((BOX - stays) * 1.5 + stays, abs=3 * pixel(hand))


def test_shift_scales_about_the_middle(boxed: MainWindow, hand: Hand) -> None:
    handle = frame(boxed).handle(Grip.BOTTOM_RIGHT)
    canvas = hand.canvas
    # QTest's moves carry no modifiers; the release does.
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, SHIFT, hand.at(share(handle)))
    end = hand.at(share((handle[0] - 50, handle[1] - 25)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, SHIFT, end)
    assert points(boxed) == pytest.approx(
        (BOX - (300, 250)) * 0.5 + (300, 250), abs=2 * pixel(hand)
    )


def test_the_round_handle_turns_about_the_middle(boxed: MainWindow, hand: Hand) -> None:
    x, y = frame(boxed).handle(Grip.TURN)
    arm = 250 - y
    drag(hand, (x, y), (arm, arm))  # from above the middle to the right of it: a quarter clockwise
    turned = [[350, 150], [350, 350], [250, 350], [250, 150]]
    assert points(boxed) == pytest.approx(np.array(turned), abs=3 * pixel(hand))


def test_shift_turns_by_fifteen_degrees(boxed: MainWindow, hand: Hand) -> None:
    x, y = frame(boxed).handle(Grip.TURN)
    arm = 250 - y
    canvas = hand.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, SHIFT, hand.at(share((x, y))))
    end = hand.at(share((x + 0.9 * arm, 250 - 0.1 * arm)))  # some 84 degrees
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, SHIFT, end)
    assert points(boxed)[0] == pytest.approx([350, 150], abs=1e-6)


def test_the_drawing_is_read_at_each_move_of_a_drag(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.down(share((300, 250)))
    seen = boxed.reading
    for place in (share((280, 250)), share((260, 250))):
        hand.move(place)
        before = seen
        qtbot.waitUntil(lambda: boxed.reading is not before)  # noqa: B023
        seen = boxed.reading
    assert not boxed.actions_.undo.isEnabled(), "not a step yet"
    hand.up(share((260, 250)))
    assert boxed.actions_.undo.isEnabled()


def test_escape_during_a_drag_restores_the_drawing(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    before = boxed.editor.drawing
    hand.down(share((300, 250)))
    hand.move(share((360, 250)))
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert boxed.editor.drawing is before
    hand.move(share((400, 250)))
    hand.up(share((400, 250)))
    assert boxed.editor.drawing is before
    assert boxed.tools.current is boxed.tools.mover


def test_escape_returns_to_the_pen_and_keeps_the_ink(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert boxed.tools.current is boxed.tools.pen
    assert boxed.actions_.pen.isChecked()
    assert points(boxed).tolist() == BOX.tolist()


def test_a_click_is_no_step(boxed: MainWindow, hand: Hand) -> None:
    boxed.editor.clear()
    boxed.editor.undo()
    drag(hand, (300, 250), (0, 0))
    assert boxed.editor.can_redo, "there is nothing new"


def test_a_drag_there_and_back_is_no_step(boxed: MainWindow, hand: Hand) -> None:
    boxed.editor.clear()
    boxed.editor.undo()
    assert boxed.editor.can_redo
    hand.down(share((300, 250)))
    hand.move(share((360, 250)))
    hand.move(share((300, 250)))
    hand.up(share((300, 250)))
    assert boxed.editor.can_redo, "there is nothing new"
    assert boxed.actions_.redo.isEnabled()


def test_ink_dragged_off_the_canvas_stays_within_reach(boxed: MainWindow, hand: Hand) -> None:
    drag(hand, (300, 250), (600, 700))
    assert frame(boxed).middle == pytest.approx((CANVAS_SIZE, CANVAS_SIZE))
    for grip in (Grip.TURN, *CORNERS):
        assert all(0 < side < CANVAS_SIZE for side in frame(boxed).handle(grip))


def test_a_drawing_cannot_be_made_smaller_than_a_pixel(boxed: MainWindow, hand: Hand) -> None:
    handle = frame(boxed).handle(Grip.BOTTOM_RIGHT)
    drag(hand, handle, (-300, -300))
    left, top = points(boxed).min(axis=0)
    right, bottom = points(boxed).max(axis=0)
    assert (left, top) == pytest.approx((200, 200)), "the opposite corner stays"
    assert (right - left, bottom - top) == pytest.approx((CELL, CELL / 2))


def test_clearing_during_a_drag_ends_it(boxed: MainWindow, hand: Hand) -> None:
    hand.down(share((300, 250)))
    hand.move(share((360, 250)))
    boxed.editor.clear()
    hand.move(share((300, 300)))
    hand.up(share((300, 300)))
    assert boxed.editor.is_empty


def test_the_pen_can_be_widened_during_a_drag(boxed: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.down(share((300, 250)))
    hand.move(share((360, 250)))
    qtbot.keyClick(boxed, Qt.Key.Key_BracketRight)
    hand.up(share((360, 250)))
    assert boxed.editor.pen_width == pytest.approx(1.8)
    assert points(boxed)[0] == pytest.approx([260, 200], abs=2 * pixel(hand))


def test_the_pointers_shape_shows_what_a_drag_would_do(boxed: MainWindow, hand: Hand) -> None:
    for grip, shape in (
        (Grip.INK, Qt.CursorShape.SizeAllCursor),
        (Grip.TOP_LEFT, Qt.CursorShape.SizeFDiagCursor),
        (Grip.BOTTOM_LEFT, Qt.CursorShape.SizeBDiagCursor),
        (Grip.TURN, Qt.CursorShape.PointingHandCursor),
    ):
        place = (300, 250) if grip is Grip.INK else frame(boxed).handle(grip)
        hand.move(share(place))
        assert hand.canvas.cursor().shape() is shape


def test_the_frame_surrounds_the_ink_only_while_the_mover_is_selected(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    left = QPointF(frame(boxed).box.left(), 250) / pixel(hand)

    def painted() -> bool:
        image = hand.canvas.grab().toImage()
        places = (left.toPoint().x() + step for step in (-1, 0, 1))
        return any(image.pixelColor(x, left.toPoint().y()).lightness() < 200 for x in places)

    assert painted()
    qtbot.keyClick(boxed, Qt.Key.Key_P)
    assert not painted()


# -- by keys --------------------------------------------------------------------------------------


def test_arrows_nudge_by_a_pixel_of_28(boxed: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    way = np.zeros(2)
    for key, step in (
        (Qt.Key.Key_Left, (-1, 0)), (Qt.Key.Key_Up, (0, -1)), (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Down, (0, 1)), (Qt.Key.Key_PageUp, (1, -1)),
    ):  # fmt: skip
        qtbot.keyClick(hand.canvas, key)
        way += np.array(step) * CELL
        assert points(boxed) == pytest.approx(BOX + way)
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Right, SHIFT)
    assert points(boxed) == pytest.approx(BOX + way + (CELL / 4, 0))


@pytest.mark.parametrize(
    ("key", "factor"),
    [(Qt.Key.Key_Plus, 1.05), (Qt.Key.Key_Equal, 1.05), (Qt.Key.Key_Minus, 1 / 1.05)],
    ids=["+", "=", "-"],
)
def test_keys_scale_about_the_middle(
    boxed: MainWindow, hand: Hand, qtbot: QtBot, key: Qt.Key, factor: float
) -> None:
    qtbot.keyClick(hand.canvas, key)
    assert points(boxed) == pytest.approx((BOX - (300, 250)) * factor + (300, 250))


def test_keys_turn_and_a_full_turn_restores_the_drawing(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    for _ in range(18):
        qtbot.keyClick(hand.canvas, Qt.Key.Key_Period)
    quarter = [[350, 150], [350, 350], [250, 350], [250, 150]]
    assert points(boxed) == pytest.approx(np.array(quarter))
    for _ in range(54):
        qtbot.keyClick(hand.canvas, Qt.Key.Key_Period)
    assert points(boxed) == pytest.approx(BOX)
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Comma)
    for _ in range(73):
        boxed.editor.undo()
    assert points(boxed).tolist() == BOX.tolist()
    assert boxed.editor.can_undo, "each key was a step, and so was loading"


def test_an_asymmetric_drawing_turns_about_a_fixed_point(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    corner = np.array([[200.0, 200.0], [400.0, 200.0], [400.0, 300.0]])
    boxed.editor.load(Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE)).with_stroke(corner))
    for _ in range(72):
        qtbot.keyClick(hand.canvas, Qt.Key.Key_Comma)
    assert points(boxed) == pytest.approx(corner)


def test_holding_a_key_is_one_step(boxed: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    before = boxed.editor.drawing
    qtbot.keyPress(hand.canvas, Qt.Key.Key_Left)
    for _ in range(4):
        qtbot.keyPress(hand.canvas, Qt.Key.Key_Left)  # auto-repeat
    qtbot.keyRelease(hand.canvas, Qt.Key.Key_Left)
    assert points(boxed) == pytest.approx(BOX - (5 * CELL, 0))
    boxed.editor.undo()
    assert boxed.editor.drawing == before


def test_losing_the_focus_completes_a_held_keys_step(
    boxed: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    qtbot.keyPress(hand.canvas, Qt.Key.Key_Left)
    hand.canvas.clearFocus()
    assert boxed.actions_.undo.isEnabled()


def test_select_all_selects_the_mover_and_delete_clears(
    drawn: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.canvas.clearFocus()
    qtbot.keyClick(drawn, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert drawn.tools.current is drawn.tools.mover
    assert hand.canvas.hasFocus()
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Delete)
    assert drawn.editor.is_empty


def test_with_the_pen_these_keys_do_nothing(drawn: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    before = drawn.editor.drawing
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Period, Qt.Key.Key_Space):
        qtbot.keyClick(hand.canvas, key)
    assert drawn.editor.drawing is before


# -- what can't be moved --------------------------------------------------------------------------


def test_a_picture_cannot_be_moved_and_the_button_says_so_beforehand(
    boxed: MainWindow, qtbot: QtBot
) -> None:
    actions, picture = boxed.actions_, Picture(np.eye(20, dtype=np.float32))
    assert "picture" not in actions.mover.toolTip()
    boxed.load(picture)
    assert boxed.tools.current is boxed.tools.pen, "the mover is of no use here"
    assert not actions.mover.isEnabled()
    assert not actions.select_all.isEnabled()
    assert "this is a picture" in actions.mover.toolTip()
    choose_look(theme="dark")  # names everything anew
    assert "this is a picture" in actions.mover.toolTip()
    qtbot.keyClick(boxed, Qt.Key.Key_V)
    assert boxed.tools.current is boxed.tools.pen
    boxed.editor.undo()
    assert actions.mover.isEnabled()
    assert "(V)" in actions.mover.toolTip()


def test_the_status_bar_explains_that_an_empty_canvas_cannot_be_moved(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_V)
    assert "draw something" in window.statusBar().currentMessage(), "before the drag"
    drag(hand, (300, 250), (60, 0))
    assert not window.editor.can_undo


def test_a_dot_can_be_moved_but_not_scaled(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.5, 0.5))
    qtbot.keyClick(window, Qt.Key.Key_V)
    before = points(window)
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Plus)
    drag(hand, frame(window).handle(Grip.TOP_LEFT), (-50, -50))
    assert points(window) == pytest.approx(before)
    qtbot.keyClick(hand.canvas, Qt.Key.Key_Right)
    assert points(window) == pytest.approx(before + np.array([CELL, 0]))
