"""Making actions and menus that keep their names in the current language, and name their keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lenet_gui.ui.kit.i18n import plain

Keys = QKeySequence.StandardKey | Qt.Key | str
Words = Callable[[], str]
"""Returns a text in the current language."""


class ActionMaker(QObject):
    """Makes a window's actions and menus, and knows what each of them is called."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._named: list[tuple[Callable[[str], None], Words]] = []

    def make(self, words: Words, *keys: Keys) -> QAction:
        """Make an action that works in the whole window, with its keys in the tooltip."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._keep_named(action.setText, words)
        self._window.addAction(action)
        return action

    def make_choice(self, *entries: tuple[str, Words]) -> QActionGroup:
        """Make a group of which one action is checked, at first the first; take data and texts."""
        group = QActionGroup(self)
        for data, words in entries:
            action = group.addAction("")
            self._keep_named(action.setText, words)
            action.setCheckable(True)
            action.setData(data)
        group.actions()[0].setChecked(True)
        return group

    def make_menu(self, words: Words) -> QMenu:
        """Make a menu of the window's, still empty."""
        menu = QMenu(self._window)
        self._keep_named(menu.setTitle, words)
        return menu

    def name_all(self) -> None:
        """Set all texts in the current language, and put the actions' keys into their tooltips."""
        for set_text, words in self._named:
            set_text(words())
        for action in self.findChildren(QAction):
            name_keys(action)

    def _keep_named(self, set_text: Callable[[str], None], words: Words) -> None:
        set_text(words())
        self._named.append((set_text, words))


def name_keys(action: QAction) -> None:
    """Put an action's name and keys into its tooltip."""
    action.setIconText(plain(action.text()))  # the text of buttons
    action.setToolTip(with_keys(action))


def with_keys(action: QAction) -> str:
    """Return an action's name, and its keys in brackets, as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    name = plain(action.text())
    keys = " / ".join(key.toString(native) for key in action.shortcuts())
    return f"{name} ({keys})" if keys else name
