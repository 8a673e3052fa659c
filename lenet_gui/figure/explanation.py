"""A figure of an explanation: scores, strokes, ink, units and maps, each adding up."""

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.explaining.explanation import Explanation
from lenet_gui.core.explaining.pair import Values
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.figure.colours import Colours, colour
from lenet_gui.figure.explanation_words import answer, question, signed, strokes_note
from lenet_gui.figure.layouts import MARGIN, NORMAL, WIDTH
from lenet_gui.figure.legend import SMALL
from lenet_gui.figure.shapes import Anchor, Box, Cells, Figure, Item, Line, Run, Text
from lenet_gui.figure.tiling import FEW, GAPS, crisp

LINE = 20
BETWEEN = 28
"""From the end of one part to the heading of the next."""
TITLE = 20.0
STROKES = 500
"""Width of the column of strokes, with the gap beside it."""
NAMES, NUMBERS = 150, 72
"""Widths of the strokes' names and of their numbers."""
ROW, THICK = 36, 16
"""Height of a stroke's row, and of its bar."""
PIXELS = 2
"""Pixels to a unit in PNG files: cells are whole ones."""
INK = 8
"""Side of an input's pixel."""
UNITS = 56
"""Height of the largest unit's bar."""
NAMED = 3
"""Units that are named at either end."""
THINNEST = 0.05
"""Length of the shortest bar that is drawn."""
NOTHING = 5e-4
"""What rounds to zero with three decimals."""


def explanation_figure(
    explanation: Explanation, padded: Image, strokes: Image | None, theme: Colours, words: str = ""
) -> Figure:
    """Draw an explanation of an input, float32 (32, 32).

    `strokes`, float32 (strokes, 28, 28), are those of a drawing, each alone; `words` are the
    reading's.
    """
    heading = (Run(question(explanation), theme.text, is_bold=True),)
    lines = [answer(explanation)] + ([f"{words}."] if words else [])
    items: list[Item] = [Text(MARGIN, MARGIN + TITLE, TITLE, heading)]
    top = MARGIN + TITLE + 8
    for line in lines:
        top += LINE
        items.append(Text(MARGIN, top, NORMAL, (Run(line, theme.text),)))
    top += BETWEEN + 8
    more, top = _scores(explanation, top, theme)
    items += more
    more, top = _drawn(explanation, padded, strokes, top + 38, theme)
    items += more
    top += BETWEEN
    more, top = _units(explanation, top, theme)
    items += more
    for name in ("C3", "C1"):
        more, top = _maps(explanation, name, top + BETWEEN, theme)
        items += more
    title = f"{question(explanation)} {answer(explanation)}"
    return Figure(WIDTH + 2 * MARGIN, top + MARGIN, theme.window, title, tuple(items))


def _heading(name: str, note: str, left: float, baseline: float, theme: Colours) -> Text:
    runs = (Run(name, theme.text, is_bold=True), Run(f"  {note}", theme.muted))
    return Text(left, baseline, NORMAL, runs)


def _sum_of(first: str, start: float, rest: str, total: float, theme: Colours) -> tuple[Run, ...]:
    """Write a sum: what it begins with, all that is added, and the difference."""
    words = f"{first} {signed(start)} + {rest} {signed(total - start)} = "
    return Run(words, theme.muted), Run(signed(total), theme.text, is_bold=True)


def _scores(explanation: Explanation, top: float, theme: Colours) -> tuple[list[Item], float]:
    """Draw the ten scores as numbers with bars from a common zero."""
    note = "what the softmax turns into probabilities"
    items: list[Item] = [_heading("Scores", note, MARGIN, top, theme)]
    pitch = WIDTH / CLASSES
    bound = max(float(np.abs(explanation.scores).max()), NOTHING)
    for digit, score in enumerate(explanation.scores.tolist()):
        left = MARGIN + digit * pitch
        ink = _ink_of(explanation, digit, theme)
        runs = (
            Run(f"{digit}  ", theme.text, is_bold=True),
            Run(signed(score, 2), theme.text if ink != theme.muted else theme.muted),
        )
        items.append(Text(left, top + 28, SMALL, runs))
        width = pitch - 14
        items.append(Cells(left, top + 37, width, 6, _plain(theme.track)))
        items += _bar(left + width / 2, top + 37, score / bound * width / 2, 6, ink)
        middle = left + width / 2
        items.append(Line(((middle, top + 34), (middle, top + 46)), theme.muted))
    return items, top + 46


def _ink_of(explanation: Explanation, digit: int, theme: Colours) -> str:
    """Return the colour of a digit: one for each of the pair, grey for the others."""
    if digit == explanation.pair.digit:
        return theme.positive
    return theme.negative if digit == explanation.pair.against else theme.muted


