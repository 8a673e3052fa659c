"""Pictures of every kind, and every kind of invalid picture."""

import struct
import zlib

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from lenet_gui.errors import PictureError
from lenet_gui.media import picture_file
from lenet_gui.media.picture_file import picture_from_image, read_picture

WIDTH, HEIGHT = 61, 40  # not a multiple of four: Qt pads its rows
BAR = (slice(10, 30), slice(20, 24))


def image(paper: str, ink: str) -> QImage:
    """Return a bar of ink on paper."""
    made = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    made.fill(QColor(paper))
    painter = QPainter(made)
    painter.fillRect(20, 10, 4, 20, QColor(ink))
    painter.end()
    return made


def encoded(made: QImage, kind: str, in_turns: bool = False) -> bytes:
    """Encode an image; `in_turns` makes a JPEG progressive."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setProgressiveScanWrite(in_turns)
    assert writer.write(made)
    return bytes(buffer.data().data())


def bar() -> np.ndarray:
    ink = np.zeros((HEIGHT, WIDTH), np.float32)
    ink[BAR] = 1
    return ink


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM"])
@pytest.mark.parametrize(("paper", "ink"), [("white", "black"), ("black", "white")])
def test_dark_and_light_ink_are_both_read(kind, paper, ink):
    np.testing.assert_array_equal(read_picture(encoded(image(paper, ink), kind), "x").ink, bar())


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_lossy_picture_has_nearly_the_same_ink(kind):
    ink = read_picture(encoded(image("white", "black"), kind), "x").ink
    assert np.abs(ink - bar()).mean() < 0.02


@pytest.mark.parametrize("ink", ["black", "white", "darkblue"])
def test_transparent_paper_contrasts_with_the_ink(ink):
    ink_found = picture_from_image(image("transparent", ink)).ink
    np.testing.assert_array_equal(ink_found, bar())


@pytest.mark.parametrize("paper", ["white", "transparent", "grey"])
def test_blank_paper_has_no_ink(paper):
    assert not picture_from_image(image(paper, paper)).ink.any()


def test_a_photograph_is_turned_by_its_exif_orientation():
    # A JPEG with EXIF orientation 6: to be rotated by 90° clockwise.
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    tiff = b"MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    plain = encoded(image("white", "black"), "JPEG")
    ink = read_picture(with_exif(plain, tiff), "x").ink
    assert ink.shape == (WIDTH, HEIGHT)
    np.testing.assert_allclose(ink, np.rot90(read_picture(plain, "x").ink, -1), atol=0.02)


@pytest.mark.usefixtures("qapp")
def test_svg_files_are_refused_because_they_can_include_others(tmp_path):
    if b"svg" not in [bytes(kind.data()) for kind in QImageReader.supportedImageFormats()]:
        pytest.skip("this Qt can't read SVG")
    other = tmp_path / "other.png"
    image("black", "black").save(str(other))
    kind = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    drawn = f'<image xlink:href="{other}" width="9" height="9"/>'
    svg = f'<svg {kind} width="40" height="30">{drawn}</svg>'.encode()
    assert QImage.fromData(svg).pixelColor(4, 4) == QColor("black")  # Qt itself does include it
    with pytest.raises(PictureError, match="SVG files can include other files"):
        read_picture(svg, "seven.svg")


def png(width: int, height: int) -> bytes:
    """Return a PNG that claims this size but contains almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "x is empty"),
        (b"Dear diary,", "x is not a supported picture"),
        (bytes(range(256)), "x is not a supported picture"),
        (png(100_000, 100_000), "x is too large: 100,000×100,000 pixels"),
    ],
)
def test_invalid_pictures_are_refused(data, sentence):
    with pytest.raises(PictureError, match=sentence):
        read_picture(data, "x")


