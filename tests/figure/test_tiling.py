"""Tilings: maps don't overlap or leave their row, and cells are whole pixels."""

from itertools import combinations, pairwise

import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.figure.tiling import FEW, GAPS, TILINGS, Tiles

MAPS = [layer for layer in LAYERS if layer.size > 1]
UNITS = [layer for layer in LAYERS if layer.size == 1]


def each(layers):
    return pytest.mark.parametrize("layer", layers, ids=lambda layer: layer.name)


@each(LAYERS)
@pytest.mark.parametrize("width", [700, 840, 1001.5])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_maps_lie_side_by_side_within_their_rows(layer, width, ratio):
    tiles = Tiles(layer, width, 10, 20, ratio)
    places = tiles.places()
    assert len(places) == layer.maps
    slack = 1 / ratio  # edges are rounded to whole pixels
    assert min(place.x for place in places) >= 10 - slack
    assert max(place.x + place.width for place in places) <= 10 + width + slack
    assert max(place.y + place.height for place in places) <= 20 + tiles.height + slack
    for one, other in combinations(places, 2):
        apart_x = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
        apart_y = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
        assert max(apart_x, apart_y) >= -1e-9


@each(MAPS)
def test_cells_of_maps_are_whole_pixels_as_large_as_possible(layer):
    tiling = TILINGS[layer.name]
    tiles = Tiles(layer, 840, 0, 0)
    cell = tiles.size[0] / layer.size
    assert cell == int(cell)
    gap = GAPS[tiling.columns > FEW]
    across = tiling.span * layer.size
    assert cell * across + (tiling.span - 1) * gap <= 840
    assert (cell + 1) * across + (tiling.span - 1) * gap > 840


@each(UNITS)
def test_units_touch_and_fill_their_rows(layer):
    places = Tiles(layer, 840, 5, 0).places()
    rows = {}
    for place in places:
        rows.setdefault(place.y, []).append(place)
    for row in rows.values():
        assert row[0].x == 5
        assert row[-1].x + row[-1].width == 845
        for left, right in pairwise(row):
            assert left.x + left.width == right.x
