"""Menus as people know them, and a sentence for every action and every part."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.framing_strip import Steps, Strip
from tests.ui.conftest import Hand


def menus(window: MainWindow) -> dict[str, QMenu]:
    found = {}
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[action.text().replace("&", "")] = menu
    return found


def entries(menu: QMenu | QMenuBar) -> Iterator[QAction]:
    """Yield what can be chosen in a menu and in the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not action.isSeparator():
            yield action


def test_menus_have_the_names_and_the_order_that_people_know(window: MainWindow) -> None:
    found = menus(window)
    assert list(found) == ["File", "Edit", "View", "Help"]
    actions = window.actions_
    assert found["File"].actions()[-1] is actions.quit
    assert actions.quit.menuRole() == QAction.MenuRole.QuitRole
    assert found["Edit"].actions()[:2] == [actions.undo, actions.redo]
    assert actions.copy in found["Edit"].actions()
    assert found["Help"].actions()[-1] is actions.about
    assert actions.about.menuRole() == QAction.MenuRole.AboutRole
    standard = QKeySequence.StandardKey
    for action, key in (
        (actions.undo, standard.Undo), (actions.quit, standard.Quit), (actions.copy, standard.Copy),
        (actions.shortcuts, standard.HelpContents), (actions.whats_this, standard.WhatsThis),
    ):  # fmt: skip
        assert QKeySequence(key) in action.shortcuts()


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = Counter(
        key.toString()
        for action in window.actions()
        for key in action.shortcuts()
        if not key.isEmpty()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_entries_of_a_menu_have_the_same_letter(window: MainWindow) -> None:
    for name, menu in menus(window).items():
        letters = Counter(
            action.text()[action.text().index("&") + 1].lower()
            for action in menu.actions()
            if "&" in action.text()
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], name


def test_every_action_is_explained_in_the_status_bar(window: MainWindow) -> None:
    for action in (*entries(window.menuBar()), *window.actions()):
        told = action.statusTip()
        assert len(told.split()) > 2, action.text()
        assert told != action.text().replace("&", "")
        assert action.whatsThis() == told


def test_the_status_bar_shows_it_and_then_its_own_words_again(window: MainWindow) -> None:
    undo = window.actions_.undo
    undo.showStatusText(window)
    assert window.statusBar().currentMessage() == "Undo the last step"
    window.statusBar().clearMessage()
    assert window.statusBar().currentMessage() == ""


def explains(part: QWidget) -> bool:
    """Return whether a part, or a parent of it, answers “What's this?”, asked as Qt asks."""
    place = QPoint(2, 2)
    event = QHelpEvent(QEvent.Type.QueryWhatsThis, place, part.mapToGlobal(place))
    while True:
        event.setAccepted(True)
        if QApplication.sendEvent(part, event) and event.isAccepted():
            return True
        if part.isWindow():
            return False
        part = part.parentWidget()


def test_every_part_is_explained(window: MainWindow) -> None:
    window.inspector.set_open(True)
    parts = [window.findChild(kind) for kind in (Canvas, Strip, Steps, Bars, Inspector, MapsPanel)]
    assert None not in parts
    workspace, maps = window.workspace, window.findChild(MapsPanel)
    assert maps is not None
    parts += [workspace.strip.switch, maps.scale_button, window.statusBar(), workspace.toolbar]
    parts += window.findChildren(LayerView)
    for part in (*parts, *workspace.reading.children()):
        if isinstance(part, QWidget) and not part.metaObject().className().endswith("Label"):
            assert explains(part), part


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
@pytest.mark.parametrize("by_key", [True, False], ids=["Shift+F1", "menu"])
def test_in_the_mode_a_click_explains_instead_of_drawing(
    window: MainWindow, hand: Hand, qtbot: QtBot, by_key: bool
) -> None:
    if by_key:
        qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    else:
        window.actions_.whats_this.trigger()
    assert QWhatsThis.inWhatsThisMode()
    hand.down((0.5, 0.5))
    hand.up((0.5, 0.5))
    assert window.editor.is_empty
    QWhatsThis.leaveWhatsThisMode()
    QWhatsThis.hideText()
