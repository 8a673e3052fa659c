"""The sheet of shortcuts lists what the menus and views really do."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.help.shortcuts import Section, ShortcutSheet, plain, shortcut_list
from lenet_gui.ui.maps.layer_view import LayerView


def sheets(window: MainWindow) -> list[ShortcutSheet]:
    return window.findChildren(ShortcutSheet)


def sections(window: MainWindow) -> list[Section]:
    return shortcut_list(window.menuBar(), window.actions())


def rows(window: MainWindow) -> dict[str, tuple[str, ...]]:
    return {s.text: s.keys for section in sections(window) for s in section.shortcuts}


@pytest.mark.parametrize(
    ("text", "shown"),
    [("&Undo", "Undo"), ("Open &weights…", "Open weights"), ("Black && white", "Black & white")],
)
def test_an_actions_text_as_it_is_read(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_every_action_with_keys_is_in_the_list_once(window: MainWindow) -> None:
    found = rows(window)
    told = [s.text for section in sections(window) for s in section.shortcuts]
    assert len(told) == len(set(told))
    assert found["It was 0 … 9"] == ("Alt+0 … Alt+9",), "one line for all digits"
    for action in window.actions():
        if action in window.actions_.it_was:
            continue
        keys = [key.toString() for key in action.shortcuts() if not key.isEmpty()]
        if keys:
            assert list(found[plain(action.text())]) == keys, action.text()
    assert found["Undo"] == ("Ctrl+Z",)
    assert found["Redo"] == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert found["Cancel or close"] == ("Esc",), "it is in no menu"
    assert "Use the shipped weights" not in found, "it has no keys"


def test_the_sections_follow_the_menus(window: MainWindow) -> None:
    titles = [section.title for section in sections(window)]
    assert titles[:5] == ["File", "Edit", "View", "Help", "Everywhere"]
    view = next(section for section in sections(window) if section.title == "View")
    assert ("Lock the scale", ("Ctrl+L",)) in [(s.text, s.keys) for s in view.shortcuts]


def test_a_new_menu_entry_appears_in_the_list(window: MainWindow) -> None:
    action = QAction("&Juggle", window)
    action.setShortcut("Ctrl+J")
    window.menuBar().actions()[1].menu().addAction(action)  # type: ignore[attr-defined]
    edit = next(section for section in sections(window) if section.title == "Edit")
    assert (edit.shortcuts[-1].text, edit.shortcuts[-1].keys) == ("Juggle", ("Ctrl+J",))


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_opens_the_sheet_and_escape_closes_it(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClick(window, key)
    qtbot.keyClick(window, key)
    (sheet,) = sheets(window)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClick(sheet.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sheets(window) == [])


def test_the_sheet_is_a_text_in_the_order_of_the_list(window: MainWindow) -> None:
    window.helping.show_shortcuts()
    (sheet,) = sheets(window)
    page = sheet.page
    assert page.accessibleName() == "Keyboard shortcuts"
    assert page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    lines = [line.strip() for line in page.toPlainText().splitlines() if line.strip()]
    expected = []
    for section in sections(window):
        expected.append(section.title)
        expected += [s.text for s in section.shortcuts]
    assert [line for line in lines if line in expected] == expected


def test_the_sheet_needs_no_scrolling_on_a_common_screen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = SimpleNamespace(availableSize=lambda: QSize(1280, 680))
    monkeypatch.setattr(ShortcutSheet, "screen", lambda sheet: screen)
    window.helping.show_shortcuts()
    (sheet,) = sheets(window)
    qtbot.waitExposed(sheet)
    for bar in (sheet.page.horizontalScrollBar(), sheet.page.verticalScrollBar()):
        assert bar.maximum() == 0


def test_the_keys_of_the_maps_do_what_the_list_says(window: MainWindow, qtbot: QtBot) -> None:
    found = rows(window)
    view = next(v for v in window.findChildren(LayerView) if v.layer.name == "C1")
    window.selection.select(Unit(LAYERS[1], 0, 0, 0))
    assert found["Next cell, map or layer"] == ("←", "→", "↑", "↓")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert window.selection.selected == Unit(LAYERS[1], 0, 0, 1)
    window.selection.hover(Unit(LAYERS[1], 0, 5, 5))
    assert found["Inspect the outlined unit"] == ("Return",)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.selection.selected == Unit(LAYERS[1], 0, 5, 5)
    assert found["Explain the layer"] == ("Space",)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert window.selection.layer is LAYERS[1]
