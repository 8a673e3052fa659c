"""A figure of a comparison: scores, then every layer pinned, current, and as a difference."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import CLASSES, Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.comparison import COMPARED, FARTHEST, Comparison, Side
from lenet_gui.figure.colours import Colours, Ramp, colour, readable_on
from lenet_gui.figure.layouts import MARGIN, NORMAL, layer_title, verdict_in_words
from lenet_gui.figure.legend import SCALE_HEIGHT, SCALE_WIDTH, SMALL
from lenet_gui.figure.shapes import Box, Cells, Figure, Item, Run, Text
from lenet_gui.figure.tiling import FEW, GAPS, crisp

LABEL, COLUMN, BETWEEN, DISTANCE = 60, 256, 20, 80
"""Widths of the layers' names, of a column of maps, of the gaps, and of the distances."""
WIDTH = LABEL + 3 * (COLUMN + BETWEEN) + DISTANCE
IN_ROW = {"input": 1, "C1": 3, "S2": 6, "C3": 8, "S4": 8, "C5": 30, "F6": 28}
INPUT = 96
UNIT_HEIGHT = 10
ROW = 14
LINE = 20
BAR = 44
STRONG = 10.0
"""The difference of scores that has at least the strongest colour."""
PIXELS = 2
"""Pixels to a unit in PNG files: cells are whole ones."""


def comparison_figure(comparison: Comparison, names: tuple[str, str], theme: Colours) -> Figure:
    """Draw a comparison. `names` are those of the pinned side and of the current one.

    Pinned and current values span −1 … 1, the input's 0 … 1; differences span twice as much.
    """
    items: list[Item] = []
    top = float(MARGIN)
    scores, top = _scores(comparison, names, top, theme)
    items += scores
    headings = (
        (names[0], verdict_in_words(comparison.pinned.reading)),
        (names[1], verdict_in_words(comparison.current.reading)),
        ("Difference", f"{names[1].lower()} − {names[0].lower()}"),
    )
    for left, (name, words) in zip(_lefts(), headings, strict=True):
        items.append(Text(left, top + NORMAL, NORMAL, (Run(name, theme.text, is_bold=True),)))
        items.append(Text(left, top + NORMAL + 18, SMALL, (Run(words, theme.muted),)))
    right = MARGIN + WIDTH
    items.append(Text(right, top + NORMAL, SMALL, (Run("distance", theme.muted),), "end"))
    items.append(Text(right, top + NORMAL + 18, SMALL, (Run("(RMS)", theme.muted),), "end"))
    top += NORMAL + 18 + ROW
    for layer in COMPARED:
        row, top = _row(layer, comparison, top, theme)
        items += row
        top += ROW
    items += _legends(top, theme)
    top += SCALE_HEIGHT + LINE
    words = "Distance: the root of the mean square of a layer's differences. 0: equal."
    items.append(Text(MARGIN + LABEL, top, SMALL, (Run(words, theme.muted),)))
    bottom = top + MARGIN
    title = (
        f"LeNet-5 compared, layer by layer. {names[0]}:"
        f" {verdict_in_words(comparison.pinned.reading)}."
        f" {names[1]}: {verdict_in_words(comparison.current.reading)}."
    )
    return Figure(WIDTH + 2 * MARGIN, bottom, theme.window, title, tuple(items))


def _lefts() -> list[float]:
    return [float(MARGIN + LABEL + place * (COLUMN + BETWEEN)) for place in range(3)]


