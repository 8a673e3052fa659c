import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.preferred_input import ascent, preferred_input
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.inspector.layer_page import AT_ONCE, LayerPage
from lenet_gui.ui.inspector.weights_view import WeightsView
from lenet_gui.ui.maps.wording import number
from tests.ui.inspector.test_inspector import texts
from tests.ui.maps.test_selection import view_of

BY_NAME = {layer.name: layer for layer in LAYERS}


@pytest.fixture
def page(qtbot: QtBot, random_classifier: Classifier) -> LayerPage:
    page = LayerPage()
    qtbot.addWidget(page)
    page.resize(660, 220)
    page.show()
    qtbot.waitExposed(page)
    return page


def view(page: LayerPage) -> WeightsView:
    found = page.findChild(WeightsView)
    assert found is not None
    return found


def test_a_layers_header_opens_its_derivation(window: MainWindow, qtbot: QtBot) -> None:
    header = QPoint(10, 5)
    qtbot.mouseClick(view_of(window, "C1"), Qt.MouseButton.LeftButton, pos=header)
    inspector = window.findChild(Inspector)
    assert inspector is not None
    assert inspector.isVisible()
    assert "(32 − 5 + 2·0)/1 + 1 = 28" in texts(inspector)
    assert "6·(1·5·5 + 1) = 156" in texts(inspector)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("C1", (1, 6, 5, 5)),
        ("C3", (6, 16, 5, 5)),
        ("C5", (1, 1, 120, 400)),
        ("F6", (1, 1, 84, 120)),
        ("output", (1, 1, 10, 84)),
    ],
)
def test_every_weight_can_be_read(
    page: LayerPage, random_classifier: Classifier, name: str, shape: tuple[int, ...]
) -> None:
    layer = BY_NAME[name]
    page.show_layer(layer, random_classifier.network)
    page.resize(660, page.needed_height(660, 220))  # what doesn't fit is scrolled
    weights = random_classifier.network.weights.arrays[f"{layer.parameter}.weight"]
    down, across, rows, columns = (n - 1 for n in shape)  # the last one
    rect = view(page).place(down, across)
    words = view(page).words_at(rect.bottomRight() + QPoint(-1, -1).toPointF() / 4)
    assert words.endswith(number(float(weights.ravel()[-1])))
    assert f"digit {rows}" in words if name == "output" else str(rows + 1) in words
    assert str(columns + 1) in words
    assert view(page).rect().toRectF().contains(rect)
    first = view(page).words_at(view(page).place(0, 0).topLeft() + QPoint(1, 1).toPointF() / 4)
    assert first.endswith(number(float(weights.ravel()[0])))
    assert view(page).words_at(QPoint(0, 0).toPointF()) == ""


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("C1", "from the image to map 1, row 1, column 1 ", "from the image to map 6, row 5,"),
        ("C3", "from map 1 to map 1, row 1, column 1 ", "from map 6 to map 16, row 5,"),
        ("F6", "to unit 1, from input 1 ", "to unit 84, from input 120 "),
        ("output", "to digit 0, from input 1 ", "to digit 9, from input 84 "),
    ],
)
def test_weights_are_described_by_the_units_they_connect(
    page: LayerPage, random_classifier: Classifier, name: str, first: str, last: str
) -> None:
    layer = BY_NAME[name]
    page.show_layer(layer, random_classifier.network)
    shown = view(page)
    inward = QPointF(0.25, 0.25)
    assert shown.words_at(shown.place(0, 0).topLeft() + inward).startswith(first)
    kernels = name in ("C1", "C3")
    end = (layer.source[0] - 1, layer.maps - 1) if kernels else (0, 0)
    assert shown.words_at(shown.place(*end).bottomRight() - inward).startswith(last)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("C1", ["the image"]),
        ("C3", [f"map {n}" for n in range(1, 7)]),
        ("C5", []),  # 120 rows of 400 numbers are a picture
        ("F6", [f"unit {n}" for n in range(1, 85)]),
        ("output", [f"digit {n}" for n in range(10)]),
    ],
)
def test_rows_of_weights_have_labels(
    page: LayerPage, random_classifier: Classifier, name: str, labels: list[str]
) -> None:
    page.show_layer(BY_NAME[name], random_classifier.network)
    page.resize(660, page.needed_height(660, 220))
    assert view(page).labels == labels
    beside = view(page).grab().toImage().copy(0, 24, int(view(page).place(0, 0).left()) - 1, 400)
    colours = {beside.pixel(x, y) for x in range(beside.width()) for y in range(beside.height())}
    assert (len(colours) > 2) == bool(labels), "letters beside the rows"


