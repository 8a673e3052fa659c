"""Fit what cuts cost, and which of them are numbers: `python -m lenet_gui.training.cutting`.

Prints the weights of `core/numbers/costs.py` and BELIEF of its `number_reader.py`. They are learned
from numbers made of validation writers' digits, which the network hasn't learned from either, and
from these people's letters and signs, words of them, drawn non-digits and single digits. BELIEF
goes by the costs that the program has: if they change, put them in and run this again.
"""

import argparse
import itertools
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.costs import DIGIT_COSTS, MARK_COSTS, NEIGHBOUR_COSTS
from lenet_gui.core.numbers.lattice import Lattice
from lenet_gui.core.numbers.number_reader import Grounds, NumberReader
from lenet_gui.core.numbers.pieces import Pieces, height_of
from lenet_gui.core.numbers.stroke_pieces import Strokes as Parts
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import default_weights
from lenet_gui.training.data import split_writers
from lenet_gui.training.handwriting.numbers import (
    NO_DIGIT,
    TOUCHING,
    Digits,
    MadeNumber,
    Manner,
    alone,
    made_numbers,
    non_digits,
    single_digits,
    words,
)
from lenet_gui.training.handwriting.strokes import Strokes, normalised
from lenet_gui.training.people import all_symbols, read_people
from lenet_gui.training.pool import Sources

