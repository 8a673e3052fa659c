"""Windows are brought back onto a screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit.staying import StayingOnScreen, bring_back, fit_on_screen, placed

LEFT, RIGHT = QRect(0, 0, 1000, 800), QRect(1000, 0, 1000, 800)


@pytest.fixture
def on_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., QWidget]:
    """Return a function that makes a window, on a screen of a size."""

    def make(size: tuple[int, int]) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*size))
        return window

    return make


@pytest.mark.parametrize(
    ("window", "screens", "place"),
    [
        ((100, 100, 700, 500), [LEFT], (100, 100, 700, 500)),
        ((900, 100, 700, 500), [LEFT, RIGHT], (900, 100, 700, 500)),
        ((1200, 100, 700, 500), [LEFT], (300, 100, 700, 500)),
        ((1200, 100, 1400, 900), [LEFT], (0, 0, 1000, 800)),
        ((-400, -50, 700, 500), [LEFT, RIGHT], (0, 0, 700, 500)),
        ((900, 400, 700, 500), [LEFT, RIGHT], (1000, 300, 700, 500)),
        ((2500, 900, 100, 100), [LEFT, RIGHT], (1900, 700, 100, 100)),
        ((1200, 100, 700, 500), [QRect()], (1200, 100, 700, 500)),
    ],
    ids=["in", "on two", "unplugged", "too large", "above", "most", "nearest", "no screen"],
)
def test_a_window_goes_onto_a_screen(
    window: tuple[int, ...], screens: list[QRect], place: tuple[int, ...]
) -> None:
    assert placed(QRect(*window), screens) == QRect(*place)


def test_windows_and_dialogs_are_brought_back(qtbot: QtBot) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    window = QWidget()
    dialog = QDialog(window)
    for widget in (window, dialog):
        qtbot.addWidget(widget)
        widget.resize(300, 200)
        widget.move(screen.right() + 100, 20)
        widget.show()
    bring_back()
    for widget in (window, dialog):
        assert screen.contains(widget.frameGeometry())
        assert widget.size().toTuple() == (300, 200)


def test_it_reacts_when_a_screen_changes_its_size(qtbot: QtBot, qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    window = QWidget()
    qtbot.addWidget(window)
    StayingOnScreen(qapp, window)
    area = screen.availableGeometry()
    window.move(area.bottomRight())
    window.show()
    screen.availableGeometryChanged.emit(area)
    qtbot.waitUntil(lambda: area.contains(window.frameGeometry()))


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((2560, 1440), (1920, 1080)),
        ((1920, 1080), (1440, 810)),
        ((1366, 768), (1280, 720)),
        ((800, 480), (784, 432)),
    ],
)
def test_the_first_size_is_the_best_for_the_screen(
    screen: tuple[int, int], size: tuple[int, int], on_screen: Callable[..., QWidget]
) -> None:
    window = on_screen(screen)
    window.setMinimumSize(900, 500)  # must not make it larger than the screen
    fit_on_screen(window)
    assert window.size() == QSize(*size)


def test_a_window_keeps_its_size_unless_the_screen_has_become_too_small(
    on_screen: Callable[..., QWidget],
) -> None:
    for screen, size in (((1920, 1080), (1000, 900)), ((1366, 768), (1000, 720))):
        window = on_screen(screen)
        window.setGeometry(100, 100, 1000, 900)  # as restoring does
        fit_on_screen(window)
        assert window.size() == QSize(*size)
