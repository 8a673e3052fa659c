"""A layer in focus takes about half the panel, and all others stay in sight."""

import itertools
from dataclasses import replace

import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.figure.tiling import Place
from lenet_gui.ui.maps.focus_layout import arrange_focused, least_focused_height
from lenet_gui.ui.maps.maps_layout import arrange
from tests.ui.maps.test_maps_layout import ROOMS, inside, overlap, room, side

BY_NAME = {layer.name: layer for layer in LAYERS}
NAMES = list(BY_NAME)
everywhere = pytest.mark.parametrize("shape", ROOMS.values(), ids=ROOMS)
whichever = pytest.mark.parametrize("name", NAMES)


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@everywhere
@whichever
def test_nothing_overlaps_or_leaves_the_panel(
    name: str, shape: tuple[int, int], ratio: float, text: float
) -> None:
    here = replace(room(*shape, ratio, text), c1_label=round(30 * text))
    found = arrange_focused(here, name)
    height = max(shape[1], least_focused_height(here, name))
    assert found.height <= height + 1
    whole = Place(0, 0, shape[0], height + 1)
    assert list(found.layers) == NAMES
    for layer, place in found.layers.items():
        assert inside(whole, place.place), layer
        parts = [*place.tiles, *itertools.chain(*place.kernels), *place.captions]
        assert len(place.tiles) == BY_NAME[layer].maps
        assert all(inside(place.place, part) for part in parts), layer
        assert not any(overlap(part, place.header) for part in parts), layer
        assert not any(overlap(*pair) for pair in itertools.combinations(parts, 2)), layer
    for one, other in itertools.combinations(found.layers.values(), 2):
        assert not overlap(one.place, other.place)


@everywhere
@whichever
def test_it_takes_about_half_the_height_and_more_than_any_strip(
    name: str, shape: tuple[int, int]
) -> None:
    found = arrange_focused(room(*shape), name)
    heights = {layer: place.place.height for layer, place in found.layers.items()}
    focus = heights.pop(name)
    assert 0.33 * shape[1] < focus < 0.75 * shape[1]
    assert focus > max(h for layer, h in heights.items() if (name, layer) != ("C1", "input"))


@everywhere
@whichever
def test_its_maps_are_not_smaller_than_without_the_focus(name: str, shape: tuple[int, int]) -> None:
    here = room(*shape)
    assert side(arrange_focused(here, name), name) > 0.9 * side(arrange(here), name)


@everywhere
@pytest.mark.parametrize(("name", "kernels"), [("C1", 1), ("C3", 6)])
def test_a_convolutions_kernels_stand_beside_their_maps_in_cells_that_can_be_told_apart(
    name: str, kernels: int, shape: tuple[int, int]
) -> None:
    place = arrange_focused(room(*shape), name).layers[name]
    if shape == ROOMS["small"] and name == "C3":
        return  # no room
    assert len(place.kernels) == BY_NAME[name].maps
    for tile, own in zip(place.tiles, place.kernels, strict=True):
        assert len(own) == kernels
        assert all(kernel.x > tile.x + tile.width and kernel.width >= 15 for kernel in own)
        assert min(kernel.y for kernel in own) >= tile.y
        assert max(kernel.y + kernel.height for kernel in own) <= tile.y + tile.height + 1


def test_cells_of_single_units_are_wide_enough_for_their_numbers() -> None:
    for name in ("C5", "F6", "output"):
        cell = arrange_focused(room(456, 380), name).layers[name].tiles[0]
        assert cell.width >= 24
        assert cell.height >= 14
