"""Gzipped bytes, gzip bombs and ZIP archives."""

import gzip
import io
import zipfile
import zlib

ZIP = b"PK\x03\x04"
LARGEST = 2**26
"""Maximum size of an archive in bytes."""


def packed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)


def bomb(part: bytes, times: int, begin: bytes = b"") -> bytes:
    """Pack `begin` and repetitions of `part`: a few kilobytes per megabyte."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(begin)]
    pieces += [packer.compress(part) for _ in range(times)]
    return b"".join([*pieces, packer.flush()])


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the entries of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(entries: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of the entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, way)
    return file.getvalue()[:LARGEST]
