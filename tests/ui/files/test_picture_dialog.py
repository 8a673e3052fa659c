"""Cropping a picture, with mouse and keys, and moving the threshold."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.digit_boxes import read_first
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.media.picture_file import picture_from_image
from lenet_gui.resources import default_weights, starter_set
from lenet_gui.ui.files.crop_view import CropView
from lenet_gui.ui.files.found_digits import FoundDigits
from lenet_gui.ui.files.picture_dialog import LONGEST_SIDE, PictureDialog

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def page(*bars: tuple[int, int, int, int], width: int = 400, height: int = 200) -> QImage:
    """Black bars (left, top, width, height) on white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for bar in bars:
        painter.fillRect(*bar, QColor("black"))
    painter.end()
    return image


FIRST, SECOND, THIRD = (30, 60, 20, 80), (190, 60, 20, 80), (350, 60, 20, 80)
FRAMED = [Box(18, 48, 62, 152), Box(178, 48, 222, 152), Box(338, 48, 382, 152)]
"""With a margin of 12 = 0.15 · 80."""


@pytest.fixture
def dialog(qtbot: QtBot, random_classifier: Classifier) -> PictureDialog:
    return opened(qtbot, page(FIRST, SECOND, THIRD), random_classifier)


def opened(qtbot: QtBot, image: QImage, classifier: Classifier | None) -> PictureDialog:
    dialog = PictureDialog(image, classifier)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the fixture deletes it
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def on_screen(view: CropView, column: float, row: float) -> QPoint:
    """Return the place in the widget of a place in the picture, by the painted frame."""
    frame, box = view.frame_on_screen(), view.box
    scale = frame.width() / (box.right - box.left)
    at = QPointF(frame.left() + (column - box.left) * scale, frame.top() + (row - box.top) * scale)
    return at.toPoint()


def drag(view: CropView, start: tuple[float, float], end: tuple[float, float]) -> None:
    first, last = on_screen(view, *start), on_screen(view, *end)
    QTest.mousePress(view, LEFT, pos=first)
    QTest.mouseMove(view, (first + last) / 2)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, LEFT, pos=last)


def near(box: Box, expected: Box, pixels: int = 2) -> bool:
    sides = [
        abs(getattr(box, side) - getattr(expected, side))
        for side in ("left", "top", "right", "bottom")
    ]
    return max(sides) <= pixels


def test_the_likely_digit_is_framed_and_the_next_ones_follow(dialog):
    assert dialog.view.box == FRAMED[1]
    for expected in (FRAMED[2], FRAMED[0], FRAMED[1]):
        QTest.mouseClick(dialog.next_button, LEFT)
        assert dialog.view.box == expected


def test_opening_returns_the_framed_part(dialog, qtbot):
    with qtbot.waitSignal(dialog.chosen) as signal:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    (picture,) = signal.args
    assert isinstance(picture, Picture)
    assert picture.ink.shape == (104, 44)
    assert picture.ink.sum() == 20 * 80
    assert dialog.isHidden()


