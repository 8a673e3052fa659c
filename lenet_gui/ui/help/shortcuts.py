"""The keyboard shortcuts: gathered from menus and views, and shown as a sheet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMenu,
    QMenuBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.i18n import plain
from lenet_gui.ui.kit.theme import UNIT, Theme

translate = QCoreApplication.translate

DIGIT = re.compile(r"\d")
NATIVE = QKeySequence.SequenceFormat.NativeText
READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


@dataclass(frozen=True)
class Shortcut:
    """An action's text, and the keys that trigger it, each on its own."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Shortcuts that belong together."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def shortcut_list(bar: QMenuBar, actions: Iterable[QAction]) -> list[Section]:
    """Return a section for each menu, one for actions outside the menus, and one for each view."""
    menus = [action for action in bar.actions() if action.menu()]
    found = [Section(plain(menu.text()), _of(_inside(menu))) for menu in menus]
    listed = {action for menu in menus for action in _inside(menu)}
    others = [action for action in actions if action not in listed]
    found.append(Section(translate("ShortcutList", "Everywhere"), (*_of(others), *_everywhere())))
    return [section for section in (*found, *_views()) if section.shortcuts]


def _inside(action: QAction) -> Iterator[QAction]:
    """Yield the actions of a menu and of the menus in it, in their order."""
    menu = action.menu()
    if not isinstance(menu, QMenu):
        yield action
        return
    for inner in menu.actions():
        yield from _inside(inner)


def _of(actions: Iterable[QAction]) -> tuple[Shortcut, ...]:
    """Return the shortcuts of the actions that have keys on this platform.

    Actions that exist for each digit make one shortcut, from the first to the last.
    """
    found: list[tuple[str, list[Shortcut]]] = []
    for action in actions:
        keys = tuple(key.toString(NATIVE) for key in action.shortcuts() if not key.isEmpty())
        if not keys:
            continue
        text = plain(action.text())
        kind = DIGIT.sub("0", text)
        if kind == text or not found or found[-1][0] != kind:
            found.append((kind, []))
        found[-1][1].append(Shortcut(text, keys))
    return tuple(_in_one(same) for _, same in found)


def _in_one(same: list[Shortcut]) -> Shortcut:
    first, last = same[0], same[-1]
    if first is last:
        return first
    keys = tuple(f"{a} … {b}" for a, b in zip(first.keys, last.keys, strict=True))
    return Shortcut(f"{first.text} … {DIGIT.findall(last.text)[-1]}", keys)


def _key(key: Qt.Key) -> str:
    return QKeySequence(key).toString(NATIVE)


def _everywhere() -> tuple[Shortcut, ...]:
    """Return Qt's own shortcuts."""
    back = QKeySequence(Qt.Modifier.SHIFT | Qt.Key.Key_Tab).toString(NATIVE)
    return (
        Shortcut(translate("ShortcutList", "Next part, or previous"), (_key(Qt.Key.Key_Tab), back)),
        Shortcut(
            translate("ShortcutList", "Menus; context menu"),
            (_key(Qt.Key.Key_F10), _key(Qt.Key.Key_Menu)),
        ),
    )


