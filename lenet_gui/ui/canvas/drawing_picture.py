"""The drawing, and the network's input, as images for export and the clipboard."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE
from lenet_gui.figure.drawing_svg import INK, drawing_facts
from lenet_gui.media.figure_image import FACTS
from lenet_gui.ui.canvas.ink_cache import paint_drawing

SCALE = 2
"""Pixels to a drawing unit."""


def source_image(source: Source) -> QImage:
    """Return a drawing as on its canvas, or a picture's ink pixel by pixel, black on white."""
    if isinstance(source, Picture):
        return grey_image(1 - source.ink)
    width, height = (round(SCALE * side) for side in source.canvas or (CANVAS_SIZE, CANVAS_SIZE))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    paint_drawing(painter, source, INK)
    painter.end()
    image.setText(FACTS, drawing_facts(source))
    return image


def grey_image(values: NDArray[np.float32]) -> QImage:
    """Return values from 0, black, to 1, white, float32 (rows, columns), one pixel each."""
    grey = np.ascontiguousarray(np.rint(255 * values), np.uint8)
    rows, columns = grey.shape
    image = QImage(grey.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
    return image.copy()  # a copy, since the bytes above are freed when this returns


def png(image: QImage) -> bytes:
    """Return an image as a PNG file's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
