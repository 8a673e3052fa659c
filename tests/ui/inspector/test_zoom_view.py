import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.zoom_view import CELLS, ZoomView, mosaic, unit_in_mosaic
from lenet_gui.ui.maps.map_values import MapValues
from tests.ui.conftest import Hand, settle
from tests.ui.inspector.test_inspector import inspector_of
from tests.ui.maps.test_selection import middle_of, view_of

BY_NAME = {layer.name: layer for layer in LAYERS}


@pytest.fixture
def view(qtbot: QtBot) -> ZoomView:
    view = ZoomView()
    qtbot.addWidget(view)
    view.resize(480, 200)
    view.show()
    qtbot.waitExposed(view)
    values = np.linspace(-1, 1, 100, dtype=np.float32).reshape(10, 10)
    view.show_values(MapValues(values, signed=True))
    return view


def turn_wheel(view: ZoomView, position: QPointF, notches: int) -> None:
    event = QWheelEvent(
        position,
        view.mapToGlobal(position),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_map_fits_the_view_at_first(view: ZoomView) -> None:
    assert view.cell == pytest.approx(198 / 10)
    assert view.cell_at(QPointF(240, 100)) == (5, 5)
    assert view.cell_at(QPointF(142, 2)) == (0, 0)
    assert view.cell_at(QPointF(90, 100)) == (-1, -1)


def test_a_map_leaves_the_legend_free(view: ZoomView) -> None:
    for size in ((300, 400), (300, 300), (360, 200), (900, 200)):
        view.resize(*size)
        for row, column in np.ndindex(10, 10):
            middle = view.place(row, column).center()
            assert view.cell_at(middle) == (row, column)
            assert not view.legend.contains(middle)


def test_the_wheel_zooms_about_the_pointer(view: ZoomView) -> None:
    place = QPointF(150, 60)
    cell, before = view.cell_at(place), view.cell
    turn_wheel(view, place, 3)
    assert view.cell > 1.5 * before
    assert view.cell_at(place) == cell
    turn_wheel(view, place, -3)
    assert view.cell == pytest.approx(before)


def test_zooming_has_limits(view: ZoomView) -> None:
    turn_wheel(view, QPointF(200, 100), 100)
    assert view.cell == CELLS[1]
    turn_wheel(view, QPointF(200, 100), -200)
    assert view.cell == CELLS[0]


def test_dragging_moves_the_map_and_a_double_click_fits_it(view: ZoomView, qtbot: QtBot) -> None:
    start, end = QPoint(200, 100), QPoint(240, 130)
    under = view.cell_at(start.toPointF())
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert view.cell_at(end.toPointF()) == under
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=end)
    assert view.cell_at(QPointF(142, 2)) == (0, 0)


def test_keys_zoom_and_fit(view: ZoomView, qtbot: QtBot) -> None:
    before = view.cell
    qtbot.keyClick(view, "+")
    assert view.cell == pytest.approx(before * 1.2)
    qtbot.keyClick(view, "-")
    qtbot.keyClick(view, "-")
    assert view.cell == pytest.approx(before / 1.2)
    qtbot.keyClick(view, "0")
    assert view.cell == pytest.approx(before)


def double_click(window: MainWindow, part: QWidget, place: QPoint) -> None:
    """Click twice at a place on the screen, whatever lies there after the first click."""
    where = part.mapTo(window, place)
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=where)


def test_a_double_click_enlarges_a_map(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    layer_view = view_of(window, "C1")
    double_click(window, layer_view, middle_of(layer_view, 3, 9, 9))
    zoom = inspector_of(window).findChild(ZoomView)
    assert zoom is not None
    assert zoom.isVisible()
    where = QPoint(zoom.width() // 2, zoom.height() // 2)
    row, column = zoom.cell_at(where.toPointF())
    qtbot.mouseMove(zoom, QPoint(1, 1))
    qtbot.mouseMove(zoom, where)
    qtbot.waitUntil(lambda: window.selection.hovered == Unit(BY_NAME["C1"], 3, row, column))
    qtbot.mouseClick(zoom, Qt.MouseButton.LeftButton, pos=where)
    assert window.selection.selected == Unit(BY_NAME["C1"], 3, row, column)
    assert not zoom.isVisible(), "the picked cell's sum is shown instead"


def test_the_inspector_offers_the_whole_map(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    window.selection.select(Unit(BY_NAME["C3"], 3, 2, 2))
    button = next(b for b in window.inspector.findChildren(QToolButton) if b.text() == "Whole map")
    zoom = inspector_of(window).findChild(ZoomView)
    assert zoom is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert zoom.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not zoom.isVisible()
    window.selection.select(Unit(BY_NAME["F6"], 3))
    assert not button.isVisible(), "single values have no map"


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.name for layer in LAYERS])
def test_every_unit_has_its_place_in_the_mosaic(layer: Layer) -> None:
    shape = layer.maps, layer.size, layer.size
    values = np.arange(layer.units, dtype=np.float32).reshape(shape)
    whole = mosaic(layer, MapValues(values, layer.is_signed)).values
    found = {}
    for (row, column), value in np.ndenumerate(whole):
        unit = unit_in_mosaic(layer, row, column)
        assert (unit is None) == bool(np.isnan(value))
        if unit is not None:
            assert unit.value_in(values) == value
            found[value] = unit
    assert len(found) == layer.units
    rows, columns = whole.shape
    assert unit_in_mosaic(layer, -1, -1) is None
    assert unit_in_mosaic(layer, rows + 1, columns + 1) is None


@pytest.mark.parametrize("name", ["C3", "F6"])
def test_a_double_click_on_its_name_enlarges_a_layer(
    window: MainWindow, hand: Hand, qtbot: QtBot, name: str
) -> None:
    layer = BY_NAME[name]
    layer_view = view_of(window, name)
    double_click(window, layer_view, QPoint(5, 5))
    zoom = inspector_of(window).findChild(ZoomView)
    assert zoom is not None
    assert not zoom.isVisible(), "nothing is drawn yet"
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    assert zoom.isVisible()
    button = next(
        b for b in window.inspector.findChildren(QToolButton) if b.text() == "Whole layer"
    )
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not zoom.isVisible()
    assert window.selection.layer is layer
