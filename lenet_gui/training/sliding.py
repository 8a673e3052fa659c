"""`python -m lenet_gui.training.sliding STROKES`: fit the costs of reading a slid network.

Makes numbers of the validation writers' digits, fits the costs in `core/numbers/sliding.py` to
those of all writers but one at a time, and measures on the one that was left out; then fits to all
and prints the costs. The strokes are pen-digits' training file.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.displacement import displace
from lenet_gui.core.numbers.sliding import (
    MOST_BETWEEN,
    ONE,
    SlidingCosts,
    column_features,
    read_columns,
    steps_of,
)
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import default_weights
from lenet_gui.training.data import split_writers
from lenet_gui.training.handwriting.numbers import APART, Manner, make_number

GAPS = (APART, (0.3, 0.8))
"""The gaps between the digits of half of the numbers each: near, and wide."""
MOST_DIGITS = 6
DECAY = 1e-3
IMPOSSIBLE, LEAST = 1e6, 1e-200
"""What an impossible step costs, and the smallest weight of which a logarithm is taken."""
LARGEST_LOSS = 60.0
"""A number that the network misreads altogether counts no more than this."""
HELD_WRITERS = 1 / 6
"""Share of the writers that validate."""
DIGIT, STEPS = 4, 4 + 3 + 3 * (MOST_BETWEEN + 1)
"""Parameters: four of a column's digit, then those of steps."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Numbers as columns: features (numbers, columns, 10, DIGIT), how many columns, and texts."""

    features: Tensor
    columns: Tensor
    texts: list[str]


def batch_of(network: LeNet5, numbers: Sequence[tuple[Drawing, str]]) -> Batch:
    """Slide the network over numbers."""
    rows = []
    for drawing, _ in numbers:
        slid = displace(network, drawing)
        unlikely, missing = column_features(slid.probabilities, slid.evidence)
        one = np.zeros_like(unlikely)
        one[:, ONE] = 1
        missing = np.broadcast_to(missing[:, None], unlikely.shape)
        rows.append(torch.tensor(np.stack((unlikely, missing, 1 - one, one), axis=-1)))
    features = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
    return Batch(features, torch.tensor([len(row) for row in rows]), [t for _, t in numbers])


def log_probability(costs: Tensor, batch: Batch) -> Tensor:
    """Return the log of the probability of each number's text, (numbers,)."""
    own = -(batch.features @ costs[:DIGIT])
    steps = _steps(costs)
    base = torch.arange(len(steps))[None]
    anything = _total(steps[None], base, base >= 0, own, batch.columns)
    places = [_places(text) for text in batch.texts]
    most = max(map(len, places))
    # Each text's own states: a column before it, then each digit and the columns after it.
    known = torch.tensor([one + [(-1, -1)] * (most - len(one)) for one in places])
    state, place = known[..., 0], known[..., 1]
    last = place.max(dim=1, keepdim=True).values
    from_, to = place[:, :, None], place[:, None, :]
    is_same, is_digit = state[:, :, None] == state[:, None, :], (state < CLASSES)[:, None, :]
    # A digit goes on in its own place, and another begins in the next one.
    stays = (to == from_) & (is_same | ~is_digit)
    begins = (to == from_ + 1) & is_digit & ~is_same
    expanded = steps[state[:, :, None], state[:, None, :]]
    expanded = torch.where((stays | begins) & (from_ >= 0), expanded, -IMPOSSIBLE)
    right = _total(expanded, state, place == last, own, batch.columns)
    return right - anything


def _places(text: str) -> list[tuple[int, int]]:
    """Return the states on the way through a text, and the digit's place from 1; 0 before it."""
    states = [(CLASSES + 2 * MOST_BETWEEN, 0)]
    for place, digit in enumerate(map(int, text), start=1):
        after = CLASSES + MOST_BETWEEN * (digit == ONE)
        states.append((digit, place))
        states += [(after + count, place) for count in range(MOST_BETWEEN)]
    return states


def _steps(costs: Tensor) -> Tensor:
    """Return the logs of steps' weights, (states, states)."""
    # Each cost's number in place of the cost; 0 stands for a step that costs nothing.
    which = steps_of(costs_from([0.0] * DIGIT + list(range(1, 1 + STEPS - DIGIT))))
    found = torch.cat((costs.new_zeros(1), costs[DIGIT:]))
    is_possible = np.isfinite(which)
    index = torch.tensor(np.where(is_possible, which, 0).astype(np.int64))
    return torch.where(torch.tensor(is_possible), -found[index], -IMPOSSIBLE)


