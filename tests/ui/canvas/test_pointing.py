"""How events from mouse, pen and finger, sent as Qt does, reach the tools."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEventPoint,
    QImage,
    QMouseEvent,
    QPaintEvent,
    QPointingDevice,
    QRegion,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.pointing import AFTER, NEAR
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.theme import LIGHT
from tests.ui.conftest import Hand, Place
from tests.ui.devices import MOVE, PRESS, RELEASE, Screen, Stylus

RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def editor(qapp: QApplication) -> DrawingEditor:
    return DrawingEditor()


@pytest.fixture
def tools(editor: DrawingEditor) -> Toolbox:
    return Toolbox(editor)


@pytest.fixture
def canvas(qtbot: QtBot, editor: DrawingEditor, tools: Toolbox) -> Canvas:
    """Return a canvas with a line across its middle, at half a logical pixel per drawing unit.

    The line goes from 112 to 448 units, drawn with a pen 32 units wide.
    """
    canvas = Canvas(editor, tools)
    editor.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    Hand(canvas).stroke((0.2, 0.5), (0.8, 0.5))
    return canvas


@pytest.fixture(scope="module")
def touch_device() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def screen(canvas: Canvas, touch_device: QPointingDevice) -> Screen:
    return Screen(canvas, touch_device)


def spans(editor: DrawingEditor) -> NDArray[np.float64]:
    """Return each stroke's first and last x."""
    return np.array([(points[0, 0], points[-1, 0]) for points in editor.drawing.strokes])


# The eraser is 60 units wide, the pen 32: crossing the line removes 2 × (30 + 16) units of it.
CROSSED = np.array([(112, 280 - 46), (280 + 46, 448)])


def test_the_eraser_removes_ink_in_its_path_and_undo_restores_it(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox
) -> None:
    whole = editor.drawing
    tools.choose(tools.eraser)
    Hand(canvas).stroke((0.5, 0.2), (0.5, 0.8))
    assert spans(editor) == pytest.approx(CROSSED)
    editor.undo()
    assert editor.drawing == whole
    editor.redo()
    assert spans(editor) == pytest.approx(CROSSED)


def test_erased_ink_disappears_before_the_button_is_up(canvas: Canvas, tools: Toolbox) -> None:
    tools.choose(tools.eraser)
    hand = Hand(canvas)
    hand.down((0.5, 0.5))
    image = canvas.grab().toImage()
    assert QColor(image.pixel(hand.at((0.5, 0.5)))).name() == LIGHT.paper
    assert QColor(image.pixel(hand.at((0.3, 0.5)))).name() == LIGHT.ink
    hand.up((0.5, 0.5))


def drag_right(canvas: Canvas, start: QPoint, end: QPoint) -> None:
    """Drag with the right button, and let Qt ask for a menu, as it does after such a press."""
    QTest.mousePress(canvas, RIGHT, pos=start)
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, start, canvas.mapToGlobal(start))
    QApplication.sendEvent(canvas, ask)
    for step in range(1, 5):
        move_right(canvas, start + (end - start) * step / 4)
    QTest.mouseRelease(canvas, RIGHT, pos=end)


def move_right(canvas: Canvas, place: QPoint) -> None:
    """Move the mouse with its right button held, which QTest.mouseMove does not."""
    at, none = QPointF(place), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at),
                        Qt.MouseButton.NoButton, RIGHT, none)  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_dragging_with_the_right_button_erases_with_any_tool(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox, qtbot: QtBot
) -> None:
    for tool in (tools.pen, tools.eraser, tools.mover):
        tools.choose(tool)
        drag_right(canvas, QPoint(140, 120), QPoint(140, 160))
        assert spans(editor) == pytest.approx(CROSSED)
        assert tools.current is tool
        editor.undo()
        assert len(spans(editor)) == 1


def test_a_second_button_does_not_disturb_a_stroke(
    canvas: Canvas, editor: DrawingEditor, qtbot: QtBot
) -> None:
    hand = Hand(canvas)
    hand.down((0.5, 0.2))
    qtbot.mousePress(canvas, RIGHT, pos=QPoint(140, 140))
    qtbot.mouseRelease(canvas, RIGHT, pos=QPoint(140, 140))
    hand.up((0.5, 0.3))
    assert [len(points) for points in editor.drawing.strokes] == [7, 2]


@pytest.mark.parametrize(
    ("end", "button"),
    [
        (QPointingDevice.PointerType.Eraser, Qt.MouseButton.LeftButton),
        (QPointingDevice.PointerType.Pen, RIGHT),
    ],
    ids=["the other end", "the button"],
)
def test_a_pen_erases_with(
    canvas: Canvas,
    editor: DrawingEditor,
    end: QPointingDevice.PointerType,
    button: Qt.MouseButton,
) -> None:
    Stylus(canvas, end, button).stroke((0.5, 0.2), (0.5, 0.8))
    assert spans(editor) == pytest.approx(CROSSED)
    assert editor.can_undo
    assert not editor.is_busy


