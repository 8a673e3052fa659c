"""The canvas: passes mouse, pen, touch and keys to the tools and shows ink at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.strokes.drawing import Drawing, width_factor
from lenet_gui.ui.canvas.ink_cache import Sheet
from lenet_gui.ui.canvas.number_boxes import NumberBoxes
from lenet_gui.ui.canvas.overlays import (
    Footprint,
    around,
    paint_invitation,
    paint_marked_stroke,
    paint_outline,
)
from lenet_gui.ui.canvas.pointing import Pointing
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.change import Change, Ink
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import CELL, Area, Point
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT

if TYPE_CHECKING:
    from lenet_gui.core.numbers.number import NumberReading

CORNER = UNIT
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Keys pressed with these belong to the window."""


class Canvas(QWidget):
    """The paper, square or wide. Finished ink is cached; growing strokes are added to it."""

    menu_wanted = Signal(QPoint)
    """The context menu should open at this place on the screen."""
    reshaped = Signal()
    """The page is wider or narrower than before."""
    digit_viewed = Signal(int)
    """The user wants this digit of the number in view, counted from 0."""

    def __init__(
        self,
        editor: DrawingEditor,
        tools: Toolbox,
        displayed: Displayed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a canvas to edit on; without `displayed` it shows only what is edited."""
        super().__init__(parent)
        self._editor = editor
        self._tools = tools
        self._displayed = displayed or Displayed(editor, self)
        self._sheet = Sheet()
        self._outline: QRectF | None = None
        self._marked: Drawing | None = None
        self._number: tuple[NumberReading | None, int | None] = None, None
        self._boxes = NumberBoxes()
        self._footprint = Footprint(self)
        self._pointing = Pointing(tools, self._footprint, self._to_drawing, self._tapped)
        self._shows_focus = False
        self._aspect = self.aspect
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._displayed.changed.connect(self._follow)
        tools.changed.connect(self._follow_tool)
        tools.width_changed.connect(self._footprint.hide)
        tools.keyboard.changed.connect(self.update)
        self._footprint.moved.connect(self._update_area)
        self._pointing.cursor_changed.connect(self._show_cursor)
        self._pointing.menu_wanted.connect(self._ask_for_menu)
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(
            self.tr("Draw a digit here with the mouse, a pen or a finger")
        )

    def _restyle(self) -> None:
        """Paint the ink in the theme's colours."""
        self._redraw()

    def show_outline(self, outline: QRectF | None) -> None:
        """Outline the part of the ink that a unit sees, in drawing units."""
        if outline != self._outline:
            for one in (self._outline, outline):
                if one is not None:
                    self.update(around(self._on_screen(one)))
            self._outline = outline

    def show_number(self, number: "NumberReading | None", in_view: int | None) -> None:
        """Show boxes around the digits of a number, with the digit in view marked."""
        self._number = number, in_view
        pen = 0.0 if self._editor.picture else self._editor.pen_width * CELL
        self.update(self._boxes.show(number, in_view, self._scale, pen))

    def _tapped(self, point: Point) -> Callable[[], None] | None:
        """Return what a tap on a point, in drawing units, does, if it hits a digit's box."""
        place = self._boxes.at(QPointF(*point) * self._scale)
        return None if place is None else partial(self.digit_viewed.emit, place)

    def mark_stroke(self, stroke: Drawing | None) -> None:
        """Mark a stroke, a drawing of its own in the same place; None marks none."""
        if stroke is not self._marked:
            self._marked = stroke
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size that fits a window of usual size."""
        return QSize(420, 420)

    # -- what the hand does ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._pointing.press_mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue it, or hover."""
        self._pointing.move_mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._pointing.release_mouse(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Use a pen; accepting the event keeps Qt from turning it into mouse events."""
        self._pointing.tablet(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu by its key; the right button may begin to erase, so it waits."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and not self._pointing.is_down:
            self._ask_for_menu_by_key()
        event.accept()

    def cancel(self) -> bool:
        """Cancel the gesture in progress; return whether there was one."""
        return self._pointing.cancel()

    def _ask_for_menu_by_key(self) -> None:
        """Ask for the menu at the cursor of drawing by keys, which begins in the middle."""
        self._ask_for_menu(QPointF(*self._tools.keyboard.point) * self._scale)

    def _ask_for_menu(self, position: QPointF) -> None:
        self._footprint.hide()
        self._tools.keyboard.lift()  # nothing can be undone in the middle of a stroke
        self.menu_wanted.emit(self.mapToGlobal(position.toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop hovering."""
        self._pointing.leave()

    def event(self, event: QEvent) -> bool:
        """Handle touches, keys that the tool claims before the window, and screen changes."""
        if isinstance(event, QTouchEvent):
            self._pointing.touch(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._command(event) is not None:
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass a key to the tool."""
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
        else:
            command()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Make one step of what a held key did."""
        if not event.isAutoRepeat():
            self._tools.current.keys_released()
        super().keyReleaseEvent(event)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here, or None; during a gesture no key does anything."""
        if event.modifiers() & COMMANDS or self._pointing.is_down:
            return None
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_F10 and has_shift:  # some platforms leave it to the program
            return self._ask_for_menu_by_key
        tool = self._tools.current
        if self._tools.keyboard.is_on:
            return self._tools.keyboard.command(event.key(), has_shift, tool)
        return tool.command(event.key(), has_shift)

    def _follow_tool(self) -> None:
        """Replace the last tool's marks by those of the tool in use."""
        self._footprint.hide()
        self._show_cursor(Qt.CursorShape.CrossCursor)
        self.update()

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        if shape != self.cursor().shape():
            self.setCursor(shape)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a focus ring when focus arrives by keyboard; drawing by hand needs none."""
        self._shows_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the focus ring and let go of held keys."""
        self._shows_focus = False
        self._tools.current.keys_released()
        super().focusOutEvent(event)

    # -- what the eye sees ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the ink, or an invitation while there is none."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._within_edges.contains(event.rect()) and not self._editor.is_empty:
            # One more pixel on each side: the edge may fall within a device pixel.
            painter.fillRect(event.rect().adjusted(-1, -1, 1, 1), QColor(theme.paper))
            self._paint_contents(painter, event.region())
            return
        sheet = QPainterPath()
        sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.fillPath(sheet, QColor(theme.paper))
        painter.save()
        painter.setClipPath(sheet)
        self._paint_contents(painter, event.region())
        painter.restore()
        if self._editor.is_empty:
            paint_invitation(painter, QRectF(self.rect()), self.font(), theme)
        border = theme.accent if self._shows_focus else theme.line
        painter.setPen(QPen(QColor(border), theme.ring if self._shows_focus else 1))
        painter.drawPath(sheet)

    @property
    def _within_edges(self) -> QRect:
        """The area without border and round corners: clipping to other than rectangles is slow."""
        edge = round(CORNER)
        return self.rect().adjusted(edge, edge, -edge, -edge)

    def _paint_contents(self, painter: QPainter, region: QRegion) -> None:
        """Paint the ink, the outlined part of it, and the tools' marks."""
        self._sheet.paint(painter, region)
        if self._outline is not None:
            paint_outline(painter, self._on_screen(self._outline), region, current_theme())
        if self._marked is not None:
            painter.save()
            painter.scale(self._scale, self._scale)
            paint_marked_stroke(painter, self._marked, current_theme(), 1 / self._scale)
            painter.restore()
        self._boxes.paint(painter, region, self.font(), current_theme())
        self._paint_tools(painter)

    def _paint_tools(self, painter: QPainter) -> None:
        """Paint the tools' marks, in drawing units."""
        tools, pixel = self._tools, 1 / self._scale
        circle = self._footprint.circle
        if circle is None and not tools.keyboard.is_on and not tools.current.is_painted:
            return  # the usual case while drawing
        painter.save()
        painter.scale(self._scale, self._scale)
        tools.current.paint(painter, current_theme(), pixel)
        if tools.keyboard.is_on:
            tools.keyboard.paint(painter, current_theme(), pixel, tools.current.width * CELL)
        self._footprint.paint(painter, current_theme(), pixel)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Repaint the ink at the new size."""
        self._redraw()
        self.show_number(*self._number)

    def _follow(self, change: Change) -> None:
        """Paint the added ink, the part that changed, or everything."""
        if self.aspect != self._aspect:
            self._aspect = self.aspect
            self.reshaped.emit()
        if change.ink is not None:
            self._add_ink(change.ink)
            if change.begins:
                self.update()  # the invitation disappears with the first ink
        elif change.area is None or self._editor.is_empty or self._tools.current.is_painted:
            self._redraw()
        else:
            self._redraw_in(change.area)

    def _redraw_in(self, area: Area) -> None:
        """Repaint the ink in one area, in drawing units."""
        rect = QRectF(QPointF(*area[:2]), QPointF(*area[2:]))
        self._sheet.lay_in(self._displayed.source, rect, self._scale, current_theme())
        self._update_area(rect)

    def _redraw(self) -> None:
        """Repaint all ink."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        self._sheet.lay(self._displayed.source, size, ratio, self._scale, current_theme())
        self.update()

    def _add_ink(self, ink: Ink) -> None:
        """Paint one more piece of a growing stroke, at a cost independent of its length."""
        width = self._editor.pen_width * CELL * float(width_factor(np.array(ink.pressure)))
        start, end = QPointF(*ink.start), QPointF(*ink.end)
        self._sheet.add(start, end, width, self._scale, current_theme())
        self._update_area(QRectF(start, end).normalized().adjusted(-width, -width, width, width))

    def _update_area(self, area: QRectF) -> None:
        """Schedule a repaint of one area, in drawing units."""
        self.update(self._on_screen(area).toAlignedRect().adjusted(-2, -2, 2, 2))

    @property
    def aspect(self) -> float:
        """The page's width, as a multiple of its height."""
        width, height = self._editor.size
        return width / height

    @property
    def _scale(self) -> float:
        """Logical pixels in one drawing unit."""
        width, height = self._editor.size
        return min(self.width() / width, self.height() / height)

    def _on_screen(self, area: QRectF) -> QRectF:
        """Convert an area from drawing units to logical pixels."""
        return QRectF(area.topLeft() * self._scale, area.size() * self._scale)

    def _to_drawing(self, position: QPointF) -> Point:
        return position.x() / self._scale, position.y() / self._scale
