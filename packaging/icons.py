"""Make the program's icon in all sizes and formats: `python packaging/icons.py`.

It shows a 3 on paper, a pen's line at the top that turns into pixels at the bottom, in the window's
colours for negative and positive values. Needs PySide6; writes assets/icons.
"""

import math
import os
import struct
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 256)
ICNS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""Apple's names of the sizes that may be PNG."""

SIDE = 128.0
"""The side of the square drawing, in its own unit."""
PEN = 15.0
PAPER, EDGE, BLUE, ORANGE = "#fbfbf8", "#d5d5ce", "#1f6db4", "#c4560c"
TURN = 0.47
"""Share of the digit's length at which the line turns into pixels."""
FEW, MANY = 8, 12
"""Cells per side, in small and in large icons."""
FAINTEST, CONTRAST = 0.2, 1.4
SMALL = 32
"""Icons up to this many pixels have fewer cells, and no edge around the paper."""

Point = tuple[float, float]
CURVES: tuple[tuple[Point, Point, Point, Point], ...] = (
    ((37, 38), (44, 22), (86, 16), (87, 39)),
    ((87, 39), (88, 56), (70, 61), (53, 61)),
    ((53, 61), (78, 60), (95, 70), (93, 86)),
    ((93, 86), (90, 111), (48, 113), (34, 95)),
)
"""The digit as Bézier curves."""


def line() -> list[Point]:
    """Return the points on the pen's line."""
    points = []
    for a, b, c, d in CURVES:
        for step in range(40):
            t = step / 40
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return [*points, CURVES[-1][-1]]


def cells(points: list[Point], count: int) -> Iterator[tuple[int, int, float]]:
    """Yield column, row and ink, from 0 to 1, of the cells with ink of a line."""
    size = SIDE / count
    for row in range(count):
        for column in range(count):
            centre = ((column + 0.5) * size, (row + 0.5) * size)
            ink = PEN / size / 2 + 0.5 - min(math.dist(centre, p) for p in points) / size
            if ink > FAINTEST:
                yield column, row, min(CONTRAST * ink, 1.0)


def svg(small: bool = False) -> str:
    """Return the icon as SVG."""
    points = line()
    turn = round(TURN * len(points))
    count = FEW if small else MANY
    size = SIDE / count
    gap = 0.0 if small else 1.0
    edge = "" if small else f' stroke="{EDGE}" stroke-width="2"'
    squares = "\n".join(
        f'  <rect x="{column * size + gap / 2:.2f}" y="{row * size + gap / 2:.2f}"'
        f' width="{size - gap:.2f}" height="{size - gap:.2f}" fill-opacity="{ink:.2f}"/>'
        for column, row, ink in cells(points[turn:], count)
    )
    stroke = " ".join(f"{x:.1f},{y:.1f}" for x, y in points[: turn + 1])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE:.0f} {SIDE:.0f}">\n'
        f'<rect x="5" y="5" width="118" height="118" rx="24" fill="{PAPER}"{edge}/>\n'
        f'<g fill="{ORANGE}">\n{squares}\n</g>\n'
        f'<polyline points="{stroke}" fill="none" stroke="{BLUE}" stroke-width="{PEN:.0f}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>\n</svg>\n'
    )


def png(size: int) -> bytes:
    """Return the icon as a PNG file, `size` pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg(small=size <= SMALL).encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(images: dict[int, bytes]) -> bytes:
    """Return a Windows icon from PNG files by size: a directory, then the files."""
    offset = 6 + 16 * len(images)
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    for size, data in images.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
        body += data
    return head + body


def icns(images: dict[bytes, bytes]) -> bytes:
    """Return an Apple icon from PNG files by type: each after its type and length."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in images.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write all icons."""
    application = QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "lenet-gui.svg").write_text(svg(), encoding="ascii")
    for size in SIZES:
        (FOLDER / f"lenet-gui-{size}.png").write_bytes(png(size))
    (FOLDER / "lenet-gui.ico").write_bytes(ico({size: png(size) for size in ICO}))
    (FOLDER / "lenet-gui.icns").write_bytes(icns({kind: png(size) for kind, size in ICNS.items()}))
    del application


if __name__ == "__main__":
    main()
