"""Quiet boxes around the digits of a number on the canvas, each with the digit that was read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRegion

from lenet_gui.core.photo.picture import Picture
from lenet_gui.ui.document.page import picture_place
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading

MARGIN = 6
"""Between ink and box, in logical pixels."""


class NumberBoxes:
    """The boxes, in logical pixels, and which one is of the digit in view."""

    def __init__(self) -> None:
        self._boxes: list[tuple[QRectF, str]] = []
        self._in_view: int | None = None

    def show(
        self, number: "NumberReading | None", in_view: int | None, scale: float, pen: float
    ) -> QRegion:
        """Show the boxes of a number at a scale, in logical pixels per drawing unit.

        `pen` is the pen's diameter in drawing units. Return the region that looks different now.
        """
        boxes = []
        for digit in () if number is None else number.digits:
            assert number is not None
            left, top, right, bottom = digit.box
            more = pen / 2 * scale
            if isinstance(number.source, Picture):
                x, y, unit = picture_place(number.source)
                left, right = (x + side * unit for side in (left, right))
                top, bottom = (y + side * unit for side in (top, bottom))
                more = 0.0
            corners = QPointF(left, top) * scale, QPointF(right, bottom) * scale
            more += MARGIN
            boxes.append((QRectF(*corners).adjusted(-more, -more, more, more), digit.text))
        if (boxes, in_view) == (self._boxes, self._in_view):
            return QRegion()
        changed = QRegion()
        for index in range(max(len(boxes), len(self._boxes))):
            old, new = _look(self._boxes, self._in_view, index), _look(boxes, in_view, index)
            if old != new:
                changed += _region(old[0]) if old else QRegion()
                changed += _region(new[0]) if new else QRegion()
        self._boxes, self._in_view = boxes, in_view
        return changed

    def at(self, position: QPointF) -> int | None:
        """Return the digit whose box has its label at a position; or None.

        The boxes' lines are no target: points are drawn there.
        """
        for index, (box, _) in enumerate(self._boxes):
            if _label_place(box).contains(position):
                return index
        return None

    def paint(self, painter: QPainter, region: QRegion, font: QFont, theme: Theme) -> None:
        """Paint the boxes in a region, in logical pixels."""
        for index, (box, text) in enumerate(self._boxes):
            if not region.intersects(_region(box)):
                continue
            is_in_view = index == self._in_view
            colour = QColor(theme.accent if is_in_view else theme.line)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2 if is_in_view else 1))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(scaled_font(font, 1, bold=is_in_view))
            painter.setPen(QColor(theme.accent if is_in_view else theme.muted))
            painter.drawText(_label_place(box), Qt.AlignmentFlag.AlignCenter, text)


def _look(
    boxes: list[tuple[QRectF, str]], in_view: int | None, index: int
) -> tuple[QRectF, str, bool] | None:
    """Return all that a box's look depends on; None if there is no such box."""
    return (*boxes[index], index == in_view) if index < len(boxes) else None


def _label_place(box: QRectF) -> QRectF:
    """Return the place of a box's label: above its left end, or inside it at the upper edge."""
    side = 2.5 * UNIT
    top = box.top() - side
    return QRectF(box.left(), top if top > 0 else box.top(), side, side)


def _region(box: QRectF) -> QRegion:
    """Return the region of a box's line and label, without its inside."""
    outer, inner = box.adjusted(-2, -2, 2, 2), box.adjusted(2, 2, -2, -2)
    line = QRegion(outer.toAlignedRect()) - QRegion(inner.toRect())
    return line + _label_place(box).toAlignedRect().adjusted(-1, -1, 1, 1)
