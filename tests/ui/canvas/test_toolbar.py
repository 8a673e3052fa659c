"""The row above the canvas: what it shows, and what it hides when narrow."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.canvas.tools.eraser import DEFAULT_ERASER_WIDTH
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.theme import LIGHT
from tests.ui.conftest import Hand


@pytest.fixture
def toolbar(window: MainWindow, qtbot: QtBot) -> Toolbar:
    qtbot.waitUntil(window.isActiveWindow)
    found = window.findChild(Toolbar)
    assert found is not None
    return found


def button(toolbar: Toolbar, text: str) -> QToolButton:
    return next(b for b in toolbar.findChildren(QToolButton) if b.text() == text)


def slider(toolbar: Toolbar) -> QSlider:
    found = toolbar.findChild(QSlider)
    assert found is not None
    return found


def shown(toolbar: Toolbar) -> str:
    found = toolbar.findChild(QLabel)
    assert found is not None
    return found.text()


def test_buttons_select_tools_and_the_selected_one_is_filled(
    window: MainWindow, toolbar: Toolbar, qtbot: QtBot
) -> None:
    tools = window.tools
    kinds = {"Eraser": tools.eraser, "Move and rotate": tools.mover, "Pen": tools.pen}
    for text, tool in kinds.items():
        chosen = button(toolbar, text)
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        assert tools.current is tool
        for other in kinds:
            assert button(toolbar, other).isChecked() == (other == text)
        corner = chosen.grab().toImage().pixelColor(6, 6)
        assert corner.name() == LIGHT.accent
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        assert tools.current is tool, "a second click leaves it selected"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_E, "eraser"),
        (Qt.Key.Key_P, "pen"),
        (Qt.Key.Key_B, "pen"),
        (Qt.Key.Key_V, "mover"),
    ],
)
def test_keys_select_tools(
    window: MainWindow, toolbar: Toolbar, qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    window.tools.choose(window.tools.mover if name != "mover" else window.tools.eraser)
    qtbot.keyClick(window, key)
    assert window.tools.current is getattr(window.tools, name)


def test_slider_and_keys_set_the_width_of_the_current_tool(
    window: MainWindow, toolbar: Toolbar, qtbot: QtBot
) -> None:
    tools = window.tools
    assert shown(toolbar) == "1.6"
    qtbot.keyClick(window, Qt.Key.Key_E)
    assert shown(toolbar) == "3.0"
    assert "Eraser" in slider(toolbar).accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    assert tools.eraser.width == pytest.approx(3.2)
    slider(toolbar).setValue(75)
    assert tools.eraser.width == pytest.approx(7.5)
    assert window.editor.pen_width == pytest.approx(1.6)
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert shown(toolbar) == "1.6"
    assert "Pen" in slider(toolbar).accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert window.editor.pen_width == pytest.approx(1.4)
    assert shown(toolbar) == "1.4"


def test_a_wider_eraser_removes_more(
    window: MainWindow, toolbar: Toolbar, hand: Hand, qtbot: QtBot
) -> None:
    left = []
    for width in (1.0, 8.0):
        hand.stroke((0.1, 0.5), (0.9, 0.5))
        window.tools.set_width(width, window.tools.eraser)
        window.tools.choose(window.tools.eraser)
        qtbot.mouseClick(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at((0.5, 0.5)))
        window.tools.choose(window.tools.pen)
        first, second = window.editor.drawing.strokes
        left.append(second[0, 0] - first[-1, 0])
        window.editor.clear()
    # On either side, half the eraser's and half the pen's width, in pixels of the 28 × 28 image.
    assert left == pytest.approx([(1.0 + 1.6) * 20, (8.0 + 1.6) * 20], abs=1)


def test_both_widths_are_saved(window: MainWindow, toolbar: Toolbar, qtbot: QtBot) -> None:
    window.tools.set_width(4.0, window.tools.eraser)
    window.tools.set_width(2.5, window.tools.pen)
    window.close()
    again = MainWindow(None, "light")
    qtbot.addWidget(again)
    assert again.tools.eraser.width == 4.0
    assert again.tools.pen.width == 2.5


def test_a_pictures_pen_is_not_saved_with_the_erasers_width(
    window: MainWindow, toolbar: Toolbar, qtbot: QtBot
) -> None:
    usual = window.tools.pen.width
    bar = np.zeros((28, 28), np.float32)
    bar[4:24, 12:17] = 1
    window.load(Picture(bar))
    assert window.tools.pen.width > 3
    window.tools.set_width(4.0, window.tools.eraser)
    window.close()
    again = MainWindow(None, "light")
    qtbot.addWidget(again)
    assert (again.tools.pen.width, again.tools.eraser.width) == (usual, 4.0)


def test_an_invalid_width_falls_back_to_the_default(qtbot: QtBot) -> None:
    settings = Settings()
    settings.keep("eraser_width", "a mile")
    settings.write()
    window = MainWindow(None, "light")
    qtbot.addWidget(window)
    assert window.tools.eraser.width == DEFAULT_ERASER_WIDTH


@pytest.mark.parametrize(
    ("width", "has_words", "has_slider", "has_button", "has_clear"),
    [
        (418, True, True, False, True),  # in a window of 1280×800
        (290, False, True, False, True),  # in one of 960×640
        (264, False, False, True, True),  # in one of 960×540, in German
        (230, False, False, False, True),
        (176, False, False, False, False),  # the narrowest that the window allows
    ],
)
def test_a_narrow_toolbar_hides_parts_in_order(
    toolbar: Toolbar,
    width: int,
    has_words: bool,
    has_slider: bool,
    has_button: bool,
    has_clear: bool,
) -> None:
    toolbar.resize(width, 40)
    clear = button(toolbar, "Clear")
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert (clear.toolButtonStyle() == beside) == has_words
    assert slider(toolbar).isVisible() == has_slider
    assert button(toolbar, shown(toolbar)).isVisible() == has_button
    assert clear.isVisible() == has_clear
    visible = [w for w in toolbar.findChildren(QToolButton) if w.isVisible()]
    for child in visible:
        assert toolbar.rect().contains(child.geometry()), child.text()
        assert child.width() >= 30
    assert {"Pen", "Eraser", "Move and rotate", "Undo", "Redo"} <= {w.text() for w in visible}


def test_every_part_has_a_name_and_shows_its_key(window: MainWindow, toolbar: Toolbar) -> None:
    for child in toolbar.findChildren(QToolButton):
        assert child.text()
        assert "(" in child.toolTip(), child.text()
    assert slider(toolbar).accessibleName()
    assert "[ and ]" in slider(toolbar).toolTip()
    for action in (window.actions_.keyboard, window.actions_.select_all):
        assert "(" in action.toolTip()


def test_an_opened_drawing_sets_the_pen_width(window: MainWindow, toolbar: Toolbar) -> None:
    window.load(Drawing(canvas=(280, 280), pen_width=30).with_stroke([[5, 5]]))
    assert window.editor.pen_width == pytest.approx(3.0)
    assert shown(toolbar) == "3.0"


def test_with_the_largest_text_the_width_is_uncut_or_hidden(
    window: MainWindow, toolbar: Toolbar, qtbot: QtBot
) -> None:
    number = toolbar.findChild(QLabel)
    assert number is not None
    try:
        for width in (960, 1280, 1600):
            window.resize(width, 640)
            for action in (window.actions_.larger_text, window.actions_.larger_text):
                action.trigger()
            needed = number.sizeHint().width()
            qtbot.waitUntil(lambda: not number.isVisible() or number.width() >= needed)  # noqa: B023
    finally:
        window.actions_.usual_text.trigger()
