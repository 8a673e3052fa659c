"""The values of the three columns, and the scales of their colours."""

import numpy as np

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.reading.comparison import COMPARED, Comparison
from lenet_gui.ui.maps.colour_scale import ColourScale, Span
from lenet_gui.ui.maps.layer_values import LayerValues
from lenet_gui.ui.maps.map_values import MapValues


def column_values(comparison: Comparison, scale: ColourScale) -> tuple[LayerValues, ...]:
    """Return the values of the three columns, as they are painted.

    Pinned and current have the same bounds: those of the scale, or the larger one of the two. The
    difference's are twice as far apart, or its own. Layers that were not read are blank.
    """
    columns: tuple[dict[str, MapValues], ...] = ({}, {}, {})
    for layer in COMPARED:
        name = layer.name
        found = [comparison.pinned.values(name), comparison.current.values(name)]
        larger = np.max([np.abs(_or_zero(layer, one)) for one in found], axis=0)
        bound = scale.bound(layer, larger.astype(np.float32))
        for column, one in zip(columns, found, strict=False):
            column[name] = _maps(layer, one, layer.is_signed, bound)
        difference = comparison.differences.get(name)
        is_fixed = scale.is_locked or scale.span is Span.FIXED or difference is None
        if layer.is_signed and not is_fixed:
            wide = scale.bound(layer, _or_zero(layer, difference))
        else:
            wide = bound * 2 if layer.is_signed else 1.0
        columns[2][name] = _maps(layer, difference, True, wide)
    return tuple(LayerValues(column) for column in columns)


def _or_zero(layer: Layer, values: Array | None) -> Array:
    return np.zeros(layer.shape, np.float32) if values is None else values


def _maps(layer: Layer, values: Array | None, signed: bool, bound: float | Array) -> MapValues:
    shape = (layer.maps, layer.size, layer.size)
    return MapValues(_or_zero(layer, values).reshape(shape), signed, bound)
