"""A replay shows a drawing as it was made and reads each moment, without changing it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.core.strokes.replaying import at_time
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.reading.history_view import MOMENTS, WHOLE, HistoryView
from lenet_gui.ui.reading.replay import Replay
from lenet_gui.ui.reading.replay_bar import ReplayBar
from tests.test_arrows import loaded_by
from tests.ui.conftest import Hand

Points = list[list[float]]

CONTROL = Qt.KeyboardModifier.ControlModifier
BAR: Points = [[100, 100], [200, 100], [300, 100]]
LEG: Points = [[300, 100], [100, 300]]


class Clock:
    """A clock that a test sets, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def draw(window: MainWindow, clock: Clock, points: Points, times: list[float]) -> None:
    """Draw a stroke; each point has its time in seconds."""
    editor = window.editor
    for number, ((x, y), clock.now) in enumerate(zip(points, times, strict=True)):
        (editor.extend if number else editor.begin)((x, y))
    editor.finish()


@pytest.fixture
def window(qtbot: QtBot, random_classifier: Classifier, clock: Clock) -> MainWindow:
    """Return the window with a seven: a bar in 0.2 s, a pause of 0.3 s, a leg in 0.4 s."""
    window = MainWindow(random_classifier, "light", clock=clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    draw(window, clock, BAR, [0.0, 0.1, 0.2])
    draw(window, clock, LEG, [0.5, 0.9])
    return window


@pytest.fixture
def replay(window: MainWindow) -> Replay:
    return window.replays.replay


@pytest.fixture
def chart(window: MainWindow) -> HistoryView:
    chart = window.findChild(HistoryView)
    assert chart is not None
    return chart


@pytest.fixture
def wait(replay: Replay, clock: Clock) -> Callable[[float], None]:
    """Return a function that advances the clock by seconds and shows the next moment."""

    def passed(seconds: float) -> None:
        clock.now += seconds
        replay.timer.timeout.emit()

    return passed


def strokes(drawing: Drawing) -> list[Points]:
    return [points.round(6).tolist() for points in drawing.strokes]


def at(chart: HistoryView, share: float) -> QPoint:
    """Return a moment's place on the chart, whose margins are 8 pixels left and 16 right."""
    return QPoint(round(8.5 + share * (chart.width() - 25)), chart.height() // 2)


def test_a_replay_shows_the_drawing_at_each_moment(
    window: MainWindow, replay: Replay, wait: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert replay.is_playing
    assert strokes(window.displayed.drawing) == [[[100, 100]]]
    wait(0.15)
    assert strokes(window.displayed.drawing) == [[[100, 100], [200, 100], [250, 100]]]
    wait(0.55)
    assert strokes(window.displayed.drawing) == [BAR, [[300, 100], [200, 200]]]
    wait(0.2)
    assert not replay.is_open, "it ends with the whole drawing"
    assert window.displayed.drawing is window.editor.drawing


def test_the_canvas_shows_the_moment(window: MainWindow, replay: Replay) -> None:
    canvas = window.findChild(Canvas)
    assert canvas is not None
    scale = canvas.width() / 560

    def colour(x: float, y: float) -> str:
        return canvas.grab().toImage().pixelColor(round(x * scale), round(y * scale)).name()

    replay.seek(0.5 / 0.9)
    assert colour(200, 100) == current_theme().ink
    assert colour(200, 200) == current_theme().paper
    replay.end()
    assert colour(200, 200) == current_theme().ink


@pytest.mark.parametrize("share", [0.0, 0.125, 0.75, 1.0])
def test_the_moment_is_read(
    window: MainWindow,
    replay: Replay,
    random_classifier: Classifier,
    qtbot: QtBot,
    share: float,
) -> None:
    replay.seek(share)
    qtbot.waitUntil(lambda: not window.reader.timer.isActive())
    moment = at_time(window.editor.drawing, share * 900)
    expected = random_classifier.read(moment)
    assert np.array_equal(window.reading.probabilities, expected.probabilities)
    assert np.array_equal(window.reading.frames.framed, expected.frames.framed)
    record = window.exporter.record()
    assert record is not None
    assert isinstance(record.source, Drawing)
    assert strokes(record.source) == strokes(moment)


def test_a_replay_continues_after_a_pause_and_the_button_names_its_action(
    window: MainWindow, replay: Replay, wait: Callable[[float], None], qtbot: QtBot
) -> None:
    bar = window.findChild(ReplayBar)
    assert bar is not None
    button = next(b for b in bar.findChildren(QToolButton) if b.defaultAction())
    assert button.toolTip() == "Replay (Ctrl+R)"
    still = button.icon().cacheKey()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.toolTip() == "Pause (Ctrl+R)"
    assert button.icon().cacheKey() != still
    wait(0.1)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.toolTip() == "Replay (Ctrl+R)"
    assert not replay.is_playing
    assert replay.position == pytest.approx(100)
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    wait(0.1)
    assert replay.position == pytest.approx(200)


def test_time_during_a_pause_does_not_count(
    replay: Replay, clock: Clock, wait: Callable[[float], None]
) -> None:
    replay.play()
    wait(0.1)
    replay.pause()
    clock.now += 60
    replay.play()
    wait(0.1)
    assert replay.position == pytest.approx(200)


def test_speeds(window: MainWindow, replay: Replay, clock: Clock) -> None:
    bar = window.findChild(ReplayBar)
    assert bar is not None
    button = next(b for b in bar.findChildren(QToolButton) if b.menu())
    speeds = {action.text(): action for action in button.menu().actions()}
    assert list(speeds) == ["¼×", "½×", "1×", "2×", "4×"]
    speeds["½×"].trigger()
    assert button.text() == "½×"
    assert button.accessibleName() == "Speed of the replay: ½×"
    replay.play()
    clock.now += 0.2
    speeds["4×"].trigger()  # 0.2 s at half the speed are 100 ms of the drawing
    clock.now += 0.1
    replay.timer.timeout.emit()
    assert replay.position == pytest.approx(100 + 400)


def test_a_speed_chosen_before_the_first_replay_applies(window: MainWindow, clock: Clock) -> None:
    bar = window.findChild(ReplayBar)
    assert bar is not None
    button = next(b for b in bar.findChildren(QToolButton) if b.menu())
    button.menu().actions()[3].trigger()
    replay = window.replays.replay
    replay.play()
    clock.now += 0.1
    replay.timer.timeout.emit()
    assert replay.position == pytest.approx(200)


def test_the_chart_is_clicked_and_dragged(chart: HistoryView, replay: Replay, qtbot: QtBot) -> None:
    replay.play()
    one_pixel = 900 / (chart.width() - 25)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=at(chart, 0.5))
    assert not replay.is_playing
    assert replay.position == pytest.approx(450, abs=one_pixel)
    qtbot.mouseMove(chart, at(chart, 0.25))
    assert replay.position == pytest.approx(225, abs=one_pixel)
    assert chart.value() == round(replay.position / 900 * WHOLE)
    assert chart.accessibleDescription() == "0.2 of 0.9 seconds"
    qtbot.mouseMove(chart, QPoint(-50, 10))
    assert replay.position == 0
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(-50, 10))
    qtbot.mouseMove(chart, at(chart, 0.5))
    assert replay.position == 0, "the button is up"


def test_the_chart_is_stepped_through_by_keys(
    chart: HistoryView, replay: Replay, qtbot: QtBot
) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)  # back from the end by a fiftieth
    assert replay.position == pytest.approx(882)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert replay.position == 0
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert replay.position == pytest.approx(18)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert replay.position == 900
    assert not replay.is_playing
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert replay.is_playing
    assert replay.position == 0, "at the end, it starts over"
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert not replay.is_playing
    assert replay.is_open


