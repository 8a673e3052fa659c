"""How the program looks and speaks: theme, contrast, colours, text size and language.

There is one `Appearance`; it belongs to the application, as palette and font do. A widget that
paints asks for `current_theme()` while it paints. Whatever keeps texts, styles or icons sets them
in a method and hands that to `follow_appearance`, which calls it now and after every change.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from lenet_gui.figure.colours import BLUE_ORANGE
from lenet_gui.ui.kit.i18n import ENGLISH, SYSTEM, installed, spoken
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import LIGHT, THEMES, Theme, choose_theme

USUAL = "usual"
TEXT_SIZES = {USUAL: 1.0, "larger": 1.2, "large": 1.4, "very large": 1.7, "largest": 2.0}
"""The text sizes by name, from the system's own upwards, as multiples of it."""


@dataclass(frozen=True)
class Look:
    """The user's choices; the fields' names are the settings' keys."""

    theme: str = THEMES[0]
    """One of THEMES."""
    colours: str = BLUE_ORANGE
    """The colour map for signed values: one of `figure.colours.SIGNED_MAPS`."""
    high_contrast: bool = False
    text_size: str = USUAL
    """One of TEXT_SIZES."""
    language: str = SYSTEM
    """SYSTEM or one of `i18n.LANGUAGES`."""
    less_motion: bool = False
    """Whether the kernel slides over a map in single steps only."""


class Appearance(QObject):
    """Applies a `Look` to the application and reports its changes."""

    changed = Signal()
    """Texts, styles and icons must be set again."""
    chosen = Signal(str, object)
    """The user made a choice to remember: its key and its value."""

    def __init__(self, parent: QObject) -> None:
        """Begin with Qt's own palette and font, and in English, until a look is used."""
        super().__init__(parent)
        self.look = Look()
        """The current choices."""
        self.theme = LIGHT
        """The colours to paint with."""
        self.language = ENGLISH
        """The language in use: one of `i18n.LANGUAGES`."""
        self._translators: list[QTranslator] = []
        QLocale.setDefault(QLocale(ENGLISH))
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def use(self, look: Look) -> None:
        """Apply a look to all windows, unless it is in use."""
        if look == self.look and self._translators:
            return
        self.look = look
        self._apply()

    def _apply(self) -> None:
        look = self.look
        self.theme = choose_theme(look.theme, look.colours, look.high_contrast)
        QApplication.setPalette(self.theme.palette())
        self._set_font(TEXT_SIZES[look.text_size])
        self._set_language(spoken(look.language))
        self.changed.emit()
        for widget in QApplication.allWidgets():
            widget.update()

    def choose(self, key: str, value: object) -> None:
        """Change one field of the look, for good."""
        self.use(replace(self.look, **{key: value}))  # type: ignore[arg-type]
        self.chosen.emit(key, value)

    def step_text_size(self, direction: int) -> None:
        """Choose the next larger text size (1), the next smaller one (-1) or the usual one (0)."""
        names = tuple(TEXT_SIZES)
        place = names.index(self.look.text_size if direction else USUAL) + direction
        self.choose("text_size", names[min(max(place, 0), len(names) - 1)])

    def _follow_system(self) -> None:
        if self.look.theme == THEMES[0]:
            self._apply()

    def _set_font(self, factor: float) -> None:
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        wanted = scaled_font(system, factor)
        # A font that was set no longer follows the system: so none is set for the usual size.
        if QApplication.font().pointSizeF() != wanted.pointSizeF():
            QApplication.setFont(wanted)

    def _set_language(self, language: str) -> None:
        if language == self.language and self._translators:
            return
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self.language, self._translators = language, installed(language)


class _HasAppearance(Protocol):
    appearance: Appearance


def appearance() -> Appearance:
    """Return the application's appearance."""
    return cast("_HasAppearance", QApplication.instance()).appearance


def current_theme() -> Theme:
    """Return the colours to paint with now."""
    return cast("_HasAppearance", QApplication.instance()).appearance.theme


def follow_appearance(dress: Callable[[], None]) -> None:
    """Call a QObject's method that sets texts, styles or icons: now, and after every change."""
    appearance().changed.connect(dress)
    dress()
