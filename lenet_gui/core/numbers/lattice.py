"""All cuts of some pieces in an order, and the cheapest way through them.

Between two pieces that follow each other lies a node. A digit is an edge from a node to a later
one: a run of neighbouring pieces. A path from the first node to the last is a cut. Sources: LeCun
et al. 1998, section V, figure 17; Viterbi, IEEE Trans. Information Theory 13, 1967.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lenet_gui.core.numbers.costs import (
    Runs,
    Values,
    digit_costs,
    digit_features,
    gap_within,
    is_mark,
    mark_costs,
    neighbour_costs,
    neighbour_features,
)
from lenet_gui.core.numbers.pieces import Pieces, Run, around, height_of

LONGEST = 4
"""Most pieces of a digit among several."""
WIDEST, APART = 1.4, 0.25
"""Width, and gap within, in heights of the line, above which several pieces are no digit, unless
they are all of one stroke."""
TALL, BESIDE = 0.5, 0.15
"""Height of two pieces, and gap between them, in heights of the line, above which they are two
digits. These limits leave out half of the runs that are no digits; of the 3,055 digits of several
strokes in 3,000 numbers of people who didn't write the test digits, they leave out two."""


@dataclass(frozen=True, eq=False)
class Edge:
    """A run of pieces from node `first` to node `last`: a digit, or a mark (a point or a dash).

    `gap` is the widest within, from left to right. `is_over` says of a mark that it lies above,
    below or within something larger.
    """

    first: int
    last: int
    run: Run
    box: tuple[float, float, float, float]
    gap: float = 0.0
    is_mark: bool = False
    is_over: bool = False


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
        over = np.array([edge.is_over for edge in self.edges], bool)
        costs = np.where(marks, mark_costs(over), digit_costs(self.digits))
        object.__setattr__(self, "costs", costs)
        object.__setattr__(self, "between", neighbour_costs(self.neighbours))


def edges_of(pieces: Pieces, order: Sequence[int], height: float) -> list[Edge]:
    """Return all runs of pieces in an order that may be a digit or a mark.

    Each piece alone may be one or the other, so there is at least one path.
    """
    edges = []
    boxes, line = pieces.boxes.tolist(), around(pieces.boxes).tolist()
    parts = Counter(pieces.owners)
    marks = [
        len(order) > 1 and parts[owner] == 1 and is_mark(box, line)
        for box, owner in zip(boxes, pieces.owners, strict=True)
    ]
    larger = [box for box, small in zip(boxes, marks, strict=True) if not small]
    for first, piece in enumerate(order):
        left, top, right, bottom = boxes[piece]
        is_over = marks[piece] and any(box[0] <= right and box[2] >= left for box in larger)
        alone, box = frozenset((piece,)), (left, top, right, bottom)
        edges.append(Edge(first, first + 1, alone, box, 0.0, marks[piece], is_over))
        for last in range(first + 2, min(len(order), first + LONGEST) + 1):
            beside = boxes[order[last - 1]]
            left, top = min(left, beside[0]), min(top, beside[1])
            right, bottom = max(right, beside[2]), max(bottom, beside[3])
            run = order[first:last]
            is_stroke = len({pieces.owners[index] for index in run}) == 1
            if right - left > WIDEST * height and not is_stroke:
                break
            own = [boxes[index] for index in run]
            tall = [box for box in own if box[3] - box[1] > TALL * height]
            gap = gap_within(own)
            if gap <= APART * height and gap_within(tall) <= BESIDE * height:
                edges.append(Edge(first, last, frozenset(run), (left, top, right, bottom), gap))
    return edges


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
        np.array([edge.gap for edge in edges]),
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
    is_cut = np.zeros(len(pairs), bool)
    if len(set(pieces.owners)) < count:
        owners = [{pieces.owners[piece] for piece in edge.run} for edge in edges]
        is_cut[:] = [not owners[i].isdisjoint(owners[j]) for i, j in pairs]
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


def cheapest_through(lattice: Lattice) -> list[float]:
    """Return, for each edge, what the cheapest of all paths through it costs."""
    own, forwards = lattice.costs.tolist(), _forwards(lattice)
    before, after = _before(lattice), _after(lattice)
    so_far, to_come = [0.0] * len(own), [0.0] * len(own)
    for index in forwards:
        ways = [so_far[earlier] + extra for earlier, extra in before.get(index, ())]
        is_first = lattice.edges[index].first == 0
        so_far[index] = own[index] + (0.0 if is_first else min(ways, default=np.inf))
    for index in reversed(forwards):
        ways = [own[later] + to_come[later] + extra for later, extra in after.get(index, ())]
        is_last = lattice.edges[index].last == lattice.nodes
        to_come[index] = 0.0 if is_last else min(ways, default=np.inf)
    return [come + go for come, go in zip(so_far, to_come, strict=True)]


def _after(lattice: Lattice) -> dict[int, list[tuple[int, float]]]:
    """Return, for each edge, the edges that may come after it, and what the pair costs."""
    after: dict[int, list[tuple[int, float]]] = {}
    for (index, other), extra in zip(lattice.pairs, lattice.between.tolist(), strict=True):
        after.setdefault(index, []).append((other, extra))
    return after


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
