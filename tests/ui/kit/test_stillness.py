"""Nothing is animated, for users whom motion makes ill."""

from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.app import keep_still
from lenet_gui.ui.app.main_window import MainWindow
from tests.ui.conftest import choose_look


def test_qts_own_effects_are_switched_off(qtbot: QtBot) -> None:
    effects = list(Qt.UIEffect)
    for effect in effects:
        QApplication.setEffectEnabled(effect, True)
    assert all(QApplication.isEffectEnabled(effect) for effect in effects)
    keep_still()
    assert not any(QApplication.isEffectEnabled(effect) for effect in effects)


def test_nothing_in_the_window_is_animated(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.selection.select(Unit(LAYERS[3], 2, 4, 4))
    drawn.lenses.open_action.trigger()
    drawn.panels.reset()
    drawn.actions_.framing.trigger()
    drawn.actions_.tour.trigger()
    choose_look(theme="dark")
    everything = (drawn, QApplication.instance(), QApplication.style())
    found = [one for root in everything for one in root.findChildren(QAbstractAnimation)]
    assert found, "Qt animates panels to their new places"
    assert {one.duration() for one in found} == {0}, "the animations take no time"
