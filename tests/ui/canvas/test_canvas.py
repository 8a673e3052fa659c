from collections.abc import Iterable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.theme import LIGHT
from tests.ui.conftest import Hand


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    editor = DrawingEditor()
    canvas = Canvas(editor, Toolbox(editor))
    editor.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def editor_of(canvas: Canvas) -> DrawingEditor:
    editor = canvas.findChild(DrawingEditor)
    assert editor is not None
    return editor


def pixels(image: QImage) -> NDArray[np.int16]:
    """Return an image's grey values, int16 (rows, columns)."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
    return rows[:, : grey.width()].astype(np.int16)


def colour_at(canvas: Canvas, point: QPoint) -> str:
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    return QColor(image.pixel((QPointF(point) * ratio).toPoint())).name()


def test_the_ink_is_under_the_pointer_before_the_button_is_up(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.down((0.25, 0.25))
    hand.move((0.75, 0.25))
    for share in (0.25, 0.5, 0.75):
        assert colour_at(canvas, hand.at((share, 0.25))) == LIGHT.ink
    assert colour_at(canvas, hand.at((0.5, 0.5))) == LIGHT.paper
    hand.up((0.75, 0.25))


def test_a_press_alone_makes_a_dot(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.down((0.5, 0.5))
    hand.up((0.5, 0.5))
    assert [len(points) for points in editor_of(canvas).drawing.strokes] == [1]
    assert colour_at(canvas, hand.at((0.5, 0.5))) == LIGHT.ink


def test_points_are_in_drawing_units_at_any_size(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.stroke((0.5, 0.25), (0.5, 0.75))
    canvas.resize(560, 560)
    hand.stroke((0.5, 0.25), (0.5, 0.75))
    small, large = editor_of(canvas).drawing.strokes
    for points in (small, large):
        assert points[0] == pytest.approx([CANVAS_SIZE / 2, CANVAS_SIZE / 4], abs=2)
        assert points[-1] == pytest.approx([CANVAS_SIZE / 2, 3 * CANVAS_SIZE / 4], abs=2)


def test_ink_stays_in_place_when_the_canvas_grows(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.stroke((0.2, 0.5), (0.8, 0.5))
    canvas.resize(500, 500)
    assert colour_at(canvas, hand.at((0.4, 0.5))) == LIGHT.ink


def test_a_stroke_that_leaves_the_canvas_continues_when_it_returns(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.stroke((0.5, 0.2), (1.3, 0.2), (1.3, 0.6), (0.5, 0.6))
    assert colour_at(canvas, hand.at((0.9, 0.2))) == LIGHT.ink
    assert colour_at(canvas, hand.at((0.9, 0.6))) == LIGHT.ink
    assert colour_at(canvas, hand.at((0.9, 0.4))) == LIGHT.paper


def test_other_buttons_do_not_draw(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, Qt.MouseButton.MiddleButton)
    assert editor_of(canvas).drawing.is_empty


def test_undo_removes_the_ink(canvas: Canvas) -> None:
    hand = Hand(canvas)
    hand.stroke((0.2, 0.2), (0.8, 0.2))
    editor_of(canvas).undo()
    assert colour_at(canvas, hand.at((0.4, 0.2))) == LIGHT.paper


@pytest.fixture(scope="module")
def screen_device() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_one_finger_draws_and_others_are_ignored(
    canvas: Canvas, screen_device: QPointingDevice
) -> None:
    def at(*place: int) -> QPoint:
        return QPoint(*place)

    first, second = 0, 1
    QTest.touchEvent(canvas, screen_device).press(first, at(40, 40)).commit()
    QTest.touchEvent(canvas, screen_device).move(first, at(120, 40)).press(
        second, at(200, 200)
    ).commit()
    QTest.touchEvent(canvas, screen_device).move(first, at(160, 40)).move(
        second, at(240, 240)
    ).commit()
    QTest.touchEvent(canvas, screen_device).release(first, at(160, 40)).release(
        second, at(240, 240)
    ).commit()
    editor = editor_of(canvas)
    scale = CANVAS_SIZE / canvas.width()
    (points,) = editor.drawing.strokes
    # The offscreen platform's window frame shifts touches by two pixels.
    expected = np.array([[40, 40], [120, 40], [160, 40]]) * scale
    assert points == pytest.approx(expected, abs=2 * scale)
    assert not editor.is_drawing


def tablet(canvas: Canvas, kind: QEvent.Type, place: QPointF, pressure: float) -> None:
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = none if kind == QEvent.Type.TabletRelease else left
    event = QTabletEvent(
        kind,
        device,
        place,
        canvas.mapToGlobal(place),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        left,
        held,
    )
    QApplication.sendEvent(canvas, event)
    assert event.isAccepted(), "or Qt would send a mouse event too"


def test_a_pen_draws(canvas: Canvas) -> None:
    tablet(canvas, QEvent.Type.TabletMove, QPointF(10, 10), 0)  # hovering
    assert editor_of(canvas).drawing.is_empty
    tablet(canvas, QEvent.Type.TabletPress, QPointF(70, 70), 0.5)
    tablet(canvas, QEvent.Type.TabletMove, QPointF(140, 140), 0.7)
    tablet(canvas, QEvent.Type.TabletRelease, QPointF(140, 140), 0)
    drawing = editor_of(canvas).drawing
    scale = CANVAS_SIZE / canvas.width()
    assert [points.tolist() for points in drawing.strokes] == [
        [[70 * scale, 70 * scale], [140 * scale, 140 * scale]]
    ]


def test_a_pen_pressed_harder_leaves_a_wider_line(canvas: Canvas) -> None:
    editor = editor_of(canvas)
    editor.set_pen_width(2.0)  # 20 pixels on this canvas
    for pressure, row in ((0.0, 70), (1.0, 210)):
        tablet(canvas, QEvent.Type.TabletPress, QPointF(70, row), pressure)
        tablet(canvas, QEvent.Type.TabletMove, QPointF(210, row), pressure)
        tablet(canvas, QEvent.Type.TabletRelease, QPointF(210, row), 0)
    live = canvas.grab().toImage()
    canvas._restyle()  # repaints all strokes
    for image in (live, canvas.grab().toImage()):
        inked = [QColor(image.pixel(140, row)).name() == LIGHT.ink for row in range(280)]
        assert sum(inked[:140]) == pytest.approx(10, abs=2), "half the width"
        assert sum(inked[140:]) == pytest.approx(30, abs=2), "one and a half times the width"


def test_a_picture_is_centred_and_drawing_adds_to_it(canvas: Canvas) -> None:
    ink = np.zeros((10, 20), np.float32)
    ink[:, :10] = 1
    editor_of(canvas).load(Picture(ink))
    for place, colour in (
        ((70, 140), LIGHT.ink), ((210, 140), LIGHT.paper),
        ((70, 40), LIGHT.paper), ((70, 240), LIGHT.paper),
    ):  # fmt: skip
        assert colour_at(canvas, QPoint(*place)) == colour
    Hand(canvas).stroke((0.9, 0.9), (0.9, 0.2))
    assert colour_at(canvas, QPoint(70, 140)) == LIGHT.ink
    assert colour_at(canvas, QPoint(252, 140)) == LIGHT.ink


@pytest.mark.parametrize("side", [9, 28, 300])
def test_a_picture_under_the_pen_looks_as_it_does_afterwards(canvas: Canvas, side: int) -> None:
    ink = np.zeros((side, side), np.float32)
    ink[side // 3 : 2 * side // 3, side // 3 : 2 * side // 3] = 1
    editor_of(canvas).load(Picture(ink))
    hand = Hand(canvas)
    hand.down((0.1, 0.2))
    for place in ((0.3, 0.3), (0.5, 0.2), (0.9, 0.9)):
        hand.move(place)
    before = pixels(canvas.grab().toImage())
    editor_of(canvas).finish()
    assert np.abs(before - pixels(canvas.grab().toImage())).max() <= 2


@pytest.mark.parametrize("side", [280, 306, 640])
def test_the_invitation_fits_and_goes_with_the_first_ink(
    canvas: Canvas, qtbot: QtBot, side: int
) -> None:
    canvas.resize(side, side)
    blank = canvas.grab().toImage()
    rows, columns = range(blank.height()), range(blank.width())
    paper = QColor(LIGHT.paper)

    def marked(image: QImage, xs: Iterable[int], ys: Iterable[int]) -> bool:
        return any(image.pixelColor(x, y) != paper for x in xs for y in ys)

    assert marked(blank, columns[20:-20], rows[side // 3 : -20]), "there is an invitation"
    for edge in (columns[3:12], columns[-12:-3]):
        assert not marked(blank, edge, rows[20:-20]), "it keeps clear of the edges"
    painted: list[bool] = []
    editor_of(canvas).changed.connect(lambda: painted.append(editor_of(canvas).is_empty))
    Hand(canvas).down((0.1, 0.1))
    assert painted == [False]
    drawn = canvas.grab().toImage()
    assert not marked(drawn, columns[side // 4 : -20], rows[side // 3 : -20])


def test_a_part_repaints_the_same_pixels_as_the_whole(canvas: Canvas) -> None:
    Hand(canvas).stroke((0.2, 0.2), (0.8, 0.7))
    canvas.show_outline(QRectF(60, 70, 140, 100))
    whole = canvas.grab().toImage()
    ratio = whole.devicePixelRatio()
    for area in (QRect(100, 100, 50, 40), QRect(50, 60, 200, 170), QRect(0, 0, 30, 30)):
        part = canvas.grab(area).toImage()
        place = QRect((QPointF(area.topLeft()) * ratio).toPoint(), part.size())
        assert part == whole.copy(place).convertToFormat(part.format())
