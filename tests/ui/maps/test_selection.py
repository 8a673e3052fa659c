"""Units in the window: hovered, picked, and updated live."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.overlays import outline_on_canvas
from lenet_gui.ui.kit.widgets import LiveLabel
from lenet_gui.ui.maps.colour_scale import ColourScale
from lenet_gui.ui.maps.layer_outlines import cells_rect
from lenet_gui.ui.maps.layer_values import layer_activations
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.wording import describe, number
from lenet_gui.ui.shell.status_bar import StatusBar
from tests.ui.conftest import Hand, settle

BY_NAME = {layer.name: layer for layer in LAYERS}


def view_of(window: MainWindow, name: str) -> LayerView:
    return next(view for view in window.findChildren(LayerView) if view.layer.name == name)


def status_text(window: MainWindow) -> str:
    bar = window.findChild(StatusBar)
    assert bar is not None
    return bar.findChildren(LiveLabel)[0].text()


def showing(unit: Unit, value: float) -> MapValues:
    """Return values of the unit's layer, with this value at the unit."""
    layer = unit.layer
    values = np.full((layer.maps, layer.size, layer.size), value, np.float32)
    return MapValues(values, layer.is_signed)


def middle_of(view: LayerView, map_: int, row: int, column: int) -> QPoint:
    from lenet_gui.core.network.receptive_field import cell

    rect = cells_rect(view.tile(map_), view.layer.size, cell(row, column))
    return rect.center().toPoint()


@pytest.mark.parametrize("name", [layer.name for layer in LAYERS])
def test_hovering_a_cell_shows_its_value(
    window: MainWindow, hand: Hand, qtbot: QtBot, name: str
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, name)
    layer = view.layer
    unit = Unit(layer, layer.maps - 1, layer.size // 2, layer.size // 3)
    # A move to the pointer's current place sends no event, so start elsewhere.
    QTest.mouseMove(view, QPoint(view.width() - 1, 1))
    QTest.mouseMove(view, middle_of(view, unit.map, unit.row, unit.column))
    qtbot.waitUntil(lambda: window.selection.hovered == unit)
    assert window.reading is not None
    assert window.reading.activations is not None
    value = unit.value(window.reading.activations)
    assert status_text(window) == describe(unit, showing(unit, value))
    assert f"{abs(value):.3f}" in status_text(window)


def test_the_value_follows_the_drawing(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    unit = Unit(BY_NAME["C3"], 4, 5, 5)
    window.selection.select(unit)
    before = status_text(window)
    hand.stroke((0.7, 0.2), (0.3, 0.8))
    settle(window, qtbot)
    assert window.reading is not None
    assert window.reading.activations is not None
    value = unit.value(window.reading.activations)
    assert status_text(window) == describe(unit, showing(unit, value))
    assert status_text(window) != before


def test_a_click_picks_a_unit_and_arrows_move_to_others(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, "C1")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, 2, 10, 11))
    assert window.selection.selected == Unit(BY_NAME["C1"], 2, 10, 11)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert window.selection.selected == Unit(BY_NAME["C1"], 2, 11, 12)
    for _ in range(17):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert window.selection.selected.layer.name == "S2"


