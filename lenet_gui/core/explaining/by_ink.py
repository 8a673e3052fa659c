"""Each pixel's share of a difference of scores, and each map's: integrated gradients.

The ink grows evenly from the blank page to what was drawn. A pixel's share is its ink times the
derivative of the difference by it, averaged on the way (Sundararajan, Taly, Yan, "Axiomatic
Attribution for Deep Networks", 2017). A hidden unit's share is the derivative by its value, summed
up over the changes of that value on the same way: its conductance (Dhamdhere, Sundararajan, Yan,
"How Important Is a Neuron?", 2018). All pixels' shares, and all those of a layer's units, add up to
the difference less that of the blank page.

The average is an integral. Nearly all happens while the ink is faint, in turns as narrow as 0.003
of the way. So the way is first walked in 64 steps of a forward pass alone; then it is cut where C5
and F6 have changed by equal parts, and each part is integrated by Gauss and Legendre's rule. For
each part it is known what the shares must add up to, the change of the difference from its one end
to the other. Parts that miss that by too much are halved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.core.explaining.pair import Pair, Values, difference, towards_difference
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off
from lenet_gui.core.network.tangent import tangents

QUICK, PRECISE = 16, 32
"""Parts of the way at first."""
QUICK_ERROR, PRECISE_ERROR = 0.01, 0.001
"""What the errors of all parts, without their signs, may add up to."""
MOST_PARTS = 400
"""Parts that are integrated at most, also in vain: about a second's work."""
NODES = 8
"""Inputs in each part at which the derivatives are taken: as many as the processor's cache holds
well."""
SCAN = 64
SCAN_POWER = 2.5
"""The steps of the first walk are this power of even ones: finer where the ink is fainter."""
EVEN = 0.15
"""Weight of even parts against equal changes: no part is far longer than the others."""
MEASURED = ("C5", "F6")
"""The layers whose changes are measured on the first walk."""
SHARED = (LAYERS[1], LAYERS[3])
"""The layers whose maps get shares: C1 and C3."""


@dataclass(frozen=True, eq=False)
class InkShares:
    """The blank page's difference, and each pixel's share: `shares`, float64 (32, 32).

    `maps` has those of the units of C1, float64 (6, 28, 28), and C3, float64 (16, 10, 10).
    `error` is the difference of the two scores less all of these; `map_errors` are a layer's.
    """

    blank: float
    shares: Values
    maps: Mapping[str, Values]
    error: float
    map_errors: Mapping[str, float]

    @property
    def total(self) -> float:
        """The difference of the two scores, up to the error."""
        return self.blank + float(self.shares.sum())


def by_ink(
    network: LeNet5,
    padded: Array,
    pair: Pair,
    off: Off = frozenset(),
    precise: bool = False,
) -> InkShares:
    """Share out the difference among an input's pixels, float32 (32, 32), and among maps.

    The error is at most 0.01, or 0.001 if `precise`, unless MOST_PARTS are too few for weights that
    make the way very uneven.
    """
    way = _Way(network, padded, pair, off)
    walked, blank, drawn = way.walk()
    parts, allowed = (PRECISE, PRECISE_ERROR) if precise else (QUICK, QUICK_ERROR)
    ends = np.interp(np.linspace(0, 1, parts + 1), *walked)
    shares, maps = way.integrate(ends, allowed / parts)
    error = drawn - blank - float(shares.sum())
    map_errors = {name: drawn - blank - float(values.sum()) for name, values in maps.items()}
    return InkShares(blank, shares, maps, error, map_errors)


@dataclass(frozen=True)
class _Way:
    """The way from the blank page to an input, from 0 to 1."""

    network: LeNet5
    padded: Array
    pair: Pair
    off: Off

    def inputs(self, places: Values) -> Array:
        """Return the inputs at some places of the way."""
        return places.astype(np.float32)[:, None, None] * self.padded

    def walk(self) -> tuple[tuple[Values, Values], float, float]:
        """Return how much has changed, as a share of all changes, at some places of the way.

        Also return the difference of scores at its beginning and at its end.
        """
        places = np.linspace(0, 1, SCAN + 1) ** SCAN_POWER
        answered = self.network.forward(self.inputs(places), self.off)
        density = np.full(SCAN, EVEN / SCAN)
        for name in MEASURED:
            values = answered.layers[name].reshape(SCAN + 1, -1)
            changes = np.sqrt(np.square(np.diff(values, axis=0)).sum(axis=1, dtype=np.float64))
            total = float(changes.sum())
            if total > 0:
                density += changes / (len(MEASURED) * total)
        walked = np.concatenate(([0.0], np.cumsum(density / density.sum())))
        scores = difference(answered.logits[[0, -1]], self.pair)
        return (walked, places), float(scores[0]), float(scores[1])

    def integrate(self, ends: Values, allowed: float) -> tuple[Values, dict[str, Values]]:
        """Return the shares of pixels and of maps.

        `ends` are where the way's parts meet; each part may miss its sum by `allowed`.
        """
        pixels = np.zeros(self.padded.shape)
        maps = {layer.name: np.zeros(layer.shape) for layer in SHARED}
        parts = np.stack((ends[:-1], ends[1:]), axis=1)
        found, integrated = [], 0
        while len(parts):
            sums = np.diff(self._scores(parts), axis=1)[:, 0]
            results = [self._integrate_part(*part) for part in parts.tolist()]
            integrated += len(parts)
            errors = np.abs([float(by_pixel.sum()) for by_pixel, _ in results] - sums)
            missed = errors > allowed
            if integrated + 2 * missed.sum() > MOST_PARTS:
                missed[:] = False
            found += [result for result, again in zip(results, missed, strict=True) if not again]
            first, last = parts[missed].T
            middle = (first + last) / 2
            parts = np.concatenate((np.stack((first, middle), 1), np.stack((middle, last), 1)))
            allowed /= 2
        for by_pixel, by_map in found:
            pixels += by_pixel
            for name, values in by_map.items():
                maps[name] += values
        return pixels, maps

    def _scores(self, places: Values) -> Values:
        """Return the difference of scores at some places of the way, shaped like them."""
        inputs = self.inputs(places.ravel())
        scores = difference(self.network.forward(inputs, self.off).logits, self.pair)
        return scores.reshape(places.shape)

    def _integrate_part(self, first: float, last: float) -> tuple[Values, dict[str, Values]]:
        """Return a part's shares of pixels and of maps, by Gauss and Legendre's rule."""
        nodes, weights = np.polynomial.legendre.leggauss(NODES)
        half = (last - first) / 2
        answered = self.network.forward(self.inputs(first + half * (1 + nodes)), self.off)
        towards = towards_difference(answered.logits, self.pair)
        gradients = backward(self.network, answered, towards, self.off, by_weights=False).layers
        changes = tangents(self.network, answered, self.padded, SHARED[-1], self.off)
        weights = half * weights
        pixels = np.tensordot(weights, gradients[LAYERS[0].name][:, 0], 1) * self.padded
        return pixels, {
            layer.name: np.tensordot(weights, gradients[layer.name] * changes[layer.name], 1)
            for layer in SHARED
        }
