import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit.theme import LIGHT
from lenet_gui.ui.reading.history_view import HistoryView


def one_hot(digit: int) -> np.ndarray:
    return np.eye(10, dtype=np.float32)[digit]


@pytest.fixture
def view(qtbot: QtBot) -> HistoryView:
    view = HistoryView()
    qtbot.addWidget(view)
    view.resize(220, 96)
    return view


def test_the_winners_line_ends_at_the_top(view: HistoryView) -> None:
    shares = np.linspace(0, 1, 50, dtype=np.float32)[:, None]
    view.show_rows(one_hot(1) * (1 - shares) + one_hot(7) * shares)
    image = view.grab().toImage()
    accent = QColor(LIGHT.accent)
    ratio = image.devicePixelRatio()
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == accent
    ]
    # Left of the label, the line rises from the lower left to the upper right.
    line = [(x / ratio, y / ratio) for x, y in places if x / ratio < 200]
    left, right = min(line), max(line)
    assert left[1] > right[1] + 40
