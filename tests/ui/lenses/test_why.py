"""The lens Why: sums that add up, the rival that was chosen, and where it leads."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.learning.digits import Digits
from lenet_gui.core.learning.starter import read_starter
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.kit.appearance import TEXT_SIZES, USUAL
from lenet_gui.ui.kit.i18n import LANGUAGES
from lenet_gui.ui.lenses.why import Why
from lenet_gui.ui.reading.bars import Bars
from tests.conftest import make_weights
from tests.ui.conftest import Hand, settle
from tests.ui.screens import cut_off, let_settle, missed_by_tab, overlapping, show_at

NUMBER = re.compile(r"[−+]?\d+\.\d+")
F6, C3 = LAYERS[6], LAYERS[3]


@pytest.fixture(autouse=True)
def _few_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the nearest digits among few."""

    def read_some(path: Path) -> tuple[Digits, Digits]:
        training, validation = read_starter(path)
        return training.of_each(5), validation

    monkeypatch.setattr("lenet_gui.ui.why.explainer.read_starter", read_some)


def numbers(text: str) -> list[float]:
    return [float(found.replace("−", "-")) for found in NUMBER.findall(text)]


def explain(window: MainWindow, qtbot: QtBot) -> Why:
    """Show the lens, and wait until all is worked out."""
    window.lenses.show_lens("why")
    why = window.findChild(Why)
    assert why is not None
    qtbot.waitUntil(lambda: not why.is_waiting, timeout=30_000)
    return why


@pytest.fixture
def strokes(window: MainWindow, hand: Hand, qtbot: QtBot) -> MainWindow:
    """Return the window with a drawing of three strokes."""
    hand.stroke((0.3, 0.2), (0.7, 0.2))
    hand.stroke((0.7, 0.2), (0.45, 0.8))
    hand.stroke((0.4, 0.5), (0.65, 0.5))
    settle(window, qtbot)
    return window


@pytest.fixture
def why(strokes: MainWindow, qtbot: QtBot) -> Why:
    return explain(strokes, qtbot)


def click(view: QWidget, place: QPoint) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)


