"""Opening and dropping files of all kinds, and the menu of recent files."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.files.clipboard import DRAWING, put_on_clipboard
from lenet_gui.ui.files.picture_dialog import PictureDialog
from lenet_gui.ui.files.recent import MOST
from lenet_gui.ui.kit.settings import Settings
from tests.ui.file_dialogs import BUTTON, answer, question, shown

SEVEN = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(10, 10), (30, 10), (18, 42)])
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def seven(tmp_path: Path) -> Path:
    file = tmp_path / "seven.lenet.json"
    file.write_text(SEVEN.to_json())
    return file


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag data onto the canvas, as from a file manager that offers to move it, and let go."""
    canvas = window.findChild(Canvas)
    assert canvas is not None
    place = canvas.mapTo(window, QPoint(50, 50))
    offered = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, offered, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    assert enter.dropAction() == Qt.DropAction.CopyAction, "a file that is moved is lost"
    released = QDropEvent(QPointF(place), offered, data, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(window, released)
    assert released.dropAction() == Qt.DropAction.CopyAction
    return True


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_dropped_drawing_is_opened(window: MainWindow, seven: Path) -> None:
    assert drop(window, files(seven))
    assert window.editor.drawing == SEVEN
    assert window.files.document.path == seven
    assert not window.isWindowModified()


def test_a_drop_asks_before_work_is_lost(drawn: MainWindow, seven: Path, qtbot: QtBot) -> None:
    drop(drawn, files(seven))
    answer(drawn, BUTTON.Cancel, qtbot)
    assert drawn.files.document.path is None
    drop(drawn, files(seven))
    answer(drawn, BUTTON.Discard, qtbot)
    assert drawn.editor.drawing == SEVEN


def test_of_many_files_the_first_is_taken(window: MainWindow, seven: Path) -> None:
    drop(window, files(seven, seven.with_name("other"), seven))
    assert window.statusBar().currentMessage() == "Of 3 files the first was taken"
    assert window.files.document.path == seven


def test_a_dropped_picture_is_opened_but_never_overwritten(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "my.photo.png"
    image = QImage(20, 20, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for row in range(4, 16):
        image.setPixel(10, row, 0)
    image.save(str(file))
    drop(window, files(file))
    assert window.editor.picture is not None
    assert window.editor.picture.ink.sum() == 12
    document = window.files.document
    assert (document.target, document.stem, document.is_modified) == (None, "my", False)


def two_bars() -> QImage:
    """Return a small bar, and a longer one to its right."""
    image = QImage(120, 90, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for x, rows in ((20, range(40, 60)), (80, range(20, 70))):
        for row in rows:
            for column in range(x, x + 6):
                image.setPixel(column, row, 0)
    return image


@pytest.mark.parametrize("way", ["open", "paste"])
def test_a_picture_of_several_digits_asks_for_a_part(
    window: MainWindow, tmp_path: Path, way: str
) -> None:
    file = tmp_path / "two.png"
    two_bars().save(str(file))
    if way == "open":
        drop(window, files(file))
    else:
        put_on_clipboard(two_bars())
        window.files.opening.paste()
    assert window.editor.is_empty, "not before it is chosen"
    (dialog,) = shown(window, PictureDialog)
    wanted = dialog.picture().ink
    dialog.accept()
    assert window.editor.picture is not None
    np.testing.assert_array_equal(window.editor.picture.ink, wanted)
    assert wanted.shape < (90, 120)
    assert window.files.document.stem == ("two" if way == "open" else "")
    assert window.editor.can_undo == (way == "paste")


def test_a_photograph_shows_its_ink_first_and_the_threshold_changes_it(
    window: MainWindow, tmp_path: Path
) -> None:
    light = np.linspace(250, 90, 100)[:, None] * np.ones(100)  # ever less from above to below
    light[15:85, 42:58] *= 0.35
    image = QImage(light.astype(np.uint8).tobytes(), 100, 100, 100, QImage.Format.Format_Grayscale8)
    image.save(str(tmp_path / "photo.png"))
    drop(window, files(tmp_path / "photo.png"))
    assert window.editor.is_empty, "not before it was seen"
    (dialog,) = shown(window, PictureDialog)
    before = dialog.picture().ink.sum()
    dialog.threshold.setValue(dialog.threshold.maximum())
    assert dialog.picture().ink.sum() < before
    dialog.accept()
    assert window.editor.picture is not None


def test_another_part_of_an_opened_picture_can_be_chosen(
    window: MainWindow, tmp_path: Path
) -> None:
    assert not window.actions_.choose_part.isEnabled()
    file = tmp_path / "two.png"
    two_bars().save(str(file))
    drop(window, files(file))
    shown(window, PictureDialog)[0].accept()
    first = window.editor.picture
    assert first is not None
    window.actions_.choose_part.trigger()
    dialog = shown(window, PictureDialog)[-1]
    dialog.next_mark()
    dialog.accept()
    second = window.editor.picture
    assert second is not None
    assert second.ink.shape != first.ink.shape, "the other bar, from the whole picture"
    window.editor.undo()
    assert window.editor.picture is first


def test_cancelling_the_picture_dialog_keeps_the_page(drawn: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "two.png"
    two_bars().save(str(file))
    drawing = drawn.editor.drawing
    drop(drawn, files(file))
    (dialog,) = shown(drawn, PictureDialog)
    dialog.reject()
    assert drawn.editor.drawing == drawing
    assert shown(drawn, QMessageBox) == []


@pytest.mark.parametrize("kind", ["json", "npz"])
def test_an_export_is_opened_but_never_overwritten(
    drawn: MainWindow, tmp_path: Path, kind: str
) -> None:
    drawing = drawn.editor.drawing
    file = tmp_path / f"reading.{kind}"
    drawn.exporter.save(file)
    drawn.files.document.begin()
    drop(drawn, files(file))
    assert drawn.editor.drawing == drawing
    assert drawn.files.document.target is None


def test_a_file_of_many_drawings_opens_one_and_is_never_overwritten(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "many.lenet.json"
    file.write_text(f"{SEVEN.to_json()}\n{SEVEN.to_json()}\n")
    window.files.opening.open(file)
    assert window.editor.drawing == SEVEN
    assert window.files.document.target is None


@pytest.mark.parametrize("content", [b"", b"plain words", b"\x89PNG\r\n\x1a\nnothing", b"{"])
def test_other_files_are_refused_in_a_sentence(
    drawn: MainWindow, tmp_path: Path, content: bytes
) -> None:
    drawing = drawn.editor.drawing
    file = tmp_path / "thing"
    file.write_bytes(content)
    drop(drawn, files(file))
    assert question(drawn).text().startswith(str(file))
    assert drawn.editor.drawing == drawing
    assert drawn.files._recent.paths == []


def test_a_folder_and_a_missing_file_are_refused(window: MainWindow, tmp_path: Path) -> None:
    drop(window, files(tmp_path))
    assert question(window).text() == f"{tmp_path} can't be read: Is a directory."
    question(window).close()
    drop(window, files(tmp_path / "gone"))
    assert question(window).text().endswith("can't be read: No such file or directory.")


def test_a_drawing_or_picture_without_a_file_is_put_on_the_page(window: MainWindow) -> None:
    data = QMimeData()
    data.setData(DRAWING, SEVEN.to_json().encode())
    drop(window, data)
    assert window.editor.drawing == SEVEN
    assert window.editor.can_undo
    assert window.isWindowModified()


def test_nothing_is_fetched(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/seven.png")])
    drop(window, data)
    told = "Only files on this computer can be opened: save the file first"
    assert window.statusBar().currentMessage() == told


def test_a_drag_without_a_source_is_ignored(window: MainWindow) -> None:
    data = QMimeData()
    data.setData("application/x-color", b"0000")
    assert not drop(window, data)


# -- what was opened last --------------------------------------------------------------------------


def recent(window: MainWindow) -> list[str]:
    menu = window.actions_.recent_menu
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def test_the_last_file_comes_first_and_each_but_once(window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number} & more.lenet.json" for number in range(MOST + 2)]
    for path in paths:
        path.write_text(SEVEN.to_json())
        window.files.opening.open(path)
    window.files.opening.open(paths[5])
    *entries, clear = recent(window)
    assert clear == "&Clear the list"
    assert len(entries) == MOST
    assert entries[:3] == [
        "&1 5 && more.lenet.json", "&2 11 && more.lenet.json", "&3 10 && more.lenet.json",
    ]  # fmt: skip
    assert entries[-1] == "&0 2 && more.lenet.json"


def test_an_entry_opens_its_file_and_vanished_ones_are_left_out(
    window: MainWindow, seven: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.lenet.json"
    other.write_text(json.dumps({"strokes": [[[1, 2]]]}))
    for path in (seven, other):
        window.files.opening.open(path)
    other.unlink()
    assert recent(window) == ["&1 seven.lenet.json", "&Clear the list"]
    window.files.new()
    window.actions_.recent_menu.actions()[0].trigger()
    assert window.files.document.path == seven


def test_the_list_is_kept_until_it_is_cleared(
    window: MainWindow, seven: Path, qtbot: QtBot
) -> None:
    menu = window.actions_.recent_menu.menuAction()
    assert not menu.isEnabled()
    window.files.opening.open(seven)
    assert menu.isEnabled()
    window.close()
    assert Settings().texts("recent") == [str(seven)]
    window.actions_.recent_menu.actions()[-1].trigger()
    assert not menu.isEnabled()
    qtbot.waitUntil(lambda: Settings().texts("recent") == [])


def test_an_exhibit_shows_and_keeps_no_recent_files(
    window: MainWindow, random_classifier: Classifier, seven: Path, qtbot: QtBot
) -> None:
    window.files.opening.open(seven)
    exhibit = MainWindow(random_classifier, "light", Settings(is_kept=False))
    qtbot.addWidget(exhibit)
    assert not exhibit.actions_.recent_menu.menuAction().isEnabled()
    exhibit.files.opening.open(seven)
    assert not exhibit.actions_.recent_menu.menuAction().isEnabled()


@pytest.mark.parametrize("text", ["5", "[5]", "seven", '{"a": 1}'])
def test_nonsense_in_the_settings_is_an_empty_list(text: str) -> None:
    settings = Settings(is_kept=False)
    settings.keep("recent", text)
    assert settings.texts("recent") == []


def test_each_entry_says_what_it_does(window: MainWindow, seven: Path) -> None:
    window.files.opening.open(seven)
    recent(window)
    for action in window.actions_.recent_menu.actions():
        if not action.isSeparator():
            assert len(action.statusTip().split()) > 1
            assert action.whatsThis() == action.statusTip()
    assert shown(window, QMessageBox) == []
    assert np.array_equal(window.editor.drawing.strokes[0], SEVEN.strokes[0])


def white(path: Path) -> None:
    page = QImage(40, 40, QImage.Format.Format_Grayscale8)
    page.fill(Qt.GlobalColor.white)
    assert page.save(str(path))


@pytest.mark.parametrize("name", ["blank.png", "blank.json"])
def test_a_file_without_ink_gives_a_message(window: MainWindow, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".png":
        white(path)
    else:
        path.write_text('{"strokes": []}')
    drop(window, files(path))
    assert window.statusBar().currentMessage() == f"No ink found in {name}"


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_of_many_drawings_gives_a_message(
    window: MainWindow, tmp_path: Path, count: int
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{SEVEN.to_json()}\n" * count)
    drop(window, files(path))
    assert window.editor.drawing == SEVEN
    told = window.statusBar().currentMessage()
    assert ("many.jsonl contains several drawings" in told) == (count > 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_blocking(window: MainWindow, tmp_path: Path) -> None:
    pipe = tmp_path / "drawing.json"
    os.mkfifo(pipe)
    drop(window, files(pipe))
    assert question(window).text() == f"{pipe} is not a file."
