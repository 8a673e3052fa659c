"""The history of readings: of one drawing by one network, from its first point on."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing, Source
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.reading.history import LIMIT, Rows
from lenet_gui.ui.reading.history_view import MOMENTS
from tests.conftest import make_weights
from tests.ui.conftest import Hand, settle


def one_hot(digit: int) -> np.ndarray:
    return np.eye(10, dtype=np.float32)[digit]


def picture(seed: int) -> Picture:
    return Picture(np.random.default_rng(seed).random((28, 28)).astype(np.float32))


def line(*points: tuple[float, float]) -> Drawing:
    return Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=32.0).with_stroke(points)


def read(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the page has been read and its history is complete."""
    qtbot.waitUntil(lambda: not window.reader.timer.isActive())
    moments = window.history._moments
    qtbot.waitUntil(lambda: moments is None or not moments.is_running)


def moments_of(drawing: Drawing, classifier: Classifier) -> np.ndarray:
    shares = np.linspace(0, 1, MOMENTS)
    whole = duration(drawing)
    return np.array([classifier.read(at_time(drawing, s * whole)).probabilities for s in shares])


def test_readings_are_kept_in_order() -> None:
    rows = Rows()
    rows.add(one_hot(1))
    rows.add(one_hot(7))
    assert rows.values.argmax(axis=1).tolist() == [1, 7]
    rows.clear()
    assert len(rows.values) == 0


def test_a_long_drawing_keeps_its_beginning_and_its_end() -> None:
    rows = Rows()
    for step in range(5 * LIMIT):
        rows.add(one_hot(1 if step < LIMIT else 7))
    assert len(rows.values) <= LIMIT
    assert rows.values[0].argmax() == 1
    assert rows.values[-1].argmax() == 7


def test_each_reading_while_drawing_adds_a_row(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.down((0.3, 0.2))
    for count, place in enumerate([(0.5, 0.2), (0.7, 0.2), (0.5, 0.5)], start=1):
        hand.move(place)
        read(window, qtbot)
        assert len(window.history.rows) == count
        assert np.array_equal(window.history.rows[-1], window.reading.probabilities)


def test_the_next_picture_starts_a_new_history(window: MainWindow, qtbot: QtBot) -> None:
    for seed in range(3):
        window.files.show(picture(seed))
        read(window, qtbot)
        assert np.array_equal(window.history.rows, [window.reading.probabilities])


def test_an_opened_drawing_gets_a_history_from_its_times(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    window.files.show(line((100, 100), (300, 300)))
    window.files.show(line((100, 100), (400, 100), (200, 450)))
    read(window, qtbot)
    expected = moments_of(window.editor.drawing, random_classifier)
    assert np.array_equal(window.history.rows, expected)


def test_undoing_clear_restores_the_history(
    drawn: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    drawn.editor.clear()
    read(drawn, qtbot)
    assert len(drawn.history.rows) == 0
    drawn.editor.undo()
    read(drawn, qtbot)
    expected = moments_of(drawn.editor.drawing, random_classifier)
    assert np.array_equal(drawn.history.rows, expected)


def test_ink_added_to_an_opened_drawing_extends_its_history(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    window.files.show(line((100, 100), (400, 100), (200, 450)))
    hand.stroke((0.2, 0.5), (0.8, 0.5))
    settle(window, qtbot)
    read(window, qtbot)
    rows = window.history.rows
    assert len(rows) > MOMENTS
    assert np.array_equal(rows[-1], window.reading.probabilities)


@pytest.mark.parametrize("what", ["weights", "framing"])
def test_other_weights_or_framing_read_the_whole_history_again(
    drawn: MainWindow, what: str, qtbot: QtBot
) -> None:
    if what == "weights":
        drawn.means.use_classifier(Classifier(LeNet5(make_weights(seed=5))))
    else:
        drawn.means.use_framing(Framing.NONE)
    read(drawn, qtbot)
    expected = [
        drawn.means.read(at_time(drawn.editor.drawing, s * duration(drawn.editor.drawing)))
        for s in np.linspace(0, 1, MOMENTS)
    ]
    assert np.array_equal(drawn.history.rows, [reading.probabilities for reading in expected])


def test_a_replay_does_not_change_the_history(drawn: MainWindow, qtbot: QtBot) -> None:
    before = drawn.history.rows.copy()
    drawn.replays.replay.seek(0.5)
    read(drawn, qtbot)
    drawn.replays.end()
    assert np.array_equal(drawn.history.rows, before)


SOURCES: list[Source] = [picture(1), line((100, 100), (300, 300))]


@pytest.mark.parametrize(
    "act",
    [
        lambda window: window.files.show(SOURCES[0]),
        lambda window: window.files.show(SOURCES[1]),
        lambda window: window.files.document.begin(SOURCES[1]),
        lambda window: window.actions_.framing.trigger(),
        lambda window: window.means.use_classifier(Classifier(LeNet5(make_weights(seed=5)))),
        lambda window: window.editor.clear(),
        lambda window: window.editor.undo(),
        lambda window: (window.editor.begin((5, 5)), window.editor.discard()),
    ],
    ids=["picture", "example", "open", "framing", "weights", "clear", "undo", "discarded"],
)
def test_each_action_causes_one_reading(drawn: MainWindow, act: object, qtbot: QtBot) -> None:
    readings: list[object] = []
    drawn.reader.changed.connect(readings.append)
    act(drawn)  # type: ignore[operator]
    qtbot.waitUntil(lambda: bool(readings) and not drawn.reader.timer.isActive())
    read(drawn, qtbot)
    assert len(readings) == 1


def test_changing_the_language_causes_no_reading(drawn: MainWindow, qtbot: QtBot) -> None:
    readings: list[object] = []
    drawn.reader.changed.connect(readings.append)
    actions = drawn.actions_
    actions.choose(actions.languages, "de")
    qtbot.wait(50)
    assert readings == []
