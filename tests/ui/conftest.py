import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.kit.appearance import Look, appearance

Place = tuple[float, float]
USUAL_LOOK = Look(theme="light")


class Hand:
    """Draws on a canvas with the mouse. Places are fractions of its side, from the top left."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def down(self, place: Place) -> None:
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(place))

    def move(self, place: Place) -> None:
        QTest.mouseMove(self.canvas, self.at(place))

    def up(self, place: Place) -> None:
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=self.at(place))

    def stroke(self, *places: Place, steps: int = 6) -> None:
        """Draw through `places` in small steps."""
        self.down(places[0])
        for start, end in itertools.pairwise(places):
            for step in range(1, steps + 1):
                share = step / steps
                self.move(
                    (
                        start[0] + (end[0] - start[0]) * share,
                        start[1] + (end[1] - start[1]) * share,
                    )
                )
        self.up(places[-1])

    def at(self, place: Place) -> QPoint:
        size = self.canvas.size()
        return QPointF(place[0] * size.width(), place[1] * size.height()).toPoint()


def choose_look(**changes: str | bool) -> None:
    """Change fields of the look, as the View menu does, without saving them."""
    appearance().use(replace(appearance().look, **changes))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _usual_look(qapp: object) -> Iterator[None]:
    """Restore the usual look after each test."""
    yield
    if appearance().look != USUAL_LOOK:
        appearance().use(USUAL_LOOK)


@pytest.fixture
def window(qtbot: QtBot, random_classifier: Classifier) -> MainWindow:
    """Return the main window, shown, with random weights."""
    QCursor.setPos(QPoint(0, 0))  # away from the buttons that a test before this one pointed at
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    """Return a hand over the window's canvas."""
    canvas = window.findChild(Canvas)
    assert canvas is not None
    return Hand(canvas)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window has read the drawing."""
    window.editor.changed.emit(Change())
    qtbot.waitUntil(lambda: not window.reader.timer.isActive())


@pytest.fixture
def drawn(window: MainWindow, hand: Hand, qtbot: QtBot) -> MainWindow:
    """Return the window after it has read a stroke on its canvas."""
    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    settle(window, qtbot)
    return window
