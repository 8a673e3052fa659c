"""Closed dialogs are deleted; file names are proposed, completed, and replace nothing unasked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.dialogs import with_suffix
from tests.ui.conftest import Hand
from tests.ui.file_dialogs import name_file, question


def warn(window: MainWindow) -> None:
    window.warn("Title", "A sentence.")


def ask_to_save(window: MainWindow) -> None:
    window.actions_.new.trigger()


def ask_where(window: MainWindow) -> None:
    window.actions_.save_as.trigger()


def ask_for_weights(window: MainWindow) -> None:
    window.actions_.open_weights.trigger()


def ask_for_data(window: MainWindow) -> None:
    window.actions_.open_data.trigger()


@pytest.mark.parametrize("open_", [warn, ask_to_save, ask_where, ask_for_weights, ask_for_data])
def test_a_closed_dialog_is_deleted(
    window: MainWindow, hand: Hand, qtbot: QtBot, open_: Callable[[MainWindow], None]
) -> None:
    hand.stroke((0.3, 0.3), (0.6, 0.6))
    open_(window)
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QDialog) == []


@pytest.mark.parametrize(
    ("name", "suffixes", "found"),
    [
        ("seven", ["png", "svg"], "seven.png"),
        ("seven.", ["png", "svg"], "seven.png"),
        ("seven.SVG", ["png", "svg"], "seven.SVG"),
        ("seven.v2", ["png", "svg"], "seven.v2.png"),
        ("seven", ["lenet.json"], "seven.lenet.json"),
        ("seven.json", ["lenet.json"], "seven.lenet.json"),
    ],
)
def test_a_suffix_is_added_if_it_was_left_off(name: str, suffixes: list[str], found: str) -> None:
    assert with_suffix(name, suffixes, suffixes[0]) == found


@pytest.fixture
def exports(drawn: MainWindow) -> dict[str, Callable[[], None]]:
    """Return what opens each dialog that asks where to save."""
    menu = drawn.actions_.export_menu
    menu.aboutToShow.emit()
    entries = zip(("drawing", "28x28", "network", "numbers"), menu.actions(), strict=True)
    return {
        "save as": drawn.actions_.save_as.trigger,
        **{name: action.trigger for name, action in entries},
    }


@pytest.mark.parametrize(
    ("kind", "ending", "place"),
    [
        ("save as", ".lenet.json", "Documents"),
        ("drawing", ".png", "Pictures"),
        ("28x28", "-28x28.png", "Pictures"),
        ("network", "-network.png", "Pictures"),
        ("numbers", "-network.npz", "Documents"),
    ],
)
def test_every_file_has_a_name_and_a_folder_proposed(
    drawn: MainWindow,
    exports: dict[str, Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
    ending: str,
    place: str,
) -> None:
    monkeypatch.setattr(QApplication.instance(), "folder", None)
    monkeypatch.setattr(
        QStandardPaths,
        "writableLocation",
        lambda kind: str(tmp_path / kind.name.removesuffix("Location")),
    )
    (tmp_path / place).mkdir()
    exports[kind]()
    (dialog,) = drawn.findChildren(QFileDialog)
    (proposed,) = map(Path, dialog.selectedFiles())
    assert proposed.parent == tmp_path / place
    assert re.fullmatch(rf"digit-\d{{4}}(-\d\d){{2}}-\d{{4}}{re.escape(ending)}", proposed.name)
    dialog.fileSelected.emit(str(tmp_path / f"seven{ending}"))
    dialog.close()
    drawn.actions_.save_as.trigger()
    again = drawn.findChildren(QFileDialog)[-1]
    assert Path(again.selectedFiles()[0]).parent == tmp_path, "where the last one was saved"
    again.close()


@pytest.mark.parametrize("is_sure", [True, False])
def test_a_file_is_not_replaced_unasked_once_the_suffix_is_added(
    drawn: MainWindow, tmp_path: Path, qtbot: QtBot, is_sure: bool
) -> None:
    other = tmp_path / "seven.v2.lenet.json"
    other.write_text("somebody's")
    drawn.actions_.save_as.trigger()
    name_file(drawn, tmp_path / "seven.v2")
    box = question(drawn)
    wanted = "Replace" if is_sure else "Cancel"
    (button,) = (button for button in box.buttons() if button.text().replace("&", "") == wanted)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (other.read_text() == "somebody's") is not is_sure
    assert drawn.document.path == (other if is_sure else None)