def test_layers_without_weights_show_none(page: LayerPage, random_classifier: Classifier) -> None:
    for name in ("input", "S2", "S4"):
        page.show_layer(BY_NAME[name], random_classifier.network)
        assert not view(page).isVisible()
        assert not any(button.isVisible() for button in page.findChildren(QPushButton))


def test_a_maps_preferred_input_is_shown(
    page: LayerPage, random_classifier: Classifier, qtbot: QtBot
) -> None:
    page.show_layer(BY_NAME["C1"], random_classifier.network)
    weights, excites = page.findChildren(QPushButton)
    qtbot.mouseClick(excites, Qt.MouseButton.LeftButton)
    expected = preferred_input(random_classifier.network, BY_NAME["C1"], 5)

    def last_is_there() -> bool:
        place = view(page).place(0, 5).center()
        return view(page).words_at(place).endswith(f"   {expected[2, 2]:.3f}")  # ink has no sign

    qtbot.waitUntil(last_is_there)
    assert np.isin(expected, (0, 1)).mean() > 0.5, "most pixels are full ink or none"
    qtbot.mouseClick(weights, Qt.MouseButton.LeftButton)
    assert "from the image" in view(page).words_at(view(page).place(0, 0).center())


@pytest.mark.parametrize("width", [280, 376, 560, 900])
@pytest.mark.parametrize(("name", "per_map"), [("C1", 1), ("C3", 6)])
def test_kernels_are_tiles_with_gaps_between_them_and_captions(
    page: LayerPage, random_classifier: Classifier, name: str, per_map: int, width: int
) -> None:
    layer = BY_NAME[name]
    page.show_layer(layer, random_classifier.network)
    page.resize(width, page.needed_height(width, 220))
    tiles = [
        view(page).place(down, across) for down in range(per_map) for across in range(layer.maps)
    ]
    assert min(tile.width() for tile in tiles) >= 25
    assert not any(
        one.adjusted(-2, -2, 2, 2).intersects(other)
        for one, other in itertools.combinations(tiles, 2)
    )
    assert all(view(page).rect().toRectF().contains(tile) for tile in tiles)
    assert view(page).captions == [f"to {n + 1}" for n in range(layer.maps)]


@pytest.mark.parametrize(("name", "unit"), [("F6", "unit 84"), ("output", "digit 9")])
def test_what_excites_a_unit_that_sees_the_whole_input_is_shown_and_explained(
    page: LayerPage, random_classifier: Classifier, qtbot: QtBot, name: str, unit: str
) -> None:
    layer = BY_NAME[name]
    page.show_layer(layer, random_classifier.network)
    _, excites = page.findChildren(QPushButton)
    qtbot.mouseClick(excites, Qt.MouseButton.LeftButton)
    page.resize(660, page.needed_height(660, 220))
    first = layer.maps - layer.maps % AT_ONCE if layer.maps % AT_ONCE else layer.maps - AT_ONCE
    *_, found = ascent(random_classifier.network, layer, range(max(first, 0), layer.maps))
    place = view(page).place(0, layer.maps - 1)
    cell = QPointF(place.x() + 10.5 * place.width() / 32, place.y() + 12.5 * place.height() / 32)

    def is_there() -> bool:
        return view(page).words_at(cell) == f"{unit}, row 13, column 11   {found[-1, 12, 10]:.3f}"

    qtbot.waitUntil(is_there, timeout=60_000)
    words = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "gradient ascent" in words
