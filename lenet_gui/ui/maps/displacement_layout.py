"""Where the layers of a slid network go: a pure function of the view's size.

All layers are drawn to one scale, below each other, so that what belongs together is in line: a
column of the output stands below the middle of the window that it saw. All lengths are logical
pixels; the strip's own are called cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.core.framing.strip import STEP
from lenet_gui.core.network.architecture import CLASSES, INPUT_SIZE

GAP = 6.0
LARGEST = 5.0
"""Largest side of a cell."""
SMALLEST, LEAST = 1.0, 2.0
"""Smallest side of a cell where the width is what lacks, and where the height is."""
FOLD = 4
"""Units beside each other in a column of C5 and F6: as many as it has cells."""
THIN = 2.0
"""Height of a unit of C5 and F6."""
BARS = 34.0
"""Height of the evidence."""
ENOUGH = 0.62
"""Share of the scale that the width allows for which maps are left out."""


@dataclass(frozen=True)
class Grid:
    """A layer over the strip: cells from the strip's left edge, a unit's side, rows of units."""

    left: int
    unit: int
    rows: int
    window: int
    """Units that a column of the output sees, from left to right."""

    def count(self, cells: int) -> int:
        """Return how many units lie beside each other over a strip of so many cells."""
        return (cells - 2 * self.left) // self.unit


MAPS = {
    "C1": Grid(2, 1, 28, 28),
    "S2": Grid(2, 2, 14, 14),
    "C3": Grid(6, 2, 10, 10),
    "S4": Grid(6, 4, 5, 5),
}
FOLDED = {"C5": 120 // FOLD, "F6": 84 // FOLD}
"""Rows of units that C5 and F6 have in each column."""
COLUMN = INPUT_SIZE // 2 - STEP // 2
"""The first column's left edge in cells: the middle of its window."""
CHOICES: tuple[tuple[str, ...], ...] = (
    ("C1", "S2", "C3", "S4", "C5", "F6"),
    ("C1", "C3", "C5", "F6"),
    ("C3", "C5", "F6"),
    ("C5", "F6"),
    (),
)
"""The layers that are shown between input and output, the most first."""


@dataclass(frozen=True)
class Sizes:
    """What the layout depends on besides the strip's cells."""

    width: float
    height: float
    gutter: float
    """Width of the names on the left."""
    row: float
    """Height of a digit's row in the output."""
    line: float
    """Height of a line of text."""


@dataclass(frozen=True)
class StripsLayout:
    """Each part's place by its name, `scale` pixels a cell from `left`, and the height of all.

    Besides the layers, "evidence", "sliding" and "cutting" have places.
    """

    scale: float
    left: float
    height: float
    columns: int
    places: Mapping[str, QRectF] = field(default_factory=dict)

    def x(self, cell: float) -> float:
        """Return where a cell begins."""
        return self.left + cell * self.scale

    def column_at(self, position: QPointF) -> int | None:
        """Return the column at a position, the nearest one beside the outermost; None outside."""
        cell = (position.x() - self.left) / self.scale
        if not 0 <= cell <= COLUMN * 2 + STEP * self.columns or self.name_at(position) is None:
            return None
        return min(max(int((cell - COLUMN) // STEP), 0), self.columns - 1)

    def name_at(self, position: QPointF) -> str | None:
        """Return the name of the part at a height, whatever the distance from the left."""
        for name, place in self.places.items():
            if place.top() - GAP / 2 <= position.y() <= place.bottom() + GAP / 2:
                return name
        return None

    def of_column(self, name: str, column: int) -> QRectF:
        """Return the part of a layer that a column of the output sees, or its own column."""
        place, scale = self.places[name], self.scale
        first, cells = COLUMN + STEP * column, STEP
        if name == "input":
            first, cells = STEP * column, INPUT_SIZE
        elif name in MAPS:
            grid = MAPS[name]
            first, cells = grid.left + STEP * column, grid.window * grid.unit
        return QRectF(self.x(first), place.top(), cells * scale, place.height())

    def cell(self, column: int, digit: int) -> QRectF:
        """Return a column's cell of the output."""
        place = self.places["output"]
        row = place.height() / CLASSES
        x = self.x(COLUMN + STEP * column)
        return QRectF(x, place.top() + digit * row, STEP * self.scale, row)


def lay_out(cells: int, sizes: Sizes) -> StripsLayout:
    """Place a strip's layers; the more maps there is room for, the more are shown."""
    wanted = min(LARGEST, (sizes.width - sizes.gutter) / cells)
    names, scale = CHOICES[-1], 0.0
    for names in CHOICES:
        scale = min(wanted, (sizes.height - _fixed(names, sizes)) / _growing(names))
        if scale >= ENOUGH * wanted:
            break
    return _placed(cells, names, max(min(wanted, SMALLEST), scale), sizes)


def least_height(sizes: Sizes) -> float:
    """Return the height below which something would be cut off."""
    return _fixed((), sizes) + LEAST * _growing(())


def _fixed(names: tuple[str, ...], sizes: Sizes) -> float:
    folded = sum(FOLDED.get(name, 0) * THIN for name in names)
    return folded + CLASSES * sizes.row + BARS + 2 * sizes.line + (len(names) + 4) * GAP


def _growing(names: tuple[str, ...]) -> int:
    return INPUT_SIZE + sum(MAPS[name].rows * MAPS[name].unit for name in names if name in MAPS)


def _placed(cells: int, names: tuple[str, ...], scale: float, sizes: Sizes) -> StripsLayout:
    left, top = sizes.gutter, 0.0
    columns = (cells - INPUT_SIZE) // STEP + 1
    places: dict[str, QRectF] = {}

    def add(name: str, first: float, count: float, height: float, gap: float = GAP) -> None:
        nonlocal top
        places[name] = QRectF(left + first * scale, top, count * scale, height)
        top += height + gap

    add("input", 0, cells, INPUT_SIZE * scale)
    for name in names:
        if name in MAPS:
            grid = MAPS[name]
            width = grid.count(cells) * grid.unit
            add(name, grid.left, width, grid.rows * grid.unit * scale)
        else:
            add(name, COLUMN, STEP * columns, FOLDED[name] * THIN)
    for name, height in (("output", CLASSES * sizes.row), ("evidence", BARS)):
        add(name, COLUMN, STEP * columns, height)
    add("sliding", 0, cells, sizes.line, 0)
    add("cutting", 0, cells, sizes.line, 0)
    return StripsLayout(scale, left, top, columns, places)
