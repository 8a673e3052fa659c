"""The program's colours, light and dark, and the ramps that values are coloured with."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

Ramp = NDArray[np.uint32]
"""256 colours, 0xffRRGGBB, from the lowest value to the highest."""
BLUE_ORANGE = "blue-orange"
SIGNED_MAPS: dict[str, tuple[str, str] | None] = {
    BLUE_ORANGE: None,
    "blue-red": ("crameri:vik", "crameri:berlin"),
    "blue-green": ("crameri:cork", "crameri:tofino"),
}
"""Ramps for signed values: our own, and published ones, light and dark at zero.

Source: F. Crameri, "Scientific colour maps", doi:10.5281/zenodo.1243862, from the package cmap.
"""


@dataclass(frozen=True)
class Colours:
    """Colours as #rrggbb. `negative`, `zero` and `positive` span the ramp of signed values.

    `line` outlines pictures and controls; in high contrast it alone sets them off.
    """

    name: str
    window: str
    surface: str
    text: str
    muted: str
    disabled: str
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
    signed_map: str = BLUE_ORANGE
    """The ramp of signed values, one of SIGNED_MAPS."""
    is_dark: bool = False
    is_high_contrast: bool = False

    @cached_property
    def ink_ramp(self) -> Ramp:
        """Paper to ink, for values from 0 to 1."""
        return blend(self.paper, self.ink)

    @cached_property
    def signed_ramp(self) -> Ramp:
        """The colours for values from -1 to 1, with nearly the colour of paper at 0.

        Colour-blind people can distinguish the two ends of each ramp.
        """
        published = SIGNED_MAPS[self.signed_map]
        if published is None:
            return blend(self.negative, self.zero, self.positive)
        # Imported on demand: the window starts faster without it.
        from cmap import Colormap

        light, dark = published
        table = Colormap(dark if self.is_dark else light).lut(256)
        red, green, blue, _ = (np.asarray(table) * 255).round().astype(np.uint32).T
        return np.asarray(0xFF000000 | red << 16 | green << 8 | blue, np.uint32)


LIGHT = Colours(
    name="light",
    window="#f6f6f2",
    surface="#ffffff",
    text="#1a1f24",
    muted="#59636e",
    disabled="#868e96",
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
DARK = Colours(
    name="dark",
    window="#15191c",
    surface="#1e2327",
    text="#eceff2",
    muted="#9da7b0",
    disabled="#6f7981",
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
    is_dark=True,
)
HIGH_CONTRAST_LIGHT = Colours(
    name="light, high contrast",
    window="#ffffff",
    surface="#ffffff",
    text="#000000",
    muted="#2b3136",
    disabled="#6b7278",
    line="#5c6369",
    track="#dcdcd8",
    hover="#e6e6e2",
    accent="#00458f",
    on_accent="#ffffff",
    paper="#ffffff",
    ink="#000000",
    negative="#00458f",
    zero="#ffffff",
    positive="#933a00",
    is_high_contrast=True,
)
HIGH_CONTRAST_DARK = Colours(
    name="dark, high contrast",
    window="#000000",
    surface="#000000",
    text="#ffffff",
    muted="#d6dce2",
    disabled="#949ba1",
    line="#9ba3aa",
    track="#2e3338",
    hover="#22262a",
    accent="#8cc8ff",
    on_accent="#000000",
    paper="#000000",
    ink="#ffffff",
    negative="#74b8ff",
    zero="#000000",
    positive="#ffae66",
    is_dark=True,
    is_high_contrast=True,
)
PALETTES = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)


def blend(*colours: str) -> Ramp:
    """Blend evenly spaced colours, #rrggbb each, into 256."""
    stops = np.array([list(bytes.fromhex(colour[1:])) for colour in colours], np.float64)
    places = np.linspace(0, len(colours) - 1, 256)
    red, green, blue = (
        np.interp(places, np.arange(len(colours)), stops[:, channel]).round().astype(np.uint32)
        for channel in range(3)
    )
    return np.asarray(0xFF000000 | red << 16 | green << 8 | blue, np.uint32)


def colour(values: NDArray[np.float32], ramp: Ramp, low: float, high: float) -> NDArray[np.uint32]:
    """Return the colour of each value, of the same shape; `low` to `high` span the ramp."""
    places = (values - np.float32(low)) * np.float32(255 / (high - low)) + np.float32(0.5)
    # For few values np.clip takes three times as long.
    np.minimum(np.maximum(places, 0, out=places), 255, out=places)
    return np.asarray(ramp[places.astype(np.uint8)])


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, 0xffRRGGBB, from 1 to 21 (WCAG 2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=2048)
def readable_on(background: int) -> str:
    """Return black or white, whichever contrasts more with 0xffRRGGBB."""
    black, white = contrast(0xFF000000, background), contrast(0xFFFFFFFF, background)
    return "#000000" if black >= white else "#ffffff"


def _luminance(colour: int) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2)."""
    total = 0.0
    for share, shift in ((0.2126, 16), (0.7152, 8), (0.0722, 0)):
        channel = (colour >> shift & 0xFF) / 255
        linear = channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        total += share * linear
    return total
