"""What dialogs have in common: they are deleted when closed, and their buttons have no icons."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QWidget


class FollowingDialog(QDialog):
    """A dialog that follows the appearance, and may stay open while the language changes."""


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window, and return at once.

    Once closed it is deleted: its parent would keep it as long as the window is open, possibly a
    month.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def close_dialogs(window: QWidget) -> None:
    """Close a window's dialogs, which are in the language they were opened in."""
    for dialog in window.findChildren(QDialog):
        if not isinstance(dialog, FollowingDialog):
            dialog.close()


def button_box(buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return standard buttons without icons: Qt's own match none of the themes."""
    box = QDialogButtonBox(buttons)
    remove_icons(box)
    return box


def remove_icons(box: QDialogButtonBox | QMessageBox) -> None:
    """Remove the icons from a box's buttons."""
    for button in box.buttons():
        button.setIcon(QIcon())


def ask_where(
    parent: QWidget,
    title: str,
    kinds: Mapping[str, str],
    save: Callable[[Path], None],
    suggested: str = "",
    folder: Path | None = None,
) -> None:
    """Ask for a file's name, and call `save` with it.

    `kinds` are the kinds of file on offer, as Qt's filters, each with its suffix.
    """
    dialog = QFileDialog(parent, title, str(folder or ""))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(next(iter(kinds.values())))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
    if suggested:
        dialog.selectFile(suggested)
    dialog.fileSelected.connect(lambda name: save(Path(name)))
    open_dialog(dialog)
