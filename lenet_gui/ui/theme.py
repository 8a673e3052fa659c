"""The window's colours and sizes, light and dark: the only place that names them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

UNIT = 8
"""Spacing is in multiples of this many logical pixels."""

Ramp = NDArray[np.uint32]
"""256 colours, 0xffRRGGBB, from the lowest value to the highest."""


@dataclass(frozen=True)
class Theme:
    """Colours as #rrggbb. `negative`, `zero` and `positive` span the scale of signed values."""

    name: str
    window: str
    surface: str
    text: str
    muted: str
    line: str
    track: str
    hover: str
    accent: str
    on_accent: str
    paper: str
    ink: str
    negative: str
    zero: str
    positive: str

    @cached_property
    def ink_ramp(self) -> Ramp:
        """Paper to ink, for values from 0 to 1."""
        return _ramp(self.paper, self.ink)

    @cached_property
    def signed_ramp(self) -> Ramp:
        """Blue over paper to orange, for values from -1 to 1; told apart by colour-blind eyes."""
        return _ramp(self.negative, self.zero, self.positive)

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
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.line).darker(120))
        return palette


LIGHT = Theme(
    name="light",
    window="#f6f6f2",
    surface="#ffffff",
    text="#1a1f24",
    muted="#59636e",
    line="#dcdcd6",
    track="#e3e3dd",
    hover="#ecece6",
    accent="#1f6db4",
    on_accent="#ffffff",
    paper="#ffffff",
    ink="#14171a",
    negative="#1f66b0",
    zero="#f7f7f5",
    positive="#c4560c",
)
DARK = Theme(
    name="dark",
    window="#15191c",
    surface="#1e2327",
    text="#eceff2",
    muted="#9da7b0",
    line="#363d43",
    track="#31373c",
    hover="#2a3035",
    accent="#69b1f2",
    on_accent="#0d1a26",
    paper="#101214",
    ink="#f4f5f6",
    negative="#5aa5ee",
    zero="#1d2125",
    positive="#f4994a",
)


def choose_theme(name: str) -> Theme:
    """Return the theme called "light" or "dark"; any other name follows the system."""
    if name in (LIGHT.name, DARK.name):
        return DARK if name == DARK.name else LIGHT
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def _ramp(*colours: str) -> Ramp:
    """Blend evenly spaced colours into 256."""
    shades = [QColor(colour) for colour in colours]
    stops = np.array([(c.red(), c.green(), c.blue()) for c in shades], np.float64)
    places = np.linspace(0, len(colours) - 1, 256)
    red, green, blue = (
        np.interp(places, np.arange(len(colours)), stops[:, channel]).round().astype(np.uint32)
        for channel in range(3)
    )
    return np.asarray(0xFF000000 | red << 16 | green << 8 | blue, np.uint32)
