"""Pictures from files, the clipboard or a drop: anything that Qt reads, as ink."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.colour import grey_from_colour
from lenet_gui.core.photo.contrast import THRESHOLD
from lenet_gui.core.photo.picture import Picture, picture_from_grey
from lenet_gui.errors import PictureError
from lenet_gui.media.jpeg import is_cut_short, is_read_row_by_row
from lenet_gui.media.unreadable import unreadable

FILE_LIMIT = 64 * 2**20
"""Bytes above which a file is refused unread."""
PIXEL_LIMIT = 24_000_000
"""Pixels above which a picture is refused unpacked; a small file can claim billions."""
JPEG_LIMIT = 110_000_000
"""Pixels of a JPEG that is made smaller row by row as it is read; phones take up to 108 million."""
MEMORY_LIMIT = PIXEL_LIMIT * 4 // 2**20 + 1
"""Qt's limit, in megabytes, for a picture that turns out larger than its header claims."""
DEEP = {
    *(QImage.Format.Format_RGBX64, QImage.Format.Format_RGBA64),
    *(QImage.Format.Format_RGBA64_Premultiplied, QImage.Format.Format_RGBX16FPx4),
    *(QImage.Format.Format_RGBA16FPx4, QImage.Format.Format_RGBX32FPx4),
    *(QImage.Format.Format_RGBA32FPx4, QImage.Format.Format_RGBA32FPx4_Premultiplied),
}
"""Formats whose pixels take more than 32 bits in memory; Qt may report none for damaged files."""
JPEG = ("jpeg", "jpg")
KINDS = {
    *("avif", "bmp", "cur", "gif", "heic", "heif", "icns", "ico", "jp2", "jpeg", "jpg", "jxl"),
    *("pbm", "pgm", "png", "ppm", "tga", "tif", "tiff", "wbmp", "webp", "xbm", "xpm"),
}
"""Kinds that hold nothing but pixels. An SVG or a PDF can include other files, and Qt plugins of
some systems start programs for other kinds."""
LONGEST_SIDE = 1536
"""Pixels to which a larger picture is shrunk as it is read: plenty for a digit, and quick. With
more pixels, reading a JSON export might take more memory than is allowed."""


def read_picture(
    data: bytes, name: str, threshold: float | None = None, part: Box | None = None
) -> Picture:
    """Read the picture in a file's bytes, or a part of it, as ink.

    `threshold` separates ink from paper, 0 … 1; the default is core.photo.contrast.THRESHOLD.
    Raises PictureError as `read_image` does, and if the picture ends before the part does.
    """
    image, scale = _read(data, name)
    if part is not None:
        left, top = int(part.left / scale), int(part.top / scale)
        right, bottom = (max(1, round(end / scale)) for end in (part.right, part.bottom))
        if right > image.width() or bottom > image.height():
            raise PictureError(
                "{0} ends before that part: it has {1}×{2} pixels.",
                name,
                round(image.width() * scale),
                round(image.height() * scale),
            )
        image = image.copy(left, top, max(1, right - left), max(1, bottom - top))
    return replace(picture_from_image(image, threshold), scale=scale)


def read_image(data: bytes, name: str) -> QImage:
    """Read the image in a file's bytes; `name` names the file in messages.

    Raises PictureError if the bytes are not a picture, are damaged, or hold too large a one.
    """
    return _read(data, name)[0]