def test_cancelling_chooses_nothing(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_a_click_on_another_digit_frames_it(dialog):
    QTest.mouseClick(dialog.view, LEFT, pos=on_screen(dialog.view, 40, 100))
    assert dialog.view.box == FRAMED[0]


def test_a_click_on_paper_brings_the_frame_there(dialog):
    QTest.mouseClick(dialog.view, LEFT, pos=on_screen(dialog.view, 280, 100))
    assert near(dialog.view.box, Box(258, 48, 302, 152))


def test_the_mouse_moves_the_frame_and_keeps_its_size(dialog):
    drag(dialog.view, (200, 100), (260, 80))
    assert near(dialog.view.box, Box(238, 28, 282, 132))
    drag(dialog.view, (260, 80), (900, 80))
    assert dialog.view.box.right == 400
    assert dialog.view.box.left == 400 - 44


def test_the_mouse_resizes_the_frame_by_its_corners_and_sides(dialog):
    drag(dialog.view, (178, 48), (150, 20))
    assert near(dialog.view.box, Box(150, 20, 222, 152))
    drag(dialog.view, (222, 86), (250, 86))
    assert near(dialog.view.box, Box(150, 20, 250, 152))
    drag(dialog.view, (250, 86), (0, 86))  # past the other side
    assert dialog.view.box.right == dialog.view.box.left + 8


def test_the_arrow_keys_move_and_resize_the_frame(dialog):
    view = dialog.view
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.box == Box(186, 48, 230, 152)  # a fiftieth of 400
    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert view.box == Box(186, 47, 230, 151)
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.box == Box(186, 47, 222, 151)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.box == Box(186, 47, 222, 159)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.box == Box(186, 88, 222, 200)


def test_a_moved_frame_is_measured_by_itself(qtbot, random_classifier):
    image = page(SECOND)
    painter = QPainter(image)
    painter.fillRect(60, 60, 20, 80, QColor(200, 200, 200))  # too pale beside the black one
    painter.end()
    dialog = opened(qtbot, image, random_classifier)
    dialog.view.set_box(Box(40, 40, 100, 160))
    ink = dialog.picture().ink
    assert ink.shape == (120, 60)
    assert (ink > 0.5).sum() == 20 * 80


def test_paper_alone_can_not_be_opened(dialog):
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Open)
    assert button.isEnabled()
    QTest.mouseClick(dialog.view, LEFT, pos=on_screen(dialog.view, 280, 100))
    assert not button.isEnabled()
    QTest.mouseClick(dialog.view, LEFT, pos=on_screen(dialog.view, 360, 100))
    assert button.isEnabled()


@pytest.mark.parametrize("has_network", [True, False])
def test_a_lower_threshold_takes_in_fainter_ink(qtbot, random_classifier, has_network):
    image = page(SECOND)
    painter = QPainter(image)
    painter.fillRect(210, 60, 10, 80, QColor(180, 180, 180))  # 75 of 255 as dark as the ink
    painter.end()
    dialog = opened(qtbot, image, random_classifier if has_network else None)
    inked = {}
    for key, value in ((Qt.Key.Key_Home, 10), (Qt.Key.Key_End, 90)):
        QTest.keyClick(dialog.threshold, key)
        assert dialog.threshold.value() == value
        inked[value] = int((dialog.picture().ink > 0.5).sum())
    assert inked == {10: 30 * 80, 90: 20 * 80}


def test_a_blank_page_has_nothing_to_open(qtbot, random_classifier):
    dialog = opened(qtbot, page(), random_classifier)
    assert dialog.view.box == Box(0, 0, 400, 200)
    assert not dialog.next_button.isVisible()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()


def test_a_large_picture_is_shrunk(qtbot, random_classifier):
    dialog = opened(qtbot, page(SECOND, width=4000, height=2000), random_classifier)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert max(dialog.picture().ink.shape) <= LONGEST_SIDE


def test_the_frame_is_described_for_screen_readers(dialog):
    assert dialog.view.accessibleDescription() == (
        "44×104 pixels, 178 from the left and 48 from the top"
    )
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    assert "186 from the left" in dialog.view.accessibleDescription()


def test_a_digit_that_depends_on_the_threshold_is_one_here_and_for_classify(
    qtbot: QtBot, random_classifier: Classifier
) -> None:
    grey = np.full((200, 200), 220.0)
    grey[60:140, 90:100] = 40
    grey[95:105, 90:100] = 156
    noisy = grey + np.random.default_rng(0).normal(0, 3, grey.shape)
    pixels = np.clip(noisy, 0, 255).astype(np.uint8)
    image = QImage(pixels.tobytes(), 200, 200, 200, QImage.Format.Format_Grayscale8)
    first, _ = read_first(picture_from_image(image))
    shown = opened(qtbot, image, random_classifier).picture()
    assert len(shown.others) == 1
    np.testing.assert_array_equal(shown.others[0], first.others[0])


