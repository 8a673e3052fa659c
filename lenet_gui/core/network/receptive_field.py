"""Receptive fields from the layer table: which units see which, in both directions.

Source: LeCun et al. 1998, section II-A, on local receptive fields.
"""

from dataclasses import dataclass
from itertools import pairwise

from lenet_gui.core.network.architecture import FRAME_SIZE, LAYERS, PADDING, Layer


@dataclass(frozen=True)
class Region:
    """A rectangle of cells: rows `top` … `bottom` - 1 and columns `left` … `right` - 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    @property
    def is_empty(self) -> bool:
        """Whether it is empty."""
        return self.height <= 0 or self.width <= 0

    def moved(self, rows: int, columns: int) -> "Region":
        """Return the region moved by rows down and columns to the right."""
        return Region(
            self.top + rows, self.left + columns, self.bottom + rows, self.right + columns
        )

    def within(self, size: int) -> "Region":
        """Return its part on a map of `size`×`size` cells."""
        return Region(
            max(self.top, 0), max(self.left, 0), min(self.bottom, size), min(self.right, size)
        )


def cell(row: int, column: int) -> Region:
    """Return the region that is one cell."""
    return Region(row, column, row + 1, column + 1)


def layers_before(layer: Layer) -> tuple[Layer, ...]:
    """Return the layers that a layer sees, directly or through others, the nearest first."""
    return LAYERS[: LAYERS.index(layer)][::-1]


def seen_by(layer: Layer, row: int, column: int) -> dict[str, Region]:
    """Return what the units at (row, column) of a layer's maps see, by name of each layer before.

    Regions are cut at the maps' edges, so they leave padding out.
    """
    region = cell(row, column)
    seen: dict[str, Region] = {}
    chain = (layer, *layers_before(layer))
    for upper, lower in pairwise(chain):
        region = _below(upper, region).within(lower.size)
        seen[lower.name] = region
    return seen


def maps_seen(layer: Layer, map_: int) -> dict[str, range]:
    """Return which maps of each layer before a unit of map `map_` sees, by the layer's name.

    A unit of a pooling layer sees its own map alone, any other sees them all.
    """
    maps = range(map_, map_ + 1)
    seen: dict[str, range] = {}
    for upper, lower in pairwise((layer, *layers_before(layer))):
        if upper.kind != "pooling":
            maps = range(lower.maps)
        seen[lower.name] = maps
    return seen


def seers(layer: Layer, row: int, column: int) -> dict[str, Region]:
    """Return the units that see the cell (row, column) of a layer, by name of each layer after."""
    region = cell(row, column)
    found: dict[str, Region] = {}
    for upper in LAYERS[LAYERS.index(layer) + 1 :]:
        region = _above(upper, region).within(upper.size)
        found[upper.name] = region
    return found


def on_frame(region: Region) -> Region:
    """Return a region of the 32×32 input in the framed 28×28, without the padding."""
    return region.moved(-PADDING, -PADDING).within(FRAME_SIZE)


def _below(layer: Layer, region: Region) -> Region:
    """Return what a region of a layer's units sees on the layer right before."""
    if layer.kind == "linear":
        return Region(0, 0, *_all(layer))
    first = layer.stride, -layer.padding
    last = layer.kernel - layer.padding
    return Region(
        region.top * first[0] + first[1],
        region.left * first[0] + first[1],
        (region.bottom - 1) * layer.stride + last,
        (region.right - 1) * layer.stride + last,
    )


def _above(layer: Layer, region: Region) -> Region:
    """Return the units of a layer that see any of a region of the layer right before."""
    if layer.kind == "linear":
        return cell(0, 0)

    def least(start: int) -> int:
        # Unit u sees from u·S − P to u·S − P + F − 1; the least u whose last cell reaches start.
        return -((layer.kernel - 1 - layer.padding - start) // layer.stride)

    def most(end: int) -> int:
        return (end - 1 + layer.padding) // layer.stride + 1

    return Region(least(region.top), least(region.left), most(region.bottom), most(region.right))


def _all(layer: Layer) -> tuple[int, int]:
    """Return the rows and columns of a layer's input."""
    return (layer.source[1], layer.source[2]) if len(layer.source) == 3 else (1, 1)
