"""The pictures of a slid network's layers: maps, folded units, probabilities and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.core.numbers.displacement import Displacement
from lenet_gui.core.numbers.sliding import CONFIDENT, SlidReading
from lenet_gui.ui.kit.painting import colour_image, hairline, label, paint_centred, scaled_font
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps.displacement_layout import FOLD, FOLDED, MAPS, StripsLayout

SMALL = 0.85
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, eq=False)
class Slid:
    """A line of a number over which the network was slid, with both readings of it.

    `cut` are the digits that cutting reads, "?" for what is none, each with its left and right edge
    in the strip's cells. `threshold` is the least evidence trusted, if there is one.
    """

    displacement: Displacement
    reading: SlidReading
    cut: Sequence[tuple[str, float, float]]
    threshold: float | None

    def values(self, name: str, map_: int = 0) -> Array:
        """Return a layer's values as they are painted, float32 (rows, columns).

        Of C1 to S4 that is one map. The units of C5 and F6 are folded: FOLD beside each other.
        """
        if name == "input":
            return self.displacement.strip.image
        found: Array = self.displacement.activations.layers[name]
        if name in MAPS:
            shown: Array = found[0, map_]
        elif name in FOLDED:
            units = found[0, :, 0].reshape(FOLDED[name], FOLD, -1)
            shown = units.transpose(0, 2, 1).reshape(FOLDED[name], -1)
        else:
            shown = found[0, :, 0]
        return shown


def pictures(
    slid: Slid, maps: Mapping[str, int], names: Sequence[str], theme: Theme
) -> dict[str, QImage]:
    """Return the layers' pictures, a pixel for each value; `maps` is each layer's map."""
    found = {}
    for name in names:
        values = slid.values(name, maps.get(name, 0))
        is_signed = name in MAPS or name in FOLDED
        ramp = theme.signed_ramp if is_signed else theme.ink_ramp
        found[name] = colour_image(values, ramp, -1.0 if is_signed else 0.0, 1.0)
    return found


def paint_pictures(
    painter: QPainter, layout: StripsLayout, images: Mapping[str, QImage], theme: Theme
) -> None:
    """Paint the layers, each with a thin outline."""
    for name, image in images.items():
        place = layout.places[name]
        painter.drawImage(place, image)
        painter.setPen(hairline(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def paint_evidence(painter: QPainter, layout: StripsLayout, slid: Slid, theme: Theme) -> None:
    """Paint a bar for each column's evidence; those that are trusted reach a dashed line."""
    place = layout.places["evidence"]
    scale = place.height() / CONFIDENT
    painter.setPen(Qt.PenStyle.NoPen)
    for column, found in enumerate(slid.displacement.evidence.tolist()):
        bar = layout.of_column("evidence", column).adjusted(0.5, 0, -0.5, 0)
        bar.setTop(place.bottom() - min(found, CONFIDENT) * scale)
        is_trusted = slid.threshold is None or found >= slid.threshold
        painter.fillRect(bar, QColor(theme.muted if is_trusted else theme.track))
    painter.setPen(hairline(theme.line))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if slid.threshold is not None:
        y = place.bottom() - slid.threshold * scale
        pen = QPen(QColor(theme.text), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))


def paint_way(painter: QPainter, layout: StripsLayout, reading: SlidReading, theme: Theme) -> None:
    """Outline the columns of each digit that is read, and join them by a line."""
    boxes = [
        layout.cell(run.first, run.digit).united(layout.cell(run.stop - 1, run.digit))
        for run in reading.runs
    ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.surface, 4.0), (theme.accent, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        for one, other in pairwise(boxes):
            painter.drawLine(
                QPointF(one.right(), one.center().y()), QPointF(other.left(), other.center().y())
            )
        for box in boxes:
            painter.drawRoundedRect(box, 2, 2)


def paint_readings(
    painter: QPainter, layout: StripsLayout, slid: Slid, font: QFont, theme: Theme
) -> None:
    """Paint each digit below its columns, as it is read by sliding and by cutting."""
    bold = scaled_font(font, 1, bold=True)
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    name = bold.toString()
    middle = layout.places["sliding"].center().y()
    for run in slid.reading.runs:
        box = layout.cell(run.first, 0).united(layout.cell(run.stop - 1, 0))
        paint_centred(painter, box.center().x(), middle, label(str(run.digit), name))
    middle = layout.places["cutting"].center().y()
    for text, left, right in slid.cut:
        paint_centred(painter, layout.x((left + right) / 2), middle, label(text, name))


def paint_cut(painter: QPainter, layout: StripsLayout, slid: Slid, theme: Theme) -> None:
    """Mark from where to where each digit was cut, at the foot of the strip."""
    place = layout.places["input"]
    painter.setPen(Qt.PenStyle.NoPen)
    for _, left, right in slid.cut:
        first, last = layout.x(left), layout.x(right)
        painter.fillRect(QRectF(first, place.bottom() - 3, last - first, 3), QColor(theme.accent))


def paint_column(painter: QPainter, layout: StripsLayout, column: int, theme: Theme) -> None:
    """Frame a column's window, and what belongs to it in each layer."""
    frames = [
        layout.of_column(name, column).adjusted(-0.5, -0.5, 0.5, 0.5)
        for name in layout.places
        if name not in ("sliding", "cutting")
    ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(theme.window), 4.0), QPen(QColor(theme.text), 1.6)):
        painter.setPen(pen)
        painter.drawRects(frames)


def paint_names(
    painter: QPainter, layout: StripsLayout, names: Mapping[str, Sequence[str]], font: QFont,
    theme: Theme,
) -> None:  # fmt: skip
    """Paint each part's name on its left, with a second line where there is room, and digits."""
    small = scaled_font(font, SMALL)
    for name, words in names.items():
        place = layout.places[name]
        room = QRectF(0, place.top(), layout.left - 8, place.height())
        if name == "output":
            _paint_digits(painter, layout, small, theme)
            room.setRight(room.right() - 14)
        painter.setFont(font if name in MAPS or name in FOLDED or len(words) > 1 else small)
        lines = [one for one in words if one]
        height = painter.fontMetrics().height()
        if len(lines) * height > place.height():
            lines = lines[:1]
        top = room.center().y() - len(lines) * height / 2
        for number, text in enumerate(lines):
            painter.setFont(font if number == 0 else small)
            painter.setPen(QColor(theme.text if number == 0 else theme.muted))
            line = QRectF(0, top + number * height, room.width(), height)
            painter.drawText(line, RIGHT | Qt.TextFlag.TextDontClip, text)


def _paint_digits(painter: QPainter, layout: StripsLayout, font: QFont, theme: Theme) -> None:
    """Number the output's rows."""
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    for digit in range(CLASSES):
        row = layout.cell(0, digit)
        area = QRectF(layout.places["output"].left() - 14, row.top(), 10, row.height())
        painter.drawText(area, RIGHT | Qt.TextFlag.TextDontClip, str(digit))


def cells_of(
    digits: Sequence[tuple[str, tuple[float, float, float, float]]], slid: Displacement
) -> list[tuple[str, float, float]]:
    """Return cut digits with their left and right edges in the strip's cells."""
    found = []
    for text, (left, top, right, bottom) in digits:
        ends = slid.strip.fit.apply(np.array(((left, top), (right, bottom))))
        found.append((text, float(ends[0, 0]), float(ends[1, 0])))
    return found
