"""The network slid over a number, in the lens Inside: readings, windows and their numbers."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.strip import STEP
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.resources import default_weights
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.lenses.inside import Inside
from lenet_gui.ui.maps.displacement_layout import COLUMN, MAPS, Sizes, lay_out, least_height
from lenet_gui.ui.maps.displacement_view import DisplacementView

FOUR_TWO = Drawing(
    (
        stroke([(130, 100), (100, 160), (170, 160)]),
        stroke([(150, 130), (150, 200)]),
        stroke(
            [(220, 125), (230, 105), (250, 100), (270, 108), (275, 128), (215, 200), (280, 198)]
        ),
    ),
    (400.0, 400.0),
    9.0,
)
SIZES = Sizes(width=560, height=640, gutter=80, row=13, line=17)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(LeNet5(load_weights(default_weights())))


@pytest.fixture(scope="module")
def number(classifier: Classifier) -> NumberReading:
    found = NumberReader(classifier).read(classifier.read(FOUR_TWO))
    assert found is not None
    return found


@pytest.fixture
def view(number: NumberReading, classifier: Classifier, qtbot: QtBot) -> DisplacementView:
    view = DisplacementView()
    qtbot.addWidget(view)
    view.resize(560, 640)
    view.show()
    qtbot.waitExposed(view)
    view.show_number(number, classifier.network)
    return view


def test_both_readings_are_in_words(view: DisplacementView) -> None:
    assert "42" in view.readings.words
    assert view.readings.words in view.strips.accessibleDescription()


def test_a_hidden_view_computes_nothing(
    number: NumberReading, classifier: Classifier, qtbot: QtBot
) -> None:
    view = DisplacementView()
    qtbot.addWidget(view)
    view.show_number(number, classifier.network)
    assert view.strips.slid is None
    view.show()
    assert view.strips.slid is not None
    view.show_number(None, classifier.network)
    assert view.strips.slid is None
    assert view.readings.words == ""


def test_arrow_keys_move_the_window_and_give_its_numbers(view: DisplacementView) -> None:
    slid = view.strips.slid
    assert slid is not None
    last = slid.displacement.columns - 1
    QTest.keyClick(view.strips, Qt.Key.Key_Home)
    assert view.strips.column == 0
    QTest.keyClick(view.strips, Qt.Key.Key_Right)
    QTest.keyClick(view.strips, Qt.Key.Key_Right)
    QTest.keyClick(view.strips, Qt.Key.Key_Left)
    assert view.strips.column == 1
    assert view.numbers.text().startswith(f"Window 2 of {last + 1}")
    assert view.numbers.text() in view.strips.accessibleDescription()
    QTest.keyClick(view.strips, Qt.Key.Key_End)
    QTest.keyClick(view.strips, Qt.Key.Key_Right)
    assert view.strips.column == last


def test_a_column_that_is_read_says_so(view: DisplacementView) -> None:
    slid = view.strips.slid
    assert slid is not None
    for run in slid.reading.runs:
        view.strips.pick(run.first)
        assert view.numbers.text().endswith(f"read as {run.digit}")


def test_other_maps_are_shown_by_keys(view: DisplacementView) -> None:
    before = view.strips.grab().toImage()
    QTest.keyClick(view.strips, Qt.Key.Key_Down)
    assert view.strips.grab().toImage() != before
    QTest.keyClick(view.strips, Qt.Key.Key_Up)
    assert view.strips.grab().toImage() == before


def test_a_tip_has_the_value_and_all_probabilities(view: DisplacementView) -> None:
    strips, slid = view.strips, view.strips.slid
    assert slid is not None
    run = slid.reading.runs[0]
    layout = lay_out(slid.displacement.strip.image.shape[1], strips._sizes())
    tip = strips.tip_at(layout.cell(run.first, run.digit).center())
    assert f"Probability of {run.digit}" in tip
    assert f"Window {run.first + 1} of" in tip
    assert all(f"{digit}: " in tip for digit in range(10))


@pytest.mark.parametrize("height", [270, 400, 640, 1200])
@pytest.mark.parametrize("cells", [44, 80, 120, 400])
def test_nothing_overlaps_and_all_is_within_the_view(height: int, cells: int) -> None:
    sizes = Sizes(SIZES.width, max(height, least_height(SIZES)), SIZES.gutter, 13, 17)
    layout = lay_out(cells, sizes)
    places = list(layout.places.values())
    for above, below in pairwise(places):
        assert above.bottom() <= below.top() + 1e-6
    assert places[-1].bottom() <= sizes.height + 1e-6
    assert max(place.right() for place in places) <= max(sizes.width, sizes.gutter + cells) + 1e-6


def test_a_columns_window_is_above_it_in_every_layer() -> None:
    layout = lay_out(80, Sizes(560, 1500, 80, 13, 17))
    assert set(MAPS) <= set(layout.places)
    for column in (0, 5, layout.columns - 1):
        middle = layout.x(COLUMN + STEP * column + STEP / 2)
        for name in ("input", *MAPS, "C5", "output"):
            assert layout.of_column(name, column).center().x() == pytest.approx(middle)
        place = QPointF(middle, layout.places["output"].center().y())
        assert layout.column_at(place) == column
    # The last window ends where each layer ends.
    for name in ("input", *MAPS, "output"):
        last = layout.of_column(name, layout.columns - 1)
        assert last.right() == pytest.approx(layout.places[name].right())


def test_the_lens_slides_only_over_a_number(classifier: Classifier, qtbot: QtBot) -> None:
    window = MainWindow(classifier, "light")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    inside = window.findChild(Inside)
    assert inside is not None
    assert not inside.slide_switch.isVisible()

    window.files.show(FOUR_TWO)
    qtbot.waitUntil(lambda: inside.slide_switch.isVisible())
    inside.slide_switch.click()
    assert inside.slid is not None
    assert "42" in inside.slid.readings.words
    assert not inside.maps.isVisible()

    window.files.show(Drawing(FOUR_TWO.strokes[2:], FOUR_TWO.canvas, FOUR_TWO.pen_width))
    qtbot.waitUntil(lambda: not inside.slide_switch.isVisible())
    assert inside.maps.isVisible()
    assert not inside.slid.isVisible()
