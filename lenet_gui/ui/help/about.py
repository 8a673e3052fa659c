"""The About box: versions, weights and licences, to read and to copy."""

import platform
from html import escape
from pathlib import Path

import numpy as np
import PySide6
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from lenet_gui import __version__
from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import ScaledLabel
from lenet_gui.ui.reading.means import Means

SHORT = 12
"""Characters shown of the weights' checksum; Copy takes all of it."""
LONGEST = 60
"""Most characters shown of a weights file's name and date: the file may be a stranger's."""
LINE = 64
"""Width of the text, in letters of average width."""
READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


class About(QDialog):
    """A few words, a table of facts that can be selected, and a button that copies it.

    The table follows the weights in use.
    """

    def __init__(self, means: Means, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._means = means
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About lenet-gui"))
        title = ScaledLabel(f"lenet-gui {__version__}", 1.5, bold=True)
        words = QLabel(
            self.tr(
                "Draw a digit, and LeNet-5 reads it: the network of LeCun, Bottou, Bengio and"
                " Haffner (1998), {0} parameters, every one of them in this program."
            ).format(grouped(PARAMETERS))
        )
        self.facts = QLabel()
        self.facts.setAccessibleName(self.tr("Versions, weights and licences"))
        self.facts.setTextInteractionFlags(READABLE)
        self.facts.setOpenExternalLinks(True)
        for label in (words, self.facts):
            label.setWordWrap(True)
            label.setFixedWidth(LINE * self.fontMetrics().averageCharWidth())
        self.facts.setStyleSheet(
            "QLabel { border: 2px solid transparent; border-radius: 6px; }"
            f"QLabel:focus {{ border-color: {theme.accent}; }}"
        )
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(
            self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(self.as_text()))
        buttons.rejected.connect(self.close)

        column = QVBoxLayout()
        column.setSpacing(UNIT)
        for label in (title, words, self.facts):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._picture(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        outer.setSpacing(2 * UNIT)
        outer.addLayout(row)
        outer.addWidget(buttons)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        self._show_facts()
        means.changed.connect(self._show_facts)

    @property
    def _identity(self) -> WeightsIdentity | None:
        weights = self._means.weights
        return None if weights is None else WeightsIdentity.of(weights)

    def _show_facts(self) -> None:
        self.facts.setText(self._as_html(current_theme()))

    def as_text(self) -> str:
        """Return all facts as plain text, one per line."""
        lines = [f"lenet-gui {__version__}", *(f"{name} {number}" for name, number in versions())]
        identity = self._identity
        if identity is not None:
            lines.append(f"{self._weights_in_words()}, SHA-256 {identity.sha256}")
        return "\n".join((*lines, platform.platform()))

    def _picture(self) -> QLabel:
        """Return the program's icon, a decoration beside the title."""
        label = QLabel()
        label.setPixmap(QApplication.windowIcon().pixmap(8 * UNIT, 8 * UNIT))
        return label

    def _weights_in_words(self) -> str:
        identity = self._identity
        if identity is None:
            return self.tr("no network")
        parts = (identity.name or self.tr("LeNet-5"), identity.date or "")
        return ", ".join(part[:LONGEST] for part in parts if part)

    def _as_html(self, theme: Theme) -> str:
        """Return the facts as a table of two columns."""
        weights = escape(self._weights_in_words())
        if self._identity is not None:
            weights += f"<br>SHA-256 {self._identity.sha256[:SHORT]}…"
        rows = (
            (self.tr("Weights"), weights),
            (self.tr("Made with"), ", ".join(f"{name} {number}" for name, number in versions())),
            (self.tr("Licences"), self._licences(theme)),
        )
        return '<table cellspacing="0">{}</table>'.format(
            "".join(
                f'<tr><td style="padding: 4px 16px 4px 0; color: {theme.muted}">{escape(name)}</td>'
                f'<td style="padding: 4px 0">{fact}</td></tr>'
                for name, fact in rows
            )
        )

    def _licences(self, theme: Theme) -> str:
        """Return which licences apply, and where their texts are."""
        licences = escape(
            self.tr("lenet-gui: MIT. Qt and PySide6: LGPL 3, used as shared libraries.")
        )
        folder = licences_folder()
        if folder is None:
            where = self.tr("Their texts came with the packages that Python installed.")
            return f"{licences}<br>{escape(where)}"
        link = QUrl.fromLocalFile(str(folder)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        shown = self.tr("All their texts")
        return f'{licences}<br><a href="{escape(link)}" style="color: {theme.accent}">{shown}</a>'


def versions() -> list[tuple[str, str]]:
    """Return the libraries of the window with the versions in use."""
    return [
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
        ("NumPy", np.__version__),
    ]


def licences_folder() -> Path | None:
    """Return the folder of licence texts; only the standalone program has one."""
    try:
        return resource("licences")
    except LenetGuiError:
        return None
