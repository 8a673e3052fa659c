"""What dialogs share: they are gone when they are closed, and their buttons have words alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window, which goes on meanwhile.

    Its parent would keep it for as long as the window is open, and a window may be for a month.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def button_box(buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return standard buttons with words alone: what icons Qt has for them fit no theme of ours."""
    box = QDialogButtonBox(buttons)
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
