"""A number in the window: tiles and boxes, the digit in view, corrections, the wide page."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing, stroke
from lenet_gui.resources import default_weights, resource
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.number_boxes import MARGIN
from lenet_gui.ui.document.page import CELL
from lenet_gui.ui.reading.number_view import NumberView
from lenet_gui.user_data import collection_path
from tests.ui.conftest import Hand, settle

GAP = 0.25


def written(text: str) -> Drawing:
    """Return a number made of the program's examples, side by side on a square page."""
    strokes, left = [], 0.0
    for sign in text:
        path = resource("assets", "examples") / f"{sign}.lenet.json"
        lines = parse_drawing(path.read_bytes()).strokes
        low, high = np.concatenate(lines).min(axis=0), np.concatenate(lines).max(axis=0)
        scale = 1 / (high - low)[1]
        strokes += [(line - low) * scale + (left, 0) for line in lines]
        left += float((high - low)[0] * scale) + GAP
    unit = 480 / left
    return Drawing(
        tuple(stroke(line * unit + (40, 200)) for line in strokes), (560.0, 560.0), 0.1 * unit
    )


@pytest.fixture
def shipped(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.means.use_classifier(Classifier(LeNet5(load_weights(default_weights()))))
    window.show()
    qtbot.waitExposed(window)
    return window


def show(window: MainWindow, text: str) -> None:
    window.load(written(text))


def tiles(window: MainWindow) -> NumberView:
    return window.workspace.reading.number


def test_a_number_has_a_tile_for_each_digit_in_place_of_the_verdict(shipped: MainWindow) -> None:
    show(shipped, "7")
    assert tiles(shipped).isHidden()
    show(shipped, "42")
    assert not tiles(shipped).isHidden()
    assert tiles(shipped).words().startswith("42: ")
    assert shipped.reader.number is not None
    assert [digit.text for digit in shipped.reader.number.digits] == ["4", "2"]
    show(shipped, "7")
    assert tiles(shipped).isHidden()
    assert shipped.reading.digit == 7


def test_the_digit_with_the_last_ink_is_in_view_until_another_is_chosen(
    shipped: MainWindow, qtbot: QtBot
) -> None:
    show(shipped, "42")
    assert (shipped.reader.place, shipped.reading.digit) == (1, 2)
    qtbot.keyClick(shipped, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (shipped.reader.place, shipped.reading.digit) == (0, 4)
    qtbot.keyClick(tiles(shipped), Qt.Key.Key_Right)
    assert shipped.reading.digit == 2
    show(shipped, "424")
    assert (shipped.reader.place, shipped.reading.digit) == (2, 4)


def test_a_tap_on_a_label_brings_its_digit_into_view_and_all_else_draws(
    shipped: MainWindow, hand: Hand
) -> None:
    show(shipped, "42")
    assert shipped.reader.number is not None
    left, top, _, bottom = shipped.reader.number.digits[0].box
    pixels = hand.canvas.width() / 560
    around = shipped.editor.pen_width * CELL / 2 + MARGIN / pixels
    label = ((left - around + 8 / pixels) / 560, (top - around - 8 / pixels) / 560)
    line = ((left - around) / 560, (top + bottom) / 2 / 560)
    strokes = len(shipped.editor.drawing.strokes)
    hand.down(label)
    hand.up(label)
    assert shipped.reader.place == 0
    assert len(shipped.editor.drawing.strokes) == strokes
    hand.down(line)
    hand.up(line)
    assert len(shipped.editor.drawing.strokes) == strokes + 1  # a dot
    shipped.editor.undo()
    shipped.reader.read()
    places = [label, (label[0] + 0.003, label[1]), (label[0] + 0.02, label[1]), (0.02, 0.9)]
    hand.down(places[0])
    for place in places[1:]:
        hand.move(place)
    hand.up(places[-1])
    *_, last = shipped.editor.drawing.strokes
    assert last[0] == pytest.approx(np.array(label) * 560, abs=1 / pixels)


def test_a_click_on_a_tile_brings_its_digit_into_view(shipped: MainWindow) -> None:
    show(shipped, "42")
    QTest.mouseClick(tiles(shipped), Qt.MouseButton.LeftButton, pos=QPoint(15, 15))
    assert shipped.reader.place == 0


def kept() -> list[dict[str, object]]:
    return [json.loads(line) for line in collection_path().read_text().splitlines()]


def test_a_key_corrects_the_digit_in_view_alone(shipped: MainWindow, qtbot: QtBot) -> None:
    show(shipped, "42")
    qtbot.keyClick(shipped, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    (line,) = kept()
    assert line["label"] == 7
    digit = shipped.reader.number.digits[1]  # type: ignore[union-attr]
    assert len(line["strokes"]) == len(digit.owners)  # type: ignore[arg-type]
    assert shipped.actions_.it_was[7].isChecked()
    shipped.reader.step(-1)
    assert not shipped.actions_.it_was[7].isChecked()


def test_a_number_is_corrected_digit_by_digit_and_back_in_one_step(
    shipped: MainWindow, qtbot: QtBot
) -> None:
    show(shipped, "42")
    shipped.actions_.correct_number.trigger()
    (dialog,) = shipped.findChildren(QInputDialog)
    dialog.setTextValue("13")
    dialog.accept()
    assert sorted(line["label"] for line in kept()) == [1, 3]  # type: ignore[type-var]
    shipped.correcting.take_back()
    assert not kept()


def test_a_wide_page_is_twice_as_wide_and_what_is_drawn_stays(
    shipped: MainWindow, qtbot: QtBot
) -> None:
    show(shipped, "42")
    before, canvas = shipped.editor.drawing, shipped.workspace.canvas
    shipped.actions_.wide_page.trigger()
    settle(shipped, qtbot)
    assert canvas.width() == pytest.approx(2 * canvas.height(), abs=2)
    drawing = shipped.editor.drawing
    assert drawing.canvas == (1120, 560)
    assert all(np.array_equal(a, b) for a, b in zip(before.strokes, drawing.strokes, strict=True))
    shipped.editor.begin((1000, 100))
    shipped.editor.extend((1000, 300))
    shipped.editor.finish()
    shipped.actions_.wide_page.trigger()  # the ink at the right must stay on the page
    drawing = shipped.editor.drawing
    assert drawing.canvas == (560, 560)
    assert max(float(points[:, 0].max()) for points in drawing.strokes) <= 560
    shipped.editor.undo()
    assert shipped.editor.size == (1120, 560)


def test_a_digit_stays_read_while_the_next_one_is_drawn(shipped: MainWindow) -> None:
    whole = written("42")
    shipped.load(replace(whole, strokes=whole.strokes[:2]))
    (points,) = whole.strokes[2:]
    editor, reader = shipped.editor, shipped.reader
    editor.begin(tuple(points[0]))
    seen = set()
    for point in points[1:]:
        editor.extend(tuple(point))
        reader.read()
        seen.add(str(reader.reading.digit) if reader.number is None else reader.number.text[0])
    assert seen == {"4"}
    editor.finish()
    reader.read()
    assert reader.number is not None
    assert reader.number.text == "42"
