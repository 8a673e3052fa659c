"""How it is computed: the page of the documentation that names the methods, in a window."""

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from lenet_gui.resources import resource
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.theme import UNIT

PAGE = ("docs", "explanations.md")
PICTURE = re.compile(r"^!\[.*\]\(.*\)\s*$", re.MULTILINE)
"""A line with a picture: those are for readers of the documentation."""


class HowPage(QDialog):
    """Shows the page; its links open in the browser. Raises LenetGuiError if there is no page."""

    def __init__(self, parent: QWidget) -> None:
        text = resource(*PAGE).read_text(encoding="utf-8")
        super().__init__(parent)
        self.setWindowTitle(self.tr("How is this computed?"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenExternalLinks(True)
        self.page.setMarkdown(PICTURE.sub("", text))
        box = button_box(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(UNIT)
        column.addWidget(self.page, 1)
        column.addWidget(box)
        line = self.fontMetrics().height()
        self.resize(46 * line, 36 * line)
