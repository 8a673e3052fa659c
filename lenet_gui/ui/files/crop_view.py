"""A picture with the part of it that is read framed, to be moved and resized by mouse and keys."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.framing.raster import Image
from lenet_gui.core.photo.picture import Box
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import colour_image, hairline
from lenet_gui.ui.kit.theme import UNIT

HANDLE = UNIT
"""Side of a handle, in logical pixels."""
REACH = 1.5 * UNIT
"""How near to a side or corner the mouse takes hold of it, in logical pixels."""
SMALLEST = 8
"""Pixels of the picture that a side of the frame has at least."""
STEPS = 50
"""Steps of the arrow keys along the picture's longer side."""
DIM = 0.5
"""How much of what is outside the frame is covered."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Sides = tuple[int, int]
"""Which side is held across and down: -1 the first, 1 the last, 0 none."""
CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, 0): Qt.CursorShape.SizeAllCursor,
}


class CropView(QWidget):
    """Shows an image, and a frame in it. What a click outside the frame meets is told."""

    changed = Signal()
    clicked = Signal(int, int)
    """A click outside the frame: the column and row of the picture."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._box = Box(0, 0, image.width(), image.height())
        self._held: Sides | None = None
        self._held_at, self._held_box = QPointF(), self._box
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(30 * UNIT, 30 * UNIT)
        self.setAccessibleName(self.tr("The part that is read"))
        self._describe()

    @property
    def box(self) -> Box:
        """The part that is framed, in the picture's pixels."""
        return self._box

    def sizeHint(self) -> QSize:
        """Return room for a picture."""
        return QSize(64 * UNIT, 56 * UNIT)

    def set_box(self, box: Box) -> None:
        """Frame a part; it is kept within the picture."""
        width, height = self._image.width(), self._image.height()
        least_width, least_height = min(SMALLEST, width), min(SMALLEST, height)
        left = min(max(box.left, 0), width - least_width)
        top = min(max(box.top, 0), height - least_height)
        right = min(max(box.right, left + least_width), width)
        bottom = min(max(box.bottom, top + least_height), height)
        box = Box(left, top, right, bottom)
        if box != self._box:
            self._box = box
            self._describe()
            self.update()
            self.changed.emit()

    def _describe(self) -> None:
        """Tell a screen reader where the frame is."""
        box = self._box
        told = self.tr("{0}×{1} pixels, {2} from the left and {3} from the top").format(
            box.right - box.left, box.bottom - box.top, box.left, box.top
        )
        self.setAccessibleDescription(told)

    def _place(self) -> QRectF:
        """Return where the picture is painted, as large as it goes."""
        size = QSize(self._image.size()).scaled(
            self.size() - QSize(HANDLE, HANDLE), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(QRect(0, 0, max(1, size.width()), max(1, size.height())))
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def frame_on_screen(self) -> QRectF:
        """Return where the frame is painted, in logical pixels of the widget."""
        place, box = self._place(), self._box
        scale = place.width() / self._image.width()
        corner = place.topLeft() + QPointF(box.left, box.top) * scale
        width, height = (box.right - box.left) * scale, (box.bottom - box.top) * scale
        return QRectF(corner.x(), corner.y(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, dim what is not read, and frame what is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, frame = self._place(), self.frame_on_screen()
        painter.drawImage(place, self._image)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(place)
        inside.addRect(frame)
        shade = QColor(current_theme().window)
        shade.setAlphaF(DIM)
        painter.fillPath(outside - inside, shade)
        painter.setPen(hairline(current_theme().line))
        painter.drawRect(place)
        accent = QColor(current_theme().accent)
        painter.setPen(QPen(accent, current_theme().ring))
        painter.drawRect(frame)
        # Handles are full while the keys move the frame, and hollow otherwise.
        surface = QColor(current_theme().surface)
        fill, line = (accent, surface) if self.hasFocus() else (surface, accent)
        painter.setPen(hairline(line.name()))
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                if (across, down) != (0, 0):
                    handle = QRectF(0, 0, HANDLE, HANDLE)
                    middle = frame.center()
                    handle.moveCenter(
                        middle + QPointF(across * frame.width() / 2, down * frame.height() / 2)
                    )
                    painter.fillRect(handle, fill)
                    painter.drawRect(handle)

    def _sides_at(self, at: QPointF) -> Sides | None:
        """Return what the mouse would take hold of; None outside the frame."""
        frame = self.frame_on_screen()
        if not frame.adjusted(-REACH, -REACH, REACH, REACH).contains(at):
            return None
        # A small frame keeps a middle to be moved by.
        across, down = min(REACH, frame.width() / 4), min(REACH, frame.height() / 4)
        return (
            (at.x() > frame.right() - across) - (at.x() < frame.left() + across),
            (at.y() > frame.bottom() - down) - (at.y() < frame.top() + down),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or tell what is clicked outside it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._held = self._sides_at(event.position())
        self._held_at, self._held_box = event.position(), self._box
        place = self._place()
        if self._held is None and place.contains(event.position()):
            at = (event.position() - place.topLeft()) * (self._image.width() / place.width())
            self.clicked.emit(int(at.x()), int(at.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or resize what is held."""
        if self._held is None:
            sides = self._sides_at(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if sides is None else _cursor(sides))
            return
        moved = (event.position() - self._held_at) * (self._image.width() / self._place().width())
        self._drag(self._held_box, self._held, round(moved.x()), round(moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def _drag(self, box: Box, sides: Sides, x: int, y: int) -> None:
        """Move a box's sides, or with none the box, which stays as large as it is."""
        left, right = _moved(box.left, box.right, sides[0], x, sides == (0, 0), self._image.width())
        top, bottom = _moved(
            box.top, box.bottom, sides[1], y, sides == (0, 0), self._image.height()
        )
        self.set_box(Box(left, top, right, bottom))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame by the arrow keys; with Shift they move its right and lower side."""
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is None:
            super().keyPressEvent(event)
            return
        step = max(1, max(self._image.width(), self._image.height()) // STEPS)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1
        x, y = arrow[0] * step, arrow[1] * step
        resizes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sides = (abs(arrow[0]), abs(arrow[1])) if resizes else (0, 0)
        self._drag(self._box, sides, x, y)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no longer."""
        self.update()


def _cursor(sides: Sides) -> Qt.CursorShape:
    across, down = sides
    return CURSORS.get((across, down)) or CURSORS[(-across, -down)]


def _moved(first: int, last: int, side: int, by: int, moves: bool, length: int) -> tuple[int, int]:
    """Return the ends of one side of a box when what is held has moved by so many pixels."""
    if moves:
        by = min(max(by, -first), length - last)
        return first + by, last + by
    if side < 0:
        return min(first + by, last - SMALLEST), last
    if side > 0:
        return first, max(last + by, first + SMALLEST)
    return first, last


class InkTile(QWidget):
    """Ink on paper, as large as it goes in a square of so many logical pixels."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._is_smooth = False
        self._image = colour_image(np.zeros((1, 1), np.float32), current_theme().ink_ramp, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def show_ink(self, ink: Image, smooth: bool = False) -> None:
        """Show ink, float32 (rows, columns) from 0 to 1; `smooth` for what is no pixel picture."""
        self._image = colour_image(ink, current_theme().ink_ramp, 0, 1)
        self._is_smooth = smooth
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the ink on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        size = QSizeF(self._image.size()).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self._image)
        painter.setPen(hairline(current_theme().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
