"""Browsing a data set with keys and mouse while it is loaded and read."""

import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets import gallery as gallery_module
from lenet_gui.core.datasets.gallery import NOTHING, Shelf, load
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.browser.browser import Browser
from lenet_gui.ui.browser.browser_grid import AT_ONCE, DigitGrid
from lenet_gui.ui.files.clipboard import source_in
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.i18n import plain
from lenet_gui.ui.kit.widgets import LiveLabel
from lenet_gui.ui.reading.it_was import ItWas
from tests.core.datasets.test_gallery import write_pair
from tests.ui.conftest import Hand, choose_look

Open = Callable[..., Browser]


def line(n: int) -> str:
    return f'{{"strokes": [[[100, 100], [{200 + n}, 300]]], "label": {n % 10}}}\n'


@pytest.fixture
def open_browser(window: MainWindow, qtbot: QtBot) -> Open:
    """Return a function that opens a browser and, by default, waits until all digits are read."""

    def open_it(shelves: Iterator[Shelf], wait: bool = True) -> Browser:
        browser = Browser("Data", shelves, window.means, window)
        browser.show()
        if wait:
            qtbot.waitUntil(lambda: is_through(browser))
        return browser

    return open_it


def is_through(browser: Browser) -> bool:
    return browser.is_loaded and browser.gallery.read == len(browser.gallery)


def some(tmp_path: Path, n: int) -> Iterator[Shelf]:
    path = tmp_path / "some.jsonl"
    path.write_text("".join(map(line, range(n))))
    return load(path)


@pytest.fixture
def browser(open_browser: Open, tmp_path: Path) -> Browser:
    return open_browser(some(tmp_path, 60))


def test_all_digits_are_shown_and_counted(browser: Browser, random_classifier: Classifier) -> None:
    assert browser.grid.places.tolist() == list(range(60))
    read = [random_classifier.read(browser.gallery.source(n)).most_probable for n in range(60)]
    assert list(browser.gallery.answers) == read
    wrong = sum(answer != n % 10 for n, answer in enumerate(read))
    assert browser.count_words() == f"60 digits, {wrong} misread"
    assert browser.progress_words() == ""


