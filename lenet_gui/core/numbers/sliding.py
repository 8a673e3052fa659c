"""What a slid network reads: the cheapest way through its columns.

Each column shows a digit or lies between digits, and a digit lasts some columns. What a digit costs
depends on the network's answer there; what it costs to begin one, on how many columns lie before
it, since digits need room. The cheapest way is found as a cut is: Viterbi, 1967; LeCun et al. 1998,
section VII-C.

The costs are those of a conditional random field. They maximise the probability of the right number
over all ways to get it, for numbers made of validation writers' digits:
`python -m lenet_gui.training.sliding` fits and prints them.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.numbers.displacement import Displacement

Values = NDArray[np.float64]

CONFIDENT = 12.0
"""Evidence from which a column of a digit costs nothing for it."""
MOST_MISSING = 6.0
"""Missing evidence that counts; also the most that −log p counts."""
MOST_BETWEEN = 4
"""Columns between two digits from which more make no difference."""
ONE = 1


@dataclass(frozen=True)
class SlidingCosts:
    """What each column and each step cost. Of two values the second is a one's, which is narrow."""

    unlikely: float
    """For each unit of −log p of the digit."""
    missing: float
    """For each unit of missing evidence."""
    column: tuple[float, float]
    """For each column of a digit."""
    going_on: tuple[float, float]
    """For another column of the same digit."""
    first: float
    """To begin the first digit."""
    between: tuple[tuple[float, ...], ...]
    """To begin another digit: by how many of the two are ones, and by how many columns lie between
    them, from 0 to MOST_BETWEEN or more."""


COSTS = SlidingCosts(
    unlikely=1.47,
    missing=0.72,
    column=(-3.96, -2.17),
    going_on=(-1.96, -4.08),
    first=-0.53,
    between=(
        (4.22, 3.04, -1.52, -1.85, -0.69),
        (2.68, 1.97, -2.12, -2.09, -0.07),
        (-0.02, -3.01, -0.32, -0.02, 0.02),
    ),
)


@dataclass(frozen=True)
class Run:
    """Columns that show one digit, from `first` up to but without `stop`."""

    digit: int
    first: int
    stop: int


@dataclass(frozen=True)
class SlidReading:
    """The cheapest way: each column's digit, or None between digits, and the whole's cost."""

    columns: tuple[int | None, ...]
    cost: float

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The digits with their columns, from left to right."""
        runs, first = [], 0
        for digit, same in groupby(self.columns):
            stop = first + len(list(same))
            if digit is not None:
                runs.append(Run(digit, first, stop))
            first = stop
        return tuple(runs)

    @property
    def text(self) -> str:
        """The number; empty if no column shows a digit."""
        return "".join(str(run.digit) for run in self.runs)


def read_columns(displacement: Displacement, costs: SlidingCosts = COSTS) -> SlidReading:
    """Return the cheapest way through a slid network's columns."""
    steps = steps_of(costs)
    own = np.zeros((displacement.columns, len(steps)))
    own[:, :CLASSES] = column_costs(displacement.probabilities, displacement.evidence, costs)
    so_far = steps[-1] + own[0]
    before = []
    for column in own[1:]:
        ways = so_far[:, None] + steps
        best = ways.argmin(axis=0)
        before.append(best)
        so_far = ways[best, np.arange(len(steps))] + column
    states = [int(so_far.argmin())]
    for best in reversed(before):
        states.append(int(best[states[-1]]))
    columns = tuple(state if state < CLASSES else None for state in reversed(states))
    return SlidReading(columns, float(so_far.min()))


def column_features(probabilities: Array, evidence: Values) -> tuple[Values, Values]:
    """Return −log p, (columns, 10), and the missing evidence, (columns,), as far as they count."""
    unlikely = -np.log(np.maximum(probabilities.astype(np.float64), 1e-9))
    missing = np.clip(CONFIDENT - evidence, 0.0, MOST_MISSING)
    return np.minimum(unlikely, MOST_MISSING), missing


def column_costs(probabilities: Array, evidence: Values, costs: SlidingCosts = COSTS) -> Values:
    """Return what it costs each column to show each digit, (columns, 10)."""
    unlikely, missing = column_features(probabilities, evidence)
    found: Values = costs.unlikely * unlikely + costs.missing * missing[:, None]
    found += np.where(np.arange(CLASSES) == ONE, costs.column[1], costs.column[0])
    return found


@lru_cache(maxsize=8)
def steps_of(costs: SlidingCosts) -> Values:
    """Return what each step from a column's state to the next one's costs, (states, states).

    The states are the ten digits; 1 to MOST_BETWEEN columns after another digit than a one; the
    same after a one; and, last, before the first digit. Impossible steps cost infinity.
    """
    after = (CLASSES, CLASSES + MOST_BETWEEN)
    before = CLASSES + 2 * MOST_BETWEEN
    steps = np.full((before + 1, before + 1), np.inf)
    for digit in range(CLASSES):
        is_one = int(digit == ONE)
        for last in range(CLASSES):
            steps[last, digit] = costs.between[is_one + (last == ONE)][0]
        steps[digit, digit] = costs.going_on[is_one]
        steps[digit, after[is_one]] = 0.0
        steps[before, digit] = costs.first
        for last_is_one, begin in enumerate(after):
            between = costs.between[is_one + last_is_one]
            steps[begin : begin + MOST_BETWEEN, digit] = between[1:]
    for begin in after:
        for count in range(MOST_BETWEEN):
            steps[begin + count, begin + min(count + 1, MOST_BETWEEN - 1)] = 0.0
    steps[before, before] = 0.0
    return steps
