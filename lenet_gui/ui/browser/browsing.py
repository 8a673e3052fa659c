"""Opens the windows for browsing data sets and the user's own corrections."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from lenet_gui.core.framing.framing import Source
from lenet_gui.ui.browser.correcting import Correcting
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions

# The browsers are imported when one is opened: the window starts faster without them.
if TYPE_CHECKING:
    from lenet_gui.ui.browser.browser import Browser
    from lenet_gui.ui.browser.corrections_browser import CorrectionsBrowser


class Browsing(QObject):
    """Opens browsers, and puts the digits picked there onto the canvas."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        actions: Actions,
        correcting: Correcting,
        show: Callable[[Source, int, bool], None],
        copy: Callable[[Source, str], None],
    ) -> None:
        """Connect the actions; `show` and `copy` take what a browser's signals hand on."""
        super().__init__(window)
        self._window, self._means = window, means
        self._correcting, self._show, self._copy = correcting, show, copy
        self._corrections: CorrectionsBrowser | None = None
        actions.open_data.triggered.connect(self.ask)
        actions.corrections.triggered.connect(self.open_corrections)
        correcting.changed.connect(self._reload)

    def ask(self) -> None:
        """Ask for a data set, and open it."""
        dialog = QFileDialog(self._window, self.tr("Open data set"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        open_dialog(dialog)

    def open(self, path: Path) -> None:
        """Browse a data set: one of two IDX files, UNIPEN text or JSON Lines."""
        from lenet_gui.core.datasets.gallery import load
        from lenet_gui.ui.browser.browser import Browser

        browser = Browser(path.name, load(path), self._means, self._window)
        self._follow(browser)
        browser.show()

    def open_corrections(self) -> None:
        """Browse the user's corrections, or bring their window to the front."""
        from lenet_gui.ui.browser.corrections_browser import CorrectionsBrowser

        if self._corrections is None:
            collection = self._correcting.collection
            browser = CorrectionsBrowser(collection, self._means, self._window)
            browser.changed.connect(self._correcting.forget_last)
            self._follow(browser)
            browser.finished.connect(self._forget)
            browser.show()
            self._corrections = browser
        self._corrections.raise_()
        self._corrections.activateWindow()

    def _follow(self, browser: "Browser") -> None:
        browser.opened.connect(self._show)
        browser.copied.connect(self._copy)

    def _reload(self) -> None:
        if self._corrections is not None:
            self._corrections.reload()

    def _forget(self) -> None:
        self._corrections = None
