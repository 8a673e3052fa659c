"""What a JPEG says of itself before its pixels (ITU-T T.81, annex B)."""

from collections.abc import Iterator

START, END = b"\xff\xd8", b"\xff\xd9"
SCAN = 0xDA
SEQUENTIAL = (0xC0, 0xC1)
"""Frames of Huffman-coded blocks, one after the other: baseline and extended."""
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Frames of every kind; the three between them are tables, or kept for later."""
BARE = (0xFF, 0x00, 0x01)
"""What may follow a segment's first byte without a length after it: padding, and no marker."""


def segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield kind and place of each segment up to the first scan, that one included.

    They are passed over by their lengths: a photograph's small preview has markers of its own.
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


def is_read_row_by_row(data: bytes) -> bool:
    """Tell a JPEG whose one scan has all there is of each pixel.

    Of all others every block has to be kept until the last scan, in several bytes a pixel.
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
