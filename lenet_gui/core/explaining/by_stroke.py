"""Each stroke's share of a difference of scores: its Shapley value.

A stroke's share is what it adds to the difference when it is drawn, averaged over all orders in
which the strokes could be drawn (Shapley, "A Value for n-Person Games", 1953). It is the only way
to share the difference out that is fair in Shapley's sense: the shares add up to it, a stroke that
never changes anything gets nothing, and two strokes that always change the same get the same.

The framing is held still: some of the strokes lie where they lie in the whole drawing. Up to EXACT
strokes, every subset of them is read. Of more, random orders are read, each of them backwards as
well, which cancels part of the chance (Mitchell, Cooper, Frank, Holmes, "Sampling Permutations for
Shapley Value Estimation", 2022, section 4.1).
"""

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.explaining.pair import Pair, Values, difference
from lenet_gui.core.framing.framing import Framing, frame_each
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.architecture import INPUT_SIZE, PADDING
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off
from lenet_gui.core.strokes.drawing import Drawing

EXACT = 10
"""Strokes up to which all subsets are read: 1,024 at most."""
MOST = 64
"""Strokes above which there are no shares; no digit has so many."""
READ = 1024
"""Subsets that are read to estimate the shares of more strokes, if that is enough for LEAST."""
LEAST = 8
"""Orders, each with its reverse, that are read at least."""
SEED = 0
STEP = 64
"""Inputs read at once: fewer and more both take longer for each."""


@dataclass(frozen=True, eq=False)
class StrokeShares:
    """The blank page's difference and each stroke's share: `shares`, float64 (strokes,).

    `error` is the largest standard error of a share, None if the shares are exact. Their sum is
    exact in any case. `without`, float32 (strokes, 10), are the probabilities without each stroke.
    """

    blank: float
    shares: Values
    error: float | None
    without: Array

    @property
    def total(self) -> float:
        """The difference of the two scores."""
        return self.blank + float(self.shares.sum())


def by_stroke(
    network: LeNet5,
    drawing: Drawing,
    framing: Framing,
    pair: Pair,
    off: Off = frozenset(),
) -> StrokeShares | None:
    """Share out the difference among a drawing's strokes; None if there are more than MOST."""
    count = len(drawing.strokes)
    if count > MOST:
        return None
    readings = _Readings(network, frame_each(drawing, framing), pair, off)
    if count <= EXACT:
        worth = readings.worth(_all_subsets(count))
        shares, error = _exact(worth, count), None
        blank = float(worth[0])
    else:
        shares, error = _sampled(readings, count)
        blank = float(readings.worth(np.zeros((1, count), np.bool_))[0])
    one_missing = ~np.eye(count, dtype=np.bool_)
    return StrokeShares(blank, shares, error, readings.probabilities(one_missing))


@dataclass(frozen=True)
class _Readings:
    """Reads subsets of strokes, bool (n, strokes), of which `strokes` are the images."""

    network: LeNet5
    strokes: Image
    pair: Pair
    off: Off

    def worth(self, subsets: NDArray[np.bool_]) -> Values:
        """Return each subset's difference, (n,)."""
        return difference(self._read(subsets)[0], self.pair)

    def probabilities(self, subsets: NDArray[np.bool_]) -> Array:
        """Return each subset's probabilities, (n, 10)."""
        return self._read(subsets)[1]

    def _read(self, subsets: NDArray[np.bool_]) -> tuple[Array, Array]:
        logits, probabilities = [], []
        for first in range(0, len(subsets), STEP):
            part = subsets[first : first + STEP]
            answered = self.network.forward(self._inputs(part), self.off)
            logits.append(answered.logits)
            probabilities.append(answered.probabilities)
        if not logits:
            return np.empty((0, 10), np.float32), np.empty((0, 10), np.float32)
        return np.concatenate(logits), np.concatenate(probabilities)

    def _inputs(self, subsets: NDArray[np.bool_]) -> Array:
        inputs = np.zeros((len(subsets), INPUT_SIZE, INPUT_SIZE), np.float32)
        inner = inputs[:, PADDING:-PADDING, PADDING:-PADDING]
        for number, stroke in enumerate(self.strokes):
            chosen = subsets[:, number]
            inner[chosen] = np.maximum(inner[chosen], stroke)
        return inputs


def _all_subsets(count: int) -> NDArray[np.bool_]:
    """Return all subsets, bool (2^count, count); the number of each in binary says what is in."""
    return (np.arange(2**count)[:, None] >> np.arange(count) & 1).astype(np.bool_)


def _exact(worth: Values, count: int) -> Values:
    """Return Shapley values from the worth of every subset, in the order of `_all_subsets`."""
    numbers = np.arange(2**count)
    sizes = np.bitwise_count(numbers)
    shares = np.empty(count)
    for stroke in range(count):
        without = numbers[numbers >> stroke & 1 == 0]
        weights = np.array([1 / (count * comb(count - 1, size)) for size in range(count)])
        added = worth[without | 1 << stroke] - worth[without]
        shares[stroke] = weights[sizes[without]] @ added
    return shares


def _sampled(readings: _Readings, count: int) -> tuple[Values, float]:
    """Estimate Shapley values from random orders and their reverses; return the error as well."""
    random = np.random.default_rng(SEED)
    pairs = max(LEAST, READ // (2 * count))
    means = np.empty((pairs, count))
    for number in range(pairs):
        order = random.permutation(count)
        means[number] = (_in_order(readings, order) + _in_order(readings, order[::-1])) / 2
    errors = means.std(axis=0, ddof=1) / np.sqrt(pairs)
    return means.mean(axis=0), float(errors.max())


def _in_order(readings: _Readings, order: NDArray[np.integer]) -> Values:
    """Return what each stroke adds when they are drawn in an order."""
    count = len(order)
    subsets = np.zeros((count + 1, count), np.bool_)
    for drawn, stroke in enumerate(order.tolist(), start=1):
        subsets[drawn:, stroke] = True
    added = np.empty(count)
    added[order] = np.diff(readings.worth(subsets))
    return added