@pytest.fixture
def numbered(qtbot: QtBot) -> PictureDialog:
    """The dialog with a photograph of 407."""
    images, labels = read_mnist(starter_set(), "train")
    page = np.zeros((120, 330), np.float32)
    for place, digit in enumerate((4, 0, 7)):
        ink = np.kron(images[labels == digit][3], np.ones((3, 3))) / 255
        page[20:104, 20 + 95 * place : 104 + 95 * place] += ink
    noise = np.random.default_rng(0).normal(0, 2, page.shape)
    pixels = np.clip(220 - 180 * page + noise, 0, 255).astype(np.uint8)
    image = QImage(pixels.tobytes(), 330, 120, 330, QImage.Format.Format_Grayscale8).copy()
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    return opened(qtbot, image, classifier)


def texts(picture: Picture) -> str | None:
    """Return the number that the window will read in a picture; None if it is none."""
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    number = NumberReader(classifier).read(classifier.read(picture))
    return None if number is None else number.text


def test_a_number_is_framed_as_a_whole(numbered: PictureDialog, qtbot: QtBot) -> None:
    assert numbered.all_button.isChecked()
    with qtbot.waitSignal(numbered.chosen) as signal:
        QTest.keyClick(numbered, Qt.Key.Key_Return)
    assert texts(signal.args[0]) == "407"


def test_a_click_in_the_frame_chooses_one_digit(numbered: PictureDialog) -> None:
    everything = numbered.view.box
    QTest.mouseClick(numbered.view, LEFT, pos=on_screen(numbered.view, 157, 60))
    assert numbered.view.box != everything
    assert 95 < numbered.view.box.left < numbered.view.box.right < 230
    assert not numbered.all_button.isChecked()
    assert texts(numbered.picture()) is None
    QTest.mouseClick(numbered.all_button, LEFT)
    assert numbered.view.box == everything
    QTest.mouseClick(numbered.all_button, LEFT)
    assert numbered.all_button.isChecked()


def test_the_keyboard_goes_from_all_digits_to_each(numbered: PictureDialog) -> None:
    everything = numbered.view.box
    lefts = []
    for _ in range(3):
        QTest.keyClick(numbered.next_button, Qt.Key.Key_Space)
        lefts.append(numbered.view.box.left)
    assert lefts == sorted(set(lefts))
    QTest.keyClick(numbered.all_button, Qt.Key.Key_Space)
    assert numbered.view.box == everything


def test_a_frame_around_two_digits_is_read_as_these(numbered: PictureDialog) -> None:
    numbered.view.set_box(Box(100, 5, 325, 115))
    assert texts(numbered.picture()) == "07"
    assert not numbered.all_button.isChecked()


def test_dragging_in_the_frame_moves_it_and_chooses_nothing(numbered: PictureDialog) -> None:
    box = numbered.view.box
    drag(numbered.view, (157, 60), (157, 80))
    assert numbered.view.box.right - numbered.view.box.left == box.right - box.left


def test_one_digit_leaves_no_choice(qtbot: QtBot, random_classifier: Classifier) -> None:
    dialog = opened(qtbot, page(SECOND), random_classifier)
    assert not dialog.all_button.isVisible()


def test_a_digit_alone_is_without_its_neighbours_ink(qtbot: QtBot) -> None:
    images, labels = read_mnist(starter_set(), "train")
    page = np.zeros((120, 300), np.float32)
    for place, digit in enumerate((4, 0, 7)):
        ink = np.kron(images[labels == digit][3], np.ones((3, 3))) / 255
        left = 20 + 62 * place
        page[20:104, left : left + 84] = np.maximum(page[20:104, left : left + 84], ink)
    picture = Picture(page)
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    found = FoundDigits(picture, classifier, frozenset())
    assert found.is_number
    read = [classifier.read(found.alone(picture, place)).digit for place in range(3)]
    assert read == [4, 0, 7]
