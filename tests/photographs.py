"""Photographs of digits on paper, rendered from strokes in a camera's typical conditions.

Every photograph is 200 to 800 pixels a side, its digit 30 to 80 % of the shorter side, anywhere on
the paper, drawn with a pen of 4 to 14 % of the digit; every fourth is light on dark. All have
slight lens blur and sensor noise; each condition adds to that. What lies around the digit, from the
desk to the axes of a figure, is drawn in `tests/surroundings.py`.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QPen, QPolygonF, QTransform

from tests import surroundings
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

QUICK = 80
"""For a PNG, quality only sets the compression; the pixels stay the same."""


def photograph(strokes: Sequence[Points], condition: str, seed: int, digits: int = 1) -> bytes:
    """Return a photograph of a digit's strokes, as PNG or, in that condition, as JPEG.

    They may be those of a number of so many digits: then the pen is as much finer.
    """
    random = np.random.default_rng((seed, list(CONDITIONS).index(condition)))
    scene = _scene(random)
    scene.pen = max(2.0, scene.pen / digits)
    pixels = CONDITIONS[condition](strokes, scene, random)
    if condition == "figures":  # by a program, without a lens
        return encoded(pixels, "PNG", QUICK)
    pixels = blurred(pixels, random.uniform(0.3, 0.8))
    pixels = pixels + random.normal(0, random.uniform(1, 3), (*pixels.shape[:2], 1))
    if condition == "jpeg":
        return encoded(pixels, "JPEG", int(random.integers(5, 26)))
    return encoded(pixels, "PNG", QUICK)


def _scene(random: Generator) -> Scene:
    width, height = (int(side) for side in random.integers(200, 801, 2))
    longer = random.uniform(0.3, 0.8) * min(width, height)
    pen = max(2.0, random.uniform(0.04, 0.14) * longer)
    room = 0.02 * min(width, height) + pen / 2
    box = (
        random.uniform(room, width - longer - room),
        random.uniform(room, height - longer - room),
        longer,
    )
    dark = random.uniform(15, 80) + random.uniform(-10, 10, 3)
    light = random.uniform(190, 250) + random.uniform(-12, 5, 3)
    light_on_dark = bool(random.random() < 0.25)
    paper, ink = (dark, light) if light_on_dark else (light, dark)
    return Scene(width, height, box, pen, paper, ink, light_on_dark)


def _plain(strokes: Sequence[Points], scene: Scene, _: Generator) -> Pixels:
    return drawn(strokes, scene)


def _shading(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A lamp at one side, and the soft shadow of a hand or a phone across the paper."""
    across, down = _grid(scene)
    light = np.ones(across.shape)
    angle, low = random.uniform(0, 2 * np.pi), random.uniform(0.35, 0.65)
    ramp = (across - 0.5) * np.cos(angle) + (down - 0.5) * np.sin(angle)
    light *= low + (1 - low) * np.clip(ramp / 1.2 + 0.5, 0, 1)
    if random.random() < 0.6:
        angle, soft = random.uniform(0, 2 * np.pi), random.uniform(0.03, 0.15)
        edge = (across - 0.5) * np.cos(angle) + (down - 0.5) * np.sin(angle)
        edge += 0.05 * np.sin(7 * (across + down)) + random.uniform(-0.3, 0.3)
        deep = random.uniform(0.55, 0.85)
        light *= deep + (1 - deep) / (1 + np.exp(-np.clip(edge / (soft / 4), -50, 50)))
    return drawn(strokes, scene) * light[:, :, None]