def test_escape_ends_the_replay(
    window: MainWindow, replay: Replay, chart: HistoryView, qtbot: QtBot
) -> None:
    replay.seek(0.1)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not replay.is_open
    assert strokes(window.displayed.drawing) == [BAR, LEG]
    assert chart.value() == WHOLE


def test_drawing_continues_on_the_whole_drawing(window: MainWindow, replay: Replay) -> None:
    canvas = window.findChild(Canvas)
    assert canvas is not None
    hand = Hand(canvas)
    replay.play()
    hand.down((0.5, 0.5))
    assert not replay.is_open
    assert not replay.is_playing
    assert strokes(window.displayed.drawing) == strokes(window.editor.drawing)
    hand.move((0.5, 0.9))
    hand.up((0.5, 0.9))
    assert strokes(window.editor.drawing)[:2] == [BAR, LEG]
    assert len(window.editor.drawing.strokes) == 3


@pytest.mark.parametrize(
    ("key", "left"), [(Qt.Key.Key_Z, [BAR]), (Qt.Key.Key_Y, [BAR, LEG])], ids=["undo", "redo"]
)
def test_undo_and_redo_act_on_the_whole_drawing(
    window: MainWindow, replay: Replay, qtbot: QtBot, key: Qt.Key, left: list[Points]
) -> None:
    if key == Qt.Key.Key_Y:
        window.editor.undo()
    replay.seek(0.1)
    qtbot.keyClick(window, key, CONTROL)
    assert not replay.is_open
    assert strokes(window.displayed.drawing) == left


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.editor.clear(),
        lambda window: window.editor.set_pen_width(3.0),
        lambda window: window.load(Drawing(window.editor.drawing.strokes[:1])),
        lambda window: window.load(Picture(np.eye(28, dtype=np.float32))),
        lambda window: window.editor.preview(Drawing(window.editor.drawing.strokes[:1])),
    ],
    ids=["clear", "pen width", "load", "picture", "preview"],
)
def test_every_change_ends_the_replay(
    window: MainWindow, replay: Replay, change: Callable[[MainWindow], None]
) -> None:
    replay.play()
    change(window)
    assert not replay.is_open
    assert not replay.is_playing
    if window.editor.picture is None:
        assert strokes(window.displayed.drawing) == strokes(window.editor.drawing)
    else:
        assert window.displayed.source is window.editor.picture


