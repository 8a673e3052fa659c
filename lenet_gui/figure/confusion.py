"""Which digits a network takes for which: counts, and the worst mistakes as pictures."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.figure.axes import share_label
from lenet_gui.figure.colours import LIGHT, Colours, blend, colour, readable_on
from lenet_gui.figure.layouts import MARGIN, NORMAL
from lenet_gui.figure.legend import SMALL
from lenet_gui.figure.shapes import Box, Cells, Figure, Item, Line, Run, Text

CELL = (44, 30)
"""Width and height of a count: room for 99,999."""
LABELS = 60
"""Width of the labels' column."""
RIGHT, WRONG = 0.2, (0.12, 0.6)
"""Strength of the colour of right answers, and of the rarest and the most frequent error."""
MISTAKES = 40
COLUMNS = 10
PIXEL = 2
PITCH = (76, 94)
"""From one mistake's left edge and top to the next one's."""
TABLE_TOP = MARGIN + 84


def confusion_matrix(name: str, counts: NDArray[np.int64], theme: Colours = LIGHT) -> Figure:
    """Draw counts, (10, 10): a row for each digit as written, a column for each one as read.

    `name` says which digits were counted.
    """
    total, right = int(counts.sum()), int(counts.trace())
    accuracy = f"{share_label(right / total, 4)} of {total:,} read right" if total else "no digits"
    cells = Cells(MARGIN + LABELS, TABLE_TOP, *CELL, _count_colours(counts, theme))
    items: list[Item] = [
        *_heading("Confusion matrix", f"{name}: {accuracy}", theme),
        *_labels(cells, theme),
        cells,
        *_grid(cells, theme),
    ]
    for (row, column), count in np.ndenumerate(counts):
        if count:
            ink = readable_on(int(cells.colours[row, column]))
            x = cells.x + (column + 0.5) * cells.cell_width
            y = cells.y + (row + 0.5) * cells.cell_height + 0.36 * SMALL
            items.append(Text(x, y, SMALL, (Run(f"{count:,}", ink),), "middle"))
    size = cells.x + cells.width + MARGIN, cells.y + cells.height + MARGIN
    return Figure(*size, theme.window, f"Confusion matrix, {name}", tuple(items))


def worst_mistakes(answers: LabelledAnswers, theme: Colours = LIGHT) -> Figure:
    """Draw up to 40 digits that were misread, the most confident mistake first."""
    wrong = answers.mistakes
    many = f"{len(wrong):,} of {len(answers.labels):,} misread"
    if len(wrong) > MISTAKES:
        many += f", the worst {MISTAKES} of them"
    items = _heading("Worst mistakes", f"{answers.name}: {many}", theme)
    top = MARGIN + 48
    read = answers.answers
    for place, index in enumerate(wrong[:MISTAKES].tolist()):
        row, column = divmod(place, COLUMNS)
        x, y = MARGIN + column * PITCH[0], top + row * PITCH[1]
        shades = answers.images[index].astype(np.float32)
        cells = Cells(x, y, PIXEL, PIXEL, colour(shades, theme.ink_ramp, 0, 255))
        words = (
            Run(f"{answers.labels[index]} → ", theme.text),
            Run(f"{read[index]}", theme.text, is_bold=True),
        )
        baseline = y + cells.height + 18
        items += [
            cells,
            Box(x, y, cells.width, cells.height, theme.line),
            Text(x + cells.width / 2, baseline, SMALL, words, "middle"),
        ]
    rows = -(-min(len(wrong), MISTAKES) // COLUMNS)
    width = (COLUMNS - 1) * PITCH[0] + 28 * PIXEL + 2 * MARGIN
    height = top + rows * PITCH[1] + (MARGIN - 12 if rows else 0)
    return Figure(width, height, theme.window, f"Worst mistakes, {answers.name}", tuple(items))


def _heading(name: str, words: str, theme: Colours) -> list[Item]:
    return [
        Text(MARGIN, MARGIN + NORMAL, NORMAL, (Run(name, theme.text, is_bold=True),)),
        Text(MARGIN, MARGIN + NORMAL + 20, SMALL, (Run(words, theme.muted),)),
    ]


def _count_colours(counts: NDArray[np.int64], theme: Colours) -> NDArray[np.uint32]:
    """Return a colour for each count: right ones blue, wrong ones orange by their number."""
    is_right = np.eye(CLASSES, dtype=bool)
    wrong = np.where(is_right, 0, counts)
    low, high = WRONG
    strength = np.where(is_right, RIGHT, low + (high - low) * wrong / max(1, int(wrong.max())))
    shares = np.where(counts > 0, strength, 0).astype(np.float32)
    blue = colour(shares, blend(theme.surface, theme.accent), 0, 1)
    orange = colour(shares, blend(theme.surface, theme.positive), 0, 1)
    return np.where(is_right, blue, orange)


def _labels(cells: Cells, theme: Colours) -> list[Item]:
    """Name rows and columns by digit, and say which is which."""
    above = cells.y - 8
    middle = cells.x + cells.width / 2
    items: list[Item] = [
        Text(cells.x - 12, above, SMALL, (Run("written", theme.muted),), "end"),
        Text(middle, above - 20, SMALL, (Run("read as", theme.muted),), "middle"),
    ]
    for digit in range(CLASSES):
        name = (Run(f"{digit}", theme.text),)
        x = cells.x + (digit + 0.5) * cells.cell_width
        y = cells.y + (digit + 0.5) * cells.cell_height + 0.36 * SMALL
        items.append(Text(x, above, SMALL, name, "middle"))
        items.append(Text(cells.x - 12, y, SMALL, name, "end"))
    return items


def _grid(cells: Cells, theme: Colours) -> list[Item]:
    """Separate the cells with lines in the background's colour."""
    right, bottom = cells.x + cells.width, cells.y + cells.height
    items: list[Item] = []
    for number in range(1, CLASSES):
        x, y = cells.x + number * cells.cell_width, cells.y + number * cells.cell_height
        items.append(Line(((x, cells.y), (x, bottom)), theme.window, 2))
        items.append(Line(((cells.x, y), (right, y)), theme.window, 2))
    return items
