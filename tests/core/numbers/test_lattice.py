"""The cheapest way through a lattice, against all ways tried one by one."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.numbers.lattice import Lattice, cheapest, edges_of, lattice_of, log_total
from lenet_gui.core.numbers.pieces import Pieces, height_of


@st.composite
def lattices(draw: st.DrawFn) -> Lattice:
    """Draw the lattice of up to seven pieces in any order; some are cut from the same stroke."""
    count = draw(st.integers(1, 7))
    sides = st.floats(0, 100)
    corners = np.array([[draw(sides), draw(sides)] for _ in range(count)])
    sizes = np.array([[draw(sides), draw(sides)] for _ in range(count)])
    pieces = Pieces(
        boxes=np.hstack((corners, corners + sizes)),
        owners=tuple(draw(st.lists(st.integers(0, 3), min_size=count, max_size=count))),
        ink=None,
        keys=tuple(range(count)),
        part=pytest.fail,
        framed=pytest.fail,
    )
    edges = edges_of(pieces, draw(st.permutations(range(count))), height_of(pieces.boxes))
    likely = st.tuples(st.floats(0.1, 1), st.floats(2, 15))
    return lattice_of(pieces, edges, {edge.run: draw(likely) for edge in edges})


def all_costs(lattice: Lattice) -> list[float]:
    """Return what each path through a lattice costs."""
    between = dict(zip(lattice.pairs, lattice.between.tolist(), strict=True))

    def ways(node: int, before: int | None) -> Iterator[float]:
        if node == lattice.nodes:
            yield 0.0
        for index, edge in enumerate(lattice.edges):
            if edge.first == node:
                own = float(lattice.costs[index])
                own += 0.0 if before is None else between[before, index]
                yield from (own + rest for rest in ways(edge.last, index))

    return list(ways(0, None))


@given(lattice=lattices())
@settings(deadline=None)
def test_the_cheapest_paths_are_those_of_all_paths(lattice: Lattice) -> None:
    costs = sorted(all_costs(lattice))
    found = cheapest(lattice)

    assert [path.cost for path in found] == pytest.approx(costs[:2])
    for path in found:  # its edges lead from the first node to the last
        ends = [0, *(edge.last for edge in path.edges)]
        assert [edge.first for edge in path.edges] == ends[:-1]
        assert ends[-1] == lattice.nodes
    assert log_total(lattice) == pytest.approx(np.logaddexp.reduce(-np.array(costs)))


@given(lattice=lattices())
@settings(deadline=None)
def test_each_piece_is_in_a_cut_once(lattice: Lattice) -> None:
    pieces = [piece for edge in cheapest(lattice)[0].edges for piece in edge.run]
    assert sorted(pieces) == list(range(lattice.nodes))
