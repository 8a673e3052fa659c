"""The inspector shows every number readably in any place, in any language and text size."""

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Activations, LeNet5
from lenet_gui.core.network.unit import Unit, WeightedSum, explain
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.inspector.contributions_view import ContributionsView
from lenet_gui.ui.inspector.convolution_view import ConvolutionView
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.inspector.layer_page import LayerPage
from lenet_gui.ui.inspector.scrolled import Scrolled
from lenet_gui.ui.inspector.sum_line import SumLine
from lenet_gui.ui.kit.i18n import LANGUAGES
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.number_grid import LEAST, short_number
from tests.ui.conftest import choose_look

BY_NAME = {layer.name: layer for layer in LAYERS}
UNITS = {
    "C1": Unit(BY_NAME["C1"], 2, 10, 11),
    "S2": Unit(BY_NAME["S2"], 2, 5, 5),
    "C3": Unit(BY_NAME["C3"], 9, 4, 4),
    "C5": Unit(BY_NAME["C5"], 33),
    "F6": Unit(BY_NAME["F6"], 40),
    "output": Unit(BY_NAME["output"], 7),
}
SIZES = [(430, 330), (456, 400), (540, 800), (1000, 260)]
looks = pytest.mark.parametrize(
    ("text_size", "language"), [*itertools.product(("usual", "large", "largest"), LANGUAGES)]
)


View = TypeVar("View", bound=QWidget)


class Text(NamedTuple):
    """A painted text."""

    text: str
    font: QFont
    place: QRectF | None


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    """Return the texts painted from now on."""
    found: list[Text] = []

    def spy(paint: Callable[..., object]) -> Callable[..., object]:
        def painting(painter: QPainter, *arguments: object) -> object:
            place = next((QRectF(a) for a in arguments if isinstance(a, QRectF | QRect)), None)
            for text in arguments:
                if isinstance(text, str | QStaticText):
                    words = text if isinstance(text, str) else text.text()
                    found.append(Text(words, QFont(painter.font()), place))
            return paint(painter, *arguments)

        return painting

    for name in ("drawText", "drawStaticText"):
        monkeypatch.setattr(QPainter, name, spy(getattr(QPainter, name)))
    return found


@pytest.fixture
def network(random_classifier: Classifier) -> LeNet5:
    return random_classifier.network


@pytest.fixture
def activations(network: LeNet5) -> Activations:
    return network.forward(np.random.default_rng(1).random((1, 32, 32), np.float32))


@pytest.fixture
def inspector(qtbot: QtBot) -> Iterator[Inspector]:
    font = QApplication.font()
    inspector = Inspector(ChosenScale())
    qtbot.addWidget(inspector)
    inspector.show()
    yield inspector
    QApplication.setFont(font)


def area_of(view: QWidget) -> Scrolled:
    """Return the area in which a view scrolls; it must reach all of it."""
    area = view.parent().parent()
    assert isinstance(area, Scrolled)
    assert view.width() <= area.viewport().width(), "it scrolls up and down only"
    assert area.verticalScrollBar().maximum() >= view.height() - area.viewport().height()
    return area


def in_sight(inspector: Inspector, kind: type[View]) -> View:
    (view,) = (part for part in inspector.findChildren(kind) if part.isVisible())
    return view


def assert_readable(painted: list[Text], view: QWidget) -> None:
    least = 0.999 * LEAST * QApplication.font().pointSizeF()
    assert not [text for text in painted if text.font.pointSizeF() < least], view


@looks
def test_every_number_of_a_convolution_can_be_read(
    inspector: Inspector,
    network: LeNet5,
    activations: Activations,
    painted: list[Text],
    qtbot: QtBot,
    text_size: str,
    language: str,
) -> None:
    choose_look(text_size=text_size, language=language)
    for size, name in itertools.product(SIZES, ("C1", "C3", "C5")):
        inspector.resize(*size)
        inspector.show_unit(UNITS[name], network, activations)
        qtbot.wait(1)
        view = in_sight(inspector, ConvolutionView)
        area_of(view)
        painted.clear()
        view.show_map(view.map)
        view.grab()
        assert_readable(painted, view)
        parts = [*view.places.tiles, *view.places.grids]
        assert all(view.rect().toRectF().contains(part) for part in parts), (size, name)
        assert not any(a.intersects(b) for a, b in itertools.combinations(parts, 2))
        found = explain(network, activations, UNITS[name])
        assert isinstance(found, WeightedSum)
        cell = view.places.grids[0].width() / 5
        grids = found.inputs, found.weights, found.products
        for number in (short_number(n) for g in grids for n in g[view.map].ravel().tolist()):
            assert any(
                text == number and QFontMetricsF(font).horizontalAdvance(number) < cell
                for text, font, _ in painted
            ), (size, name, number)


