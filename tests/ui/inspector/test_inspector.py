"""The inspector shows what the network computed."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Average, Unit, WeightedSum, explain
from lenet_gui.figure.colours import readable_on
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.inspector.average_view import AverageView
from lenet_gui.ui.inspector.contributions_view import ContributionsView
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.kit.widgets import LiveLabel
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.number_grid import short_number
from lenet_gui.ui.maps.wording import added_up, number
from lenet_gui.ui.reading.framing_strip import Strip
from tests.ui.conftest import Hand, settle

BY_NAME = {layer.name: layer for layer in LAYERS}


def inspector_of(window: MainWindow) -> Inspector:
    found = window.findChild(Inspector)
    assert found is not None
    return found


def explained(window: MainWindow, unit: Unit, classifier: object) -> WeightedSum | Average:
    assert window.reading is not None
    assert window.reading.activations is not None
    found = explain(classifier.network, window.reading.activations, unit)  # type: ignore[attr-defined]
    assert isinstance(found, WeightedSum | Average)
    return found


def on_window(widget: QWidget, window: MainWindow) -> QRect:
    """Return a widget's place in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def texts(inspector: Inspector) -> str:
    labels = [*inspector.findChildren(QLabel), *inspector.findChildren(LiveLabel)]
    return " ".join(label.text() for label in labels)


@pytest.mark.parametrize(
    ("unit", "view"),
    [
        (Unit(BY_NAME["C1"], 2, 10, 11), ConvolutionView),
        (Unit(BY_NAME["C3"], 9, 4, 4), ConvolutionView),
        (Unit(BY_NAME["C5"], 33), ConvolutionView),
        (Unit(BY_NAME["S2"], 2, 5, 5), AverageView),
        (Unit(BY_NAME["S4"], 11, 2, 2), AverageView),
        (Unit(BY_NAME["F6"], 40), ContributionsView),
        (Unit(BY_NAME["output"], 7), ContributionsView),
    ],
)
def test_picking_a_unit_shows_its_sum(
    drawn: MainWindow, random_classifier: object, unit: Unit, view: type
) -> None:
    drawn.selection.select(unit)
    inspector = inspector_of(drawn)
    assert inspector.isVisible()
    shown = [v for v in inspector.findChildren(view) if v.isVisible()]
    assert len(shown) == 1
    found = explained(drawn, unit, random_classifier)
    assert number(found.value).lstrip("+") in texts(inspector)
    if isinstance(found, WeightedSum):
        assert number(found.total) in texts(inspector)
        assert number(found.bias) in texts(inspector)


def test_the_sum_follows_the_drawing(drawn: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    drawn.selection.select(Unit(BY_NAME["C3"], 3, 5, 5))
    before = texts(inspector_of(drawn))
    hand.stroke((0.2, 0.6), (0.8, 0.5))
    settle(drawn, qtbot)
    assert texts(inspector_of(drawn)) != before


def test_each_input_map_can_be_chosen(
    drawn: MainWindow, random_classifier: object, qtbot: QtBot
) -> None:
    unit = Unit(BY_NAME["C3"], 9, 4, 4)
    drawn.selection.select(unit)
    view = inspector_of(drawn).findChild(ConvolutionView)
    assert view is not None
    sums = explained(drawn, unit, random_classifier).map_sums  # type: ignore[union-attr]
    assert view.map == int(np.abs(sums).argmax()), "the map with the largest sum comes first"
    view.show_map(0)
    for map_ in range(6):
        assert view.map == map_
        assert number(float(sums[map_])) in view.accessibleName()
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.map == 5, "there is no seventh map"


def test_closing_picks_nothing_and_hides_nothing(drawn: MainWindow, qtbot: QtBot) -> None:
    strip = drawn.findChild(Strip)
    assert strip is not None
    drawn.selection.select(Unit(BY_NAME["C1"], 0, 3, 3))
    buttons = drawn.inspector.head.findChildren(QToolButton)
    close = next(b for b in buttons if b.accessibleName().startswith("Close"))
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not inspector_of(drawn).isVisible()
    assert strip.isVisible()
    assert drawn.selection.selected is None


def test_a_blank_page_has_no_sums(window: MainWindow) -> None:
    window.selection.select(Unit(BY_NAME["C1"], 0, 3, 3))
    assert "Draw a digit" in texts(inspector_of(window))


def test_a_pixel_is_explained(drawn: MainWindow) -> None:
    drawn.selection.select(Unit(BY_NAME["input"], 0, 16, 16))
    assert "1 is ink" in texts(inspector_of(drawn))


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("name", ["C1", "S2", "C3", "C5", "F6", "output"])
def test_the_inspector_fits_and_overlaps_nothing(
    drawn: MainWindow, qtbot: QtBot, size: tuple[int, int], name: str
) -> None:
    drawn.resize(*size)
    qtbot.waitUntil(lambda: drawn.width() == size[0])
    drawn.selection.select(Unit(BY_NAME[name], 1))
    inspector = inspector_of(drawn)
    workspace = drawn.findChild(Workspace)
    assert workspace is not None
    qtbot.waitUntil(lambda: drawn.rect().contains(on_window(inspector, drawn)))
    place = on_window(inspector, drawn)
    maps = drawn.findChild(MapsPanel)
    assert maps is not None
    for other in (workspace.canvas, workspace.reading, maps, drawn.statusBar()):
        assert not on_window(other, drawn).intersects(place)
    hint = inspector.minimumSizeHint()
    assert hint.width() <= inspector.width()
    assert hint.height() <= inspector.height()


def test_numbers_as_texts() -> None:
    assert added_up([-0.7741, -0.601, 0.3]) == "−0.774 − 0.601 + 0.300"
    assert added_up([0.5]) == "0.500"
    assert short_number(-0.834) == "−0.83"
    assert short_number(-0.001) == "0.00"


def test_numbers_are_black_or_white_whichever_is_more_readable() -> None:
    assert readable_on(0xFFFFFFFF) == "#000000"
    assert readable_on(0xFF14171A) == "#ffffff"


@pytest.mark.parametrize("unit", [Unit(BY_NAME["C1"], 2, 10, 11), Unit(BY_NAME["C3"], 9, 4, 4)])
def test_a_cells_tooltip_has_its_value(
    drawn: MainWindow, random_classifier: object, unit: Unit
) -> None:
    drawn.selection.select(unit)
    (view,) = (v for v in inspector_of(drawn).findChildren(ConvolutionView) if v.isVisible())
    found = explained(drawn, unit, random_classifier)
    assert isinstance(found, WeightedSum)
    for grid, values in zip(
        view.places.grids, (found.inputs, found.weights, found.products), strict=True
    ):
        cell = grid.width() / 5
        tip = view.tip_at(grid.topLeft() + QPointF(1.5 * cell, 3.5 * cell))
        value = number(float(values[view.map][3, 1]))
        if values is found.inputs and unit.layer.name == "C1":
            value = value.removeprefix("+")  # ink has no sign
        assert tip.startswith(f"row 4, column 2: {value}\n")


def test_an_input_map_is_named_and_the_image_is_one(drawn: MainWindow) -> None:
    for name, begins in (("C1", "the image contributes "), ("C3", "input map ")):
        drawn.selection.select(Unit(BY_NAME[name], 2, 4, 4))
        view = inspector_of(drawn).findChild(ConvolutionView)
        assert view is not None
        assert view.accessibleName().startswith(begins)
