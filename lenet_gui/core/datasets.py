"""Labelled digits from files: MNIST's IDX, UNIPEN strokes, drawings as JSON Lines.

Every reader opens gzipped files too, and raises DatasetError with a sentence where a file is
missing, damaged or of another kind.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.architecture import CLASSES, FRAME_SIZE
from lenet_gui.core.drawing import Drawing, parse_drawing, stroke
from lenet_gui.core.limits import TooLargeError, Unpacking, read_within
from lenet_gui.core.picture import Picture, picture_from_ink
from lenet_gui.errors import DatasetError, DrawingError

Split = Literal["train", "test"]
Block = tuple[NDArray[np.uint8], NDArray[np.uint8], int]

MNIST_STEMS: dict[Split, str] = {"train": "train", "test": "t10k"}
IMAGES_MAGIC = 0x00000803
LABELS_MAGIC = 0x00000801
IMAGES_LIMIT = 2**31
"""Bytes of pixels above which an IDX file is refused unread; MNIST's 60,000 take 47 million."""
STEP = 256
"""Images of an IDX file that are in memory at once where they are read as samples."""
LINE_LIMIT = 2**25
"""Bytes in a line above which a file is not text with drawings."""
BLANK_LIMIT = 100_000
"""Blank lines in a row above which there is nothing to wait for."""
UNIPEN_LINES = 100_000
"""Lines of one digit; the longest in the pen-digits set has some hundred."""
UNIPEN_CANVAS = 500.0
"""Side of the pen-digits tablet in its own units; y runs upwards there."""


@dataclass(frozen=True)
class Sample:
    """One labelled digit; `writer` tells its hand where the data set does."""

    source: Drawing | Picture
    label: int
    writer: int | None = None


def read_mnist(folder: Path, split: Split = "test") -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return a folder's images, uint8 (n, 28, 28), and labels, uint8 (n,)."""
    return read_idx_pair(*mnist_files(folder, split))


def mnist_files(folder: Path, split: Split = "test") -> tuple[Path, Path]:
    """Return where a folder has its images and its labels."""
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
    """Refuse images of another size than ours, and labels that do not fit them."""
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
    with _opened(path) as file:
        shape = _idx_shape(file, path, magic, what)
        size = int(np.prod(shape, dtype=object))
        data = read_within(file, size + 1)
    _require_size(path, what, size, len(data))
    return np.frombuffer(data, np.uint8).reshape(shape)


def _idx_shape(file: BinaryIO, path: Path, magic: int, what: str) -> tuple[int, ...]:
    """Read an IDX file's header: what it claims to hold."""
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
        told = f"{found:,}" if found < size else "more"
        raise DatasetError(
            "{0} should hold {1} bytes of {2} but holds {3}.", path, f"{size:,}", what, told
        )


def idx_steps(images: Path, labels: Path, step: int) -> Iterator[Block]:
    """Yield two IDX files' digits, `step` at a time, so that nobody has to wait for all of them.

    Each block is images, uint8 (n, 28, 28), their labels, uint8 (n,), and how many digits there
    are in all. A file that is cut short is told after what there is of it.
    """
    digits = _read_idx(labels, LABELS_MAGIC, "labels")
    with _opened(images) as file:
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
    """Yield two IDX files' digits, of which only a few are in memory at a time."""
    for pixels, digits, _ in idx_steps(images, labels, STEP):
        yield from mnist_samples(pixels, digits)