@looks
def test_a_linear_units_rows_and_its_softmax_can_be_read(
    inspector: Inspector,
    network: LeNet5,
    activations: Activations,
    painted: list[Text],
    qtbot: QtBot,
    text_size: str,
    language: str,
) -> None:
    choose_look(text_size=text_size, language=language)
    for size, name in itertools.product(SIZES, ("F6", "output")):
        inspector.resize(*size)
        inspector.show_unit(UNITS[name], network, activations)
        qtbot.wait(1)
        view = in_sight(inspector, ContributionsView)
        area_of(view)
        painted.clear()
        view.grab()
        assert_readable(painted, view)
        rows = [row for row in painted if "×" in row.text]
        assert len(rows) == UNITS[name].layer.weight_shape[1], (size, name)
        for text, font, place in painted:
            assert place is not None
            assert view.rect().toRectF().contains(place), (size, text)
            if "(" not in text:  # a sentence, which wraps
                assert QFontMetricsF(font).horizontalAdvance(text) <= place.width() + 1, (
                    size,
                    text,
                )
        if name == "output":
            assert [text for text, *_ in painted if len(text) == 1] == list("0123456789")


@looks
def test_nothing_in_the_place_overlaps_or_is_cut(
    inspector: Inspector,
    network: LeNet5,
    activations: Activations,
    qtbot: QtBot,
    text_size: str,
    language: str,
) -> None:
    choose_look(text_size=text_size, language=language)
    for size, unit in itertools.product(SIZES, UNITS.values()):
        inspector.resize(*size)
        for show in (
            lambda unit=unit: inspector.show_unit(unit, network, activations),
            lambda unit=unit: inspector.show_layer(unit.layer, network),
            lambda unit=unit: inspector.show_large_layer(unit.layer, network, activations),
        ):
            show()
            qtbot.wait(1)
            parts = [inspector.body, inspector.buttons, inspector.hint]
            parts += inspector.findChildren(SumLine)
            taken = {part: part.geometry() for part in parts if part.isVisible()}
            context = size, unit, taken
            assert all(inspector.rect().contains(place) for place in taken.values()), context
            pairs = itertools.combinations(taken.values(), 2)
            assert not any(one.intersects(other) for one, other in pairs), context
            assert inspector.body.height() >= size[1] / 3, context
            for part, place in taken.items():
                if part.hasHeightForWidth() or isinstance(part, SumLine):
                    assert place.height() >= part.heightForWidth(place.width()), context
            if inspector.large_button.isVisible():
                button = inspector.large_button
                assert button.width() >= button.sizeHint().width(), context


@looks
def test_a_layers_page_clips_nothing(
    inspector: Inspector, network: LeNet5, qtbot: QtBot, text_size: str, language: str
) -> None:
    choose_look(text_size=text_size, language=language)
    for size, name in itertools.product(SIZES, UNITS):
        inspector.resize(*size)
        inspector.show_layer(BY_NAME[name], network)
        qtbot.wait(1)
        page = in_sight(inspector, LayerPage)
        area_of(page)
        for child in page.findChildren(QWidget):
            place = QRect(child.mapTo(page, QPoint()), child.size())
            assert not child.isVisible() or page.rect().contains(place), (size, name, child)
        if page.view.labels and page.view.isVisible():
            rows = page.view.labels_places()
            assert all(page.view.rect().toRectF().contains(row) for row in rows), (size, name)
            assert not any(a.intersects(b) for a, b in itertools.pairwise(rows)), (size, name)


def test_keys_scroll_and_bring_the_chosen_map_into_sight(
    inspector: Inspector, network: LeNet5, activations: Activations, qtbot: QtBot
) -> None:
    choose_look(text_size="largest")
    inspector.resize(430, 330)
    inspector.show_unit(UNITS["C5"], network, activations)
    qtbot.wait(1)
    view = in_sight(inspector, ConvolutionView)
    area = area_of(view)
    view.show_map(0)
    view.setFocus()
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    bar = area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.map == 1
    tile = view.chosen_tile().toRect().translated(view.pos())
    assert area.viewport().rect().contains(tile.center())
