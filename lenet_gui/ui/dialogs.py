"""Dialogs that ask or tell one thing, and are gone when they are closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window, which goes on meanwhile.

    Its parent would keep it for as long as the window is open, and a window may be for a month.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
