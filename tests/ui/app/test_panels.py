"""One entry in the list of panels makes a panel, with all that belongs to it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.app import main_window
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.help.shortcuts import shortcut_list
from lenet_gui.ui.kit.dock import Dock
from lenet_gui.ui.maps.colour_scale import ColourScale, Span
from lenet_gui.ui.shell.docks import Docks, Introduction, Panel, Show
from tests.ui.conftest import settle


class Readings(QLabel):
    """Counts the readings that it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shown: list[Reading] = []


def fill(dock: Dock) -> Show:
    content = Readings()
    dock.setWidget(content)
    return content.shown.append


def prepare(docks: Docks) -> None:
    docks["readings"].show()


ENTRY = Panel(
    id="readings",
    title=lambda: "Readings",
    hint=lambda: "Show or hide the readings",
    explanation=lambda: "The readings, counted.",
    fill=fill,
    area=Qt.DockWidgetArea.LeftDockWidgetArea,
    share=0.2,
    bar=QSize(8, 32),
    is_open=False,
    shortcut="Ctrl+3",
    introduction=Introduction(lambda: "Count", lambda: "Each reading counts.", prepare),
)


@pytest.fixture
def make(
    monkeypatch: pytest.MonkeyPatch, random_classifier: Classifier, qtbot: QtBot
) -> Callable[[], MainWindow]:
    """Return what makes a window, shown, with one more entry in its list of panels."""
    usual = main_window.make_panels
    monkeypatch.setattr(main_window, "make_panels", lambda *parts: [*usual(*parts), ENTRY])

    def new() -> MainWindow:
        window = MainWindow(random_classifier, "light")
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return new


def content(window: MainWindow) -> Readings:
    found = window.docks["readings"].widget()
    assert isinstance(found, Readings)
    return found


def test_its_dock_menu_entry_and_shortcut_come_from_the_entry(
    make: Callable[[], MainWindow],
) -> None:
    window = make()
    dock = window.docks["readings"]
    action = dock.toggleViewAction()
    view = window.menuBar().actions()[2].menu()
    assert isinstance(view, QMenu)
    assert action in view.actions()
    assert (action.text(), action.statusTip()) == ("Readings", "Show or hide the readings")
    assert dock.whatsThis() == "The readings, counted."
    sections = shortcut_list(window.menuBar(), window.actions())
    shortcuts = next(section.shortcuts for section in sections if section.title == "View")
    assert ("Readings", ("Ctrl+3",)) in [(one.text, one.keys) for one in shortcuts]
    action.trigger()
    assert window.dockWidgetArea(dock) == ENTRY.area
    assert dock.isVisible()


def test_it_is_filled_when_it_opens_and_reads_nothing_while_hidden(
    make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make()
    assert window.docks["readings"].widget() is None
    settle(window, qtbot)
    window.docks["readings"].show()
    shown = content(window).shown
    assert shown == [window.reading], "it gets what it missed"
    window.reader.read()
    assert shown[1:] == [window.reading]
    window.docks["readings"].close()
    window.reader.read()
    assert len(shown) == 2
    window.tabifyDockWidget(window.docks["maps"], window.docks["readings"])
    window.docks["readings"].show()
    window.docks["maps"].raise_()
    qtbot.waitUntil(lambda: window.docks["maps"].geometry().left() > 0)
    del shown[:]
    window.reader.read()
    assert shown == [], "the tab of another panel covers it"


def test_it_is_in_saved_layouts(make: Callable[[], MainWindow]) -> None:
    window = make()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, window.docks["readings"])
    window.docks["readings"].show()
    window.close()
    again = make()
    assert again.docks["readings"].isVisible()
    area = again.dockWidgetArea(again.docks["readings"])
    assert area == Qt.DockWidgetArea.BottomDockWidgetArea
    assert content(again).shown


def test_it_is_focused_after_the_other_panels(make: Callable[[], MainWindow]) -> None:
    window = make()
    window.docks["readings"].show()
    canvas = window.findChild(Canvas)
    assert canvas is not None
    chain: list[QWidget] = [canvas]
    while (following := chain[-1].nextInFocusChain()) is not canvas:
        chain.append(following)
    stops = [part for part in chain if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    order = [dock for part in stops for dock in window.docks if dock.isAncestorOf(part)]
    assert list(dict.fromkeys(order)) == list(window.docks)


def test_the_tour_ends_with_it(make: Callable[[], MainWindow]) -> None:
    window = make()
    window.helping.start_tour()
    tour = window.helping.tour
    assert tour is not None
    tour.go_to(5)
    assert window.docks["readings"].isVisible()
    assert tour.card.words() == "Count. Each reading counts. 6 of 6"
    tour.end()


def test_a_closed_panel_is_not_filled_at_the_start(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    window.docks["maps"].close()
    window.close()
    again = MainWindow(random_classifier)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert again.docks["maps"].widget() is None
    again.docks["maps"].toggleViewAction().trigger()
    assert again.docks["maps"].widget().isVisible()


def test_the_scale_locks_to_the_current_reading_while_the_maps_are_hidden(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawn.docks["maps"].close()
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