def mnist_samples(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Iterator[Sample]:
    """Yield a data set's images as samples, ink as it stands."""
    for image, label in zip(images, labels, strict=True):
        yield Sample(picture_from_ink(image), int(label))


_SEGMENT = re.compile(r'\.SEGMENT\s.*"(\d)"\s*$')
_COMMENT = re.compile(r"\.COMMENT\s+\d\s+(\d{1,9})\s+\d+\s*$")
PEN_ENDS = (".PEN_UP", ".PEN_DOWN", ".SEGMENT")
"""What ends a stroke; one that another or the next digit follows need not say that the pen rose."""


def unipen_samples(path: Path) -> Iterator[Sample]:
    """Yield the digits of a UNIPEN file (as the pen-digits set writes it) as drawings."""
    label: int | None = None
    writer: int | None = None
    strokes: list[NDArray[np.float64]] = []
    points: list[tuple[float, float]] | None = None  # None while the pen is up
    begin = 1
    for number, line in enumerate(_lines(path), start=1):
        if points and line.startswith(PEN_ENDS):
            strokes.append(_unipen_stroke(points, f"{path}, line {number}"))
            points = None
        if line.startswith(".SEGMENT"):
            if label is not None and strokes:
                yield _unipen_sample(strokes, label, writer)
            match = _SEGMENT.match(line)
            label, writer, strokes, points = int(match[1]) if match else None, None, [], None
            begin = number
        elif number - begin > UNIPEN_LINES:
            raise DatasetError("{0}, line {1}: more lines than a digit has.", path, number)
        elif line.startswith(".COMMENT") and (match := _COMMENT.match(line)):
            writer = int(match[1])
        elif line.startswith(".PEN_DOWN"):
            points = []
        elif line.startswith(".PEN_UP"):
            points = None
        elif points is not None and line and not line.startswith("."):
            try:
                x, y = line.split()
                points.append((float(x), UNIPEN_CANVAS - float(y)))
            except ValueError as error:
                raise DatasetError(
                    "{0}, line {1}: not a point: {2}.", path, number, f"{line[:40]!r}"
                ) from error
    if points:
        strokes.append(_unipen_stroke(points, f"{path}, at its end"))
    if label is not None and strokes:
        yield _unipen_sample(strokes, label, writer)


def _unipen_stroke(points: list[tuple[float, float]], place: str) -> NDArray[np.float64]:
    try:
        return stroke(points)
    except DrawingError as error:
        raise DatasetError("{0}: {1}", place, error) from error


def _unipen_sample(strokes: list[NDArray[np.float64]], label: int, writer: int | None) -> Sample:
    canvas = (UNIPEN_CANVAS, UNIPEN_CANVAS)
    return Sample(Drawing(tuple(strokes), canvas, label=label), label, writer)


def drawing_samples(path: Path) -> Iterator[Sample]:
    """Yield the drawings of a JSON Lines file; each must have a label."""
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            drawing = parse_drawing(line)
        except DrawingError as error:
            if line.lstrip().startswith("{") and not line.rstrip().endswith("}"):
                raise DatasetError(
                    "{0}, line {1}: the drawing does not end on its line; a data set holds one "
                    "drawing a line.",
                    path,
                    number,
                ) from error
            raise DatasetError("{0}, line {1}: {2}", path, number, error) from error
        if drawing.label is None:
            raise DatasetError("{0}, line {1}: the drawing has no label.", path, number)
        yield Sample(drawing, drawing.label)


def read_samples(path: Path, split: Split = "test") -> Iterator[Sample]:
    """Yield the samples of a folder (its MNIST pair), a UNIPEN file or a JSON Lines file."""
    if path.is_dir():
        return idx_samples(*mnist_files(path, split))
    if is_idx(path):
        raise DatasetError("{0} is one IDX file; name the images file and the labels file.", path)
    first = next((line.strip() for line in _lines(path) if line.strip()), "")
    if not first:
        raise DatasetError("{0} is empty.", path)
    if first.startswith("{"):
        return drawing_samples(path)
    if first.startswith("."):
        return unipen_samples(path)
    raise DatasetError(
        "{0} is neither UNIPEN text nor drawings as JSON Lines; of IDX files name "
        "their folder, or the images file and the labels file.",
        path,
    )


def is_idx(path: Path) -> bool:
    """Tell whether a file opens as IDX images or labels do."""
    if not path.is_file():
        return False
    with _opened(path) as file:
        head = file.read(4)
    return head in (IMAGES_MAGIC.to_bytes(4, "big"), LABELS_MAGIC.to_bytes(4, "big"))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, unpacked if it is gzipped, and word what can go wrong with it."""
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            data = Unpacking(cast("BinaryIO", file), path.stat().st_size) if zipped else file
            yield cast("BinaryIO", io.BufferedReader(data) if zipped else data)
    except TooLargeError as error:
        raise DatasetError("{0} unpacks to far more than a data set does.", path) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DatasetError("{0} is a damaged gzip file.", path) from error
    except OSError as error:
        raise DatasetError("{0} can't be read: {1}.", path, error.strerror or error) from error


def _lines(path: Path) -> Iterator[str]:
    """Yield a text file's lines without their ends."""
    blank = 0
    with _opened(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(LINE_LIMIT), b""), start=1):
            if len(line) == LINE_LIMIT:
                raise DatasetError(
                    "{0}, line {1}: longer than {2} bytes.", path, number, f"{LINE_LIMIT:,}"
                )
            blank = 0 if line.strip() else blank + 1
            if blank > BLANK_LIMIT:
                raise DatasetError(
                    "{0} holds more than {1} blank lines in a row.", path, f"{BLANK_LIMIT:,}"
                )
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise DatasetError("{0}, line {1}: not text in UTF-8.", path, number) from error
