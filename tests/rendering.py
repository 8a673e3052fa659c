"""A sheet of paper with a digit's strokes on it, as pixels: what every photograph begins with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

Points = NDArray[np.float64]
Pixels = NDArray[np.float64]
"""Red, green and blue, (rows, columns, 3), from 0 to 255."""


@dataclass
class Scene:
    """The scene: a sheet of paper, the digit's box on it, and a pen."""

    width: int
    height: int
    box: tuple[float, float, float]
    """Left, top and longer side, in pixels."""
    pen: float
    paper: Pixels
    """One colour, (3,)."""
    ink: Pixels
    """One colour, (3,)."""
    light_on_dark: bool


def drawn(strokes: Sequence[Points], scene: Scene) -> Pixels:
    """Return the scene with the strokes on its paper."""
    image = ground(scene)
    draw(image, strokes, scene)
    return pixels_of(image)


def ground(scene: Scene) -> QImage:
    """Return the scene's paper."""
    image = QImage(scene.width, scene.height, QImage.Format.Format_RGB32)
    image.fill(colour_of(scene.paper))
    return image


def painter_on(image: QImage) -> QPainter:
    """Return a painter whose edges are smooth."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw(
    image: QImage, strokes: Sequence[Points], scene: Scene, transform: QTransform | None = None
) -> None:
    """Draw strokes, in any unit, in the scene's box."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    left, top, longer = scene.box
    scale = longer / max(float((points.max(axis=0) - low).max()), 1e-9)
    painter = painter_on(image)
    if transform is not None:
        painter.setTransform(transform)
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(colour_of(scene.ink), scene.pen, *round_pen))
    for stroke in strokes:
        places = [QPointF(x, y) for x, y in (stroke - low) * scale + (left, top)]
        path = QPainterPath(places[0])
        for place in places[1:] or [places[0] + QPointF(0.01, 0)]:
            path.lineTo(place)
        painter.drawPath(path)
    painter.end()


def pixels_of(image: QImage) -> Pixels:
    """Return an image's red, green and blue."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    values = np.frombuffer(image.constBits(), np.uint8)
    return values.reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.float64)


def colour_of(colour: Pixels) -> QColor:
    """Return red, green and blue, (3,), as a colour."""
    return QColor(*(int(value) for value in np.clip(np.rint(colour), 0, 255)))
