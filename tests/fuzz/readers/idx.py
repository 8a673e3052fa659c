"""IDX files: images and labels, concatenated in one input."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import evaluate
from lenet_gui.core.datasets.idx import is_idx, mnist_samples, read_idx_pair
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.changing import Draw, change_bytes, number
from tests.fuzz.packing import bomb, packed
from tests.fuzz.readers import Reader

BORDER = b"--labels--"
"""Separator of the input: images before it, labels after it."""
IMAGES, LABELS = 0x803, 0x801


def make() -> Reader:
    pixels = np.random.default_rng(0).integers(0, 256, (3, 28, 28), np.uint8).tobytes()
    images, labels = header(IMAGES, 3, 28, 28) + pixels, header(LABELS, 3) + bytes((1, 2, 9))
    seeds = (
        pair(images, labels),
        pair(packed(images), packed(labels)),
        pair(header(IMAGES, 0, 28, 28), header(LABELS, 0)),
    )
    return Reader(seeds, change, read, EXTREMES)


def header(magic: int, *sizes: int) -> bytes:
    return b"".join((number % 2**32).to_bytes(4, "big") for number in (magic, *sizes))


def pair(images: bytes, labels: bytes) -> bytes:
    return images + BORDER + labels


def read(path: Path) -> None:
    """Read them as two files, and as a folder that contains both."""
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


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change a size or bytes of one of the two files, and perhaps gzip it."""
    files = list(data.partition(BORDER)[::2])
    which = draw(st.integers(0, 1))
    file = files[which]
    if draw(st.booleans()):
        at = draw(st.sampled_from((0, 4, 8, 12)))
        near = (int.from_bytes(file[at : at + 4], "big") + draw(st.integers(-1, 28))) % 2**32
        by = near.to_bytes(4, "big") if draw(st.booleans()) else number(draw, 4)
        file = file[:at] + by + file[at + 4 :]
    else:
        file = change_bytes(draw, file, others)
    files[which] = packed(file) if draw(st.integers(0, 9)) == 0 else file
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
