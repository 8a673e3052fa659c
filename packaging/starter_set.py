"""Choose the starter set from MNIST: `python packaging/starter_set.py MNIST_FOLDER`.

Writes 400 of each digit for training and 100 others of each for validation to assets/starter, as
gzipped IDX files. They are a seeded choice from MNIST's first 55,000 training images: training
holds the last 5,000 out for validation, and test images only measure. Two runs give the same bytes,
as long as zlib packs alike.
"""

import gzip
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.idx import IMAGES_MAGIC, LABELS_MAGIC, read_mnist
from lenet_gui.core.network.architecture import CLASSES

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "starter"
CHOSEN_FROM = 55_000
OF_EACH = {"train": 400, "validation": 100}
SEED = 1998

Places = NDArray[np.int64]


def main(words: list[str]) -> int:
    """Write the files."""
    if len(words) != 1:
        print("usage: python packaging/starter_set.py MNIST_FOLDER", file=sys.stderr)
        return 2
    images, labels = read_mnist(Path(words[0]), "train")
    for part, places in chosen(labels).items():
        for kind, magic, array in (
            ("images-idx3", IMAGES_MAGIC, images[places]),
            ("labels-idx1", LABELS_MAGIC, labels[places]),
        ):
            data = magic.to_bytes(4, "big") + np.array(array.shape, ">u4").tobytes()
            packed = gzip.compress(data + array.tobytes(), mtime=0)
            (FOLDER / f"{part}-{kind}-ubyte.gz").write_bytes(packed)
    return 0


def chosen(labels: NDArray[np.uint8]) -> dict[str, Places]:
    """Return the places in MNIST's training images of each part's digits, in increasing order."""
    labels = labels[:CHOSEN_FROM]
    order = np.random.default_rng(SEED).permutation(len(labels))
    of_digit = [order[labels[order] == digit] for digit in range(CLASSES)]
    parts: dict[str, Places] = {}
    first = 0
    for part, count in OF_EACH.items():
        parts[part] = np.sort(np.concatenate([own[first : first + count] for own in of_digit]))
        first += count
    return parts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
