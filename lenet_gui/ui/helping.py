"""What the Help menu opens. Each is imported when it is opened: the window comes up without."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from lenet_gui.ui.main_window import MainWindow


class Helping(QObject):
    """Opens the window's help."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_
        actions.shortcuts.triggered.connect(self.show_shortcuts)
        actions.about.triggered.connect(self.show_about)

    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""
        from lenet_gui.ui.shortcut_list import shortcut_list
        from lenet_gui.ui.shortcut_sheet import ShortcutSheet

        sheet = self._window.findChild(ShortcutSheet)
        if sheet is None:
            sheet = ShortcutSheet(shortcut_list(self._window), self._window.theme, self._window)
            sheet.show()
        sheet.raise_()
        sheet.activateWindow()

    def show_about(self) -> None:
        """Open the About box."""
        from lenet_gui.ui.about import show_about

        show_about(self._window)
