"""The window's colours, from `figure.colours`, as Qt wants them, and its spacing."""

from dataclasses import asdict, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from lenet_gui.figure import colours
from lenet_gui.figure.colours import Colours, Ramp

__all__ = [
    "DARK",
    "HIGH_CONTRAST_DARK",
    "HIGH_CONTRAST_LIGHT",
    "LIGHT",
    "THEMES",
    "UNIT",
    "Ramp",
    "Theme",
    "choose_theme",
    "system_wants_contrast",
]

THEMES = ("system", colours.LIGHT.name, colours.DARK.name)
"""What can be chosen, the usual one first."""
UNIT = 8
"""Spacing is in multiples of this many logical pixels."""


class Theme(Colours):
    """The program's colours, given to Qt as well."""

    @property
    def ring(self) -> int:
        """Width of the ring around what has the focus, in logical pixels."""
        return 3 if self.is_high_contrast else 2

    def palette(self) -> QPalette:
        """Return the palette that Qt's own widgets paint themselves with."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: self.window,
            QPalette.ColorRole.WindowText: self.text,
            QPalette.ColorRole.Base: self.surface,
            QPalette.ColorRole.AlternateBase: self.window,
            QPalette.ColorRole.Text: self.text,
            QPalette.ColorRole.Button: self.surface,
            QPalette.ColorRole.ButtonText: self.text,
            QPalette.ColorRole.ToolTipBase: self.surface,
            QPalette.ColorRole.ToolTipText: self.text,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Highlight: self.accent,
            QPalette.ColorRole.HighlightedText: self.on_accent,
            QPalette.ColorRole.Link: self.accent,
            QPalette.ColorRole.Mid: self.line,
            QPalette.ColorRole.Accent: self.accent,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.disabled))
        return palette


LIGHT = Theme(**asdict(colours.LIGHT))
DARK = Theme(**asdict(colours.DARK))
HIGH_CONTRAST_LIGHT = Theme(**asdict(colours.HIGH_CONTRAST_LIGHT))
HIGH_CONTRAST_DARK = Theme(**asdict(colours.HIGH_CONTRAST_DARK))


def choose_theme(
    name: str, signed_map: str = colours.BLUE_ORANGE, is_high_contrast: bool = False
) -> Theme:
    """Return the theme called "light" or "dark"; any other name follows the system.

    `signed_map` is one of `colours.SIGNED_MAPS`; `is_high_contrast` asks for the theme's sibling.
    """
    if name in (LIGHT.name, DARK.name):
        is_dark = name == DARK.name
    else:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    usual, strong = (DARK, HIGH_CONTRAST_DARK) if is_dark else (LIGHT, HIGH_CONTRAST_LIGHT)
    return replace(strong if is_high_contrast else usual, signed_map=signed_map)


def system_wants_contrast() -> bool:
    """Tell whether the desktop asks for high contrast; False where Qt, before 6.10, can't tell."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
