"""How the window looks: which theme, in which contrast, with which colours for signed values."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from lenet_gui.figure.colours import BLUE_ORANGE, SIGNED_MAPS
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.theme import THEMES, Theme, choose_theme, system_wants_contrast


class Looks(QObject):
    """Makes the theme of what was chosen, and remembers the choices."""

    changed = Signal()
    """There is another theme."""

    def __init__(self, settings: Settings, name: str | None, parent: QObject) -> None:
        """Begin with the choices of last time; a theme that is named goes before them."""
        super().__init__(parent)
        self._settings = settings
        self._name = name or settings.choice("theme", THEMES, THEMES[0])
        self._signed_map = settings.choice("colours", tuple(SIGNED_MAPS), BLUE_ORANGE)
        self._has_high_contrast = settings.flag("high_contrast", system_wants_contrast())
        self._theme = self._chosen()
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The colours to paint with."""
        return self._theme

    @property
    def name(self) -> str:
        """Which of THEMES was chosen."""
        return self._name

    @property
    def signed_map(self) -> str:
        """Which of SIGNED_MAPS was chosen."""
        return self._signed_map

    @property
    def has_high_contrast(self) -> bool:
        """Whether text and outlines stand out as much as they can."""
        return self._has_high_contrast

    def use(self, name: str) -> None:
        """Use the theme "light" or "dark", or with "system" the one of the desktop."""
        self._name = name
        self._renew()

    def choose(self, name: str) -> None:
        """Use a theme, and remember it."""
        self._settings.keep("theme", name)
        self.use(name)

    def choose_signed_map(self, name: str) -> None:
        """Use other colours for signed values, one of SIGNED_MAPS, and remember them."""
        self._signed_map = name
        self._settings.keep("colours", name)
        self._renew()

    def choose_high_contrast(self, is_on: bool) -> None:
        """Turn high contrast on or off, and remember it."""
        self._has_high_contrast = is_on
        self._settings.keep("high_contrast", is_on)
        self._renew()

    def _follow_system(self) -> None:
        if self._name == "system":
            self._renew()

    def _chosen(self) -> Theme:
        return choose_theme(self._name, self._signed_map, self._has_high_contrast)

    def _renew(self) -> None:
        self._theme = self._chosen()
        self.changed.emit()