def test_erasing_without_ink_is_no_step(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox
) -> None:
    editor.undo()
    tools.choose(tools.eraser)
    Hand(canvas).stroke((0.2, 0.2), (0.8, 0.8))
    assert editor.can_redo


def test_ink_cleared_while_erasing_stays_cleared(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox
) -> None:
    tools.choose(tools.eraser)
    hand = Hand(canvas)
    hand.down((0.5, 0.5))
    editor.clear()
    hand.move((0.3, 0.5))
    hand.up((0.3, 0.5))
    assert editor.is_empty
    editor.undo()
    assert spans(editor) == pytest.approx(CROSSED), "erasing was a separate step"


def test_the_eraser_paints_paper_on_a_picture_as_one_step(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox
) -> None:
    picture = Picture(np.ones((28, 28), np.float32))
    editor.load(picture)
    tools.choose(tools.eraser)
    Hand(canvas).stroke((0.2, 0.5), (0.8, 0.5))
    assert editor.picture is not None
    assert not editor.picture.ink[13:15, 6:22].any()
    assert editor.picture.ink[:11].all()
    editor.undo()
    assert editor.picture is picture


@pytest.mark.parametrize("side", [280, 311])
@pytest.mark.parametrize("pressure", [None, 0.2, 1.0])
def test_ink_left_by_the_eraser_looks_fully_repainted(
    canvas: Canvas, editor: DrawingEditor, tools: Toolbox, side: int, pressure: float | None
) -> None:
    """While erasing, only the changed part is repainted."""
    canvas.resize(side, side)
    editor.clear()
    for row in range(60, 500, 50):
        editor.begin((60, row), pressure)
        for x in range(90, 500, 30):
            editor.extend((x, row + (17 * x) % 40), pressure)
        editor.finish()
    tools.choose(tools.eraser)
    hand = Hand(canvas)
    hand.down((0.3, 0.1))
    for place in ((0.35, 0.4), (0.7, 0.45), (0.4, 0.8)):
        hand.move(place)
    live = pixels(canvas)
    canvas._restyle()  # repaints everything
    assert np.abs(pixels(canvas) - live).max() <= 2
    assert editor.is_busy
    hand.up((0.4, 0.8))


def test_erasing_while_a_moment_is_shown_shows_the_whole_page(
    qtbot: QtBot, editor: DrawingEditor, tools: Toolbox
) -> None:
    shown = Displayed(editor)
    canvas = Canvas(editor, tools, shown)
    editor.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    hand = Hand(canvas)
    hand.stroke((0.2, 0.5), (0.8, 0.5))
    shown.show_moment(Drawing())
    assert QColor(canvas.grab().toImage().pixel(hand.at((0.3, 0.5)))).name() == LIGHT.paper
    tools.choose(tools.eraser)
    hand.down((0.5, 0.5))
    image = canvas.grab().toImage()
    assert QColor(image.pixel(hand.at((0.3, 0.5)))).name() == LIGHT.ink
    assert QColor(image.pixel(hand.at((0.5, 0.5)))).name() == LIGHT.paper
    hand.up((0.5, 0.5))


def pixels(canvas: Canvas) -> NDArray[np.int16]:
    """Return the canvas's grey values, int16 (rows, columns)."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(np.int16)


# -- the circle that shows the tool's size --------------------------------------------------------


def ringed(canvas: Canvas, middle: QPoint, radius: int) -> bool:
    """Return whether a circle of that radius is painted: checks right above, over paper."""
    image = canvas.grab().toImage()
    paper = QColor(LIGHT.paper).lightness()

    def faintness(distance: int) -> int:
        return abs(paper - image.pixelColor(middle - QPoint(0, distance)).lightness())

    return max(map(faintness, (radius - 1, radius))) > 60 and faintness(radius + 3) == 0


def hover(hand: Hand, place: Place) -> None:
    """Send the canvas the event of a mouse move, wherever the real pointer is."""
    spot, none = QPointF(hand.at(place)), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        spot,
        hand.canvas.mapToGlobal(spot),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(hand.canvas, event)


def test_the_tools_size_is_shown_under_the_mouse(canvas: Canvas, tools: Toolbox) -> None:
    hand, place = Hand(canvas), (0.5, 0.25)
    hover(hand, place)
    assert ringed(canvas, hand.at(place), 8), "the pen is 16 pixels wide here"
    tools.choose(tools.eraser)
    assert not ringed(canvas, hand.at(place), 8)
    hover(hand, place)
    assert ringed(canvas, hand.at(place), 15), "the eraser is 30"
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert not ringed(canvas, hand.at(place), 15)


def test_the_size_is_shown_under_a_hovering_pen(canvas: Canvas) -> None:
    middle = QPoint(140, 70)
    Stylus(canvas).send(MOVE, (0.5, 0.25), pressure=0)
    assert ringed(canvas, middle, 8)
    Stylus(canvas, QPointingDevice.PointerType.Eraser).send(MOVE, (0.5, 0.25), pressure=0)
    assert ringed(canvas, middle, 15)
    Stylus(canvas).tell_nearness(False)
    assert not ringed(canvas, middle, 15)


def test_a_finger_has_no_circle(canvas: Canvas, screen: Screen) -> None:
    hover(Hand(canvas), (0.5, 0.25))
    screen.send(QEventPoint.State.Pressed, (0.5, 0.25))
    assert not ringed(canvas, QPoint(140, 70), 8)
    screen.send(QEventPoint.State.Released, (0.5, 0.25))


class Watch(QObject):
    """Records the painted regions of a widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.regions: list[QRegion] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