def _total(steps: Tensor, state: Tensor, ends: Tensor, own: Tensor, columns: Tensor) -> Tensor:
    """Return the log of the sum over all ways of their weights, (numbers,)."""
    numbers, most, _ = own.shape
    between = own.new_zeros(numbers, most, 2 * MOST_BETWEEN + 1)
    state = state.expand(numbers, -1)
    weights = torch.cat((own, between), dim=2).exp()
    weights = weights.gather(2, state.clamp(min=0)[:, None].expand(-1, most, -1))
    first = _first(steps, state, CLASSES + 2 * MOST_BETWEEN).exp()
    onwards, ends = steps.expand(numbers, -1, -1).exp(), ends.expand(numbers, -1)
    so_far, log_scale, totals = first * weights[:, 0], own.new_zeros(numbers), []
    for column in range(most):
        if column:
            so_far = torch.bmm(so_far[:, None], onwards)[:, 0] * weights[:, column]
        totals.append(log_scale + (so_far * ends).sum(dim=1).clamp(min=LEAST).log())
        scale = so_far.sum(dim=1).clamp(min=LEAST)
        so_far, log_scale = so_far / scale[:, None], log_scale + scale.log()
    return torch.stack(totals, dim=1)[torch.arange(numbers), columns - 1]


def _first(steps: Tensor, state: Tensor, before: int) -> Tensor:
    """Return what the first column's states weigh: what a step from before the number would."""
    numbers = len(state)
    row = (state == before).to(torch.int64).argmax(dim=1)
    return steps.expand(numbers, -1, -1)[torch.arange(numbers), row]


def fit(batch: Batch, rounds: int = 60) -> Tensor:
    """Return the costs that make the numbers' texts most probable."""
    costs = torch.tensor([1.0, 0.0, 0.0, 0.0, 0.5, *[-0.5] * 2, *[1.5] * (STEPS - DIGIT - 3)])
    costs = costs.to(torch.float64).requires_grad_()
    optimizer = torch.optim.LBFGS([costs], max_iter=rounds, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        lost = (-log_probability(costs, batch)).clamp(max=LARGEST_LOSS).mean()
        lost = lost + DECAY * (costs**2).sum()
        lost.backward()  # type: ignore[no-untyped-call]
        return lost.detach()

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return costs.detach()


def costs_from(values: Sequence[float]) -> SlidingCosts:
    """Return fitted costs, rounded as they are kept."""
    unlikely, missing, any_but_one, one, first, *others = (round(v, 2) + 0.0 for v in values)
    each = MOST_BETWEEN + 1
    return SlidingCosts(
        unlikely,
        missing,
        (any_but_one, one),
        (others[0], others[1]),
        first,
        tuple(tuple(others[2 + each * row : 2 + each * (row + 1)]) for row in range(3)),
    )


def numbers_of(
    samples: Sequence[Sample], count: int, gaps: tuple[float, float], seed: int
) -> list[tuple[Drawing, str]]:
    """Make numbers of 1 to MOST_DIGITS of one writer's digits, with their texts."""
    random = np.random.default_rng(seed)
    written = [
        (list(sample.source.strokes), sample.label)
        for sample in samples
        if isinstance(sample.source, Drawing)
    ]
    made = [
        make_number(written, random, int(random.integers(1, MOST_DIGITS + 1)), Manner(gaps))
        for _ in range(count)
    ]
    return [(one.drawing, one.label) for one in made]


def main(words: list[str] | None = None) -> int:
    """Fit, measure, print and return the exit code."""
    parser = argparse.ArgumentParser("python -m lenet_gui.training.sliding")
    add = parser.add_argument
    add("strokes", type=Path, nargs="+", help="files of strokes, with their writers")
    add("--weights", type=Path, help="weights to slide (default: the program's own)")
    add("--numbers", type=int, default=100, help="numbers of each writer and kind of gaps")
    arguments = parser.parse_args(words)
    try:
        network = LeNet5(load_weights(arguments.weights or default_weights()))
        samples = split_writers(read_strokes(arguments.strokes), HELD_WRITERS)[1]
    except LenetGuiError as error:
        print(error, file=sys.stderr)
        return 1
    by_writer: dict[int | None, list[Sample]] = {}
    for sample in samples:
        by_writer.setdefault(sample.writer, []).append(sample)
    made = [
        [numbers_of(own, arguments.numbers, gaps, seed) for gaps in GAPS]
        for seed, own in enumerate(by_writer.values())
    ]
    right = np.zeros(len(GAPS))
    for left_out, kinds in enumerate(made):
        others = [
            one for i, some in enumerate(made) if i != left_out for kind in some for one in kind
        ]
        costs = costs_from(fit(batch_of(network, others)).tolist())
        right += [
            np.mean([read_columns(displace(network, d), costs).text == text for d, text in kind])
            for kind in kinds
        ]
    for (low, high), share in zip(GAPS, right / len(made), strict=True):
        print(f"gaps from {low} to {high}: {100 * share:.1f} % read right by writers left out")
    everything = [one for some in made for kind in some for one in kind]
    print(costs_from(fit(batch_of(network, everything)).tolist()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
