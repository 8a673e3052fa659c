"""Once a replay has ended, nothing says that it goes on, however it ended."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.reading.history_view import HistoryView
from tests.ui.conftest import Hand, choose_look


def play_to_its_end(window: MainWindow) -> None:
    window.replays.replay.set_speed(1e9)
    window.replays.replay.timer.timeout.emit()


OTHER = Drawing((stroke([(0, 0), (9, 9)]),))
ENDS: dict[str, Callable[[MainWindow, Hand], object]] = {
    "its end": lambda window, hand: play_to_its_end(window),
    "Escape": lambda window, hand: QTest.keyClick(window, Qt.Key.Key_Escape),
    "a stroke": lambda window, hand: hand.stroke((0.1, 0.1), (0.1, 0.9)),
    "undo": lambda window, hand: window.actions_.undo.trigger(),
    "clear": lambda window, hand: window.actions_.clear.trigger(),
    "a wider pen": lambda window, hand: window.actions_.wider.trigger(),
    "an example": lambda window, hand: window.files.show(OTHER),
    "another file": lambda window, hand: window.document.begin(OTHER),
    "a language": lambda window, hand: window.actions_.choose(window.actions_.languages, "de"),
    "closing": lambda window, hand: window.close(),
}


def texts(window: MainWindow) -> list[str]:
    """Return every text that speaks of the replay now."""
    action, bar = window.actions_.replay, window.statusBar()
    (button,) = [
        button for button in window.findChildren(QToolButton) if button.defaultAction() is action
    ]
    chart = window.findChild(HistoryView)
    assert chart is not None
    return [
        action.text(), action.iconText(), action.toolTip(), button.text(), button.toolTip(),
        bar.currentMessage(), chart.accessibleDescription(), str(chart.value()),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_nothing_says_that_it_goes_on(
    drawn: MainWindow, hand: Hand, qtbot: QtBot, end: str
) -> None:
    said: list[str] = []
    drawn.announcer.announced.connect(said.append)
    before = texts(drawn)
    drawn.replays.replay.set_speed(0.001)
    drawn.actions_.replay.trigger()
    QToolTip.showText(QPoint(5, 5), drawn.actions_.replay.toolTip(), drawn)  # Qt does it later
    assert len(set(zip(before, texts(drawn), strict=True))) > 5, "while it plays, nearly all differ"
    ENDS[end](drawn, hand)
    if end == "a language":
        choose_look(language="en")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)  # it goes after a moment
    after = texts(drawn)
    assert after == before
    assert not drawn.replays.replay.is_playing
    assert "The replay has ended" in said
