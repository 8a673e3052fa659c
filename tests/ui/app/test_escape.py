"""Escape only steps back, one thing at a time; it never clears the page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from tests.ui.conftest import Hand

ESCAPE = Qt.Key.Key_Escape
C1 = LAYERS[1]
STATES: dict[str, Callable[[MainWindow, Hand], object]] = {
    "nothing": lambda window, hand: None,
    "a replay": lambda window, hand: window.replays.replay.play(),
    "a moment": lambda window, hand: window.replays.replay.seek(0.5),
    "a unit": lambda window, hand: window.selection.select(Unit(C1, 0)),
    "a layer": lambda window, hand: window.selection.select_layer(C1),
    "the mover": lambda window, hand: window.actions_.select_all.trigger(),
    "the eraser": lambda window, hand: window.actions_.eraser.trigger(),
    "keys": lambda window, hand: window.actions_.keyboard.trigger(),
    "a drag": lambda window, hand: (window.actions_.mover.trigger(), hand.down((0.5, 0.2))),
    "a stroke": lambda window, hand: (hand.down((0.1, 0.9)), hand.move((0.9, 0.9))),
}


@pytest.mark.parametrize("on_canvas", [True, False], ids=["canvas", "elsewhere"])
@pytest.mark.parametrize("state", STATES)
def test_escape_leaves_any_state_and_never_clears(
    drawn: MainWindow, hand: Hand, qtbot: QtBot, state: str, on_canvas: bool
) -> None:
    qtbot.waitUntil(drawn.isActiveWindow)
    before = drawn.editor.drawing
    STATES[state](drawn, hand)
    if on_canvas:
        hand.canvas.setFocus()
    else:
        hand.canvas.clearFocus()
    for _ in range(5):
        qtbot.keyClick(drawn.focusWidget() or drawn, ESCAPE)
    assert drawn.editor.drawing is before
    assert drawn.displayed.source is before
    assert not drawn.editor.is_busy
    assert drawn.selection.selected is None
    assert drawn.selection.layer is None
    assert drawn.tools.current in (drawn.tools.pen, drawn.tools.eraser)
    assert not drawn.tools.keyboard.is_on


def test_escape_takes_one_step_at_a_time(drawn: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    qtbot.waitUntil(drawn.isActiveWindow)
    drawn.selection.select(Unit(C1, 0))
    drawn.actions_.mover.trigger()
    drawn.replays.replay.seek(0.5)
    seen = []
    for _ in range(4):
        seen.append((
            drawn.displayed.is_moment,
            drawn.tools.current is drawn.tools.mover,
            drawn.selection.selected is not None,
        ))  # fmt: skip
        qtbot.keyClick(hand.canvas, ESCAPE)
    assert seen == [
        (True, True, True), (False, True, True), (False, False, True), (False, False, False),
    ]  # fmt: skip