def click_bar(window: MainWindow, digit: int) -> None:
    bars = window.findChild(Bars)
    assert bars is not None
    click(bars, QPoint(bars.width() // 2, round((digit + 0.5) * bars.height() / 10)))


def test_all_that_is_shown_adds_up_to_the_same_difference(why: Why) -> None:
    page = why.page
    first, second, total, *_ = numbers(page.sentence.text())
    assert round(first - second, 2) == total
    pair = why.pair
    assert pair is not None
    scores = [numbers(page.scores.words(digit))[0] for digit in range(10)]
    assert (scores[pair.digit], scores[pair.against]) == (first, second)

    shares = [numbers(page.strokes.rows.words(index))[0] for index in range(3)]
    blank, *_ = page.strokes.terms
    assert round(blank + sum(shares), 2) == total
    assert numbers(page.strokes.total.accessibleName()) == [total]

    *terms, shown = (numbers(number)[0] for _, number in page.ink.rows())
    assert round(sum(terms), 2) == shown == total
    assert terms[0] == blank

    bias, units, shown = numbers(page.units_sum.text())
    assert round(bias + units, 2) == shown == total
    found = [numbers(page.units.words(index))[0] for index in range(84)]
    assert round(sum(found), 2) == units

    for layer, count in (("C3", 16), ("C1", 6)):
        page.layers.buttons[layer].click()
        *terms, shown = numbers(page.maps_sum.text())
        assert round(sum(terms), 2) == shown == total
        maps = len(page.maps.places())
        assert maps == count
        found = [numbers(page.maps.words(index))[0] for index in range(maps)]
        assert round(sum(found), 2) == terms[1]


def test_a_click_on_a_bar_opens_the_lens_with_that_digit(strokes: MainWindow, qtbot: QtBot) -> None:
    usual = strokes.weighing.pair
    assert usual is not None
    other = next(d for d in range(10) if d not in (usual.digit, usual.against, 8))
    click_bar(strokes, other)
    why = explain(strokes, qtbot)
    assert strokes.lenses.lens == "why"
    assert f" {other}?" in why.page.headline.text()
    assert f"{usual.digit} minus {other}: " in why.page.strokes.total.accessibleName()
    click_bar(strokes, usual.digit)
    assert strokes.weighing.pair == usual, "the digit that is read has its nearest rival again"


def test_scores_and_arrow_keys_choose_as_well(why: Why, strokes: MainWindow) -> None:
    pair = strokes.weighing.pair
    assert pair is not None
    other = (pair.digit + 5) % 10
    click(why.page.scores, why.page.scores.places()[other].center().toPoint())
    assert strokes.weighing.pair is not None
    assert strokes.weighing.pair.against == other
    bars = strokes.findChild(Bars)
    assert bars is not None
    seen = set()
    for _ in range(9):
        QTest.keyClick(bars, Qt.Key.Key_Down)
        seen.add(strokes.weighing.pair.against)
    assert seen == set(range(10)) - {pair.digit}


def test_the_choice_lasts_as_long_as_the_drawing(
    strokes: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    pair = strokes.weighing.pair
    assert pair is not None
    other = next(d for d in range(10) if d not in (pair.digit, pair.against))
    strokes.weighing.choose(other)
    strokes.editor.undo()
    settle(strokes, qtbot)
    strokes.editor.redo()
    settle(strokes, qtbot)
    assert strokes.weighing.pair is not None
    assert strokes.weighing.pair.against == other
    drawing = strokes.editor.drawing
    strokes.editor.clear()
    strokes.load(drawing)
    assert strokes.weighing.pair == pair


def test_where_nothing_can_be_explained_it_says_so(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    why = explain(window, qtbot)
    assert why.page.sentence.text().startswith("Draw a digit")
    assert not why.page.units_part.isVisible()
    hand.down((0.5, 0.5))
    hand.up((0.5, 0.5))
    settle(window, qtbot)
    assert "too little ink" in why.page.sentence.text()
    assert window.weighing.pair is None
    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    settle(window, qtbot)
    assert why.page.units_part.isVisible()


def test_without_a_network_it_says_so(qtbot: QtBot, drawn: MainWindow) -> None:
    window = MainWindow(None, "light")
    qtbot.addWidget(window)
    window.show()
    window.load(drawn.editor.drawing)
    why = explain(window, qtbot)
    assert "no network" in why.page.sentence.text()


def test_a_picture_has_ink_but_no_strokes(window: MainWindow, qtbot: QtBot) -> None:
    ink = np.zeros((40, 40), np.float32)
    ink[5:35, 18:23] = 1
    window.load(picture_from_ink(ink))
    why = explain(window, qtbot)
    assert not why.page.strokes_part.isVisible()
    assert "no strokes" in why.page.remark.text()
    assert len(why.page.ink.rows()) >= 3


def test_pointing_at_a_stroke_marks_it_and_reads_without_it(
    why: Why, strokes: MainWindow, qtbot: QtBot
) -> None:
    canvas = strokes.findChild(Canvas)
    assert canvas is not None
    before = canvas.grab().toImage()
    rows = why.page.strokes.rows
    place = rows.places()[1].center().toPoint()
    QTest.mouseMove(rows, place)
    assert why.page.strokes.line.text().startswith("Without stroke 2 it reads: ")
    assert canvas.grab().toImage() != before
    QTest.mouseMove(why.page, QPoint(1, 1))
    rows.point(None)
    assert canvas.grab().toImage() == before


def test_a_unit_and_a_map_lead_to_the_inspector(why: Why, strokes: MainWindow) -> None:
    page = why.page
    strongest = page.units.unit(0)
    click(page.units, page.units.places()[0].center().toPoint())
    assert strokes.lenses.lens == "inside"
    assert strokes.selection.selected == Unit(F6, strongest)
    strokes.lenses.show_lens("why")
    page.maps.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.maps, Qt.Key.Key_Right)
    QTest.keyClick(page.maps, Qt.Key.Key_Return)
    selected = strokes.selection.selected
    assert selected is not None
    assert (selected.layer, selected.map) == (C3, 1)
    assert strokes.selection.is_large


def test_the_key_of_switching_switches_the_map_and_its_share_goes(
    why: Why, strokes: MainWindow, qtbot: QtBot
) -> None:
    why.page.maps.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(why.page.maps, Qt.Key.Key_O)
    assert [held.place for held in strokes.means.off] == [("C3", 0)]
    explain(strokes, qtbot)
    assert numbers(why.page.maps.words(0)) == [0.0]
    assert "off" in why.page.remark.text()


def test_what_takes_longer_is_pale_until_the_pen_is_lifted(
    why: Why, strokes: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    page = why.page
    hand.down((0.2, 0.6))
    hand.move((0.3, 0.7))
    qtbot.waitUntil(lambda: len(strokes.reading.source.strokes) == 4)  # type: ignore[union-attr]
    heavy = (page.strokes.rows, page.ink, page.maps, page.change, page.nearest)
    assert all(view.is_stale for view in heavy)
    assert len(page.strokes.rows.places()) == 3
    hand.up((0.3, 0.7))
    qtbot.waitUntil(lambda: not any(view.is_stale for view in heavy), timeout=30_000)
    assert len(page.strokes.rows.places()) == 4


def test_nothing_long_is_worked_out_while_the_network_learns(
    why: Why, strokes: MainWindow, qtbot: QtBot
) -> None:
    strokes.means.use_learner(Classifier(LeNet5(make_weights(seed=1))))
    assert why.page.ink.is_stale
    assert not why.is_waiting
    assert "training" in why.page.remark.text()
    # Once nothing has changed for a while.
    qtbot.waitUntil(lambda: not why.page.ink.is_stale, timeout=30_000)


def test_the_softmax_opens_with_its_ten_rows_and_their_sum(why: Why) -> None:
    why.page.softmax.click()
    table = why.findChild(QTableWidget)
    assert table is not None
    assert table.rowCount() == 11
    last = table.item(10, 4)
    assert last is not None
    assert last.text() == "100.0000 %"


@pytest.mark.parametrize("size", [(900, 500), (1280, 720), (960, 1060), (1920, 1080)])
def test_it_fits_every_screen_in_every_language(
    why: Why, strokes: MainWindow, size: tuple[int, int]
) -> None:
    found = []
    for language, text_size in [(one, USUAL) for one in LANGUAGES] + [("de", [*TEXT_SIZES][-1])]:
        show_at(strokes, QSize(*size), language=language, text_size=text_size)
        let_settle()
        here = cut_off(why) + overlapping(why) + missed_by_tab(strokes)
        found += [f"{language} {text_size}: {finding}" for finding in here]
    assert not found


def test_the_link_opens_the_page_on_the_methods(why: Why) -> None:
    why.page.how.click()
    page = why.findChild(QTextBrowser)
    assert page is not None
    assert "Shapley" in page.toPlainText()
