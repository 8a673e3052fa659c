"""What dialogs have in common, and how all of them ask for the name of a file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QWidget,
)

PICTURES = ("png", "svg")
"""Suffixes of files that belong among the user's pictures; all others are documents."""


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
    suggested: str,
    folder: Path | None = None,
) -> None:
    """Ask for a file's name, and call `save` with it.

    `kinds` are the kinds of file on offer, as Qt's filters, each with its suffix, which is added to
    names without one. The dialog begins with the name `suggested`, in `folder` or in the one that
    was used last.
    """
    first, *_ = suffixes = tuple(kinds.values())
    dialog = QFileDialog(parent, title, str(folder or usual_folder(first)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(first)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
    dialog.selectFile(with_suffix(suggested, suffixes, first))

    def take(name: str) -> None:
        chosen = Path(name)
        path = chosen.with_name(with_suffix(chosen.name, suffixes, dialog.defaultSuffix()))
        remember_folder(path)
        if path != chosen and path.exists():  # the dialog asked about the name without a suffix
            _ask_to_replace(parent, path, save)
        else:
            save(path)

    dialog.fileSelected.connect(take)
    open_dialog(dialog)


def with_suffix(name: str, suffixes: Sequence[str], usual: str) -> str:
    """Return a file's name, with the `usual` suffix unless it ends in one of the `suffixes`.

    If that has two parts, a name may end in the second: some dialogs let users change all else.
    """
    if name.lower().endswith(tuple(f".{suffix}" for suffix in suffixes)):
        return name
    return f"{name.removesuffix('.' + usual.split('.')[-1]).rstrip('.')}.{usual}"


def usual_folder(suffix: str) -> Path:
    """Return the folder that was used last, or else the user's own for files of this kind."""
    last = _application().folder
    if last is not None and last.is_dir():
        return last
    places = QStandardPaths.StandardLocation
    place = places.PicturesLocation if suffix in PICTURES else places.DocumentsLocation
    usual = Path(QStandardPaths.writableLocation(place))
    return usual if usual.is_dir() else Path.home()


def remember_folder(path: Path) -> None:
    """Begin the next dialogs in the folder of this file."""
    _application().folder = path.parent


def _ask_to_replace(parent: QWidget, path: Path, save: Callable[[Path], None]) -> None:
    title = QCoreApplication.translate("Dialogs", "Replace the file?")
    text = QCoreApplication.translate("Dialogs", "“{0}” already exists.").format(path.name)
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like a tag
    words = QCoreApplication.translate("Dialogs", "Replace")
    replace = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    remove_icons(box)
    replace.clicked.connect(lambda: save(path))
    open_dialog(box)


class _HasFolder(Protocol):
    folder: Path | None


def _application() -> _HasFolder:
    return cast("_HasFolder", QApplication.instance())
