"""All keys on one page, from F1 or ?."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from lenet_gui.ui.help.shortcut_list import Section, Shortcut
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.theme import UNIT, Theme

READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ShortcutSheet(QDialog):
    """The keys as one text, so that it can be read with a caret, searched and copied."""

    def __init__(self, sections: list[Section], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
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
        """Return the size with which nothing has to be scrolled, where the screen is that large."""
        document = self.page.document()
        frame = 7 * UNIT
        document.setTextWidth(document.idealWidth())
        wanted = document.size().toSize() + QSize(frame, frame + buttons)
        return wanted.boundedTo(self.screen().availableSize() * 0.9)


def _page(sections: list[Section], theme: Theme, metrics: QFontMetrics) -> str:
    """Write the sections into two columns of about the same length, the first one first."""
    lengths = [len(section.shortcuts) + 2 for section in sections]
    count = min(range(len(sections) + 1), key=lambda n: abs(2 * sum(lengths[:n]) - sum(lengths)))
    gap = 5 * metrics.averageCharWidth()
    left, right = (_column(part, theme, gap // 2) for part in (sections[:count], sections[count:]))
    return f'<table><tr><td style="padding-right: {gap}px">{left}</td><td>{right}</td></tr></table>'


def _column(sections: list[Section], theme: Theme, gap: int) -> str:
    """Write sections below one another, their keys in one line from top to bottom."""
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
