"""The columns of a comparison: everything inside, nothing over another, and as large as fits."""

import itertools

import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.ui.comparing.columns_layout import Room, arrange

SIZES = ((360, 300), (440, 520), (560, 450), (850, 750), (1200, 1000))


def room(width: int, height: int, ratio: float = 1.0, line: int = 20) -> Room:
    return Room(width, height, 2 * line, line, 2 * line, 3 * line, line, ratio)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("line", [20, 40])
def test_tiles_lie_in_their_columns_and_cover_nothing(
    size: tuple[int, int], ratio: float, line: int
) -> None:
    found = arrange(room(*size, ratio, line))
    assert [row.layer for row in found.rows] == list(LAYERS[:-1])
    assert found.lefts[-1] + found.width <= size[0] - 3 * line
    top = 2.0 * line
    for row in found.rows:
        assert row.top >= top
        assert row.height >= line
        top = row.top + row.height
        assert len(row.tiles) == row.layer.maps
        for tile in row.tiles:
            assert tile.x >= 0
            assert tile.x + tile.width <= found.width + 1 / ratio
            assert row.top - 1 <= tile.y
            assert tile.y + tile.height <= row.top + row.height + 1
        for one, other in itertools.pairwise(row.tiles):
            assert other.x >= one.x + one.width - 1e-6 or other.y >= one.y + one.height - 1e-6
    assert found.height >= top


def test_maps_grow_with_the_height_and_never_beyond_it() -> None:
    sizes = []
    least = arrange(room(560, 0)).height
    for height in range(int(least) + 1, 1000, 40):
        found = arrange(room(560, height))
        assert found.height <= height
        sizes.append(sum(row.tiles[0].height for row in found.rows))
    assert min(sizes) == sizes[0]
    assert sizes[-1] > 1.5 * sizes[0]
