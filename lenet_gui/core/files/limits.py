"""How much a file may make the program take in, whatever it claims."""

import io
from typing import BinaryIO

CHUNK = 2**20
"""Bytes read at a time: memory is taken for what is there, not for what was asked for."""
TEXT_LIMIT = 32 * 2**20
"""Characters of JSON in one document; a drawing of an hour has fewer."""
MEMORY_LIMIT = 180 * 2**20
"""Bytes that a document in JSON may take while it is read."""
COSTS = {",": 32, "[": 90, "{": 120, '"': 30}
"""Bytes that Python takes, at most, for what comes with one of these: a number, a list, an object
of few keys, half a text. In a text they say nothing, and what has so many of them is no drawing."""
LONGEST = 100
"""Characters of what a file says that a sentence repeats."""
RATIO, FREE = 40, 16 * 2**20
"""What is packed may grow by so much, and anything to so many bytes; text grows by less than 20."""


class TooLargeError(ValueError):
    """There is more in it than anything that the program reads has."""


def read_within(file: BinaryIO, most: int) -> bytes:
    """Return up to `most` bytes of a file, all of them if there are fewer."""
    parts, left = [], most
    while left > 0 and (part := file.read(min(left, CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def require_modest_size(data: bytes | str) -> None:
    """Raise TooLargeError where a document is longer than any that is read."""
    if len(data) > TEXT_LIMIT:
        raise TooLargeError("too long")


def require_modest_json(text: str) -> None:
    """Raise TooLargeError where reading the JSON would take more memory than it may."""
    require_modest_size(text)
    expected = 2 * len(text) + sum(text.count(mark) * cost for mark, cost in COSTS.items())
    if expected > MEMORY_LIMIT:
        raise TooLargeError("too much JSON")


def shortened(text: str) -> str:
    """Return what a sentence may repeat of a text: one line, and not a long one."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


class Unpacking(io.RawIOBase):
    """What a packed file holds, as long as it does not grow beyond all measure.

    `packed` is the packed file's size in bytes. Reading raises TooLargeError.
    """

    def __init__(self, file: BinaryIO, packed: int) -> None:
        super().__init__()
        self._file, self._most, self._done = file, max(FREE, RATIO * packed), 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill a buffer; return how many bytes that took."""
        data = self._file.read(len(buffer))
        self._done += len(data)
        if self._done > self._most:
            raise TooLargeError("grows without end")
        buffer[: len(data)] = data
        return len(data)
