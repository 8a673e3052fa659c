"""Answer the File menu's dialogs."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BUTTON = QMessageBox.StandardButton


D = TypeVar("D", bound=QDialog)


def shown(window: MainWindow, kind: type[D]) -> list[D]:
    """Return the open dialogs of a kind."""
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def question(window: MainWindow) -> QMessageBox:
    """Return the open message box."""
    (box,) = shown(window, QMessageBox)
    return box


def answer(window: MainWindow, button: BUTTON, qtbot: QtBot) -> None:
    """Click a button of the open message box."""
    qtbot.mouseClick(question(window).button(button), Qt.MouseButton.LeftButton)
    go_back_to(window)


def go_back_to(window: MainWindow) -> None:
    """Activate the window if no dialog is open: offscreen, no window manager does so."""
    if window.isVisible() and not shown(window, QDialog):
        window.activateWindow()


def name_file(window: MainWindow, path: Path) -> None:
    """Choose a path in the open file dialog, by its signal: typing into it would only test Qt."""
    (dialog,) = shown(window, QFileDialog)
    dialog.close()
    dialog.fileSelected.emit(str(path))
    go_back_to(window)
