"""Pictures of every kind that this Qt reads or writes, and exported figures."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from lenet_gui.errors import LenetGuiError
from lenet_gui.media.sources import qt_application, read_items
from tests.core.sample_records import CLASSIFIER, record
from tests.fuzz.changing import Draw, change_bytes, change_text, number
from tests.fuzz.readers import Reader

PNG = b"\x89PNG\r\n\x1a\n"
BAIT = b"../elsewhere/bait.png"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def make() -> Reader:
    qt_application()
    kinds = [bytes(kind.data()) for kind in QImageWriter.supportedImageFormats()]
    seeds = [encoded(picture(), kind) for kind in kinds if kind not in (b"jpeg", b"tif")]
    seeds += [encoded(picture(alpha=True), b"png"), gif(), _figure("svg"), _figure("png")]
    return Reader(seeds, change, read, extremes())


def picture(width: int = 24, height: int = 30, alpha: bool = False) -> QImage:
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(QColor(0, 0, 0, 0) if alpha else QColor("white"))
    painter = QPainter(image)
    painter.fillRect(8, 4, 6, 20, QColor("black"))
    painter.end()
    return image


def encoded(image: QImage, kind: bytes, in_turns: bool = False) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setProgressiveScanWrite(in_turns)
    writer.write(image)
    return bytes(buffer.data().data())


def jpeg_of(width: int, height: int, in_turns: bool = False) -> bytes:
    """Return a JPEG that claims a size but contains only a few blocks."""
    data = encoded(picture(), b"jpeg", in_turns)
    frame = data.index(b"\xff\xc2" if in_turns else b"\xff\xc0") + 5
    return data[:frame] + struct.pack(">HH", height, width) + data[frame + 4 :]


def _figure(kind: str) -> bytes:
    from lenet_gui.figure.colours import LIGHT
    from lenet_gui.figure.svg import to_svg
    from lenet_gui.media.exporting import make_figure
    from lenet_gui.media.figure_image import to_png

    figure = make_figure(record(), "C5", 0, LIGHT)
    return to_svg(figure).encode() if kind == "svg" else to_png(figure)


def read(path: Path) -> None:
    """Read a file as the command line and the window do."""
    for item in read_items(str(path)):
        if isinstance(item.source, LenetGuiError):
            raise item.source
        CLASSIFIER.read(item.source)


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change the header, a PNG chunk with a corrected checksum, or any bytes."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return change_bytes(draw, data, others)
    if data.startswith(PNG):
        return _change_chunk(draw, data)
    if data.lstrip().startswith(b"<"):
        return change_text(draw, data, others)
    return change_bytes(draw, data[:64], [other[:64] for other in others]) + data[64:]


def _change_chunk(draw: Draw, data: bytes) -> bytes:
    """Change, repeat, drop or insert a chunk, with a correct checksum."""
    chunks, at = [], len(PNG)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    which = draw(st.integers(0, len(chunks) - 1))
    name, content = chunks[which]
    kind = draw(st.integers(0, 4))
    if kind == 0:
        chunks[which : which + 1] = [(name, content)] * draw(st.sampled_from((0, 2, 20)))
    elif kind == 1:
        new = draw(st.sampled_from((b"tRNS", b"PLTE", b"gAMA", b"iCCP", b"acTL", b"fcTL", b"zTXt")))
        chunks.insert(which, (new, draw(st.binary(max_size=9)) * draw(st.sampled_from((1, 256)))))
    elif name == b"IHDR" and kind == 2:
        at = draw(st.sampled_from((0, 4)))
        chunks[which] = (name, content[:at] + number(draw, 4) + content[at + 4 :])
    elif name == b"IDAT" and kind == 2:
        chunks[which] = (name, zlib.compress(change_bytes(draw, zlib.decompress(content))))
    else:
        chunks[which] = (name, change_bytes(draw, content))
    return png(chunks)


def png(chunks: Sequence[tuple[bytes, bytes]]) -> bytes:
    packed = (
        len(content).to_bytes(4, "big")
        + name
        + content
        + zlib.crc32(name + content).to_bytes(4, "big")
        for name, content in chunks
    )
    return PNG + b"".join(packed)


def png_of(
    width: int, height: int, colour: int = 0, depth: int = 8, is_full: bool = True, laced: int = 0
) -> bytes:
    """Return a PNG of one colour, or one that claims a size but is empty."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced)
    bits = depth * {0: 1, 2: 3, 6: 4}[colour]
    packer = zlib.compressobj(9)
    row = bytes(1 + (width * bits + 7) // 8) if is_full else b""
    body = b"".join(packer.compress(row) for _ in range(height if is_full else 0)) + packer.flush()
    return png([(b"IHDR", head), (b"IDAT", body), (b"IEND", b"")])


def noise(side: int, most: int = 255) -> bytes:
    """Return a PNG of grey noise, from black to `most`."""
    random = Random(0)
    rows = (
        b"\0" + bytes(value % (most + 1) for value in random.randbytes(side)) for _ in range(side)
    )
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return png([(b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 1)), (b"IEND", b"")])


