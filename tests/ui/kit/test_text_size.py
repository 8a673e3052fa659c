"""Larger text applies everywhere, is saved, and at the largest size nothing is cut or overlaps."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import CLASSES, LAYERS
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.layer_page import LayerPage
from lenet_gui.ui.kit.appearance import TEXT_SIZES, appearance
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.widgets import ScaledLabel
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.winner import Winner
from lenet_gui.ui.shell.status_bar import StatusBar

SIZES = [(960, 640), (1280, 800)]


@pytest.fixture(autouse=True)
def _usual_font() -> Iterator[None]:
    font = QApplication.font()
    yield
    QApplication.setFont(font)


@pytest.fixture(params=SIZES, ids=["960×640", "1280×800"])
def large(request: pytest.FixtureRequest, drawn: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the window with a drawing and large text."""
    drawn.resize(*request.param)
    usual = drawn.font().pointSizeF()
    for _ in range(2):
        drawn.actions_.larger_text.trigger()
    bars = drawn.findChild(Bars)
    assert bars is not None
    qtbot.waitUntil(lambda: bars.font().pointSizeF() == pytest.approx(1.4 * usual))
    return drawn


def on_window(part: QWidget, window: MainWindow) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def test_a_step_changes_all_text(window: MainWindow, qtbot: QtBot) -> None:
    parts = [window, window.menuBar()]
    for kind in (Bars, Winner, LayerView, Strip, StatusBar):
        part = window.findChild(kind)
        assert part is not None
        parts.append(part)
    label = window.findChild(ScaledLabel)
    assert label is not None
    before = [part.font().pointSizeF() for part in (*parts, label)]
    window.actions_.larger_text.trigger()

    def is_larger() -> bool:
        after = [part.font().pointSizeF() for part in (*parts, label)]
        return after == pytest.approx([1.2 * size for size in before])

    qtbot.waitUntil(is_larger)
    window.actions_.usual_text.trigger()
    qtbot.waitUntil(lambda: [p.font().pointSizeF() for p in (*parts, label)] == before)


def test_keys_change_the_size_step_by_step_within_its_limits(
    window: MainWindow, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    actions = window.actions_
    told = []
    plus, minus = Qt.Key.Key_Plus, Qt.Key.Key_Minus
    for key in (plus, Qt.Key.Key_Equal, plus, plus, plus, minus):
        qtbot.keyClick(window, key, control)
        told.append(appearance().look.text_size)
        assert actions.larger_text.isEnabled() is (
            appearance().look.text_size != list(TEXT_SIZES)[-1]
        )
    names = list(TEXT_SIZES)
    assert told == [*names[1:], names[-1], names[-2]]
    assert max(TEXT_SIZES.values()) == 2
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert appearance().look.text_size == "usual"
    assert not actions.smaller_text.isEnabled()
    assert not actions.usual_text.isEnabled()


def test_the_choice_is_saved_and_an_invalid_one_falls_back(
    window: MainWindow,
    random_classifier: Classifier,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    usual = QApplication.font().pointSizeF()
    window.actions_.larger_text.trigger()
    window.close()
    again = MainWindow(random_classifier, "light")
    qtbot.addWidget(again)
    assert QApplication.font().pointSizeF() == pytest.approx(1.2 * usual)
    settings = Settings()
    settings.keep("text_size", "gigantic")
    settings.write()
    with caplog.at_level(logging.WARNING):
        third = MainWindow(random_classifier, "light")
        qtbot.addWidget(third)
    assert QApplication.font().pointSizeF() == usual
    assert "text_size" in caplog.text


def test_no_part_of_the_window_overlaps_another(large: MainWindow) -> None:
    workspace, maps = large.workspace, large.findChild(MapsPanel)
    assert maps is not None
    parts = [workspace.toolbar, workspace.canvas, workspace.strip, workspace.reading, maps]
    places = [on_window(part, large) for part in parts]
    for index, place in enumerate(places):
        assert large.rect().contains(place), parts[index]
        assert not any(place.intersects(other) for other in places[index + 1 :]), parts[index]
    for view in maps.views:
        for index in range(view.layer.maps):
            assert view.rect().toRectF().contains(view.tile(index)), view.layer.name
    assert maps.views[-1].geometry().bottom() <= maps.height()


def test_labels_and_switches_have_the_room_that_they_need(large: MainWindow) -> None:
    strip, workspace = large.findChild(Strip), large.workspace
    assert strip is not None
    (title,) = strip.findChildren(ScaledLabel)
    assert strip.switch.width() >= strip.switch.sizeHint().width()
    assert not title.geometry().intersects(strip.switch.geometry())
    for label in (title, *workspace.reading.findChildren(QLabel)):
        assert label.width() >= label.sizeHint().width()
        assert label.height() >= label.fontMetrics().height()


def test_a_layers_text_scrolls_if_it_is_too_high(large: MainWindow, qtbot: QtBot) -> None:
    large.selection.select_layer(LAYERS[3])
    page = large.findChild(LayerPage)
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    area = page.parent().parent()
    assert isinstance(area, QScrollArea)
    for label in filter(QLabel.isVisible, page.findChildren(QLabel)):
        assert label.height() >= label.heightForWidth(label.width())
        assert page.rect().contains(
            on_window(label, large).translated(-on_window(page, large).topLeft())
        )
    assert area.horizontalScrollBar().maximum() == 0


def test_lines_of_low_bars_do_not_touch(qtbot: QtBot) -> None:
    """A blank line of pixels separates the digits of any two rows."""
    bars = Bars()
    qtbot.addWidget(bars)
    bars.setFont(scaled_font(bars.font(), 2))
    bars.resize(200, CLASSES * 17)
    image = bars.grab().toImage()
    paper = image.pixelColor(image.width() - 1, 0)
    inked = [
        any(_differs(image.pixelColor(x, y), paper) for x in range(10))
        for y in range(image.height())
    ]
    runs = sum(now and not before for before, now in zip([False, *inked], inked, strict=False))
    assert runs == CLASSES


def _differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 40


def test_a_font_that_fits() -> None:
    font = QFont()
    font.setPointSizeF(20)
    needed = QFontMetricsF(font).horizontalAdvance("Whatever is written")
    assert fitting_font(font, "Whatever is written", needed) is font
    smaller = fitting_font(font, "Whatever is written", 0.8 * needed)
    assert QFontMetricsF(smaller).horizontalAdvance("Whatever is written") <= 0.8 * needed
    assert 0.7 * 20 < smaller.pointSizeF() <= 0.8 * 20, "not much smaller than necessary"
    assert fitting_font(font, "Whatever is written", 1, least=0.5).pointSizeF() == 10
