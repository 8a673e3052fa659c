"""Copy, cut and paste: strokes between windows of the program, pictures with all others."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.files.clipboard import DRAWING, SVG, own_mime_data, put_on_clipboard
from tests.ui.file_dialogs import CTRL, SHIFT, question, shown

SEVEN = Drawing(canvas=(560, 560), pen_width=40, label=7).with_stroke([(10, 10), (30, 10)])


def clipboard() -> QMimeData:
    return QApplication.clipboard().mimeData()


def put(*formats: tuple[str, bytes]) -> None:
    data = own_mime_data()
    for name, value in formats:
        data.setData(name, value)
    QApplication.clipboard().setMimeData(data)


def bar() -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row in range(8, 32):
        for column in range(18, 22):
            image.setPixelColor(column, row, QColor("black"))
    return image


def test_a_drawing_goes_from_one_window_to_another_as_strokes(
    drawn: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_C, CTRL)
    other = MainWindow(random_classifier, "light")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.keyClick(other, Qt.Key.Key_V, CTRL)
    assert other.editor.drawing == drawn.editor.drawing
    assert other.editor.drawing.times, "with all that there is of it"


def test_other_programs_get_pictures(drawn: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_C, CTRL)
    data = clipboard()
    image = data.imageData()
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (1120, 1120)
    points = 2 * drawn.editor.drawing.strokes[0]
    x, y = points[0].round().astype(int).tolist()
    assert image.pixelColor(x, y) == QColor("black")
    assert image.pixelColor(4, 4) == QColor("white")
    assert b"<polyline" in bytes(data.data(SVG).data())


def test_cutting_copies_and_clears_in_one_step(drawn: MainWindow, qtbot: QtBot) -> None:
    drawing = drawn.editor.drawing
    qtbot.keyClick(drawn, Qt.Key.Key_X, CTRL)
    assert drawn.editor.is_empty
    qtbot.keyClick(drawn, Qt.Key.Key_V, CTRL)
    assert drawn.editor.drawing == drawing
    for step in ("paste", "cut"):
        assert drawn.editor.can_undo, step
        qtbot.keyClick(drawn, Qt.Key.Key_Z, CTRL)
    assert drawn.editor.drawing == drawing


def test_a_key_copies_the_maps(drawn: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(drawn, Qt.Key.Key_C, CTRL | SHIFT)
    assert not clipboard().hasFormat(DRAWING)
    assert b"C3" in bytes(clipboard().data(SVG).data())


def test_on_an_empty_canvas_nothing_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    put((DRAWING, SEVEN.to_json().encode()))
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(window, key, CTRL)
    assert bytes(clipboard().data(DRAWING).data()) == SEVEN.to_json().encode()


def test_a_picture_from_another_program_is_pasted_and_can_be_undone(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    put_on_clipboard(bar())
    qtbot.keyClick(drawn, Qt.Key.Key_V, CTRL)
    picture = drawn.editor.picture
    assert picture is not None
    assert picture.ink.sum() == 24 * 4
    assert drawn.isWindowModified()
    qtbot.keyClick(drawn, Qt.Key.Key_Z, CTRL)
    assert drawn.editor.picture is None
    assert not drawn.editor.is_empty


def test_a_picture_on_the_canvas_is_copied_pixel_by_pixel(window: MainWindow, qtbot: QtBot) -> None:
    ink = np.zeros((30, 20), np.float32)
    ink[5:25, 8:12] = 1
    window.load(Picture(ink))
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL)
    image = clipboard().imageData()
    assert (image.width(), image.height()) == (20, 30)
    assert not clipboard().hasFormat(DRAWING)


def test_a_file_from_a_file_manager_is_pasted(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "seven.lenet.json"
    file.write_text(SEVEN.to_json())
    data = own_mime_data()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL)
    assert window.editor.drawing == SEVEN
    assert window.files.document.path is None, "its content was pasted, the file was not opened"
    assert window.editor.can_undo


def test_a_drawing_as_text_is_pasted(window: MainWindow, qtbot: QtBot) -> None:
    put(("text/plain", SEVEN.to_json().encode()))
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL)
    assert window.editor.drawing == SEVEN


@pytest.mark.parametrize("formats", [(), (("text/plain", b"seven"),), (("a/b", b"1"),)])
def test_other_data_is_refused_in_the_status_bar(
    drawn: MainWindow, qtbot: QtBot, formats: tuple[tuple[str, bytes], ...]
) -> None:
    drawing = drawn.editor.drawing
    put(*formats)
    qtbot.keyClick(drawn, Qt.Key.Key_V, CTRL)
    told = "Nothing to paste: no drawing, picture or file found"
    assert drawn.statusBar().currentMessage() == told
    assert drawn.editor.drawing == drawing
    assert shown(drawn, QMessageBox) == []


@pytest.mark.parametrize("kind", [DRAWING, "text/plain"])
def test_a_damaged_drawing_is_refused_with_a_reason(
    window: MainWindow, qtbot: QtBot, kind: str
) -> None:
    put((kind, b'{"strokes": 5}'))
    qtbot.keyClick(window, Qt.Key.Key_V, CTRL)
    assert "strokes" in question(window).text()
    assert window.editor.is_empty
