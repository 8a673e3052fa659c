"""One entry in the list of lenses makes a lens; the column shows one, and keeps its place."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.app import main_window
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.help.shortcuts import shortcut_list
from lenet_gui.ui.kit.segments import Segments
from lenet_gui.ui.lenses.lens import Lens, LensView
from lenet_gui.ui.maps.colour_scale import ColourScale, Span
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel
from tests.ui.conftest import settle


class Readings(LensView):
    """Keeps the readings that it was shown."""

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(QLabel("Readings"))
        self.shown: list[Reading] = []

    def show_reading(self, reading: Reading) -> None:
        self.shown.append(reading)


ENTRY = Lens(
    id="readings",
    title=lambda: "Readings",
    hint=lambda: "Show the readings",
    explanation=lambda: "The readings, counted.",
    icon="play",
    make=Readings,
)


@pytest.fixture
def make(
    monkeypatch: pytest.MonkeyPatch, random_classifier: Classifier, qtbot: QtBot
) -> Callable[[], MainWindow]:
    """Return what makes a window, shown, with one more entry in its list of lenses."""
    usual = main_window.make_lenses
    monkeypatch.setattr(main_window, "make_lenses", lambda *parts: [*usual(*parts), ENTRY])

    def new() -> MainWindow:
        window = MainWindow(random_classifier, "light")
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return new


def places(window: MainWindow) -> list[object]:
    workspace = window.workspace
    return [part.geometry() for part in (workspace.canvas, workspace.strip, workspace.reading)]


def test_its_segment_menu_entry_and_key_come_from_the_entry(
    make: Callable[[], MainWindow],
) -> None:
    window = make()
    action = window.lenses.lens_actions.actions()[-1]
    view = window.menuBar().actions()[2].menu()
    assert isinstance(view, QMenu)
    assert action in view.actions()
    assert (action.text(), action.statusTip()) == ("Readings", "Show the readings")
    segments = window.findChild(Segments)
    assert segments is not None
    assert [b.defaultAction() for b in segments.findChildren(QToolButton)][-1] is action
    sections = shortcut_list(window.menuBar(), window.actions())
    shortcuts = next(section.shortcuts for section in sections if section.title == "View")
    assert ("Readings", ("Ctrl+5",)) in [(one.text, one.keys) for one in shortcuts]


def test_canvas_and_reading_stay_where_they_are_when_the_lens_changes(
    make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make()
    before = places(window)
    window.lenses.lens_actions.actions()[-1].trigger()
    qtbot.waitUntil(window.findChild(Readings).isVisible)  # type: ignore[union-attr]
    assert places(window) == before
    assert not window.findChild(MapsPanel).isVisible()  # type: ignore[union-attr]


def test_a_lens_is_made_when_it_is_first_shown_and_reads_nothing_while_hidden(
    make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make()
    settle(window, qtbot)
    assert window.findChild(Readings) is None
    window.lenses.show_lens("readings")
    view = window.findChild(Readings)
    assert view is not None
    assert view.shown == [window.reading], "it gets what it missed"
    assert view.whatsThis() == "The readings, counted."
    window.reader.read()
    assert view.shown[1:] == [window.reading]
    window.lenses.open_action.trigger()
    window.reader.read()
    assert len(view.shown) == 2
    window.lenses.open_action.trigger()
    assert view.shown[2:] == [window.reading]


def test_the_lens_and_its_width_are_there_again_at_the_next_start(
    make: Callable[[], MainWindow],
) -> None:
    window = make()
    window.lenses.show_lens("readings")
    window.columns.set_share(0.4)
    window.close()
    again = make()
    assert again.lenses.lens == "readings"
    assert again.lenses.width() / again.width() == pytest.approx(0.4, abs=0.02)
    again.panels.reset()
    assert again.lenses.lens == "inside"
    assert again.lenses.width() / again.width() > 0.45


def test_a_closed_column_is_not_filled_at_the_start(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    window.lenses.open_action.trigger()
    window.close()
    again = MainWindow(random_classifier)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert again.findChild(MapsPanel) is None
    again.lenses.lens_actions.actions()[0].trigger()
    assert again.findChild(MapsPanel).isVisible()  # type: ignore[union-attr]


def test_the_column_keeps_its_share_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.columns.set_share(0.5)
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: abs(window.lenses.width() / window.width() - 0.5) < 0.01)


def test_the_canvas_takes_the_room_of_a_closed_column(window: MainWindow, qtbot: QtBot) -> None:
    before = window.canvas_on_screen().width()
    window.lenses.open_action.trigger()
    qtbot.waitUntil(lambda: window.canvas_on_screen().width() > before)
    window.panels.reset()
    qtbot.waitUntil(lambda: window.canvas_on_screen().width() == before)


def test_segments_turn_to_icons_before_they_clip(make: Callable[[], MainWindow]) -> None:
    window = make()
    segments = window.findChild(Segments)
    assert segments is not None
    buttons = segments.findChildren(QToolButton)
    segments.resize(segments.sizeHint())
    needed = max(b.fontMetrics().horizontalAdvance(b.text()) for b in buttons)
    for width in range(segments.sizeHint().width(), segments.minimumSizeHint().width(), -8):
        segments.resize(width, segments.height())
        is_text = buttons[0].toolButtonStyle().name == "ToolButtonTextOnly"
        assert not is_text or width / len(buttons) >= needed
    assert not is_text
    assert all(b.accessibleName() or b.text() for b in buttons)


def test_hidden_maps_compute_nothing(drawn: MainWindow, qtbot: QtBot) -> None:
    maps = drawn.findChild(MapsPanel)
    assert maps is not None
    drawn.lenses.open_action.trigger()
    maps.show_activations(drawn.reading.activations)
    drawn.reader.read()
    views = drawn.findChildren(LayerView)
    assert not any(view.is_coloured for view in views)
    drawn.lenses.open_action.trigger()
    qtbot.waitUntil(lambda: all(view.is_coloured for view in views))


def test_the_scale_locks_to_the_current_reading_while_the_maps_are_hidden(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawn.lenses.open_action.trigger()
    drawn.scale.set_span(Span.LAYER)
    drawn.helping.open_example(5)
    settle(drawn, qtbot)
    activations = drawn.reading.activations
    assert activations is not None
    values = {name: found[0] for name, found in activations.layers.items()}
    drawn.scale.set_locked(True)
    wanted = ColourScale(Span.LAYER).lock(values).locked
    locked = drawn.scale.value.locked
    assert locked
    assert wanted
    assert list(locked) == list(wanted)
    assert all(np.array_equal(locked[name], wanted[name]) for name in wanted)
