"""JPEG structure; the segments are built by hand from ITU-T T.81, annex B."""

import pytest

from lenet_gui.errors import PictureError
from lenet_gui.media import jpeg
from lenet_gui.media.jpeg import is_cut_short, is_read_row_by_row
from lenet_gui.media.picture_file import read_picture
from tests.media.test_picture_file import encoded, image

BASELINE, EXTENDED, PROGRESSIVE, ARITHMETIC, TABLES = 0xC0, 0xC1, 0xC2, 0xC9, 0xC4


def segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content


def frame(kind: int, components: int) -> bytes:
    """A frame header: 8 bits, 16 rows of 9, and three bytes per component."""
    return segment(kind, bytes((8, 0, 16, 0, 9, components)) + bytes(3 * components))


def scan(components: int) -> bytes:
    return segment(jpeg.SCAN, bytes((components,)) + bytes(2 * components + 3)) + b"\1\2\3"


def file(*parts: bytes) -> bytes:
    return jpeg.START + b"".join(parts) + jpeg.END


PREVIEW = segment(0xE1, b"Exif\0\0" + file(frame(PROGRESSIVE, 3), scan(1)))


@pytest.mark.parametrize("kind", [BASELINE, EXTENDED])
@pytest.mark.parametrize("components", [1, 3, 4])
def test_one_scan_of_all_components_is_read_row_by_row(kind: int, components: int) -> None:
    tables = segment(TABLES, bytes(20))
    data = file(PREVIEW, tables, frame(kind, components), b"\xff\xff", tables, scan(components))
    assert is_read_row_by_row(data)


@pytest.mark.parametrize(
    "data",
    [
        file(frame(PROGRESSIVE, 3), scan(3)),
        file(frame(ARITHMETIC, 3), scan(3)),
        file(frame(BASELINE, 3), scan(1), scan(1), scan(1)),
        file(frame(BASELINE, 3), frame(BASELINE, 3), scan(3)),
        file(frame(BASELINE, 3), frame(PROGRESSIVE, 3), scan(3)),
        file(frame(BASELINE, 3)),
        file(scan(3)),
        file(),
        jpeg.START + b"\xff",
        b"\x89PNG" + frame(BASELINE, 1) + scan(1),
        b"",
    ],
)
def test_other_data_is_not_read_row_by_row(data: bytes) -> None:
    assert not is_read_row_by_row(data)


def test_segments_end_with_the_first_scan() -> None:
    data = file(PREVIEW, frame(BASELINE, 1), scan(1), frame(BASELINE, 1))
    kinds = [kind for kind, _ in jpeg.segments(data)]
    assert kinds == [0xE1, BASELINE, jpeg.SCAN]


def test_a_complete_jpeg_ends_after_its_first_scan() -> None:
    whole = file(PREVIEW, frame(BASELINE, 1), scan(1))
    assert not is_cut_short(whole)
    assert is_cut_short(whole[: -len(jpeg.END)])  # the preview's end marker doesn't count
    assert is_cut_short(file(PREVIEW))


@pytest.mark.parametrize("data", [b"", b"Dear diary,", b"\x89PNG\r\n\x1a\n"])
def test_other_data_is_not_a_truncated_jpeg(data: bytes) -> None:
    assert not is_cut_short(data)


# Qt silently fills the missing part of BMP, GIF and XBM, but not of these.
@pytest.mark.qt_log_ignore(".*")  # Qt logs messages about most kinds
@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PPM", "TIFF", "WEBP", "XPM", "ICO"])
def test_a_truncated_picture_is_refused(kind: str, share: float) -> None:
    whole = encoded(image("white", "black"), kind)
    assert read_picture(whole, "x").ink.any()
    with pytest.raises(PictureError, match=r"^x is a damaged picture: .*\.$"):
        read_picture(whole[: int(len(whole) * share)], "x")
