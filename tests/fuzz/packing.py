"""Bytes packed by gzip, also those that grow without end."""

import gzip
import zlib


def packed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)


def bomb(part: bytes, times: int, begin: bytes = b"") -> bytes:
    """Pack `begin`, and `part` again and again: some kilobytes for each megabyte."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(begin)]
    pieces += [packer.compress(part) for _ in range(times)]
    return b"".join([*pieces, packer.flush()])
