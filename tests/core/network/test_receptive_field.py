import pytest

from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS
from lenet_gui.core.network.receptive_field import Region, cell, maps_seen, on_frame, seen_by, seers

BY_NAME = {layer.name: layer for layer in LAYERS}


@pytest.mark.parametrize(
    ("name", "side"),
    [("C1", 5), ("S2", 6), ("C3", 14), ("S4", 16), ("C5", 32), ("F6", 32), ("output", 32)],
)
def test_the_sizes_of_the_receptive_fields_on_the_input(name: str, side: int) -> None:
    region = seen_by(BY_NAME[name], 0, 0)["input"]
    assert (region.height, region.width) == (side, side)


def test_a_unit_in_the_middle_by_hand() -> None:
    # C3 (2, 3) sees S2 rows 2-6, columns 3-7; so C1 rows 4-13, columns 6-15; so input 4-17, 6-19.
    assert seen_by(BY_NAME["C3"], 2, 3) == {
        "S2": Region(2, 3, 7, 8),
        "C1": Region(4, 6, 14, 16),
        "input": Region(4, 6, 18, 20),
    }


def test_the_input_has_no_receptive_field() -> None:
    assert seen_by(BY_NAME["input"], 3, 3) == {}


def test_the_units_that_see_a_pixel_by_hand() -> None:
    found = seers(BY_NAME["input"], 0, 0)
    assert found["C1"] == cell(0, 0)
    assert found["S2"] == cell(0, 0)
    found = seers(BY_NAME["input"], 16, 16)
    assert found["C1"] == Region(12, 12, 17, 17)
    assert found["S2"] == Region(6, 6, 9, 9)
    assert found["C5"] == cell(0, 0)
    assert found["output"] == cell(0, 0)


@pytest.mark.parametrize("name", ["C1", "S2", "C3", "S4", "C5", "F6"])
@pytest.mark.parametrize("pixel", [(0, 0), (5, 9), (16, 16), (31, 2), (31, 31)])
def test_receptive_and_projective_fields_agree(name: str, pixel: tuple[int, int]) -> None:
    layer = BY_NAME[name]
    found = seers(BY_NAME["input"], *pixel)[name]
    for row in range(layer.size):
        for column in range(layer.size):
            region = seen_by(layer, row, column)["input"]
            sees = region.top <= pixel[0] < region.bottom and (
                region.left <= pixel[1] < region.right
            )
            listed = found.top <= row < found.bottom and found.left <= column < found.right
            assert sees == listed, (row, column)


def test_padding_is_not_part_of_the_frame() -> None:
    whole = seen_by(BY_NAME["C5"], 0, 0)["input"]
    assert whole == Region(0, 0, INPUT_SIZE, INPUT_SIZE)
    assert on_frame(whole) == Region(0, 0, 28, 28)
    assert on_frame(Region(0, 0, 5, 5)) == Region(0, 0, 3, 3)
    assert on_frame(Region(0, 0, 2, 2)).is_empty


def test_pooling_sees_its_own_map_and_a_convolution_sees_all_maps() -> None:
    assert maps_seen(BY_NAME["S2"], 4) == {"C1": range(4, 5), "input": range(1)}
    assert maps_seen(BY_NAME["S4"], 9) == {
        "C3": range(9, 10),
        "S2": range(6),
        "C1": range(6),
        "input": range(1),
    }
