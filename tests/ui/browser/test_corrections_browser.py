"""Browsing the collection: relabel, delete, empty, export."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.collection import Collection, corrected
from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.browser.corrections_browser import CorrectionsBrowser
from lenet_gui.ui.kit.i18n import plain
from lenet_gui.user_data import collection_path

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def collection(random_classifier: Classifier) -> Collection:
    """Put a 1, a 2 and a 3 into the user's collection."""
    collection, now = Collection(collection_path()), datetime(2026, 3, 4, tzinfo=UTC)
    for label in (1, 2, 3):
        drawing = Drawing(canvas=(560, 560)).with_stroke([(100, 100), (200, 100 * label)])
        reading = random_classifier.read(drawing)
        collection.put(corrected(drawing, label, reading, Framing.MNIST, None, now, "x"))
    return collection


@pytest.fixture
def browser(collection: Collection, window: MainWindow, qtbot: QtBot) -> CorrectionsBrowser:
    window.actions_.corrections.trigger()
    browser = window.findChild(CorrectionsBrowser)
    assert browser is not None
    wait(browser, qtbot)
    return browser


def wait(browser: CorrectionsBrowser, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: browser.is_loaded and browser.gallery.read == len(browser.gallery))


def labels(collection: Collection) -> list[int | None]:
    return [drawing.label for drawing in collection.readable()]


def shown(browser: CorrectionsBrowser) -> list[int]:
    return [browser.gallery.labels[place] for place in browser.grid.places]


def test_only_one_window_opens(
    browser: CorrectionsBrowser, window: MainWindow, qtbot: QtBot
) -> None:
    assert shown(browser) == [1, 2, 3]
    window.actions_.corrections.trigger()
    assert window.findChildren(CorrectionsBrowser) == [browser]
    qtbot.keyClick(browser.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(CorrectionsBrowser) == [])
    window.actions_.corrections.trigger()
    assert len(window.findChildren(CorrectionsBrowser)) == 1


def test_a_new_correction_appears(
    browser: CorrectionsBrowser, window: MainWindow, qtbot: QtBot
) -> None:
    window.helping.open_example(5)
    window.correcting.note(5)
    wait(browser, qtbot)
    assert shown(browser) == [1, 2, 3, 5]
    window.correcting.take_back()
    wait(browser, qtbot)
    assert shown(browser) == [1, 2, 3]


def test_delete_removes_the_current_correction_and_undo_restores_it(
    browser: CorrectionsBrowser, collection: Collection, qtbot: QtBot
) -> None:
    assert not browser.undo_button.isEnabled()
    qtbot.keyClick(browser.grid, Qt.Key.Key_Right)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Delete)
    assert labels(collection) == [1, 3]
    assert shown(browser) == [1, 3]
    assert browser.count_words().startswith("2 digits")
    assert browser.grid.current == 2, "the next one"
    qtbot.mouseClick(browser.undo_button, LEFT)
    assert sorted(map(str, labels(collection))) == ["1", "2", "3"]
    assert shown(browser) == [1, 2, 3]
    assert not browser.undo_button.isEnabled()
    qtbot.mouseClick(browser.delete_button, LEFT)
    assert len(labels(collection)) == 2


def test_deleting_the_last_correction_leaves_an_invitation(
    browser: CorrectionsBrowser, collection: Collection, qtbot: QtBot
) -> None:
    for words in ("2 digits,", "1 digit,", "0 digits,"):
        qtbot.keyClick(browser.grid, Qt.Key.Key_Delete)
        assert browser.count_words().startswith(words)
    assert labels(collection) == []
    assert browser.grid.current is None
    assert not browser.delete_button.isEnabled()
    assert not browser.clear_button.isEnabled()
    qtbot.keyClick(browser.grid, Qt.Key.Key_Delete)  # nothing to delete
    assert browser.invitation().startswith("No corrections yet.")
    assert browser.undo_button.isEnabled(), "the last deletion can be undone"


