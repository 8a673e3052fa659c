"""Labelled digits, and how their files are opened, gzipped or not."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from lenet_gui.core.files.limits import TooLargeError, Unpacking
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError


@dataclass(frozen=True)
class Sample:
    """One labelled digit; `writer` is its writer's number, None if unknown."""

    source: Drawing | Picture
    label: int
    writer: int | None = None


MARKS = re.compile(r"[\s.,–-]")
"""What stands among a number's digits and is not read."""


@dataclass(frozen=True)
class TextSample:
    """A drawing labelled with more than one digit: with a number, or something that is none."""

    source: Drawing
    text: str

    @property
    def digits(self) -> str | None:
        """The digits of a number, without points, commas, dashes and space; None if it is none."""
        digits = MARKS.sub("", self.text)
        return digits if digits.isascii() and digits.isdigit() else None


LINE_LIMIT = 2**25
"""Longest line, in bytes, of a text file of drawings."""
BLANK_LIMIT = 100_000
"""Blank lines in a row after which reading stops."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, unpacking it if it is gzipped. Raises DatasetError if that fails.

    Pipes are refused: they can be read only once, and recognising the format takes a first read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise DatasetError(
            "{0} is a pipe or a device, but the data must be read more than once: save"
            " them to a file first.",
            path,
        )
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            data = Unpacking(cast("BinaryIO", file), path.stat().st_size) if zipped else file
            yield cast("BinaryIO", io.BufferedReader(data) if zipped else data)
    except TooLargeError as error:
        raise DatasetError(
            "{0} unpacks to far more data than a data set contains.", path
        ) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DatasetError("{0} is a damaged gzip file.", path) from error
    except OSError as error:
        raise DatasetError("{0} can't be read: {1}.", path, error.strerror or error) from error


def lines(path: Path) -> Iterator[str]:
    """Yield a text file's lines without their line ends."""
    blank = 0
    with opened(path) as file:
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
