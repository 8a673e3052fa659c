"""Where the digits to learn from come from: the starter set, MNIST, a data set, corrections."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.gallery import idx_partners
from lenet_gui.core.datasets.idx import idx_samples, is_idx, read_mnist
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.learning.digits import Digits, framed, split
from lenet_gui.core.learning.starter import read_starter
from lenet_gui.errors import DatasetError
from lenet_gui.resources import starter_set

VALIDATED = 1000
"""Digits held out for validation at most: more would make each measurement slower."""
SHARE = 0.2
"""Share of a smaller data set that is held out."""
WAIT = 0.1
"""Seconds between two looks at a download."""
MNIST_HELD = 5000
"""The last of MNIST's training digits, from which those for validation are taken."""


@dataclass(frozen=True, eq=False)
class Material:
    """Digits to learn from, and others to validate with; the starter set has no name."""

    name: str
    training: Digits
    validation: Digits


def load_starter() -> Material:
    """Return the digits that come with the program. Raises DatasetError if they are damaged."""
    return Material("", *read_starter(starter_set()))


def load_mnist(folder: Path) -> Iterator[Material]:
    """Yield MNIST's training digits. Raises DatasetError if a file is missing or damaged."""
    images, labels = read_mnist(folder, "train")
    held = max(1, min(MNIST_HELD, len(labels) // 10))
    training = Digits(images[:-held], labels[:-held], "MNIST")
    validation = Digits(images[-held:][:VALIDATED], labels[-held:][:VALIDATED], "MNIST")
    yield Material("MNIST", training, validation)


@dataclass(frozen=True)
class Fetched:
    """How far a download is: a file's name, the bytes received, and their total if it is known."""

    name: str
    done: int
    total: int | None


def fetch_mnist(folder: Path) -> Iterator[Fetched | Material]:
    """Download MNIST's training digits into a folder, and yield them.

    Yields how far it is on the way; if the iterator is dropped, the download ends. Raises
    DatasetError if no mirror has a file, or it can't be written.
    """
    from lenet_gui.fetching import MNIST, Fetcher  # no network code before the user asks for it

    latest = Fetched(MNIST[0].name, 0, None)
    is_dropped = False
    problems: list[BaseException] = []

    def follow(name: str, done: int, total: int | None) -> None:
        nonlocal latest
        latest = Fetched(name, done, total)
        if is_dropped:
            raise _DroppedError

    def fetch() -> None:
        try:
            for file in MNIST[:2]:
                Fetcher(progress=follow).fetch(file, folder)
        except BaseException as problem:
            problems.append(problem)

    # A thread of its own: one that waits for the network must not hold up whoever gives up.
    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(WAIT)
            yield latest
    finally:
        is_dropped = True
    for problem in problems:
        if isinstance(problem, OSError):
            reason = problem.strerror or problem
            raise DatasetError("{0} can't be written: {1}.", folder, reason) from problem
        raise problem
    yield from load_mnist(folder)


class _DroppedError(Exception):
    """Nobody wants the download any more."""


def load_data_set(path: Path) -> Iterator[int | Material]:
    """Yield a data set's digits, and the number framed so far on the way.

    It may be one of two IDX files, UNIPEN text, or drawings as JSON Lines. Raises DatasetError if
    it can't be read, or is too small to hold some out.
    """
    pairs = is_idx(path)
    samples: Iterator[Sample] = (
        idx_samples(*idx_partners(path)) if pairs else read_samples(path, "train")
    )
    for found in framed(samples, path.name):
        if isinstance(found, int):
            yield found
            continue
        if len(found) < 2:
            raise DatasetError("{0} has only one digit: none can be held out.", path.name)
        share = min(SHARE, VALIDATED / len(found))
        yield Material(path.name, *split(found, share))


def corrections(collection: Collection) -> Digits | None:
    """Return the user's corrected drawings, None if there are none.

    Raises CollectionError if they can't be read.
    """
    drawn = collection.readable()
    samples = [Sample(one, one.label) for one in drawn if one.label is not None]
    if not samples:
        return None
    *_, digits = framed(samples, "corrections")
    return digits if isinstance(digits, Digits) else None