def test_alt_and_a_digit_relabels(
    browser: CorrectionsBrowser, collection: Collection, qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(browser.grid, Qt.Key.Key_9, ALT)
    assert labels(collection) == [9, 2, 3]
    assert shown(browser) == [9, 2, 3]
    assert window.editor.is_empty, "the main window ignores the key"
    qtbot.mouseClick(browser.undo_button, LEFT)
    assert labels(collection) == [1, 2, 3]


def test_after_a_change_here_the_main_window_cannot_undo(
    browser: CorrectionsBrowser, window: MainWindow, qtbot: QtBot
) -> None:
    window.helping.open_example(5)
    window.correcting.note(5)
    wait(browser, qtbot)
    assert window.actions_.take_back.isEnabled()
    qtbot.keyClick(browser.grid, Qt.Key.Key_Delete)
    assert not window.actions_.take_back.isEnabled()


def click(box: QMessageBox, text: str, qtbot: QtBot) -> None:
    button = next(b for b in box.findChildren(QAbstractButton) if b.text() == text)
    qtbot.mouseClick(button, LEFT)


@pytest.mark.parametrize("is_sure", [False, True])
def test_deleting_all_asks_first(
    browser: CorrectionsBrowser, collection: Collection, qtbot: QtBot, is_sure: bool
) -> None:
    qtbot.mouseClick(browser.clear_button, LEFT)
    box = browser.findChild(QMessageBox)
    assert box is not None
    assert labels(collection) == [1, 2, 3], "it asks first"
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    click(box, "Delete all" if is_sure else box.defaultButton().text(), qtbot)
    wait(browser, qtbot)
    assert labels(collection) == ([] if is_sure else [1, 2, 3])
    assert len(browser.grid.places) == (0 if is_sure else 3)
    if is_sure:
        assert browser.invitation().startswith("No corrections yet.")


def test_exporting_asks_for_a_file(
    browser: CorrectionsBrowser, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(browser.export_button, LEFT)
    dialog = browser.findChild(QFileDialog)
    assert dialog is not None
    (suggested,) = dialog.selectedFiles()
    assert re.fullmatch(r"corrections-\d{4}-\d\d-\d\d\.jsonl", Path(suggested).name)
    dialog.fileSelected.emit(str(tmp_path / "mine.jsonl"))
    dialog.close()
    assert [sample.label for sample in read_samples(tmp_path / "mine.jsonl")] == [1, 2, 3]
    assert browser.progress_words() == "Exported to mine.jsonl"


def test_a_failed_export_is_reported(
    browser: CorrectionsBrowser, qtbot: QtBot, tmp_path: Path
) -> None:
    browser.export(tmp_path / "no folder" / "mine.jsonl")
    box = browser.findChild(QMessageBox)
    assert box is not None
    assert "mine.jsonl can't be used: No such file or directory." in box.text()
    box.close()


def test_damaged_lines_are_reported_and_the_others_shown(
    collection: Collection, window: MainWindow, qtbot: QtBot
) -> None:
    collection.path.write_bytes(b"nonsense\n" + collection.path.read_bytes() + b'{"strokes": [[')
    window.browsing.open_corrections()
    browser = window.findChild(CorrectionsBrowser)
    assert browser is not None
    wait(browser, qtbot)
    qtbot.waitUntil(lambda: "left as they are: 1." in browser.progress_words())
    assert shown(browser) == [1, 2, 3]


def test_enter_puts_the_same_drawing_on_the_canvas(
    browser: CorrectionsBrowser, collection: Collection, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(browser.grid, Qt.Key.Key_Return)
    assert window.editor.drawing.label == 1
    window.correcting.note(8)
    assert labels(collection) == [8, 2, 3]


def test_an_open_window_follows_the_language(
    browser: CorrectionsBrowser, window: MainWindow, tmp_path: Path
) -> None:
    browser.export(tmp_path / "mine.jsonl")
    window.actions_.look_chosen.emit("language", "de")
    assert browser.isVisible()
    assert browser.windowTitle() == "Korrekturen"
    assert browser.delete_button.text() == "Löschen"
    assert browser.progress_words() == "Nach mine.jsonl exportiert"


def test_the_menu_of_a_correction_relabels_and_deletes_it(
    browser: CorrectionsBrowser, collection: Collection
) -> None:
    def entry(text: str) -> QAction:
        return next(one for one in browser.menu().actions() if plain(one.text()) == text)

    browser.grid.go_to(1)
    found = entry("Change label").menu()
    assert isinstance(found, QMenu)
    assert [one.isChecked() for one in found.actions()].index(True) == 2
    found.actions()[8].trigger()
    assert shown(browser) == [1, 8, 3]
    entry("Delete").trigger()
    assert labels(collection) == [1, 3]