def _views() -> tuple[Section, ...]:
    """Return the keys of each view, for while it has the focus."""
    enter, space = _key(Qt.Key.Key_Return), _key(Qt.Key.Key_Space)
    arrows = ("←", "→", "↑", "↓")
    return (
        Section(
            translate("ShortcutList", "Canvas: move and rotate"),
            (
                Shortcut(translate("ShortcutList", "Move the drawing; Shift: finely"), arrows),
                Shortcut(translate("ShortcutList", "Scale it up, down"), ("+", "−")),
                Shortcut(translate("ShortcutList", "Rotate it left, right"), (",", ".")),
            ),
        ),
        Section(
            translate("ShortcutList", "Canvas: draw with the keyboard"),
            (
                Shortcut(translate("ShortcutList", "Move the pen; Shift: finely"), arrows),
                Shortcut(translate("ShortcutList", "Pen down, pen up"), (space,)),
            ),
        ),
        Section(
            translate("ShortcutList", "In the chart"),
            (
                Shortcut(translate("ShortcutList", "Previous, next moment"), ("←", "→")),
                Shortcut(translate("ShortcutList", "Play, pause"), (space,)),
            ),
        ),
        Section(
            translate("ShortcutList", "In the maps"),
            (
                Shortcut(translate("ShortcutList", "Next cell, map or layer"), arrows),
                Shortcut(translate("ShortcutList", "Inspect the outlined unit"), (enter,)),
                Shortcut(translate("ShortcutList", "Explain the layer"), (space,)),
            ),
        ),
        Section(
            translate("ShortcutList", "In the inspector"),
            (Shortcut(translate("ShortcutList", "Sum of another input map"), ("←", "→")),),
        ),
        Section(
            translate("ShortcutList", "In a large map"),
            (
                Shortcut(translate("ShortcutList", "Zoom in, out"), ("+", "−")),
                Shortcut(translate("ShortcutList", "Zoom to fit"), ("0",)),
            ),
        ),
    )


class ShortcutSheet(QDialog):
    """Shows all shortcuts as one text, which can be read with a caret, searched and copied."""

    def __init__(self, sections: list[Section], parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setTextInteractionFlags(READABLE)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setStyleSheet(
            f"QTextBrowser {{ background: {theme.window}; border: 2px solid transparent; }}"
            f"QTextBrowser:focus {{ border-color: {theme.accent}; border-radius: 6px; }}"
        )
        self.page.document().setDocumentMargin(1.5 * UNIT)
        self.page.setHtml(_page(sections, theme, self.fontMetrics()))
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.page.setFocus()
        self.resize(self._fitting(buttons.sizeHint().height()))

    def _fitting(self, buttons: int) -> QSize:
        """Return a size at which nothing scrolls, within the screen."""
        document = self.page.document()
        frame = 7 * UNIT
        document.setTextWidth(document.idealWidth())
        wanted = document.size().toSize() + QSize(frame, frame + buttons)
        return wanted.boundedTo(self.screen().availableSize() * 0.9)


def _page(sections: list[Section], theme: Theme, metrics: QFontMetrics) -> str:
    """Return the sections as HTML, in two columns of about the same length."""
    lengths = [len(section.shortcuts) + 2 for section in sections]
    count = min(range(len(sections) + 1), key=lambda n: abs(2 * sum(lengths[:n]) - sum(lengths)))
    gap = 5 * metrics.averageCharWidth()
    left, right = (_column(part, theme, gap // 2) for part in (sections[:count], sections[count:]))
    return f'<table><tr><td style="padding-right: {gap}px">{left}</td><td>{right}</td></tr></table>'


def _column(sections: list[Section], theme: Theme, gap: int) -> str:
    """Return sections one below the other as HTML, with their keys aligned."""
    rows = []
    for number, section in enumerate(sections):
        above = 2 * UNIT if number else 0
        rows.append(
            f'<tr><td colspan="2" style="padding: {above}px 0 {UNIT // 2}px 0">'
            f"<b>{escape(section.title)}</b></td></tr>"
        )
        rows += [_row(shortcut, theme, gap) for shortcut in section.shortcuts]
    return f"<table>{''.join(rows)}</table>"


def _row(shortcut: Shortcut, theme: Theme, gap: int) -> str:
    keys = "&nbsp; ".join(
        f'<span style="background-color: {theme.hover}; color: {theme.text}">'
        f"&nbsp;{escape(key)}&nbsp;</span>"
        for key in shortcut.keys
    )
    cell = "white-space: nowrap; padding: 1px"
    return (
        f'<tr><td style="{cell} {gap}px 1px 0; color: {theme.muted}">{escape(shortcut.text)}</td>'
        f'<td style="{cell} 0">{keys}</td></tr>'
    )
