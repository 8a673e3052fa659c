"""Picture files whose end is missing, of the kinds that Qt reads all the same without a word."""

from lenet_gui.media import jpeg

BMP_START, BMP_OLD_HEADER, BMP_BARE = b"BM", 12, (0, 3, 6)
"""How a bitmap begins, the size of its header in OS/2, and the compressions that are none."""
GIF_START, GIF_FRAME, GIF_EXTENSION = (b"GIF87a", b"GIF89a"), 0x2C, 0x21
XBM_START, XBM_END = b"#define", b"}"


def is_cut_short(data: bytes) -> bool:
    """Tell a JPEG, BMP, GIF or XBM that has no end, from the file's bytes."""
    if data.startswith(jpeg.START):
        return _is_jpeg_cut_short(data)
    if data.startswith(BMP_START):
        return _is_bmp_cut_short(data)
    if data.startswith(GIF_START):
        return _is_gif_cut_short(data)
    return data.startswith(XBM_START) and XBM_END not in data


def _is_jpeg_cut_short(data: bytes) -> bool:
    """Tell a JPEG that has no end marker after its first scan's, whatever may follow that one.

    Within a scan none can come by chance.
    """
    *_, (kind, place) = ((0, 0), *jpeg.segments(data))
    return kind != jpeg.SCAN or data.find(jpeg.END, place) < 0


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
