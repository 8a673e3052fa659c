"""Saving, opening and asking before something is lost."""

import json
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.media.picture_file import read_picture
from lenet_gui.ui.app.main_window import MainWindow
from tests.ui.conftest import Hand
from tests.ui.file_dialogs import BUTTON, CTRL, SHIFT, answer, name_file, question, shown

NOBODY = 65534
"""The user who owns nothing, by the number that Linux gives it."""


def ink_of(path: Path) -> np.ndarray:
    return read_picture(path.read_bytes(), path.name).ink


@pytest.fixture
def saved(drawn: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Return the window with a drawing that was saved as seven.lenet.json."""
    qtbot.keyClick(drawn, Qt.Key.Key_S, CTRL)
    (dialog,) = shown(drawn, QFileDialog)
    assert dialog.defaultSuffix() == "lenet.json"
    name_file(drawn, tmp_path / "seven.lenet.json")
    return drawn


def test_a_drawing_is_saved_and_opened_again_as_it_was(
    saved: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drawing = saved.editor.drawing
    file = tmp_path / "seven.lenet.json"
    assert list(tmp_path.iterdir()) == [file]
    assert parse_drawing(file.read_bytes()) == drawing
    qtbot.keyClick(saved, Qt.Key.Key_N, CTRL)
    assert saved.editor.is_empty
    qtbot.keyClick(saved, Qt.Key.Key_O, CTRL)
    name_file(saved, file)
    assert saved.editor.drawing == drawing
    assert not saved.editor.can_undo


def test_the_title_shows_the_file_and_unsaved_changes(
    saved: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    assert saved.windowTitle() == "seven.lenet.json[*] – lenet-gui"
    assert saved.windowFilePath() == str(tmp_path / "seven.lenet.json")
    assert not saved.isWindowModified()
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    assert saved.isWindowModified()
    qtbot.keyClick(saved, Qt.Key.Key_Z, CTRL)
    assert not saved.isWindowModified()
    qtbot.keyClick(saved, Qt.Key.Key_N, CTRL)
    assert saved.windowTitle() == "Untitled[*] – lenet-gui"
    assert saved.windowFilePath() == ""


def test_a_name_with_qts_placeholder_is_shown_unchanged(drawn: MainWindow, tmp_path: Path) -> None:
    drawn.files.document.set_saved(tmp_path / "a[*]b.lenet.json")
    assert drawn.windowTitle() == "a[*][*]b.lenet.json[*] – lenet-gui"


def test_a_name_that_looks_like_a_tag_is_shown_unchanged(
    drawn: MainWindow, hand: Hand, tmp_path: Path
) -> None:
    drawn.files.document.set_saved(tmp_path / "<b>seven.lenet.json")
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    assert not drawn.close()
    assert question(drawn).textFormat() == Qt.TextFormat.PlainText
    drawn.warn("Title", "<b>seven.lenet.json is damaged.")
    assert [box.textFormat() for box in shown(drawn, QMessageBox)] == 2 * [Qt.TextFormat.PlainText]


def test_saving_again_asks_nothing(saved: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(saved, Qt.Key.Key_S, CTRL)
    assert shown(saved, QFileDialog) == []
    path = saved.files.document.path
    assert path is not None
    assert len(parse_drawing(path.read_bytes()).strokes) == 2
    assert not saved.isWindowModified()


def test_save_as_goes_on_with_the_other_file(
    saved: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(saved, Qt.Key.Key_S, CTRL | SHIFT)
    other = tmp_path / "other.lenet.json"
    (dialog,) = shown(saved, QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "seven.lenet.json")]
    name_file(saved, other)
    assert saved.files.document.path == other
    assert len(parse_drawing((tmp_path / "seven.lenet.json").read_bytes()).strokes) == 1


def test_no_question_if_nothing_would_be_lost(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    window.files.show(Drawing().with_stroke([(1, 1), (2, 2)]))
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert shown(window, QMessageBox) == []
    assert window.editor.is_empty


@pytest.mark.parametrize("button", [BUTTON.Cancel, BUTTON.Discard], ids=["cancel", "discard"])
def test_a_new_drawing_asks_before_the_old_one_is_lost(
    drawn: MainWindow, qtbot: QtBot, button: BUTTON
) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_N, CTRL)
    assert question(drawn).text() == "Save the changes to “Untitled”?"
    assert question(drawn).defaultButton() is question(drawn).button(BUTTON.Save)
    answer(drawn, button, qtbot)
    assert drawn.editor.is_empty == (button == BUTTON.Discard)
    assert drawn.isWindowModified() == (button == BUTTON.Cancel)


def test_save_in_the_question_saves_before_it_goes_on(
    saved: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    path = saved.files.document.path
    assert path is not None
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(saved, Qt.Key.Key_N, CTRL)
    answer(saved, BUTTON.Save, qtbot)
    assert saved.editor.is_empty
    assert len(parse_drawing(path.read_bytes()).strokes) == 2


def test_a_drawing_without_a_name_gets_one_before_it_is_replaced(
    drawn: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_N, CTRL)
    answer(drawn, BUTTON.Save, qtbot)
    assert not drawn.editor.is_empty, "not before it is saved"
    name_file(drawn, tmp_path / "mine.lenet.json")
    assert drawn.editor.is_empty
    assert (tmp_path / "mine.lenet.json").exists()


def test_cancelling_the_name_loses_nothing(drawn: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_N, CTRL)
    answer(drawn, BUTTON.Save, qtbot)
    (dialog,) = shown(drawn, QFileDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not drawn.editor.is_empty
    assert drawn.isWindowModified()


def test_one_question_at_a_time(saved: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    saved.files.new()
    assert not saved.close()
    assert not saved.close()
    answer(saved, BUTTON.Cancel, qtbot)
    assert shown(saved, QMessageBox) == []


@pytest.mark.parametrize("button", [BUTTON.Cancel, BUTTON.Discard, BUTTON.Save])
def test_closing_asks_about_unsaved_changes_to_a_file(
    saved: MainWindow, hand: Hand, qtbot: QtBot, button: BUTTON
) -> None:
    path = saved.files.document.path
    assert path is not None
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    assert not saved.close()
    assert question(saved).text() == "Save the changes to “seven.lenet.json”?"
    answer(saved, button, qtbot)
    assert saved.isVisible() == (button == BUTTON.Cancel)
    strokes = len(parse_drawing(path.read_bytes()).strokes)
    assert strokes == (2 if button == BUTTON.Save else 1)


def test_closing_a_saved_drawing_asks_nothing(saved: MainWindow) -> None:
    assert saved.close()


# -- disks and folders that refuse -----------------------------------------------------------------


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond some bytes, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_gives_a_warning_and_the_old_file_stays(
    saved: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "seven.lenet.json"
    before = file.read_bytes()
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    with full_disk(100):
        qtbot.keyClick(saved, Qt.Key.Key_S, CTRL)
    assert question(saved).text() == f"{file} can't be written: File too large."
    assert saved.isWindowModified()
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_save_leaves_the_question_open(
    saved: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(saved, Qt.Key.Key_N, CTRL)
    with full_disk(100):
        answer(saved, BUTTON.Save, qtbot)
    assert not saved.editor.is_empty


def test_a_vanished_folder_gives_a_warning(
    saved: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    saved.files.document.set_saved(folder / "seven.lenet.json")
    folder.rmdir()
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    qtbot.keyClick(saved, Qt.Key.Key_S, CTRL)
    assert question(saved).text().endswith("can't be written: No such file or directory.")
    assert saved.isWindowModified()


@contextmanager
def not_as_superuser() -> Iterator[None]:
    """Drop root's permissions for a while, if the tests run as root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_folder_without_permission_gives_a_warning(
    saved: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    tmp_path.chmod(0o500)
    hand.stroke((0.2, 0.5), (0.6, 0.5))
    with not_as_superuser():
        qtbot.keyClick(saved, Qt.Key.Key_S, CTRL)
    tmp_path.chmod(0o700)
    assert "Permission denied" in question(saved).text()
    assert saved.isWindowModified()


# -- pictures --------------------------------------------------------------------------------------


def test_a_picture_on_the_canvas_is_saved_as_a_picture(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    ink = np.zeros((30, 20), np.float32)
    ink[5:25, 8:12] = 1
    window.load(Picture(ink))
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    (dialog,) = shown(window, QFileDialog)
    assert dialog.defaultSuffix() == "png"
    name_file(window, tmp_path / "bar.png")
    assert not window.isWindowModified()
    np.testing.assert_array_equal(ink_of(tmp_path / "bar.png"), ink)


def test_the_drawing_alone_is_exported_to_be_opened_again(
    drawn: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drawing = drawn.editor.drawing
    for kind in ("png", "svg"):
        drawn.actions_.export_menu.actions()[0].trigger()
        file = tmp_path / f"drawing.{kind}"
        name_file(drawn, file)
        assert b"<polyline" in file.read_bytes() or kind == "png"
        drawn.files.opening.open(file)
        answer(drawn, BUTTON.Discard, qtbot) if kind == "png" else None
        assert drawn.editor.drawing == drawing
        assert drawn.files.document.path is None, "saving must not turn a picture into strokes"


def test_the_framed_pixels_are_exported_as_in_mnist(
    drawn: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drawn.actions_.export_menu.actions()[1].trigger()
    file = tmp_path / "framed.png"
    name_file(drawn, file)
    ink = ink_of(file)
    assert ink.shape == (28, 28)
    np.testing.assert_allclose(ink, drawn.reading.frames.framed, atol=0.5 / 255)


def test_failed_exports_give_a_warning(drawn: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    drawn.actions_.export_menu.actions()[1].trigger()
    with full_disk(10):
        name_file(drawn, tmp_path / "framed.png")
    assert "File too large" in question(drawn).text()
    assert list(tmp_path.iterdir()) == []


def test_unknown_keys_and_the_label_of_a_file_are_written_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "labelled.lenet.json"
    value = {"strokes": [[[1, 2], [3, 4]]], "canvas": [10, 10], "label": 7, "by": "me"}
    file.write_text(json.dumps(value))
    window.files.opening.open(file)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    written = json.loads(file.read_text())
    assert (written["label"], written["by"]) == (7, "me")
    assert written["strokes"] == [[[56, 112], [168, 224]]], "in the canvas's own units"