def test_a_units_receptive_field_is_outlined(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    window.selection.select(Unit(BY_NAME["C3"], 7, 4, 2))
    assert len(view_of(window, "C3").outlines()) == 1
    for name, cells in (("S2", 5), ("C1", 10), ("input", 14)):
        view = view_of(window, name)
        maps = 1 if name == "input" else 6
        outlines = view.outlines()
        assert len(outlines) == maps
        for outline in outlines:
            share = outline.width() / view.tile(0).width()
            assert share == pytest.approx(cells / view.layer.size, abs=0.01)
    assert view_of(window, "S4").outlines() == []


def test_units_that_see_a_pixel_are_outlined(window: MainWindow) -> None:
    window.selection.select(Unit(BY_NAME["input"], 0, 16, 16))
    for name in ("C1", "S2", "C3", "S4", "C5", "F6", "output"):
        assert len(view_of(window, name).outlines()) == BY_NAME[name].maps


def test_the_receptive_field_is_outlined_on_the_ink(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.1), (0.3, 0.9))
    settle(window, qtbot)
    assert window.reading is not None
    fit = window.reading.frames.fit
    whole = outline_on_canvas(Unit(BY_NAME["F6"], 0), fit)
    assert whole is not None
    points = window.editor.drawing.strokes[0]
    assert all(whole.contains(*point) for point in points.tolist())
    one = outline_on_canvas(Unit(BY_NAME["C1"], 0, 0, 0), fit)
    assert isinstance(one, QRectF)
    assert one.width() == pytest.approx(3 / fit.scale)  # type: ignore[union-attr]
    corner = outline_on_canvas(Unit(BY_NAME["input"], 0, 0, 0), fit)
    assert corner is None, "the padding is not on the canvas"


def test_a_blank_page_has_no_values(window: MainWindow) -> None:
    window.selection.select(Unit(BY_NAME["C1"], 0, 3, 3))
    assert "value" not in status_text(window)
    window.selection.select(None)
    assert status_text(window).startswith("Point at a cell")


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (
            Unit(BY_NAME["C1"], 2, 12, 14),
            "C1  map 3, row 13, column 15   value −0.830"
            "   sees rows 13–17, columns 15–19 of the 32×32 input",
        ),
        (Unit(BY_NAME["C5"], 0), "C5  unit 1   value −0.830   sees all of the 32×32 input"),
        (
            Unit(BY_NAME["output"], 7),
            "Output  digit 7   value 0.830   sees all of the 32×32 input",
        ),
        (Unit(BY_NAME["input"], 0, 0, 4), "Input  row 1, column 5   value 0.830"),
    ],
)
def test_the_description_of_a_unit(unit: Unit, words: str) -> None:
    # Ink and probabilities are never negative, so they carry no sign.
    value = 0.83 if unit.layer.name in ("input", "output") else -0.83
    assert describe(unit, showing(unit, value)) == words


def test_numbers_have_a_sign_and_no_negative_zero() -> None:
    assert number(0.5) == "+0.500"
    assert number(-0.0001) == "+0.000"
    assert number(-1.0) == "−1.000"


def test_quiet_maps_have_badges_with_tooltips(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    view = view_of(window, "C1")
    values = np.random.default_rng(0).uniform(-0.9, 0.9, view.layer.shape).astype(np.float32)

    def show() -> None:
        view.show_values(layer_activations({"C1": values}, ColourScale(), [view.layer]))

    show()
    plain = view.grab().toImage()
    values[2], values[4] = 1.0, 0.1
    show()
    assert [state.value for state in view.states] == [
        "lively", "lively", "saturated", "lively", "constant", "lively",
    ]  # fmt: skip
    marked = view.grab().toImage()
    for map_ in (2, 4):
        corner = (view.tile(map_).topRight() + QPointF(-3, 2)).toPoint()
        assert marked.pixelColor(corner) != plain.pixelColor(corner)
    assert view.tip_at(view.tile(2).center()).startswith("Saturated")
    assert view.tip_at(view.tile(4).center()).startswith("Almost constant")
    assert view.tip_at(view.tile(0).center()) == ""
    assert "how this layer works" in view.tip_at(QPointF(5, 5))


def test_tab_outlines_enter_picks_and_space_explains(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, "C1")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: window.selection.hovered == Unit(BY_NAME["C1"], 0))
    assert window.selection.selected is None, "focus alone picks nothing"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.selection.selected == Unit(BY_NAME["C1"], 0)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert window.selection.layer is BY_NAME["C1"]
    assert window.selection.selected is None


def test_escape_closes_the_inspector(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.select(Unit(BY_NAME["C1"], 0))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.selection.selected is None
