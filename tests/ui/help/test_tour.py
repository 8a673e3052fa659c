"""The tour: five steps, by keyboard alone, never in the way; and the examples that it shows."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import CLASSES, LAYERS
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource
from lenet_gui.ui.app import app
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.help import helping as examples
from lenet_gui.ui.help.tour import Tour, TourCard, best_place
from lenet_gui.ui.kit.settings import Settings
from tests.ui.conftest import Hand, choose_look, settle


def begin(window: MainWindow, qtbot: QtBot) -> Tour:
    window.actions_.tour.trigger()
    tour = window.helping.tour
    assert tour is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return tour


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def focused_text() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else ""


def place(part: QWidget, window: MainWindow) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def parts(window: MainWindow) -> list[QWidget]:
    left = window.workspace
    return [left.canvas, left.reading, left.strip, window.lenses, window.inspector]


def test_it_shows_panels_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    for panel in (window.lenses, window.inspector):
        panel.float_action.trigger()
    tour = begin(window, qtbot)
    for number, part in enumerate(parts(window)):
        tour.go_to(number)
        qtbot.waitUntil(lambda part=part: tour.framed.contains(place(part, window).center()))  # type: ignore[misc]


def test_enter_alone_goes_through_all_steps(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    assert focused_text() == "Show me one"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tour.number == 1)
    assert window.editor.drawing.label == 3
    for number in (2, 3, 4):
        assert focused_text() == "Next"
        press(qtbot, Qt.Key.Key_Return)
        assert tour.number == number
    assert focused_text() == "Done"
    press(qtbot, Qt.Key.Key_Return)
    assert window.helping.tour is None
    qtbot.waitUntil(lambda: window.findChild(TourCard) is None)
    assert QApplication.focusWidget() is parts(window)[0], "one can draw at once"


def test_each_step_frames_its_part_and_the_card_leaves_it_free(
    window: MainWindow, qtbot: QtBot
) -> None:
    tour = begin(window, qtbot)
    for number, part in enumerate(parts(window)):
        tour.go_to(number)
        around = part

        def is_framed(part: QWidget = around) -> bool:
            outer = place(part, window).adjusted(-4, -4, 4, 4)
            return part.isVisible() and tour.framed == outer & window.rect().adjusted(2, 2, -2, -2)

        qtbot.waitUntil(is_framed)
        assert window.rect().contains(tour.card.geometry())
        assert not tour.card.geometry().intersects(place(part, window))


def test_the_inspectors_step_picks_the_unit_with_the_largest_activation(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    settle(window, qtbot)
    begin(window, qtbot).go_to(4)
    picked = window.selection.selected
    activations = window.reading.activations
    assert picked is not None
    assert activations is not None
    assert picked.layer is LAYERS[3]
    assert picked.value(activations) == activations.layers["C3"].max()
    window.helping.start_tour()
    assert window.selection.selected is None, "begun again, it is out of the way"


def test_a_drawing_on_the_canvas_is_not_replaced(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    before = window.editor.drawing
    tour = begin(window, qtbot)
    assert focused_text() == "Next"
    for _ in range(5):
        tour.go_on()
    assert window.editor.drawing is before


def test_drawing_goes_on_during_the_tour(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    begin(window, qtbot)
    middle = hand.canvas.mapTo(window, hand.at((0.5, 0.5)))
    assert window.childAt(middle) is hand.canvas, "the frame lets the mouse through"
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    assert not window.editor.is_empty


@pytest.mark.parametrize("on_canvas", [True, False], ids=["canvas", "card"])
def test_escape_ends_it_and_leaves_the_drawing(
    window: MainWindow, hand: Hand, qtbot: QtBot, on_canvas: bool
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    begin(window, qtbot)
    if on_canvas:
        hand.canvas.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert window.helping.tour is None
    assert not window.editor.is_empty


def test_escape_in_a_floating_panel_ends_it(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    window.lenses.set_floating(True)
    window.lenses.activateWindow()
    qtbot.waitUntil(window.lenses.isActiveWindow)
    qtbot.keyClick(window.lenses, Qt.Key.Key_Escape)
    assert window.helping.tour is None


def test_skip_ends_it_and_back_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    tour.go_on()
    buttons = {button.text(): button for button in tour.card.findChildren(QPushButton)}
    assert buttons["Back"].isVisible()
    buttons["Back"].click()
    assert tour.number == 0
    assert not buttons["Back"].isVisible()
    buttons["Skip"].click()
    assert window.helping.tour is None


def test_the_card_is_named_and_every_step_is_announced(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    tour = begin(window, qtbot)
    for number in range(5):
        tour.go_to(number)
        title = next(label.text() for label in tour.card.findChildren(QLabel))
        assert tour.card.accessibleName() == title
        assert tour.card.accessibleDescription()
        assert said[-1] == tour.card.words()
        assert said[-1].startswith(title)
        assert said[-1].endswith(f"{number + 1} of 5")


def test_the_frame_follows_the_window_and_the_theme(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    before = tour.framed
    window.resize(1000, 660)
    qtbot.waitUntil(lambda: tour.framed != before and window.rect().contains(tour.framed))
    light = tour.card.grab().toImage().pixelColor(20, 20)
    choose_look(theme="dark")
    assert tour.card.grab().toImage().pixelColor(20, 20) != light


def test_a_panel_that_was_closed_is_opened_for_its_step(window: MainWindow, qtbot: QtBot) -> None:
    window.lenses.open_action.trigger()
    begin(window, qtbot).go_to(3)
    assert window.lenses.isVisible()


@pytest.mark.parametrize(
    ("part", "corner"),
    [
        (QRect(0, 0, 400, 600), QPoint(415, 249)),  # at its right, level with its middle
        (QRect(600, 0, 400, 600), QPoint(384, 249)),  # at its left
        (QRect(0, 0, 1000, 300), QPoint(399, 315)),  # below it
        (QRect(0, 300, 1000, 300), QPoint(399, 184)),  # above it
        (QRect(), QPoint(399, 249)),  # with no part, in the middle of the window
    ],
)
def test_where_the_card_stands(part: QRect, corner: QPoint) -> None:
    card, room = QSize(200, 100), QSize(1000, 600)
    found = best_place(card, part, room)
    assert (found - corner).manhattanLength() <= 2, found
    assert not QRect(found, card).intersects(part)


# -- when it begins by itself ----------------------------------------------------------------------


def tour_begins(
    monkeypatch: pytest.MonkeyPatch,
    classifier: Classifier | None,
    qtbot: QtBot,
    **options: object,
) -> bool:
    """Run the window as the program does until it is painted; return whether the tour is on."""
    window = MainWindow(classifier, "light")
    qtbot.addWidget(window)
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))
    loop = SimpleNamespace(exec=lambda: qtbot.waitUntil(lambda: bool(painted)))
    monkeypatch.setattr(app, "create_application", lambda: loop)
    monkeypatch.setattr(app, "build_window", lambda *_: window)
    for name in ("report_failures", "Interrupts", "StayingOnScreen"):
        monkeypatch.setattr(app, name, lambda *_: None)
    app.run_window(**options)  # type: ignore[arg-type]
    begun = window.helping.tour is not None
    window.close()
    return begun


def test_it_starts_at_the_first_start_only(
    monkeypatch: pytest.MonkeyPatch, random_classifier: Classifier, qtbot: QtBot
) -> None:
    assert tour_begins(monkeypatch, random_classifier, qtbot)
    assert Settings().flag("toured", False)
    assert not tour_begins(monkeypatch, random_classifier, qtbot)


def test_it_waits_if_a_file_is_opened_or_readings_are_reported(
    monkeypatch: pytest.MonkeyPatch, random_classifier: Classifier, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = resource("assets", "examples", "5.lenet.json")
    assert not tour_begins(monkeypatch, random_classifier, qtbot, file=opened)
    report = tmp_path / "report.jsonl"
    assert not tour_begins(monkeypatch, random_classifier, qtbot, report=report)
    assert not tour_begins(monkeypatch, None, qtbot), "without a network there is nothing to show"
    assert not Settings().flag("toured", False), "its first start without them is still to come"


# -- examples --------------------------------------------------------------------------------------


def test_the_menu_opens_an_example_of_each_digit_as_one_step(window: MainWindow) -> None:
    entries = window.actions_.examples_menu.actions()
    assert len(entries) == CLASSES
    for digit, entry in enumerate(entries):
        entry.trigger()
        assert window.editor.drawing.label == digit
        assert window.editor.drawing.strokes
    window.editor.undo()
    assert window.editor.drawing.label == 8


def test_a_missing_example_gives_a_warning(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(examples, "resource", lambda *parts: tmp_path / parts[-1])
    window.helping.open_example(4)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "4.lenet.json can't be read" in box.text()
    box.close()
    assert window.editor.is_empty
    monkeypatch.setattr(examples, "resource", resource)
    with pytest.raises(LenetGuiError):
        examples.example(10)


def test_the_last_step_offers_an_example_on_an_empty_canvas(
    window: MainWindow, qtbot: QtBot
) -> None:
    tour = begin(window, qtbot)
    for _ in range(4):
        tour.go_on()
    assert focused_text() == "Show me one"
    press(qtbot, Qt.Key.Key_Return)
    assert (tour.number, focused_text()) == (4, "Done")
    qtbot.waitUntil(lambda: window.editor.drawing.label == 3 and not window.editor.is_busy)
    assert tour.number == 4


# -- the hand that draws the example ---------------------------------------------------------------


def take_offer(window: MainWindow, qtbot: QtBot) -> Tour:
    """Begin the tour, and wait until some of its example is on the canvas."""
    tour = begin(window, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.editor.is_busy)
    return tour


def test_the_example_grows_and_is_read_while_it_is_drawn(window: MainWindow, qtbot: QtBot) -> None:
    lengths: list[float] = []
    inks: set[bytes] = set()
    window.editor.changed.connect(lambda: lengths.append(points(window)))
    window.reader.changed.connect(lambda reading: inks.add(reading.frames.framed.tobytes()))
    tour = take_offer(window, qtbot)
    assert tour.number == 0
    qtbot.waitUntil(lambda: tour.number == 1)
    assert len(set(lengths)) > 5
    assert len(inks) > 5
    assert lengths[-1] == max(lengths) == points(window)
    window.editor.undo()
    assert window.editor.is_empty, "it is one step"
    assert not window.editor.can_undo


def points(window: MainWindow) -> int:
    return sum(map(len, window.editor.drawing.strokes))


def test_next_shows_the_rest_of_the_example_at_once(window: MainWindow, qtbot: QtBot) -> None:
    tour = take_offer(window, qtbot)
    assert focused_text() == "Next"
    press(qtbot, Qt.Key.Key_Return)
    assert tour.number == 1
    assert points(window) == points_of_example()


def points_of_example() -> int:
    return sum(map(len, examples.example(3).strokes))


def test_escape_and_an_own_stroke_end_the_example(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    take_offer(window, qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.editor.is_empty
    assert not window.editor.can_undo
    tour = take_offer(window, qtbot)
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    assert len(window.editor.drawing.strokes) == 1, "only the own stroke is left"
    before = window.editor.drawing
    qtbot.wait(100)
    assert window.editor.drawing is before
    assert tour.number == 0
    window.editor.undo()
    assert window.editor.is_empty
    assert not window.editor.can_undo
