"""All layers' values of one reading; what is shown of them is worked out when it is asked for."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.network.map_health import State, states_of_all
from lenet_gui.figure.colours import colour
from lenet_gui.ui.kit.painting import image_of
from lenet_gui.ui.kit.theme import Ramp, Theme
from lenet_gui.ui.maps.colour_scale import ColourScale, Span

Colours = NDArray[np.uint32]


class LayerValues:
    """Values, float32 shaped like their layers, or none where nothing was read; they don't change.

    Colours and states are found for all layers together when the first of them is painted: a
    layer by itself takes NumPy nearly as long as all of them.
    """

    def __init__(
        self, layers: Sequence[Layer], values: Mapping[str, Array] | None, scale: ColourScale
    ) -> None:
        """`values` has each layer's under its name; they are None where nothing was read."""
        self._layers, self._values = layers, values
        self._scale = scale
        self._bounds: dict[str, Array] = {}
        self._coloured_for: Theme | None = None
        self._colours: dict[str, Colours] = {}

    def of(self, layer: Layer) -> Array | None:
        """Return a layer's values."""
        return None if self._values is None else self._values[layer.name]

    def states(self, layer: Layer) -> list[State]:
        """Return what is to be said of each map."""
        return self._states[layer.name]

    @cached_property
    def _states(self) -> dict[str, list[State]]:
        if self._values is None:
            return {layer.name: [State.LIVELY] * layer.maps for layer in self._layers}
        return states_of_all(self._layers, self._values)

    def bounds(self, layer: Layer) -> Array:
        """Return what the strongest colour stands for in each map, float32 (maps,)."""
        if self._values is None or not layer.is_signed:
            return np.ones(layer.maps, np.float32)
        if layer.name not in self._bounds:
            self._bounds[layer.name] = self._scale.bounds(layer, self._values[layer.name])
        return self._bounds[layer.name]

    def colours(self, layer: Layer, theme: Theme) -> Colours:
        """Return the colour of each value, 0xffRRGGBB (maps, rows, columns).

        Where there are none all is the colour of 0: paper, or nearly.
        """
        if theme is not self._coloured_for:
            self._coloured_for, self._colours = theme, {}
            for is_signed in (False, True):
                self._colour([one for one in self._layers if one.is_signed == is_signed], theme)
        return self._colours[layer.name]

    def _colour(self, layers: list[Layer], theme: Theme) -> None:
        """Colour layers that share a ramp."""
        if not layers:
            return
        ramp, low = ramp_of(layers[0], theme)
        shares = [self._shares(layer) for layer in layers]
        coloured = colour(np.concatenate(shares), ramp, low, 1)
        begin = 0
        for layer, part in zip(layers, shares, strict=True):
            end = begin + len(part)
            shape = (layer.maps, layer.size, layer.size)
            self._colours[layer.name] = coloured[begin:end].reshape(shape)
            begin = end

    def _shares(self, layer: Layer) -> Array:
        """Return the values as shares of what the strongest colour stands for, flat."""
        values = self.of(layer)
        if values is None:
            return np.zeros(layer.maps * layer.size**2, np.float32)
        if self._scale.span is Span.FIXED or not layer.is_signed:
            return values.ravel()
        return (values.reshape(layer.maps, -1) / self.bounds(layer)[:, None]).ravel()


def ramp_of(layer: Layer, theme: Theme) -> tuple[Ramp, float]:
    """Return a layer's colours, and what the first of them stands for; the last stands for 1."""
    return (theme.signed_ramp, -1.0) if layer.is_signed else (theme.ink_ramp, 0.0)


Piece = tuple[QRectF, QImage, QRectF]
"""Where to paint, in logical pixels; an image; and which part of it."""


def map_pieces(colours: Colours, tiles: list[QRectF]) -> list[Piece]:
    """Return a piece for each map; `colours` is (maps, rows, columns)."""
    maps, rows, columns = colours.shape
    image = image_of(colours.reshape(maps * rows, columns))
    parts = _parts(maps, rows, columns)
    return [(tile, image, part) for tile, part in zip(tiles, parts, strict=True)]


@lru_cache
def _parts(maps: int, rows: int, columns: int) -> list[QRectF]:
    """Return where each map is in an image of them all, one below the other."""
    return [QRectF(0, index * rows, columns, rows) for index in range(maps)]


@dataclass(frozen=True, eq=False)
class Row:
    """A row of single units: where it is, which units, and how many device pixels each takes."""

    place: QRectF
    units: slice
    widths: NDArray[np.int64]


def rows_of(tiles: list[QRectF], ratio: float) -> list[Row]:
    """Find the rows among the tiles of single units; `ratio` is the device pixel ratio."""
    rows = []
    for _, grouped in itertools.groupby(range(len(tiles)), key=lambda index: tiles[index].top()):
        units = list(grouped)
        place = tiles[units[0]].united(tiles[units[-1]])
        widths = np.array([round(tiles[unit].width() * ratio) for unit in units])
        rows.append(Row(place, slice(units[0], units[-1] + 1), widths))
    return rows


def unit_pieces(colours: Colours, rows: list[Row]) -> list[Piece]:
    """Return a piece for each row, a pixel of the image to one of the device, (units,) coloured.

    Hundreds of cells are so painted at once, each as wide as its tile.
    """
    pieces = []
    for row in rows:
        image = image_of(np.repeat(colours[row.units], row.widths)[None])
        pieces.append((row.place, image, QRectF(image.rect())))
    return pieces
