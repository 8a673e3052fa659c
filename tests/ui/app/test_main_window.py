import itertools
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing, canvas_image
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.ui.app.app import build_window
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.canvas.overlays import outline_on_canvas
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.kit.theme import DARK, LIGHT
from lenet_gui.ui.maps.layer_view import LayerView
from lenet_gui.ui.maps.maps_panel import MapsPanel
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.framing_strip import Steps, Strip
from lenet_gui.ui.reading.winner import Winner
from lenet_gui.ui.shell.status_bar import StatusBar
from tests.conftest import make_weights
from tests.ui.conftest import Hand, choose_look

T = TypeVar("T", bound=QWidget)


def child(window: QWidget, kind: type[T]) -> T:
    found = window.findChild(kind)
    assert found is not None
    return found


def read(window: MainWindow, qtbot: QtBot) -> int | None:
    """Wait until the window has read what is drawn, and return the digit."""
    with qtbot.waitSignal(window.reader.settled):
        window.editor.changed.emit(Change())
    assert window.reading is not None
    return window.reading.digit


def test_nothing_drawn_is_no_digit(window: MainWindow) -> None:
    assert window.reading is not None
    assert window.reading.digit is None
    assert child(window, Winner).words() == "Nothing drawn yet"
    assert child(window, Bars).accessibleDescription() == ""


def test_the_reading_follows_the_stroke_while_it_is_drawn(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.down((0.3, 0.2))
    hand.move((0.7, 0.2))
    qtbot.waitUntil(lambda: window.reading is not None and window.reading.digit is not None)
    assert window.editor.is_drawing
    first = window.reading
    hand.move((0.4, 0.8))
    qtbot.waitUntil(lambda: window.reading is not first)
    hand.up((0.4, 0.8))
    assert window.reading is not None
    assert first is not None
    assert not np.array_equal(window.reading.frames.padded, first.frames.padded)


def test_many_moves_are_all_kept(window: MainWindow, hand: Hand) -> None:
    hand.stroke((0.1, 0.1), (0.9, 0.9), steps=100)
    assert len(window.editor.drawing.strokes[0]) == 101


def test_clear_and_undo_by_keys(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    assert read(window, qtbot) is not None
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert read(window, qtbot) is None
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert read(window, qtbot) is not None
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert read(window, qtbot) is None
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert read(window, qtbot) is not None
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert read(window, qtbot) is None


def test_the_framing_switch_shows_the_whole_canvas(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.05, 0.05), (0.25, 0.25))
    read(window, qtbot)
    assert window.reading is not None
    framed = window.reading.frames
    canvas = canvas_image(window.reading.source)
    assert not np.array_equal(canvas, framed.framed)
    qtbot.mouseClick(child(window, Strip).switch, Qt.MouseButton.LeftButton)
    whole = window.reading.frames
    assert np.array_equal(canvas, whole.framed)
    assert whole.framed[14:].sum() == 0, "the ink is in the corner where it was drawn"
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert child(window, Strip).switch.isChecked()
    assert np.array_equal(window.reading.frames.framed, framed.framed)


def test_the_pen_slider_changes_the_ink(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.2, 0.5), (0.8, 0.5))
    read(window, qtbot)
    assert window.reading is not None
    thin = canvas_image(window.reading.source).sum()
    for _ in range(8):
        qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    read(window, qtbot)
    assert canvas_image(window.reading.source).sum() > 1.5 * thin
    qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert window.editor.pen_width == pytest.approx(3.0)