@pytest.mark.qt_log_ignore("imageio", "JPEG")  # Qt's messages
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_half_a_picture_is_damaged(kind):
    data = encoded(image("white", "black"), kind)
    half = data[: len(data) // 2] if kind == "PNG" else data[:100]
    with pytest.raises(PictureError, match=r"x is (a damaged|not a) picture"):
        read_picture(half, "x")


def with_exif(jpeg: bytes, tiff: bytes) -> bytes:
    """Insert an EXIF block after a JPEG's start."""
    block = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


@pytest.mark.parametrize("lost", [1, 2, 100, 400])
@pytest.mark.parametrize("preview", [False, True])
def test_a_jpeg_without_its_end_is_damaged(lost, preview):
    data = encoded(image("white", "black"), "JPEG")
    if preview:  # an embedded JPEG with its own end marker
        data = with_exif(data, data)
        assert read_picture(data, "x").ink.any()
    with pytest.raises(PictureError, match="x is a damaged picture: a part of it is missing"):
        read_picture(data[:-lost], "x")


@pytest.mark.parametrize("rest", [b"\0" * 40, b"MPF" + b"\xff\xd8\xff\xe1"])
def test_bytes_after_a_jpegs_end_are_ignored(rest):
    data = encoded(image("white", "black"), "JPEG")
    np.testing.assert_array_equal(read_picture(data + rest, "x").ink, read_picture(data, "x").ink)


def test_padding_before_a_jpegs_markers_is_ignored():
    data = encoded(image("white", "black"), "JPEG")
    padded = data[:2] + b"\xff" * 3 + data[2:]
    np.testing.assert_array_equal(read_picture(padded, "x").ink, read_picture(data, "x").ink)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
@pytest.mark.parametrize(("width", "height"), [(20_000, 1), (20_000, 2), (1, 9_000)])
def test_a_long_thin_picture_keeps_at_least_one_pixel_a_side(kind, width, height):
    thin = QImage(width, height, QImage.Format.Format_RGB32)
    thin.fill(QColor("white"))
    longest = picture_file.LONGEST_SIDE
    expected = (1, longest) if width > height else (longest, 1)
    assert read_picture(encoded(thin, kind), "x").ink.shape == expected


def test_a_picture_exactly_at_the_limit_is_read(monkeypatch):
    data = encoded(image("white", "black"), "PNG")
    monkeypatch.setattr(picture_file, "PIXEL_LIMIT", WIDTH * HEIGHT)
    assert read_picture(data, "x").ink.any()
    monkeypatch.setattr(picture_file, "PIXEL_LIMIT", WIDTH * HEIGHT - 1)
    with pytest.raises(PictureError, match="too large"):
        read_picture(data, "x")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_shrunk_while_it_is_read(monkeypatch, kind):
    monkeypatch.setattr(picture_file, "LONGEST_SIDE", 2 * WIDTH)
    large = image("white", "black").scaled(8 * WIDTH, 8 * HEIGHT)
    ink = read_picture(encoded(large, kind), "x").ink
    assert ink.shape == (2 * HEIGHT, 2 * WIDTH)
    np.testing.assert_allclose(ink, bar().repeat(2, axis=0).repeat(2, axis=1), atol=0.2)


def test_only_jpegs_read_row_by_row_may_be_very_large(monkeypatch):
    monkeypatch.setattr(picture_file, "PIXEL_LIMIT", WIDTH * HEIGHT - 1)
    monkeypatch.setattr(picture_file, "JPEG_LIMIT", WIDTH * HEIGHT)
    bar = image("white", "black")
    assert read_picture(encoded(bar, "JPEG"), "x").ink.any()
    for data in (encoded(bar, "JPEG", in_turns=True), encoded(bar, "PNG")):
        with pytest.raises(PictureError, match="too large"):
            read_picture(data, "x")
    monkeypatch.setattr(picture_file, "JPEG_LIMIT", WIDTH * HEIGHT - 1)
    with pytest.raises(PictureError, match="too large"):
        read_picture(encoded(bar, "JPEG"), "x")


def test_an_oversized_file_is_refused(monkeypatch):
    monkeypatch.setattr(picture_file, "FILE_LIMIT", 2**20)
    with pytest.raises(PictureError, match=r"large\.png is too large: more than 1 MB"):
        read_picture(bytes(2 * 2**20), "large.png")


def test_an_indexed_picture_with_transparency_keeps_its_ink():
    indexed = image("transparent", "black").convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither
    )
    np.testing.assert_array_equal(picture_from_image(indexed).ink, bar())