def test_hovering_repaints_little_more_than_the_circle(canvas: Canvas, qtbot: QtBot) -> None:
    hand = Hand(canvas)
    hover(hand, (0.5, 0.25))
    canvas.installEventFilter(watch := Watch(canvas))
    canvas.update()
    qtbot.waitUntil(lambda: bool(watch.regions))
    watch.regions.clear()
    hand.move((0.52, 0.25))
    qtbot.waitUntil(lambda: bool(watch.regions))
    box = watch.regions[0].boundingRect()
    assert box.width() <= 16 + 6 + 2 * 5, "the circle, its movement, and its edge"
    assert box.height() <= 16 + 2 * 5


# -- palms ----------------------------------------------------------------------------------------


def test_a_touch_soon_after_a_pen_is_a_palm(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    Stylus(canvas).send(MOVE, (0.5, 0.2), pressure=0, time=10_000)
    screen.stroke((0.2, 0.8), (0.8, 0.8), time=10_000 + AFTER - 1)
    assert len(editor.drawing.strokes) == 1
    screen.stroke((0.2, 0.8), (0.8, 0.8), time=10_000 + AFTER)
    assert len(editor.drawing.strokes) == 2


def test_palms_are_ignored_while_a_pen_is_near(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    stylus = Stylus(canvas)
    stylus.send(MOVE, (0.5, 0.2), pressure=0, time=10_000)
    stylus.tell_nearness(True, 10_000)
    screen.stroke((0.2, 0.8), (0.8, 0.8), time=12_000)
    assert len(editor.drawing.strokes) == 1
    stylus.tell_nearness(False, 12_000)
    screen.stroke((0.2, 0.8), (0.8, 0.8), time=12_000)
    assert len(editor.drawing.strokes) == 2


def test_a_pen_is_forgotten_even_without_a_leave_event(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    stylus = Stylus(canvas)
    stylus.tell_nearness(True, 10_000)
    stylus.send(MOVE, (0.5, 0.2), pressure=0, time=10_000)
    screen.stroke((0.2, 0.8), (0.8, 0.8), time=10_000 + NEAR)
    assert len(editor.drawing.strokes) == 2


def test_ink_that_a_palm_drew_before_its_pen_came_is_discarded(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    screen.send(QEventPoint.State.Pressed, (0.7, 0.9), time=10_000)
    screen.send(QEventPoint.State.Updated, (0.75, 0.9), time=10_020)
    assert len(editor.drawing.strokes) == 2
    stylus = Stylus(canvas)
    stylus.send(MOVE, (0.5, 0.2), pressure=0, time=10_040)
    assert len(editor.drawing.strokes) == 1
    stylus.send(PRESS, (0.5, 0.2), time=10_060)
    screen.send(QEventPoint.State.Updated, (0.9, 0.9), time=10_070)
    stylus.send(MOVE, (0.5, 0.3), time=10_080)
    screen.send(QEventPoint.State.Released, (0.9, 0.9), time=10_090)
    stylus.send(RELEASE, (0.5, 0.3), 0, time=10_100)
    _, drawn = editor.drawing.strokes
    assert drawn == pytest.approx(np.array([[0.5, 0.2], [0.5, 0.3]]) * CANVAS_SIZE)
    editor.undo()
    editor.undo()
    assert editor.is_empty, "the palm left no step"


def test_a_cancelled_touch_leaves_no_ink(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    screen.send(QEventPoint.State.Pressed, (0.7, 0.9))
    screen.take_back()
    assert len(editor.drawing.strokes) == 1
    screen.stroke((0.2, 0.8), (0.8, 0.8))
    assert len(editor.drawing.strokes) == 2


def test_only_one_pointer_draws_at_a_time(
    canvas: Canvas, editor: DrawingEditor, screen: Screen
) -> None:
    hand = Hand(canvas)
    hand.down((0.1, 0.1))
    screen.stroke((0.2, 0.8), (0.8, 0.8))
    hand.move((0.2, 0.1))
    hand.up((0.2, 0.1))
    assert len(editor.drawing.strokes) == 2


def test_a_stroke_without_a_release_ends_with_the_next_move(
    canvas: Canvas, editor: DrawingEditor
) -> None:
    hand = Hand(canvas)
    hand.down((0.1, 0.1))
    at = QPointF(100, 100)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        canvas.mapToGlobal(at),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)
    assert not editor.is_drawing
    assert len(editor.drawing.strokes[-1]) == 1
    hand.up((0.1, 0.1))
