"""A unit's sum in words: broken into lines, never cut."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from lenet_gui.ui.inspector.sum_line import SumLine


@pytest.mark.parametrize("text", ["mean of 4 values = −0.865", "products −2.838  +  bias 0.070"])
def test_a_sum_needs_more_lines_than_one_where_it_is_too_wide(qtbot: QtBot, text: str) -> None:
    line = SumLine()
    qtbot.addWidget(line)
    line.set_text(text)
    width = QFontMetrics(line.font()).horizontalAdvance(text)
    assert line.line_count(2 * width) == 1
    assert line.line_count(width // 2) > 1
