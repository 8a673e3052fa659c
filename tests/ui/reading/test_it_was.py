"""Ten buttons correct the reading; a data set's digit shows its label and whether it was read."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.reading.it_was import LEAST, ItWas
from lenet_gui.user_data import collection_path
from tests.ui.conftest import Hand
from tests.ui.reading.test_winner import reading


def row_of(window: MainWindow) -> ItWas:
    row = window.findChild(ItWas)
    assert row is not None
    return row


def click(qtbot: QtBot, button: QToolButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def checked(row: ItWas) -> list[int]:
    return [digit for digit, button in enumerate(row.buttons) if button.isChecked()]


def kept() -> list[int | None]:
    return [drawing.label for drawing in Collection(collection_path()).readable()]


def test_a_click_corrects_and_another_one_undoes_it(drawn: MainWindow, qtbot: QtBot) -> None:
    row = row_of(drawn)
    assert [button.text() for button in row.buttons] == list("0123456789")
    assert row.buttons[7].toolTip() == "It was 7 (Alt+7)"
    assert not row.undo.isVisible()
    click(qtbot, row.buttons[7])
    assert (kept(), checked(row)) == ([7], [7])
    click(qtbot, row.buttons[2])
    assert (kept(), checked(row)) == ([2], [2])
    click(qtbot, row.undo)
    assert (kept(), checked(row)) == ([7], [7]), "the earlier one counts again"
    assert not row.undo.isVisible()
    click(qtbot, row.buttons[3])
    click(qtbot, row.buttons[3])
    assert (kept(), checked(row)) == ([7], [7])


def test_a_correction_stays_checked_with_its_drawing(
    drawn: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    row = row_of(drawn)
    click(qtbot, row.buttons[4])
    hand.stroke((0.5, 0.5), (0.6, 0.6))
    assert checked(row) == []
    drawn.editor.undo()
    assert checked(row) == [4]
    drawn.correcting.forget_last()
    assert checked(row) == [], "it may have been deleted"


def test_nothing_and_pictures_cannot_be_corrected(window: MainWindow, hand: Hand) -> None:
    row = row_of(window)
    assert not any(button.isEnabled() for button in row.buttons)
    window.load(picture_from_ink(np.eye(28, dtype=np.uint8) * 255))
    assert not any(button.isEnabled() for button in row.buttons)
    assert all("this is a picture" in button.toolTip() for button in row.buttons)
    window.editor.clear()
    hand.stroke((0.2, 0.2), (0.7, 0.7))
    assert all(button.isEnabled() for button in row.buttons)
    assert [button.text() for button in row.buttons] == list("0123456789")
    assert "Alt+4" in row.buttons[4].toolTip()


def test_a_failed_correction_is_not_checked(drawn: MainWindow, qtbot: QtBot) -> None:
    collection_path().mkdir(parents=True)
    row = row_of(drawn)
    click(qtbot, row.buttons[4])
    assert checked(row) == []


@pytest.mark.parametrize(("width", "rows"), [(148, 2), (320, 1)])
def test_the_buttons_take_two_rows_where_one_is_too_narrow(
    window: MainWindow, width: int, rows: int
) -> None:
    row = row_of(window)
    row.resize(width, row.height_for(width))
    places = [button.geometry() for button in row.buttons]
    assert len({place.top() for place in places}) == rows
    assert all(row.rect().contains(place) for place in places)
    assert min(min(place.width(), place.height()) for place in places) >= LEAST
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_one_stop_of_the_tab_key_and_arrows_between_the_buttons(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    row = row_of(drawn)
    row.buttons[0].setFocus()
    for key, place in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0)):
        qtbot.keyClick(drawn.focusWidget(), key)
        assert row.buttons[place].hasFocus()
    qtbot.keyClick(drawn.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(drawn.focusWidget(), Qt.Key.Key_Space)
    assert kept() == [1]
    stops = [one for one in row.buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [row.buttons[1]]


def test_its_menu_opens_the_corrections(window: MainWindow) -> None:
    assert window.actions_.corrections in row_of(window).actions()


@pytest.mark.parametrize(
    ("verdict", "digit", "agrees"),
    [
        (Verdict.DIGIT, 7, True),
        (Verdict.DIGIT, 1, False),
        (Verdict.NOT_A_DIGIT, 7, None),
        (Verdict.NOT_A_DIGIT, 1, False),
    ],
)
def test_a_mark_shows_whether_the_reading_agrees_with_a_label(
    window: MainWindow, verdict: Verdict, digit: int, agrees: bool | None
) -> None:
    row = row_of(window)
    assert (row.text, row.agrees) == ("It was", None)
    unmarked = row.grab().toImage()
    row.show_label(digit, reading(verdict, p7=0.9, p3=0.1))
    assert (row.text, row.agrees) == (f"Label: {digit}", agrees)
    assert row.grab().toImage() != unmarked
    row.show_label(None, reading(verdict, p7=0.9, p3=0.1))
    assert (row.text, row.agrees) == ("It was", None)