def _scores(
    comparison: Comparison, names: tuple[str, str], top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw bars of the probabilities and, below them, the scores and their difference."""
    heading = Run("Probability and score", theme.text, is_bold=True)
    items: list[Item] = [Text(MARGIN, top + NORMAL, NORMAL, (heading,))]
    sides = (comparison.pinned, comparison.current)
    inks = (theme.muted, theme.accent)
    right = float(MARGIN + WIDTH)
    for name, ink in reversed(list(zip(names, inks, strict=True))):
        items.append(Text(right, top + NORMAL, SMALL, (Run(f"■ {name}", ink),), "end"))
        right -= 16 + 7.5 * (len(name) + 2)
    top += NORMAL + ROW
    label = max(LABEL, 8 * max(len(name) for name in (*names, "difference")) + 8)
    pitch = (WIDTH - label) / CLASSES
    for digit in range(CLASSES):
        middle = MARGIN + label + (digit + 0.5) * pitch
        for side, ink, left in zip(sides, inks, (middle - 15, middle + 1), strict=True):
            items += _bar(side, digit, left, top, ink, theme)
        is_named = digit in {side.reading.most_probable for side in sides}
        shown = Run(str(digit), theme.text if is_named else theme.muted, is_named)
        items.append(Text(middle, top + BAR + 16, SMALL, (shown,), "middle"))
    baseline = top + BAR + 16 + LINE
    for number, (name, side) in enumerate(zip(names, sides, strict=True)):
        line = baseline + number * LINE
        items.append(Text(MARGIN, line, SMALL, (Run(name, theme.muted),)))
        items += _numbers(side, line, label, pitch, theme)
    line = baseline + 2 * LINE
    items.append(Text(MARGIN, line, SMALL, (Run("difference", theme.text, is_bold=True),)))
    items += _differences(comparison.score_differences, line, label, pitch, theme)
    return items, line + LINE


def _bar(side: Side, digit: int, left: float, top: float, ink: str, theme: Colours) -> list[Item]:
    items: list[Item] = [Cells(left, top, 14, BAR, _plain(theme.track))]
    found = side.reading.probabilities
    if found is not None and (high := round(float(found[digit]) * BAR, 2)) > 0:
        items.append(Cells(left, top + BAR - high, 14, high, _plain(ink)))
    return items


def _numbers(side: Side, line: float, label: float, pitch: float, theme: Colours) -> list[Item]:
    items: list[Item] = []
    for digit, score in enumerate(_listed(side.scores)):
        is_best = digit == side.reading.most_probable
        run = Run(_signed(score), theme.text if is_best else theme.muted, is_best)
        items.append(Text(MARGIN + label + (digit + 0.5) * pitch, line, SMALL, (run,), "middle"))
    return items


def _differences(
    values: Array | None, line: float, label: float, pitch: float, theme: Colours
) -> list[Item]:
    items: list[Item] = []
    if values is None:
        return items
    bound = max(STRONG, float(np.abs(values).max()))
    backs = colour(values, theme.signed_ramp, -bound, bound)
    for digit, value in enumerate(values.tolist()):
        left = MARGIN + label + digit * pitch + 3
        items.append(
            Cells(left, line - SMALL - 1, pitch - 6, LINE - 3, backs[None, digit : digit + 1])
        )
        run = Run(_signed(value), readable_on(int(backs[digit])), is_bold=True)
        items.append(Text(left + pitch / 2 - 3, line, SMALL, (run,), "middle"))
    return items


def _row(
    layer: Layer, comparison: Comparison, top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw a layer's maps in the three columns, and its distance; return their bottom edge, too."""
    name = layer.name
    items: list[Item] = [
        Text(MARGIN, top + SMALL, NORMAL, (Run(layer_title(layer), theme.text, is_bold=True),))
    ]
    low = -1.0 if layer.is_signed else 0.0
    ramp = theme.signed_ramp if layer.is_signed else theme.ink_ramp
    wide = FARTHEST if layer.is_signed else FARTHEST / 2
    columns: Sequence[tuple[Array | None, Ramp, float, float]] = (
        (comparison.pinned.values(name), ramp, low, 1.0),
        (comparison.current.values(name), ramp, low, 1.0),
        (comparison.differences.get(name), theme.signed_ramp, -wide, wide),
    )
    bottom = top
    for left, (values, own, least, most) in zip(_lefts(), columns, strict=True):
        shown = np.zeros(layer.shape, np.float32) if values is None else values
        colours = colour(shown, own, least, most).reshape(layer.maps, layer.size, layer.size)
        drawn, bottom = _maps(layer, colours, left, top, theme)
        items += drawn
    distance = comparison.distances.get(name)
    if distance is not None:
        right = float(MARGIN + WIDTH)
        run = Run(f"{distance:.2f}", theme.text, is_bold=True)
        items.append(Text(right, top + SMALL, SMALL, (run,), "end"))
        width = DISTANCE - BETWEEN
        items.append(Cells(right - width, top + SMALL + 6, width, 4, _plain(theme.track)))
        filled = round(width * min(1.0, distance / wide), 2)
        if filled > 0:
            items.append(Cells(right - width, top + SMALL + 6, filled, 4, _plain(theme.muted)))
    return items, bottom


def _maps(
    layer: Layer, colours: NDArray[np.uint32], left: float, top: float, theme: Colours
) -> tuple[list[Item], float]:
    in_row = IN_ROW[layer.name]
    rows = -(-layer.maps // in_row)
    items: list[Item] = []
    if layer.size == 1:
        width = COLUMN / in_row
        for row in range(rows):
            units = colours[row * in_row : (row + 1) * in_row].reshape(1, -1)
            items.append(Cells(left, top + row * UNIT_HEIGHT, width, UNIT_HEIGHT, units))
        items.append(Box(left, top, COLUMN, rows * UNIT_HEIGHT, theme.line))
        return items, top + rows * UNIT_HEIGHT
    gap = GAPS[in_row > FEW]
    room = INPUT if layer.kind == "input" else (COLUMN - (in_row - 1) * gap) / in_row
    cell = crisp(room, layer.size, PIXELS)
    side = cell * layer.size
    pitch = (COLUMN - side) / (in_row - 1) if in_row > 1 else 0.0
    for index, one in enumerate(colours):
        row, column = divmod(index, in_row)
        x, y = round((left + column * pitch) * PIXELS) / PIXELS, top + row * (side + gap)
        items += [Cells(x, y, cell, cell, one), Box(x, y, side, side, theme.line)]
    return items, top + rows * side + (rows - 1) * gap


def _legends(top: float, theme: Colours) -> list[Item]:
    """Draw the scale below each column."""
    items: list[Item] = []
    shades = theme.signed_ramp[np.linspace(0, 255, SCALE_WIDTH).round().astype(int)][None]
    for left, end in zip(_lefts(), ("1", "1", "2"), strict=True):
        x = left + 24
        items += [
            Text(left, top + SCALE_HEIGHT, SMALL, (Run(f"−{end}", theme.muted),)),
            Cells(x, top, 1, SCALE_HEIGHT, shades),
            Box(x, top, SCALE_WIDTH, SCALE_HEIGHT, theme.line),
            Text(x + SCALE_WIDTH + 8, top + SCALE_HEIGHT, SMALL, (Run(f"+{end}", theme.muted),)),
        ]
    return items


def _plain(ink: str) -> NDArray[np.uint32]:
    return np.array([[0xFF000000 | int(ink[1:], 16)]], np.uint32)


def _listed(values: Array | None) -> list[float]:
    return [] if values is None else [float(value) for value in values]


def _signed(value: float) -> str:
    return f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")