def _read(data: bytes, name: str) -> tuple[QImage, float]:
    """Return the image, and how many pixels of the file lie along one of its own."""
    if not data:
        raise PictureError("{0} is empty.", name)
    if len(data) > FILE_LIMIT:
        raise PictureError("{0} is too large: more than {1} MB.", name, FILE_LIMIT // 2**20)
    if is_cut_short(data):  # Qt silently fills what is missing with grey
        raise PictureError("{0} is a damaged picture: a part of it is missing at the end.", name)
    with _reader(data) as reader:
        if not reader.canRead():
            raise unreadable(data, name) or PictureError("{0} is not a supported picture.", name)
        kind = reader.format().toStdString()
        if kind not in KINDS:
            raise PictureError(
                "{0} can't be opened: {1} files can include other files. Save it as a PNG instead.",
                name,
                kind.upper(),
            )
        size = reader.size()
        is_light = kind in JPEG and is_read_row_by_row(data)
        most = JPEG_LIMIT if is_light else _most_pixels(reader)
        if size.isValid() and size.width() * size.height() > most:
            raise PictureError(
                "{0} is too large: {1}×{2} pixels, where {3} million can be read.",
                name,
                f"{size.width():,}",
                f"{size.height():,}",
                most // 1_000_000,
            )
        if max(size.width(), size.height()) > LONGEST_SIDE:
            reader.setScaledSize(_shrunk(size))
        image = reader.read()
        if image.isNull():
            raise PictureError("{0} is a damaged picture: {1}.", name, reader.errorString())
    longest = max(size.width(), size.height(), image.width(), image.height())
    if max(image.width(), image.height()) > LONGEST_SIDE:  # a damaged one claims another size
        image = image.scaled(_shrunk(image.size()))
    return image, longest / max(image.width(), image.height())


def _shrunk(size: QSize) -> QSize:
    """Return the size that a larger picture is shrunk to; a thin one's shorter side is a pixel."""
    longest = QSize(LONGEST_SIDE, LONGEST_SIDE)
    return size.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def is_picture(data: bytes) -> bool:
    """Return whether a file's bytes begin like a picture that can be read here."""
    with _reader(data) as reader:
        return reader.canRead()


def _most_pixels(reader: QImageReader) -> int:
    """Return how many pixels may be read: a third if each takes more than 32 bits."""
    return PIXEL_LIMIT // 3 if reader.imageFormat() in DEEP else PIXEL_LIMIT


@contextmanager
def _reader(data: bytes) -> Iterator[QImageReader]:
    """Open a file's bytes for Qt to read, turned upright if a photograph has an orientation."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MEMORY_LIMIT)
    try:
        yield reader
    finally:
        # WORKAROUND: Qt's TIFF reader uses its device once more when it is destroyed, and crashes
        # if Python has destroyed the device first. So the reader is released here.
        reader.setDevice(None)  # type: ignore[arg-type]


def picture_from_image(image: QImage, threshold: float | None = None) -> Picture:
    """Find the ink of an image; a transparent one lies on paper that shows its ink."""
    return picture_from_grey(grey_of_image(image), THRESHOLD if threshold is None else threshold)


def grey_of_image(image: QImage) -> NDArray[np.uint8]:
    """Return an image's grey values, uint8 (rows, columns), with its ink standing out.

    A transparent image lies on white paper. If nothing is visible on it, as with white ink, it lies
    on black.
    """
    grey = _grey(image, Qt.GlobalColor.white)
    if image.hasAlphaChannel() and not picture_from_grey(grey).ink.any():
        return _grey(image, Qt.GlobalColor.black)
    return grey


def _grey(image: QImage, paper: Qt.GlobalColor) -> NDArray[np.uint8]:
    """Return grey values, uint8 (rows, columns), over `paper`."""
    if image.hasAlphaChannel():
        flat = QImage(image.size(), QImage.Format.Format_RGB32)
        flat.fill(paper)
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        image = flat
    if image.isGrayscale():
        return _pixels(image, QImage.Format.Format_Grayscale8, 1)[:, :, 0].copy()
    return grey_from_colour(_pixels(image, QImage.Format.Format_RGBX8888, 4)[:, :, :3])


def _pixels(image: QImage, kind: QImage.Format, channels: int) -> NDArray[np.uint8]:
    """Return an image's pixels, uint8 (rows, columns, channels), as a copy."""
    image = image.convertToFormat(kind)
    # Qt rounds each row up to a multiple of four bytes.
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    used = rows[:, : image.width() * channels].copy()
    return used.reshape(image.height(), image.width(), channels)
