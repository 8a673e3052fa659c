"""A JPEG's segments (ITU-T T.81, annex B): how its pixels are coded, and whether all are there."""

from collections.abc import Iterator

START, END = b"\xff\xd8", b"\xff\xd9"
SCAN = 0xDA
SEQUENTIAL = (0xC0, 0xC1)
"""Frames of Huffman-coded blocks, one after the other: baseline and extended."""
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Frames of every kind; the three between them are tables, or reserved."""
BARE = (0xFF, 0x00, 0x01)
"""Bytes that may follow 0xFF without a length after them: padding, a stuffed zero and TEM."""


def segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the kind and place of each segment up to and including the first scan.

    Lengths lead from one to the next: a photograph's small preview has markers of its own.
    """
    place = len(START)
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        kind = data[place + 1]
        if kind in BARE:
            place += 1
            continue
        yield kind, place
        if kind == SCAN:
            return
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")


def is_cut_short(data: bytes) -> bool:
    """Return whether a JPEG lacks its end, like a half-downloaded photograph.

    The end marker comes somewhere after the first scan's; within a scan it can't occur by chance.
    False for files of other kinds.
    """
    if not data.startswith(START):
        return False
    *_, (kind, place) = ((0, 0), *segments(data))
    return kind != SCAN or data.find(END, place) < 0


def is_read_row_by_row(data: bytes) -> bool:
    """Return whether a JPEG has a single scan with all data of each pixel.

    Otherwise every block must be kept until the last scan, at several bytes per pixel.
    """
    components = b""
    for kind, place in segments(data) if data.startswith(START) else ():
        if kind in SEQUENTIAL:
            components += data[place + 9 : place + 10]
        elif kind in FRAMES:
            return False
        elif kind == SCAN:
            return components == data[place + 4 : place + 5]
    return False
