"""The menu of recent files, kept from one start to the next."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import remember_folder
from lenet_gui.ui.kit.settings import Settings

KEY = "recent"
MOST = 10
NOTING = 1000
"""Milliseconds until the desktop's list is changed: a GTK dialog rewrites it when it has closed."""


class RecentFiles(QObject):
    """Fills a menu with the recent files that still exist, the latest first.

    Where settings are not kept, there are none: an exhibit shows no visitor another's files.
    """

    def __init__(
        self, menu: QMenu, settings: Settings, open_file: Callable[[Path], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._menu, self._settings, self._open = menu, settings, open_file
        self._clear = QAction(self)
        self._clear.triggered.connect(self.clear)
        self._unnoted: list[Path] = []
        self._noting = QTimer(self, singleShot=True, interval=NOTING)
        self._noting.timeout.connect(self._note)
        application = QApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._note)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(settings.read_anew)
        menu.aboutToShow.connect(self._fill)
        follow_appearance(self._fill)
        for path in self.paths[:1]:
            remember_folder(path)

    @property
    def paths(self) -> list[Path]:
        """The recent files that still exist, the latest first."""
        paths = map(Path, self._settings.texts(KEY)[:MOST] if self._settings.is_kept else [])
        return [
            path for path in paths if os.path.isfile(path)
        ]  # Path.is_file raises for long names

    def add(self, path: Path) -> None:
        """Put a file first; files that other windows added stay in the list."""
        remember_folder(path)
        if not self._settings.is_kept:
            return
        self._unnoted.append(path)
        self._noting.start()
        self._settings.read_anew()
        self._keep([path, *(other for other in self.paths if other != path)][:MOST])

    def clear(self) -> None:
        """Empty the list, also the desktop's as far as it is this program's."""
        self._unnoted.clear()
        _desktop().forget()
        self._keep([])

    def _note(self) -> None:
        while self._unnoted:
            _desktop().note(self._unnoted.pop(0))

    def _keep(self, paths: list[Path]) -> None:
        self._settings.keep(KEY, [str(path) for path in paths])
        self._settings.write()  # before another window reads the settings
        self._fill()

    def _fill(self) -> None:
        """Fill the menu with the files of now."""
        self._menu.clear()
        self._clear.setText(self.tr("&Clear the list"))
        explain(self._clear, self.tr("Clear the list of recent files"))
        paths = self.paths
        for number, path in enumerate(paths, start=1):
            name = path.name.replace("&", "&&")
            entry = self._menu.addAction(f"&{number % MOST} {name}")
            entry.setToolTip(str(path))
            explain(entry, self.tr("Open {0}").format(_from_home(path)))
            entry.triggered.connect(partial(self._open, path))
        self._menu.addSeparator()
        self._menu.addAction(self._clear)
        self._menu.menuAction().setEnabled(bool(paths))


def _from_home(path: Path) -> str:
    """Return a path with `~` in place of the home folder."""
    home = Path.home()
    return os.path.join("~", path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _desktop() -> ModuleType:
    """Return the desktop's list, which is not needed at the start."""
    from lenet_gui.ui.files import desktop_recent

    return desktop_recent
