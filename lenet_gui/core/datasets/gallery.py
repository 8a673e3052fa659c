"""A data set to browse: its digits, kept as compactly as in their file, and how each was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.idx import MNIST_STEMS, find_file, idx_steps, is_idx
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import Framing, Source
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError

IMAGES_STEP, DRAWINGS_STEP = 512, 16
"""Digits loaded in one step: a few milliseconds' work."""
IMAGES_READ, DRAWINGS_READ = 24, 8
"""Digits read in one step."""
UNREAD, NOTHING, REMOVED = 255, 254, 253
"""In place of a digit: not read yet, no ink, and removed."""

Ink = NDArray[np.uint8]
"""An image as in MNIST: (28, 28), ink 255 and paper 0."""


@dataclass(frozen=True)
class Shelf:
    """Some digits: drawings or images, and labels; `total` is the data set's size, if known."""

    sources: Sequence[Drawing | Ink]
    labels: bytes
    total: int | None = None


def load(path: Path) -> Iterator[Shelf]:
    """Yield a data set a shelf at a time: one of two IDX files, UNIPEN text or JSON Lines.

    A folder stands for the MNIST test set in it, as in an evaluation. Raises DatasetError as soon
    as it can't be read, or read further.
    """
    if path.is_dir():
        path = find_file(path, f"{MNIST_STEMS['test']}-images-idx3-ubyte")
    if is_idx(path):
        for images, labels, total in idx_steps(*idx_partners(path), IMAGES_STEP):
            yield Shelf(list(images), labels.tobytes(), total)
    else:
        yield from shelves(read_samples(path))


def shelves(samples: Iterable[Sample]) -> Iterator[Shelf]:
    """Yield drawings a shelf at a time."""
    iterator = iter(samples)
    while some := list(islice(iterator, DRAWINGS_STEP)):
        drawn = [sample for sample in some if isinstance(sample.source, Drawing)]
        drawings = [sample.source for sample in drawn if isinstance(sample.source, Drawing)]
        yield Shelf(drawings, bytes(sample.label for sample in drawn))


def idx_partners(path: Path) -> tuple[Path, Path]:
    """Return the paths of a pair's images and labels; `path` is one of them.

    The other file lies beside it and has a matching name, as MNIST's do, gzipped or not. Raises
    DatasetError if the name matches none, or the file is missing.
    """
    name = path.name.removesuffix(".gz")
    stem, found, kind = name.rpartition("images")
    if found:
        return path, find_file(path.parent, f"{stem}labels{kind.replace('idx3', 'idx1')}")
    stem, found, kind = name.rpartition("labels")
    if found:
        return find_file(path.parent, f"{stem}images{kind.replace('idx1', 'idx3')}"), path
    stem = MNIST_STEMS["train"]
    raise DatasetError(
        "{0} is one of two IDX files, and its name does not tell the other's: name them as MNIST"
        " does, {1}-images-idx3-ubyte and {1}-labels-idx1-ubyte.",
        path,
        stem,
    )


class Gallery:
    """Digits in order, with their labels and answers; shelves are added at the end.

    Images stay bytes. `labels` and `answers` hold a byte for each digit: the digit, or one of
    UNREAD, NOTHING and REMOVED.
    """

    def __init__(self) -> None:
        self.sources: list[Drawing | Ink] = []
        self.labels = bytearray()
        self.answers = bytearray()
        self.read = 0
        """Number of digits read, from the first on."""

    def __len__(self) -> int:
        return len(self.sources)

    def clear(self) -> None:
        """Remove everything."""
        self.sources.clear()
        self.labels.clear()
        self.answers.clear()
        self.read = 0

    def add(self, shelf: Shelf) -> None:
        """Add digits at the end, unread."""
        self.sources.extend(shelf.sources)
        self.labels.extend(shelf.labels)
        self.answers.extend(bytes([UNREAD]) * len(shelf.labels))

    def source(self, index: int) -> Source:
        """Return a digit as a source for classifier and canvas."""
        kept = self.sources[index]
        return kept if isinstance(kept, Drawing) else picture_from_ink(kept)

    def answer(self, first: int, answers: bytes) -> None:
        """Set the answers to the digits from `first` on."""
        self.answers[first : first + len(answers)] = answers
        self.read = first + len(answers)

    def forget_answers(self) -> None:
        """Mark all digits unread."""
        self.answers[:] = bytes([UNREAD]) * len(self)
        self.read = 0

    def is_wrong(self, index: int) -> bool:
        """Return whether a digit was misread, or has no ink."""
        return self.answers[index] not in (UNREAD, self.labels[index])

    def chosen(self, label: int | None, only_wrong: bool, first: int = 0) -> NDArray[np.int32]:
        """Return the indices, from `first` on, of digits with a label, or only those misread."""
        # Views keep the arrays from growing, so they must not outlive this call.
        labels = np.frombuffer(self.labels, np.uint8)[first:]
        answers = np.frombuffer(self.answers, np.uint8)[first:]
        wanted = labels != REMOVED if label is None else labels == label
        if only_wrong:
            wanted &= (answers != UNREAD) & (answers != labels)
        return (np.flatnonzero(wanted) + first).astype(np.int32)


def readings(
    gallery: Gallery, classifier: Classifier, framing: Framing, off: Off = frozenset()
) -> Iterator[tuple[int, bytes]]:
    """Read a gallery's digits in order; yield an index and the answers from there on.

    The most probable digit counts, as in an evaluation. `off` are maps that are switched off.
    """
    first = 0
    while first < len(gallery):
        is_drawn = isinstance(gallery.sources[first], Drawing)
        last = min(first + (DRAWINGS_READ if is_drawn else IMAGES_READ), len(gallery))
        sources = [gallery.source(place) for place in range(first, last)]
        found = classifier.read_many(sources, framing, off).probabilities
        digits = np.where(np.isnan(found[:, 0]), NOTHING, found.argmax(axis=1))
        yield first, digits.astype(np.uint8).tobytes()
        first = last
