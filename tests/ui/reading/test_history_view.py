import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit.theme import LIGHT
from lenet_gui.ui.reading.history_view import LIMIT, HistoryView


def one_hot(digit: int) -> np.ndarray:
    return np.eye(10, dtype=np.float32)[digit]


@pytest.fixture
def view(qtbot: QtBot) -> HistoryView:
    view = HistoryView()
    qtbot.addWidget(view)
    view.resize(220, 96)
    return view


def test_readings_are_kept_in_order_until_the_canvas_is_empty(view: HistoryView) -> None:
    view.add(one_hot(1))
    view.add(one_hot(7))
    assert view.rows.argmax(axis=1).tolist() == [1, 7]
    view.add(None)
    assert len(view.rows) == 0


def test_a_long_drawing_keeps_its_beginning_and_its_end(view: HistoryView) -> None:
    for step in range(5 * LIMIT):
        view.add(one_hot(1 if step < LIMIT else 7))
    assert len(view.rows) <= LIMIT
    assert view.rows[0].argmax() == 1
    assert view.rows[-1].argmax() == 7


def test_the_winners_line_ends_at_the_top(view: HistoryView) -> None:
    for share in np.linspace(0, 1, 50):
        view.add((one_hot(1) * (1 - share) + one_hot(7) * share).astype(np.float32))
    image = view.grab().toImage()
    accent = QColor(LIGHT.accent)
    ratio = image.devicePixelRatio()
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == accent
    ]
    # Before the label, the line rises from the left below to the right above.
    line = [(x / ratio, y / ratio) for x, y in places if x / ratio < 200]
    left, right = min(line), max(line)
    assert left[1] > right[1] + 40
