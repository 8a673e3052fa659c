"""By Tab through the whole window: each stop has a name and a role, and shows that it is there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.focus import FocusFrame
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.kit.theme import THEMES
from lenet_gui.ui.maps.layer_header import title
from lenet_gui.ui.maps.layer_view import LayerView
from tests.ui.conftest import choose_look

LAYER_NAMES = [f"{title(layer)}, " for layer in LAYERS]
BAR = ["Open in a window of its own", "Close"]
LENS = ["Inside", "Why", "Compare", "Learn", *BAR, "scale ", *LAYER_NAMES]
READING = ["Probability of each digit", "It was 0"]
REPLAY = ["Replay", "Speed of the replay", "Probabilities while you drew"]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def stops(window: MainWindow, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """Yield what has the focus, from the canvas on, until Tab has led back to it."""
    canvas = window.findChild(Canvas)
    assert canvas is not None
    window.findChildren(LayerView)[0].setFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(100):
        yield focused()
        qtbot.keyClick(focused(), key)
        if focused() is canvas:
            return
    pytest.fail("Tab never came back to the canvas")


def name(part: QWidget) -> str:
    """Return the name that a screen reader gets."""
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def names_from_toolbar(window: MainWindow, qtbot: QtBot) -> list[str]:
    """Return the names in the order of Tab, beginning with the first of the toolbar's."""
    found = list(stops(window, qtbot))
    workspace = window.workspace
    first = next(i for i, part in enumerate(found) if workspace.toolbar.isAncestorOf(part))
    return [name(part) for part in (*found[first:], *found[:first])]


def assert_begin(names: list[str], expected: list[str]) -> None:
    assert len(names) == len(expected), names
    for found, beginning in zip(names, expected, strict=True):
        assert found.startswith(beginning), (found, beginning)


def tools(window: MainWindow) -> list[str]:
    """Return the names of what can be used in the toolbar, as they stand there."""
    workspace = window.workspace
    usable = [
        part
        for part in workspace.toolbar.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled() and part.isVisible()
    ]
    usable.sort(key=lambda part: part.mapTo(workspace, QPoint()).x())
    return [name(part) for part in usable]


def test_the_tab_key_follows_the_layout(drawn: MainWindow, qtbot: QtBot) -> None:
    assert_begin(
        names_from_toolbar(drawn, qtbot),
        [*tools(drawn), "Canvas", "Frame like MNIST", *READING, *REPLAY, *LENS],
    )


@pytest.mark.parametrize(
    ("pick", "button", "inside"),
    [
        (
            lambda s: s.select(Unit(LAYERS[3], 2, 4, 4)),
            ["Whole map", "Turn off", "Slide", "Next place", "4 places"],
            ["input map "],
        ),
        (lambda s: s.select(Unit(LAYERS[2], 2, 4, 4)), ["Whole map", "Turn off"], ["("]),
        (lambda s: s.select(Unit(LAYERS[6], 3)), ["Turn off"], ["C5 unit "]),
        (lambda s: s.enlarge(Unit(LAYERS[1], 3, 4, 4)), ["Whole map", "Turn off"], ["C1  map 4"]),
        (
            lambda s: s.select_layer(LAYERS[3]),
            ["Whole layer", "Off one by one"],
            ["How the layer works", "Weights"],
        ),
    ],
    ids=["convolution", "average", "linear", "large map", "layer"],
)
def test_the_inspector_comes_last(
    drawn: MainWindow,
    qtbot: QtBot,
    pick: Callable[[object], None],
    button: list[str],
    inside: list[str],
) -> None:
    pick(drawn.selection)
    qtbot.waitUntil(drawn.inspector.isVisible)
    before = [*tools(drawn), "Canvas", "Frame like MNIST", *READING, *REPLAY, *LENS]
    expected = [*before, *BAR, *inside, *button]
    assert_begin(names_from_toolbar(drawn, qtbot), expected)


def test_backtab_goes_the_same_way_back(drawn: MainWindow, qtbot: QtBot) -> None:
    forth = list(stops(drawn, qtbot))
    back = list(stops(drawn, qtbot, Qt.Key.Key_Backtab))
    assert back == [forth[0], *reversed(forth[1:])]