def test_every_layer_shows_its_activations(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    read(window, qtbot)
    views = window.findChildren(LayerView)
    assert [view.layer.name for view in views] == [layer.name for layer in LAYERS]
    assert window.reading is not None
    activations = window.reading.activations
    assert activations is not None
    for view in views:
        shown = view.values
        assert shown is not None
        expected = activations.layers[view.layer.name][0]
        assert np.array_equal(shown.values.reshape(view.layer.shape), expected)


@pytest.mark.parametrize("size", [(900, 500), (1280, 800), (1920, 1080), (3840, 1200)])
def test_no_part_overlaps_or_is_clipped(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    workspace = child(window, Workspace)
    scrolled = workspace.reading.parentWidget()
    parts = [workspace.toolbar, workspace.canvas, workspace.strip, scrolled]
    parts.append(window.lenses)
    places = [QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts]
    for index, place in enumerate(places):
        assert window.rect().contains(place), parts[index]
        for other in places[index + 1 :]:
            assert not place.intersects(other)
    assert workspace.canvas.width() == workspace.canvas.height()
    maps = child(window, MapsPanel)
    views = maps.views
    for one, other in itertools.combinations(views, 2):
        assert not one.geometry().intersects(other.geometry())
    assert views[-1].geometry().bottom() <= maps.height()
    for view in views:
        for index in range(view.layer.maps):
            assert view.rect().toRectF().contains(view.tile(index)), (view.layer.name, index)


def test_nothing_moves_while_drawing(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    parts = window.findChildren(LayerView) + child(window, Workspace).findChildren(QWidget)
    before = [QRect(part.geometry()) for part in parts]
    hand.stroke((0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    read(window, qtbot)
    assert [part.geometry() for part in parts] == before


def test_switching_the_theme_keeps_the_ink(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.2, 0.5), (0.8, 0.5))
    read(window, qtbot)
    middle = hand.at((0.5, 0.5))
    for name, theme in (("dark", DARK), ("light", LIGHT)):
        choose_look(theme=name)
        assert hand.canvas.grab().toImage().pixelColor(middle).name() == theme.ink


def test_damaged_weights_give_a_warning_and_a_window_that_draws(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"not weights at all")
    window = build_window("light", bad)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = child(window, QMessageBox)
    assert str(bad) in box.text()
    box.close()
    canvas = child(window, Workspace).canvas
    Hand(canvas).stroke((0.3, 0.2), (0.7, 0.8))
    assert read(window, qtbot) is None
    assert window.reading is not None
    assert window.reading.frames.framed.any(), "the steps are still shown"
    assert "weights" in child(window, Winner).words()


def test_the_strip_names_the_framing(window: MainWindow) -> None:
    steps = child(window, Steps)
    steps.show_reading(None, Framing.NONE)
    assert steps.captions()[1] == "whole canvas"
    steps.show_reading(None, Framing.MNIST)
    assert steps.captions()[1] == "framed 28×28"


def test_buttons_show_their_keys(window: MainWindow) -> None:
    from PySide6.QtWidgets import QToolButton

    buttons = child(window, Toolbar).findChildren(QToolButton)
    tips = {button.toolTip() for button in buttons if button.menu() is None}
    assert tips == {
        "Pen (P / B)",
        "Eraser (E)",
        "Move and rotate (V)",
        "Undo (Ctrl+Z)",
        "Redo (Ctrl+Shift+Z / Ctrl+Y)",
        "Clear (Del)",
    }


def test_other_weights_are_opened_and_named(
    window: MainWindow, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    read(window, qtbot)
    assert window.reading is not None
    before = window.reading.probabilities
    path = tmp_path / "mine.safetensors"
    weights = make_weights(seed=7)
    save_weights(Weights(weights.arrays, {"name": "mine"}), path)
    window.weights.open(path)
    assert not np.array_equal(window.reading.probabilities, before)
    shown = [label.text() for label in child(window, StatusBar).findChildren(QLabel)]
    assert any("mine" in text for text in shown)


def test_unusable_weights_leave_the_current_ones(
    window: MainWindow, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    read(window, qtbot)
    before = window.reading
    path = tmp_path / "bad.pt"
    path.write_bytes(b"nothing like weights")
    window.weights.open(path)
    box = child(window, QMessageBox)
    assert str(path) in box.text() or "bad.pt" in box.text()
    box.close()
    assert window.reading is before


def test_escape_takes_back_the_stroke_that_is_being_drawn(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.down((0.3, 0.2))
    hand.move((0.7, 0.2))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.editor.is_empty
    hand.move((0.4, 0.8))
    hand.up((0.4, 0.8))
    assert window.editor.is_empty, "the cleared gesture is over"


def test_the_framing_switch_shows_its_key(window: MainWindow) -> None:
    assert child(window, Strip).switch.toolTip() == "Frame like MNIST (Ctrl+M)"


def test_without_a_network_ink_is_unread_not_empty(qtbot: QtBot) -> None:
    window = MainWindow(None, "light")
    qtbot.addWidget(window)
    window.show()
    assert window.reading is not None
    assert window.reading.verdict is Verdict.EMPTY
    Hand(child(window, Workspace).canvas).stroke((0.3, 0.2), (0.7, 0.8))
    read(window, qtbot)
    assert window.reading.verdict is Verdict.UNREAD


def test_a_slow_reading_is_not_put_off_by_more_ink(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    window.reader.timer.setInterval(30)  # as after a reading that took so long
    hand.down((0.1, 0.5))
    seen = window.reading
    for step in range(2000):
        hand.move((0.1 + 0.8 * (step % 100) / 100, 0.5 + 0.2 * (step % 7) / 7))
        QApplication.processEvents()
        if window.reading is not seen:
            break
    assert window.reading is not seen, "it was read while the hand moved on"
    hand.up((0.5, 0.5))


def test_a_picture_is_read_and_a_units_receptive_field_outlined(window: MainWindow) -> None:
    ink = np.zeros((40, 40), np.float32)
    ink[10:30, 18:22] = 1  # 20 pixels high: framed as it is
    window.load(Picture(ink))
    frames = window.reading.frames
    assert np.array_equal(frames.framed[4:24, 12:16], ink[10:30, 18:22])
    assert window.reading.digit is not None
    record = window.exporter.record()
    assert record is not None
    assert isinstance(record.source, Picture)
    # The input's pixel in row 8 and column 16 is the framed image's in row 6 and column 14, which
    # is the picture's in row 12 and column 20: 14 drawing units to a pixel.
    window.selection.hover(Unit(LAYERS[0], 0, 8, 16))
    outline = outline_on_canvas(Unit(LAYERS[0], 0, 8, 16), frames.fit, window.editor.picture)
    assert outline == QRectF(20 * 14, 12 * 14, 14, 14)


def test_the_reading_is_announced_when_it_settles(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    assert said == [], "not while the hand moves"
    read(window, qtbot)
    assert len(said) == 1
    assert said[0].startswith(child(window, Winner).words())


def test_a_picked_unit_is_read_out(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    said: list[str] = []
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    read(window, qtbot)
    window.announcer.announced.connect(said.append)
    unit = Unit(LAYERS[3], 6, 3, 1)
    window.selection.hover(unit)
    assert said == []
    window.selection.select(unit)
    value = unit.value(window.reading.activations)  # type: ignore[arg-type]
    told = f"{value:.2f}".replace("-", "−")
    assert said == [f"C3, map 7, row 4, column 2, value {told}"]
    view = next(v for v in window.findChildren(LayerView) if v.layer.name == "C3")
    assert view.accessibleDescription() == said[0]


def test_a_full_page_gives_a_message(
    window: MainWindow, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenet_gui.ui.document.editor.MOST_POINTS", 6)
    hand.stroke((0.2, 0.2), (0.8, 0.8), steps=20)
    assert "page is full" in window.statusBar().currentMessage()
