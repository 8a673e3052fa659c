"""The layers fill a panel of any shape: nothing overlaps, and the maps grow, not the emptiness."""

import itertools
from dataclasses import replace

import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.figure.tiling import Place
from lenet_gui.ui.maps.layer_places import Arrangement, LayerPlace, Room
from lenet_gui.ui.maps.maps_layout import arrange, least_height, strip

ROOMS = {
    "small": (456, 380),
    "usual": (560, 680),
    "tall": (456, 930),
    "wide": (860, 560),
    "large": (1150, 1290),
}
NAMES = [layer.name for layer in LAYERS]


def room(width: int, height: int, ratio: float = 1.0, text: float = 1.0) -> Room:
    return Room(width, height, round(20 * text), round(52 * text), 0, ratio)


def side(arrangement: Arrangement, name: str) -> float:
    return arrangement.layers[name].tiles[0].height


def inside(outer: Place, inner: Place) -> bool:
    return (
        inner.x >= 0
        and inner.y >= 0
        and inner.x + inner.width <= outer.width + 0.01
        and inner.y + inner.height <= outer.height + 0.01
    )


def overlap(one: Place, other: Place) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("shape", ROOMS.values(), ids=ROOMS)
def test_nothing_overlaps_or_leaves_the_panel(
    shape: tuple[int, int], ratio: float, text: float
) -> None:
    found = arrange(room(*shape, ratio, text))
    places = {name: found.layers[name] for name in NAMES}
    whole = Place(0, 0, shape[0], max(shape[1], found.height) + 1)
    for place in places.values():
        assert inside(whole, place.place)
        for tile in place.tiles:
            assert inside(place.place, tile)
            assert not overlap(tile, place.header)
        for one, other in itertools.pairwise(place.tiles):
            assert not overlap(one, other)
    for one, other in itertools.combinations(places.values(), 2):
        assert not overlap(one.place, other.place)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("shape", ROOMS.values(), ids=ROOMS)
def test_c1_is_not_drawn_below_c3_and_pooled_maps_are_smaller_than_their_sources(
    shape: tuple[int, int], ratio: float
) -> None:
    found = arrange(room(*shape, ratio))
    assert side(found, "C1") >= side(found, "C3")
    assert side(found, "S2") < side(found, "C1")
    assert side(found, "S4") < side(found, "C3")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["C1", "S2", "C3", "S4"])
def test_cells_are_whole_device_pixels(name: str, ratio: float) -> None:
    found = arrange(room(560, 680, ratio))
    size = LAYERS[NAMES.index(name)].size
    assert (side(found, name) * ratio / size) % 1 == pytest.approx(0, abs=1e-6)


def area(place: LayerPlace) -> float:
    return sum(tile.width * tile.height for tile in place.tiles)


def share_of_maps(shape: tuple[int, int]) -> float:
    found = arrange(room(*shape))
    return sum(map(area, found.layers.values())) / (shape[0] * shape[1])


@pytest.mark.parametrize("shape", ["tall", "large"])
def test_in_tall_and_large_panels_the_maps_grow(shape: str) -> None:
    assert share_of_maps(ROOMS[shape]) > 0.5
    assert share_of_maps(ROOMS[shape]) > share_of_maps(ROOMS["small"])


def test_a_panel_that_is_too_low_gets_the_least_height_and_scrolls() -> None:
    least = least_height(room(430, 0))
    assert arrange(room(430, 100)).height == pytest.approx(least, abs=4)
    assert least < 240
    assert arrange(room(430, least)).height <= least


@pytest.mark.parametrize("height", range(380, 700, 20))
def test_a_note_is_there_only_if_no_tile_shrinks_for_it(height: int) -> None:
    without = room(456, height)
    found = arrange(replace(without, note=20))
    for name in ("C1", "S2", "C3", "S4"):
        assert side(found, name) == side(arrange(without), name)
    if found.has_note:
        assert found.height + 20 <= height + 4


@pytest.mark.parametrize("width", [280, 430, 900])
def test_a_strip_shows_every_map_of_a_layer(width: int) -> None:
    found = strip(room(width, 40))
    for layer in LAYERS:
        place = found.layers[layer.name]
        assert len(place.tiles) == layer.maps
        assert all(inside(place.place, tile) for tile in place.tiles)
        assert place.place.height <= 44
