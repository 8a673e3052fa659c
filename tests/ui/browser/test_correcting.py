"""One key corrects a reading and adds the drawing to the user's collection."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.browser.corrections_browser import CorrectionsBrowser
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.user_data import collection_path
from tests.ui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier


def kept() -> list[dict[str, Any]]:
    path = collection_path()
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def press(qtbot: QtBot, window: MainWindow, digit: int) -> None:
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + digit), ALT)


def test_a_key_saves_the_drawing_and_its_reading(
    drawn: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(qtbot, drawn, 7)
    (line,) = kept()
    drawing, reading, weights = drawn.editor.drawing, drawn.reading, drawn.means.weights
    assert weights is not None
    assert line["label"] == 7
    assert line["strokes"] == [points.tolist() for points in drawing.strokes]
    assert line["times"] == [values.tolist() for values in drawing.times]
    told = line["correction"]
    assert told["read"] == reading.most_probable
    assert told["verdict"] == str(reading.verdict)
    assert told["weights"]["sha256"] == WeightsIdentity.of(weights).sha256
    assert told["date"][10] == "T"
    assert told["date"][-6] in "+-", "with a time zone"
    assert drawn.editor.drawing.label is None, "the canvas is unchanged"


@pytest.mark.parametrize("digit", range(10))
def test_each_digit_has_a_key_and_a_menu_entry(drawn: MainWindow, qtbot: QtBot, digit: int) -> None:
    press(qtbot, drawn, digit)
    assert kept()[0]["label"] == digit
    assert drawn.correcting.line.text() == f"Saved as {digit}."
    edit = drawn.menuBar().actions()[1].menu()
    assert isinstance(edit, QMenu)
    assert drawn.actions_.it_was_menu.menuAction() in edit.actions()
    entry = drawn.actions_.it_was_menu.actions()[digit]
    assert entry.text() == f"It was &{digit}"
    drawn.actions_.it_was[(digit + 1) % 10].trigger()
    (line,) = kept()
    assert line["label"] == (digit + 1) % 10, "a second correction of a drawing replaces the first"


def test_a_correction_is_announced(drawn: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawn.announcer.announced) as said:
        press(qtbot, drawn, 4)
    assert said.args == ["Saved as 4."]


def test_the_message_stays_until_the_drawing_changes(
    drawn: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    line = drawn.correcting.line
    assert not line.isVisible()
    height = drawn.statusBar().height()
    press(qtbot, drawn, 7)
    assert line.isVisible()
    assert drawn.statusBar().height() == height, "the layout stays"
    hand.stroke((0.5, 0.5), (0.6, 0.6))
    assert not line.isVisible()
    press(qtbot, drawn, 7)
    assert len(kept()) == 2, "a new drawing is a new line"


def test_a_click_undoes_a_correction(drawn: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, drawn, 7)
    press(qtbot, drawn, 1)
    line = drawn.correcting.line
    assert line.undo.text() == "Undo"
    qtbot.mouseClick(line.undo, Qt.MouseButton.LeftButton)
    assert [one["label"] for one in kept()] == [7], "the previous correction counts again"
    assert line.text() == "Correction undone."
    assert not line.undo.isVisible()
    assert not drawn.actions_.take_back.isEnabled(), "only the last correction can be undone"


def test_the_menu_undoes_a_correction_after_the_canvas_is_cleared(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    take_back = drawn.actions_.take_back
    assert not take_back.isEnabled()
    press(qtbot, drawn, 7)
    drawn.editor.clear()
    assert take_back.isEnabled()
    take_back.trigger()
    assert kept() == []


def test_an_empty_canvas_cannot_be_corrected(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    def enabled() -> set[bool]:
        return {action.isEnabled() for action in window.actions_.it_was}

    assert enabled() == {False}
    press(qtbot, window, 7)
    window.correcting.note(7)
    assert kept() == []
    hand.down((0.5, 0.5))
    assert enabled() == {True}
    hand.up((0.5, 0.5))
    window.editor.clear()
    assert enabled() == {False}


def test_a_picture_cannot_be_corrected(window: MainWindow, qtbot: QtBot) -> None:
    window.load(picture_from_ink(np.eye(28, dtype=np.uint8) * 255))
    assert not any(action.isEnabled() for action in window.actions_.it_was)
    press(qtbot, window, 7)
    window.correcting.note(7)
    assert kept() == []


def test_a_correction_during_a_replay_saves_the_whole_drawing(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawing = drawn.editor.drawing
    drawn.displayed.show_moment(drawn.editor.drawing.__class__())
    assert drawn.means.read(drawn.displayed.source).most_probable is None
    press(qtbot, drawn, 7)
    (line,) = kept()
    assert line["strokes"] == [points.tolist() for points in drawing.strokes]
    assert line["correction"]["read"] is not None


def test_a_correction_without_a_network_is_saved_unread(qtbot: QtBot) -> None:
    window = MainWindow(None, "light")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.helping.open_example(3)
    press(qtbot, window, 3)
    (line,) = kept()
    told = line["correction"]
    assert (told["read"], told["probability"], told["weights"]) == (None, None, None)
    assert told["verdict"] == "unread"


def test_a_failed_save_opens_a_dialog_with_the_reason(drawn: MainWindow, qtbot: QtBot) -> None:
    collection_path().mkdir(parents=True)
    press(qtbot, drawn, 7)
    box = drawn.findChild(QMessageBox)
    assert box is not None
    assert "corrections.jsonl can't be used: Is a directory." in box.text()
    assert not drawn.correcting.line.isVisible()
    assert not drawn.actions_.take_back.isEnabled()
    box.close()


def test_the_menu_entries_show_their_keys(drawn: MainWindow) -> None:
    for digit, action in enumerate(drawn.actions_.it_was):
        assert isinstance(action, QAction)
        assert [key.toString() for key in action.shortcuts()] == [f"Alt+{digit}"]


def test_messages_do_not_change_the_status_bars_height(drawn: MainWindow) -> None:
    before = drawn.statusBar().sizeHint().height()
    drawn.correcting.note(7)
    with_undo = drawn.statusBar().sizeHint().height()
    drawn.correcting.take_back()
    assert drawn.statusBar().sizeHint().height() == with_undo == before


def test_the_window_of_corrections_has_a_key(window: MainWindow, qtbot: QtBot) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_R, both)
    assert window.findChildren(CorrectionsBrowser)


def test_in_an_exhibit_corrections_are_off_and_the_menu_says_why(
    random_classifier: Classifier, qtbot: QtBot
) -> None:
    window = MainWindow(random_classifier, "light", Settings(is_kept=False))
    qtbot.addWidget(window)
    window.show()
    window.load(parse_drawing(b'{"strokes": [[[100, 100], [300, 100], [180, 420]]]}'))
    press(qtbot, window, 7)
    assert kept() == []
    assert not window.actions_.corrections.isEnabled()
    reason, *rest = window.actions_.it_was_menu.actions()
    assert reason.text() == "Off in an exhibit: nothing is kept"
    assert not any(action.isEnabled() for action in (reason, *rest) if not action.isSeparator())
