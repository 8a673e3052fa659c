"""The window on every usual screen, in every language, with usual and with the largest text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.inspector.inspector import Inspector
from lenet_gui.ui.kit.appearance import TEXT_SIZES, USUAL
from lenet_gui.ui.kit.i18n import LANGUAGES
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.history_view import HistoryView
from lenet_gui.ui.reading.replay_bar import ReplayBar
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from tests.ui.screens import (
    cut_off,
    let_settle,
    menus_too_large,
    missed_by_tab,
    out_of_reach,
    outside,
    overlapping,
    show_at,
)

LARGEST = list(TEXT_SIZES)[-1]
SIZES = (
    (1280, 720), (1366, 768), (1920, 1080), (1024, 768), (960, 1060), (2560, 1440),
    (960, 540),  # 1920×1080 at 200 %; at 150 % it is 1280×720
    (1093, 614),  # 1366×768 at 125 %
    (900, 500),  # the smallest that is promised
)  # fmt: skip
PROMISED = QSize(900, 500)
LOOKS = tuple(product(LANGUAGES, (USUAL, LARGEST)))
EXTREMES, CHINESE = (("en", USUAL), ("de", LARGEST)), ("zh_CN", LARGEST)
PARTS = (Canvas, Strip, ReadingPanel, Bars, HistoryView, ReplayBar, MapsPanel, Inspector)
NOTHING = "nothing picked"
PICKS: dict[str, Callable[[Selection], None]] = {
    NOTHING: lambda selection: selection.select(None),
    "a unit picked": lambda selection: selection.select(Unit(LAYERS[3], 2, 4, 4)),
    "a layer picked": lambda selection: selection.select_layer(LAYERS[3]),
}


@dataclass(frozen=True)
class Screen:
    """What the window is shown on, and with what."""

    width: int
    height: int
    language: str
    text_size: str
    pick: str

    @property
    def size(self) -> QSize:
        return QSize(self.width, self.height)

    def __str__(self) -> str:
        return f"{self.width}×{self.height} {self.language} {self.text_size}, {self.pick}"


def screens(
    window: MainWindow,
    looks: Sequence[tuple[str, str]] = LOOKS,
    picks: Sequence[str] = (NOTHING,),
) -> Iterator[Screen]:
    """Show the window on one screen after another."""
    for (language, text_size), (width, height) in product(looks, SIZES):
        show_at(window, QSize(width, height), language=language, text_size=text_size)
        for pick in picks:
            PICKS[pick](window.selection)
            let_settle()
            yield Screen(width, height, language, text_size, pick)
        PICKS[NOTHING](window.selection)


def assert_nothing(findings: Iterable[tuple[Screen, list[str]]]) -> None:
    """Fail with all findings at once, each with its screen."""
    found = [f"{screen}: {finding}" for screen, here in findings for finding in here]
    assert not found, f"{len(found)} findings:\n" + "\n".join(found)


def test_nothing_is_cut_off_or_covered(drawn: MainWindow) -> None:
    def look(screen: Screen) -> list[str]:
        size = drawn.size()
        too_large = [] if size == screen.size else [f"the window is {size.toTuple()} large"]
        return too_large + cut_off(drawn) + overlapping(drawn)

    assert_nothing((screen, look(screen)) for screen in screens(drawn, picks=tuple(PICKS)))


def test_the_window_may_be_as_small_as_promised(drawn: MainWindow) -> None:
    def look() -> list[str]:
        least = drawn.minimumSize().expandedTo(drawn.minimumSizeHint())
        fits = least.boundedTo(PROMISED) == least
        return [] if fits else [f"the least size is {least.toTuple()}"]

    assert_nothing((screen, look()) for screen in screens(drawn, picks=tuple(PICKS)))


def test_every_menu_fits_or_scrolls(drawn: MainWindow) -> None:
    assert_nothing((screen, menus_too_large(drawn, screen.size)) for screen in screens(drawn))


def test_tab_reaches_all_that_takes_the_focus(drawn: MainWindow) -> None:
    some = screens(drawn, EXTREMES, (NOTHING, "a unit picked"))
    assert_nothing((screen, missed_by_tab(drawn)) for screen in some)


def test_every_part_is_visible_or_in_the_view_menu(drawn: MainWindow) -> None:
    around = drawn.actions_.larger_text.associatedObjects()
    (view,) = [menu for menu in around if isinstance(menu, QMenu)]
    some = screens(drawn, EXTREMES)
    assert_nothing((screen, out_of_reach(drawn, PARTS, view)) for screen in some)


def test_the_tour_stays_in_the_window(window: MainWindow) -> None:
    def look() -> list[str]:
        found = []
        window.actions_.tour.trigger()
        while (tour := window.helping.tour) is not None:
            let_settle()
            here = outside(window, "the card", tour.card.geometry())
            here += outside(window, "the framed part", tour.framed)
            here += cut_off(tour.card) + overlapping(tour.card)
            found += [f"step {tour.number + 1}: {finding}" for finding in here]
            tour.go_on()
        return found

    assert_nothing((screen, look()) for screen in screens(window, (*EXTREMES, CHINESE)))
