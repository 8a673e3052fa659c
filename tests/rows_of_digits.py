"""Pictures of rows of digits, made of MNIST's images: apart, touching, or on several lines."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from lenet_gui.core.photo.resizing import resize_area, resize_smoothly

Pixels = NDArray[np.uint8]
Ink = NDArray[np.float32]

HEIGHTS = 0.15
"""By how much heights vary, up and down."""
BASE_LINES = 0.07
"""By how much base lines vary, up and down, in heights."""
GAPS = {"apart": (0.08, 0.35), "touching": (-0.05, 0.05)}
"""The gaps between digits, in heights."""
MARGIN = 0.3
"""Paper around the digits and between lines, in heights."""


@dataclass(frozen=True, eq=False)
class Row:
    """A picture, uint8 (rows, columns), of the number `text`, with each digit's left and right."""

    grey: Pixels
    text: str
    places: tuple[tuple[float, float], ...]


def row_of_digits(
    images: Pixels,
    labels: Sequence[int] | NDArray[np.integer],
    random: Generator,
    gaps: str = "apart",
    lines: int = 1,
    photographed: bool = True,
) -> Row:
    """Paste digits, uint8 (n, 28, 28), chosen at random, beside each other.

    1 to 6 digits on a line, or 2 to 6 if they touch, 20 to 120 pixels high. `photographed` pictures
    have uneven light, a blur and noise; every fourth is light on dark.
    """
    height = float(random.uniform(20, 120))
    rows, texts, places = [], [], []
    for _ in range(lines):
        count = int(random.integers(2 if gaps == "touching" else 1, 7))
        chosen = random.integers(len(images), size=count)
        ink, sides = _line([images[index] for index in chosen], random, height, GAPS[gaps])
        rows.append(ink)
        texts.append("".join(str(labels[index]) for index in chosen))
        places += sides
    margin = round(MARGIN * height)
    width = max(row.shape[1] for row in rows)
    padded = [np.pad(row, ((0, margin), (0, width - row.shape[1]))) for row in rows]
    ink = np.pad(np.concatenate(padded), ((margin, 0), (margin, margin)))
    moved = tuple((left + margin, right + margin) for left, right in places)
    grey = _photographed(ink, random) if photographed else 255 * (1 - ink)
    return Row(np.clip(np.rint(grey), 0, 255).astype(np.uint8), "\n".join(texts), moved)


def _line(
    images: Sequence[Pixels], random: Generator, height: float, gaps: tuple[float, float]
) -> tuple[Ink, list[tuple[float, float]]]:
    """Return a line of digits' ink, from 0 to 1, and the left and right of each."""
    placed: list[tuple[Ink, int, int]] = []
    left, places = 0.0, []
    for number, image in enumerate(images):
        digit = _scaled(_cut(image), height * (1 + random.uniform(-HEIGHTS, HEIGHTS)))
        foot = height * (1 + HEIGHTS + BASE_LINES + random.uniform(-BASE_LINES, BASE_LINES))
        left += height * random.uniform(*gaps) if number else 0.0
        at = max(0, round(left))
        placed.append((digit, at, max(0, round(foot) - digit.shape[0])))
        places.append((float(at), float(at + digit.shape[1])))
        left += digit.shape[1]
    tall = max(top + digit.shape[0] for digit, _, top in placed)
    wide = max(at + digit.shape[1] for digit, at, _ in placed)
    ink = np.zeros((tall, wide), np.float32)
    for digit, at, top in placed:
        place = slice(top, top + digit.shape[0]), slice(at, at + digit.shape[1])
        ink[place] = np.maximum(ink[place], digit)
    return ink, places


def _cut(image: Pixels) -> Ink:
    """Return a digit's ink, cut to what is clearly ink, with its paler rim on paper."""
    rows, columns = np.nonzero(image > 60)
    own = image[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return own.astype(np.float32) / np.float32(255)


def _scaled(ink: Ink, height: float) -> Ink:
    """Scale a digit to a height; one wider than high by its width."""
    scale = height / max(ink.shape)
    rows, columns = (max(1, round(side * scale)) for side in ink.shape)
    resize = resize_area if scale < 1 else resize_smoothly
    return np.asarray(resize(ink, rows, columns), np.float32)


def _photographed(ink: Ink, random: Generator) -> NDArray[np.float64]:
    """Return ink on paper as grey values, in uneven light, out of focus and with noise."""
    dark, light = random.uniform(15, 80), random.uniform(190, 250)
    paper, pen = (dark, light) if random.random() < 0.25 else (light, dark)
    grey = paper + (pen - paper) * ink.astype(np.float64)
    ramps = [np.linspace(-0.5, 0.5, side) * random.uniform(-0.4, 0.4) for side in ink.shape]
    grey *= 0.9 + ramps[0][:, None] + ramps[1]
    for axis in (0, 1):
        grey = (grey + np.roll(grey, 1, axis) + np.roll(grey, -1, axis)) / 3
    return grey + random.normal(0, random.uniform(1, 5), grey.shape)
