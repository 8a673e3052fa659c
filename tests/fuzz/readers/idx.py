"""IDX files: images and their labels, in one input, one behind the other."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import evaluate
from lenet_gui.core.datasets.idx import is_idx, mnist_samples, read_idx_pair
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.mutating import LARGE, mutate_bytes
from tests.fuzz.packing import bomb, packed
from tests.fuzz.readers import Reader

BORDER = b"--labels--"
"""What the input is cut at: images before it, labels behind it."""
IMAGES, LABELS = 0x803, 0x801


def make() -> Reader:
    pixels = np.random.default_rng(0).integers(0, 256, (3, 28, 28), np.uint8).tobytes()
    images, labels = header(IMAGES, 3, 28, 28) + pixels, header(LABELS, 3) + bytes((1, 2, 9))
    seeds = (
        pair(images, labels),
        pair(packed(images), packed(labels)),
        pair(header(IMAGES, 0, 28, 28), header(LABELS, 0)),
    )
    return Reader(seeds, mutate, read, EXTREMES)


def header(magic: int, *sizes: int) -> bytes:
    return b"".join((number % 2**32).to_bytes(4, "big") for number in (magic, *sizes))


def pair(images: bytes, labels: bytes) -> bytes:
    return images + BORDER + labels


def read(path: Path) -> None:
    """Read the two as two files, and as the folder that holds them."""
    images, _, labels = path.read_bytes().partition(BORDER)
    folder = path.parent / "mnist"
    folder.mkdir(exist_ok=True)
    places = [folder / f"t10k-{name}-ubyte" for name in ("images-idx3", "labels-idx1")]
    try:
        for place, data in zip(places, (images, labels), strict=True):
            place.write_bytes(data)
        evaluate(CLASSIFIER, mnist_samples(*read_idx_pair(*places)))
        evaluate(CLASSIFIER, read_samples(folder))
        is_idx(places[0])
    finally:
        for place in places:
            place.unlink()
        folder.rmdir()


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change a size, or bytes, of one of the two files, packed or not."""
    files = list(data.partition(BORDER)[::2])
    which = random.randrange(2)
    changed = bytearray(files[which])
    if random.random() < 0.5 and len(changed) >= 8:
        at = random.randrange(0, min(len(changed), 16), 4)
        near = int.from_bytes(changed[at : at + 4], "big") + random.choice((-1, 1, 28, 256))
        changed[at : at + 4] = (random.choice((near, *LARGE)) % 2**32).to_bytes(4, "big")
    else:
        changed = bytearray(mutate_bytes(random, bytes(changed), others))
    files[which] = bytes(changed)
    if random.random() < 0.1:
        files[which] = packed(files[which])
    return BORDER.join(files)


EXTREMES: Sequence = (
    lambda: pair(header(IMAGES, 2**32 - 1, 2**32 - 1, 2**32 - 1), header(LABELS, 2**32 - 1)),
    lambda: pair(header(IMAGES, 2**16, 2**16, 2**16), header(LABELS, 1)),
    lambda: pair(header(IMAGES, 2**31 // 784, 28, 28), header(LABELS, 2**31 // 784)),
    lambda: pair(header(IMAGES, 2**31, 1, 1) + b"x", header(LABELS, 2**31) + b"x"),
    lambda: pair(header(IMAGES, 0, 2**32 - 1, 2**32 - 1), header(LABELS, 0)),
    lambda: pair(header(IMAGES, 2**32 - 1, 0, 0), header(LABELS, 2**32 - 1)),
    lambda: pair(bomb(bytes(2**20), 500, header(IMAGES, 2_600_000, 28, 28)), header(LABELS, 1)),
    lambda: pair(header(IMAGES, 1, 28, 28) + bytes(784), bomb(bytes(2**20), 500)),
    lambda: pair(
        header(IMAGES, 1, 28, 28) + bytes(784), bomb(bytes(2**20), 500, header(LABELS, 1))
    ),
    lambda: pair(bomb(bytes(2**20), 90, header(IMAGES, 100_000, 28, 28)), header(LABELS, 1)),
    lambda: pair(b"", b""),
)
