"""Picture files whose end is missing, of the kinds that Qt reads all the same without a word."""

JPEG_START, JPEG_SCAN, JPEG_END = b"\xff\xd8", b"\xda", b"\xff\xd9"
JPEG_BARE = (b"\xff", b"\x00", b"\x01")
"""What may follow a segment's first byte without a length after it: padding, and no marker."""
BMP_START, BMP_OLD_HEADER, BMP_BARE = b"BM", 12, (0, 3, 6)
"""How a bitmap begins, the size of its header in OS/2, and the compressions that are none."""
GIF_START, GIF_FRAME, GIF_EXTENSION = (b"GIF87a", b"GIF89a"), 0x2C, 0x21
XBM_START, XBM_END = b"#define", b"}"


def is_cut_short(data: bytes) -> bool:
    """Tell a JPEG, BMP, GIF or XBM that has no end, from the file's bytes."""
    if data.startswith(JPEG_START):
        return _is_jpeg_cut_short(data)
    if data.startswith(BMP_START):
        return _is_bmp_cut_short(data)
    if data.startswith(GIF_START):
        return _is_gif_cut_short(data)
    return data.startswith(XBM_START) and XBM_END not in data


def _is_jpeg_cut_short(data: bytes) -> bool:
    """Tell a JPEG (ITU-T T.81, B.1) that has no end marker, whatever may follow that marker.

    The segments before the first scan are passed over by their lengths, since a photograph's small
    preview among them has an end marker of its own; within a scan none can come by chance.
    """
    marker = len(JPEG_START)
    while (marker := data.find(b"\xff", marker)) >= 0:
        kind = data[marker + 1 : marker + 2]
        if kind == JPEG_SCAN:
            return data.find(JPEG_END, marker) < 0
        if kind in JPEG_BARE:
            marker += 1
        else:
            marker += 2 + int.from_bytes(data[marker + 2 : marker + 4], "big")
    return True


def _is_bmp_cut_short(data: bytes) -> bool:
    """Tell a bitmap that is shorter than its rows, or than it says where they are packed."""
    claimed, start, header = (_number(data, place, 4) for place in (2, 10, 14))
    if header == BMP_OLD_HEADER:
        width, height = _number(data, 18, 2), _number(data, 20, 2)
        depth, packing = _number(data, 24, 2), 0
    else:
        width, height = _number(data, 18, 4), _number(data, 22, 4)
        height = min(height, 2**32 - height)  # rows from the top count below zero
        depth, packing = _number(data, 28, 2), _number(data, 30, 4)
    if packing not in BMP_BARE:
        return len(data) < claimed
    row = (width * depth + 31) // 32 * 4
    return len(data) < start + row * height


def _is_gif_cut_short(data: bytes) -> bool:
    """Tell a GIF whose first frame, the one that is read, has no end."""
    place = 13 + _palette(data, 10)
    while _number(data, place, 1) == GIF_EXTENSION:
        place = _after_blocks(data, place + 2)
    if _number(data, place, 1) != GIF_FRAME:
        return True
    place = _after_blocks(data, place + 10 + _palette(data, place + 9) + 1)
    return place > len(data)


def _palette(data: bytes, place: int) -> int:
    """Return how many bytes a palette takes, from the flags that tell of it."""
    flags = _number(data, place, 1)
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, place: int) -> int:
    """Return where a GIF goes on after blocks of data, the last of which is empty."""
    while place < len(data) and data[place]:
        place += 1 + data[place]
    return place + 1


def _number(data: bytes, place: int, size: int) -> int:
    """Return a number, the least byte first; 0 beyond the end."""
    return int.from_bytes(data[place : place + size], "little")
