"""Limits on what the program reads from a file, whatever the file claims."""

import io
from typing import BinaryIO

CHUNK = 2**20
"""Bytes read at a time, so that memory is allocated for real data, not for a claimed size."""
TEXT_LIMIT = 32 * 2**20
"""Limit of characters in a JSON document; an hour's drawing has fewer."""
MEMORY_LIMIT = 180 * 2**20
"""Bytes of memory that reading a JSON document may take."""
COSTS = {",": 32, "[": 90, "{": 120, '"': 30}
"""The most memory, in bytes, that Python needs for what each mark stands for: a number, a list, a
small object, half a text. Marks inside texts count too, but no drawing has that many."""
LONGEST = 100
"""Characters of a file's text that a message quotes."""
RATIO, FREE = 40, 16 * 2**20
"""How many times its packed size a file may unpack to, and the bytes always allowed; text
compresses less than 20 times."""


class TooLargeError(ValueError):
    """A file holds more than any genuine file of its kind."""


def read_within(file: BinaryIO, most: int) -> bytes:
    """Return up to `most` bytes of a file, all of them if there are fewer."""
    parts, left = [], most
    while left > 0 and (part := file.read(min(left, CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def require_modest_size(data: bytes | str) -> None:
    """Raise TooLargeError if a document is longer than TEXT_LIMIT."""
    if len(data) > TEXT_LIMIT:
        raise TooLargeError("too long")


def require_modest_json(text: str) -> None:
    """Raise TooLargeError if reading the JSON could take more than MEMORY_LIMIT."""
    require_modest_size(text)
    expected = 2 * len(text) + sum(text.count(mark) * cost for mark, cost in COSTS.items())
    if expected > MEMORY_LIMIT:
        raise TooLargeError("too much JSON")


def shortened(text: str) -> str:
    """Return a text as one line of about LONGEST characters at most, to quote in a message."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


class Unpacking(io.RawIOBase):
    """The unpacked contents of a file of `packed` bytes.

    Reading raises TooLargeError if they exceed both FREE and RATIO times that size.
    """

    def __init__(self, file: BinaryIO, packed: int) -> None:
        super().__init__()
        self._file, self._most, self._done = file, max(FREE, RATIO * packed), 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill a buffer; return the number of bytes read."""
        data = self._file.read(len(buffer))
        self._done += len(data)
        if self._done > self._most:
            raise TooLargeError("grows without end")
        buffer[: len(data)] = data
        return len(data)