def gif(frames: int = 3, side: int = 8, claimed: int = 0) -> bytes:
    """Return an animation of black squares (GIF89a)."""
    screen = claimed or side
    head = b"GIF89a" + struct.pack("<HHBBB", screen, screen, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    image = b",\0\0\0\0" + struct.pack("<HHB", side, side, 0) + b"\x02\x02\x4c\x01\0"
    control = b"!\xf9\x04\0\x0a\0\0\0"
    return head + (control + image) * frames + b";"


def svg(body: bytes, size: bytes = b'width="40" height="40"') -> bytes:
    return SVG + size + b">" + body + b"</svg>"


def extremes() -> Sequence:
    def ppm(head: bytes) -> bytes:
        return head + b"\0" * 100

    def bmp(width: int, height: int, bits: int = 24, packing: int = 0) -> bytes:
        head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, packing, 0, 0, 0, 0, 0)
        return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head + b"\0" * 100

    images = b"".join(
        b'<image xlink:href="%s" width="20" height="20"/>' % href
        for href in (BAIT, b"file:" + BAIT, b"http://127.0.0.1:9/x.png", b"//127.0.0.1/x.png")
    )
    entity = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    outside = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "../elsewhere/bait.svg">]>'
    nested = b"<g>" * 20_000 + b"</g>" * 20_000
    uses = b'<g id="a0"><rect width="9" height="9"/></g>' + b"".join(
        b'<g id="a%d">%s</g>' % (n + 1, b'<use xlink:href="#a%d"/>' % n * 10) for n in range(9)
    )
    return (
        lambda: png_of(1, 1),
        lambda: png_of(1, 100_000),
        lambda: png_of(100_000, 1),
        lambda: png_of(2, 2_000_000),
        lambda: png_of(6_000, 6_000),
        lambda: png_of(6_000, 4_000),
        lambda: png_of(4_000, 6_000, 6),
        lambda: png_of(4_000, 6_000, 6, laced=1),
        lambda: png_of(2_000, 4_000, 6, 16),
        lambda: png_of(4_000, 5_000, 6, 16),
        lambda: png_of(5_000, 8_000, 6, 16),
        lambda: png_of(50_000, 50_000, 0, 1),
        lambda: png_of(2**31 - 1, 2**31 - 1, is_full=False),
        lambda: png_of(6_000, 6_000, is_full=False),
        lambda: png_of(40_000_000, 1, is_full=False),
        lambda: noise(2048),
        lambda: noise(2048, most=1),
        lambda: png(
            [
                (b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)),
                (b"zTXt", b"lenet-gui\0\0" + zlib.compress(bytes(300 * 2**20), 9)),
                (b"IDAT", zlib.compress(bytes(90))),
                (b"IEND", b""),
            ]
        ),
        lambda: png(
            [
                (b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)),
                (b"iCCP", b"x\0\0" + zlib.compress(bytes(300 * 2**20), 9)),
                (b"IDAT", zlib.compress(bytes(90))),
                (b"IEND", b""),
            ]
        ),
        lambda: jpeg_of(11_000, 10_000),
        lambda: jpeg_of(65_000, 1_690),
        lambda: jpeg_of(1_690, 65_000),
        lambda: jpeg_of(65_000, 65_000),
        lambda: jpeg_of(6_000, 4_000, in_turns=True),
        lambda: jpeg_of(11_000, 10_000, in_turns=True),
        lambda: gif(5_000),
        lambda: gif(1, 8, 65_535),
        lambda: gif(1, 6_000),
        lambda: bmp(30_000, 30_000),
        lambda: bmp(6_000, -6_000),
        lambda: bmp(-(2**31), 1),
        lambda: bmp(1, 100_000, 1),
        lambda: bmp(6_000, 6_000, 8, 1),
        lambda: ppm(b"P6\n60000 60000\n255\n"),
        lambda: ppm(b"P6\n6000 6000\n255\n"),
        lambda: ppm(b"P3\n6000 6000\n255\n"),
        lambda: ppm(b"P5\n1 100000\n65535\n"),
        lambda: (
            b'/* XPM */\nstatic char *x[]={\n"6000 6000 1 1",\n"a c #000",\n"'
            + b"a" * 6_000
            + b'"};'
        ),
        lambda: b'/* XPM */\nstatic char *x[]={\n"9 9 2000000000 9",\n"',
        lambda: b"#define x_width 30000\n#define x_height 30000\nstatic char x_bits[]={0x00,",
        lambda: svg(images),
        lambda: svg(images.replace(b"xlink:href", b"href")),
        lambda: svg(images).decode().encode("utf-16"),
        lambda: _gzipped(svg(images)),
        lambda: b'<?xml version="1.0"?>\n' + outside + svg(b"&x;"),
        lambda: b'<?xml version="1.0"?>\n' + entity + b"]>" + svg(b"<text>&j;</text>"),
        lambda: svg(nested),
        lambda: svg(uses + b'<use xlink:href="#a9"/>'),
        lambda: svg(b"", b'width="1000000000" height="1000000000"'),
        lambda: svg(b"", b'width="6000" height="6000"'),
        lambda: b"\0" * 60_000_000,
        lambda: b"II*\0" + b"\x08\0\0\0" + b"\xff" * 100_000,
        lambda: b"%PDF-1.4\n" + b"1 0 obj<<>>endobj " * 1000,
        lambda: b"",
    )


def _gzipped(data: bytes) -> bytes:
    from tests.fuzz.packing import packed

    return packed(data)
