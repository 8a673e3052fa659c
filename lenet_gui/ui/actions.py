"""What can be done in the window: every action with its words, its keys and its menu."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from lenet_gui.ui.icons import icon
from lenet_gui.ui.theme import Theme

Keys = QKeySequence.StandardKey | Qt.Key | str
THEMES = ("system", "light", "dark")


class Actions(QObject):
    """Makes the actions; the window connects them."""

    theme_chosen = Signal(str)
    """The theme's name: one of THEMES."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        standard = QKeySequence.StandardKey
        self.open_weights = self._make(self.tr("Open &weights…"), "Ctrl+Shift+O")
        self.shipped_weights = self._make(self.tr("Use the &shipped weights"))
        self.quit = self._make(self.tr("&Quit"), standard.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self._make(self.tr("&Undo"), standard.Undo)
        self.redo = self._make(self.tr("&Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self.clear = self._make(self.tr("&Clear"), Qt.Key.Key_Delete, Qt.Key.Key_Escape)
        self.wider = self._make(self.tr("&Wider pen"), "]")
        self.narrower = self._make(self.tr("&Narrower pen"), "[")
        self.framing = self._make(self.tr("&Frame like MNIST"), "Ctrl+M")
        self.framing.setCheckable(True)
        self.framing.setChecked(True)
        self.about = self._make(self.tr("&About lenet-gui"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        self.themes = QActionGroup(self)
        names = (self.tr("&Follow the system"), self.tr("&Light"), self.tr("&Dark"))
        for name, text in zip(THEMES, names, strict=True):
            action = self.themes.addAction(text)
            action.setCheckable(True)
            action.setData(name)
        self.themes.triggered.connect(lambda action: self.theme_chosen.emit(action.data()))

    def fill(self, menus: QMenuBar) -> None:
        """Put the actions into the menus."""
        file = menus.addMenu(self.tr("&File"))
        file.addActions([self.open_weights, self.shipped_weights])
        file.addSeparator()
        file.addAction(self.quit)
        edit = menus.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addAction(self.clear)
        edit.addSeparator()
        edit.addActions([self.wider, self.narrower])
        view = menus.addMenu(self.tr("&View"))
        view.addAction(self.framing)
        view.addMenu(self.tr("&Theme")).addActions(self.themes.actions())
        menus.addMenu(self.tr("&Help")).addAction(self.about)

    def set_theme(self, name: str, theme: Theme) -> None:
        """Show which theme was chosen, and draw the icons in its colours."""
        for action in self.themes.actions():
            action.setChecked(action.data() == name)
        self.undo.setIcon(icon("undo", theme))
        self.redo.setIcon(icon("redo", theme))
        self.clear.setIcon(icon("clear", theme))

    def _make(self, text: str, *keys: Keys) -> QAction:
        """Make an action that works in the whole window and whose tooltip tells its keys."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        name = text.replace("&", "").rstrip("…")
        native = QKeySequence.SequenceFormat.NativeText
        told = " / ".join(key.toString(native) for key in action.shortcuts())
        action.setToolTip(f"{name} ({told})" if told else name)
        self._window.addAction(action)
        return action