def _drawn(
    explanation: Explanation, padded: Image, strokes: Image | None, top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw the strokes' shares at the left and the ink's at the right."""
    left, first_bottom = _strokes(explanation, strokes, top, theme)
    right, second_bottom = _ink(explanation, padded, MARGIN + STROKES, top, theme)
    return left + right, max(first_bottom, second_bottom)


def _strokes(
    explanation: Explanation, strokes: Image | None, top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw a waterfall: from the blank page, stroke by stroke, to the difference."""
    total = explanation.difference
    note = f"each stroke’s share of {signed(total)}"
    items: list[Item] = [_heading("By stroke", note, MARGIN, top, theme)]
    words = strokes_note(explanation)
    shares = explanation.by_stroke
    if shares is None:
        items.append(Text(MARGIN, top + LINE + 4, SMALL, (Run(words, theme.muted),)))
        return items, top + LINE + 4
    steps = [shares.blank, *shares.shares.tolist()]
    names = ["blank page", *(f"stroke {number}" for number in range(1, len(steps)))]
    ends = list(accumulate(steps))
    begins = [0.0, *ends[:-1]]
    low, high = min(0.0, *ends), max(0.0, *ends)
    left = MARGIN + NAMES
    room = STROKES - BETWEEN - NAMES - NUMBERS
    scale = room / max(high - low, NOTHING)
    zero = left - low * scale
    y = top + 14
    bottom = y + (len(steps) + 1) * ROW
    items.append(Line(((zero, y), (zero, bottom)), theme.line))
    rows = zip(names, begins, steps, ends, strict=True)
    for number, (name, begin, step, end) in enumerate(rows):
        image = None if strokes is None or number == 0 else strokes[number - 1]
        items += _thumbnail(image, MARGIN, y + (ROW - 28) / 2, theme)
        items += _row(name, step, y, theme)
        ink = theme.positive if step > 0 else theme.negative
        items += _bar(zero + begin * scale, y + (ROW - THICK) / 2, step * scale, THICK, ink)
        place = zero + end * scale
        items.append(Line(((place, y + (ROW - THICK) / 2), (place, y + ROW)), theme.muted))
        y += ROW
    end_of_row = MARGIN + STROKES - BETWEEN
    items.append(Line(((MARGIN, y), (end_of_row, y)), theme.muted))
    items += _row(_minus(explanation), total, y, theme, is_bold=True)
    ink = theme.positive if total > 0 else theme.negative
    items += _bar(zero, y + (ROW - THICK) / 2, total * scale, THICK, ink)
    y += ROW
    if words:
        y += LINE
        items.append(Text(MARGIN, y - 4, SMALL, (Run(words, theme.muted),)))
    return items, y


def _minus(explanation: Explanation) -> str:
    return f"{explanation.pair.digit} minus {explanation.pair.against}"


def _row(name: str, value: float, y: float, theme: Colours, is_bold: bool = False) -> list[Item]:
    """Write a stroke's name and its number."""
    baseline = y + ROW / 2 + 0.36 * NORMAL
    left = MARGIN if is_bold else MARGIN + ROW + 6
    right = MARGIN + STROKES - BETWEEN
    return [
        Text(left, baseline, NORMAL, (Run(name, theme.text, is_bold),)),
        Text(right, baseline, NORMAL, (Run(signed(value), theme.text, is_bold),), "end"),
    ]


def _thumbnail(image: Image | None, x: float, y: float, theme: Colours) -> list[Item]:
    """Draw a stroke alone, (28, 28), as small as a row."""
    shown = np.zeros((28, 28), np.float32) if image is None else image
    cells = Cells(x, y, 1, 1, colour(shown, theme.ink_ramp, 0, 1))
    return [cells, Box(x, y, cells.width, cells.height, theme.line)]


def _ink(
    explanation: Explanation, padded: Image, left: float, top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw each pixel's share in colour, the ink itself beside its sum, and the error."""
    ink = explanation.by_ink
    pair = explanation.pair
    items: list[Item] = [_heading("By ink", "which ink speaks for which digit", left, top, theme)]
    y = top + 14
    bound = max(float(np.abs(ink.shares).max()), NOTHING)
    cells = Cells(left, y, INK, INK, _shades(ink.shares, bound, theme))
    items += [cells, Box(left, y, cells.width, cells.height, theme.line)]
    items += _outline(padded, cells, theme)
    y += cells.height + LINE
    shades = theme.signed_ramp[np.linspace(0, 255, 64).round().astype(int)][None]
    below = f"for {pair.against}"
    items += [
        Text(left, y, SMALL, (Run(below, theme.text),)),
        Cells(left + 40, y - 9, 1, 10, shades),
        Box(left + 40, y - 9, 64, 10, theme.line),
        Text(left + 112, y, SMALL, (Run(f"for {pair.digit}", theme.text),)),
        Text(left + cells.width, y, SMALL, (Run(f"±{bound:.3f} a pixel", theme.muted),), "end"),
    ]
    total = ink.blank + float(ink.shares.sum())
    y += LINE + 4
    items.append(Text(left, y, SMALL, _sum_of("blank", ink.blank, "ink", total, theme)))
    y += LINE - 2
    missed = f"error of the sum: {abs(ink.error):.4f}"
    items.append(Text(left, y, SMALL, (Run(missed, theme.muted),)))
    return items, y


def _outline(padded: Image, cells: Cells, theme: Colours) -> list[Item]:
    """Draw a line around the ink: ink that counts for nothing has no colour."""
    is_ink = np.pad(padded >= 0.5, 1)
    items: list[Item] = []
    for axis in (0, 1):
        changes = np.diff(is_ink.astype(np.int8), axis=axis) != 0
        for row, column in np.argwhere(changes).tolist():
            begin = (column - 1, row) if axis == 0 else (column, row - 1)
            end = (column, row)
            ends = tuple(
                (cells.x + x * cells.cell_width, cells.y + y * cells.cell_height)
                for x, y in (begin, end)
            )
            items.append(Line(ends, theme.muted))
    return items


def _units(explanation: Explanation, top: float, theme: Colours) -> tuple[list[Item], float]:
    """Draw F6's shares as bars, from the one that speaks most for the digit to the last."""
    shares = explanation.by_unit.shares
    order = np.argsort(-shares, kind="stable")
    total = explanation.difference
    right = MARGIN + WIDTH
    runs = _sum_of("bias", explanation.by_unit.bias, "units", total, theme)
    items: list[Item] = [
        _heading("By unit", f"F6: {len(shares)} units, sorted", MARGIN, top, theme),
        Text(right, top, SMALL, runs, "end"),
    ]
    best, worst = order[:NAMED].tolist(), order[: -NAMED - 1 : -1].tolist()
    pair = explanation.pair
    for left, units, digit in ((MARGIN, best, pair.digit), (right, worst, pair.against)):
        run = Run(f"most for {digit}: {_named(shares, units)}", theme.muted)
        anchor: Anchor = "start" if left == MARGIN else "end"
        items.append(Text(left, top + LINE, SMALL, (run,), anchor))
    bound = max(float(np.abs(shares).max()), NOTHING)
    zero = top + LINE + 14 + UNITS * max(float(shares.max()), 0) / bound
    pitch = WIDTH / len(shares)
    for place, unit in enumerate(order.tolist()):
        height = abs(float(shares[unit])) / bound * UNITS
        if height < THINNEST:
            continue
        is_up = shares[unit] > 0
        ink = theme.positive if is_up else theme.negative
        y = zero - height if is_up else zero
        items.append(Cells(MARGIN + place * pitch, y, pitch - 1.5, height, _plain(ink)))
    items.append(Line(((MARGIN, zero), (right, zero)), theme.muted))
    return items, zero + UNITS * max(-float(shares.min()), 0) / bound


def _named(shares: Values, units: list[int]) -> str:
    return ", ".join(f"unit {unit + 1} {signed(float(shares[unit]))}" for unit in units)


def _maps(
    explanation: Explanation, name: str, top: float, theme: Colours
) -> tuple[list[Item], float]:
    """Draw the shares of a layer's maps: a picture and a sum for each."""
    shares = explanation.by_ink.maps[name]
    blank, sums = explanation.by_ink.blank, shares.sum(axis=(1, 2))
    right = MARGIN + WIDTH
    runs = _sum_of("blank", blank, "maps", blank + float(sums.sum()), theme)
    items: list[Item] = [
        _heading(f"By map of {name}", "each map’s share", MARGIN, top, theme),
        Text(right, top, SMALL, runs, "end"),
    ]
    count, size = len(shares), shares.shape[1]
    gap = GAPS[count > FEW]
    cell = crisp((WIDTH - (count - 1) * gap) / count, size, PIXELS)
    side = cell * size
    pitch = (WIDTH - side) / (count - 1)
    bound = max(float(np.abs(shares).max()), NOTHING)
    y = top + 14
    strongest = np.argsort(-np.abs(sums))[:NAMED]
    for number, (values, share) in enumerate(zip(shares, sums.tolist(), strict=True)):
        x = round((MARGIN + number * pitch) * PIXELS) / PIXELS
        shades = _shades(values, bound, theme)
        items += [Cells(x, y, cell, cell, shades), Box(x, y, side, side, theme.line)]
        is_bold = number in strongest
        run = Run(signed(share, 2), theme.text if is_bold else theme.muted, is_bold)
        items.append(Text(x + side / 2, y + side + 16, SMALL, (run,), "middle"))
    return items, y + side + 16


def _shades(values: Values, bound: float, theme: Colours) -> NDArray[np.uint32]:
    return colour(values.astype(np.float32), theme.signed_ramp, -bound, bound)


def _bar(x: float, y: float, length: float, thickness: float, ink: str) -> list[Item]:
    """Draw a bar from `x` to the right, or to the left if its length is negative."""
    if abs(length) < THINNEST:
        return []
    left = x if length > 0 else x + length
    return [Cells(left, y, abs(length), thickness, _plain(ink))]


def _plain(ink: str) -> NDArray[np.uint32]:
    return np.array([[0xFF000000 | int(ink[1:], 16)]], np.uint32)
