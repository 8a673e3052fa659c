"""What dialogs share: they are gone when they are closed, and their buttons have words alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QWidget


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window, which goes on meanwhile.

    Its parent would keep it for as long as the window is open, and a window may be for a month.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def button_box(buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return standard buttons with words alone: what icons Qt has for them fit no theme of ours."""
    box = QDialogButtonBox(buttons)
    leave_words_alone(box)
    return box


def leave_words_alone(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the icons off a box's buttons."""
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
    """Ask for a file's name, and have it saved there.

    `kinds` are what a file may be, worded as Qt's filters, and what the name of each ends in.
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