def test_a_panel_that_floated_gets_its_place_back(drawn: MainWindow, qtbot: QtBot) -> None:
    before = list(stops(drawn, qtbot))
    drawn.lenses.set_floating(True)
    assert not any(isinstance(part, LayerView) for part in stops(drawn, qtbot))
    drawn.lenses.set_floating(False)
    assert list(stops(drawn, qtbot)) == before


def test_every_stop_has_a_name_and_a_role(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.selection.select(Unit(LAYERS[3], 2, 4, 4))
    found = list(stops(drawn, qtbot))
    names = [name(part) for part in found]
    assert all(names)
    assert len(set(names)) == len(names), "no two have the same"
    for part in found:
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.role() != QAccessible.Role.NoRole, part
        assert interface.state().focusable  # type: ignore[attr-defined]


def look(window: MainWindow, part: QWidget) -> QImage:
    """Return how a part and a little around it look."""
    place = QRect(part.mapTo(window, QPoint()), part.size()).adjusted(-8, -8, 8, 8)
    return window.grab(place & window.rect()).toImage()


@pytest.mark.parametrize("is_strong", [False, True], ids=["usual", "high contrast"])
@pytest.mark.parametrize("theme", THEMES[1:])
def test_every_stop_looks_different_with_the_focus(
    drawn: MainWindow, qtbot: QtBot, theme: str, is_strong: bool
) -> None:
    choose_look(theme=theme)
    drawn.actions_.high_contrast.setChecked(is_strong)
    drawn.selection.select(Unit(LAYERS[3], 2, 4, 4))
    qtbot.waitUntil(drawn.inspector.isVisible)
    found = list(stops(drawn, qtbot))
    elsewhere = QWidget(drawn)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    elsewhere.setGeometry(0, 0, 1, 1)
    elsewhere.show()
    for part in found:
        elsewhere.setFocus()
        without = look(drawn, part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        changed = _changed(without, look(drawn, part))
        # As many pixels as a line along its shorter side, at the least.
        assert changed >= min(part.width(), part.height()), (name(part), changed)


def _changed(one: QImage, other: QImage) -> int:
    assert one.size() == other.size()
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(one.width())
        for y in range(one.height())
    )


def test_keys_show_the_frame_and_clicks_do_not(drawn: MainWindow, qtbot: QtBot) -> None:
    frame = drawn.findChild(FocusFrame)
    assert frame is not None
    view = drawn.findChildren(LayerView)[1]
    place = view.tile(0).center().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    assert focused() is view
    assert not frame.isVisible()
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)
    drawn.findChildren(LayerView)[2].setFocus(Qt.FocusReason.TabFocusReason)
    assert frame.isVisible()


def test_the_frame_stays_around_a_view_that_moves_and_lets_the_mouse_through(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    frame = drawn.findChild(FocusFrame)
    assert frame is not None
    view = drawn.findChildren(LayerView)[3]
    view.setFocus(Qt.FocusReason.TabFocusReason)

    def is_around() -> bool:
        place = QRect(view.mapTo(drawn, QPoint()), view.size())
        return frame.geometry().contains(place) and frame.height() <= place.height() + 12

    assert is_around()
    before = frame.geometry()
    drawn.resize(1000, 700)
    qtbot.waitUntil(lambda: frame.geometry() != before and is_around())
    assert drawn.childAt(view.mapTo(drawn, QPoint(2, 2))) is view


def test_the_frame_goes_into_a_panel_that_floats(drawn: MainWindow, qtbot: QtBot) -> None:
    frame = drawn.findChild(FocusFrame)
    assert frame is not None
    drawn.lenses.set_floating(True)
    view = drawn.findChildren(LayerView)[3]
    drawn.lenses.activateWindow()
    qtbot.waitUntil(drawn.lenses.isActiveWindow)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert frame.parentWidget() is drawn.lenses
    assert frame.isVisible()
    drawn.lenses.set_floating(False)
