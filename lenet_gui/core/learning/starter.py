"""The starter set: 5,000 of MNIST's digits that come with the program, to learn from at once.

`packaging/starter_set.py` chose them.
"""

from pathlib import Path

from lenet_gui.core.datasets.idx import read_idx_pair
from lenet_gui.core.learning.digits import Digits

NAME = "starter set"
PARTS = ("train", "validation")


def read_starter(path: Path) -> tuple[Digits, Digits]:
    """Return the digits of the starter set's folder for training, and others for validation.

    Raises DatasetError if a file is missing or damaged.
    """
    training, validation = (_read(path, part) for part in PARTS)
    return training, validation


def _read(path: Path, part: str) -> Digits:
    images, labels = path / f"{part}-images-idx3-ubyte.gz", path / f"{part}-labels-idx1-ubyte.gz"
    digits = Digits(*read_idx_pair(images, labels), NAME)
    digits.require_kinds()
    return digits