SEED = 20
COUNT = 500
"""Words, and drawn non-digits, that belief is learned from."""
STRENGTH = 3e-5
"""Of the weights' regularisation: their squares' sum times this is added to the loss."""
WRONG = 1e6
"""What a wrong edge costs on the right paths."""
LOST = 0.005
"""Share of true numbers that may be lost as letters, words and scribbles are refused."""
MANNERS = {
    "apart": (Manner(), 2 * COUNT),
    "touching": (Manner(TOUCHING), 2 * COUNT),
    "unsteady": (Manner((-0.05, 1.0), unsteady=2.0), COUNT),
    "with points and dashes": (Manner((-0.05, 0.5), unsteady=1.5, marks=0.3), COUNT),
    "joined": (Manner(joined=0.1), COUNT // 2),
}
"""How the numbers are written that are learned from, and how many of each."""
TABLES = {
    "DIGIT_COSTS": DIGIT_COSTS,
    "MARK_COSTS": MARK_COSTS,
    "NEIGHBOUR_COSTS": NEIGHBOUR_COSTS,
}


@dataclass(frozen=True)
class Example:
    """A made number's lattice, and which of its edges are right."""

    lattice: Lattice
    right: NDArray[np.bool_]

    @property
    def has_path(self) -> bool:
        """Whether the right edges lead from the first node to the last."""
        reached = {0}
        edges = sorted(zip(self.lattice.edges, self.right, strict=True), key=lambda e: e[0].first)
        for edge, is_right in edges:
            if is_right and edge.first in reached:
                reached.add(edge.last)
        return self.lattice.nodes in reached


def examples_of(classifier: Classifier, numbers: Iterable[MadeNumber]) -> list[Example]:
    """Return made numbers' lattices from left to right, if there is a right path through them."""
    reader = NumberReader(classifier)
    examples = []
    for made in numbers:
        parts = Parts(made.drawing)
        pieces = parts.pieces(range(len(parts.boxes)), height_of(parts.boxes))
        lattice = reader.lattices(pieces)[0]
        examples.append(Example(lattice, right_edges(lattice, pieces, made)))
    return [one for one in examples if one.has_path]


def right_edges(lattice: Lattice, pieces: Pieces, made: MadeNumber) -> NDArray[np.bool_]:
    """Return which edges are right, (edges,): all pieces of one digit, or a point or a dash."""
    owners = [_owner(made, pieces, piece) for piece in range(len(pieces))]
    whole: dict[int, set[int]] = {}
    for piece, owner in enumerate(owners):
        whole.setdefault(owner, set()).add(piece)
    digits = [run for owner, run in whole.items() if owner != NO_DIGIT]
    marks = whole.get(NO_DIGIT, set())
    return np.array([
        edge.run <= marks if edge.is_mark else edge.run in digits for edge in lattice.edges
    ])  # fmt: skip


def _owner(made: MadeNumber, pieces: Pieces, piece: int) -> int:
    """Return the digit to which most points of a piece belong."""
    stroke = pieces.owners[piece]
    owners, points = made.owners[stroke], made.drawing.strokes[stroke]
    part = pieces.part(frozenset((piece,)))
    assert isinstance(part, Drawing)
    nearest = [int(np.abs(points - point).sum(axis=1).argmin()) for point in part.strokes[0]]
    values, counts = np.unique(owners[nearest], return_counts=True)
    return int(values[counts.argmax()])


@dataclass(frozen=True)
class Stack:
    """Many lattices as one, to run through at once: a level holds all edges from nth nodes."""

    digits: Tensor
    neighbours: Tensor
    wrong: Tensor
    before: Tensor
    after: Tensor
    levels: Sequence[tuple[int, int, int, int]]
    ends: Tensor
    lattices: Tensor
    count: int

    @classmethod
    def of(cls, examples: Sequence[Example]) -> "Stack":
        """Stack the lattices of examples. Of marks' features, the last two say what they are."""
        sizes = [len(one.lattice.edges) for one in examples]
        starts = np.cumsum([0, *sizes[:-1]])
        edges = [edge for one in examples for edge in one.lattice.edges]
        first = np.array([edge.first for edge in edges])
        order = np.argsort(first, kind="stable")
        place = np.argsort(order, kind="stable")
        pairs = np.concatenate([
            np.array(one.lattice.pairs, int).reshape(-1, 2) + start
            for one, start in zip(examples, starts, strict=True)
        ])  # fmt: skip
        before, after = place[pairs].T
        by_after = np.argsort(after, kind="stable")
        nodes = np.repeat([one.lattice.nodes for one in examples], sizes)
        marks = [(edge.is_mark, edge.is_over) for edge in edges]
        digits = np.concatenate([one.lattice.digits for one in examples])
        right = np.concatenate([one.right for one in examples])
        bounds = np.searchsorted(first[order], np.arange(first.max() + 2)).tolist()
        pair_bounds = np.searchsorted(after[by_after], bounds).tolist()
        ends = np.flatnonzero(np.array([edge.last for edge in edges]) == nodes)
        return cls(
            torch.tensor(np.column_stack((digits, np.array(marks, float)))[order]),
            torch.tensor(np.concatenate([one.lattice.neighbours for one in examples])[by_after]),
            torch.tensor(np.where(right, 0.0, WRONG)[order]),
            torch.tensor(before[by_after]),
            torch.tensor(after[by_after]),
            list(zip(bounds, bounds[1:], pair_bounds, pair_bounds[1:], strict=False)),
            torch.tensor(place[ends]),
            torch.tensor(np.repeat(np.arange(len(examples)), sizes)[ends]),
            len(examples),
        )

    def log_totals(self, costs: Tensor, between: Tensor) -> Tensor:
        """Return the log of the sum of exp(−cost) over all paths of each lattice, (lattices,)."""
        totals = -costs[: self.levels[0][1]]
        for start, stop, first, last in self.levels[1:]:
            ways = totals[self.before[first:last]] - between[first:last]
            own = _log_sums(ways, self.after[first:last] - start, stop - start) - costs[start:stop]
            totals = torch.cat((totals, own))
        return _log_sums(totals[self.ends], self.lattices, self.count)

    def loss(self, weights: Tensor) -> Tensor:
        """Return the mean of −log P(right cuts)."""
        known = len(DIGIT_COSTS) + len(MARK_COSTS)
        costs, between = self.digits @ weights[:known], self.neighbours @ weights[known:]
        right = self.log_totals(costs + self.wrong, between)
        return (self.log_totals(costs, between) - right).mean()


def _log_sums(values: Tensor, groups: Tensor, count: int) -> Tensor:
    """Return the log of the sum of exp(values) of each group, (count,)."""
    lowest = torch.full((count,), torch.finfo(values.dtype).min, dtype=values.dtype)
    top = lowest.scatter_reduce(0, groups, values.detach(), "amax")
    sums = torch.zeros(count, dtype=values.dtype)
    return torch.log(sums.index_add(0, groups, torch.exp(values - top[groups]))) + top


def fit_costs(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return the weights under which the right cuts are most probable, in the order of the tables.

    The cost of marks above or below something larger is kept: it keeps hats on their fives.
    """
    stack = Stack.of(examples)
    kept = len(DIGIT_COSTS) + len(MARK_COSTS) - 1
    weights = torch.zeros(kept + 1 + len(NEIGHBOUR_COSTS), dtype=torch.float64)
    weights[kept] = list(MARK_COSTS.values())[-1]
    moving = torch.ones_like(weights)
    moving[kept] = 0
    return _least(weights, lambda values: stack.loss(values), moving, STRENGTH)


def fit_belief(
    numbers: Sequence[Grounds], others: Sequence[Sequence[Grounds]]
) -> tuple[float, float]:
    """Return BELIEF, by logistic regression of numbers against kinds of others.

    All kinds are equally heavy. The second value leaves out the share LOST of the numbers.
    """
    groups = [np.array(group) for group in (numbers, *others) if group]
    rows = np.concatenate([
        np.column_stack((np.log1p(group[:, 0]), group[:, 1], np.ones(len(group))))
        for group in groups
    ])  # fmt: skip
    features, labels = torch.tensor(rows), torch.zeros(len(rows), dtype=torch.float64)
    labels[: len(numbers)] = 1
    shares = [1.0, *[1 / (len(groups) - 1)] * (len(groups) - 1)]
    heavy = torch.tensor(
        [share / len(g) for g, share in zip(groups, shares, strict=True) for _ in g],
        dtype=torch.float64,
    )

    def loss(weights: Tensor) -> Tensor:
        found = features @ weights
        return F.binary_cross_entropy_with_logits(found, labels, heavy, reduction="sum")

    start = torch.zeros(3, dtype=torch.float64)
    by_gain, by_missing, _ = _least(start, loss, torch.ones(3), 1e-4).tolist()
    by_gain /= -by_missing
    allowed = by_gain * rows[: len(numbers), 0] - rows[: len(numbers), 1]
    return by_gain, float(np.quantile(allowed, LOST))


def _least(
    start: Tensor, loss: Callable[[Tensor], Tensor], moving: Tensor, strength: float
) -> NDArray[np.float64]:
    """Return the weights of the least loss, by L-BFGS from a start; only `moving` ones change."""
    weights = start.clone().requires_grad_()
    optimiser = torch.optim.LBFGS([weights], max_iter=500, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimiser.zero_grad()
        total = loss(weights) + strength * (moving * weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        assert weights.grad is not None
        weights.grad *= moving
        return total

    optimiser.step(step)  # type: ignore[no-untyped-call]
    return weights.detach().numpy()


def validation_digits(strokes: Sequence[Path], more: Sequence[Path]) -> list[Digits]:
    """Return each validation writer's digits; of the further files, each file's as one's.

    Raises DatasetError if a file can't be read.
    """
    share = Sources.held_writers
    by_writer: dict[int | None, list[tuple[Strokes, int]]] = {}
    for sample in split_writers(read_strokes(strokes), share)[1]:
        assert isinstance(sample.source, Drawing)
        digit = normalised(sample.source.strokes), sample.label
        by_writer.setdefault(sample.writer, []).append(digit)
    others = read_people(more, "validation").values()
    return [*by_writer.values(), *(written.digits for written in others if written.digits)]


def grounds_of(classifier: Classifier, drawings: Iterable[Drawing]) -> list[Grounds]:
    """Return the grounds of each drawing that is cheaper as several digits than as one."""
    reader = NumberReader(classifier)
    found = (reader.grounds(classifier.read(drawing)) for drawing in drawings)
    return [grounds for grounds in found if grounds is not None]


def main(words_: list[str] | None = None) -> int:
    """Fit, print and return the exit code."""
    parser = argparse.ArgumentParser("python -m lenet_gui.training.cutting")
    add = parser.add_argument
    add("--weights", type=Path, help="weights to read with (default: the program's own)")
    add("--strokes", type=Path, nargs="+", required=True, help="strokes with their writers")
    add("--more", type=Path, nargs="+", default=[], help="files of further people")
    arguments = parser.parse_args(words_)
    try:
        classifier = Classifier(LeNet5(load_weights(arguments.weights or default_weights())))
        written = validation_digits(arguments.strokes, arguments.more)
        symbols = all_symbols(read_people(arguments.more, "validation"))
    except LenetGuiError as error:
        print(error, file=sys.stderr)
        return 1
    random = np.random.default_rng(SEED)
    every = [
        list(made_numbers(written, manner, random, count)) for manner, count in MANNERS.values()
    ]
    weights = fit_costs(examples_of(classifier, itertools.chain(*every))).tolist()
    for name, table in TABLES.items():
        own, weights = weights[: len(table)], weights[len(table) :]
        rows = "".join(
            f'    "{feature}": {weight:.2f},\n' for feature, weight in zip(table, own, strict=True)
        )
        print(f"{name} = {{\n{rows}}}")
    true = [made.drawing for made in itertools.chain(*every[:2]) if len(made.label) > 1]
    others = (
        map(alone, symbols),
        words(symbols, random, COUNT),
        non_digits(random, COUNT),
        single_digits(written, random, 4 * COUNT),
    )
    refused = [grounds_of(classifier, kind) for kind in others]
    by_gain, less = fit_belief(grounds_of(classifier, true), refused)
    print(f"BELIEF = ({by_gain:.2f}, {less:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
