"""Connected components of a mask, found from its runs: no pixel is visited twice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.box import Box

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Runs:
    """The stretches of a mask's rows, in reading order; each int64 (runs,).

    A run covers the columns from `starts` up to, but not including, `stops`.
    """

    rows: Numbers
    starts: Numbers
    stops: Numbers

    @property
    def lengths(self) -> Numbers:
        """Pixels in each run."""
        return self.stops - self.starts

    def __getitem__(self, chosen: Mask) -> "Runs":
        return Runs(self.rows[chosen], self.starts[chosen], self.stops[chosen])

    def mask(self, shape: tuple[int, int]) -> Mask:
        """Return the mask, bool (rows, columns), of these runs."""
        edges = np.zeros((shape[0], shape[1] + 1), np.int8)
        edges[self.rows, self.starts] = 1
        edges[self.rows, self.stops] -= 1  # two runs never touch
        return np.cumsum(edges[:, :-1], axis=1, dtype=np.int8).astype(bool)


def find_runs(mask: Mask) -> Runs:
    """Return the runs of a mask, bool (rows, columns)."""
    width = mask.shape[1] + 2
    # Paper on either side of each row keeps the runs of two rows apart.
    padded = np.zeros((mask.shape[0], width), bool)
    padded[:, 1:-1] = mask
    flat = padded.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    rows, starts = np.divmod(edges[0::2], width)
    return Runs(rows, starts - 1, edges[1::2] % width - 1)


def label_runs(runs: Runs) -> tuple[Numbers, int]:
    """Return each run's piece, int64 (runs,) from 0, and the number of pieces.

    Runs in neighbouring rows are connected if they touch, even at a corner.
    """
    upper, lower = _touching(runs)
    labels = np.arange(len(runs.rows))
    while (labels[upper] != labels[lower]).any():
        least = np.minimum(labels[upper], labels[lower])
        np.minimum.at(labels, labels[upper], least)
        np.minimum.at(labels, labels[lower], least)
        while (labels != (further := labels[labels])).any():
            labels = further
    names, labels = np.unique(labels, return_inverse=True)
    return labels, len(names)


def _touching(runs: Runs) -> tuple[Numbers, Numbers]:
    """Return the pairs of runs, one row apart, that touch: upper and lower, each int64 (pairs,)."""
    width = int(runs.stops.max(initial=0)) + 2
    starts, stops = runs.rows * width + runs.starts, runs.rows * width + runs.stops
    first = np.searchsorted(stops, starts + width, "left")
    last = np.searchsorted(starts, stops + width, "right")
    counts = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(upper)) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, np.repeat(first, counts) + within


@dataclass(frozen=True, eq=False)
class Pieces:
    """The connected pieces of a mask: `labels` is each run's piece; the rest is (pieces,).

    A piece spans rows `tops` to `bottoms` and columns `lefts` to `rights`, ends excluded.
    """

    runs: Runs
    labels: Numbers
    areas: Numbers
    tops: Numbers
    bottoms: Numbers
    lefts: Numbers
    rights: Numbers

    def mask(self, chosen: Mask, shape: tuple[int, int]) -> Mask:
        """Return the mask, bool (rows, columns), of the chosen pieces, bool (pieces,)."""
        return self.runs[chosen[self.labels]].mask(shape)

    def box(self, one: int | np.integer) -> Box:
        """Return a piece's box."""
        sides = (self.lefts, self.tops, self.rights, self.bottoms)
        return Box(*(int(side[one]) for side in sides))

    def shares(self, mask: Mask) -> NDArray[np.float64]:
        """Return which share of each piece lies in a mask, bool (rows, columns)."""
        sums = np.cumsum(np.pad(mask, ((0, 0), (1, 0))), axis=1)
        runs = self.runs
        covered = np.zeros(len(self.areas), np.int64)
        np.add.at(covered, self.labels, sums[runs.rows, runs.stops] - sums[runs.rows, runs.starts])
        return covered / self.areas

    def peaks(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the largest of `values`, (rows, columns), on each piece."""
        width = values.shape[1] + 1
        flat = np.pad(values, ((0, 0), (0, 1))).ravel()
        places = np.stack(
            (self.runs.rows * width + self.runs.starts, self.runs.rows * width + self.runs.stops), 1
        )
        peaks = np.full(len(self.areas), -np.inf, np.float32)
        if len(places):
            np.maximum.at(peaks, self.labels, np.maximum.reduceat(flat, places.ravel())[::2])
        return peaks


def find_pieces(mask: Mask) -> Pieces:
    """Return the connected pieces of a mask, bool (rows, columns)."""
    runs = find_runs(mask)
    labels, count = label_runs(runs)
    areas, bottoms, rights = (np.zeros(count, np.int64) for _ in range(3))
    tops, lefts = (np.full(count, max(mask.shape), np.int64) for _ in range(2))
    np.add.at(areas, labels, runs.lengths)
    np.minimum.at(tops, labels, runs.rows)
    np.maximum.at(bottoms, labels, runs.rows + 1)
    np.minimum.at(lefts, labels, runs.starts)
    np.maximum.at(rights, labels, runs.stops)
    return Pieces(runs, labels, areas, tops, bottoms, lefts, rights)
