"""The program's colours, light and dark, and the scales that turn values into them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ramp = NDArray[np.uint32]
"""256 colours, 0xffRRGGBB, from the lowest value to the highest."""


@dataclass(frozen=True)
class Colours:
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
        return blend(self.paper, self.ink)

    @cached_property
    def signed_ramp(self) -> Ramp:
        """Blue over paper to orange, for values from -1 to 1; told apart by colour-blind eyes."""
        return blend(self.negative, self.zero, self.positive)


LIGHT = Colours(
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
DARK = Colours(
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
    return np.asarray(ramp[np.clip(places, 0, 255).astype(np.uint8)])
