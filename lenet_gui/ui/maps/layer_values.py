"""Values, colours and badges of all layers, and the images that layer views paint."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5
from lenet_gui.core.network.map_health import State, states_of_all
from lenet_gui.figure.colours import colour
from lenet_gui.ui.kit.painting import image_of
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.colour_scale import ChosenScale, ColourScale
from lenet_gui.ui.maps.map_values import MapValues

Colours = NDArray[np.uint32]
Piece = tuple[QRectF, QImage, QRectF]
"""A place in logical pixels, an image, and the part of the image to paint there."""


class LayerValues:
    """Each layer's values, which don't change.

    Colours and badges are found when the first view paints, for all layers together: NumPy takes
    nearly as long for one layer as for all of them.
    """

    def __init__(
        self,
        maps: Mapping[str, MapValues],
        is_blank: bool = False,
        activations: Mapping[str, Array] | None = None,
    ) -> None:
        """Take each layer's values, (maps, rows, columns), under its name.

        Blank values are painted, but stand for nothing. `activations` are those of the same layers,
        of which badges mark saturated and constant maps; None for none.
        """
        self._maps, self._is_blank, self._activations = maps, is_blank, activations
        self._layers = [layer for layer in LAYERS if layer.name in maps]
        self._coloured_for: Theme | None = None
        self._colours: dict[str, Colours] = {}

    def of(self, layer: Layer) -> MapValues | None:
        """Return a layer's values; None if there are none."""
        return None if self._is_blank else self._maps[layer.name]

    def painted(self, layer: Layer) -> MapValues:
        """Return the values to paint: the layer's, or zeros if there are none."""
        return self._maps[layer.name]

    def states(self, layer: Layer) -> list[State]:
        """Return the state of each map, for its badge."""
        return self._states[layer.name]

    @cached_property
    def _states(self) -> dict[str, list[State]]:
        if self._activations is None:
            return {layer.name: [State.LIVELY] * layer.maps for layer in self._layers}
        return states_of_all(self._layers, self._activations)

    def colours(self, layer: Layer, theme: Theme) -> Colours:
        """Return the colour of each value, 0xffRRGGBB (maps, rows, columns)."""
        if theme is not self._coloured_for:
            self._coloured_for, self._colours = theme, {}
            for signed in (False, True):
                self._colour({n: m for n, m in self._maps.items() if m.signed == signed}, theme)
        return self._colours[layer.name]

    def _colour(self, maps: Mapping[str, MapValues], theme: Theme) -> None:
        """Colour layers that share a ramp."""
        if not maps:
            return
        shares = [shown.shares().ravel() for shown in maps.values()]
        some = next(iter(maps.values()))
        coloured = colour(np.concatenate(shares), some.ramp(theme), some.lowest, 1)
        begin = 0
        for (name, shown), part in zip(maps.items(), shares, strict=True):
            end = begin + len(part)
            self._colours[name] = coloured[begin:end].reshape(shown.values.shape)
            begin = end


def activation_maps(layer: Layer, values: Array, scale: ColourScale) -> MapValues:
    """Return a layer's activations, `values` shaped like it, as they are painted on a scale."""
    maps = values.reshape(layer.maps, layer.size, layer.size)
    return MapValues(maps, layer.is_signed, scale.bound(layer, values))


def layer_activations(
    values: Mapping[str, Array] | None, scale: ColourScale, layers: Sequence[Layer] = LAYERS
) -> LayerValues:
    """Return activations, each layer's under its name, to be shown; blank if None."""
    if values is None:
        return LayerValues(
            {
                layer.name: MapValues(
                    np.zeros((layer.maps, layer.size, layer.size), np.float32), layer.is_signed
                )
                for layer in layers
            },
            is_blank=True,
        )
    maps = {layer.name: activation_maps(layer, values[layer.name], scale) for layer in layers}
    return LayerValues(maps, activations=values)


def with_sums(
    activations: Mapping[str, Array],
    sums: Mapping[str, Array],
    scale: ColourScale,
    sums_scale: ColourScale,
) -> LayerValues:
    """Return the sums before tanh of some layers, and the activations of the others."""
    maps = {
        layer.name: sum_maps(layer, sums[layer.name], sums_scale)
        if layer.name in sums
        else activation_maps(layer, activations[layer.name], scale)
        for layer in LAYERS
    }
    return LayerValues(maps, activations=activations)


def sum_maps(layer: Layer, sums: Array, scale: ColourScale) -> MapValues:
    """Return a layer's sums before tanh, shaped like its values, as they are painted on a scale."""
    return replace(activation_maps(layer, sums, scale), are_sums=True)


def shown_maps(
    layer: Layer, network: LeNet5 | None, activations: Activations, scale: ChosenScale
) -> MapValues:
    """Return what the user chose to see of a layer: its activations, or its sums before tanh.

    They are those of the first image in `activations`, which are the network's own.
    """
    if scale.shows_sums and layer.activation == "tanh" and network is not None:
        return sum_maps(layer, network.sums(activations, layer)[0], scale.sums)
    return activation_maps(layer, activations.layers[layer.name][0], scale.value)


def map_pieces(colours: Colours, tiles: list[QRectF]) -> list[Piece]:
    """Return a piece for each map; `colours` are (maps, rows, columns)."""
    maps, rows, columns = colours.shape
    image = image_of(colours.reshape(maps * rows, columns))
    parts = _parts(maps, rows, columns)
    return [(tile, image, part) for tile, part in zip(tiles, parts, strict=True)]


@lru_cache
def _parts(maps: int, rows: int, columns: int) -> list[QRectF]:
    """Return each map's place in an image of them all, one below the other."""
    return [QRectF(0, index * rows, columns, rows) for index in range(maps)]


@dataclass(frozen=True, eq=False)
class Row:
    """A row of single units: its place, its units, and the width of each in device pixels."""

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
    """Return a piece for each row; `colours` are (units,).

    Hundreds of cells are painted at once, each as wide as its tile: a pixel of the image is a
    pixel of the device.
    """
    pieces = []
    for row in rows:
        image = image_of(np.repeat(colours[row.units], row.widths)[None])
        pieces.append((row.place, image, QRectF(image.rect())))
    return pieces
