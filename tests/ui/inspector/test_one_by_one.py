"""The list of maps by how much they matter: measured for the drawing, and kept up with it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import Held
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.inspector.one_by_one import OneByOne

BY_NAME = {layer.name: layer for layer in LAYERS}


def measured(window: MainWindow, qtbot: QtBot) -> OneByOne:
    dialog = window.findChild(OneByOne)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0)
    return dialog


def by_hand(window: MainWindow, *names: str) -> list[tuple[str, int]]:
    """Return the maps by how much the lead changes without them, read by the window's own means."""
    reading = window.reading
    assert reading.activations is not None
    first, second = reading.most_probable, reading.runner_up
    before = reading.activations.logits[0]
    changes = {}
    for name in names:
        for map_ in range(BY_NAME[name].maps):
            network = window.means.network
            assert network is not None
            found = network.forward(reading.frames.padded[None], frozenset({Held(name, map_)}))
            after = found.logits[0]
            changes[name, map_] = abs(
                float(after[first] - after[second]) - float(before[first] - before[second])
            )
    return sorted(changes, key=lambda place: -changes[place])


def test_the_maps_are_in_the_order_of_switching_each_off(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.actions_.one_by_one.trigger()
    dialog = measured(drawn, qtbot)
    assert [effect.held.place for effect in dialog.effects] == by_hand(drawn, "C1", "C3")
    assert drawn.means.off == frozenset(), "nothing is left off"
    assert f"{drawn.reading.most_probable} leads" in dialog.sentence.text()


def test_a_layers_menu_opens_it_for_that_layer_and_a_click_selects_the_map(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    drawn.selection.one_by_one_wanted.emit(BY_NAME["S4"])
    dialog = measured(drawn, qtbot)
    places = by_hand(drawn, "S4")
    assert [effect.held.place for effect in dialog.effects] == places
    cell = dialog.table.visualItemRect(dialog.table.item(2, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert drawn.selection.selected is not None
    assert (drawn.selection.selected.layer.name, drawn.selection.selected.map) == places[2]


def test_it_follows_the_drawing_and_what_is_off(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.actions_.one_by_one.trigger()
    dialog = measured(drawn, qtbot)
    drawn.selection.switch(Unit(BY_NAME["C3"], 6))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 21)
    assert "C3, map 7 is off" in dialog.sentence.text()
    drawn.editor.clear()
    drawn.reader.read()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 0)
    assert dialog.sentence.text() == "Draw a digit to see which maps matter for it."


@pytest.mark.parametrize("language", ["de", "en"])
def test_it_stays_open_while_the_language_changes(
    drawn: MainWindow, qtbot: QtBot, language: str
) -> None:
    drawn.actions_.one_by_one.trigger()
    dialog = measured(drawn, qtbot)
    drawn.actions_.choose(drawn.actions_.languages, language)
    assert dialog.isVisible()
    assert dialog.table.rowCount() == 22
