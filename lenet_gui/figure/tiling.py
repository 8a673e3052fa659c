"""The place of each layer's maps in exported figures; the window finds its own (maps_layout)."""

from dataclasses import dataclass

from lenet_gui.core.network.architecture import Layer

UNIT_HEIGHT = 26.0
"""Largest height of a single unit's cell."""
GAPS = (6, 4)
"""Smallest gap between tiles, in logical pixels: in rows of up to FEW, and of more."""
FEW = 8


@dataclass(frozen=True)
class Tiling:
    """`columns` maps in a row that has room for `span` of them."""

    columns: int
    span: int


TILINGS = {
    "input": Tiling(1, 7),
    "C1": Tiling(6, 6),
    "S2": Tiling(6, 9),
    "C3": Tiling(8, 8),
    "S4": Tiling(16, 16),
    "C5": Tiling(40, 40),
    "F6": Tiling(42, 42),
    "output": Tiling(10, 10),
}


@dataclass(frozen=True)
class Place:
    """A rectangle, in logical pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Tiles:
    """A layer's maps in rows `width` logical pixels wide, with their corner at `left` and `top`.

    Cells are whole device pixels, `ratio` of which make a logical one. Single units are cells that
    touch.
    """

    layer: Layer
    width: float
    left: float
    top: float
    ratio: float = 1.0

    @property
    def is_units(self) -> bool:
        """Whether each map is a single value."""
        return self.layer.size == 1

    @property
    def height(self) -> float:
        """Height of all rows, in logical pixels."""
        rows = -(-self.layer.maps // self._tiling.columns)
        return rows * self.size[1] + (rows - 1) * self._gap

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of one map."""
        span = self._tiling.span
        if self.is_units:
            side = self.width / span
            return side, min(side, UNIT_HEIGHT)
        side = self._side(span, self.layer.size)
        return side, side

    def places(self) -> list[Place]:
        """Return each map's place."""
        return [self._place(index) for index in range(self.layer.maps)]

    @property
    def _tiling(self) -> Tiling:
        return TILINGS[self.layer.name]

    @property
    def _gap(self) -> int:
        return 0 if self.is_units else GAPS[self._tiling.columns > FEW]

    def _side(self, span: int, cells: int) -> float:
        """Return the side of the largest crisp tile that fits `span` times into the row."""
        room = (self.width - (span - 1) * self._gap) / span
        return crisp(room, cells, self.ratio) * cells

    def _pitch(self) -> float:
        """Return the distance from one tile's left edge to the next's."""
        columns = self._tiling.columns
        if self.is_units:
            return self.width / columns
        # From edge to edge, each smaller map below its source.
        full = self.size[0]
        if self._tiling.span != columns:
            full = self._side(columns, self.layer.source[1])
        return (self.width - full) / max(1, columns - 1)

    def _place(self, index: int) -> Place:
        row, column = divmod(index, self._tiling.columns)
        pitch, (width, height) = self._pitch(), self.size
        x, y = self.left + column * pitch, self.top + row * (height + self._gap)
        left, top = snap(x, self.ratio), snap(y, self.ratio)
        if self.is_units:  # neighbours share an edge, wherever it snaps to
            width = snap(self.left + (column + 1) * pitch, self.ratio) - left
            height = snap(self.top + (row + 1) * height, self.ratio) - top
        return Place(left, top, width, height)


def crisp(length: float, cells: int, ratio: float) -> float:
    """Return the largest cell of whole device pixels, in logical pixels.

    `cells` of them fit into `length`; `ratio` is the device pixel ratio.
    """
    return max(1, int(length * ratio / cells + 1e-6)) / ratio


def snap(value: float, ratio: float) -> float:
    """Round a coordinate to the nearest edge of a device pixel."""
    return round(value * ratio) / ratio