def test_a_replay_changes_neither_drawing_nor_undo_history(
    window: MainWindow, replay: Replay, wait: Callable[[float], None]
) -> None:
    before = window.editor.drawing
    replay.play()
    wait(0.3)
    replay.seek(0.9)
    replay.play()
    wait(1.0)
    assert window.editor.drawing is before
    assert not window.editor.can_redo
    window.editor.undo()
    assert strokes(window.editor.drawing) == [BAR]
    window.editor.undo()
    assert window.editor.is_empty
    assert not window.editor.can_undo


def test_ink_under_the_pen_is_replayed_too(window: MainWindow, replay: Replay) -> None:
    window.editor.begin((20, 20))
    replay.seek(0.5)
    assert not window.editor.is_drawing
    replay.end()
    assert strokes(window.displayed.drawing) == [BAR, LEG, [[20, 20]]]


def test_only_drawings_can_be_replayed(qtbot: QtBot, random_classifier: Classifier) -> None:
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    action, chart = window.actions_.replay, window.findChild(HistoryView)
    assert chart is not None
    assert not action.isEnabled()
    assert not chart.isEnabled()
    window.load(Picture(np.eye(28, dtype=np.float32)))
    window.editor.begin((20, 20))
    window.editor.finish()
    assert not action.isEnabled(), "nor is a picture that was painted on"
    assert "this is a picture" in action.toolTip()
    window.editor.clear()
    window.editor.begin((20, 20))
    assert action.isEnabled()
    assert action.toolTip() == "Replay (Ctrl+R)"
    assert chart.isEnabled()
    window.editor.clear()
    assert not action.isEnabled()


def test_a_replay_of_a_dot_ends_at_once(window: MainWindow, replay: Replay) -> None:
    window.editor.clear()
    window.editor.begin((20, 20))
    window.editor.finish()
    replay.play()
    assert replay.share == 1
    replay.timer.timeout.emit()
    assert not replay.is_open


