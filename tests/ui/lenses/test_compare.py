"""The lens Compare: pins, swapping, two sets of weights, checkpoints, and what it shows of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import default_weights, tutorial_weights
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.comparing.controls import Mode
from lenet_gui.ui.comparing.pins import MOST
from lenet_gui.ui.kit.appearance import TEXT_SIZES, USUAL
from lenet_gui.ui.learning.setup import Setup
from lenet_gui.ui.lenses.compare import Compare
from lenet_gui.ui.lenses.learn import Learn
from lenet_gui.ui.maps.colour_scale import Span
from lenet_gui.ui.reading.known_weights import BUILT_IN, OWN, TUTORIAL, UNTRAINED
from tests.ui.conftest import Hand, settle
from tests.ui.screens import cut_off, missed_by_tab, overlapping, show_at

SEVEN = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(100, 100), (300, 100), (180, 420)])
ONE = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(200, 60), (200, 420)])
C3 = LAYERS[3]


@pytest.fixture
def compare(window: MainWindow) -> Compare:
    window.lenses.show_lens("compare")
    found = window.findChild(Compare)
    assert found is not None
    return found


@pytest.fixture
def put(window: MainWindow, qtbot: QtBot) -> Callable[[Drawing], None]:
    """Return what puts a drawing onto the page, and has it read."""

    def put(drawing: Drawing) -> None:
        window.files.show(drawing)
        settle(window, qtbot)

    return put


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def pinned_strokes(compare: Compare) -> list[float]:
    assert compare.comparison is not None
    source = compare.comparison.pinned.reading.source
    assert isinstance(source, Drawing)
    return source.strokes[0].ravel().tolist()  # type: ignore[no-any-return]


def test_what_is_pinned_stays_while_the_next_is_drawn(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None], hand: Hand, qtbot: QtBot
) -> None:
    assert compare.comparison is None
    put(SEVEN)
    pinned = window.reading
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    window.editor.clear()
    hand.stroke((0.5, 0.1), (0.5, 0.9))
    settle(window, qtbot)
    found = compare.comparison
    assert found is not None
    assert found.current.reading is window.reading
    assert found.pinned.reading.probabilities is not None
    np.testing.assert_array_equal(found.pinned.reading.probabilities, pinned.probabilities)
    assert found.distances["input"] > 0


def test_a_blank_canvas_is_not_pinned(window: MainWindow, compare: Compare) -> None:
    assert not window.actions_.pin.isEnabled()
    assert not compare.controls.strip.plus.isEnabled()
    window.pins.pin()
    assert window.pins.chosen is None


def test_any_of_several_pins_can_be_chosen_and_unpinned(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    for drawing in (SEVEN, ONE):
        put(drawing)
        press(compare.controls.strip.plus)
    assert len(compare.controls.strip.tiles) == 2
    assert pinned_strokes(compare) == pytest.approx(ONE.strokes[0].ravel().tolist())
    press(compare.controls.strip.tiles[0])
    assert [tile.isChecked() for tile in compare.controls.strip.tiles] == [True, False]
    assert pinned_strokes(compare) == pytest.approx(SEVEN.strokes[0].ravel().tolist())
    press(compare.controls.unpin)
    assert pinned_strokes(compare) == pytest.approx(ONE.strokes[0].ravel().tolist())
    press(compare.controls.unpin)
    assert compare.comparison is None
    assert not compare.controls.unpin.isEnabled()


def test_the_oldest_pin_makes_way(window: MainWindow, put: Callable[[Drawing], None]) -> None:
    put(SEVEN)
    for _ in range(MOST):
        window.pins.pin()
    first = window.pins.all[0]
    window.pins.pin()
    assert len(window.pins.all) == MOST
    assert first not in window.pins.all


def test_swapping_is_a_step_that_can_be_undone(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    put(ONE)
    press(compare.controls.swap)
    window.reader.read()
    on_page = window.editor.drawing.strokes[0]
    np.testing.assert_allclose(on_page, SEVEN.strokes[0])
    assert pinned_strokes(compare) == pytest.approx(ONE.strokes[0].ravel().tolist())
    window.actions_.undo.trigger()
    np.testing.assert_allclose(window.editor.drawing.strokes[0], ONE.strokes[0])


def test_pins_are_read_again_with_other_weights_and_another_framing(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    for change in (
        lambda: window.means.use_classifier(window.known_weights.classifier(UNTRAINED)),
        lambda: window.actions_.framing.trigger(),
    ):
        change()
        found = compare.comparison
        assert found is not None
        assert found.pinned.weights is window.means.weights
        assert found.distances["F6"] == 0  # the same drawing, read in the same way
        assert found.pinned.framing is window.means.framing


def test_two_sets_of_weights_read_the_same_drawing(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    compare.choose(Mode.WEIGHTS)
    compare.choose_weights(BUILT_IN)
    found = compare.comparison
    assert found is not None
    expected = window.known_weights.classifier(BUILT_IN).read(window.editor.source)
    assert expected.probabilities is not None
    assert found.pinned.reading.probabilities is not None
    np.testing.assert_array_equal(found.pinned.reading.probabilities, expected.probabilities)
    assert found.distances["input"] == 0
    assert found.distances["C1"] > 0
    press(compare.controls.swap)
    window.reader.read()
    assert window.means.network is window.known_weights.classifier(BUILT_IN).network
    assert compare.controls.which.currentData() == OWN  # those that the window began with
    assert compare.comparison is not None
    assert compare.comparison.distances["C1"] == pytest.approx(found.distances["C1"])


def test_the_weights_in_use_are_checked_in_the_menu(window: MainWindow) -> None:
    def checked() -> list[str]:
        entries = window.actions_.weights_menu.actions()
        return [entry.data() for entry in entries if entry.isChecked()]

    assert checked() == [OWN]
    for entry in window.actions_.weights_menu.actions():
        entry.trigger()
        assert checked() == [entry.data()]
    window.actions_.shipped_weights.trigger()
    assert checked() == [BUILT_IN]
    weights = window.means.weights
    assert weights is not None
    expected = load_weights(default_weights()).arrays["fc2.bias"]
    np.testing.assert_array_equal(weights.arrays["fc2.bias"], expected)


def test_a_file_that_was_opened_is_offered_by_its_name(
    window: MainWindow, compare: Compare, weights_file: Path
) -> None:
    window.weights.open(weights_file)
    offered = [
        compare.controls.which.itemText(place) for place in range(compare.controls.which.count())
    ]
    assert weights_file.name in offered
    assert len(offered) == 4


def test_the_tutorials_weights_ship_and_say_what_they_are(window: MainWindow) -> None:
    weights = window.known_weights.classifier(TUTORIAL).network.weights
    assert weights.metadata["recipe"].startswith("reference: Adam")
    assert tutorial_weights().stat().st_size < 300_000
    untrained = window.known_weights.classifier(UNTRAINED).network.weights
    assert "untrained" in untrained.metadata["name"]


@pytest.fixture
def learn(window: MainWindow) -> Iterator[Learn]:
    window.lenses.show_lens("learn")
    found = window.findChild(Learn)
    assert found is not None
    found.form.show_digits("", 4000)
    found.form.show_setup(Setup(Recipe(batch_size=10, epochs=1), count=100))
    yield found
    found.run.close()
    found.run.is_kept = True


def test_a_checkpoint_of_learning_can_be_pinned_and_is_offered_by_its_step(
    window: MainWindow, learn: Learn, put: Callable[[Drawing], None], qtbot: QtBot
) -> None:
    put(SEVEN)
    press(learn.buttons.main)
    qtbot.waitUntil(lambda: learn.run.is_done and not learn.run.is_running, timeout=30_000)
    learn.view.slider.setValue(2)
    press(learn.view.pin)
    learn.view.slider.setValue(learn.view.slider.maximum())
    press(learn.view.pin)
    window.lenses.show_lens("compare")
    compare = window.findChild(Compare)
    assert compare is not None
    names = [
        compare.controls.which.itemText(place) for place in range(compare.controls.which.count())
    ]
    assert names[-2:] == ["Step 2", "Epoch 1"]
    assert compare.controls.which.currentText() == "Epoch 1"
    found = compare.comparison
    assert found is not None
    assert found.distances["F6"] == 0  # it is read with what it has learned
    compare.choose_weights(compare.controls.which.itemData(len(names) - 2))
    assert compare.comparison is not None
    assert compare.comparison.distances["F6"] > 0
    press(compare.controls.unpin)
    assert "Step 2" not in [
        compare.controls.which.itemText(n) for n in range(compare.controls.which.count())
    ]


def test_pointing_at_a_map_says_its_three_values(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    put(ONE)
    unit = Unit(C3, 6, 4, 4)
    compare.columns.show_unit(unit)
    found = compare.comparison
    assert found is not None
    text = compare.columns.accessibleDescription()
    for side in (found.pinned, found.current):
        values = side.values("C3")
        assert values is not None
        assert f"{unit.value_in(values):+.3f}".replace("-", "−") in text
    assert f"{unit.value_in(found.differences['C3']):+.3f}".replace("-", "−") in text
    assert window.selection.hovered == unit


def test_arrow_keys_lead_from_cell_to_cell_and_enter_enlarges(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    compare.columns.show_unit(Unit(C3, 0, 0, 0))
    QTest.keyClick(compare.columns, Qt.Key.Key_Right)
    assert window.selection.hovered == Unit(C3, 0, 0, 1)
    QTest.keyClick(compare.columns, Qt.Key.Key_Return)
    assert compare.large.isVisible()
    window.actions_.escape.trigger()
    assert compare.columns.isVisible()


def test_pinned_and_current_share_their_scale(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None]
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    put(ONE)
    pinned, current, difference = (values.painted(C3) for values in compare.columns.values)
    assert (pinned.strongest(), current.strongest(), difference.strongest()) == (1, 1, 2)
    window.scale.set_span(Span.LAYER)
    pinned, current, difference = (values.painted(C3) for values in compare.columns.values)
    assert pinned.strongest() == current.strongest()
    larger = max(float(np.abs(one.values).max()) for one in (pinned, current))
    assert pinned.strongest() == pytest.approx(larger)
    assert difference.strongest() == pytest.approx(float(np.abs(difference.values).max()))


def test_a_figure_can_be_saved(
    window: MainWindow, compare: Compare, put: Callable[[Drawing], None], tmp_path: Path
) -> None:
    put(SEVEN)
    window.actions_.pin.trigger()
    put(ONE)
    for name in ("a.svg", "a.png"):
        compare.save_figure(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 10_000


@pytest.mark.parametrize(
    "look", [("en", USUAL), ("de", list(TEXT_SIZES)[-1]), ("zh_CN", list(TEXT_SIZES)[-1])]
)
def test_it_fits_any_screen(
    window: MainWindow,
    compare: Compare,
    put: Callable[[Drawing], None],
    look: tuple[str, str],
) -> None:
    found = []
    put(SEVEN)
    for step in ("nothing pinned", "pins", "weights", "enlarged"):
        if step == "pins":
            for _ in range(5):
                window.pins.pin()
        elif step == "weights":
            compare.choose(Mode.WEIGHTS)
        elif step == "enlarged":
            compare.enlarge(Unit(C3, 3, 2, 2))
        for size in (QSize(900, 500), QSize(1366, 768), QSize(960, 1060), QSize(1920, 1080)):
            show_at(window, size, language=look[0], text_size=look[1])
            here = cut_off(compare) + overlapping(compare)
            found += [f"{step}, {size.toTuple()}: {one}" for one in here]
        found += [f"{step}: {one}" for one in missed_by_tab(window)]
    assert not found, "\n".join(found)
