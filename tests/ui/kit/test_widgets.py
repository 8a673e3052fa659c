"""Headings: shortened where there is no room, and then explained."""

from pytestqt.qtbot import QtBot

from lenet_gui.ui.kit.widgets import ElidedHeading


def test_a_heading_takes_its_brief_words_before_it_is_cut(qtbot: QtBot) -> None:
    heading = ElidedHeading()
    qtbot.addWidget(heading)
    heading.show()
    heading.set_words("While you drew", "History")
    metrics = heading.fontMetrics()
    brief, full = (metrics.horizontalAdvance(words) for words in ("History", heading.words))
    for width, shown in ((full + 4, "While you drew"), (full - 4, "History")):
        heading.resize(width, 20)
        assert heading.text() == shown
    assert heading.toolTip() == "While you drew"
    heading.resize(brief - 4, 20)
    assert heading.text().endswith("…")
