"""The canvas: takes what mouse, pen and finger do, and shows the ink at once."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.drawing import CANVAS_SIZE, width_factor
from lenet_gui.ui.editor import CELL, DrawingEditor, Point
from lenet_gui.ui.ink import ink_painter, paint_drawing, paint_picture, round_pen
from lenet_gui.ui.painting import scaled_font
from lenet_gui.ui.shown import Shown
from lenet_gui.ui.theme import LIGHT, UNIT, Theme

CORNER = UNIT


class Canvas(QWidget):
    """A square of paper. Finished ink is kept as a pixmap; a growing stroke is painted onto it."""

    def __init__(
        self, editor: DrawingEditor, shown: Shown | None = None, parent: QWidget | None = None
    ) -> None:
        """Make a canvas to edit on; without `shown` it shows nothing but what is edited."""
        super().__init__(parent)
        self._editor = editor
        self._shown = shown or Shown(editor, self)
        self._theme = LIGHT
        self._ink = QPixmap()
        self._outline: QRectF | None = None
        self._finger: int | None = None
        self._shows_focus = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(
            self.tr("Draw a digit here with the mouse, a pen or a finger")
        )
        self._shown.changed.connect(self._redraw)
        editor.stroke_extended.connect(self._add_ink)
        editor.gesture_begun.connect(self.update)  # the invitation goes with the first ink

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self._redraw()

    def show_outline(self, outline: QRectF | None) -> None:
        """Outline what a unit sees of the ink, in drawing units."""
        if outline != self._outline:
            self._update_around(self._outline)
            self._outline = outline
            self._update_around(outline)

    def _update_around(self, outline: QRectF | None) -> None:
        """Repaint where an outline is or was; its inside is left alone."""
        if outline is None:
            return
        rect = QRectF(outline.topLeft() * self._scale, outline.size() * self._scale)
        outer, inner = rect.adjusted(-3, -3, 3, 3), rect.adjusted(3, 3, -3, -3)
        self.update(QRegion(outer.toAlignedRect()) - QRegion(inner.toRect()))

    def sizeHint(self) -> QSize:
        """Return the size in a window of the usual size."""
        return QSize(420, 420)

    # -- what the hand does ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._editor.begin(self._to_drawing(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw; Qt sends moves outside the canvas too while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._editor.extend(self._to_drawing(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen, where it was moved to last."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._editor.extend(self._to_drawing(event.position()))
            self._editor.finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen; accepting the event keeps Qt from making a mouse of it."""
        point = self._to_drawing(event.position())
        presses = event.pointingDevice().hasCapability(QInputDevice.Capability.Pressure)
        pressure = event.pressure() if presses else None
        if event.type() == QEvent.Type.TabletPress:
            self._editor.begin(point, pressure)
        elif event.type() == QEvent.Type.TabletMove and event.buttons():
            self._editor.extend(point, pressure)
        elif event.type() == QEvent.Type.TabletRelease:
            # A pen that lifts presses no more: where it was last says how wide the line ends.
            self._editor.finish()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Draw with the first finger that touches; others are ignored until it lifts."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self._editor.finish()
            return
        for touch in event.points():
            point = self._to_drawing(touch.position())
            if touch.state() == touch.State.Pressed and self._finger is None:
                self._finger = touch.id()
                self._editor.begin(point)
            elif touch.id() == self._finger:
                self._editor.extend(point)
                if touch.state() == touch.State.Released:
                    self._finger = None
                    self._editor.finish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a focus ring to those who came by keyboard; a hand that draws needs none."""
        self._shows_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        self._shows_focus = False
        super().focusOutEvent(event)

    # -- what the eye sees ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the ink, and an invitation while there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.fillPath(sheet, QColor(self._theme.paper))
        painter.save()
        painter.setClipPath(sheet)
        painter.drawPixmap(0, 0, self._ink)
        if self._outline is not None:
            self._paint_outline(painter, self._outline)
        painter.restore()
        if self._editor.is_empty:
            self._paint_invitation(painter)
        border = self._theme.accent if self._shows_focus else self._theme.line
        painter.setPen(QPen(QColor(border), self._theme.ring if self._shows_focus else 1))
        painter.drawPath(sheet)

    def _paint_outline(self, painter: QPainter, outline: QRectF) -> None:
        """Paint a dashed frame that can be seen on ink and on paper."""
        rect = QRectF(outline.topLeft() * self._scale, outline.size() * self._scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.paper), 4))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QPen(QColor(self._theme.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect, 3, 3)

    def _paint_invitation(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(scaled_font(self.font(), 1.6))
        sheet = QRectF(self.rect()).adjusted(2 * UNIT, 0, -2 * UNIT, 0)
        height = painter.fontMetrics().height()
        title = QRectF(sheet.left(), sheet.center().y() - height, sheet.width(), height)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self.tr("Draw a digit"))
        painter.setFont(self.font())
        below = QRectF(sheet)
        below.setTop(title.bottom() + UNIT // 2)
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
            self.tr("0 to 9, any size, anywhere; with mouse, pen or finger"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ink anew at the new size."""
        self._redraw()

    def _redraw(self) -> None:
        """Paint all strokes onto a fresh pixmap."""
        ratio = self.devicePixelRatioF()
        if self._ink.size() != self.size() * ratio or self._ink.devicePixelRatio() != ratio:
            self._ink = QPixmap(self.size() * ratio)
            self._ink.setDevicePixelRatio(ratio)
        self._ink.fill(Qt.GlobalColor.transparent)
        if not self._ink.isNull():
            painter = ink_painter(self._ink, self._scale)
            picture = self._shown.picture
            if picture is not None:
                paint_picture(painter, picture, self._theme)
            else:
                paint_drawing(painter, self._shown.drawing, self._theme.ink)
            painter.end()
        self.update()

    def _add_ink(self, x1: float, y1: float, x2: float, y2: float, pressure: float) -> None:
        """Paint one more piece of the stroke under the pen: the cost does not grow with it."""
        width = self._editor.pen_width * CELL * float(width_factor(np.array(pressure)))
        start, end = QPointF(x1, y1), QPointF(x2, y2)
        painter = ink_painter(self._ink, self._scale)
        painter.setPen(round_pen(self._theme.ink, width))
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)
        painter.end()
        piece = QRectF(start, end).normalized().adjusted(-width, -width, width, width)
        touched = QRectF(piece.topLeft() * self._scale, piece.size() * self._scale)
        self.update(touched.toAlignedRect().adjusted(-2, -2, 2, 2))

    @property
    def _scale(self) -> float:
        """Logical pixels in one drawing unit."""
        return min(self.width(), self.height()) / CANVAS_SIZE

    def _to_drawing(self, position: QPointF) -> Point:
        return position.x() / self._scale, position.y() / self._scale
