"""All cuts of some pieces in an order, and the cheapest way through them.

Between two pieces that follow each other lies a node. A digit is an edge from a node to a later
one: a run of neighbouring pieces. A path from the first node to the last is a cut. Sources: LeCun
et al. 1998, section V, figure 17; Viterbi, IEEE Trans. Information Theory 13, 1967.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lenet_gui.core.numbers.costs import (
    MARK,
    Runs,
    Values,
    digit_costs,
    digit_features,
    gap_within,
    is_mark,
    neighbour_costs,
    neighbour_features,
)
from lenet_gui.core.numbers.pieces import Pieces, Run, around, height_of

LONGEST = 4
"""Most pieces of a digit among several."""
WIDEST, APART = 1.6, 0.4
"""Width, and gap between two neighbours, in heights of the line, above which several pieces are no
digit."""


@dataclass(frozen=True, eq=False)
class Edge:
    """A run of pieces from node `first` to node `last`: a digit, or a mark (a point or a dash)."""

    first: int
    last: int
    run: Run
    box: tuple[float, float, float, float]
    is_mark: bool = False


@dataclass(frozen=True, eq=False)
class Path:
    """A cut: its edges in order, and what it costs."""

    edges: tuple[Edge, ...]
    cost: float

    @property
    def digits(self) -> tuple[Edge, ...]:
        """The edges that are digits, from left to right."""
        digits = (edge for edge in self.edges if not edge.is_mark)
        return tuple(sorted(digits, key=lambda edge: edge.box[0] + edge.box[2]))

    @property
    def cut(self) -> frozenset[Run]:
        """The pieces of each digit, whatever their order."""
        return frozenset(edge.run for edge in self.edges)


@dataclass(frozen=True, eq=False)
class Lattice:
    """The edges over pieces in an order, and the pairs of edges that follow each other.

    `digits` (edges, 8) and `neighbours` (pairs, 5) are their features; those of marks are zero.
    """

    edges: tuple[Edge, ...]
    pairs: tuple[tuple[int, int], ...]
    nodes: int
    digits: Values
    neighbours: Values
    costs: Values = field(init=False)
    """What each edge costs by itself, (edges,)."""
    between: Values = field(init=False)
    """What each pair costs in addition, (pairs,)."""

    def __post_init__(self) -> None:
        marks = np.array([edge.is_mark for edge in self.edges], bool)
        costs = np.where(marks, MARK, digit_costs(self.digits))
        object.__setattr__(self, "costs", costs)
        object.__setattr__(self, "between", neighbour_costs(self.neighbours))


def edges_of(pieces: Pieces, order: Sequence[int], height: float) -> list[Edge]:
    """Return all runs of pieces in an order that may be a digit or a mark."""
    edges = []
    boxes, line = pieces.boxes, around(pieces.boxes).tolist()
    for first in range(len(order)):
        for last in range(first + 1, min(len(order), first + LONGEST) + 1):
            run = list(order[first:last])
            box = tuple(around(boxes[run]).tolist())
            if len(run) > 1 and box[2] - box[0] > WIDEST * height:
                break
            if len(run) == 1 and len(order) > 1 and _is_lone_mark(pieces, run[0], line):
                edges.append(Edge(first, last, frozenset(run), box, is_mark=True))
            if gap_within(boxes[run]) <= APART * height:
                edges.append(Edge(first, last, frozenset(run), box))
    return edges


def _is_lone_mark(pieces: Pieces, index: int, line: Sequence[float]) -> bool:
    """Return whether a piece may be a mark: small, and above or below no larger piece."""
    box = pieces.boxes[index].tolist()
    if not is_mark(box, line):
        return False
    others = np.delete(pieces.boxes, index, axis=0)
    beside = (others[:, 2] < box[0]) | (others[:, 0] > box[2])
    return all(is_mark(other, line) for other in others[~beside].tolist())


def lattice_of(
    pieces: Pieces,
    edges: Sequence[Edge],
    answers: Mapping[Run, tuple[float, float]],
) -> Lattice:
    """Return the lattice of some edges; `answers` are each run's probability and evidence."""
    height, count = height_of(pieces.boxes), len(pieces)
    found = np.array([(1.0, 0.0) if edge.is_mark else answers[edge.run] for edge in edges])
    boxes = np.array([edge.box for edge in edges])
    runs = Runs(
        boxes,
        np.array([len(edge.run) for edge in edges], float),
        np.array([gap_within(pieces.boxes[sorted(edge.run)]) for edge in edges]),
        np.array([len(edge.run) == count for edge in edges]),
    )
    marks = np.array([edge.is_mark for edge in edges])
    digits = digit_features(runs, height, *found.T)
    digits[marks] = 0
    starting: dict[int, list[int]] = {}
    for index, edge in enumerate(edges):
        starting.setdefault(edge.first, []).append(index)
    pairs = [(i, j) for i, edge in enumerate(edges) for j in starting.get(edge.last, ())]
    before, after = np.array(pairs, int).reshape(-1, 2).T
    owners = [{pieces.owners[piece] for piece in edge.run} for edge in edges]
    is_cut = np.array([not owners[i].isdisjoint(owners[j]) for i, j in pairs], bool)
    neighbours = neighbour_features(boxes[before], boxes[after], height, is_cut)
    neighbours[marks[before] | marks[after]] = 0
    nodes = max(edge.last for edge in edges)
    return Lattice(tuple(edges), tuple(pairs), nodes, digits, neighbours)


def cheapest(lattice: Lattice, count: int = 2) -> list[Path]:
    """Return the cheapest paths through the lattice, at most `count`, the cheapest first."""
    edges, before, own = lattice.edges, _before(lattice), lattice.costs.tolist()
    best: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
    for index in _forwards(lattice):
        if edges[index].first == 0:
            best[index] = [(own[index], (index,))]
            continue
        ways = [
            (so_far + extra + own[index], (*way, index))
            for earlier, extra in before.get(index, ())
            for so_far, way in best[earlier]
        ]
        best[index] = sorted(ways)[:count]
    whole = [
        way for index, ways in best.items() if edges[index].last == lattice.nodes for way in ways
    ]
    return [Path(tuple(edges[i] for i in way), so_far) for so_far, way in sorted(whole)[:count]]


def log_total(lattice: Lattice) -> float:
    """Return the log of the sum of exp(−cost) over all paths."""
    edges, before, own = lattice.edges, _before(lattice), lattice.costs.tolist()
    totals: dict[int, float] = {}
    for index in _forwards(lattice):
        ways = [0.0] if edges[index].first == 0 else [
            totals[earlier] - extra for earlier, extra in before.get(index, ())
        ]  # fmt: skip
        totals[index] = _log_sum(ways) - own[index]
    return _log_sum([totals[i] for i, edge in enumerate(edges) if edge.last == lattice.nodes])


def _before(lattice: Lattice) -> dict[int, list[tuple[int, float]]]:
    """Return, for each edge, the edges that may come before it, and what the pair costs."""
    before: dict[int, list[tuple[int, float]]] = {}
    for (index, other), extra in zip(lattice.pairs, lattice.between.tolist(), strict=True):
        before.setdefault(other, []).append((index, extra))
    return before


def _forwards(lattice: Lattice) -> list[int]:
    return sorted(range(len(lattice.edges)), key=lambda index: lattice.edges[index].first)


def _log_sum(values: Sequence[float]) -> float:
    return float(np.logaddexp.reduce(values)) if values else -np.inf
