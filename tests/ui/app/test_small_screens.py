"""On a screen of 960×540, with text twice as large, every dialog fits in every language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.gallery import Shelf
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.browser.browser import Browser
from lenet_gui.ui.files.picture_dialog import PictureDialog
from lenet_gui.ui.kit.appearance import TEXT_SIZES
from lenet_gui.ui.kit.i18n import LANGUAGES
from tests.ui.conftest import choose_look

ROOM = QSize(960, 540 - 28)
"""Logical pixels, without a title bar."""


@pytest.fixture(params=LANGUAGES)
def large(
    request: pytest.FixtureRequest,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    font = QApplication.font()
    monkeypatch.setitem(TEXT_SIZES, "largest", 2.0)
    choose_look(language=request.param, text_size="largest")
    qtbot.waitUntil(lambda: window.font().pointSizeF() == pytest.approx(2 * font.pointSizeF()))
    yield window
    QApplication.setFont(font)


def open_picture(window: MainWindow) -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    PictureDialog(image, window.means.classifier, window).show()


def open_browser(window: MainWindow) -> None:
    shelf = Shelf([Drawing(canvas=(560, 560)).with_stroke([(1, 1), (99, 99)])], bytes([4]))
    Browser("Data", iter([shelf]), window.means, window).show()


OPENERS = {
    "picture": open_picture,
    "browser": open_browser,
    "corrections": lambda window: window.actions_.corrections.trigger(),
    "shortcuts": lambda window: window.actions_.shortcuts.trigger(),
    "about": lambda window: window.actions_.about.trigger(),
}


@pytest.mark.parametrize("name", OPENERS)
def test_a_dialog_fits_and_cuts_none_of_its_buttons(
    large: MainWindow, name: str, qtbot: QtBot
) -> None:
    OPENERS[name](large)
    (dialog,) = large.findChildren(QDialog)
    qtbot.waitExposed(dialog)
    needed = dialog.minimumSizeHint()
    assert needed == needed.boundedTo(ROOM)
    dialog.resize(ROOM)
    qtbot.wait(20)
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
            outer = QRect(button.mapTo(dialog, button.rect().topLeft()), button.size())
            assert dialog.rect().contains(outer), button.text()


def test_the_filters_switch_goes_below_its_buttons_before_they_are_cut(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_browser(window)
    (browser,) = window.findChildren(Browser)
    buttons, switch = browser.filter.labels.buttons(), browser.filter.mistakes
    for width, is_below in ((900, False), (browser.minimumSizeHint().width(), True)):
        browser.resize(width, 400)
        qtbot.waitUntil(
            lambda is_below=is_below: (switch.y() > buttons[0].geometry().bottom()) == is_below
        )
        assert browser.filter.rect().contains(switch.geometry())
