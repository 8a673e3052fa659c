"""A picture with a frame around the part to read; mouse and keys move and resize the frame.

Quiet boxes show the digits that were found; a click on one chooses it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
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
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from lenet_gui.core.photo.box import Box
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import hairline
from lenet_gui.ui.kit.theme import UNIT

HANDLE = UNIT
"""Side of a handle, in logical pixels."""
REACH = 1.5 * UNIT
"""Distance within which the mouse grabs a side or corner, in logical pixels."""
SMALLEST = 8
"""Shortest side of the frame, in pixels of the picture."""
GAP = 3
"""Between a digit and its box, in logical pixels."""
RADIUS = 4
"""Of a digit's box, in logical pixels."""
STEPS = 50
"""Steps of the arrow keys along the picture's longer side."""
DIM = 0.5
"""Opacity of the shade outside the frame."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Sides = tuple[int, int]
"""The side that is grabbed across and down: -1 the first, 1 the last, 0 none."""
CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, 0): Qt.CursorShape.SizeAllCursor,
}


class CropView(QWidget):
    """Shows an image and a frame in it."""

    changed = Signal()
    """The frame was moved or resized."""
    clicked = Signal(int, int)
    """A click outside the frame, or on a digit within: the column and row of the picture."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._box = Box(0, 0, image.width(), image.height())
        self._held: Sides | None = None
        self._held_at, self._held_box = QPointF(), self._box
        self._digits: list[Box] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(30 * UNIT, 30 * UNIT)
        self.setAccessibleName(self.tr("Part to read"))
        self._describe()

    @property
    def box(self) -> Box:
        """The frame, in the picture's pixels."""
        return self._box

    def show_digits(self, digits: Sequence[Box]) -> None:
        """Show boxes around digits, in the picture's pixels."""
        self._digits = list(digits)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which a picture can be cropped."""
        return QSize(64 * UNIT, 56 * UNIT)

    def set_box(self, box: Box) -> None:
        """Move the frame to a box, kept within the picture."""
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
        """Return the picture's place, as large as it fits."""
        size = QSize(self._image.size()).scaled(
            self.size() - QSize(HANDLE, HANDLE), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(QRect(0, 0, max(1, size.width()), max(1, size.height())))
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def frame_on_screen(self) -> QRectF:
        """Return the frame's place in the widget, in logical pixels."""
        return self._on_screen(self._box)

    def _on_screen(self, box: Box) -> QRectF:
        place = self._place()
        scale = place.width() / self._image.width()
        corner = place.topLeft() + QPointF(box.left, box.top) * scale
        width, height = (box.right - box.left) * scale, (box.bottom - box.top) * scale
        return QRectF(corner.x(), corner.y(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, dimmed outside the frame, and the frame with its handles."""
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
        self._paint_digits(painter)
        accent = QColor(current_theme().accent)
        painter.setPen(QPen(accent, current_theme().ring))
        painter.drawRect(frame)
        # Handles are filled while the arrow keys move the frame, and hollow otherwise.
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

    def _paint_digits(self, painter: QPainter) -> None:
        """Paint the boxes around digits, each a line with another beside it: seen on any paper."""
        for box in self._digits:
            around = self._on_screen(box).adjusted(-GAP, -GAP, GAP, GAP)
            halo = QColor(current_theme().surface)
            halo.setAlphaF(DIM)
            for line, width in ((halo, 3.0), (QColor(current_theme().muted), 1.0)):
                painter.setPen(QPen(line, width))
                painter.drawRoundedRect(around, RADIUS, RADIUS)

    def _picture_at(self, at: QPointF) -> tuple[int, int]:
        """Return the column and row of the picture at a place in the widget."""
        place = self._place()
        found = (at - place.topLeft()) * (self._image.width() / place.width())
        return int(found.x()), int(found.y())

    def _is_on_digit(self, at: QPointF) -> bool:
        return any(self._on_screen(box).contains(at) for box in self._digits)

    def _sides_at(self, at: QPointF) -> Sides | None:
        """Return the sides that the mouse would grab; None outside the frame."""
        frame = self.frame_on_screen()
        if not frame.adjusted(-REACH, -REACH, REACH, REACH).contains(at):
            return None
        # Even a small frame keeps a middle to grab.
        across, down = min(REACH, frame.width() / 4), min(REACH, frame.height() / 4)
        return (
            (at.x() > frame.right() - across) - (at.x() < frame.left() + across),
            (at.y() > frame.bottom() - down) - (at.y() < frame.top() + down),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the frame, or emit a click outside it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._held = self._sides_at(event.position())
        self._held_at, self._held_box = event.position(), self._box
        place = self._place()
        if self._held is None and place.contains(event.position()):
            self.clicked.emit(*self._picture_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or resize the frame, if it is grabbed."""
        if self._held is None:
            sides = self._sides_at(event.position())
            if sides in (None, (0, 0)) and self._is_on_digit(event.position()):
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.setCursor(Qt.CursorShape.ArrowCursor if sides is None else _cursor(sides))
            return
        moved = (event.position() - self._held_at) * (self._image.width() / self._place().width())
        self._drag(self._held_box, self._held, round(moved.x()), round(moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a digit in the frame that was clicked, and not dragged, is chosen."""
        moved = (event.position() - self._held_at).manhattanLength()
        is_click = moved < QApplication.startDragDistance() and self._box == self._held_box
        if self._held == (0, 0) and is_click and self._is_on_digit(event.position()):
            self.clicked.emit(*self._picture_at(event.position()))
        self._held = None

    def _drag(self, box: Box, sides: Sides, x: int, y: int) -> None:
        """Move the given sides of a box; with none given, move the whole box."""
        left, right = _moved(box.left, box.right, sides[0], x, sides == (0, 0), self._image.width())
        top, bottom = _moved(
            box.top, box.bottom, sides[1], y, sides == (0, 0), self._image.height()
        )
        self.set_box(Box(left, top, right, bottom))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame with the arrow keys; with Shift, its right and lower side."""
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
    """Return both ends of a box in one direction, after a drag by so many pixels."""
    if moves:
        by = min(max(by, -first), length - last)
        return first + by, last + by
    if side < 0:
        return min(first + by, last - SMALLEST), last
    if side > 0:
        return first, max(last + by, first + SMALLEST)
    return first, last