@pytest.mark.parametrize(
    "form",
    [
        QImage.Format.Format_Mono,
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_RGB888,
        QImage.Format.Format_Indexed8,
    ],
)
def test_a_png_of_any_depth_has_the_same_ink(form):
    data = encoded(image("white", "black").convertToFormat(form), "PNG")
    np.testing.assert_array_equal(read_picture(data, "x").ink, bar())


def test_a_cmyk_jpeg_is_read():
    pressed = image("white", "black").convertToFormat(QImage.Format.Format_CMYK8888)
    data = encoded(pressed, "JPEG")
    assert b"Adobe" in data  # four channels
    ink = read_picture(data, "x").ink
    assert (ink[BAR] > 0.9).all()
    assert np.abs(ink - bar()).mean() < 0.02


@pytest.mark.parametrize("ink", ["yellow", "cyan", "magenta", "red"])
def test_ink_of_any_colour_is_full_ink(ink):
    np.testing.assert_array_equal(picture_from_image(image("white", ink)).ink, bar())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photographs_of_any_exif_orientation_are_turned_upright(orientation):
    upright = np.arange(6).reshape(2, 3)
    ways = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, -1),
    }
    kept = ways[orientation]  # as the sensor saw it
    grey = np.kron(kept * 40 + 20, np.ones((16, 16))).astype(np.uint8)
    whole = QImage(
        grey.tobytes(), grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8
    )
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"MM\x00\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    read = picture_file.read_image(with_exif(encoded(whole, "JPEG"), tiff), "x")
    assert (read.width(), read.height()) == (48, 32)
    seen = [[read.pixelColor(x, y).red() for x in (8, 24, 40)] for y in (8, 24)]
    np.testing.assert_allclose(seen, upright * 40 + 20, atol=3)


def test_the_pixel_limit_is_lower_for_deep_pixels(monkeypatch):
    deep = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBA64)
    deep.fill(QColor("white"))
    data = encoded(deep, "PNG")
    monkeypatch.setattr(picture_file, "PIXEL_LIMIT", 3 * WIDTH * HEIGHT)
    assert read_picture(data, "x").ink.shape == (HEIGHT, WIDTH)
    monkeypatch.setattr(picture_file, "PIXEL_LIMIT", 3 * WIDTH * HEIGHT - 1)
    with pytest.raises(PictureError, match="too large"):
        read_picture(data, "x")


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("Rejecting image as it exceeds the current allocation limit")
def test_the_memory_limit_holds_for_pictures_that_understate_their_size():
    screen = struct.pack("<HHBBB", 65_535, 1_000, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b",\0\0\0\0" + struct.pack("<HHB", 8, 8, 0) + b"\x02\x02\x4c\x01\0"
    gif = b"GIF89a" + screen + frame + b";"  # 65,535×1,000 pixels of 4 bytes are 250 MB
    with pytest.raises(PictureError, match="is a damaged picture"):
        read_picture(gif, "x.gif")

    tall = struct.pack("<HHBBB", 9_000, 8, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    assert max(read_picture(b"GIF89a" + tall + frame + b";", "x").ink.shape) == 1536


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("Unsupported marker type 0x84")
def test_a_jpeg_with_a_damaged_header_is_refused():
    data = bytearray(encoded(image("white", "black"), "JPEG"))
    data[data.index(b"\xff\xc0") + 1] = 0x84  # no segment contains its size
    with pytest.raises(PictureError, match="damaged"):
        read_picture(bytes(data), "x.jpg")
