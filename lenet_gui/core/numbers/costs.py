"""What it costs to take a run of pieces for a digit, and two such runs for neighbours.

A cut into digits costs the sum of what its digits and its neighbours cost, each a weighted sum of a
few features. By these costs, the cuts of a drawing have probabilities proportional to exp(−cost): a
semi-Markov conditional random field (Sarawagi, Cohen, NIPS 2004). The weights maximise the
probability of the right cuts of numbers that are made of validation writers' digits:
`python -m lenet_gui.training.cutting` fits and prints them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.numbers.pieces import Boxes

Values = NDArray[np.float64]

CONFIDENT = 9.0
"""Evidence from which a digit costs nothing for it."""
LOW = 0.75
"""Height, in heights of the line, below which a digit costs more."""
DIGIT_COSTS = {
    "each digit": -2.19,
    "−log of its probability": 1.09,
    "missing evidence": 0.51,
    "lower than the line": 7.99,
    "wider than high": 2.43,
    "each further piece": 1.20,
    "gap within": 5.12,
    "width": 4.84,
}
NEIGHBOUR_COSTS = {
    "overlap": 1.68,
    "overlap by the narrower's width": 6.41,
    "gap between": -1.72,
    "one higher than the other": 1.57,
    "through a stroke": 3.60,
}
MARK_COSTS = {
    "each mark": 0.99,
    "above or below something larger": 6.00,
}
"""What it costs to take a piece for a point or a dash, which is no digit. The last is not fitted:
it keeps dots in their zeros."""


@dataclass(frozen=True, eq=False)
class Runs:
    """Runs of pieces that may be a digit.

    `boxes` (n, 4) are their boxes, `counts` (n,) how many pieces each has, `gaps` (n,) the widest
    gap within each, from left to right, and `is_whole` (n,) says which run is all there is.
    """

    boxes: Boxes
    counts: Values
    gaps: Values
    is_whole: NDArray[np.bool_]


def digit_features(runs: Runs, height: float, probability: Values, evidence: Values) -> Values:
    """Return the features of runs as digits, (n, 8), in the order of DIGIT_COSTS.

    `height` is that of the line, `probability` that of each run's most probable digit, (n,), and
    `evidence` that for any digit. A run that is all there is has no line to be lower than.
    """
    wide, high = (runs.boxes[:, 2:] - runs.boxes[:, :2]).T
    size = np.maximum(np.maximum(high, wide / 2), 0.05 * height)
    lower = np.maximum(0.0, np.log(LOW * height / size))
    return np.column_stack((
        np.ones(len(wide)),
        -np.log(probability),
        np.maximum(0.0, CONFIDENT - evidence),
        np.where(runs.is_whole, 0.0, lower),
        np.maximum(0.0, wide / np.maximum(high, 0.3 * height) - 1),
        runs.counts - 1,
        runs.gaps / height,
        np.minimum(wide / height, 2.0),
    ))  # fmt: skip


def gap_within(boxes: Sequence[Sequence[float]]) -> float:
    """Return the widest gap between pieces, from left to right; 0 if they overlap."""
    if len(boxes) < 2:
        return 0.0
    ordered = sorted(boxes, key=lambda box: box[0])
    widest, reach = 0.0, ordered[0][2]
    for left, _, right, _ in ordered[1:]:
        widest, reach = max(widest, left - reach), max(reach, right)
    return widest


def neighbour_features(
    first: Boxes, second: Boxes, height: float, is_cut: NDArray[np.bool_]
) -> Values:
    """Return the features of digits beside each other, (n, 5), in the order of NEIGHBOUR_COSTS.

    `first` and `second` are their boxes; `is_cut` says whether one stroke runs through both.
    """
    gap = second[:, 0] - first[:, 2]
    overlap = np.maximum(0.0, -gap)
    narrower = np.minimum(first[:, 2] - first[:, 0], second[:, 2] - second[:, 0])
    return np.column_stack((
        overlap / height,
        np.minimum(overlap / np.maximum(narrower, 0.1 * height), 1.5),
        np.maximum(0.0, np.minimum(gap, height)) / height,
        np.abs(first[:, 1] + first[:, 3] - second[:, 1] - second[:, 3]) / 2 / height,
        is_cut,
    ))  # fmt: skip


def digit_costs(features: Values) -> Values:
    """Return what digits cost, (n,), by their features."""
    costs: Values = features @ np.array(list(DIGIT_COSTS.values()))
    return costs


def neighbour_costs(features: Values) -> Values:
    """Return what neighbours cost, (n,), by their features."""
    costs: Values = features @ np.array(list(NEIGHBOUR_COSTS.values()))
    return costs


def mark_costs(is_over: NDArray[np.bool_]) -> Values:
    """Return what marks cost, (n,), by whether each lies above or below something larger."""
    each, over = MARK_COSTS.values()
    return np.where(is_over, each + over, each)


def is_mark(box: Sequence[float], line: Sequence[float]) -> bool:
    """Return whether a piece is as small as a point or a dash on its line of writing.

    A point may lie anywhere, a dash only in the middle half of the line's height.
    """
    (left, top, right, bottom), height = box, max(line[3] - line[1], 1e-9)
    wide, high = (right - left) / height, (bottom - top) / height
    middle = ((top + bottom) / 2 - line[1]) / height
    return max(wide, high) <= 0.22 or (high <= 0.25 and wide <= 1.0 and 0.25 <= middle <= 0.75)