def test_the_chart_shows_the_reading_of_every_moment(
    window: MainWindow,
    replay: Replay,
    chart: HistoryView,
    random_classifier: Classifier,
    qtbot: QtBot,
) -> None:
    window.reader.read()
    drawn = window.history.rows.copy()
    replay.seek(0.5)
    assert chart.moments is not None
    qtbot.waitUntil(lambda: len(chart.moments) == MOMENTS)  # type: ignore[arg-type]
    moments = [at_time(window.editor.drawing, 900 * (k / 60)) for k in range(61)]
    expected = [random_classifier.read(moment).probabilities for moment in moments]
    assert np.array_equal(chart.moments, expected)
    replay.end()
    window.reader.read()
    assert np.array_equal(chart.moments, expected), "they stay until the drawing changes"
    window.editor.begin((20, 20))
    assert chart.moments is None
    assert np.array_equal(window.history.rows, drawn)


def test_another_framing_reads_the_charts_moments_again(
    window: MainWindow, replay: Replay, chart: HistoryView, qtbot: QtBot
) -> None:
    replay.seek(0.5)
    qtbot.waitUntil(lambda: len(chart.moments) == MOMENTS)  # type: ignore[arg-type]
    before = chart.moments
    window.means.use_framing(Framing.NONE)
    assert replay.is_open
    assert chart.moments is not None
    assert len(chart.moments) == 0
    qtbot.waitUntil(lambda: len(chart.moments) == MOMENTS)  # type: ignore[arg-type]
    assert not np.array_equal(chart.moments, before)  # type: ignore[arg-type]


def test_the_dot_is_on_the_line_of_the_moments_reading(
    window: MainWindow, replay: Replay, chart: HistoryView, qtbot: QtBot
) -> None:
    replay.seek(0.5)
    qtbot.waitUntil(lambda: len(chart.moments) == MOMENTS)  # type: ignore[arg-type]
    assert window.reading.probabilities is not None
    image = chart.grab().toImage()
    height = (
        chart.height() - 21
    )  # height of the lines, without 12 pixels above, 8 below, and the frame
    y = chart.height() - 8.5 - float(window.reading.probabilities.max()) * height
    assert image.pixelColor(at(chart, 0.5).x(), round(y)).name() == current_theme().accent
    replay.end()
    assert chart.grab().toImage() != image


def test_the_message_is_shown_only_while_the_replay_runs(
    window: MainWindow, replay: Replay, wait: Callable[[float], None]
) -> None:
    bar, message = window.statusBar(), "Replaying: Esc ends the replay"
    replay.seek(0.5)
    assert bar.currentMessage() == "", "not running"
    replay.play()
    assert bar.currentMessage() == message
    replay.pause()
    assert bar.currentMessage() == ""
    replay.play()
    wait(1.0)
    assert not replay.is_open
    assert bar.currentMessage() == ""


def test_beginning_and_end_are_announced(
    window: MainWindow, replay: Replay, wait: Callable[[float], None]
) -> None:
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    replay.play()
    wait(0.3)
    assert said == ["Replaying: Esc ends the replay"]
    wait(1.0)
    assert said == ["Replaying: Esc ends the replay", "The replay has ended"]


def test_drawings_replay_without_a_network(qtbot: QtBot, clock: Clock) -> None:
    window = MainWindow(None, "light", clock=clock)
    qtbot.addWidget(window)
    draw(window, clock, BAR, [0.0, 0.1, 0.2])
    replay = window.replays.replay
    replay.seek(0.5)
    qtbot.waitUntil(lambda: not window.reader.timer.isActive())
    qtbot.waitUntil(lambda: not replay.moments.is_running)
    assert strokes(window.displayed.drawing) == [BAR[:2]]
    assert window.reading.verdict is Verdict.UNREAD


def test_the_window_starts_without_loading_the_replays_modules() -> None:
    loaded = loaded_by("lenet_gui.ui.app.app", "lenet_gui.ui.app.main_window")
    assert "lenet_gui.ui.reading.replay_bar" in loaded
    assert (
        not {
            "lenet_gui.ui.reading.replay",
            "lenet_gui.core.strokes.replaying",
        }
        & loaded
    )