def _blur(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A lens out of focus, by up to more than half a pen."""
    return blurred(drawn(strokes, scene), random.uniform(0.2, 0.6) * scene.pen)


def _noise(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """A dark room: strong noise on every pixel and colour, and some dead and hot pixels."""
    pixels = drawn(strokes, scene)
    pixels = pixels + random.normal(0, random.uniform(12, 40), pixels.shape)
    chance = random.random(pixels.shape[:2])
    share = random.uniform(0, 0.01)
    pixels[chance < share] = 0
    pixels[chance > 1 - share] = 255
    return pixels


def _ruled(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """Ruled or, for a third, squared paper, with lines of 25 to 75 % of the ink's contrast."""
    sheet = ground(scene)
    share = random.uniform(0.25, 0.75)
    colour = scene.paper + share * (scene.ink - scene.paper)
    colour = np.clip(colour + random.uniform(-30, 30, 3), 0, 255)
    spacing = random.uniform(0.15, 0.5) * scene.box[2]
    thickness = random.uniform(0.08, 0.4) * scene.pen
    far = scene.width + scene.height
    painter = painter_on(sheet)
    painter.translate(scene.width / 2, scene.height / 2)
    painter.rotate(random.uniform(-3, 3))
    painter.setPen(QPen(colour_of(colour), max(1.0, thickness)))
    offset = random.uniform(0, spacing)
    for step in range(int(-far / spacing), int(far / spacing) + 1):
        place = step * spacing + offset
        painter.drawLine(QPointF(-far, place), QPointF(far, place))
    if random.random() < 1 / 3:
        for step in range(int(-far / spacing), int(far / spacing) + 1):
            place = step * spacing + offset
            painter.drawLine(QPointF(place, -far), QPointF(place, far))
    painter.end()
    draw(sheet, strokes, scene)
    return pixels_of(sheet)


def _tilt(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """Paper rotated by up to 20 degrees, and seen at an angle."""
    width, height = scene.width, scene.height
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
    turn = np.radians(random.uniform(-20, 20))
    middle = np.array([width, height]) / 2
    matrix = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    shrink = random.uniform(0.7, 0.85)
    seen = (corners - middle) @ matrix * shrink + middle
    seen += random.uniform(-0.08, 0.08, (4, 2)) * min(width, height)
    transform = QTransform()
    done = QTransform.quadToQuad(_polygon(corners), _polygon(seen), transform)
    assert done
    image = ground(scene)
    draw(image, strokes, scene, transform)
    return pixels_of(image)


def _coloured(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """Ink of any hue on white or tinted paper, or chalk of any hue on a dark board."""
    hue = float(random.random())
    tint = float(random.random())
    if scene.light_on_dark:
        scene.ink = _rgb(hue, random.uniform(0.3, 0.8), random.uniform(0.75, 1))
        scene.paper = _rgb(tint, random.uniform(0, 0.5), random.uniform(0.1, 0.3))
    else:
        scene.ink = _rgb(hue, random.uniform(0.7, 1), random.uniform(0.45, 0.95))
        scene.paper = _rgb(tint, random.uniform(0, 0.15), random.uniform(0.8, 1))
    return drawn(strokes, scene)


def _jpeg(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """No change here; the encoder compresses at a quality of 5 to 25 of 100."""
    return drawn(strokes, scene)


def _light_on_dark(strokes: Sequence[Points], scene: Scene, random: Generator) -> Pixels:
    """Chalk on an unevenly lit board."""
    if not scene.light_on_dark:
        scene.paper, scene.ink = scene.ink, scene.paper
        scene.light_on_dark = True
    return _shading(strokes, scene, random)


Condition = Callable[[Sequence[Points], Scene, Generator], Pixels]
CONDITIONS: dict[str, Condition] = {
    "plain": _plain,
    "shading": _shading,
    "blur": _blur,
    "noise": _noise,
    "ruled": _ruled,
    "tilt": _tilt,
    "coloured": _coloured,
    "jpeg": _jpeg,
    "light on dark": _light_on_dark,
    "flush": surroundings.flush,
    "desk": surroundings.desk,
    "cells": surroundings.cells,
    "pale": surroundings.pale,
    "small": surroundings.small,
    "figures": surroundings.figures,
}


def blurred(pixels: Pixels, deviation: float) -> Pixels:
    """Blur by a Gaussian, with its sigma in pixels; repeat the edges."""
    reach = max(1, int(np.ceil(3 * deviation)))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / deviation) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        width = [(reach, reach) if a == axis else (0, 0) for a in range(3)]
        padded = np.pad(pixels, width, mode="edge")
        rows = np.moveaxis(padded, axis, 0)
        length = pixels.shape[axis]
        total, part = kernel[0] * rows[:length], np.empty_like(rows[:length])
        for place, weight in enumerate(kernel[1:], start=1):
            total += np.multiply(rows[place : place + length], weight, out=part)
        pixels = np.moveaxis(total, 0, axis)
    return pixels


def encoded(pixels: Pixels, kind: str, quality: int = -1) -> bytes:
    """Return the pixels as the bytes of a file."""
    values = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    rows, columns = values.shape[:2]
    image = QImage(values.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)
    return bytes(buffer.data().data())


def _grid(scene: Scene) -> tuple[Pixels, Pixels]:
    """Return each pixel's place, from 0 to 1 across and down."""
    across = np.arange(scene.width) / scene.width
    down = np.arange(scene.height) / scene.height
    return np.broadcast_to(across, (scene.height, scene.width)), np.broadcast_to(
        down[:, None], (scene.height, scene.width)
    )


def _rgb(hue: float, saturation: float, value: float) -> Pixels:
    colour = QColor.fromHsvF(hue, float(saturation), float(value))
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)


def _polygon(corners: Points) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
