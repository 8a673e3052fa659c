"""Turns mouse, pen and touch events into one tool's gestures, one device at a time."""

from collections.abc import Callable
from enum import Enum, auto
from math import dist
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

from lenet_gui.ui.canvas.overlays import Footprint
from lenet_gui.ui.canvas.tools.tool import REACH, Contact, Tool
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.page import CELL, Point
from lenet_gui.ui.kit.application import Application

FINGER_REACH = 2 * REACH
MOVED = CELL / 8
"""Drawing units that a press moves before it is no tap any more."""


class Source(Enum):
    """The device that points."""

    MOUSE = auto()
    PEN = auto()
    FINGER = auto()


class Still(NamedTuple):
    """A right button or a finger that was pressed and has not moved since."""

    source: Source
    position: QPointF
    contact: Contact


class Tap(NamedTuple):
    """A press on something that a tap acts on, and where it has moved since: hardly anywhere."""

    source: Source
    tool: Tool
    contacts: list[Contact]
    act: Callable[[], None]


class Pointing(QObject):
    """Turns events into gestures of tools."""

    cursor_changed = Signal(Qt.CursorShape)
    """The pointer should have this shape."""
    menu_wanted = Signal(QPointF)
    """The context menu should open at this position on the canvas."""

    def __init__(
        self,
        tools: Toolbox,
        footprint: Footprint,
        to_drawing: Callable[[QPointF], Point],
        tapped: Callable[[Point], Callable[[], None] | None] = lambda _: None,
    ) -> None:
        """Take a `to_drawing` that converts a position on the canvas to drawing units.

        `tapped` returns what a tap on a point does, or None if it makes a dot as usual. A press
        there that moves on is a gesture like any other.
        """
        super().__init__(tools)
        self._tools = tools
        self._footprint = footprint
        self._to_drawing = to_drawing
        self._tapped = tapped
        self._tap: Tap | None = None
        self._held: Tool | None = None
        self._source = Source.MOUSE
        self._button = Qt.MouseButton.NoButton
        self._finger: int | None = None
        self._still: Still | None = None
        """The right button or finger that may ask for the menu, until it moves."""
        self._hold = QTimer(self, singleShot=True)
        self._hold.timeout.connect(self._end_hold)
        self._palms = PalmGuard()
        application = QApplication.instance()
        if isinstance(application, Application):
            application.pen_came_near.connect(self._pen_came_near)
            application.pen_left.connect(self._pen_left)

    @property
    def is_down(self) -> bool:
        """Whether a gesture is in progress."""
        return self._held is not None or self._tap is not None

    # -- mouse ----------------------------------------------------------------------------------

    def press_mouse(self, event: QMouseEvent) -> None:
        """Begin a gesture; dragging with the right button erases, whatever the tool."""
        if not (self.is_down and self._source is Source.MOUSE):
            self._button = event.button()
            self._press_button(Source.MOUSE, event, self._contact(event))

    def move_mouse(self, event: QMouseEvent) -> None:
        """Continue it; while a button is held, Qt reports moves outside the canvas too."""
        if not event.buttons():
            self._still = self._tap = None
            if self._held is not None and self._source is Source.MOUSE:
                self._release(Source.MOUSE, None)  # the release happened out of our sight
        self._leave_still(Source.MOUSE, event.position())
        self._move(Source.MOUSE, self._tools.current, self._contact(event))

    def release_mouse(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == self._button:
            self._button = Qt.MouseButton.NoButton
            contact = self._contact(event)
            self._end_click(event.position())
            self._release(Source.MOUSE, contact)
            self._move(Source.MOUSE, self._tools.current, contact)

    # -- pen ------------------------------------------------------------------------------------

    def tablet(self, event: QTabletEvent) -> None:
        """Use a tool with the pen's pressure; its other end erases, and so does its button."""
        self._palms.note_pen(event.timestamp())
        self._drop_finger()
        device = event.pointingDevice()
        presses = device.hasCapability(QInputDevice.Capability.Pressure)
        pressure = event.pressure() if presses else None
        contact = self._contact(event, pressure)
        is_eraser = device.pointerType() == QPointingDevice.PointerType.Eraser
        tool: Tool = self._tools.eraser if is_eraser else self._tools.current
        if event.type() == QEvent.Type.TabletPress and is_eraser:
            self._press(Source.PEN, tool, contact)
        elif event.type() == QEvent.Type.TabletPress:
            self._press_button(Source.PEN, event, contact)
        elif event.type() == QEvent.Type.TabletMove:
            self._leave_still(Source.PEN, event.position())
            self._move(Source.PEN, tool, contact)
        elif event.type() == QEvent.Type.TabletRelease and not event.buttons():
            self._end_click(event.position())
            # A lifted pen has no pressure: the line ends as wide as it was at its last point.
            self._release(Source.PEN, None)

    def _pen_came_near(self) -> None:
        self._palms.pen_is_near = True
        self._drop_finger()

    def _pen_left(self) -> None:
        self._palms.pen_is_near = False
        self._footprint.hide()

    def _drop_finger(self) -> None:
        """Cancel a touch: the palm often comes down before the pen."""
        if self._finger is not None:
            self._finger = self._still = self._tap = None
            self._hold.stop()
            self._cancel(Source.FINGER)

    # -- fingers --------------------------------------------------------------------------------

    def touch(self, event: QTouchEvent) -> None:
        """Follow the first finger; ignore others until it lifts, and palms always."""
        if event.type() == QEvent.Type.TouchCancel:
            self._drop_finger()
            return
        is_palm = self._palms.is_palm(event.timestamp())
        for touch in event.points():
            point = self._to_drawing(touch.position())
            contact = Contact(point, reach=FINGER_REACH)
            if touch.state() == touch.State.Pressed:
                if self._finger is None and not is_palm and not self.is_down:
                    self._finger = touch.id()
                    self._still = Still(Source.FINGER, touch.position(), contact)
                    self._hold.start(QApplication.styleHints().mousePressAndHoldInterval())
                    self._press(Source.FINGER, self._tools.current, contact)
            elif touch.id() == self._finger:
                if touch.state() == touch.State.Released:
                    self._finger = self._still = None
                    self._hold.stop()
                    self._release(Source.FINGER, contact)
                else:
                    self._leave_still(Source.FINGER, touch.position())
                    self._move(Source.FINGER, self._tools.current, contact)

    # -- the menu -------------------------------------------------------------------------------

    def _press_button(
        self, source: Source, event: QMouseEvent | QTabletEvent, contact: Contact
    ) -> None:
        """Begin a gesture with the left button; wait whether the right one clicks or drags."""
        self._still = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(source, self._tools.current, contact)
        elif event.button() == Qt.MouseButton.RightButton and not self.is_down:
            self._still = Still(source, event.position(), contact)

    def _leave_still(self, source: Source, position: QPointF) -> None:
        """Erase, once the right button drags; a finger that moves draws, and wants no menu."""
        still = self._still
        if still is None or still.source is not source:
            return
        way = position - still.position
        if way.manhattanLength() >= QApplication.styleHints().startDragDistance():
            self._still = None
            self._hold.stop()
            if source is not Source.FINGER:
                self._press(source, self._tools.eraser, still.contact)

    def _end_click(self, position: QPointF) -> None:
        """Ask for the menu if the right button was pressed and has not moved."""
        if self._still is not None:
            self._still = None
            self.menu_wanted.emit(position)

    def _end_hold(self) -> None:
        """Ask for the menu where a finger rests; it draws nothing."""
        if self._still is not None:
            position = self._still.position
            self._drop_finger()
            self.menu_wanted.emit(position)

    # -- gestures -------------------------------------------------------------------------------

    def cancel(self) -> bool:
        """Cancel the gesture in progress; return whether there was one."""
        was_down = self.is_down
        self._finger = self._still = self._tap = None
        self._hold.stop()
        self._cancel(self._source)
        return was_down

    def leave(self) -> None:
        """Note that the pointer has left the canvas."""
        if not self.is_down:
            self._footprint.hide()

    def _press(self, source: Source, tool: Tool, contact: Contact) -> None:
        act = self._tapped(contact.point) if tool is self._tools.current else None
        if act is not None and self._held is None:
            self._tap = Tap(source, tool, [contact], act)
            return
        self._begin(source, tool, contact)

    def _begin(self, source: Source, tool: Tool, contact: Contact) -> None:
        if self._held is not None:
            if source is not self._source:
                return
            self._held.release(None)  # its release never arrived
        self._tools.keyboard.lift()
        self._held, self._source = tool, source
        tool.press(contact)
        self._show_footprint(source, tool, contact)

    def _move(self, source: Source, tool: Tool, contact: Contact) -> None:
        """Continue the gesture; without one, `tool` hovers."""
        if self._tap is not None and self._tap.source is source:
            self._tap.contacts.append(contact)
            if dist(contact.point, self._tap.contacts[0].point) < MOVED:
                return
            tap, self._tap = self._tap, None
            self._begin(source, tap.tool, tap.contacts[0])
            for earlier in tap.contacts[1:-1]:  # no ink is lost
                tap.tool.move(earlier)
        if self._held is None:
            self._show_footprint(source, tool, contact)
            is_over = self._tapped(contact.point) is not None
            hand = Qt.CursorShape.PointingHandCursor
            self.cursor_changed.emit(hand if is_over else tool.cursor(contact))
        elif source is self._source:
            self._held.move(contact)
            if self._held is self._tools.eraser:
                self._show_footprint(source, self._held, contact)

    def _release(self, source: Source, contact: Contact | None) -> None:
        if self._tap is not None and self._tap.source is source:
            tap, self._tap = self._tap, None
            tap.act()
        if self._held is not None and source is self._source:
            held, self._held = self._held, None
            held.release(contact)

    def _cancel(self, source: Source) -> None:
        if self._held is not None and source is self._source:
            held, self._held = self._held, None
            held.cancel()

    def _show_footprint(self, source: Source, tool: Tool, contact: Contact) -> None:
        """Show what the tool touches, unless a finger or the pen's own ink would cover it."""
        if source is Source.FINGER or self._held is self._tools.pen:
            self._footprint.hide()
        else:
            self._footprint.show(contact.point, tool.width * CELL)

    def _contact(self, event: QMouseEvent | QTabletEvent, pressure: float | None = None) -> Contact:
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return Contact(self._to_drawing(event.position()), pressure, has_shift)


NEAR = 5000
"""Milliseconds without events for which a pen that came near counts as present. It trembles even at
rest, and not every system reports that it left."""
AFTER = 500
"""Milliseconds for which a palm may linger after the pen."""


class PalmGuard:
    """Tells palms from fingers; times are those of events, in milliseconds."""

    def __init__(self) -> None:
        self.pen_is_near = False
        self._last: int | None = None

    def note_pen(self, time: int) -> None:
        """Note an event of the pen."""
        self._last = time

    def is_palm(self, time: int) -> bool:
        """Return whether a touch at that time is a palm."""
        if self._last is None:
            return self.pen_is_near
        return abs(time - self._last) < (NEAR if self.pen_is_near else AFTER)
