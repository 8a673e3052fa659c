"""What lies around a digit in a picture: nothing at all, the desk, a form's lines, axes, a window.

Also the pictures that hold little of a digit: pale strokes, and small scans. Each function adds one
condition to those of `tests/photographs.py`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tests.rendering import (
    Pixels,
    Points,
    Scene,
    colour_of,
    draw,
    drawn,
    ground,
    painter_on,
    pixels_of,
)

SIDES = ("left", "top", "right", "bottom")


def flush(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """The picture is cut flush to the ink, from a few pixels to a phone's; half light on dark."""
    longer = float(np.exp(random.uniform(np.log(16), np.log(800))))
    _repaper(scene, bool(random.random() < 0.5))
    scene.pen = max(1.5, random.uniform(0.06, 0.16) * longer)
    points = np.concatenate(strokes)
    extent = points.max(axis=0) - points.min(axis=0)
    extent = extent * (longer - scene.pen) / max(float(extent.max()), 1e-9)
    scene.box = (scene.pen / 2, scene.pen / 2, longer - scene.pen)
    scene.width, scene.height = (max(3, int(np.ceil(side + scene.pen))) for side in extent)
    return drawn(strokes, scene)


def desk(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A page on a desk, or a board in its frame: it shows at one to four sides, with a finger."""
    image = ground(scene)
    draw(image, strokes, scene)
    painter = painter_on(image)
    painter.setPen(Qt.PenStyle.NoPen)
    # The desk is darker than the ink or about as dark; a board's frame is light.
    shade = scene.ink * random.uniform(0.4, 1.6) + random.uniform(-12, 12, 3)
    painter.setBrush(colour_of(np.clip(shade, 0, 255)))
    left, top, longer = scene.box
    room = {
        "left": left,
        "top": top,
        "right": scene.width - left - longer,
        "bottom": scene.height - top - longer,
    }
    for side in random.permutation(SIDES)[: random.integers(1, 5)]:
        free = room[side] - scene.pen
        first, last = random.uniform(0.05, 0.7, 2) * free
        painter.drawPolygon(_strip(side, max(1.0, first), max(1.0, last), scene))
    if random.random() < 0.4:  # a finger that holds the page
        painter.setBrush(QColor(*(int(v) for v in random.uniform((150, 90, 60), (225, 170, 140)))))
        side = max(room, key=lambda name: room[name])
        reach, thick = 0.5 * room[side], random.uniform(0.08, 0.2) * min(scene.width, scene.height)
        along = random.uniform(0.15, 0.85)
        middle = {
            "left": QPointF(0, along * scene.height),
            "right": QPointF(scene.width, along * scene.height),
            "top": QPointF(along * scene.width, 0),
            "bottom": QPointF(along * scene.width, scene.height),
        }[side]
        across = side in ("left", "right")
        painter.drawEllipse(middle, reach if across else thick, thick if across else reach)
    painter.end()
    return pixels_of(image)


def cells(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A cell cut out of a form: its lines at one to four sides, full and partial."""
    side = int(random.integers(28, 300))
    _repaper(scene, False)
    scene.width, scene.height = side, int(side * random.uniform(0.9, 1.3))
    longer = random.uniform(0.4, 0.7) * side
    scene.pen = max(1.3, random.uniform(0.06, 0.12) * longer)
    line = max(1.0, random.uniform(0.01, 0.05) * side)
    gaps = {name: random.uniform(0, 0.08) * side for name in SIDES}
    low = [gaps[name] + line + scene.pen / 2 + 0.02 * side + 1 for name in ("left", "top")]
    high = [
        length - gaps[name] - line - longer - scene.pen / 2 - 0.02 * side - 1
        for length, name in ((scene.width, "right"), (scene.height, "bottom"))
    ]
    corner = [
        random.uniform(first, max(first, last)) for first, last in zip(low, high, strict=True)
    ]
    scene.box = (corner[0], corner[1], longer)
    image = ground(scene)
    draw(image, strokes, scene)
    painter = painter_on(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(np.clip(scene.ink * random.uniform(0.5, 1.5), 0, 255)))
    for name in random.permutation(SIDES)[: random.integers(1, 5)]:
        across = name in ("top", "bottom")
        length = scene.width if across else scene.height
        start, end = (0.0, 1.0) if random.random() < 0.6 else (0.0, random.uniform(0.2, 0.9))
        if random.random() < 0.5:
            start, end = 1 - end, 1 - start
        place = gaps[name]
        if name in ("right", "bottom"):
            place = (scene.height if across else scene.width) - place - line
        first, long = start * length, (end - start) * length
        painter.drawRect(
            QRectF(first, place, long, line) if across else QRectF(place, first, line, long)
        )
    painter.end()
    return pixels_of(image)


def pale(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A pencil pressed unevenly: along the stroke its ink fades to a third, on pale ink."""
    paper = pixels_of(ground(scene))
    inked = drawn(strokes, scene)
    across, down = np.meshgrid(
        np.arange(scene.width) / scene.width, np.arange(scene.height) / scene.height
    )
    waves = np.zeros(across.shape)
    for _ in range(3):
        angle, count = random.uniform(0, 2 * np.pi), random.uniform(2, 6)
        way = across * np.cos(angle) + down * np.sin(angle)
        waves += np.sin(2 * np.pi * (count * way + random.random()))
    least, most = random.uniform(0.3, 0.5), random.uniform(0.35, 1)
    pressed = most * (least + (1 - least) * np.clip(waves / 3 + 0.5, 0, 1))
    return paper + (inked - paper) * pressed[:, :, None]


def small(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A small scan of pencil, 20 to 48 pixels a side; in half of them there is a speck beside."""
    scale = 8
    side = int(random.integers(20, 49))
    _repaper(scene, False)
    scene.ink = scene.paper + random.uniform(0.3, 0.8) * (scene.ink - scene.paper)
    scene.width = scene.height = side * scale
    longer = random.uniform(max(0.3, 9 / side), 0.65) * side * scale
    scene.pen = max(1.1 * scale, random.uniform(0.08, 0.14) * longer)
    room = (side * scale - longer) / 2 - scene.pen
    middle = (side * scale - longer) / 2
    scene.box = (*(middle + random.uniform(-room, room, 2) * 0.7), longer)
    image = ground(scene)
    draw(image, strokes, scene)
    if random.random() < 0.5:
        left, top, _ = scene.box
        spot = scene.pen * random.uniform(0.6, 1.2)
        painter = painter_on(image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(scene.ink))
        right = left < side * scale - left - longer
        x = (left + longer + side * scale) / 2 if right else left / 2
        painter.drawEllipse(QPointF(x, random.uniform(top, top + longer)), spot / 2, spot / 2)
        painter.end()
    fine = pixels_of(image)
    return fine.reshape(side, scale, side, scale, 3).mean(axis=(1, 3))


def figures(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A figure with axes, ticks and numbers round a digit, or the window of a drawing program."""
    scene.paper, scene.ink = np.full(3, 255.0), np.full(3, float(random.integers(0, 110)))
    side = 0.62 * min(scene.width, scene.height)
    left, top = (scene.width - side) / 2, (scene.height - side) / 2
    longer = side * random.uniform(0.5, 0.75)
    scene.pen = random.uniform(0.06, 0.14) * longer
    free = side - longer - 2 * scene.pen
    scene.box = (
        left + scene.pen + free * random.uniform(0.2, 0.8),
        top + scene.pen + free * random.uniform(0.2, 0.8),
        longer,
    )
    image = ground(scene)
    painter = painter_on(image)
    line = max(1.0, 0.003 * scene.height)
    if random.random() < 0.6:
        painter.setPen(QPen(QColor("black"), line))
        painter.drawRect(QRectF(left, top, side, side))
        for tick in np.linspace(0.05, 0.95, 6):
            x, y, long = left + tick * side, top + tick * side, 0.02 * side
            painter.drawLine(QPointF(x, top + side), QPointF(x, top + side + long))
            painter.drawLine(QPointF(left - long, y), QPointF(left, y))
            _number(painter, x, top + side + 3 * long, 1.4 * long)
            _number(painter, left - 3 * long, y, 1.4 * long)
    else:
        painter.fillRect(image.rect(), QColor("#d6d6d6"))
        painter.fillRect(QRectF(0, 0, scene.width, 0.08 * scene.height), QColor("#3c4048"))
        painter.fillRect(QRectF(left, top, side, side), QColor("white"))
    painter.end()
    draw(image, strokes, scene)
    return pixels_of(image)


def _repaper(scene: Scene, light_on_dark: bool) -> None:
    """Exchange ink and paper unless they already are that way round."""
    if scene.light_on_dark != light_on_dark:
        scene.paper, scene.ink = scene.ink, scene.paper
        scene.light_on_dark = light_on_dark


def _strip(side: str, first: float, last: float, scene: Scene) -> QPolygonF:
    """Return the strip along a side, so many pixels deep at its two ends."""
    width, height = scene.width, scene.height
    corners = {
        "left": ((0, 0), (first, 0), (last, height), (0, height)),
        "right": ((width, 0), (width - first, 0), (width - last, height), (width, height)),
        "top": ((0, 0), (0, first), (width, last), (width, 0)),
        "bottom": ((0, height), (0, height - first), (width, height - last), (width, height)),
    }[side]
    return QPolygonF([QPointF(x, y) for x, y in corners])


def _number(painter: QPainter, x: float, y: float, size: float) -> None:
    """Draw something as large as a number, without a font."""
    painter.drawEllipse(QPointF(x, y), size / 3, size / 2)
    painter.drawLine(QPointF(x + size / 2, y - size / 2), QPointF(x + size / 2, y + size / 2))
