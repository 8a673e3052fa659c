import pytest

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.maps.selection import Direction, step

COLUMNS = {"input": 1, "C1": 6, "S2": 6, "C3": 8, "S4": 16, "C5": 40, "F6": 42, "output": 10}
BY_NAME = {layer.name: layer for layer in LAYERS}


def unit(name: str, map_: int, row: int = 0, column: int = 0) -> Unit:
    return Unit(BY_NAME[name], map_, row, column)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        (unit("C1", 2, 5, 5), Direction.RIGHT, unit("C1", 2, 5, 6)),
        (unit("C1", 2, 5, 5), Direction.UP, unit("C1", 2, 4, 5)),
        (unit("C1", 2, 5, 27), Direction.RIGHT, unit("C1", 3, 5, 0)),
        (unit("C1", 2, 5, 0), Direction.LEFT, unit("C1", 1, 5, 27)),
        (unit("C3", 1, 9, 4), Direction.DOWN, unit("C3", 9, 0, 4)),
        (unit("C3", 9, 0, 4), Direction.UP, unit("C3", 1, 9, 4)),
        (unit("C5", 7), Direction.DOWN, unit("C5", 47)),
        (unit("C1", 5, 5, 27), Direction.RIGHT, unit("C1", 5, 5, 27)),
        (unit("input", 0, 0, 3), Direction.UP, unit("input", 0, 0, 3)),
        (unit("output", 9), Direction.DOWN, unit("output", 9)),
        (unit("C1", 0, 27, 0), Direction.DOWN, unit("S2", 0, 0, 0)),
        (unit("S2", 5, 0, 13), Direction.UP, unit("C1", 5, 27, 27)),
        (unit("F6", 83), Direction.DOWN, unit("output", 9)),
    ],
)
def test_a_step(start: Unit, direction: Direction, end: Unit) -> None:
    assert step(start, direction, COLUMNS) == end


def test_walking_down_passes_all_layers_and_no_unit_twice() -> None:
    here, seen = unit("input", 0, 0, 16), []
    while True:
        seen.append(here)
        there = step(here, Direction.DOWN, COLUMNS)
        if there == here:
            break
        here = there
    assert [layer.name for layer in LAYERS] == list(dict.fromkeys(u.layer.name for u in seen))
    assert len(seen) == len(set(seen))
