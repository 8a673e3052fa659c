"""The window's colours and spacing, and the style sheets that give Qt's widgets the same look."""

from dataclasses import asdict, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from lenet_gui.figure import colours
from lenet_gui.figure.colours import Colours

THEMES = ("system", colours.LIGHT.name, colours.DARK.name)
"""The themes to choose from, the default first."""
UNIT = 8
"""Logical pixels; all spacing is in multiples of it."""


class Theme(Colours):
    """The program's colours, for its own painting and for Qt's widgets."""

    @property
    def ring(self) -> int:
        """Width of the ring around the focused widget, in logical pixels."""
        return 3 if self.is_high_contrast else 2

    def palette(self) -> QPalette:
        """Return the palette for Qt's own widgets."""
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

    `signed_map` is one of `colours.SIGNED_MAPS`; `is_high_contrast` selects the theme's variant.
    """
    if name in (LIGHT.name, DARK.name):
        is_dark = name == DARK.name
    else:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    usual, strong = (DARK, HIGH_CONTRAST_DARK) if is_dark else (LIGHT, HIGH_CONTRAST_LIGHT)
    return replace(strong if is_high_contrast else usual, signed_map=signed_map)


def system_wants_contrast() -> bool:
    """Return whether the desktop asks for high contrast. False before Qt 6.10, which can't tell."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_wants_less_motion() -> bool:
    """Return whether the desktop asks for less motion. False before Qt 6.12, which can't tell."""
    hints = QGuiApplication.styleHints()
    preference = getattr(getattr(hints, "accessibility", lambda: None)(), "motionPreference", None)
    return preference is not None and preference().name == "ReducedMotion"


def window_style(theme: Theme) -> str:
    """Return the style of a whole window: quiet menus and buttons, and a ring around the focus."""
    return f"""
        QMenuBar {{ background: {theme.window}; padding: 2px 8px; }}
        QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
        QMenuBar::item:selected {{ background: {theme.hover}; }}
        QMenu {{
            background: {theme.surface}; border: 1px solid {theme.line}; padding: 4px;
            menu-scrollable: 1;
        }}
        QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        QMenu::item:disabled {{ color: {theme.disabled}; }}
        QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
        QToolTip {{
            background: {theme.surface}; color: {theme.text};
            border: 1px solid {theme.line}; padding: 3px;
        }}
        QSplitter::handle {{ background: transparent; }}
        QSplitter::handle:hover {{ background: {theme.track}; }}
        QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
        QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
        QScrollBar::handle {{ background: {theme.track}; border-radius: 4px; margin: 1px; }}
        QScrollBar::handle:vertical {{ min-height: 24px; }}
        QScrollBar::handle:horizontal {{ min-width: 24px; }}
        QScrollBar::handle:hover {{ background: {theme.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        {button_style(theme, "QPushButton")}
    """


def button_style(theme: Theme, selector: str) -> str:
    """Return a style for plain buttons; the ring takes the padding's place, so nothing moves."""
    return f"""
        {selector} {{
            background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.line};
            border-radius: 6px; padding: 4px 11px;
        }}
        {selector}:hover {{ background: {theme.hover}; }}
        {selector}:pressed {{ background: {theme.track}; }}
        {selector}:checked {{
            background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
        }}
        {selector}:disabled {{ color: {theme.disabled}; }}
        {selector}:focus {{ {ring(theme, theme.accent, 4, 11)} }}
        {selector}:checked:focus {{ {ring(theme, theme.text, 4, 11)} }}
    """


def quiet_button_style(theme: Theme) -> str:
    """Return a style for small tool buttons that have no box until the pointer is over them."""
    return f"""
        QToolButton {{
            border: 1px solid transparent; border-radius: 4px; padding: 2px; color: {theme.muted};
        }}
        QToolButton:hover {{ background: {theme.hover}; }}
        QToolButton:focus {{ {ring(theme, theme.accent, 2, 2)} }}
    """


def slider_style(theme: Theme) -> str:
    """Return a style for horizontal sliders: a track filled up to a round handle."""
    return f"""
        QSlider {{ min-height: 22px; }}
        QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.track}; }}
        QSlider::sub-page:horizontal {{
            height: 4px; border-radius: 2px; background: {theme.accent};
        }}
        QSlider::handle:horizontal {{
            width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
            background: {theme.accent};
        }}
        QSlider::handle:horizontal:focus {{ border: 2px solid {theme.text}; width: 12px; }}
    """


def ring(theme: Theme, colour: str, down: int, across: int) -> str:
    """Return the rules of a focus ring for a box with an edge of one pixel and this padding."""
    more = theme.ring - 1
    return (
        f"border: {theme.ring}px solid {colour};"
        f" padding: {max(0, down - more)}px {max(0, across - more)}px;"
    )
