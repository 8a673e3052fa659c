"""Doing what the File menu asks for, as a user does it: with keys, in dialogs."""

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
    """Return the dialogs of a kind that are open."""
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def question(window: MainWindow) -> QMessageBox:
    """Return the message box that is open."""
    (box,) = shown(window, QMessageBox)
    return box


def answer(window: MainWindow, button: BUTTON, qtbot: QtBot) -> None:
    """Click a button of the message box that is open."""
    qtbot.mouseClick(question(window).button(button), Qt.MouseButton.LeftButton)
    go_back_to(window)


def go_back_to(window: MainWindow) -> None:
    """Do what a window manager does when a dialog closes, and the offscreen one does not."""
    if window.isVisible() and not shown(window, QDialog):
        window.activateWindow()


def name_file(window: MainWindow, path: Path) -> None:
    """Have the file dialog that is open choose a path; what is typed into it is Qt's own affair."""
    (dialog,) = shown(window, QFileDialog)
    dialog.close()
    dialog.fileSelected.emit(str(path))
    go_back_to(window)
