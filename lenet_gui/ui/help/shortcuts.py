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
from lenet_gui.ui.kit.context_menu import KEYS
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
        Shortcut(translate("ShortcutList", "Menus"), (_key(Qt.Key.Key_F10),)),
        Shortcut(
            translate("ShortcutList", "Context menu"),
            (KEYS.toString(NATIVE),),
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
                Shortcut(translate("ShortcutList", "Half the room for the layer"), ("F",)),
                Shortcut(translate("ShortcutList", "Order C5 or F6 by pull"), ("S",)),
            ),
        ),
        Section(
            translate("ShortcutList", "In the inspector"),
            (
                Shortcut(translate("ShortcutList", "Sum of another input map"), ("←", "→")),
                Shortcut(translate("ShortcutList", "Turn that input map off or on"), ("O",)),
                Shortcut(translate("ShortcutList", "Slide the kernel, pause"), (space,)),
                Shortcut(translate("ShortcutList", "Next place, previous"), (".", ",")),
                Shortcut(translate("ShortcutList", "Zoom a large map in, out"), ("+", "−")),
                Shortcut(translate("ShortcutList", "Zoom it to fit"), ("0",)),
            ),
        ),
        Section(
            translate("ShortcutList", "Data sets and corrections"),
            (
                Shortcut(translate("ShortcutList", "Next digit, onto the canvas"), arrows),
                Shortcut(translate("ShortcutList", "This digit, onto the canvas"), (enter,)),
                Shortcut(translate("ShortcutList", "Filter by label"), ("0 … 9",)),
                Shortcut(translate("ShortcutList", "Change the label"), ("Alt+0 … Alt+9",)),
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
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.page.setFocus()
        self._fill(sections, buttons.sizeHint().height())

    def _fill(self, sections: list[Section], buttons: int) -> None:
        """Use two columns, or three if only they fit the screen; on a small one, let it scroll."""
        screen = self.screen().availableSize() * 0.95
        sizes = {count: self._try(sections, count, buttons) for count in (1, 2, 3)}
        fitting = [n for n in (2, 3) if sizes[n] == sizes[n].boundedTo(screen)]
        narrow = [n for n in (2, 1) if sizes[n].width() <= screen.width()]
        count = (*fitting, *narrow, 1)[0]
        self._try(sections, count, buttons)
        self.resize(sizes[count].boundedTo(screen))

    def _try(self, sections: list[Section], count: int, buttons: int) -> QSize:
        """Show the sections in columns; return the size at which nothing scrolls."""
        document, frame = self.page.document(), 7 * UNIT
        self.page.setHtml(_page(sections, current_theme(), self.fontMetrics(), count))
        document.setTextWidth(document.idealWidth())
        return document.size().toSize() + QSize(frame, frame + buttons)


def _page(sections: list[Section], theme: Theme, metrics: QFontMetrics, count: int) -> str:
    """Return the sections as HTML, in up to `count` columns, the longest as short as can be."""
    rows = max(map(_length, sections))
    while len(columns := _columns(sections, rows)) > count:
        rows += 1
    gap = 5 * metrics.averageCharWidth()
    cells = "".join(
        f'<td style="padding-right: {gap if column is not columns[-1] else 0}px">'
        f"{_column(column, theme, gap // 2)}</td>"
        for column in columns
    )
    return f"<table><tr>{cells}</tr></table>"


def _columns(sections: list[Section], rows: int) -> list[list[Section]]:
    """Return the sections in their order in columns of no more than so many rows."""
    columns: list[list[Section]] = [[]]
    for section in sections:
        if sum(map(_length, [*columns[-1], section])) > rows:
            columns.append([])
        columns[-1].append(section)
    return columns


def _length(section: Section) -> int:
    """Return a section's length in rows, with its title and the gap above."""
    return len(section.shortcuts) + 2


def _column(sections: list[Section], theme: Theme, gap: int) -> str:
    """Return sections one below the other as HTML, with their keys aligned."""
    rows = []
    for number, section in enumerate(sections):
        above = UNIT // 2 if number else 0
        rows.append(
            f'<tr><td colspan="2" style="padding: {above}px 0 2px 0">'
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
    cell = "white-space: nowrap; padding: 0"
    return (
        f'<tr><td style="{cell} {gap}px 1px 0; color: {theme.muted}">{escape(shortcut.text)}</td>'
        f'<td style="{cell} 0">{keys}</td></tr>'
    )
