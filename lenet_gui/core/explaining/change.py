"""The smallest change of ink found that makes the network read another digit.

The search walks down the gradient while a limit on the change's size shrinks whenever the reading
is the wanted one, and grows whenever it isn't (Rony, Hafemann, Oliveira, Ben Ayed, Sabourin,
Granger, "Decoupling Direction and Norm for Efficient Gradient-Based L2 Adversarial Attacks and
Defenses", 2019). The change is blurred a little, and counts for more near the ink, so that it looks
like ink added and taken away rather than like dust. Last, its faintest parts are left out, and the
rest is faded back to the border. There may be smaller changes that this doesn't find.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import INPUT_SIZE, LAYERS, PADDING
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Array, LeNet5, Off

NEAR = (1.0, 1.0, 0.7, 0.4, 0.2, 0.05)
"""How readily a pixel changes, by its distance from the ink in steps of a pixel; the last one
counts from there on."""
ANYWHERE = (1.0,)
"""The same if nothing is found near the ink."""
INKED = 0.1
STEPS = 80
FIRST_STEP, LAST_STEP = 3.0, 0.06
"""Lengths of steps, in full pixels; they shrink along a half cosine."""
FIRST_LIMIT = 4.0
FACTOR = 0.05
"""Share by which the limit grows or shrinks in a step."""
FAINT = 0.5
"""Share of the strongest change up to which fainter ones may be left out."""
HALVINGS = 10
SMOOTHING = (
    (2 * np.eye(INPUT_SIZE) + np.eye(INPUT_SIZE, k=1) + np.eye(INPUT_SIZE, k=-1)) / 4
).astype(np.float32)
"""A blur of 1, 2, 1 along each axis."""


@dataclass(frozen=True, eq=False)
class Change:
    """An input that is read as `digit`, and how far it is from what was drawn.

    `padded`, float32 (32, 32), is the changed input. `added` and `removed` are amounts of ink, in
    full pixels of 28. `probabilities`, float32 (10,), is the reading of the changed input; that of
    `digit` is just above one half.
    """

    digit: int
    padded: Array
    added: float
    removed: float
    probabilities: Array


def smallest_change(
    network: LeNet5, padded: Array, pair: Pair, off: Off = frozenset()
) -> Change | None:
    """Search for a small change of an input, float32 (32, 32), that makes it another digit.

    That is the digit of the pair that has the lower score; it becomes more probable than all others
    together. Returns None if no such change was found.
    """
    scores = network.forward(padded[None], off).logits[0]
    behind = pair.against if scores[pair.digit] >= scores[pair.against] else pair.digit
    search = _Search(network, padded, behind, off)
    change = search.walk(_readiness(padded, NEAR))
    if change is None:
        change = search.walk(_readiness(padded, ANYWHERE))
    if change is None:
        return None
    changed = search.changed(search.faded(search.cleared(change)))
    change = changed - padded
    return Change(
        behind,
        changed,
        float(change[change > 0].sum(dtype=np.float64)),
        -float(change[change < 0].sum(dtype=np.float64)),
        network.forward(changed[None], off).probabilities[0],
    )


@dataclass(frozen=True)
class _Search:
    """Looks for changes, float32 (32, 32), that make an input the wanted digit."""

    network: LeNet5
    padded: Array
    wanted: int
    off: Off

    def changed(self, change: Array) -> Array:
        """Return the input with a change, as far as paper and ink allow it."""
        changed: Array = np.minimum(np.maximum(self.padded + change, 0), 1)
        return changed

    def walk(self, readiness: Array) -> Array | None:
        """Return the smallest change on a walk of STEPS, None if none made it the digit."""
        place: Array = np.zeros_like(self.padded)
        limit, least, found = FIRST_LIMIT, np.inf, None
        for step in range(STEPS):
            changed = self.changed(readiness * _smooth(place))
            missing, gradient = self._missing(changed)
            if missing < 0:
                amount = float(np.abs(changed - self.padded).sum())
                if amount < least:
                    least, found = amount, changed - self.padded
            slope = _smooth(readiness * gradient)
            steepness = float(np.linalg.norm(slope))
            if steepness == 0:
                break
            shrunk = (1 + np.cos(np.pi * step / STEPS)) / 2
            length = LAST_STEP + (FIRST_STEP - LAST_STEP) * shrunk
            place = place - np.float32(length / steepness) * slope
            limit *= 1 - FACTOR if missing < 0 else 1 + FACTOR
            place *= np.float32(limit / np.linalg.norm(place))
        return found

    def cleared(self, change: Array) -> Array:
        """Return a change without as many of its faintest parts as it can do without."""
        strength = np.abs(change)
        low, high = 0.0, FAINT * float(strength.max())
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self._suffices(np.where(strength > middle, change, np.float32(0))):
                low = middle
            else:
                high = middle
        return np.where(strength > low, change, np.float32(0))

    def faded(self, change: Array) -> Array:
        """Return a change as faint as it can be."""
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self._suffices(np.float32(middle) * change):
                high = middle
            else:
                low = middle
        return np.float32(high) * change

    def _suffices(self, change: Array) -> bool:
        answered = self.network.forward(self.changed(change)[None], self.off)
        return bool(answered.probabilities[0, self.wanted] > 0.5)

    def _missing(self, changed: Array) -> tuple[float, Array]:
        """Return by how much all other digits together outweigh the wanted one, and its gradient.

        That is a difference of logarithms, below 0 where the digit is more probable than not.
        """
        answered = self.network.forward(changed[None], self.off)
        others = answered.logits.copy()
        others[0, self.wanted] = -np.inf
        top = others.max()
        weights = np.exp(others - top)
        total = weights.sum()
        missing = float(top + np.log(total) - answered.logits[0, self.wanted])
        towards = np.asarray(weights / total, np.float32)
        towards[0, self.wanted] = -1
        gradients = backward(
            self.network, answered, {LAYERS[-1].name: towards}, self.off, by_weights=False
        )
        return missing, gradients.layers[LAYERS[0].name][0, 0]


def _smooth(values: Array) -> Array:
    return np.asarray(SMOOTHING @ values @ SMOOTHING, np.float32)


def _readiness(padded: Array, near: tuple[float, ...]) -> Array:
    """Return how readily each pixel changes: less, the further from the ink; never the padding."""
    around = padded > INKED
    readiness = np.full(padded.shape, near[-1], np.float32)
    taken = np.zeros_like(around)
    for share in near[:-1]:
        readiness[around & ~taken] = share
        taken = around
        around = _grown(around)
    readiness[:PADDING] = readiness[-PADDING:] = 0
    readiness[:, :PADDING] = readiness[:, -PADDING:] = 0
    return readiness


def _grown(around: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the places in or beside some places, also diagonally."""
    padded = np.pad(around, 1)
    tall = padded[:-2] | padded[1:-1] | padded[2:]
    grown: NDArray[np.bool_] = tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:]
    return grown
