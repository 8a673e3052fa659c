"""Closed dialogs are deleted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from tests.ui.conftest import Hand


def warn(window: MainWindow) -> None:
    window.warn("Title", "A sentence.")


def ask_to_save(window: MainWindow) -> None:
    window.actions_.new.trigger()


def ask_where(window: MainWindow) -> None:
    window.actions_.save_as.trigger()


def ask_for_weights(window: MainWindow) -> None:
    window.actions_.open_weights.trigger()


def ask_for_data(window: MainWindow) -> None:
    window.actions_.open_data.trigger()


@pytest.mark.parametrize("open_", [warn, ask_to_save, ask_where, ask_for_weights, ask_for_data])
def test_a_closed_dialog_is_deleted(
    window: MainWindow, hand: Hand, qtbot: QtBot, open_: Callable[[MainWindow], None]
) -> None:
    hand.stroke((0.3, 0.3), (0.6, 0.6))
    open_(window)
    (dialog,) = window.findChildren(QDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QDialog) == []
