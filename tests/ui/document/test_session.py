"""The session restores the drawing, however the program ended."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.files.whole_file import FileLock
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.document.session import SLOTS, SessionKeeper, Slot
from tests.ui.conftest import Hand
from tests.ui.file_dialogs import BUTTON, answer, question, shown

SEVEN = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(10, 10), (30, 10), (18, 42)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of sessions, which does not exist yet."""
    return tmp_path / "data" / "lenet-gui"


def kept(window: MainWindow) -> SessionKeeper:
    assert window.files.session is not None
    return window.files.session


def left(folder: Path, session: Session, number: int = 1) -> Path:
    """Write a session file, like one left by a killed program."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"session-{number}.npz"
    file.write_bytes(to_bytes(session))
    return file


def make_window(
    classifier: Classifier, folder: Path, qtbot: QtBot, blank: bool = False
) -> MainWindow:
    window = MainWindow(classifier, "light")
    qtbot.addWidget(window)
    window.files.keep_session(folder, is_blank=blank)
    return window


def kept_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, apart from the locks."""
    return sorted(file.name for file in folder.iterdir() if file.suffix != ".lock")


def test_a_stroke_is_on_the_disk_while_the_pen_is_still_down(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    hand.down((0.2, 0.2))
    hand.move((0.7, 0.2))
    file = folder / "session-1.npz"
    qtbot.waitUntil(file.exists)
    assert from_bytes(file.read_bytes()) == Session(window.editor.drawing, None, True)
    hand.move((0.4, 0.8))
    hand.up((0.4, 0.8))
    qtbot.waitUntil(lambda: from_bytes(file.read_bytes()).source == window.editor.drawing)
    window.close()


def test_clearing_the_canvas_deletes_the_session(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    file = folder / "session-1.npz"
    qtbot.waitUntil(file.exists)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not file.exists())
    window.close()


@pytest.mark.parametrize("is_modified", [True, False])
def test_after_a_kill_drawing_name_and_mark_are_restored(
    window: MainWindow, folder: Path, is_modified: bool
) -> None:
    left(folder, Session(SEVEN, "/somewhere/seven.lenet.json", is_modified))
    window.files.keep_session(folder)
    assert window.editor.drawing == SEVEN
    assert window.windowTitle() == "seven.lenet.json[*] – lenet-gui"
    assert window.isWindowModified() == is_modified
    assert window.statusBar().currentMessage() == "Your last drawing is back"
    assert not window.editor.can_undo


def test_a_picture_is_restored(window: MainWindow, folder: Path) -> None:
    ink = np.random.default_rng(0).random((9, 7), np.float32)
    left(folder, Session(Picture(ink)))
    window.files.keep_session(folder)
    assert window.editor.picture is not None
    np.testing.assert_array_equal(window.editor.picture.ink, ink)


def test_an_untitled_drawing_is_restored_after_closing(
    window: MainWindow,
    hand: Hand,
    random_classifier: Classifier,
    folder: Path,
    qtbot: QtBot,
) -> None:
    window.files.keep_session(folder)
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    drawing = window.editor.drawing
    assert window.close(), "no question, since nothing would be lost"
    again = make_window(random_classifier, folder, qtbot)
    assert again.editor.drawing == drawing
    assert again.isWindowModified()
    again.files.new()
    answer(again, BUTTON.Discard, qtbot)
    again.close()
    assert kept_in(folder) == [], "the session is deleted"


def test_a_saved_drawing_is_not_restored_after_closing(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    window.files.document.begin(SEVEN, tmp_path / "seven.lenet.json")
    qtbot.waitUntil((folder / "session-1.npz").exists)
    window.close()
    assert kept_in(folder) == []


def test_changes_discarded_at_closing_are_not_restored(
    window: MainWindow, hand: Hand, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    window.files.document.begin(SEVEN, tmp_path / "seven.lenet.json")
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    assert not window.close()
    answer(window, BUTTON.Discard, qtbot)
    assert not window.isVisible()
    assert kept_in(folder) == []


def test_the_session_is_as_new_as_the_saved_file(
    window: MainWindow, hand: Hand, folder: Path, tmp_path: Path
) -> None:
    window.files.keep_session(folder)
    file = tmp_path / "seven.lenet.json"
    window.files.document.begin(SEVEN, file)
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    window.files.save()
    assert parse_drawing(file.read_bytes()) == window.editor.drawing
    assert from_bytes((folder / "session-1.npz").read_bytes()).source == window.editor.drawing
    window.close()


def test_leave_closes_the_window_without_a_question(
    window: MainWindow, hand: Hand, folder: Path, tmp_path: Path
) -> None:
    window.files.keep_session(folder)
    file = tmp_path / "seven.lenet.json"
    window.files.document.begin(SEVEN, file)
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    drawing = window.editor.drawing
    assert not window.close(), "the question is open"
    window.files.leave()
    assert not window.isVisible()
    found = from_bytes((folder / "session-1.npz").read_bytes())
    assert found == Session(drawing, str(file), True)


def test_a_saved_drawing_leaves_no_session_on_leave_either(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    window.files.document.begin(SEVEN, tmp_path / "seven.lenet.json")
    qtbot.waitUntil((folder / "session-1.npz").exists)
    window.files.leave()
    assert kept_in(folder) == []


def test_each_window_has_its_own_slot(
    window: MainWindow, random_classifier: Classifier, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    other = make_window(random_classifier, folder, qtbot)
    other.editor.load(SEVEN)
    other.files.leave()
    assert kept_in(folder) == ["session-2.npz"]
    window.close()
    third = make_window(random_classifier, folder, qtbot)
    assert third.editor.drawing == SEVEN, "a slot with a drawing is taken before a blank one"
    third.close()


def test_a_given_file_comes_first_and_an_old_session_is_kept(
    random_classifier: Classifier, folder: Path, qtbot: QtBot
) -> None:
    file = left(folder, Session(SEVEN))
    before = file.read_bytes()
    window = make_window(random_classifier, folder, qtbot, blank=True)
    assert window.editor.is_empty
    window.editor.load(SEVEN.with_stroke([(1, 1), (2, 2)]))
    window.files.leave()
    assert file.read_bytes() == before
    assert len(from_bytes((folder / "session-2.npz").read_bytes()).source.to_dict()["strokes"]) == 2


def test_a_killed_programs_lock_does_not_block_its_slot(window: MainWindow, folder: Path) -> None:
    left(folder, Session(SEVEN))
    program = (
        "import os, sys; from pathlib import Path;"
        "from lenet_gui.core.files.whole_file import FileLock; lock = FileLock(Path(sys.argv[1]));"
        "assert lock.try_lock(); os.kill(os.getpid(), 9)"
    )
    lock = folder / "session-1.lock"
    subprocess.run([sys.executable, "-c", program, str(lock)], check=False)
    assert lock.exists(), "it was killed while it held the lock"
    window.files.keep_session(folder)
    assert window.editor.drawing == SEVEN
    window.files.leave()


def test_an_unheld_lock_file_does_not_block_its_slot(window: MainWindow, folder: Path) -> None:
    left(folder, Session(SEVEN))
    (folder / "session-1.lock").write_text("4711\nlenet-gui\n")  # as earlier versions left them
    window.files.keep_session(folder)
    assert window.editor.drawing == SEVEN
    window.files.leave()


def test_a_killed_programs_unfinished_file_is_deleted(window: MainWindow, folder: Path) -> None:
    file = left(folder, Session(SEVEN))
    names = ("session-1.npz.aBcDeF", "session-2.npz.aBcDeF", "session-1-damaged.npz")
    for name in names:
        (folder / name).write_bytes(b"half of it")
    window.files.keep_session(folder)
    assert kept_in(folder) == ["session-1-damaged.npz", file.name, "session-2.npz.aBcDeF"]
    window.files.leave()


@pytest.mark.parametrize("damage", [b"", b"nonsense", None], ids=["empty", "nonsense", "cut"])
def test_a_damaged_session_is_renamed_and_reported(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot, damage: bytes | None
) -> None:
    file = left(folder, Session(SEVEN))
    broken = file.read_bytes()[:-100] if damage is None else damage
    file.write_bytes(broken)
    window.files.keep_session(folder)
    aside = folder / "session-1-damaged.npz"
    told = window.statusBar().currentMessage()
    assert told == f"Your last drawing is damaged; its file was kept as {aside}"
    assert aside.read_bytes() == broken
    assert window.editor.is_empty
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    qtbot.waitUntil(file.exists)
    window.close()


def test_an_unusable_folder_is_reported_and_closing_asks(
    window: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    window.files.keep_session(tmp_path / "data" / "lenet-gui")
    assert window.statusBar().currentMessage().startswith("Your drawing can't be backed up")
    assert not kept(window).is_kept
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    assert not window.close()
    assert question(window).text() == "Save the changes to “Untitled”?"
    answer(window, BUTTON.Discard, qtbot)


def test_a_write_error_is_reported_once_and_drawing_goes_on(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    (folder / "session-1.npz").mkdir()  # a folder can't be overwritten by a file
    with qtbot.waitSignal(kept(window).told):
        hand.stroke((0.2, 0.2), (0.7, 0.2))
    assert "session-1.npz can't be written" in window.statusBar().currentMessage()
    window.withdraw(window.statusBar().currentMessage())
    with qtbot.waitSignal(kept(window)._writing.failed):
        hand.stroke((0.2, 0.5), (0.7, 0.5))
    assert window.statusBar().currentMessage() == ""
    (folder / "session-1.npz").rmdir()
    with qtbot.waitSignal(kept(window)._writing.ended):
        hand.stroke((0.2, 0.8), (0.7, 0.8))
    assert kept(window).is_kept, "writing works again"
    assert window.close()
    assert shown(window, QMessageBox) == []


def test_a_failed_write_is_retried_without_another_stroke(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    file = folder / "session-1.npz"
    file.mkdir()
    with qtbot.waitSignal(kept(window).told):
        hand.stroke((0.2, 0.2), (0.7, 0.2))
    told = window.statusBar().currentMessage()
    assert told.startswith("Your drawing can't be backed up")
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert window.statusBar().currentMessage() == told, "it stays after a click"
    file.rmdir()
    qtbot.waitUntil(lambda: kept(window).is_kept)
    assert window.statusBar().currentMessage() == "", "no longer true, so no longer shown"
    assert from_bytes(file.read_bytes()).source == window.editor.drawing
    window.close()


def test_a_deleted_folder_is_created_again(
    window: MainWindow, hand: Hand, folder: Path, qtbot: QtBot
) -> None:
    window.files.keep_session(folder)
    shutil.rmtree(folder)
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    qtbot.waitUntil((folder / "session-1.npz").exists)
    assert window.statusBar().currentMessage() == ""
    window.close()


def test_no_slot_is_free_when_all_are_locked(folder: Path) -> None:
    folder.mkdir(parents=True)
    locks = [FileLock(folder / f"session-{n}.lock") for n in range(1, SLOTS + 1)]
    assert all(lock.try_lock() for lock in locks)
    assert Slot.take(folder, is_blank=False) is None
    locks[3].release()
    slot = Slot.take(folder, is_blank=False)
    assert slot is not None
    assert slot.file.name == "session-4.npz"
    slot.release()
    for lock in locks:
        lock.release()


def test_a_window_without_a_session_writes_nothing(
    window: MainWindow, hand: Hand, tmp_path: Path
) -> None:
    hand.stroke((0.2, 0.2), (0.7, 0.2))
    assert window.files.session is None
    assert window.close()
    data = Path(os.environ["XDG_DATA_HOME"])
    assert not list(data.rglob("session*"))


def test_an_early_message_waits_for_the_window_to_be_shown(
    random_classifier: Classifier, folder: Path, qtbot: QtBot
) -> None:
    left(folder, Session(SEVEN), number=1)
    left(folder, Session(SEVEN), number=3)
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    window.files.keep_session(folder)
    assert not window.statusBar().currentMessage()
    window.show()
    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()))
    told = window.statusBar().currentMessage()
    assert told.startswith("Your last drawing is back")
    assert told.endswith("for another one")
    window.files.leave()
