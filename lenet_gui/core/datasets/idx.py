"""MNIST's IDX files: images and labels, gzipped or not.

All functions raise DatasetError if a file is missing, damaged or of another kind.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.sample import Sample, opened
from lenet_gui.core.files.limits import read_within
from lenet_gui.core.network.architecture import CLASSES, FRAME_SIZE
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.errors import DatasetError

Split = Literal["train", "test"]
Block = tuple[NDArray[np.uint8], NDArray[np.uint8], int]

MNIST_STEMS: dict[Split, str] = {"train": "train", "test": "t10k"}
IMAGES_MAGIC = 0x00000803
LABELS_MAGIC = 0x00000801
IMAGES_LIMIT = 2**31
"""Bytes of pixels above which an IDX file is refused unread; MNIST's 60,000 take 47 million."""
STEP = 256
"""Images in memory at once while an IDX file is read as samples."""


def read_mnist(folder: Path, split: Split = "test") -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return a folder's images, uint8 (n, 28, 28), and labels, uint8 (n,)."""
    return read_idx_pair(*mnist_files(folder, split))


def mnist_files(folder: Path, split: Split = "test") -> tuple[Path, Path]:
    """Return the paths of a folder's images and labels."""
    stem = MNIST_STEMS[split]
    return (
        find_file(folder, f"{stem}-images-idx3-ubyte", f"{stem}-images.idx3-ubyte"),
        find_file(folder, f"{stem}-labels-idx1-ubyte", f"{stem}-labels.idx1-ubyte"),
    )


def find_file(folder: Path, *names: str) -> Path:
    """Return the first of `names` that is in `folder`, gzipped or not."""
    for name in names:
        for candidate in (folder / name, folder / f"{name}.gz"):
            if candidate.is_file():
                return candidate
    raise DatasetError("{0} has no {1} and no {1}.gz.", folder, names[0])


def read_idx_pair(images: Path, labels: Path) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the images, uint8 (n, 28, 28), and labels, uint8 (n,), of two IDX files."""
    pixels = _read_idx(images, IMAGES_MAGIC, "images")
    digits = _read_idx(labels, LABELS_MAGIC, "labels")
    _check_pair(images, pixels.shape, labels, digits)
    return pixels, digits


def _check_pair(
    images: Path, shape: tuple[int, ...], labels: Path, digits: NDArray[np.uint8]
) -> None:
    """Raise DatasetError if images are not 28×28, or labels do not fit them."""
    if shape[1:] != (FRAME_SIZE, FRAME_SIZE):
        rows, columns = shape[1:]
        raise DatasetError(
            "{0} holds images of {1}×{2}, not of {3}×{3}.", images, rows, columns, FRAME_SIZE
        )
    if shape[0] != len(digits):
        raise DatasetError(
            "{0} has {1} images but {2} has {3} labels.",
            images,
            f"{shape[0]:,}",
            labels,
            f"{len(digits):,}",
        )
    if len(digits) and digits.max() >= CLASSES:
        raise DatasetError("{0} holds labels that are not digits.", labels)


def _read_idx(path: Path, magic: int, what: str) -> NDArray[np.uint8]:
    """Read one IDX file: big-endian magic, a 32-bit size for each axis, then the bytes."""
    with opened(path) as file:
        shape = _idx_shape(file, path, magic, what)
        size = int(np.prod(shape, dtype=object))
        data = read_within(file, size + 1)
    _require_size(path, what, size, len(data))
    return np.frombuffer(data, np.uint8).reshape(shape)


def _idx_shape(file: BinaryIO, path: Path, magic: int, what: str) -> tuple[int, ...]:
    """Read an IDX file's header: the contents it claims."""
    axes = magic & 0xFF
    header = file.read(4 + 4 * axes)
    found = int.from_bytes(header[:4], "big")
    if found != magic:
        raise DatasetError(
            "{0} is not an IDX file of {1}: it begins with {2}, not {3}.",
            path,
            what,
            f"{found:#010x}",
            f"{magic:#010x}",
        )
    if len(header) < 4 + 4 * axes:
        raise DatasetError("{0} ends within its header of {1} bytes.", path, 4 + 4 * axes)
    shape = tuple(int(n) for n in np.frombuffer(header, ">u4", offset=4))
    if np.prod([max(n, 1) for n in shape], dtype=object) > IMAGES_LIMIT:
        claim = "×".join(map(str, shape))
        raise DatasetError("{0} claims {1} bytes of {2}; that is too large.", path, claim, what)
    return shape


def _require_size(path: Path, what: str, size: int, found: int) -> None:
    if found != size:
        held = f"{found:,}" if found < size else "more"
        raise DatasetError(
            "{0} should hold {1} bytes of {2} but holds {3}.", path, f"{size:,}", what, held
        )


def idx_steps(images: Path, labels: Path, step: int) -> Iterator[Block]:
    """Yield the digits of two IDX files, `step` at a time.

    Each block is images, uint8 (n, 28, 28), their labels, uint8 (n,), and the total number of
    digits. If a file is truncated, raises DatasetError after its last whole image.
    """
    digits = _read_idx(labels, LABELS_MAGIC, "labels")
    with opened(images) as file:
        count, *sides = _idx_shape(file, images, IMAGES_MAGIC, "images")
        _check_pair(images, (count, *sides), labels, digits)
        area = FRAME_SIZE * FRAME_SIZE
        for first in range(0, count, step):
            wanted = min(step, count - first)
            data = file.read(wanted * area)
            whole = len(data) // area
            pixels = np.frombuffer(data, np.uint8, whole * area)
            block = pixels.reshape(whole, FRAME_SIZE, FRAME_SIZE)
            yield block, digits[first : first + whole], count
            if whole < wanted:
                _require_size(images, "images", count * area, first * area + len(data))
        _require_size(images, "images", count * area, count * area + len(file.read(1)))


def idx_samples(images: Path, labels: Path) -> Iterator[Sample]:
    """Yield the digits of two IDX files, with few of them in memory at a time."""
    for pixels, digits, _ in idx_steps(images, labels, STEP):
        yield from mnist_samples(pixels, digits)


def mnist_samples(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Iterator[Sample]:
    """Yield a data set's images as samples, with their ink unchanged."""
    for image, label in zip(images, labels, strict=True):
        yield Sample(picture_from_ink(image), int(label))


def is_idx(path: Path) -> bool:
    """Return whether a file begins as IDX images or labels do."""
    if not path.is_file():
        return False
    with opened(path) as file:
        head = file.read(4)
    return head in (IMAGES_MAGIC.to_bytes(4, "big"), LABELS_MAGIC.to_bytes(4, "big"))
