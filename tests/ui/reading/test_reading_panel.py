"""The reading's panel in little room and with large text: what goes first, and what stays."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.appearance import TEXT_SIZES
from lenet_gui.ui.kit.painting import block_font, fits
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.verdict_panel import NARROWEST, ReadingPanel
from lenet_gui.ui.reading.winner import Winner
from tests.ui.conftest import choose_look


@pytest.fixture(params=[1.0, 1.4, 2.0])
def panel(
    request: pytest.FixtureRequest, drawn: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[ReadingPanel]:
    """Return the panel of a window with text of a size."""
    font = QApplication.font()
    monkeypatch.setitem(TEXT_SIZES, "largest", request.param)
    panel = drawn.findChild(ReadingPanel)
    assert panel is not None
    area = panel.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    area.takeWidget()  # it would keep the panel from being too low
    panel.setParent(drawn)
    panel.show()
    wanted = request.param * font.pointSizeF()
    choose_look(text_size="largest")
    qtbot.waitUntil(lambda: panel.font().pointSizeF() == pytest.approx(wanted))
    yield panel
    QApplication.setFont(font)


def shown(panel: ReadingPanel) -> list[QWidget]:
    """Return the parts that are shown, from the top down."""
    parts = [part for part in panel.children() if isinstance(part, QWidget) and part.isVisible()]
    return sorted(parts, key=lambda part: part.y())


def assert_in_order(panel: ReadingPanel) -> None:
    for upper, lower in pairwise(shown(panel)):
        assert upper.geometry().bottom() < lower.y()
    assert shown(panel)[-1].geometry().bottom() < panel.height()


def test_the_smallest_panel_has_all_parts(window: MainWindow) -> None:
    panel = window.findChild(ReadingPanel)
    assert panel is not None
    panel.resize(NARROWEST, 430)
    assert panel.chart.isVisible()
    assert panel.it_was.isVisible()
    assert_in_order(panel)


@pytest.mark.parametrize("width", [NARROWEST, 220, 320])
def test_all_parts_shrink_together_down_to_the_least_height(
    panel: ReadingPanel, width: int
) -> None:
    least = panel.least_height(width)
    heights = []
    for height in range(2 * least, least - 1, -10):
        panel.resize(width, height)
        assert_in_order(panel)
        assert panel.chart.isVisible()
        assert panel.it_was.isVisible()
        heights.append(panel.chart.height())
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] < heights[0]


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("width", [NARROWEST, 220, 320])
def test_at_its_least_digits_and_verdict_can_be_read(
    panel: ReadingPanel, width: int, language: str
) -> None:
    choose_look(language=language)
    panel.resize(width, panel.least_height(width))
    bars, winner = panel.findChild(Bars), panel.findChild(Winner)
    assert bars is not None
    assert winner is not None
    assert bars.height() >= 10 * (QFontMetrics(bars.font()).capHeight() + 3)
    room = winner._lower
    for words in winner._longest():
        font = block_font(winner.font(), words, room.width(), room.height())
        assert fits(font, words, room.width(), room.height()), words
