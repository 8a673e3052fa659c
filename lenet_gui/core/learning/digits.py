"""The digits that a network learns from, and those that it is validated with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import Framing, frame
from lenet_gui.core.network.architecture import CLASSES, FRAME_SIZE, INPUT_SIZE, PADDING
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.errors import DatasetError

LEAST_KINDS = 2
"""Different digits that there must be to learn anything."""
MOST = 200_000
"""Digits that are taken at most, about three times as many as MNIST has."""
STEP = 256
"""Digits framed at a time."""


@dataclass(frozen=True, eq=False)
class Digits:
    """Framed images, uint8 (n, 28, 28), paper 0 and ink 255, with their labels, uint8 (n,)."""

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    name: str = ""

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, places: slice | NDArray[np.integer]) -> "Digits":
        return Digits(self.images[places], self.labels[places], self.name)

    def inputs(self) -> Array:
        """Return the images as the network takes them: float32 (n, 32, 32), ink 1 and paper 0."""
        return padded(self.images)

    def of_each(self, count: int) -> "Digits":
        """Return the first `count` of each digit, in their order; fewer if there are fewer."""
        places = [np.flatnonzero(self.labels == digit)[:count] for digit in range(CLASSES)]
        return self[np.sort(np.concatenate(places))]

    def with_more(self, more: "Digits") -> "Digits":
        """Return these digits and others together."""
        return Digits(
            np.concatenate((self.images, more.images)),
            np.concatenate((self.labels, more.labels)),
            self.name,
        )

    def require_kinds(self) -> None:
        """Raise DatasetError if there are too few digits to learn anything from."""
        if not len(self):
            raise DatasetError("There are no digits to learn from.")
        kinds = len(np.unique(self.labels))
        if kinds < LEAST_KINDS:
            raise DatasetError(
                "All digits to learn from are {0}s: there is nothing to tell apart.",
                int(self.labels[0]),
            )


def padded(images: NDArray[np.uint8]) -> Array:
    """Return framed images, uint8 (n, 28, 28), as the network's input, float32 (n, 32, 32)."""
    inputs = np.zeros((len(images), INPUT_SIZE, INPUT_SIZE), np.float32)
    inner = inputs[:, PADDING:-PADDING, PADDING:-PADDING]
    np.multiply(images, np.float32(1 / 255), out=inner)
    return inputs


def moved(images: NDArray[np.uint8], most: int, random: np.random.Generator) -> Array:
    """Return images like `padded`, each moved by up to `most` pixels in each direction."""
    inputs = np.zeros((len(images), INPUT_SIZE, INPUT_SIZE), np.float32)
    downs, rights = random.integers(0, 2 * most + 1, (2, len(images))) + PADDING - most
    for down in range(PADDING - most, PADDING + most + 1):
        for right in range(PADDING - most, PADDING + most + 1):
            chosen = np.flatnonzero((downs == down) & (rights == right))
            inputs[chosen, down : down + FRAME_SIZE, right : right + FRAME_SIZE] = images[chosen]
    inputs *= np.float32(1 / 255)
    return inputs


def shuffled(digits: Digits, seed: int) -> Digits:
    """Return the digits in a random order that depends on the seed alone."""
    return digits[np.random.default_rng(seed).permutation(len(digits))]


def split(digits: Digits, held_out: float, seed: int = 0) -> tuple[Digits, Digits]:
    """Return digits to learn from and a share held out for validation, at least one of each kind.

    Which digits those are depends on the seed alone.
    """
    mixed = shuffled(digits, seed)
    held = min(max(1, round(len(mixed) * held_out)), len(mixed) - 1) if len(mixed) > 1 else 0
    return mixed[held:], mixed[:held]


def framed(samples: Iterable[Sample], name: str) -> Iterator[int | Digits]:
    """Frame labelled samples as the program frames what is drawn.

    Yields the number framed so far after every few, and the digits at the end. Raises DatasetError
    if there are none, or more than MOST.
    """
    images: list[NDArray[np.uint8]] = []
    labels: list[int] = []
    for sample in samples:
        steps = frame(sample.source, Framing.MNIST)
        if steps.is_empty:
            continue
        if len(labels) == MOST:
            raise DatasetError("{0} holds more than {1} digits.", name, f"{MOST:,}")
        images.append(np.rint(steps.framed * 255).astype(np.uint8))
        labels.append(sample.label)
        if len(labels) % STEP == 0:
            yield len(labels)
    if not labels:
        raise DatasetError("{0} has no digits to learn from.", name)
    yield Digits(np.stack(images), np.array(labels, np.uint8), name)
