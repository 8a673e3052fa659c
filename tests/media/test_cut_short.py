"""Files that end too early, of every kind that pictures come in."""

import struct

import numpy as np
import pytest
from PySide6.QtGui import QImage

from lenet_gui.errors import PictureError
from lenet_gui.media.cut_short import is_cut_short
from lenet_gui.media.picture_file import read_picture
from tests.media.test_picture_file import BAR, HEIGHT, WIDTH, bar, encoded, image


def gif(comment: bytes = b"") -> bytes:
    """A bar of ink as GIF, its codes of nine bits, begun anew before they would grow longer."""
    grey = np.full((HEIGHT, WIDTH), 255, np.uint8)
    grey[BAR] = 0
    codes = [code for value in grey.ravel().tolist() for code in (256, value)] + [257]
    bits = sum(code << 9 * place for place, code in enumerate(codes))
    packed = bits.to_bytes((9 * len(codes) + 7) // 8, "little")
    palette = bytes(value for value in range(256) for _ in range(3))
    head = b"GIF89a" + struct.pack("<HHBBB", WIDTH, HEIGHT, 0xF7, 0, 0) + palette
    remark = b"\x21\xfe" + blocks(comment) if comment else b""
    frame = struct.pack("<BHHHHBB", 0x2C, 0, 0, WIDTH, HEIGHT, 0, 8)
    return head + remark + frame + blocks(packed) + b";"


def blocks(data: bytes) -> bytes:
    parts = [data[place : place + 255] for place in range(0, len(data), 255)]
    return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"


def old_bitmap() -> bytes:
    """A black row of 8 pixels in OS/2's first kind of bitmap, one bit a pixel."""
    header = struct.pack("<IHHHH", 12, 8, 1, 1, 1)
    return b"BM" + struct.pack("<IHHI", 0, 0, 0, 32) + header + b"\0\0\0\xff\xff\xff" + bytes(4)


@pytest.mark.qt_log_ignore(".*")  # Qt has words of its own about most kinds
@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize(
    "kind", ["PNG", "JPEG", "BMP", "PPM", "TIFF", "WEBP", "XBM", "XPM", "ICO", "GIF"]
)
def test_a_file_cut_short_is_told_in_a_sentence(kind, share):
    whole = gif() if kind == "GIF" else encoded(image("white", "black"), kind)
    assert read_picture(whole, "x").ink.any()
    with pytest.raises(PictureError, match=r"^x is a damaged picture: .*\.$"):
        read_picture(whole[: int(len(whole) * share)], "x")


@pytest.mark.parametrize("comment", [b"", b"made by hand" * 40])
def test_a_whole_gif_is_read(comment):
    np.testing.assert_array_equal(read_picture(gif(comment), "x").ink, bar())
    assert is_cut_short(gif(comment)[:-2])
    assert not is_cut_short(gif(comment)[:-1])  # the frame is whole


@pytest.mark.parametrize(
    "form",
    [QImage.Format.Format_Mono, QImage.Format.Format_Indexed8, QImage.Format.Format_RGB32],
)
def test_a_bitmap_of_any_depth_is_whole_to_its_last_byte(form):
    data = encoded(image("white", "black").convertToFormat(form), "BMP")
    assert not is_cut_short(data)
    assert is_cut_short(data[:-1])


def test_a_bitmap_from_the_top_down_and_one_of_an_old_kind():
    data = encoded(image("white", "black"), "BMP")
    assert data[22:26] == struct.pack("<i", HEIGHT)
    upside_down = data[:22] + struct.pack("<i", -HEIGHT) + data[26:]
    assert not is_cut_short(upside_down)
    assert is_cut_short(upside_down[:-1])
    assert not is_cut_short(old_bitmap())
    assert is_cut_short(old_bitmap()[:-1])


def test_what_is_no_such_file_is_not_cut_short():
    assert not is_cut_short(b"")
    assert not is_cut_short(b"Dear diary,")
