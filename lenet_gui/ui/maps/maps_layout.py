"""Where each layer's maps go: as large as a panel of any shape allows, C1 never below C3.

For every choice of columns and of headers the largest tiles that fit are found, and the best choice
wins: large tiles count, and headers above their maps, with all facts.
"""

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.maps.layer_places import (
    BESIDE_C1,
    BY_NAME,
    EDGE,
    NAMES,
    UNIT_COLUMNS,
    Arrangement,
    Choice,
    Room,
    crisp_side,
    gap_between,
    largest_side,
    layer_row,
    placed,
)

WIDEST_ROW = 16
"""Largest gap between two layers."""
C1_COLUMNS = (6, 3)
C3_S4_COLUMNS = ((16, 16), (8, 16), (4, 16), (4, 8))
STRIP_COLUMNS = {
    "input": 1, "C1": 6, "S2": 6, "C3": 16, "S4": 16, "C5": 60, "F6": 42, "output": 10
}  # fmt: skip
"""Maps in a row, if a layer is a strip of its own."""
UNIT_HEIGHTS = (9, 26)
"""Least and largest height of a single unit."""
UNIT_SHARE = 0.018
"""Height of a single unit, as a share of the panel's."""
LEAST = {"C1": 28, "C3": 20}
"""Least side of a tile."""
POOLED = 0.7
"""Largest side of a pooled map, as a share of its source's."""
STEPS = 6
"""Halvings in the search for the largest tiles."""


@lru_cache(maxsize=64)
def arrange(room: Room) -> Arrangement:
    """Return the best arrangement, which is higher than the room if nothing fits into it."""
    choices = [(_scaled(choice, 1, room).score(), choice) for choice in _choices(room)]
    best: tuple[float, Choice] | None = None
    for most, choice in sorted(choices, key=lambda pair: -pair[0]):
        if best is not None and most <= best[0]:
            break  # even with its largest tiles it is no better
        fitted = _fit(choice, room)
        if fitted is not None and (best is None or fitted.score() > best[0]):
            best = fitted.score(), fitted
    if best is None:
        return placed(_least(room), room)
    has_note = best[1].total(room) + room.note <= room.height
    filled = _fill(best[1], replace(room, height=room.height - room.note * has_note))
    return replace(placed(filled, room), has_note=has_note and room.note > 0)


@lru_cache(maxsize=16)
def least_height(room: Room) -> int:
    """Return the height below which the layers don't fit into a room's width."""
    return math.ceil(_least(room).total(room))


def _least(room: Room) -> Choice:
    choices = (_scaled(choice, 0, room) for choice in _choices(room))
    return min(choices, key=lambda choice: choice.total(room))


def strip(room: Room) -> Arrangement:
    """Return each layer in a low strip of its own, beside its name, as high as the room."""
    sides = {
        name: crisp_side(
            name, min(room.height, largest_side(room.width - room.label, name, columns)), room
        )
        for name, columns in STRIP_COLUMNS.items()
    }
    choice = Choice(STRIP_COLUMNS, frozenset(NAMES), sides, UNIT_HEIGHTS[0])
    layers = {name: layer_row(choice, name, room, room.label, room.width, None) for name in NAMES}
    return Arrangement(layers, max(place.place.height for place in layers.values()))


def _choices(room: Room) -> Iterator[Choice]:
    """Yield all choices of columns and headers, with the largest tiles that the width allows."""
    levels = (frozenset[str](), frozenset({"C5", "F6", "output"}))
    least, most = UNIT_HEIGHTS
    unit = crisp(min(max(UNIT_SHARE * room.height, least), most), 1, room.ratio)
    for c1, (c3, s4), level in itertools.product(
        C1_COLUMNS, C3_S4_COLUMNS, (*levels, levels[1] | {"S4"})
    ):
        across = room.width - 2 * EDGE - BESIDE_C1 - (c1 - 1) * gap_between("C1", c1)
        side = min(across / (c1 + 1), (across - room.label) / c1)
        is_aligned = c1 == BY_NAME["S2"].maps and room.label <= side
        beside = level | {"S2"} if is_aligned else level
        units = {name: columns[name in beside] for name, columns in UNIT_COLUMNS.items()}
        columns = {"input": 1, "C1": c1, "S2": 6, "C3": c3, "S4": s4} | units
        label = room.label if "S4" in beside else 0
        sides = {
            "C1": side,
            "C3": largest_side(room.width, "C3", c3),
            "S4": largest_side(room.width - label, "S4", s4),
            "S2": side if is_aligned else largest_side(room.width, "S2", 6),
        }
        yield Choice(columns, beside, sides, unit)


def _fit(choice: Choice, room: Room) -> Choice | None:
    """Return the choice with the largest tiles with which it fits; None if it never does."""
    low, high = 0.0, 1.0
    if _scaled(choice, low, room).total(room) > room.height:
        return None
    for _ in range(STEPS):
        middle = (low + high) / 2
        fits = _scaled(choice, middle, room).total(room) <= room.height
        low, high = (middle, high) if fits else (low, middle)
    fitted = _scaled(choice, 1.0, room)
    if fitted.total(room) > room.height:
        fitted = _scaled(choice, low, room)
    return _grown(fitted, choice.sides, room)


def _scaled(choice: Choice, share: float, room: Room) -> Choice:
    """Return the choice with tiles between the least (0) and the largest (1)."""

    def side(name: str, most: float) -> float:
        return crisp_side(name, LEAST[name] + share * max(0.0, most - LEAST[name]), room)

    most = choice.sides
    c1 = side("C1", most["C1"])
    c3 = min(side("C3", most["C3"]), max(c1, crisp_side("C3", LEAST["C3"], room)))
    s2 = crisp_side("S2", min(most["S2"], POOLED * c1), room)
    s4 = crisp_side("S4", min(most["S4"], POOLED * c3), room)
    return replace(choice, sides={"C1": c1, "S2": s2, "C3": c3, "S4": s4})


def _grown(choice: Choice, most: Mapping[str, float], room: Room) -> Choice:
    """Return the choice with each tile as large as the height left over allows."""
    for name in ("C3", "C1", "S4", "S2"):
        while True:
            side = choice.sides[name] + BY_NAME[name].size / room.ratio
            limit = most[name]
            if name == "C3":
                limit = min(limit, choice.sides["C1"])
            elif name in ("S2", "S4"):
                limit = min(limit, POOLED * choice.sides[{"S2": "C1", "S4": "C3"}[name]])
            larger = replace(choice, sides={**choice.sides, name: side})
            if side > limit or larger.total(room) > room.height:
                break
            choice = larger
    return choice


def _fill(choice: Choice, room: Room) -> Choice:
    """Return the choice with higher units and wider gaps, out of the height left over."""
    rows = 1.4 + sum(choice.rows(name) for name in UNIT_COLUMNS if name != "output")
    spare = max(0.0, room.height - choice.total(room))
    unit = min(UNIT_HEIGHTS[1], choice.unit + spare / rows)
    choice = replace(choice, unit=math.floor(unit * room.ratio) / room.ratio)
    spare = max(0.0, room.height - choice.total(room))
    return replace(choice, gap=min(WIDEST_ROW, choice.gap + spare / (len(NAMES) - 2)))