def test_loading_and_reading_run_outside_the_windows_thread(
    open_browser: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    read_many = Classifier.read_many

    def noting(self: Classifier, sources: list[Drawing], framing: Framing, off: Off) -> object:
        threads.add(threading.get_ident())
        assert len(sources) <= gallery_module.DRAWINGS_READ
        return read_many(self, sources, framing, off)

    def loading() -> Iterator[Shelf]:
        for shelf in some(tmp_path, 60):
            threads.add(threading.get_ident())
            assert len(shelf.sources) <= gallery_module.DRAWINGS_STEP
            yield shelf

    monkeypatch.setattr(Classifier, "read_many", noting)
    open_browser(loading())
    assert threads
    assert threading.get_ident() not in threads


def test_digits_and_progress_are_shown_while_loading(
    open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def halting() -> Iterator[Shelf]:
        shelves = some(tmp_path, 60)
        yield next(shelves)
        gate.wait()
        yield from shelves

    browser = open_browser(halting(), wait=False)
    qtbot.waitUntil(lambda: len(browser.grid.places) == 16)
    assert browser.progress_words() == "16 loaded"
    browser.filter.choose(7)
    assert browser.grid.places.tolist() == [7]
    gate.set()
    qtbot.waitUntil(lambda: is_through(browser))
    assert browser.grid.places.tolist() == [7, 17, 27, 37, 47, 57]


def test_progress_shows_the_total_of_an_image_file(
    open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    images, _ = write_pair(tmp_path, 600)
    browser = open_browser(load(images))
    assert len(browser.gallery) == 600
    browser.is_loaded = False
    assert browser.progress_words() == "600 of 600 loaded"
    browser.is_loaded, browser.gallery.read = True, 128
    assert browser.progress_words() == "128 of 600 read"


def test_a_damaged_file_shows_an_error_and_the_digits_before_it(
    open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("".join(map(line, range(20))) + "nonsense\n")
    browser = open_browser(load(path))
    assert len(browser.grid.places) == 16
    qtbot.waitUntil(lambda: f"{path}, line 21: " in browser.progress_words())


def test_a_file_without_digits_shows_the_reason_in_their_place(
    open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    browser = open_browser(load(tmp_path / "nowhere"), wait=False)
    qtbot.waitUntil(lambda: browser.is_loaded)
    assert "nowhere can't be read: No such file or directory." in browser.invitation()
    assert browser.grid.current is None
    QTest.keyClick(browser.grid, Qt.Key.Key_Return)  # opens nothing


def test_clicks_filter_by_label_and_mistakes(browser: Browser, qtbot: QtBot) -> None:
    buttons = {button.text(): button for button in browser.filter.labels.buttons()}
    qtbot.mouseClick(buttons["3"], Qt.MouseButton.LeftButton)
    assert browser.grid.places.tolist() == [3, 13, 23, 33, 43, 53]
    assert browser.count_words().endswith("; 6 shown")
    qtbot.mouseClick(browser.filter.mistakes, Qt.MouseButton.LeftButton)
    gallery = browser.gallery
    assert browser.grid.places.tolist() == [n for n in range(3, 60, 10) if gallery.answers[n] != 3]
    qtbot.mouseClick(buttons["All"], Qt.MouseButton.LeftButton)
    assert browser.grid.places.tolist() == [n for n in range(60) if gallery.answers[n] != n % 10]


def test_a_digit_key_filters_by_its_label_and_again_shows_all(
    browser: Browser, qtbot: QtBot
) -> None:
    qtbot.keyClick(browser.grid, Qt.Key.Key_7)
    assert browser.filter.label == 7
    assert browser.grid.places.tolist() == [7, 17, 27, 37, 47, 57]
    qtbot.keyClick(browser.grid, Qt.Key.Key_7)
    assert browser.filter.label is None
    assert len(browser.grid.places) == 60


def test_mistakes_appear_as_they_are_found(
    open_browser: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    calls = count()

    def answers(*_: object) -> Iterator[tuple[int, bytes]]:
        yield 0, bytes([0, 9, 2, NOTHING])
        gate.wait()
        next(calls)
        yield 4, bytes([4, 5, 9, *[7] * 13])

    monkeypatch.setattr("lenet_gui.ui.browser.browser.readings", answers)
    browser = open_browser(some(tmp_path, 20), wait=False)
    browser.filter.mistakes.click()
    qtbot.waitUntil(lambda: browser.grid.places.tolist() == [1, 3])
    assert browser.progress_words() == "4 of 20 read"
    assert browser.grid.words(0) == "A 1, read as a 9, number 1 of 2"
    assert browser.grid.words(1) == "A 3, no ink found, number 2 of 2"
    gate.set()
    qtbot.waitUntil(lambda: is_through(browser))
    assert browser.grid.places.tolist() == [1, 3, 6, *[n for n in range(8, 20) if n != 17]]


def test_arrow_and_page_keys_move_and_scroll(browser: Browser, qtbot: QtBot) -> None:
    grid = browser.grid
    browser.resize(400, 400)
    columns, rows = grid.columns, grid.rows()
    assert columns > 2
    assert grid.current == 0
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageDown, columns * rows),
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Down, 59),
        (Qt.Key.Key_PageUp, 59 - columns * rows),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(grid, key)
        assert grid.current == place, key
        assert grid.viewport().rect().contains(grid.tile(place)), "visible"
    assert grid.accessibleDescription() == grid.words(0)


def test_enter_or_a_click_puts_a_drawing_on_the_canvas(
    browser: Browser, window: MainWindow, qtbot: QtBot
) -> None:
    browser.opened.connect(window.load)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Right)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Return)
    assert window.editor.drawing.label == 1
    assert len(window.editor.drawing.strokes) == 1, "strokes stay strokes"
    place = browser.grid.tile(12).center()
    qtbot.mouseClick(browser.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.editor.drawing.label == 2
    assert browser.grid.current == 12
    assert browser.isVisible()
    qtbot.mouseClick(browser.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert browser.grid.current == 12, "no tile is there"


def test_an_image_is_put_on_the_canvas_as_a_picture(
    open_browser: Open, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    browser = open_browser(load(write_pair(tmp_path, 9)[0]))
    browser.opened.connect(window.load)
    qtbot.keyClick(browser.grid, Qt.Key.Key_End)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Return)
    picture = window.editor.picture
    assert isinstance(picture, Picture)
    np.testing.assert_allclose(picture.ink, np.full((28, 28), 8 / 255), rtol=1e-6)


def test_only_visible_tiles_are_made_a_few_at_a_time(
    open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    browser = open_browser(some(tmp_path, 600))
    grid = browser.grid
    seen = len(grid.in_sight())
    assert AT_ONCE < seen < 150
    qtbot.waitUntil(lambda: sum(map(grid.tiles.is_ready, range(600))) >= seen)
    made: list[int] = []
    prepare = grid.tiles.prepare
    grid.tiles.prepare = lambda index: (made.append(index), prepare(index))[1]  # type: ignore[method-assign]
    grid.go_to(599)
    grid.viewport().repaint()
    assert len(made) == AT_ONCE
    qtbot.waitUntil(lambda: set(made) == set(grid.in_sight()))
    assert len(made) == len(set(made)), "each is made once"


def test_a_tooltip_describes_the_digit(browser: Browser) -> None:
    place = browser.grid.tile(5).center()
    told = browser.grid.tip_at(place.toPointF())
    assert told == browser.grid.words(5)
    viewport = browser.grid.viewport()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    assert QApplication.sendEvent(viewport, event)


def test_other_weights_or_framing_read_all_digits_again(
    browser: Browser, window: MainWindow, qtbot: QtBot, random_classifier: Classifier
) -> None:
    window.actions_.framing.trigger()
    assert browser.gallery.read < 60
    qtbot.waitUntil(lambda: is_through(browser))
    expected = [
        random_classifier.read(browser.gallery.source(n), Framing.NONE).most_probable
        for n in range(60)
    ]
    assert list(browser.gallery.answers) == expected
    window.means.use_classifier(Classifier(random_classifier.network))
    assert browser.gallery.read == 60, "the same network"


def test_closing_ends_its_threads(
    window: MainWindow, open_browser: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    before = set(threading.enumerate())
    browser = open_browser(some(tmp_path, 60))
    assert set(threading.enumerate()) - before
    qtbot.keyClick(browser.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(Browser) == [])
    assert not set(threading.enumerate()) - before


def test_the_menu_asks_for_a_file_and_opens_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(line(3))
    window.actions_.open_data.trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    (browser,) = window.findChildren(Browser)
    assert browser.windowTitle() == "some.jsonl"
    assert not browser.isModal()
    qtbot.waitUntil(lambda: is_through(browser))
    qtbot.keyClick(browser.grid, Qt.Key.Key_Return)
    assert window.editor.drawing.label == 3


def test_the_browser_follows_the_theme(browser: Browser, window: MainWindow) -> None:
    choose_look(theme="dark")
    colour = browser.grid.grab().toImage().pixelColor(2, 2).name()
    assert colour == current_theme().surface


def test_an_open_browser_follows_the_language(browser: Browser, window: MainWindow) -> None:
    window.actions_.look_chosen.emit("language", "de")
    assert browser.isVisible()
    assert browser.count_words().startswith("60 Ziffern")
    assert browser.filter.labels.buttons()[0].text() == "Alle"
    assert browser.filter.mistakes.text() == "Nur falsch Gelesenes"
    assert browser.grid.accessibleName() == "Ziffern"
    assert browser.grid.accessibleDescription() == browser.grid.words(0)


def test_arrows_show_each_digit_with_its_label_and_are_one_step(
    window: MainWindow, tmp_path: Path, hand: Hand, qtbot: QtBot
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text("".join(map(line, range(60))))
    hand.stroke((0.2, 0.2), (0.7, 0.7))
    before = window.editor.drawing
    window.browsing.open(path)
    (browser,) = window.findChildren(Browser)
    row = window.findChild(ItWas)
    assert row is not None
    qtbot.waitUntil(lambda: is_through(browser))
    for key, label in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 9), (Qt.Key.Key_Left, 8)):
        qtbot.keyClick(browser.grid, key)
        assert window.editor.label == label
        qtbot.waitUntil(lambda label=label: row.text == f"Label: {label}")
        assert row.agrees == (window.reading.digit == label)
    window.editor.undo()
    assert window.editor.drawing.strokes == before.strokes
    qtbot.waitUntil(lambda: row.text == "It was")
    window.editor.redo()
    assert window.editor.label == 8
    hand.stroke((0.2, 0.2), (0.7, 0.7))
    assert window.editor.label is None, "it is no longer what the data set holds"
    window.editor.undo()
    assert window.editor.label == 8
    qtbot.keyClick(browser.grid, Qt.Key.Key_Return)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Left)
    window.editor.undo()
    assert window.editor.label == 8, "Enter makes a step of its own"


def test_keys_that_lead_nowhere_and_filters_show_nothing(browser: Browser, qtbot: QtBot) -> None:
    shown: list[object] = []
    browser.opened.connect(lambda source: shown.append(source))
    qtbot.keyClick(browser.grid, Qt.Key.Key_Left)
    qtbot.keyClick(browser.grid, Qt.Key.Key_Home)
    qtbot.keyClick(browser.grid, Qt.Key.Key_7)
    assert browser.grid.current == 7
    assert shown == []


def entries(menu: QMenu) -> dict[str, QAction]:
    return {plain(action.text()): action for action in menu.actions()}


def test_the_menu_of_a_digit_shows_and_copies_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text("".join(map(line, range(20))))
    window.browsing.open(path)
    (browser,) = window.findChildren(Browser)
    qtbot.waitUntil(lambda: is_through(browser))
    browser.grid.go_to(12)
    found = entries(browser.menu())
    found["Put on the canvas"].trigger()
    assert window.editor.label == 2
    found["Copy number and label"].trigger()
    assert QApplication.clipboard().text() == "some.jsonl, number 13, label 2"
    found["Copy"].trigger()
    copied = source_in(QApplication.clipboard().mimeData())
    assert isinstance(copied, Drawing)
    assert copied.strokes[0].tolist() == window.editor.drawing.strokes[0].tolist()


def menus_of(grid: DigitGrid) -> list[int | None]:
    asked: list[int | None] = []
    grid.menu_wanted.disconnect()
    grid.menu_wanted.connect(lambda _: asked.append(grid.current))
    return asked


def test_the_menu_opens_by_mouse_and_keys_for_the_digit_meant(
    browser: Browser, qtbot: QtBot
) -> None:
    grid = browser.grid
    asked = menus_of(grid)
    viewport = grid.viewport()
    place = grid.tile(5).center()
    for where in (place, QPoint(1, 1)):
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, where, viewport.mapToGlobal(where)
        )
        QApplication.sendEvent(viewport, event)
    assert asked == [5], "outside the digits there is none"
    grid.go_to(7)
    qtbot.keyClick(grid, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [5, 7]
    middle = grid.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, grid.mapToGlobal(middle))
    QApplication.sendEvent(grid, event)
    assert asked == [5, 7, 7]


def test_when_all_is_read_a_hint_names_the_keys(browser: Browser, qtbot: QtBot) -> None:
    labels = browser.findChildren(LiveLabel)
    qtbot.waitUntil(lambda: any(label.text().startswith("Arrow keys") for label in labels))
